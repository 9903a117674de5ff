"""What a user's hands do, on the real widgets."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.model.geometry import Box, box_of_quad
from gui.window.frame import Frame


def middle_of(frame: Frame, place: object) -> QPoint:
    """The viewport point in the middle of a place's first line."""
    box = box_of_quad(place.quads[0])
    return _point(frame, place.page, box, 0.5)


def is_in_view(frame: Frame, place: object) -> bool:
    """Whether a place shows in the page view."""
    point = middle_of(frame, place)
    return frame.area.view.viewport().rect().contains(point)


def click_place(frame: Frame, place: object) -> None:
    """Click the middle of a place on the page."""
    point = middle_of(frame, place)
    QTest.mouseClick(frame.area.view.viewport(), Qt.MouseButton.LeftButton, pos=point)


def drag_over(frame: Frame, start: object, end: object) -> None:
    """Drag the pointer from the left edge of one place to the right edge of another."""
    viewport = frame.area.view.viewport()
    origin = _point(frame, start.page, box_of_quad(start.quads[0]), 0.0)
    target = _point(frame, end.page, box_of_quad(end.quads[-1]), 1.0)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=origin)
    for step in range(1, 9):
        QTest.mouseMove(viewport, origin + (target - origin) * step / 8)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=target)


def _point(frame: Frame, page: int, box: Box, share: float) -> QPoint:
    camera = frame.area.view.camera
    sheet = camera.page_box(page - 1)
    left, top, right, low = camera.geometry(page - 1).box_to_view(box)
    return QPointF(sheet.left + left + (right - left) * share, sheet.bottom + (top + low) / 2).toPoint()


def press_drag_release(
    frame: Frame, start: QPoint, end: QPoint, button: Qt.MouseButton = Qt.MouseButton.LeftButton
) -> None:
    """Drag with a button from one viewport point to another."""
    viewport = frame.area.view.viewport()
    QTest.mousePress(viewport, button, pos=start)
    for step in range(1, 5):
        at = start + (end - start) * step / 4
        event = QMouseEvent(
            QMouseEvent.Type.MouseMove, at, viewport.mapToGlobal(at), Qt.MouseButton.NoButton, button,
            Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(viewport, event)
    QTest.mouseRelease(viewport, button, pos=end)
