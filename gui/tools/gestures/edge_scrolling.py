"""Scrolls on while a drag is held beyond the upper or the lower edge of what shows, the faster the farther."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, QTimer

_TICK = 30  # milliseconds between two steps


class EdgeScrolling:
    """One gesture's scrolling; `scroll` is called with the pixels to go down by."""

    def __init__(self, parent: QObject, height: Callable[[], float], scroll: Callable[[float], None]) -> None:
        self._height = height
        self._scroll = scroll
        self._over = 0.0
        self._timer = QTimer(parent)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self._on_time)

    @property
    def is_scrolling(self) -> bool:
        return self._timer.isActive()

    def follow(self, point: QPointF) -> None:
        """The pointer is at a point of the viewport."""
        self._over = min(point.y(), 0.0) + max(point.y() - self._height(), 0.0)
        if bool(self._over) != self._timer.isActive():
            self._timer.start() if self._over else self._timer.stop()

    def stop(self) -> None:
        """The drag is over."""
        self._timer.stop()

    def _on_time(self) -> None:
        self._scroll(self._over / 2)
