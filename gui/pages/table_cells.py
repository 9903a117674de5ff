"""Selected words of pages with tables: rows as lines, cells apart by tabs.

Annotations are real here: as strings those of the named tuples would each be compiled before page one.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from gui.pages.prose import glued


class CellPart(NamedTuple):
    """Characters [start, end) of a page that stand in a cell of a table; `table` tells tables apart."""

    start: int
    end: int
    table: int
    row: int
    column: int


def in_order(
    cells: Sequence[CellPart], start: int, end: int, words_of: Callable[[int, int], str]
) -> Iterator[tuple[int, int, str, bool]]:
    """Selected characters [start, end) of a page as (start, end, words, is a table): stretches outside of tables, of
    which `words_of` gives the words, and tables, whose rows are lines and whose cells stand apart by tabs."""
    at = start
    held: list[CellPart] = []
    for cell in cells:
        low, high = max(cell.start, at), min(cell.end, end)
        if low >= high:
            continue
        gap = words_of(at, low)
        if held and (gap.strip() or held[-1].table != cell.table):
            yield held[0].start, held[-1].end, _rows(held, words_of), True
            held = []
        if gap.strip():
            yield at, low, gap, False
        held.append(cell._replace(start=low, end=high))
        at = high
    if held:
        yield held[0].start, held[-1].end, _rows(held, words_of), True
    rest = words_of(at, end)
    if rest.strip():
        yield at, end, rest, False


def _rows(cells: Iterable[CellPart], words_of: Callable[[int, int], str]) -> str:
    """Cells as rows of as many columns, empty where nothing of a cell is selected."""
    said: dict[tuple[int, int], str] = {}
    for cell in cells:
        words = words_of(cell.start, cell.end).replace("\n", "").replace("\t", " ")
        said[cell.row, cell.column] = glued(said.get((cell.row, cell.column), ""), words)
    columns = range(min(column for _, column in said), max(column for _, column in said) + 1)
    return "\n".join(
        "\t".join(said.get((row, column), "") for column in columns) for row in sorted({row for row, _ in said})
    )
