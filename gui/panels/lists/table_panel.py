"""A panel whose list is a table: columns to be sorted, filtered, grouped, widened and chosen, cells edited in place."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, Qt, QTimer

from engine.editing.edit import Changes
from engine.lexicon.lexicon import Lexicon
from gui.panels.lists.cell_editing import INITIATOR, CellEditing
from gui.panels.lists.cell_fields import OF_ITS_OWN, edit_of_fill, editable_fields
from gui.panels.lists.column_layout import ColumnLayout, Store
from gui.panels.lists.column_order import ColumnOrder
from gui.panels.lists.columns import COLUMNS
from gui.panels.lists.list_panel import ListPanel, column_titles, copy_of
from gui.panels.lists.list_view import ReviewTable, scroll_to_row
from gui.panels.lists.row_maker import item_row
from gui.panels.lists.table_model import RowsModel
from gui.panels.words.announce import announce
from gui.panels.words.problems import problem_words
from gui.panels.words.row import Row
from gui.panels.words.row_filter import RowFilter

_SLICE = 0.005  # seconds


class TablePanel(ListPanel):
    """Items of one kind in a table."""

    def __init__(self, kind: str, *, has_states: bool = True) -> None:
        self.table = ReviewTable()
        self.rows = RowsModel(COLUMNS[kind], column_titles(kind))
        self._idle = QTimer()
        self._idle.timeout.connect(self._make_ahead)
        super().__init__(kind, self.rows, self.table, has_states=has_states)
        self.columns = ColumnLayout(self.table, kind, self.rows.columns, self.rows.titles)
        self.cells = CellEditing(self, self)
        self.order = ColumnOrder(self, self)
        self.table.horizontalHeader().sortIndicatorChanged.connect(self._on_sort)

    def serve(self, store: Store, lexicon: Lexicon) -> None:
        """Keep columns and grouping in the window's settings; edit with this lexicon."""
        self.cells.lexicon = lexicon
        self.columns.keep_in(store)
        self.order.keep_in(store)

    @property
    def is_ready(self) -> bool:
        """Whether all rows are made and nothing is left for idle moments."""
        return not self._idle.isActive()

    @property
    def current_id(self) -> str:
        return self.rows.id_at(self.table.currentIndex().row())

    def selected_ids(self) -> tuple[str, ...]:
        rows = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        return tuple(one for row in rows if (one := self.rows.id_at(row)))

    def index_of(self, item_id: str) -> QModelIndex:
        """The item's cell in the column that is the current one."""
        at, column = self.rows.position(item_id), self.table.currentIndex().column()
        return self.rows.index(at, max(column, 0)) if at >= 0 else QModelIndex()

    def go_to(self, item_id: str, initiator: str = "") -> bool:
        with self.quietly():
            self.rows.unfold_for(item_id)
        above = self.rows.position(item_id) - 1
        if self.rows.group_at(above):  # its head is seen with the first row of a group
            self.table.scrollTo(self.rows.index(above, 0))
        return super().go_to(item_id, initiator)

    def bring_out(self, item_id: str) -> None:
        self.rows.unfold_for(item_id)
        super().bring_out(item_id)

    def refresh(self, ids: Iterable[str]) -> None:
        self.rows.refresh(ids)

    def copy_rows(self) -> None:
        """The selected rows as they are shown."""
        copy_of(self, self.columns.shown())

    def make_row(self, item_id: str, order: int) -> Row:
        assert self.document is not None  # noqa: S101 - rows come of a document
        view = self.document.session.view
        return item_row(view.item(item_id), order, self.rows.columns, self.document.label, view)

    def on_changed(self, changes: Changes) -> None:
        """Take up what changed; rows tell the heading they stand under."""
        super().on_changed(changes)
        if "heading" in changes.kinds and changes.ids and any(one.field == "heading" for one in COLUMNS[self.kind]):
            if self.isVisible():
                self.rows.refresh()
                self._idle.start(0)
            else:
                self._is_stale = True

    def set_doubts_first(self, *, on: bool) -> None:
        """Doubtful and wrong items before the others."""
        self.rows.set_doubts_first(on=on)

    # cells

    def edit_cell(self) -> bool:
        """Edit the current cell in its place; False where this list has no such."""
        return not self.shows_gone and self.cells.edit()

    def fill_down(self) -> None:
        """Give the value of the first selected row, in the current column, to the other selected rows."""
        chosen, session = self.selected_ids(), self.document.session if self.document is not None else None
        column = self.rows.columns[max(self.table.currentIndex().column(), 0)]
        title = self.rows.titles[self.rows.columns.index(column)]
        if session is None or self.document is None or self.shows_gone:
            return
        if len(chosen) < 2:
            announce(self.table, self.tr("先选中几行，再向下填充。"))
            return
        if column.field not in editable_fields(self.kind) or column.field in OF_ITS_OWN:
            announce(self.table, self.tr("“{title}”不能向下填充。").format(title=title))
            return
        try:
            edit = edit_of_fill(session, chosen, column.field)
        except ValueError as error:
            announce(self.table, problem_words(str(error)))
            return
        self.document.apply(edit, INITIATOR)
        said = self.tr("已把“{title}”填到 %n 行", "", len(chosen) - 1).format(title=title)
        announce(self.table, said)

    def _fill(self) -> None:
        super()._fill()
        self._idle.start(0)

    def _make_ahead(self) -> None:
        """A few milliseconds of row making whenever nothing else is to be done."""
        if self._is_stale or not self.rows.make_some(_SLICE):
            self._idle.stop()

    def _on_filter(self, row_filter: RowFilter) -> None:
        self.cells.close(is_taken=True)
        super()._on_filter(row_filter)
        for at, column in enumerate(self.rows.columns):
            if column.field == "former":
                self.columns.lend(at, on=row_filter.state == "draft-changed")
        self.table.horizontalHeader().viewport().update()

    def _on_sort(self, column: int, order: Qt.SortOrder) -> None:
        with self.quietly():
            self.rows.sort(column, order)
        if self.table.currentIndex().isValid():
            scroll_to_row(self.table, self.table.currentIndex())
