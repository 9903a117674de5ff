"""The menu of a column: sorting, filtering and grouping by it, its place and width, and which columns there are."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from gui.panels.lists.column_layout import ColumnLayout
from gui.panels.lists.columns import GROUPINGS
from gui.panels.lists.table_model import RowsModel


class Table(Protocol):
    """The panel as its menus need it."""

    kind: str
    rows: RowsModel
    columns: ColumnLayout

    def sort_by(self, column: int, order: Qt.SortOrder) -> None: ...
    def group_by(self, column: int) -> None: ...
    def ask_column_filter(self, column: int) -> None: ...
    def clear_column_filter(self, column: int) -> None: ...
    def has_column_filter(self, column: int) -> bool: ...


class ColumnMenu(QMenu):
    """Made anew each time; `column` -1: only what concerns the whole table."""

    def __init__(self, table: Table, column: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._table = table
        if column >= 0:
            self._add_sorting(column)
            self.addSeparator()
            self._add_filter(column)
            self.addSeparator()
        else:
            self._add(self, self.tr("按原文顺序"), lambda: table.sort_by(-1, Qt.SortOrder.AscendingOrder))
        if table.kind in GROUPINGS:
            self._add_grouping()
        self._add_columns()
        if column >= 0:
            self._add_place(column)
        self._add(self, self.tr("恢复默认的列"), table.columns.reset)

    def _add_sorting(self, column: int) -> None:
        order, choice = self._table.rows.order, QActionGroup(self)
        for words, at, direction in (
            (self.tr("升序"), column, Qt.SortOrder.AscendingOrder),
            (self.tr("降序"), column, Qt.SortOrder.DescendingOrder),
            (self.tr("按原文顺序"), -1, Qt.SortOrder.AscendingOrder),
        ):
            is_on = order.column == at and (at < 0 or order.is_falling is (direction is Qt.SortOrder.DescendingOrder))
            self._add(self, words, partial(self._table.sort_by, at, direction), is_on=is_on, choice=choice)

    def _add_filter(self, column: int) -> None:
        title = self._table.rows.titles[column]
        self._add(self, self.tr("筛选“{title}”…").format(title=title), lambda: self._table.ask_column_filter(column))
        if self._table.has_column_filter(column):
            words = self.tr("清除“{title}”的筛选").format(title=title)
            self._add(self, words, lambda: self._table.clear_column_filter(column))

    def _add_grouping(self) -> None:
        table, rows = self._table, self._table.rows
        menu = self.addMenu(self.tr("分组"))
        choice = QActionGroup(menu)
        self._add(menu, self.tr("不分组"), lambda: table.group_by(-1), is_on=rows.order.group < 0, choice=choice)
        fields = [column.field for column in rows.columns]
        for field in GROUPINGS[table.kind]:
            at = fields.index(field)
            words = self.tr("按{title}").format(title=rows.titles[at])
            self._add(menu, words, partial(table.group_by, at), is_on=rows.order.group == at, choice=choice)
        menu.addSeparator()
        is_grouped = rows.order.group >= 0
        for words, is_folded in ((self.tr("全部折叠"), True), (self.tr("全部展开"), False)):
            self._add(menu, words, partial(rows.fold, tuple(rows.groups), on=is_folded), is_enabled=is_grouped)

    def _add_columns(self) -> None:
        columns = self._table.columns
        menu = self.addMenu(self.tr("列"))
        for at, title in enumerate(self._table.rows.titles[1:], 1):
            is_shown = columns.is_shown(at)
            self._add(menu, title, partial(columns.show_column, at, on=not is_shown), is_on=is_shown)

    def _add_place(self, column: int) -> None:
        columns, is_free = self._table.columns, column > 0
        menu = self.addMenu(self.tr("此列"))
        self._add(menu, self.tr("加宽"), lambda: columns.widen(column, 1))
        self._add(menu, self.tr("变窄"), lambda: columns.widen(column, -1))
        self._add(menu, self.tr("左移"), lambda: columns.move(column, -1), is_enabled=is_free)
        self._add(menu, self.tr("右移"), lambda: columns.move(column, 1), is_enabled=is_free)
        self._add(menu, self.tr("隐藏"), lambda: columns.show_column(column, on=False), is_enabled=is_free)

    def _add(
        self,
        menu: QMenu,
        words: str,
        act: Callable[[], object],
        *,
        is_on: bool | None = None,
        is_enabled: bool = True,
        choice: QActionGroup | None = None,
    ) -> None:
        action = menu.addAction(words.replace("&", "&&"))
        action.setEnabled(is_enabled)
        if is_on is not None:
            action.setCheckable(True)
            action.setChecked(is_on)
        if choice is not None:
            choice.addAction(action)
        action.triggered.connect(lambda _checked: act())
