"""Tables that go on over a page break: one table, its repeated heading set aside."""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.text.records import Item, Line, TableBlock, TableCell

_GOES_ON = re.compile(r"^(?:[(（]?(?:续|接)(?:上)?表|续|表\s*[\d\-.]+\s*[(（]?续)")


def join_tables(pages: Sequence[list[Item]]) -> list[Line]:
    """Join tables over page breaks, in place; returns the heading lines that were only repeated."""
    repeated: list[Line] = []
    last: TableBlock | None = None
    for items in pages:
        first = _first_table(items)
        if last is not None and first is not None and _fits(last, first[1]):
            repeated += _join(last, first[1])
            del items[first[0]]
            last = last if not items or _ends_with_notes(items) else _last_table(items)
        else:
            last = _last_table(items)
    return repeated


def _first_table(items: list[Item]) -> tuple[int, TableBlock] | None:
    for at, item in enumerate(items[:3]):
        if isinstance(item, TableBlock):
            return at, item
        if not _GOES_ON.match(item.text):
            return None
    return None


def _ends_with_notes(items: list[Item]) -> bool:
    return all(isinstance(item, Line) and item.kind == "footnote" for item in items)


def _last_table(items: list[Item]) -> TableBlock | None:
    for item in reversed(items):
        if isinstance(item, TableBlock):
            return item
        if item.kind != "footnote":
            return None
    return None


def _fits(table: TableBlock, more: TableBlock) -> bool:
    if table.columns != more.columns:
        return False
    shift = more.starts[0] - table.starts[0]
    return all(abs(one + shift - other) < 8 for one, other in zip(table.starts, more.starts, strict=True))


def _join(table: TableBlock, more: TableBlock) -> list[Line]:
    """Add the rows of `more` below `table`; a heading that says the same again is left out and returned."""
    dropped = table.head_rows if _texts(table, table.head_rows) == _texts(more, table.head_rows) else 0
    repeated = [line for cell in more.cells if cell.row < dropped for line in cell.lines]
    shift = table.rows - dropped
    for cell in more.cells:
        if cell.row < dropped:
            continue
        above = _covering(table, cell) if cell.row == dropped and not cell.lines else None
        if above is not None:
            above.row_span += cell.row_span
            continue
        table.cells.append(TableCell(cell.row + shift, cell.column, cell.row_span, cell.column_span, cell.lines))
    table.rows += more.rows - dropped
    return repeated


def _covering(table: TableBlock, cell: TableCell) -> TableCell | None:
    """The cell of the last row that an empty cell at the head of the next page goes on from."""
    for above in table.cells:
        reaches = above.row + above.row_span == table.rows
        if reaches and above.column == cell.column and above.column_span == cell.column_span and above.row_span > 1:
            return above
    return None


def _texts(table: TableBlock, rows: int) -> list[str]:
    return ["".join(line.text for line in cell.lines) for cell in table.cells if cell.row < rows]
