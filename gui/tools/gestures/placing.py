"""Placing new notes with the pointer: a box drawn, a pin set."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from engine.model.geometry import Box
from gui.style.colours import VERMILION, tint
from gui.tools.gestures.aim import Aim
from gui.tools.gestures.gesture import Gesture

PIN = 20.0  # points a free note measures on the page
_PLAIN = 72.0  # points: half the width of a box placed by the keyboard

Placed = Callable[[int, Box], None]
"""Takes the PDF page and the box in page space."""


class BoxGesture(Gesture):
    """Draws a box on one page."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, aim: Aim, placed: Placed) -> None:
        super().__init__()
        self._aim = aim
        self._placed = placed

    def drag(self, _point: QPointF, _step: QPointF) -> None:
        self._aim.view.viewport().update()

    def release(self, point: QPointF) -> None:
        spot = self._aim.spot(self._origin)
        if spot is None:
            return
        box = self._aim.box_of(spot.sheet, QRectF(self._origin, point).normalized(), keeps_size=False)
        if box is not None:
            self._placed(spot.sheet + 1, box)

    def paint(self, painter: QPainter) -> None:
        painter.setPen(QPen(VERMILION, 1.5))
        painter.setBrush(tint(VERMILION, 24))
        painter.drawRect(QRectF(self._origin, self._last).normalized())


class PinGesture(Gesture):
    """Sets a free note where the button is let go."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, aim: Aim, placed: Placed) -> None:
        super().__init__()
        self._aim = aim
        self._placed = placed

    def release(self, point: QPointF) -> None:
        spot = self._aim.spot(point)
        if spot is None or not self._aim.is_on_page(point):
            return
        self._placed(spot.sheet + 1, pin_box(self._aim, spot.sheet, spot.across, spot.down))


def pin_box(aim: Aim, sheet: int, across: float, down: float) -> Box:
    """The box (page space) of a pin around a displayed point of a page, kept on the page."""
    geometry = aim.view.camera.layout.geometry(sheet, 1.0)
    width, height = geometry.size
    left = min(max(across - PIN / 2, 0.0), max(0.0, width - PIN))
    top = min(max(down - PIN / 2, 0.0), max(0.0, height - PIN))
    return geometry.box_to_page(Box(left, top, left + PIN, top + PIN))


def middle_box(aim: Aim, mode: str) -> tuple[int, Box] | None:
    """The PDF page and the box (page space) of a note placed by the keyboard: in the middle of what shows."""
    camera = aim.view.camera
    middle = QPointF(camera.width / 2, camera.height / 2)
    spot = aim.spot(middle)
    if spot is None:
        return None
    if mode == "pin":
        return spot.sheet + 1, pin_box(aim, spot.sheet, spot.across, spot.down)
    size = _PLAIN * camera.scale
    rect = QRectF(middle.x() - size, middle.y() - size / 4, 2 * size, size / 2)
    box = aim.box_of(spot.sheet, rect, keeps_size=True)
    return (spot.sheet + 1, box) if box is not None else None
