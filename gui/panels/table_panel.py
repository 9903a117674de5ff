"""A panel whose list is a table: columns to be sorted, widened and chosen."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu

from engine.editing.edit import Changes
from gui.panels.cells import choice_words
from gui.panels.columns import COLUMNS, GROUPINGS
from gui.panels.list_panel import ListPanel, column_titles
from gui.panels.list_view import ReviewTable, column_width
from gui.panels.row import Row
from gui.panels.row_maker import item_row
from gui.panels.table_model import RowsModel

_SLICE = 0.005  # seconds


class TablePanel(ListPanel):
    """Items of one kind in a table."""

    def __init__(self, kind: str, *, has_states: bool = True) -> None:
        self.table = ReviewTable()
        self.rows = RowsModel(COLUMNS[kind], column_titles(kind))
        self._idle = QTimer()
        self._idle.timeout.connect(self._make_ahead)
        super().__init__(kind, self.rows, self.table, has_states=has_states)
        self._set_columns()

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
        at = self.rows.position(item_id)
        return self.rows.index(at, 0) if at >= 0 else QModelIndex()

    def refresh(self, ids: Iterable[str]) -> None:
        self.rows.refresh(ids)

    def make_row(self, item_id: str, order: int) -> Row:
        assert self.document is not None  # noqa: S101 - rows come of a document
        view = self.document.session.view
        return item_row(view.item(item_id), order, self.rows.columns, self.document.label, view)

    def on_changed(self, changes: Changes) -> None:
        """Take up what changed; rows tell the heading they stand under."""
        super().on_changed(changes)
        if "heading" in changes.kinds and changes.ids and self.kind in GROUPINGS:
            if self.isVisible():
                self.rows.refresh()
                self._idle.start(0)
            else:
                self._is_stale = True

    def set_doubts_first(self, *, on: bool) -> None:
        """Doubtful and wrong items before the others."""
        self.rows.set_doubts_first(on=on)

    def _fill(self) -> None:
        super()._fill()
        self._idle.start(0)

    def _make_ahead(self) -> None:
        """A few milliseconds of row making whenever nothing else is to be done."""
        if not self.rows.make_some(_SLICE):
            self._idle.stop()

    def _set_columns(self) -> None:
        header = self.table.horizontalHeader()
        for at, column in enumerate(self.rows.columns):
            is_wide = column.width == 0
            mode = QHeaderView.ResizeMode.Stretch if is_wide else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(at, mode)
            if not is_wide:
                words = (self.rows.titles[at], *choice_words(self.kind, column.field).values())
                self.table.setColumnWidth(at, column_width(self.table, column, words) + (24 if at == 0 else 0))
            self.table.setColumnHidden(at, column.is_hidden)
        header.setMinimumSectionSize(28)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.sortIndicatorChanged.connect(self._on_sort)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_header_menu)

    def _on_sort(self, column: int, order: Qt.SortOrder) -> None:
        with self.quietly():
            self.rows.sort(column, order)

    def _on_header_menu(self, at: QPoint) -> None:
        menu = QMenu(self.table)
        header = self.table.horizontalHeader()
        plain = QAction(self.tr("按原文顺序"), menu)
        plain.triggered.connect(lambda: header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder))
        menu.addAction(plain)
        menu.addSeparator()
        for column, title in enumerate(self.rows.titles[1:], 1):
            action = QAction(title, menu)
            action.setCheckable(True)
            action.setChecked(not self.table.isColumnHidden(column))
            action.toggled.connect(lambda on, column=column: self.table.setColumnHidden(column, not on))
            menu.addAction(action)
        menu.popup(header.mapToGlobal(at))
