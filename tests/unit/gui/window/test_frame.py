"""A window whose late parts cannot be loaded says so."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui import late
from gui.window import frame as window
from gui.window.frame import Frame


@pytest.fixture
def frame(qtbot: QtBot, tmp_path: Path) -> Frame:
    made = Frame(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat), SimpleNamespace())
    qtbot.addWidget(made)
    return made


def test_a_part_that_cannot_be_imported_is_told_in_the_window_once(
    frame: Frame, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(late.TABLE, "chrome", "gui.window.nowhere:Chrome")
    told: list[object] = []
    window._import_rest(told.append)
    (error,) = told
    with pytest.raises(ModuleNotFoundError):
        frame._load_next(error)
    banner = frame.area.findChild(QLabel)
    assert "重新安装" in banner.text()
    assert "gui.window.nowhere" in banner.text()
    assert not frame.is_complete
    frame._load_next(("chrome",))
    assert not frame.is_complete


def test_a_part_that_cannot_be_made_is_told_as_well(frame: Frame) -> None:
    with pytest.raises(AttributeError):
        frame._load_next(("chrome",))  # these windows cannot dress
    assert "AttributeError" in frame.area.findChild(QLabel).text()
