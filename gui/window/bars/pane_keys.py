"""Keys of the table of actions that mean another pane while it has the focus: Ctrl+F in the 参照文件 looks there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget


class PaneKeys(QObject):
    """Takes the shortcuts of some actions from the window for a pane and what stands in it."""

    def __init__(self, pane: QWidget, actions: Any, answers: Mapping[str, Callable[[], object]]) -> None:
        super().__init__(pane)
        self._keys = {
            sequence.toString(): answer for name, answer in answers.items() for sequence in actions[name].shortcuts()
        }
        for widget in (pane, *pane.findChildren(QWidget)):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress}:
            return False
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget):
            return False
        answer = self._keys.get(QKeySequence(event.keyCombination()).toString())
        if answer is None or is_typing(watched, event):
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            answer()
        return True


def is_typing(widget: QWidget, event: QKeyEvent) -> bool:
    """Whether a key belongs to a line of text that has the focus: copying and selecting there is its own."""
    return hasattr(widget, "selectedText") and any(
        event.matches(key) for key in (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.SelectAll)
    )
