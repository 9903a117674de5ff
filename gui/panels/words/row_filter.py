"""What a list is to show: rows that hold every word, are in the state wanted, and whose cells pass."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from gui.panels.words.row import Row

BETWEEN = "、"  # stands between the values of one cell


class ColumnFilter(NamedTuple):
    """What one column's cells must be: hold all these words, be filled (True) or empty (False), be one of these values
    (none: any)."""

    words: str = ""
    is_filled: bool | None = None
    values: frozenset[str] = frozenset()

    def is_empty(self) -> bool:
        return not self.words.split() and self.is_filled is None and not self.values

    def takes(self, cell: str) -> bool:
        if self.is_filled is not None and bool(cell) is not self.is_filled:
            return False
        if self.values and cell not in self.values and self.values.isdisjoint(cell.split(BETWEEN)):
            return False
        words = folded(self.words).split()
        if not words:
            return True
        said = folded(cell)
        return all(word in said for word in words)


class RowFilter:
    """Words, a state, and filters by position of their column."""

    def __init__(self, words: str = "", state: str = "", columns: tuple[tuple[int, ColumnFilter], ...] = ()) -> None:
        self.words = tuple(folded(words).split())
        self.state = state
        self.columns = columns

    def is_empty(self) -> bool:
        return not self.words and not self.state and not self.columns

    def takes(self, row: Row) -> bool:
        if self.state and self.state not in {row.verdict, row.reading} | row.states:
            return False
        if self.state == "open" and row.reading == "rejected":
            return False  # decided: it is none
        if not all(word in row.words for word in self.words):
            return False
        return all(column.takes(row.cells[at]) for at, column in self.columns)


def folded(words: str) -> str:
    """Words as filters compare them: widths and case made alike."""
    return words.casefold() if words.isascii() else unicodedata.normalize("NFKC", words).casefold()
