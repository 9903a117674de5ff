"""The outline as a Qt tree: headings in text order, each under the nearest one before it with a lower level."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

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
from gui.actions.words import listed
from gui.panels.lists.columns import Column
from gui.panels.lists.heading_tree import HeadingTree
from gui.panels.lists.table_model import FIELD_ROLE, ROW_ROLE, RowMaker
from gui.panels.words.row import Row
from gui.panels.words.row_filter import RowFilter

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_STEP = "\u2003"  # an em: sets a title in by a level that its parent is not on
_CELL = (  # put together once: a tree that is unfolded asks for every heading
    Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemIsDropEnabled
)
_TITLE = _CELL | Qt.ItemFlag.ItemIsEditable
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
        self.tree = HeadingTree()
        self.below: Mapping[str, Below] = {}
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
        changed = [one for one in self._rows if below.get(one) != self.below.get(one)]
        self.below = below
        for item_id in changed:
            self._tell(item_id)

    def set_filter(self, row_filter: RowFilter) -> None:
        """Show the headings that match and those above them."""
        self.beginResetModel()
        self._filter = row_filter
        self._build()
        self.endResetModel()

    @property
    def ids(self) -> tuple[str, ...]:
        return self._ids

    @property
    def shown(self) -> Sequence[str]:
        """The headings the tree shows, in text order."""
        return self.tree.ids

    def has(self, item_id: str) -> bool:
        return item_id in self._rows

    def row_of(self, item_id: str) -> Row:
        return self._rows[item_id]

    def index_of(self, item_id: str) -> QModelIndex:
        """The heading's first cell; an invalid index when it is not shown."""
        at = self.tree.at.get(item_id)
        return QModelIndex() if at is None else self.createIndex(self.tree.nodes[at].row, 0, at)

    def id_of(self, index: Index) -> str:
        return self.tree.nodes[index.internalId()].id if index.isValid() else ""

    def neighbour(self, item_id: str, *, step: int, verdict: str | None = None) -> str | None:
        """The next shown heading in text order after (`step` 1) or before (-1) this one, if given with a verdict."""
        start = self.tree.at.get(item_id, -1 if step > 0 else len(self.tree.nodes)) + step
        end = len(self.tree.nodes) if step > 0 else -1
        for at in range(start, end, step):
            row = self._rows[self.tree.nodes[at].id]
            if verdict is None or (row.verdict == verdict and row.reading != "rejected"):
                return row.id
        return None

    # Qt's side

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        siblings = self.tree.children(parent.internalId() if parent.isValid() else -1)
        if not (0 <= row < len(siblings) and 0 <= column < len(self.columns)):
            return QModelIndex()
        return self.createIndex(row, column, siblings[row])

    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        if not index.isValid():
            return QModelIndex()
        above = self.tree.nodes[index.internalId()].parent
        return QModelIndex() if above < 0 else self.createIndex(self.tree.nodes[above].row, 0, above)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return len(self.tree.children(parent.internalId() if parent.isValid() else -1)) if parent.column() <= 0 else 0

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: ARG002
        return len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(self.columns[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[self.tree.nodes[index.internalId()].id]
        field = self.columns[index.column()].field
        if role == Qt.ItemDataRole.DisplayRole:
            words = self._words(row, index.column(), field)
            return _STEP * self.tree.nodes[index.internalId()].skipped + words if index.column() == 0 else words
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tip(row.id) or None
        if role == Qt.ItemDataRole.EditRole:
            return self.title(row.id)
        if role == ROW_ROLE:
            return row
        if role == FIELD_ROLE:
            return field
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(self.columns[index.column()])
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
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return _TITLE if index.column() == 0 else _CELL

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
        return listed(part for part in (level, row.said, below_words(self.below.get(item_id, Below()))) if part)

    def _words(self, row: Row, column: int, field: str) -> str:
        below = self.below.get(row.id, Below())
        if field == "open_below":
            return str(below.open) if below.open else ""
        if field == "decided":
            return f"{below.decided}/{below.numerals}" if below.numerals else ""
        return row.cells[column]

    def _tell(self, item_id: str) -> None:
        index = self.index_of(item_id)
        if index.isValid():
            self.dataChanged.emit(index, index.siblingAtColumn(len(self.columns) - 1))

    def _build(self) -> None:
        leaves = {one for one in self._ids if self._rows[one].reading == "rejected"}
        tree = HeadingTree([(item_id, self._rows[item_id].level) for item_id in self._ids], leaves)
        if not self._filter.is_empty():
            kept: set[str] = set()
            for node in reversed(tree.nodes):
                matches = self._filter.takes(self._rows[node.id])
                if matches or any(tree.nodes[child].id in kept for child in node.children):
                    kept.add(node.id)
            tree = HeadingTree([(one, self._rows[one].level) for one in self._ids if one in kept], leaves)
        self.tree = tree


def below_words(below: Below) -> str:
    """“数字已核 3/7，待核 4 项”; "" where nothing stands below."""
    said = []
    if below.numerals:
        words = QCoreApplication.translate("outline", "数字已核 {decided}/{total}")
        said.append(words.format(decided=below.decided, total=below.numerals))
    if below.open:
        said.append(QCoreApplication.translate("outline", "待核 {count} 项").format(count=below.open))
    return listed(said)


def alignment(column: Column) -> Qt.AlignmentFlag:
    """Figures stand at the right."""
    side = Qt.AlignmentFlag.AlignRight if column.is_figure else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
