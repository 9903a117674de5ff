"""The rows of one list as a Qt model: made when they are first asked for; filtered, sorted and grouped as plain lists.

No proxy model: with 5,000 rows a filter in Python must not be called back row by row.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import count
from time import perf_counter

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.panels.lists.arrangement import Group, GroupHead, Order, arranged, groups_of, is_head, is_wanted, lines_of
from gui.panels.lists.columns import Column
from gui.panels.words.row import Row
from gui.panels.words.row_filter import RowFilter

Index = QModelIndex | QPersistentModelIndex
RowMaker = Callable[[str, int], Row]
"""Makes the row of an item id at a position in the text."""

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
FIELD_ROLE = Qt.ItemDataRole.UserRole + 2
HEAD_ROLE = Qt.ItemDataRole.UserRole + 3
_NOWHERE = QModelIndex()


class RowsModel(QAbstractTableModel):
    """Items in text order, some of them shown, in the order wanted. A line of the table is an item or, where they are
    grouped, the head of a group; `shown` are the items that pass the filter, those of folded groups too."""

    def __init__(self, columns: Sequence[Column], titles: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.titles = tuple(titles)
        self.order = Order(RowFilter())
        self.groups: dict[str, Group] = {}
        self._ids: tuple[str, ...] = ()
        self._orders: dict[str, int] = {}
        self._rows: dict[str, Row] = {}
        self._shown: list[str] = []
        self._wanted: frozenset[str] = frozenset()  # the same, to look them up
        self._lines: list[str] = []
        self._at: dict[str, int] = {}
        self.folded: set[str] = set()
        self._group_of: dict[str, str] = {}
        self._heads: dict[str, GroupHead] = {}
        self._make: RowMaker | None = None

    # what the list holds

    def fill(self, ids: Iterable[str], make: RowMaker, *, stale: Collection[str] | None = None) -> None:
        """Start anew with these items, in text order; rows but the `stale` ones are kept, none without them."""
        self.beginResetModel()
        self._ids = tuple(ids)
        self._orders = {item_id: order for order, item_id in enumerate(self._ids)}
        kept = {} if stale is None else {one: row for one, row in self._rows.items() if one not in stale}
        self._rows = {one: row for one, row in kept.items() if one in self._orders}
        self._make = make
        self._arrange()
        self.endResetModel()

    def refresh(self, ids: Iterable[str] | None = None) -> None:
        """Make the rows of these items (of all without any) anew; they keep their line until the list is next sorted or
        filtered."""
        if ids is None:
            self._rows = {}
            self._heads = {}
            if self._lines:
                tell(self, 0, len(self._lines) - 1)
            return
        lines: set[int] = set()
        for item_id in ids:
            at, group = self._at.get(item_id), self._group_of.get(item_id, "")
            if self._rows.pop(item_id, None) is not None and at is not None:
                lines.add(at)
            if group:  # its head tells the count of what is open
                self._heads.pop(group, None)
                lines.add(self._at[group])
        for first in sorted(lines):  # thousands may come from a colleague: neighbours are told together
            if first - 1 not in lines:
                last = next(at for at in count(first) if at + 1 not in lines)
                tell(self, first, last)

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
        """The item's row, made when needed, with its present position."""
        row = self._rows.get(item_id)
        if row is not None and row.order != self._orders[item_id]:
            row = self._rows[item_id] = row._replace(order=self._orders[item_id])
        if row is None:
            assert self._make is not None  # noqa: S101 - ids come with their maker
            row = self._rows[item_id] = self._make(item_id, self._orders[item_id])
        return row

    def position(self, item_id: str) -> int:
        """The line on which the list shows the item, or -1."""
        return self._at.get(item_id, -1)

    def id_at(self, line: int) -> str:
        """The item of a line; "" for the line of a group and beyond the list."""
        return "" if not 0 <= line < len(self._lines) or is_head(self._lines[line]) else self._lines[line]

    def neighbour(self, item_id: str, *, step: int, verdict: str | None = None) -> str | None:
        """The next shown item after (`step` 1) or before (-1) this one, only with a verdict if given: in text order,
        in a grouped list in the order shown."""
        order = self._shown if self.groups else self._ids
        wanted = self._wanted
        start = (
            (self._shown.index(item_id) if item_id in wanted else -1) if self.groups else self._orders.get(item_id, -1)
        )
        stretch = order[start + 1 :] if step > 0 else order[:start][::-1] if start > 0 else ()
        if start < 0 and step < 0:
            stretch = order[::-1]
        return next((one for one in stretch if one in wanted and is_wanted(self.row_of(one), verdict)), None)

    # filter, order, groups

    def set_filter(self, row_filter: RowFilter) -> None:
        self._rearrange(self.order._replace(row_filter=row_filter))

    def set_doubts_first(self, *, on: bool) -> None:
        """Doubtful and wrong items before the others, each group in its order."""
        self._rearrange(self.order._replace(has_doubts_first=on))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By a column, equal ones in text order; column -1 is the order of the text."""
        self._rearrange(self.order._replace(column=column, is_falling=order is Qt.SortOrder.DescendingOrder))

    def set_grouping(self, column: int) -> None:
        """Under heads by the values of a column; -1 without groups."""
        self.folded.clear()
        is_list = column >= 0 and self.columns[column].is_list
        is_of_text = column >= 0 and self.columns[column].field == "heading"
        self._rearrange(self.order._replace(group=column, is_list=is_list, is_of_text=is_of_text))

    def group_at(self, line: int) -> str:
        """The key of the group whose head stands on a line, "" for an item's."""
        return self._lines[line] if 0 <= line < len(self._lines) and is_head(self._lines[line]) else ""

    def fold(self, groups: Iterable[str], *, on: bool) -> None:
        """Fold groups away, or unfold them."""
        changed = {group for group in groups if (group in self.folded) is not on}
        if changed:
            self.folded = self.folded | changed if on else self.folded - changed
            self._rearrange(self.order)

    def unfold_for(self, item_id: str) -> None:
        """Unfold the group of an item that the filter lets through."""
        if self.folded and item_id not in self._at:
            self.fold([key] if (key := self._group_of.get(item_id, "")) in self.folded else [], on=False)

    def _rearrange(self, order: Order) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        kept = [self._lines[index.row()] for index in before]
        self.order = order
        self._arrange()
        after = [
            self.index(self._at[line], index.column()) if line in self._at else QModelIndex()
            for line, index in zip(kept, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        self._shown = self._lines = arranged(self._ids, self.row_of, self.order)
        self.groups, self._group_of, self._heads = {}, {}, {}
        if self.order.group >= 0:
            groups = groups_of(self._shown, self.row_of, self.order)
            self.groups = {group.key: group for group in groups}
            self._group_of = {item_id: group.key for group in groups for item_id in group.ids}
            self._shown = [item_id for group in groups for item_id in group.ids]
            self._lines = lines_of(groups, self.folded)
        self._at = {line: at for at, line in enumerate(self._lines)}
        self._wanted = frozenset(self._shown)

    # Qt's side

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            is_filtered = any(at == section for at, _ in self.order.row_filter.columns)
            return f"▾ {self.titles[section]}" if is_filtered else self.titles[section]
        return alignment_of(self.columns[section]) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self._lines[index.row()]
        if is_head(line):
            return head_data(self.head_of(line), index.column(), role)
        if role == ROW_ROLE:
            return self.row_of(line)
        if role == FIELD_ROLE:
            return self.columns[index.column()].field
        return row_data(self.row_of(line), index.column(), self.columns[index.column()], role)

    def head_of(self, key: str) -> GroupHead:
        """The head of a group."""
        head = self._heads.get(key)
        if head is None:
            group = self.groups[key]
            count = sum(is_wanted(self.row_of(item_id), "open") for item_id in group.ids)
            is_checked = all(column.field != "note_state" for column in self.columns)
            words = group.words or (QCoreApplication.translate("groups", "正文之前") if self.order.is_of_text else "")
            head = GroupHead(words, len(group.ids), count if is_checked else None, is_folded=key in self.folded)
            self._heads[key] = head
        return head


def tell(model: RowsModel, first: int, last: int) -> None:
    """Say that lines are to be drawn anew."""
    model.dataChanged.emit(model.index(first, 0), model.index(last, len(model.columns) - 1))


def row_data(row: Row, column: int, asked: Column, role: int) -> object:
    """What Qt asks of an item's cell."""
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return row.cells[column]
        case Qt.ItemDataRole.ToolTipRole:
            return row.cells[column] or None
        case Qt.ItemDataRole.TextAlignmentRole:
            return alignment_of(asked)
        case Qt.ItemDataRole.AccessibleTextRole:
            return row.said if column == 0 else row.cells[column]
    return None


def head_data(head: GroupHead, column: int, role: int) -> object:
    """What Qt asks of a group's line; it is drawn across all columns."""
    if role == HEAD_ROLE:
        return head
    is_words = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
    return head.said if is_words and column == 0 else None


def alignment_of(column: Column) -> Qt.AlignmentFlag:
    """Figures stand at the right."""
    side = Qt.AlignmentFlag.AlignRight if column.is_figure else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
