"""Tables without a grid: three rules (booktabs) or none, their columns told by the gaps that rows have in common."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from engine.model.geometry import Box
from engine.text.grid import Rule
from engine.text.records import Fragment, Sheet, TableBlock, TableCell
from engine.text.rows import Row, line_of, part_of
from engine.text.turning import sides

_NUMBER = re.compile(r"^[-+−(（]?[\d,.，％%‰()（）/—–\-]+$")
_LEADER = re.compile(r"[.·•．…‥]{4,}")
_BAND_GAP = 0.7
"""Between rules a gap of so many times the size parts columns; elsewhere stretches are apart already."""


class Found(NamedTuple):
    """A table and the rows [start, end) of its column that it takes in."""

    start: int
    end: int
    block: TableBlock


def unruled_tables(sheet: Sheet, rows: Sequence[Row]) -> list[Found]:
    """Tables among the rows of one column, from top to bottom."""
    bands = _bands(sheet, rows) if len(sheet.levels) > 2 else []
    taken = {at for start, end, _ in bands for at in range(start, end)}
    found = []
    for start, end, head in bands:
        block = _block(sheet, [_pieces(sheet, row, _BAND_GAP) for row in rows[start:end]], head, least=2)
        if block is not None and _is_worded(sheet, [row.fragments for row in rows[start:end]], 0):
            found.append(Found(start, end, block))
    for start, end in _runs(sheet, rows, taken):
        pieces = [row.fragments for row in rows[start:end]]
        block = _block(sheet, pieces, 1, least=3)
        if block is not None and _reads_like_table(sheet, block, pieces):
            found.append(Found(start, end, block))
    return sorted(found)


def _bands(sheet: Sheet, rows: Sequence[Row]) -> list[tuple[int, int, int]]:
    """Rows between level rules of one length that stand in pieces: first, last and the count of heading rows."""
    rules = sorted((rule for rule in sheet.levels if rule.end - rule.start > 60), reverse=True)
    found: list[tuple[int, int, int]] = []
    while rules:
        group = [rule for rule in rules if _same_length(rule, rules[0])]
        rules = [rule for rule in rules if not _same_length(rule, rules[0])]
        if len(group) >= 3:
            found += _tabular_stretches(sheet, rows, group)
    return sorted(found)


def _tabular_stretches(sheet: Sheet, rows: Sequence[Row], rules: list[Rule]) -> list[tuple[int, int, int]]:
    """Neighbouring spaces between rules, at least two, in which most rows stand in pieces."""
    found: list[tuple[int, int, int]] = []
    run: list[tuple[int, int]] = []
    for above, below in [*pairwise(rules), (None, None)]:
        space = _space(sheet, rows, above, below) if above is not None and below is not None else None
        if space is not None and (not run or run[-1][1] == space[0]):
            run.append(space)
            continue
        if len(run) >= 2:
            found.append((run[0][0], run[-1][1], run[0][1] - run[0][0]))
        run = [space] if space is not None else []
    return found


def _space(sheet: Sheet, rows: Sequence[Row], above: Rule, below: Rule) -> tuple[int, int] | None:
    """The rows between two rules when they read like rows of a table."""
    inside = [number for number, row in enumerate(rows) if below.at < row.centre < above.at]
    if not inside or inside[-1] - inside[0] + 1 != len(inside):
        return None
    if any(rows[number].size == 0 for number in inside):
        return None  # a ruled table already
    in_pieces = sum(1 for number in inside if len(_pieces(sheet, rows[number], _BAND_GAP)) > 1)
    return (inside[0], inside[-1] + 1) if in_pieces >= 0.6 * len(inside) else None


def _same_length(one: Rule, other: Rule) -> bool:
    return abs(one.start - other.start) < 4 and abs(one.end - other.end) < 4


def _pieces(sheet: Sheet, row: Row, gap: float) -> list[Fragment]:
    """A row's stretches, cut wherever a gap is as wide as `gap` times the size."""
    pieces: list[Fragment] = []
    for part in row.fragments:
        start = part.start
        places = sides(sheet, part.start, part.end)
        for at in range(part.start + 1, part.end):
            space = places[at - part.start][0] - places[at - part.start - 1][1]
            if space >= gap * part.size and not sheet.text[at].isspace():
                pieces.append(part_of(sheet, part, start, at))
                start = at
        pieces.append(part_of(sheet, part, start, part.end))
    return pieces


def _runs(sheet: Sheet, rows: Sequence[Row], taken: set[int]) -> list[tuple[int, int]]:
    """Stretches of at least three rows that all stand in several pieces."""
    found: list[tuple[int, int]] = []
    start: int | None = None
    for at in range(len(rows) + 1):
        is_tabular = at < len(rows) and at not in taken and _is_tabular(sheet, rows[at])
        if is_tabular and start is not None and rows[at - 1].bottom - rows[at].top > 2.5 * rows[at].size:
            if at - start >= 3:
                found.append((start, at))
            start = at
        elif is_tabular and start is None:
            start = at
        elif not is_tabular and start is not None:
            if at - start >= 3:
                found.append((start, at))
            start = None
    return found


def _is_tabular(sheet: Sheet, row: Row) -> bool:
    parts = row.fragments
    if len(parts) < 2 or row.size == 0:
        return False
    gaps = [after.left - before.right for before, after in pairwise(parts)]
    if max(gaps) < 1.3 * row.size:
        return False
    return not any(_LEADER.search(sheet.text[part.start : part.end]) for part in parts)


def _block(sheet: Sheet, rows: list[list[Fragment]], head: int, least: int) -> TableBlock | None:
    columns = _columns(rows)
    if len(columns) < 2 or _straddles(columns, rows[head:]) or sum(1 for row in rows if len(row) > 1) < least:
        return None
    grid: list[dict[int, list[list[Fragment]]]] = []
    for number, row in enumerate(rows):
        placed: dict[int, list[Fragment]] = {}
        for part in row:
            placed.setdefault(_column(columns, part), []).append(part)
        goes_on = number >= head and grid and 0 not in placed and len(grid) > head and _is_close(rows, number)
        if goes_on:
            for at, parts in placed.items():
                grid[-1].setdefault(at, []).append(parts)
        else:
            grid.append({at: [parts] for at, parts in placed.items()})
    cells = [
        TableCell(number, at, 1, 1, [line_of(sheet, parts, (0.0, 0.0)) for parts in row.get(at, ())])
        for number, row in enumerate(grid)
        for at in range(len(columns))
    ]
    parts = [part for row in rows for part in row]
    box = Box(
        min(part.left for part in parts),
        min(part.bottom for part in parts),
        max(part.right for part in parts),
        max(part.top for part in parts),
    )
    return TableBlock(sheet.info.number, box, len(grid), len(columns), cells, tuple(left for left, _ in columns), head)


def _straddles(columns: list[tuple[float, float]], rows: list[list[Fragment]]) -> bool:
    """Whether many pieces run over more than one column."""
    parts = [part for row in rows for part in row]
    over = sum(
        1
        for part in parts
        if sum(min(part.right, right) - max(part.left, left) > 0.5 * part.size for left, right in columns) > 1
    )
    return over > 0.1 * len(parts)


def _is_close(rows: list[list[Fragment]], number: int) -> bool:
    above, here = rows[number - 1][0], rows[number][0]
    return above.bottom - here.top < 0.4 * here.size


def _columns(rows: list[list[Fragment]]) -> list[tuple[float, float]]:
    """Extents of the columns, as the rows with the usual number of pieces have them; none where they overlap."""
    counts = Counter(len(row) for row in rows if len(row) > 1)
    if not counts:
        return []
    usual = max(counts, key=lambda count: (counts[count] * count, count))
    full = [row for row in rows if len(row) == usual]
    columns = [(min(row[at].left for row in full), max(row[at].right for row in full)) for at in range(usual)]
    apart = all(before[1] < after[0] + 2 for before, after in pairwise(columns))
    return columns if apart else []


def _column(columns: list[tuple[float, float]], part: Fragment) -> int:
    middle = (part.left + part.right) / 2
    return min(range(len(columns)), key=lambda at: max(columns[at][0] - middle, middle - columns[at][1], 0.0))


def _reads_like_table(sheet: Sheet, block: TableBlock, rows: list[list[Fragment]]) -> bool:
    """Without rules, rows must agree in their number of pieces and hold numbers or short words."""
    usual = sum(1 for row in rows if len(row) == block.columns)
    if usual < 0.6 * len(rows):
        return False
    texts = [sheet.text[part.start : part.end].strip() for row in rows for part in row]
    numbers = sum(1 for text in texts if _NUMBER.match(text))
    if not any(_is_worded(sheet, rows, at) for at in range(block.columns)):
        return False  # the scales of a chart
    mean = sum(map(len, texts)) / len(texts)
    return mean <= 14 and (numbers >= 0.25 * len(texts) or (len(rows) >= 4 and mean <= 8 and block.columns >= 3))


def _is_worded(sheet: Sheet, rows: list[list[Fragment]], column: int) -> bool:
    """Whether a column holds words rather than numbers."""
    texts = [sheet.text[row[column].start : row[column].end].strip() for row in rows if len(row) > column]
    return sum(1 for text in texts if _NUMBER.match(text)) < 0.5 * len(texts)
