"""What a table does with a column on demand: sort, group and filter by it, and open its menu."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QWidget

from gui.panels.lists.column_filter import ColumnFilterBox, values_of
from gui.panels.lists.column_layout import ColumnLayout, Store
from gui.panels.lists.columns import GROUPINGS
from gui.panels.lists.filter_bar import FilterBar
from gui.panels.lists.header_menu import ColumnMenu
from gui.panels.lists.list_view import ReviewTable
from gui.panels.lists.table_model import RowsModel
from gui.panels.words.cells import choice_words
from gui.panels.words.row_filter import ColumnFilter


class Panel(Protocol):
    """The list whose columns these are."""

    kind: str
    table: ReviewTable
    rows: RowsModel
    columns: ColumnLayout
    filter_bar: FilterBar

    @property
    def current_id(self) -> str: ...
    def settle(self, item_id: str) -> None: ...
    def focus_list(self) -> None: ...
    def quietly(self) -> AbstractContextManager[None]: ...


class ColumnOrder(QObject):
    """The menus of a table's columns and what they do."""

    def __init__(self, panel: Panel, parent: QWidget) -> None:
        super().__init__(parent)
        self._panel, self._window = panel, parent
        self._store: Store | None = None
        self.kind, self.rows, self.columns = panel.kind, panel.rows, panel.columns
        header = panel.table.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_header_menu)
        button = panel.filter_bar.menu_button
        button.clicked.connect(self._on_menu_button)
        button.show()

    def keep_in(self, store: Store) -> None:
        """Group as was kept, and keep what the user chooses."""
        field = str(store.value(self._key) or "")
        if field in GROUPINGS.get(self.kind, ()):
            self.group_by([column.field for column in self.rows.columns].index(field))
        self._store = store

    def sort_by(self, column: int, order: Qt.SortOrder) -> None:
        """Sort by a column, -1 for the order of the text."""
        self._panel.table.horizontalHeader().setSortIndicator(column, order)

    def group_by(self, column: int) -> None:
        """Put the rows under heads by a column's values; -1 ends it."""
        panel = self._panel
        with panel.quietly():
            kept = panel.current_id
            self.rows.set_grouping(column)
            panel.settle(kept)
        if self._store is not None:
            self._store.setValue(self._key, self.rows.columns[column].field if column >= 0 else "")

    def has_column_filter(self, column: int) -> bool:
        return not self._panel.filter_bar.column_filter(self.rows.columns[column].field).is_empty()

    def clear_column_filter(self, column: int) -> None:
        self._panel.filter_bar.set_column_filter(self.rows.columns[column].field, ColumnFilter())

    def ask_column_filter(self, column: int) -> None:
        """Ask what the cells of a column must be; the list is filtered when it is answered."""
        bar, asked = self._panel.filter_bar, self.rows.columns[column]
        cells = [self.rows.row_of(one).cells[column] for one in self.rows.ids]
        order = tuple(choice_words(self.kind, asked.field).values())
        values = values_of(cells, order)
        box = ColumnFilterBox(self.rows.titles[column], values, bar.column_filter(asked.field), self._window)
        box.chosen.connect(lambda chosen: bar.set_column_filter(asked.field, chosen))
        box.finished.connect(lambda _result: self._panel.focus_list())
        box.open()

    def open_menu(self) -> None:
        """The menu of the current column, below its title."""
        column = max(self._panel.table.currentIndex().column(), 0)
        header = self._panel.table.horizontalHeader()
        self._pop_up(column, header.mapToGlobal(QPoint(header.sectionViewportPosition(column), header.height())))

    @property
    def _key(self) -> str:
        return f"grouping/{self.kind}"

    def _on_header_menu(self, at: QPoint) -> None:
        header = self._panel.table.horizontalHeader()
        self._pop_up(header.logicalIndexAt(at), header.mapToGlobal(at))

    def _on_menu_button(self) -> None:
        button = self._panel.filter_bar.menu_button
        self._pop_up(-1, button.mapToGlobal(button.rect().bottomLeft()))

    def _pop_up(self, column: int, at: QPoint) -> None:
        menu = ColumnMenu(self, column, self._window)
        menu.popup(at)
