"""Tables whose row or column of totals does not agree with what stands above it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from engine.model.flow import Cell, Flow, Table
from engine.parsing.findings.point import Point
from engine.parsing.findings.sums import room, value

_TOTAL = re.compile(r"^(?:合\s*计|总\s*计|小\s*计|总\s*数|全\s*市(?:合计)?|全\s*省(?:合计)?|全\s*州(?:合计)?)$")
_NUMBER = re.compile(r"^-?\d+(?:,\d{3})*(?:\.\d+)?$")
_RATES = re.compile(r"%|％|‰|增长|增速|比重|占比|率|排名|位次|均|指数|序号|年份|时间|电话|编号")
_OF_WHICH = re.compile(r"其中|[#＃]|^\s*[（(]\d")


def total_points(flow: Flow) -> Iterator[Point]:
    """Findings of tables with one row of totals, first or last below the heads, in columns of plain amounts."""
    for table in flow.tables:
        grid = {(cell.row, cell.column): cell for cell in table.cells}
        rows = [row for row in range(table.head_rows, table.rows) if (row, 0) in grid]
        labels = {row: flow.of(grid[row, 0]).strip() for row in rows}
        totals = [row for row in rows if _TOTAL.match(labels[row])]
        if len(totals) != 1 or len(rows) < 4 or any(_OF_WHICH.search(label) for label in labels.values()):
            continue
        if totals[0] not in {rows[0], rows[-1]}:
            continue
        parts = [row for row in rows if row != totals[0]]
        for column in range(1, table.columns):
            yield from _column(flow, table, grid, totals[0], parts, column)


def _column(
    flow: Flow, table: Table, grid: dict[tuple[int, int], Cell], total: int, parts: list[int], column: int
) -> Iterator[Point]:
    head = "".join(flow.of(grid[row, column]) for row in range(table.head_rows) if (row, column) in grid)
    cells = [grid.get((row, column)) for row in (total, *parts)]
    texts = [re.sub(r"\s+", "", flow.of(cell)) if cell else "" for cell in cells]
    if _RATES.search(head) or not all(_NUMBER.match(text) for text in texts):
        return
    told = value(texts[0])
    whole = sum(map(value, texts[1:]), Decimal(0))
    off = abs(whole - told)
    # Far off, the table is of another kind: parts overlap or are not all listed.
    if cells[0] and off > room(texts) and off <= abs(told) / 2:
        yield Point("sum.parts", cells[0].start, cells[0].end, None, {"total": float(told), "sum": float(whole)})
