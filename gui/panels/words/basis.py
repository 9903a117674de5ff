"""依据: what a verdict rests on, in words or as a metric of another document (document, page, metric)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from gui.panels.words.cells import PageLabel


def basis_words(basis: object) -> str:
    """A basis in words: as typed, or the document, page and metric it points to."""
    if not isinstance(basis, dict):
        return str(basis or "")
    if basis.get("words"):
        return str(basis["words"])
    page = str(basis.get("page") or "")
    if page.isdigit():
        page = QCoreApplication.translate("card", "第 {page} 页").format(page=page)
    return " ".join(part for part in (str(basis.get("document") or ""), page, str(basis.get("metric") or "")) if part)


def basis_of(item: Any, document: str, label: PageLabel) -> dict[str, Any]:
    """The basis that a metric of another document is: the document's name, the page as printed, the metric's name and
    wording, and where it stands there."""
    place = next(iter(item.places), None)
    name = str(item.value("name") or "")
    return {
        "document": document,
        "page": label(place.page) if place is not None else "",
        "metric": f"{name} {item.quote}".strip(),
        "pdfPage": place.page if place is not None else None,
        "quote": item.quote,
    }
