"""What the ledgers (metrics, tasks, systems, all numerals) answer to keys and menus in their own way: cells edited in
place, values filled down, columns and filters."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from gui.panels.fields.suggestions import office_lexicon
from gui.panels.lists.table_panel import TablePanel
from gui.panels.words.announce import announce

LEDGERS = ("metric", "task", "system", "numeral")
"""Kinds whose cells are edited in place."""

CHECKING = (
    "check.correct-next", "check.correct", "check.wrong", "check.doubtful", "check.open", "check.reject", "check.edit",
    "check.reset",
)  # fmt: skip
"""Actions that decide on what a list shows."""

MENU = (
    ("check.correct-next", "check.correct", "check.wrong", "check.doubtful", "check.open", "check.reject"),
    ("check.edit", "check.reset", "table.fill-down"),
    ("table.menu", "table.columns", "table.clear-filters"),
)
"""What the menu of a row offers, apart by lines."""


class LedgerDesk(QObject):
    """Serves the ledgers of a side pane."""

    def __init__(self, side: Any, frame: Any) -> None:
        super().__init__(side)
        self._side = side
        lexicon = office_lexicon()
        side.panels["outline"].keep_in(frame.settings)
        for panel in side.panels.values():
            if isinstance(panel, TablePanel):
                panel.serve(frame.settings, lexicon)
                if panel.kind in LEDGERS:
                    panel.state_changed.connect(partial(self._answer, panel))
                    self._answer(panel)
                    panel.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
                    panel.table.customContextMenuRequested.connect(partial(self._open_menu, panel))
        self._actions = frame.chrome.actions
        frame.chrome.actions.connect_handlers(self.handlers())

    def handlers(self) -> dict[str, Callable[..., object]]:
        """What the actions of the menu 表格 call."""
        return {
            "table.menu": self.open_column_menu,
            "table.columns": self.open_columns,
            "table.fill-down": self.fill_down,
            "table.clear-filters": self.clear_filters,
        }

    def open_column_menu(self) -> None:
        """The menu of the current column of the list in front."""
        panel = self._table()
        if panel is not None:
            panel.order.open_menu()

    def open_columns(self) -> None:
        """Grouping and columns of the list in front."""
        panel = self._table()
        if panel is not None:
            panel.filter_bar.menu_button.click()

    def fill_down(self) -> None:
        """The first selected row's value into the others, in the current column."""
        panel = self._table()
        if panel is not None:
            panel.fill_down()

    def clear_filters(self) -> None:
        """Show everything in the list in front again."""
        panel = self._side.tabs.currentWidget()
        panel.filter_bar.clear()
        panel.focus_list()

    def _open_menu(self, panel: TablePanel, at: QPoint) -> None:
        """The menu of the current row, by the right button or by a key."""
        menu = QMenu(panel)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for group in MENU:
            menu.addActions([self._actions[name] for name in group])
            menu.addSeparator()
        copy = menu.addAction(self.tr("复制所选的行"))
        copy.triggered.connect(panel.copy_rows)
        menu.popup(panel.table.viewport().mapToGlobal(at))

    def _table(self) -> TablePanel | None:
        panel = self._side.tabs.currentWidget()
        return panel if isinstance(panel, TablePanel) else None

    def _answer(self, panel: TablePanel) -> None:
        """Cells are edited in place; what this draft no longer has is only to be read."""
        if panel.shows_gone:
            panel.answers = dict.fromkeys(CHECKING, partial(self._refuse, panel))
        else:
            panel.answers = {"check.edit": partial(self._edit, panel)}

    def _edit(self, panel: TablePanel) -> None:
        if not panel.edit_cell():
            self._side.card.edit()

    def _refuse(self, panel: TablePanel) -> None:
        announce(panel.list, self.tr("本稿没有这一项，只供查看。"))
