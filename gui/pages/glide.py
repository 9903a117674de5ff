"""A short glide from one scroll position to another: 150 ms, or at once where motion is switched off."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEasingCurve, QObject, QVariantAnimation
from PySide6.QtWidgets import QApplication, QStyle

DURATION = 150  # milliseconds
FARTHEST = 1.5  # viewport heights; farther ones start nearer, so that nothing flies past

_MOTION = "piyue-motion"  # the application carries it as it carries its style, for all windows


class Glide(QObject):
    """Moves a value along an easing curve and hands every step to `move(x, y)`."""

    def __init__(self, move: Callable[[float, float], None], parent: QObject) -> None:
        super().__init__(parent)
        self.is_enabled = True
        self._move = move
        self._from = (0.0, 0.0)
        self._to = (0.0, 0.0)
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(DURATION)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._on_step)

    @property
    def is_running(self) -> bool:
        return self._animation.state() == QVariantAnimation.State.Running

    @property
    def target(self) -> tuple[float, float]:
        """Where the running glide ends."""
        return self._to

    def start(self, origin: tuple[float, float], target: tuple[float, float], height: float) -> None:
        """Glide from `origin` to `target`; `height` is the viewport's."""
        self._animation.stop()
        self._to = target
        if not (self.is_enabled and has_motion()):
            self._move(*target)
            return
        leap = target[1] - origin[1]
        if abs(leap) > FARTHEST * height:
            origin = (origin[0], target[1] - FARTHEST * height * (1 if leap > 0 else -1))
        self._from = origin
        self._animation.start()

    def stop(self) -> None:
        self._animation.stop()

    def _on_step(self, share: float) -> None:
        (x0, y0), (x1, y1) = self._from, self._to
        self._move(x0 + (x1 - x0) * share, y0 + (y1 - y0) * share)


def set_motion(application: QCoreApplication, *, is_on: bool) -> None:
    """Whether things glide, in all windows of the application."""
    application.setProperty(_MOTION, is_on)


def has_motion() -> bool:
    """Whether things glide: switched off by the user, or by the system, which then gives its animations no time."""
    application = QApplication.instance()
    if not isinstance(application, QApplication) or application.property(_MOTION) is False:
        return False
    return application.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0
