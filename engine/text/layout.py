"""Fragments to lines in reading order, page after page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.text.columns import Column, columns_of
from engine.text.furniture import Found
from engine.text.records import Fragment, Item, Line, Sheet, TableBlock
from engine.text.rows import Row, line_of, rows_of
from engine.text.tables import ruled_tables
from engine.text.turning import sides
from engine.text.unruled import unruled_tables

_CORE = r"(?:[A-Za-z0-9.,%\-/]+|.)"
_FIRST_UNIT = re.compile(
    rf"[“‘《（(〈「『【\[]*{_CORE}(?:(?<=[A-Za-z0-9])、[A-Za-z][A-Za-z0-9]*|[。，、；：？！》）)〉」』】\]….,;:?!%‰℃]"
    rf"|[“”‘’][《（(]*{_CORE}?)*"
)
_MARK = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]?|第.{1,4}[章节条编部分篇]|[①-⑳●•■◆▪○◇□★☆➢✓※►▶·–—-])$"
)
_FAR = 4.0
"""A gap of so many times the size parts a row into lines of their own."""


def page_items(sheet: Sheet, columns: list[Column], blocks: Sequence[TableBlock]) -> list[Item]:
    """Lines and tables of a page in reading order; lines of real columns know their edges already."""
    items: list[Item] = []
    for column in columns:
        rows = rows_of(column.fragments)
        tables = {found.start: found for found in unruled_tables(sheet, rows)}
        at = 0
        while at < len(rows):
            if at in tables:
                items.append(tables[at].block)
                at = tables[at].end
                continue
            items += _row_items(sheet, rows[at], column, blocks)
            at += 1
    return items


def _row_items(sheet: Sheet, row: Row, column: Column, blocks: Sequence[TableBlock]) -> list[Item]:
    if row.fragments[0].start < 0:
        return [blocks[-row.fragments[0].start - 1]]
    items: list[Item] = []
    for group in _apart(sheet, row.fragments):
        line = line_of(sheet, group, column.edges or (0.0, 0.0))
        if line.text:
            line.need = _need(sheet, line)
            items.append(line)
    return items


def running_items(sheets: Sequence[Sheet], found: Found) -> list[list[Item]]:
    """Lines and tables of all pages but for running matter, by page; sheets give up what only lines are made of."""
    taken = {(running.page, start) for running in found.running for start, _ in running.ranges}
    known: list[float] = []
    pages: list[list[Item]] = []
    for sheet in sheets:
        parts = [part for part in sheet.fragments if part.visible and (sheet.info.number, part.start) not in taken]
        blocks, rest = ruled_tables(sheet, parts) if sheet.grids else ([], parts)
        rest = [part for part in rest if part.angle == 0]
        columns = columns_of([*rest, *(_stand_in(block, at) for at, block in enumerate(blocks))], known)
        starts = sorted({round(column.edges[0]) for column in columns if column.edges is not None})
        if len(starts) > len(known) or (len(starts) > 1 and len(starts) == len(known) + 1):
            known = [float(start) for start in starts[1:]]
        pages.append(page_items(sheet, columns, blocks))
        sheet.fragments, sheet.grids = [], []
    return pages


def _stand_in(block: TableBlock, at: int) -> Fragment:
    """A table's place among the fragments; a negative start tells it from text."""
    return Fragment(-at - 1, -at, *block.box, size=0.0, bold=False, font="")


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
    return max(right for _, right in sides(sheet, start, min(end, start + count))) - line.left
