"""Printed page numbers: their forms, the sequences they make over a document, and the labels pages are cited by.

Forms after GB/T 9704-2012 (`— 1 —`) and as offices, LaTeX, browsers and sites print them.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

_DASH = r"[-\u2010-\u2015\u2212\uff0d~\u00b7.|*/\u25cf\u2022]"
_BARE = re.compile(rf"^{_DASH}*\(?\[?(\d{{1,4}})\]?\)?{_DASH}*$")
_DASHED = re.compile(rf"^{_DASH}+(\d{{1,4}}){_DASH}+$")
_ROMAN = re.compile(rf"^{_DASH}*([ivxlc]{{1,8}}|[IVXLC]{{1,8}}){_DASH}*$")
_OF = re.compile(rf"^{_DASH}*(?:page|p\.?)?(\d{{1,4}})(?:/|of)(\d{{1,4}}){_DASH}*$", re.IGNORECASE)
_PAGE = re.compile(rf"^{_DASH}*(?:page|p\.?)(\d{{1,4}}){_DASH}*$", re.IGNORECASE)
_CHINESE = re.compile(r"第(\d{1,4})页(?:[,，/;；、(（]*(?:共|总)(\d{1,4})页)?")
_CHINESE_BACK = re.compile(r"共(\d{1,4})页[,，/;；、(（]*第(\d{1,4})页")
_NUMBER = re.compile(r"\d{1,4}")
_ROMAN_FORM = re.compile(r"^c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


class PageNumber(NamedTuple):
    """A row that may be a page number. `form` groups rows that count together; `whole` when the row is nothing else;
    `total` is the count of pages it names, or 0; `depth` counts rows from the page's edge."""

    page: int
    value: int
    label: str
    form: str
    whole: bool
    total: int
    edge: str
    depth: int


def page_numbers(text: str, page: int, edge: str, depth: int) -> list[PageNumber]:
    """What page numbers a row at a page's edge may hold; `text` without blanks."""
    plain = unicodedata.normalize("NFKC", text)
    read = _alone(plain)
    if read is not None:
        form, label, total, whole = read
        value = roman(label) if form == "roman" else int(label)
        return [PageNumber(page, value, label, form, whole, total, edge, depth)] if value else []
    found = list(_NUMBER.finditer(plain))[:8]
    return [
        PageNumber(page, int(match[0]), match[0], f"within{at}", whole=False, total=0, edge=edge, depth=depth)
        for at, match in enumerate(found)
    ]


def is_page_number(text: str) -> bool:
    """Whether a text without blanks is a number as pages have it, and nothing else."""
    read = _alone(unicodedata.normalize("NFKC", text))
    return read is not None and read[3] and (read[0] != "roman" or roman(read[1]) > 0)


def _alone(plain: str) -> tuple[str, str, int, bool] | None:
    """Form, label, total and whether the row says nothing else, of a row that names its page."""
    for form, pattern in (("dashed", _DASHED), ("arabic", _BARE), ("roman", _ROMAN), ("of", _OF), ("of", _PAGE)):
        if match := pattern.match(plain):
            return form, match[1], int(match[2]) if pattern is _OF else 0, True
    if match := _CHINESE_BACK.search(plain):
        return "chinese", match[2], int(match[1]), match.span() == (0, len(plain))
    if match := _CHINESE.search(plain):
        return "chinese", match[1], int(match[2] or 0), match.span() == (0, len(plain))
    return None


def roman(written: str) -> int:
    """The value of a roman numeral, 0 when it is none."""
    if not written or _ROMAN_FORM.match(written.lower()) is None:
        return 0
    values = [_ROMAN_VALUES[sign] for sign in written.lower()]
    total = 0
    for at, value in enumerate(values):
        total += -value if value < max(values[at + 1 :], default=0) else value
    return total if 0 < total < 200 else 0


def sequences(numbers: Iterable[PageNumber], least: int) -> dict[tuple[str, str, int], list[PageNumber]]:
    """Numbers that grow with the page, by edge, form and distance from the page's own count; at least so many each."""
    groups: dict[tuple[str, str, int], list[PageNumber]] = defaultdict(list)
    for number in numbers:
        groups[number.edge, number.form, number.value - number.page].append(number)
    return {key: group for key, group in groups.items() if len({number.page for number in group}) >= least}


def labels_of(numbers: Iterable[PageNumber]) -> dict[int, str]:
    """The label of each page that shows a number: the document's own number before one that names a total or stands
    within other words (a site's or a browser's), the one nearer the text before the one further out."""
    best: dict[int, tuple[tuple[int, int, int], str]] = {}
    numbers = list(numbers)
    covered = Counter((number.edge, number.form) for number in numbers)
    for number in numbers:
        rank = (int(number.whole and not number.total), number.depth, covered[number.edge, number.form])
        if number.page not in best or best[number.page][0] < rank:
            best[number.page] = (rank, number.label)
    return {page: label for page, (_, label) in best.items()}
