"""Tables of a page: grids of rules filled with the text that stands in them, and tables without rules."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from operator import neg

from engine.text.grid import Grid
from engine.text.records import Fragment, Line, Sheet, TableBlock, TableCell
from engine.text.rows import line_of, part_of, rows_of
from engine.text.turning import sides

_LEAST_FILLED = 0.2
"""Share of a grid's cells that hold text; a drawing has fewer."""


def ruled_tables(sheet: Sheet, fragments: list[Fragment]) -> tuple[list[TableBlock], list[Fragment]]:
    """The ruled tables of a page and the fragments that stand outside them."""
    blocks: list[TableBlock] = []
    rest = fragments
    for grid in sheet.grids:
        inside, outside = _parted(rest, grid)
        block = _block(sheet, grid, inside)
        if block is not None:
            blocks.append(block)
            rest = outside
    return blocks, rest


def _parted(fragments: Sequence[Fragment], grid: Grid) -> tuple[list[Fragment], list[Fragment]]:
    box = grid.box
    inside: list[Fragment] = []
    outside: list[Fragment] = []
    for part in fragments:
        middle = (part.left + part.right) / 2
        is_in = box.left - 2 < middle < box.right + 2 and box.bottom - 1 < part.centre < box.top + 1
        (inside if is_in and part.angle in (0, 90, 270) else outside).append(part)
    return inside, outside


def _block(sheet: Sheet, grid: Grid, inside: list[Fragment]) -> TableBlock | None:
    """The table of a grid, None where it is a drawing or a frame around prose."""
    slots: dict[int, list[Fragment]] = {}
    owners = _owners(grid)
    for part in inside:
        for piece in _cut_at_walls(sheet, part, grid):
            at = _slot(grid, owners, piece)
            if at is not None:
                slots.setdefault(at, []).append(piece)
    if len(slots) < 2 or len(slots) < _LEAST_FILLED * len(grid.cells):
        return None
    cells = [
        TableCell(cell.row, cell.column, cell.row_span, cell.column_span, cell_lines(sheet, slots.get(at, ())))
        for at, cell in enumerate(grid.cells)
    ]
    if sum(1 for cell in cells if cell.lines) < 2:
        return None
    return TableBlock(
        sheet.info.number, grid.box, len(grid.ys) - 1, len(grid.xs) - 1, cells, grid.xs[:-1], _head_rows(cells)
    )


def cell_lines(sheet: Sheet, parts: Sequence[Fragment]) -> list[Line]:
    """The lines of one cell."""
    lines = [line_of(sheet, row.fragments, (0.0, 0.0)) for row in rows_of(parts)]
    return [line for line in lines if line.text]


def _owners(grid: Grid) -> dict[tuple[int, int], int]:
    """Which cell each crossing of a row and a column belongs to."""
    return {
        (row, column): at
        for at, cell in enumerate(grid.cells)
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    }


def _slot(grid: Grid, owners: dict[tuple[int, int], int], part: Fragment) -> int | None:
    """The cell in which a stretch has its middle; at the outer edge the nearest one."""
    column = bisect_right(grid.xs, (part.left + part.right) / 2) - 1
    row = bisect_right(grid.ys, -part.centre, key=neg) - 1
    return owners.get((min(max(row, 0), len(grid.ys) - 2), min(max(column, 0), len(grid.xs) - 2)))


def _cut_at_walls(sheet: Sheet, part: Fragment, grid: Grid) -> list[Fragment]:
    """A stretch that runs over cell walls, cut where characters begin beyond one."""
    first = bisect_right(grid.xs, part.left + 0.5 * part.size)
    last = bisect_right(grid.xs, part.right - 0.5 * part.size)
    if first == last or part.angle:
        return [part]
    row = [cell for cell in grid.cells if cell.box.bottom - 1 < part.centre < cell.box.top + 1]
    walls = [x for x in grid.xs[first:last] if any(abs(cell.box.left - x) < 1 for cell in row)]
    places = sides(sheet, part.start, part.end)
    pieces: list[Fragment] = []
    start = part.start
    for wall in walls:
        at = start
        while at < part.end and sum(places[at - part.start]) / 2 < wall:
            at += 1
        if start < at < part.end:
            pieces.append(part_of(sheet, part, start, at))
            start = at
    pieces.append(part_of(sheet, part, start, part.end))
    return pieces


def _head_rows(cells: list[TableCell]) -> int:
    """Rows of heading: as many as the first row's tallest cell spans when another one spans columns, else one."""
    first = [cell for cell in cells if cell.row == 0]
    is_stepped = any(cell.column_span > 1 for cell in first)
    return min(4, max((cell.row_span for cell in first if cell.lines), default=1)) if is_stepped else 1
