"""Fragments that stand side by side: rows of a page or of a column, and lines made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from engine.text.blanks import cleaned
from engine.text.records import Fragment, Line, Sheet
from engine.text.turning import sides


class Row(Struct, gc=False):
    """Fragments at one height, from left to right."""

    fragments: list[Fragment]
    left: float
    bottom: float
    right: float
    top: float
    size: float

    @property
    def centre(self) -> float:
        return (self.top + self.bottom) / 2


def rows_of(fragments: Iterable[Fragment]) -> list[Row]:
    """Rows from top to bottom. A fragment joins the row above when it overlaps at least half of the lower one's height;
    small raised marks join the row they touch. Sorting aside, linear in the fragments."""
    rows: list[Row] = []
    for fragment in sorted(fragments, key=_centre, reverse=True):
        row = rows[-1] if rows else None
        if row is not None and _joins(row, fragment):
            row.fragments.append(fragment)
            row.left, row.right = min(row.left, fragment.left), max(row.right, fragment.right)
            if fragment.size > row.size:
                row.bottom, row.top, row.size = fragment.bottom, fragment.top, fragment.size
        else:
            rows.append(Row([fragment], fragment.left, fragment.bottom, fragment.right, fragment.top, fragment.size))
    for row in rows:
        row.fragments.sort(key=_left)
    return rows


def line_of(sheet: Sheet, fragments: list[Fragment], column: tuple[float, float]) -> Line:
    """One line of fragments that stand side by side."""
    first = fragments[0]
    main = first
    if len(fragments) > 1:
        main = max(fragments, key=_length)
        _raise_marks(sheet, fragments, main)
    text, ranges = cleaned(sheet.text, [(fragment.start, fragment.end) for fragment in fragments])
    if len(fragments) == 1:
        left, bottom, right, top, bold = first.left, first.bottom, first.right, first.top, first.bold
    else:
        left, right = first.left, max(fragment.right for fragment in fragments)
        bottom, top = min(fragment.bottom for fragment in fragments), max(fragment.top for fragment in fragments)
        heavy = sum(fragment.end - fragment.start for fragment in fragments if fragment.bold)
        bold = 2 * heavy > sum(fragment.end - fragment.start for fragment in fragments)
    return Line(
        sheet.info.number,
        text,
        ranges,
        left,
        bottom,
        right,
        top,
        main.size,
        bold,
        main.font,
        column,
    )


def part_of(sheet: Sheet, part: Fragment, start: int, end: int) -> Fragment:
    """Raw characters [start, end) of a fragment as a fragment of their own."""
    places = sides(sheet, start, end)
    return Fragment(
        start,
        end,
        places[0][0],
        part.bottom,
        max(right for _, right in places),
        part.top,
        part.size,
        part.bold,
        part.font,
        part.angle,
        part.visible,
    )


_RAISED = str.maketrans("0123456789+-()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾")
_MARK = re.compile(r"\s*[\d+\-()]{1,5}\s*$")


def _raise_marks(sheet: Sheet, fragments: list[Fragment], main: Fragment) -> None:
    """Digits set small and high become raised ones in the page's text, so that a note's mark after `增长5%` or the
    2 of m² is no digit of the number beside it."""
    for part in fragments:
        if part.size > 0.8 * main.size or part.bottom < main.bottom + 0.2 * main.size:
            continue
        written = sheet.text[part.start : part.end]
        if _MARK.match(written):
            sheet.text = sheet.text[: part.start] + written.translate(_RAISED) + sheet.text[part.end :]


def _centre(fragment: Fragment) -> float:
    return fragment.top + fragment.bottom


def _left(fragment: Fragment) -> float:
    return fragment.left


def _length(fragment: Fragment) -> int:
    return fragment.end - fragment.start


def _joins(row: Row, fragment: Fragment) -> bool:
    if row.size == 0 or fragment.size == 0:
        return False  # a table stands alone
    overlap = min(row.top, fragment.top) - max(row.bottom, fragment.bottom)
    return overlap >= 0.5 * min(row.top - row.bottom, fragment.top - fragment.bottom)
