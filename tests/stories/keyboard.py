"""What a user's hands do at the keyboard: keys go to whatever has the focus."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier


def focus() -> QWidget:
    """The widget that has the focus; there must be one."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(*keys: Qt.Key, by: Qt.KeyboardModifier = PLAIN) -> None:
    """Press keys one after another."""
    for key in keys:
        QTest.keyClick(focus(), key, by)


def write(words: str) -> None:
    """Type over what the focused editor holds; QTest types no Chinese, so words are put in as they are."""
    editor = focus()
    editor.selectAll()
    editor.insert(words)


def compose(words: str) -> None:
    """What an input method sends: letters under way, then the words chosen."""
    QApplication.sendEvent(focus(), QInputMethodEvent("ci", []))
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(focus(), event)
