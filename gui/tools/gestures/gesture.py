"""One way of dragging on the page. A gesture lives from the press of a button to its release."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication


class Gesture:
    """Keeps where it began and whether the pointer went far enough to mean it."""

    cursor: Qt.CursorShape | None = None  # while it runs; None leaves the cursor as it is

    def __init__(self) -> None:
        self._origin = QPointF()
        self._last = QPointF()
        self._is_far = False

    def press(self, event: QMouseEvent) -> None:
        """The button went down."""
        self._origin = self._last = event.position()
        self._is_far = False

    def move(self, point: QPointF) -> None:
        """The pointer moved with the button down."""
        if not self._is_far:
            way = (point - self._origin).manhattanLength()
            self._is_far = way >= QApplication.startDragDistance() // 2
        step, self._last = point - self._last, point
        self.drag(point, step)

    def drag(self, point: QPointF, step: QPointF) -> None:
        """The pointer is at a point, a step from where it was."""

    def release(self, point: QPointF) -> None:
        """The button went up: what was meant is done."""

    def cancel(self) -> None:
        """Everything is as it was before the press."""

    def paint(self, painter: QPainter) -> None:
        """What shows while it runs, over the pages."""
