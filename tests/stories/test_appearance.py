"""Light, dark, high contrast, with or without motion: at once, everywhere, and again at the next start."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QImage, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.style.contrast import contrast
from gui.style.theme import apply_theme
from gui.window.frame import Frame

from .conftest import leave

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

Parsed = Callable[[Path], Frame]


@pytest.fixture(autouse=True)
def system_look(qapp: QApplication) -> Iterator[None]:
    """The application outlives a story; its look must not."""
    yield
    apply_theme(qapp, "system")
    qapp.setProperty("piyue-motion", True)


def darkest_and_lightest(image: QImage) -> tuple[int, int]:
    tones = [
        image.pixelColor(x, y).lightness()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 200
    ]
    return min(tones), max(tones)


def is_dark_now(frame: Frame) -> bool:
    return frame.palette().color(QPalette.ColorRole.Window).lightness() < 128


@pytest.mark.parametrize(("theme", "is_dark"), [("light", False), ("dark", True), ("high-contrast", True)])
def test_a_theme_is_worn_at_once_by_window_icons_and_desk(
    parsed: Parsed, speech: Path, qtbot: QtBot, theme: str, is_dark: bool
) -> None:
    frame = parsed(speech)
    frame.chrome.actions[f"view.theme-{theme}"].trigger()
    qtbot.waitUntil(lambda: is_dark_now(frame) == is_dark)
    palette = frame.palette()
    icon = frame.chrome.actions["file.open"].icon().pixmap(18, 18).toImage()
    low, high = darkest_and_lightest(icon)
    assert (low > 150) if is_dark else (high < 110)
    desk = frame.area.view.viewport().palette().color(QPalette.ColorRole.Window)
    assert (desk.lightness() < 128) == is_dark
    words = contrast(palette.color(QPalette.ColorRole.WindowText), palette.color(QPalette.ColorRole.Window))
    assert words >= (7 if theme == "high-contrast" else 4.5)
    frame.chrome.actions["view.theme-system"].trigger()
    qtbot.waitUntil(lambda: not is_dark_now(frame))


def test_the_theme_is_there_at_the_next_start_before_the_window(
    parsed: Parsed, speech: Path, qtbot: QtBot, own_folders: Path, qapp: QApplication
) -> None:
    frame = parsed(speech)
    frame.chrome.actions["view.theme-dark"].trigger()
    settings = json.loads(next(own_folders.rglob("settings.json")).read_text("utf8"))
    assert settings["window.theme"] == "dark"
    assert frame.close_document()
    leave(frame, qtbot)
    apply_theme(qapp, "system")
    again = parsed(speech)
    assert again.chrome.actions["view.theme-dark"].isChecked()
    assert is_dark_now(again)


def test_without_motion_jumps_are_made_at_once(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    view = frame.area.view
    view.travel.to_page(3)
    assert view.glide.is_running
    frame.chrome.actions["view.motion"].trigger()
    view.travel.to_page(5)
    assert not view.glide.is_running
    assert view.page == 5


def test_a_setting_changed_elsewhere_is_followed_when_the_window_comes_to_the_front(
    parsed: Parsed, speech: Path, qtbot: QtBot, own_folders: Path
) -> None:
    frame = parsed(speech)
    frame.chrome.actions["view.theme-light"].trigger()
    path = next(own_folders.rglob("settings.json"))
    path.write_text(json.dumps({"window.theme": "dark", "window.motion": False}), "utf8")
    QApplication.sendEvent(frame, QEvent(QEvent.Type.WindowActivate))
    assert frame.chrome.actions["view.theme-dark"].isChecked()
    assert not frame.chrome.actions["view.motion"].isChecked()
    qtbot.waitUntil(lambda: is_dark_now(frame))
