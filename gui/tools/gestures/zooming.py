"""Zooming around the pointer: the wheel with Ctrl, two fingers on a touchpad, two fingers on the screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QScroller

from gui.pages.turning import PageTurning
from gui.pages.view import PageView

_WHEEL = 1.15  # how much a notch of the wheel zooms
_NOTCH = 120  # eighths of a degree
_PIXELS = 48.0  # pixels of a touchpad's scroll that zoom as much as a notch


class Zooming:
    """Wheel, touchpad and touch of one page view. One finger on a touch screen moves the paper, with momentum."""

    def __init__(self, view: PageView, turning: PageTurning) -> None:
        self._view = view
        self._turning = turning
        self._start = 1.0  # the zoom a pinch began at
        view.viewport().setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        view.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self.let_fingers_scroll(True)  # noqa: FBT003

    def let_fingers_scroll(self, is_on: bool) -> None:  # noqa: FBT001
        """Let one finger move the paper, or draw as the pointer does."""
        viewport = self._view.viewport()
        if is_on:
            QScroller.grabGesture(viewport, QScroller.ScrollerGestureType.TouchGesture)
        else:
            QScroller.ungrabGesture(viewport)

    def take(self, event: QEvent) -> bool:
        """Zoom, if that is what the event asks; whether it was."""
        if isinstance(event, QWheelEvent):
            return self._wheel(event)
        if isinstance(event, QNativeGestureEvent):
            return self._touchpad(event)
        if isinstance(event, QGestureEvent):
            return self._touch(event)
        return False

    def _wheel(self, event: QWheelEvent) -> bool:
        self._view.halt()
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return self._turning.wheel(event)
        notches = event.angleDelta().y() / _NOTCH or event.pixelDelta().y() / _PIXELS
        if notches:
            self._view.set_zoom(self._view.camera.zoom * _WHEEL**notches, event.position())
        return True

    def _touchpad(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self._view.set_zoom(self._view.camera.zoom * (1 + event.value()), event.position())
        return True

    def _touch(self, event: QGestureEvent) -> bool:
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(pinch, QPinchGesture):
            return False
        if pinch.state() == Qt.GestureState.GestureStarted:
            self._start = self._view.camera.zoom
        middle = self._view.viewport().mapFromGlobal(pinch.centerPoint().toPoint())
        self._view.set_zoom(self._start * pinch.totalScaleFactor(), QPointF(middle))
        event.accept()
        return True
