"""The blocks of the text view, one under the other: paragraphs, rows of tables, running matter, pages without text.

Nearly all are paragraphs, and of those there are a hundred thousand in a long document: they are kept as numbers and
made into records when looked at.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from typing import NamedTuple, overload

from engine.model.parse import ParagraphItem, TableItem

_ROWS = 12  # rows of a table in one block, unless a cell reaches over them


class Block(NamedTuple):
    """One thing under the other: `kind` is a paragraph's, or "table", "furniture" (running matter of a page, in
    `words`), "unread" (pages without text, in `pages`). It has so many `pieces`, from `first` on, at flow offset
    `start`. A long table is several blocks: this one has the cells of `rows`."""

    kind: str
    first: int
    pieces: int
    start: int
    table: TableItem | None = None
    rows: tuple[int, int] = (0, 0)
    words: str = ""
    pages: tuple[int, int] = (0, 0)


class Blocks(Sequence[Block]):
    """All blocks over a growing list of pieces."""

    def __init__(self, pieces: list[ParagraphItem]) -> None:
        self._pieces = pieces
        self.firsts = array("l")  # the first piece of every block
        self.special: dict[int, Block] = {}  # those that are no paragraphs

    def __len__(self) -> int:
        return len(self.firsts)

    @overload
    def __getitem__(self, at: int) -> Block: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Block]: ...
    def __getitem__(self, at: int | slice) -> Block | Sequence[Block]:
        if isinstance(at, slice):
            return [self[index] for index in range(*at.indices(len(self)))]
        index = range(len(self))[at]
        found = self.special.get(index)
        if found is not None:
            return found
        first = self.firsts[index]
        return Block(self._pieces[first].kind, first, 1, self._pieces[first].span[0])

    def add_paragraph(self, first: int) -> None:
        """A paragraph, which is one piece."""
        self.firsts.append(first)

    def add(self, block: Block) -> None:
        """Anything else."""
        self.special[len(self.firsts)] = block
        self.firsts.append(block.first)


def cell_sizes(table: TableItem) -> Sequence[tuple[int, int]]:
    """Of how many rows and columns every cell of a table is."""
    return table.sizes if len(table.sizes) == len(table.cells) else [(1, 1)] * len(table.cells)


def row_groups(table: TableItem) -> Iterator[tuple[tuple[int, int], int]]:
    """((first row, row after the last), number of cells) of the rows that are one block each; no cell is cut."""
    first = reach = count = 0
    for (row, *_), (height, _) in zip(table.cells, cell_sizes(table), strict=True):
        if count and row >= reach and row - first >= _ROWS:
            yield (first, row), count
            first, count = row, 0
        reach = max(reach, row + height)
        count += 1
    yield (first, max(reach, len(table.rows))), count
