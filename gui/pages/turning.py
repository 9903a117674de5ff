"""Going on where the stage ends: wheel and keys scroll, and turn the page when nothing is left to scroll."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QWheelEvent

from gui.pages.keys import FAR
from gui.pages.view import PageView

_NOTCH = 120  # eighths of a degree of the wheel
_HAIR = 1.0  # pixels that are not worth scrolling


class PageTurning(QObject):
    """What wheel and keys do beyond the end of what is scrolled over."""

    def __init__(self, view: PageView) -> None:
        super().__init__(view)
        self._view = view
        self._swept = 0

    def wheel(self, event: QWheelEvent) -> bool:
        """Turn the page when the wheel goes on by a notch at its end; whether it did. A flick that is still running out
        turns nothing."""
        delta = event.angleDelta().y()
        if not delta or event.phase() == Qt.ScrollPhase.ScrollMomentum or not self._is_at_end(-delta):
            self._swept = 0
            return False
        self._swept = self._swept + delta if self._swept * delta > 0 else delta
        if abs(self._swept) < _NOTCH:
            return False
        self._swept = 0
        return self._view.travel.turn(-1 if delta > 0 else 1, at_end=delta > 0)

    def push(self, across: float, down: float, *, glide: bool = True) -> None:
        """Scroll by pixels; where nothing is left in that direction, turn the page."""
        view = self._view
        if abs(down) >= FAR:
            view.travel.to_end(1 if down > 0 else -1)
        elif down and self._is_at_end(down):
            view.travel.turn(1 if down > 0 else -1, at_end=down < 0)
        elif across and view.camera.content[0] - view.camera.width < _HAIR:
            view.travel.turn(1 if across > 0 else -1)
        else:
            x, y = view.glide.target if view.glide.is_running else (view.camera.x, view.camera.y)
            view.scroll_to(x + across, y + down, glide=glide)

    def _is_at_end(self, down: float) -> bool:
        """Whether nothing is left to scroll downwards (or upwards, when negative) although there are more pages."""
        camera = self._view.camera
        if len(camera.layout.stage) == camera.layout.rows:
            return False
        return camera.content[1] - camera.height - camera.y < _HAIR if down > 0 else camera.y < _HAIR
