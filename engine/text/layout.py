"""Fragments to lines in reading order, page after page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.text.furniture import Found
from engine.text.records import Fragment, Line, Sheet
from engine.text.rows import line_of, rows_of

_FIRST_UNIT = re.compile(r"[“‘《（(〈「『【\[]*(?:[A-Za-z0-9.,%\-]+|.)[。，、；：？！”’》）)〉」』】\]….,;:?!%‰℃]*")


def lines_of(sheets: Sequence[Sheet], found: Found) -> list[Line]:
    """All lines of running text in reading order."""
    taken = {id(fragment) for running in found.running for fragment in running.fragments}
    lines: list[Line] = []
    for sheet in sheets:
        lines += _page_lines(sheet, [part for part in sheet.fragments if id(part) not in taken])
    _set_columns(lines)
    return lines


def _page_lines(sheet: Sheet, fragments: list[Fragment]) -> list[Line]:
    rows = rows_of(part for part in fragments if part.angle == 0 and part.visible)
    lines = []
    for row in rows:
        line = line_of(sheet, row.fragments, (0.0, 0.0))
        unit = _FIRST_UNIT.match(line.text)
        count = unit.end() if unit else 1
        start = line.ranges[0][0]
        line.need = max(sheet.rights[start : min(line.ranges[0][1], start + count)]) - line.left
        lines.append(line)
    return lines


def _set_columns(lines: list[Line]) -> None:
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    for group in pages.values():
        extent = min(line.left for line in group), max(line.right for line in group)
        for line in group:
            line.column = extent
