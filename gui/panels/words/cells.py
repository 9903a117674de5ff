"""What a cell of a list or a field of the card says: values worded, numbers as written, pages as printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QCoreApplication

from gui.actions.words import (
    BUILDING,
    DIRECTIONS,
    METRIC_KINDS,
    NOTE_TYPES,
    NUMERAL_CLASSES,
    QUALIFIERS,
    READINGS,
    SEVERITIES,
    STATUSES,
    STYLES,
    TARGET_TYPES,
    VERDICTS,
    verdict_word,
    word,
)
from gui.panels.words.row import SortKey, number_key, text_key
from gui.panels.words.rules import rule_words

PageLabel = Callable[[int], str]

CHOICES: dict[tuple[str, str], dict[str, str]] = {
    ("metric", "status"): STATUSES,
    ("metric", "kind"): METRIC_KINDS,
    ("metric", "qualifier"): QUALIFIERS,
    ("metric", "direction"): DIRECTIONS,
    ("metric", "targetType"): TARGET_TYPES,
    ("task", "targetType"): TARGET_TYPES,
    ("system", "status"): BUILDING,
    ("heading", "style"): STYLES,
    ("finding", "severity"): SEVERITIES,
    ("numeral", "class"): NUMERAL_CLASSES,
    ("note", "type"): NOTE_TYPES,
}
"""Words of the fields that are chosen from a list, by kind and field."""


def choice_words(kind: str, field: str) -> dict[str, str]:
    """The codes of a field that is chosen from a list, with their words, in their order; {} for other fields."""
    return {code: word(text) for code, text in CHOICES.get((kind, field), {}).items()}


def number_words(value: float) -> str:
    """A number in digits with thousands apart and nothing lost: 750000000000 -> “750,000,000,000”."""
    if float(value).is_integer() and abs(value) < 1e18:
        return f"{int(value):,}"
    return f"{value:,.10f}".rstrip("0").rstrip(".") if abs(value) < 1e15 else f"{value:g}"


def value_words(kind: str, field: str, value: object) -> str:
    """Any field's value as one line of text."""
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        if field == "rule":
            return rule_words(value)
        return choice_words(kind, field).get(value, value)
    if isinstance(value, bool):
        return "✓" if value else ""
    if isinstance(value, int | float):
        return str(value) if field == "level" else number_words(value)
    if isinstance(value, Iterable):
        return "、".join(str(part) for part in value)
    return str(value)


def one_line(text: str) -> str:
    """Text for a cell: its lines one after the other."""
    return " ".join(text.split()) if "\n" in text else text


def page_words(places: Iterable[Any], label: PageLabel) -> str:
    """The page where an item begins, as printed, with the PDF page in brackets where it differs; "" when unplaced."""
    for place in places:
        printed = label(place.page)
        return printed if printed == str(place.page) else f"{printed} ({place.page})"
    return ""


def page_phrase(places: Iterable[Any], label: PageLabel) -> str:
    """The page as a phrase: “第 3 页”, “第 3 页（PDF 第 5 页）”, “封面（PDF 第 1 页）”; “未定位” when unplaced."""
    for place in places:
        printed = label(place.page)
        said = QCoreApplication.translate("card", "第 {page} 页") if printed.isdigit() else "{page}"
        if printed != str(place.page):
            said = QCoreApplication.translate("card", "{said}（PDF 第 {number} 页）").format(
                said=said, number=place.page
            )
        return said.replace("{page}", printed)
    return QCoreApplication.translate("card", "未定位")


def page_key(places: Iterable[Any]) -> SortKey:
    """Sorts by PDF page."""
    return number_key(next((place.page for place in places), None))


def cell(item: Any, field: str, label: PageLabel) -> tuple[str, SortKey]:
    """A cell's text and what it sorts by."""
    if field == "page":
        return page_words(item.places, label), page_key(item.places)
    if field == "verdict":
        return verdict_word(item.kind, item.verdict), number_key(list(VERDICTS).index(item.verdict))
    if field == "reading":
        return word(READINGS[item.reading]), number_key(list(READINGS).index(item.reading))
    value = item.quote if field == "quote" and item.kind != "metric" else item.value(field)
    if field == "value" and isinstance(value, int | float):
        return number_words(value), number_key(value)
    if field == "quote" and item.kind == "metric":
        number = item.value("value")
        return str(value or ""), number_key(number if isinstance(number, int | float) else None)
    text = one_line(value_words(item.kind, field, value))
    return text, number_key(value) if isinstance(value, int | float) else text_key(text)
