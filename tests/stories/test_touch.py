"""Fingers on the page: two zoom, on a touchpad or on the screen; one moves the paper and selects nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.window.frame import Frame

from .conftest import WAIT

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support")

Parsed = Callable[[Path], Frame]


def test_a_pinch_on_the_touchpad_zooms_around_the_pointer(parsed: Parsed, speech: Path) -> None:
    view = parsed(speech).area.view
    at = QPointF(200, 200)
    before, spot = view.camera.zoom, view.camera.spot_at(200, 200)
    device = QPointingDevice.primaryPointingDevice()
    kind = Qt.NativeGestureType.ZoomNativeGesture
    event = QNativeGestureEvent(kind, device, 2, at, at, view.viewport().mapToGlobal(at), 0.2, QPointF())
    QApplication.sendEvent(view.viewport(), event)
    assert view.camera.zoom == pytest.approx(before * 1.2)
    after = view.camera.spot_at(200, 200)
    assert (after.sheet, after.across, after.down) == pytest.approx((spot.sheet, spot.across, spot.down), abs=1.5)


def test_two_fingers_on_the_screen_zoom(parsed: Parsed, speech: Path) -> None:
    view = parsed(speech).area.view
    before, device, pad = view.camera.zoom, QTest.createTouchDevice(), view.viewport()
    QTest.touchEvent(pad, device).press(0, QPoint(200, 200)).press(1, QPoint(300, 300)).commit()
    for step in range(5, 45, 5):
        one, other = QPoint(200 - step, 200 - step), QPoint(300 + step, 300 + step)
        QTest.touchEvent(pad, device).move(0, one).move(1, other).commit()
    QTest.touchEvent(pad, device).release(0, QPoint(160, 160)).release(1, QPoint(340, 340)).commit()
    assert view.camera.zoom > before * 1.2


def test_one_finger_moves_the_paper_and_selects_nothing(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    view = parsed(speech).area.view
    qtbot.waitUntil(lambda: view.camera.height > 200, timeout=WAIT)
    before, device, pad = view.camera.y, QTest.createTouchDevice(), view.viewport()
    QTest.touchEvent(pad, device).press(0, QPoint(200, 400)).commit()
    for step in range(15, 225, 15):
        QTest.touchEvent(pad, device).move(0, QPoint(200, 400 - step)).commit()
        qtbot.wait(10)  # a finger takes its time: the scroller looks at the clock
    QTest.touchEvent(pad, device).release(0, QPoint(200, 190)).commit()
    qtbot.waitUntil(lambda: view.camera.y > before + 50, timeout=WAIT)
    assert view.selection.is_empty
