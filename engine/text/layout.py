"""Fragments to lines in reading order, page after page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.text.columns import columns_of
from engine.text.furniture import Found
from engine.text.records import Fragment, Line, Sheet
from engine.text.rows import line_of, rows_of

_FIRST_UNIT = re.compile(r"[“‘《（(〈「『【\[]*(?:[A-Za-z0-9.,%\-]+|.)[。，、；：？！”’》）)〉」』】\]….,;:?!%‰℃]*")
_MARK = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]?|第.{1,4}[章节条编部分篇]|[①-⑳●•■◆▪○◇□★☆➢✓※►▶·–—-])$"
)
_FAR = 4.0
"""A gap of so many times the size parts a row into lines of their own."""


def page_lines(sheet: Sheet, fragments: Sequence[Fragment]) -> list[Line]:
    """Lines of a page's running text in reading order; lines of real columns know their edges already."""
    upright = [part for part in fragments if part.angle == 0 and part.visible]
    lines: list[Line] = []
    for column in columns_of(upright):
        for row in rows_of(column.fragments):
            for parts in _apart(sheet, row.fragments):
                line = line_of(sheet, parts, column.edges or (0.0, 0.0))
                if line.text:
                    line.need = _need(sheet, line)
                    lines.append(line)
    return lines


def running_lines(sheets: Sequence[Sheet], found: Found) -> list[list[Line]]:
    """Lines of all pages but for running matter, by page."""
    taken = {id(fragment) for running in found.running for fragment in running.fragments}
    return [page_lines(sheet, [part for part in sheet.fragments if id(part) not in taken]) for sheet in sheets]


def _apart(sheet: Sheet, fragments: list[Fragment]) -> list[list[Fragment]]:
    """A row's fragments as lines: far parts are lines of their own unless a number or single letters are spaced."""
    groups: list[list[Fragment]] = []
    for part in fragments:
        if groups:
            last = groups[-1][-1]
            gap = part.left - last.right
            if gap < _FAR * part.size or _belongs(sheet, groups[-1], part, gap):
                groups[-1].append(part)
                continue
        groups.append([part])
    return groups


def _belongs(sheet: Sheet, group: list[Fragment], part: Fragment, gap: float) -> bool:
    last = group[-1]
    before, after = sheet.text[last.start : last.end].strip(), sheet.text[part.start : part.end].strip()
    if len(before) == 1 and len(after) == 1:
        return gap < 8 * part.size
    return len(group) == 1 and _MARK.match(before) is not None and gap < 6 * part.size


def _need(sheet: Sheet, line: Line) -> float:
    """Width of a line's first stretch that a line break cannot part."""
    unit = _FIRST_UNIT.match(line.text)
    count = unit.end() if unit else 1
    start, end = line.ranges[0]
    return max(sheet.rights[start : min(end, start + count)]) - line.left
