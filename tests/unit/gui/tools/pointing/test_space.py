"""The space bar held for the hand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from pytestqt.qtbot import QtBot

from gui.pages.view import PageView
from gui.tools.pointing.pointer import Pointer


def space(kind: QEvent.Type, at: int) -> QKeyEvent:
    """The space bar at a time, not marked as repeated, as some displays send it."""
    event = QKeyEvent(kind, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ")
    event.setTimestamp(at)
    return event


@pytest.mark.parametrize("is_let_go", [False, True])
def test_the_bar_that_repeats_itself_while_the_paper_is_dragged_turns_no_page(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, is_let_go: bool
) -> None:
    view = PageView()
    qtbot.addWidget(view)
    pointer = Pointer(view)
    turned: list[object] = []
    monkeypatch.setattr(pointer, "_scroll", turned.append)
    pointer.key(space(QEvent.Type.KeyPress, 1000))
    where = QPointF(5, 5)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    pointer._running = pointer._gesture_for(QMouseEvent(QEvent.Type.MouseButtonPress, where, where, left, left, none))
    pointer._has_dragged = True
    if is_let_go:
        pointer._running = None
    for at in (1600, 1640, 1680):
        pointer.eventFilter(view, space(QEvent.Type.KeyRelease, at))
        pointer.key(space(QEvent.Type.KeyPress, at))
    pointer._running = None
    pointer.eventFilter(view, space(QEvent.Type.KeyRelease, 1700))
    assert turned == []
    pointer.key(space(QEvent.Type.KeyPress, 1900))
    pointer.eventFilter(view, space(QEvent.Type.KeyRelease, 1950))
    assert len(turned) == 1
