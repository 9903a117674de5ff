"""Keys in an open menu."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMenuBar
from pytestqt.qtbot import QtBot

from gui.actions.build import ActionSet


@pytest.mark.parametrize(
    ("modifiers", "is_kept"), [(Qt.KeyboardModifier.NoModifier, True), (Qt.KeyboardModifier.ControlModifier, False)]
)
def test_a_menu_keeps_a_plain_key_from_the_shortcuts_below_it(
    qtbot: QtBot, modifiers: Qt.KeyboardModifier, is_kept: bool
) -> None:
    bar = QMenuBar()
    qtbot.addWidget(bar)
    actions = ActionSet(bar)
    menus = actions.fill_menu_bar(bar)
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_2, modifiers, "2")
    event.ignore()
    QApplication.sendEvent(menus["marks"], event)
    assert event.isAccepted() is is_kept
