"""How much is still open and how much is noted on each page, counted when first asked for after a change."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

from gui.bridge.document import OpenDocument


class Sign(NamedTuple):
    """What a page's thumbnail tells."""

    open_items: int = 0
    notes: int = 0


class PageSigns:
    """Signs by PDF page. Open are metrics and findings nobody has decided yet."""

    def __init__(self) -> None:
        self._document: OpenDocument | None = None
        self._signs: dict[int, Sign] | None = None

    def set_document(self, document: OpenDocument | None) -> None:
        self._document = document
        self.forget()

    def forget(self) -> None:
        """The review has changed."""
        self._signs = None

    def of(self, page: int) -> Sign:
        if self._signs is None:
            session = self._document.session if self._document is not None else None
            self._signs = counted(session.view) if session is not None else {}
        return self._signs.get(page, Sign())


def counted(view: Any) -> dict[int, Sign]:
    """The signs of all pages of a session's view; an item counts where it begins."""
    open_items = Counter(
        item.places[0].page
        for item in (*view.metrics, *view.findings)
        if item.verdict == "open" and item.reading != "rejected" and item.places
    )
    notes = Counter(note.places[0].page for note in view.notes if not note.deleted and note.places)
    return {page: Sign(open_items[page], notes[page]) for page in open_items | notes}
