"""The hand drags the paper and clicks like the pointer where it does not; a finger taps."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent

from gui.tools.gestures.aim import Aim
from gui.tools.gestures.gesture import Gesture


class TapGesture(Gesture):
    """A finger: moving it scrolls by itself, letting it go where it was put down is a click."""

    def __init__(self, aim: Aim, clicked: Callable[[QPointF], None]) -> None:
        super().__init__()
        self._aim = aim
        self._clicked = clicked

    def release(self, point: QPointF) -> None:
        if not self._is_far:
            self._clicked(point)


class HandGesture(Gesture):
    """Moves the column under the pointer."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, aim: Aim, clicked: Callable[[QPointF], None]) -> None:
        super().__init__()
        self._aim = aim
        self._clicked = clicked
        self._is_clicking = False

    def press(self, event: QMouseEvent) -> None:
        super().press(event)
        self._is_clicking = event.button() == Qt.MouseButton.LeftButton

    def drag(self, _point: QPointF, step: QPointF) -> None:
        view = self._aim.view
        view.scroll_to(view.camera.x - step.x(), view.camera.y - step.y(), glide=False)

    def release(self, point: QPointF) -> None:
        if self._is_clicking and not self._is_far:
            self._clicked(point)
