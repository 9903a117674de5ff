"""The rows of one list as a Qt model: rows are made when they are first asked for, filtered and sorted as plain lists.

No proxy model: with 5,000 rows a filter in Python must not be called back row by row.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from time import perf_counter

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.panels.columns import Column
from gui.panels.row import Row

Index = QModelIndex | QPersistentModelIndex
RowMaker = Callable[[str, int], Row]
"""Makes the row of an item id at a position in the text."""

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
FIELD_ROLE = Qt.ItemDataRole.UserRole + 2
_NOWHERE = QModelIndex()


class RowFilter:
    """What the list is to show: rows that hold every word and whose state is wanted."""

    def __init__(self, words: str = "", state: str = "") -> None:
        self.words = tuple(unicodedata.normalize("NFKC", words).casefold().split())
        self.state = state

    def is_empty(self) -> bool:
        return not self.words and not self.state

    def takes(self, row: Row) -> bool:
        if self.state and self.state not in {row.verdict, row.reading} | row.states:
            return False
        if self.state == "open" and row.reading == "rejected":
            return False  # decided: it is none
        return all(word in row.words for word in self.words)


class RowsModel(QAbstractTableModel):
    """Items in text order, some of them shown, in the order wanted."""

    def __init__(self, columns: Sequence[Column], titles: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.titles = tuple(titles)
        self._ids: tuple[str, ...] = ()
        self._orders: dict[str, int] = {}
        self._rows: dict[str, Row] = {}
        self._shown: list[str] = []
        self._at: dict[str, int] = {}
        self._filter = RowFilter()
        self._sort: tuple[int, bool] | None = None
        self._doubts_first = False
        self._make: RowMaker | None = None

    # what the list holds

    def fill(self, ids: Iterable[str], make: RowMaker) -> None:
        """Start anew with these items, in text order."""
        self.beginResetModel()
        self._ids = tuple(ids)
        self._orders = {item_id: order for order, item_id in enumerate(self._ids)}
        self._rows = {}
        self._make = make
        self._arrange()
        self.endResetModel()

    def refresh(self, ids: Iterable[str]) -> None:
        """Make the rows of these items anew; they keep their position until the next sorting or filtering."""
        last = len(self.columns) - 1
        for item_id in ids:
            if self._rows.pop(item_id, None) is None:
                continue
            at = self._at.get(item_id)
            if at is not None:
                self.dataChanged.emit(self.index(at, 0), self.index(at, last))

    def make_some(self, seconds: float) -> bool:
        """Make rows ahead for that long; False when all are made. For idle moments: the first filter is quick then."""
        end = perf_counter() + seconds
        for item_id in self._ids:
            if item_id not in self._rows:
                if perf_counter() > end:
                    return True
                self.row_of(item_id)
        return False

    @property
    def ids(self) -> tuple[str, ...]:
        """Every item, in text order."""
        return self._ids

    @property
    def shown(self) -> Sequence[str]:
        """The items the list shows, in its order."""
        return self._shown

    def has(self, item_id: str) -> bool:
        return item_id in self._orders

    def row_of(self, item_id: str) -> Row:
        """The item's row, made when needed."""
        row = self._rows.get(item_id)
        if row is None:
            assert self._make is not None  # noqa: S101 - ids come with their maker
            row = self._rows[item_id] = self._make(item_id, self._orders[item_id])
        return row

    def position(self, item_id: str) -> int:
        """Where the list shows the item, or -1."""
        return self._at.get(item_id, -1)

    def neighbour(self, item_id: str, *, step: int, verdict: str | None = None) -> str | None:
        """The next shown item in text order after (`step` 1) or before (-1) this one, only with a verdict if given."""
        order = self._orders.get(item_id, -1 if step > 0 else len(self._ids))
        stretch = self._ids[order + 1 :] if step > 0 else self._ids[:order][::-1] if order > 0 else ()
        for candidate in stretch:
            if candidate in self._at and self._is_wanted(candidate, verdict):
                return candidate
        return None

    def _is_wanted(self, item_id: str, verdict: str | None) -> bool:
        if verdict is None:
            return True
        row = self.row_of(item_id)
        return row.verdict == verdict and row.reading != "rejected"

    # filter and order

    def set_filter(self, row_filter: RowFilter) -> None:
        self._filter = row_filter
        self._rearrange()

    def set_doubts_first(self, *, on: bool) -> None:
        """Doubtful and wrong items before the others, each group in its order."""
        self._doubts_first = on
        self._rearrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By a column, equal ones in text order; column -1 is the order of the text."""
        self._sort = (column, order is Qt.SortOrder.DescendingOrder) if column >= 0 else None
        self._rearrange()

    def _rearrange(self) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        kept = [self._shown[index.row()] for index in before]
        self._arrange()
        after = [
            self.index(self._at[item_id], index.column()) if item_id in self._at else QModelIndex()
            for item_id, index in zip(kept, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        shown = list(self._ids)
        if not self._filter.is_empty():
            shown = [item_id for item_id in shown if self._filter.takes(self.row_of(item_id))]
        if self._sort is not None:
            column, is_falling = self._sort
            filled = [item_id for item_id in shown if not self.row_of(item_id).keys[column][0]]
            empty = [item_id for item_id in shown if self.row_of(item_id).keys[column][0]]
            shown = sorted(filled, key=lambda one: self._rows[one].keys[column], reverse=is_falling) + empty
        if self._doubts_first:
            shown.sort(key=lambda one: self.row_of(one).verdict not in {"doubtful", "wrong"})
        self._shown = shown
        self._at = {item_id: at for at, item_id in enumerate(shown)}

    # Qt's side

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.row_of(self._shown[index.row()]).cells[index.column()]
        if role == ROW_ROLE:
            return self.row_of(self._shown[index.row()])
        if role == FIELD_ROLE:
            return self.columns[index.column()].field
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.row_of(self._shown[index.row()]).cells[index.column()] or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index)
        return None

    def spoken_row(self, item_id: str) -> str:
        """The row as a screen reader says it: its cells, then verdict and reading."""
        return self.row_of(item_id).said

    def _spoken(self, index: Index) -> object:
        row = self.row_of(self._shown[index.row()])
        return self.spoken_row(row.id) if index.column() == 0 else row.cells[index.column()]

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if self.columns[column].is_figure else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter
