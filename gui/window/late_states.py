"""What windows do with names of Qt that take 15 ms and more to make; they come with the rest, after page one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtWidgets import QWidget

_STEP = QPoint(32, 32)  # pixels a new window lies right of and below the one it was opened from


def come_forward(window: QWidget) -> None:
    """Bring a window to the front, with the keys."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized | Qt.WindowState.WindowActive)
    window.show()
    window.raise_()
    window.activateWindow()


def place_beside(window: Any, other: Any, rim: QSize) -> None:
    """Give a window the size of another and a place a little below it, whole on the same screen; `rim` is what a
    window manager puts around it."""
    room = other.screen().availableGeometry()
    window.setWindowState(window.windowState() & ~(Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen))
    size = (other.normalGeometry().size() if other.isMaximized() else other.size()).boundedTo(room.size() - rim)
    corner = other.pos() + _STEP
    lowest = room.bottomRight() - QPoint(size.width() + rim.width(), size.height() + rim.height())
    if corner.x() > lowest.x() or corner.y() > lowest.y():
        corner = room.topLeft()
    window.resize(size)
    window.move(corner)


class LayoutWatch(QObject):
    """Calls somebody back once a widget has laid out its parts anew."""

    def __init__(self, widget: QWidget, call: Callable[[], None]) -> None:
        super().__init__(widget)
        self._call = call
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            QTimer.singleShot(0, self, self._call)
        return False
