"""The menu of the right button over a list: the actions of the table that can be done with what is chosen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QMenu

from gui.actions.build import ActionSet


def offer_menu(
    view: QAbstractItemView,
    actions: ActionSet,
    groups: Iterable[Sequence[str]],
    at: QPoint,
    more: Sequence[QAction | QMenu] = (),
) -> QMenu:
    """Show the usable actions of each group, groups apart, and `more` at the end. By the menu key it opens beside the
    current row."""
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for group in groups:
        usable = [actions[name] for name in group if actions[name].isEnabled() and actions[name].isVisible()]
        if usable and menu.actions():
            menu.addSeparator()
        menu.addActions(usable)
    for one in more:
        if isinstance(one, QMenu):
            one.setParent(menu, one.windowFlags())  # without its flags it would lie in the menu as a widget
            menu.addMenu(one)
        else:
            one.setParent(menu)
            menu.addAction(one)
    row = view.visualRect(view.currentIndex())
    point = at if view.viewport().rect().contains(at) and not at.isNull() else row.bottomLeft()
    menu.popup(view.viewport().mapToGlobal(point))
    return menu
