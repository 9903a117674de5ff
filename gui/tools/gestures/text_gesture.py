"""Selects text: by dragging, word by word after a double click, line by line after a third, on with Shift."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from gui.pages.selection import Caret
from gui.tools.gestures.aim import Aim
from gui.tools.gestures.gesture import Gesture

_EDGE_TICK = 30  # milliseconds between steps of scrolling when the pointer drags past an edge


class TextGesture(Gesture):
    """`told` hears whether text is selected, `clicked` of a press that did not move."""

    def __init__(self, aim: Aim, told: Callable[[bool], None], clicked: Callable[[QPointF], None]) -> None:
        super().__init__(aim)
        self._told = told
        self._clicked = clicked
        self._clicks = 0
        self._doubled = 0  # when the last double click was, as events tell the time
        self._first: tuple[Caret, Caret] | None = None  # the word or line the gesture began with
        self._before: tuple[Caret | None, Caret | None] = (None, None)
        self._timer = QObject(aim.view)
        self._edge = QTimer(self._timer)
        self._edge.setInterval(_EDGE_TICK)
        self._edge.timeout.connect(self._on_edge)

    def press(self, event: QMouseEvent) -> None:
        is_soon = event.timestamp() - self._doubled <= QApplication.doubleClickInterval()
        is_again = self._clicks == 2 and is_soon and self._is_near(event.position())
        super().press(event)
        selection = self._aim.view.selection
        self._before = (selection.anchor, selection.head)
        self._clicks, self._first = 1, None
        caret = self._aim.caret(event.position())
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and selection.anchor is not None:
            if caret is not None:
                selection.select(selection.anchor, caret)
                self._is_far = True
        elif is_again and caret is not None:
            self._clicks = 3
            self._take(caret)
        elif caret is None:  # the page's text is on its way: the drag starts where the pointer is now
            selection.clear()
            self._told(False)  # noqa: FBT003
        else:
            selection.select(caret, caret)
            self._told(False)  # noqa: FBT003
        self._aim.view.viewport().update()

    def double(self, event: QMouseEvent) -> None:
        """The second press of a double click: the word."""
        super().press(event)
        self._clicks = 2
        self._doubled = event.timestamp()
        caret = self._aim.caret(event.position())
        if caret is not None:
            self._take(caret)

    def drag(self, point: QPointF, _step: QPointF) -> None:
        if self._is_far:
            self._stretch_to(point)
            outside = not 0 <= point.y() <= self._aim.view.camera.height
            if outside != self._edge.isActive():
                self._edge.start() if outside else self._edge.stop()

    def release(self, point: QPointF) -> None:
        self._edge.stop()
        view = self._aim.view
        if not self._is_far and self._clicks == 1:
            self._clicked(point)
        else:
            self._told(not view.selection.is_empty)
        view.viewport().update()

    def cancel(self) -> None:
        self._edge.stop()
        self._clicks = 0
        anchor, head = self._before
        if anchor is not None and head is not None:
            self._aim.view.selection.select(anchor, head)
        else:
            self._aim.view.selection.clear()
        self._told(not self._aim.view.selection.is_empty)
        self._aim.view.viewport().update()

    def _take(self, caret: Caret) -> None:
        """Select the word or line around a caret."""
        self._first = self._around(caret)
        if self._first is not None:
            self._aim.view.selection.select(*self._first)
            self._aim.view.viewport().update()

    def _around(self, caret: Caret) -> tuple[Caret, Caret] | None:
        text = self._aim.text(caret.sheet)
        if text is None:
            return None
        start, end = text.line_at(caret.at) if self._clicks == 3 else text.word_at(caret.at)
        return Caret(caret.sheet, start), Caret(caret.sheet, end)

    def _stretch_to(self, point: QPointF) -> None:
        view = self._aim.view
        caret = self._aim.caret(point)
        if caret is None:
            return
        unit = self._around(caret) if self._first is not None else None
        if self._first is not None and unit is not None:
            low, high = min(self._first[0], unit[0]), max(self._first[1], unit[1])
            view.selection.select(*((high, low) if unit[0] < self._first[0] else (low, high)))
        else:
            origin = view.selection.anchor or self._aim.caret(self._origin)
            if origin is not None:
                view.selection.select(origin, caret)
        view.viewport().update()

    def _on_edge(self) -> None:
        view = self._aim.view
        over = self._last.y() if self._last.y() < 0 else self._last.y() - view.camera.height
        view.scroll_to(view.camera.x, view.camera.y + over / 2, glide=False)
        self._stretch_to(self._last)

    def _is_near(self, point: QPointF) -> bool:
        return (point - self._origin).manhattanLength() < QApplication.startDragDistance()
