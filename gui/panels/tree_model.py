"""The outline as a Qt tree: headings in text order, each under the nearest one before it with a lower level."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from engine.editing.heading_tally import Below
from gui.panels.columns import Column
from gui.panels.row import Row
from gui.panels.row_filter import RowFilter
from gui.panels.table_model import FIELD_ROLE, ROW_ROLE, RowMaker

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_STEP = "\u2003"  # an em: sets a title in by a level that its parent is not on


class Node(NamedTuple):
    """One heading of the tree; `parent` is the position of its parent in the list of nodes, -1 at the top; `skipped`
    is how many levels lie between the two."""

    id: str
    parent: int
    row: int
    children: list[int]
    skipped: int = 0


def tree_of_levels(levels: Sequence[tuple[str, int]], leaves: Collection[str] = ()) -> list[Node]:
    """The tree of (id, level) in text order. Levels may skip (1, 3): the nearest lower level before is the parent.
    Nothing hangs under `leaves` (headings that were said to be none)."""
    highest = min((level for _, level in levels), default=1)
    nodes: list[Node] = []
    tops: list[int] = []
    above: list[tuple[int, int]] = []  # (level, position) of the open ancestors
    for position, (item_id, level) in enumerate(levels):
        if item_id in leaves:
            parent_level, parent = next((one for one in reversed(above) if one[0] < level), (0, -1))
        else:
            while above and above[-1][0] >= level:
                above.pop()
            parent_level, parent = above[-1] if above else (0, -1)
            above.append((level, position))
        siblings = nodes[parent].children if parent >= 0 else tops
        skipped = level - parent_level - 1 if parent >= 0 else level - highest
        nodes.append(Node(item_id, parent, len(siblings), [], skipped))
        siblings.append(position)
    return nodes


MIME = "application/x-piyue-headings"


class OutlineModel(QAbstractItemModel):
    """Headings of a view. The tree is built anew when headings come, go or change their level, from rows that are kept;
    a changed title repaints its row."""

    title_written = Signal(str, str)  # a heading's id and its new title, typed in the tree

    def __init__(self, columns: Sequence[Column], titles: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.titles = tuple(titles)
        self.tip: Callable[[str], str] = lambda _item_id: ""
        self.title: Callable[[str], str] = lambda _item_id: ""
        self._make: RowMaker | None = None
        self._ids: tuple[str, ...] = ()
        self._rows: dict[str, Row] = {}
        self._nodes: list[Node] = []
        self._tops: list[int] = []
        self._at: dict[str, int] = {}
        self._below: Mapping[str, Below] = {}
        self._filter = RowFilter()

    def fill(self, ids: Iterable[str], make: RowMaker, *, stale: Collection[str] | None = None) -> None:
        """Show these headings, in text order; rows but the `stale` ones are kept, none without them."""
        self.beginResetModel()
        kept = {} if stale is None else {one: row for one, row in self._rows.items() if one not in stale}
        self._ids = tuple(ids)
        self._make = make
        self._rows = {item_id: kept.get(item_id) or make(item_id, at) for at, item_id in enumerate(self._ids)}
        self._build()
        self.endResetModel()

    def refresh(self, ids: Iterable[str]) -> bool:
        """Make the rows of these headings anew; False when a level changed, and the tree has to be filled again."""
        assert self._make is not None  # noqa: S101 - rows come with their maker
        for item_id in ids:
            former = self._rows.get(item_id)
            if former is None:
                continue
            row = self._make(item_id, former.order)
            if row.level != former.level or (row.reading == "rejected") != (former.reading == "rejected"):
                return False
            self._rows[item_id] = row
            self._tell(item_id)
        return True

    def set_below(self, below: Mapping[str, Below]) -> None:
        """What is still to be checked below each heading."""
        changed = [one for one in self._rows if below.get(one) != self._below.get(one)]
        self._below = below
        for item_id in changed:
            self._tell(item_id)

    def set_filter(self, row_filter: RowFilter) -> None:
        """Show the headings that match and those above them."""
        self.beginResetModel()
        self._filter = row_filter
        self._build()
        self.endResetModel()

    def below(self, item_id: str) -> Below:
        """What is still to be checked below a heading."""
        return self._below.get(item_id, Below())

    def levels(self) -> list[tuple[str, int]]:
        """(id, level) of the headings in text order, without those that were said to be none."""
        rows = (self._rows[one] for one in self._ids)
        return [(row.id, row.level) for row in rows if row.reading != "rejected"]

    def depth(self, item_id: str) -> int:
        """How deep in the tree a shown heading stands, 1 at the top."""
        at, found = self._at[item_id], 0
        while at >= 0:
            at, found = self._nodes[at].parent, found + 1
        return found

    def branches(self) -> list[str]:
        """The shown headings that have others below them."""
        return [node.id for node in self._nodes if node.children]

    @property
    def ids(self) -> tuple[str, ...]:
        return self._ids

    @property
    def shown(self) -> Sequence[str]:
        """The headings the tree shows, in text order."""
        return [node.id for node in self._nodes]

    def has(self, item_id: str) -> bool:
        return item_id in self._rows

    def row_of(self, item_id: str) -> Row:
        return self._rows[item_id]

    def index_of(self, item_id: str) -> QModelIndex:
        """The heading's first cell; an invalid index when it is not shown."""
        at = self._at.get(item_id)
        return QModelIndex() if at is None else self.createIndex(self._nodes[at].row, 0, at)

    def id_of(self, index: Index) -> str:
        return self._nodes[index.internalId()].id if index.isValid() else ""

    def neighbour(self, item_id: str, *, step: int, verdict: str | None = None) -> str | None:
        """The next shown heading in text order after (`step` 1) or before (-1) this one, if given with a verdict."""
        start = self._at.get(item_id, -1 if step > 0 else len(self._nodes)) + step
        end = len(self._nodes) if step > 0 else -1
        for at in range(start, end, step):
            row = self._rows[self._nodes[at].id]
            if verdict is None or (row.verdict == verdict and row.reading != "rejected"):
                return row.id
        return None

    # Qt's side

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        siblings = self._children(parent)
        if not (0 <= row < len(siblings) and 0 <= column < len(self.columns)):
            return QModelIndex()
        return self.createIndex(row, column, siblings[row])

    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        if not index.isValid():
            return QModelIndex()
        above = self._nodes[index.internalId()].parent
        return QModelIndex() if above < 0 else self.createIndex(self._nodes[above].row, 0, above)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return len(self._children(parent)) if parent.column() <= 0 else 0

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: ARG002
        return len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[self._nodes[index.internalId()].id]
        field = self.columns[index.column()].field
        if role == Qt.ItemDataRole.DisplayRole:
            words = self._words(row, index.column(), field)
            return _STEP * self._nodes[index.internalId()].skipped + words if index.column() == 0 else words
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tip(row.id) or None
        if role == Qt.ItemDataRole.EditRole:
            return self.title(row.id)
        if role == ROW_ROLE:
            return row
        if role == FIELD_ROLE:
            return field
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken_row(row.id) if index.column() == 0 else self._words(row, index.column(), field)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a title typed in the tree: say it; the row follows when the review has changed."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        item_id, words = self.id_of(index), str(value).strip()
        if words != self.title(item_id):
            self.title_written.emit(item_id, words)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid():
            return flags | Qt.ItemFlag.ItemIsDropEnabled
        flags |= Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == 0 else flags

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The dragged headings, in text order."""
        chosen = {self.id_of(index) for index in indexes}
        data = QMimeData()
        data.setData(MIME, "\n".join(one for one in self._ids if one in chosen).encode())
        return data

    def spoken_row(self, item_id: str) -> str:
        """The heading as a screen reader says it: its level, its words and state, how far its part is checked."""
        row = self._rows[item_id]
        level = QCoreApplication.translate("outline", "第 {level} 级").format(level=row.level)
        return "，".join(part for part in (level, row.said, below_words(self.below(item_id))) if part)

    def _words(self, row: Row, column: int, field: str) -> str:
        below = self.below(row.id)
        if field == "open_below":
            return str(below.open) if below.open else ""
        if field == "decided":
            return f"{below.decided}/{below.numerals}" if below.numerals else ""
        return row.cells[column]

    def _children(self, parent: Index) -> list[int]:
        return self._nodes[parent.internalId()].children if parent.isValid() else self._tops

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if self.columns[column].is_figure else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def _tell(self, item_id: str) -> None:
        index = self.index_of(item_id)
        if index.isValid():
            self.dataChanged.emit(index, index.siblingAtColumn(len(self.columns) - 1))

    def _build(self) -> None:
        leaves = {one for one in self._ids if self._rows[one].reading == "rejected"}
        nodes = tree_of_levels([(item_id, self._rows[item_id].level) for item_id in self._ids], leaves)
        if not self._filter.is_empty():
            kept: set[str] = set()
            for node in reversed(nodes):
                if self._filter.takes(self._rows[node.id]) or any(nodes[child].id in kept for child in node.children):
                    kept.add(node.id)
            nodes = tree_of_levels([(one, self._rows[one].level) for one in self._ids if one in kept], leaves)
        self._nodes = nodes
        self._tops = [at for at, node in enumerate(nodes) if node.parent < 0]
        self._at = {node.id: at for at, node in enumerate(nodes)}


def below_words(below: Below) -> str:
    """“数字已核 3/7，待核 4 项”; "" where nothing stands below."""
    said = []
    if below.numerals:
        words = QCoreApplication.translate("outline", "数字已核 {decided}/{total}")
        said.append(words.format(decided=below.decided, total=below.numerals))
    if below.open:
        said.append(QCoreApplication.translate("outline", "待核 {count} 项").format(count=below.open))
    return "，".join(said)
