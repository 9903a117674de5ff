"""The language of the windows is changed while the program runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from engine.editing.verbs import set_field
from gui.window.frame import Frame

from .conftest import WAIT, has_parse

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support")

Parsed = Callable[[Path], Frame]


@pytest.fixture(autouse=True)
def no_translators_left() -> Iterator[None]:
    yield
    application = QApplication.instance()
    for translator in application.findChildren(QTranslator):
        application.removeTranslator(translator)
        translator.deleteLater()


def test_the_windows_are_opened_anew_in_english_with_their_documents_saved_and_where_they_were_read(
    parsed: Parsed, speech: Path, qtbot: QtBot
) -> None:
    frame = parsed(speech)
    windows = frame.windows
    windows.open_start(None, beside=frame)
    frame.area.view.glide.is_enabled = False
    frame.area.view.travel.to_page(4)
    document = frame.document
    metric, by = document.session.view.metrics[0].id, document.session.person.id
    document.apply(set_field(document.session.view, item=metric, field="name", value="新名", by=by), "story")
    frame.chrome.actions["tools.english"].trigger()
    box = frame.findChild(QMessageBox)
    box.defaultButton().click()
    qtbot.waitUntil(lambda: windows.frames[0] is not frame and has_parse(windows.frames[0]), timeout=WAIT)
    assert len(windows.frames) == 2
    again, other = windows.frames
    assert again.chrome.actions["edit.undo"].text().startswith("&Undo")
    assert again.chrome.actions["tools.english"].isChecked()
    assert again.windowTitle() == f"{speech.name} — Piyue"
    assert again.area.view.page == 4
    assert again.document.session.view.metrics[0].value("name") == "新名"
    qtbot.waitUntil(lambda: other.is_complete, timeout=WAIT)
    assert other.document is None
    again.chrome.actions["tools.english"].trigger()
    again.findChild(QMessageBox).buttons()[-1].click()
    assert again in windows.frames
    assert again.settings.value("language") == "zh_CN"


def test_the_start_page_is_english_from_the_first(launch: Callable[..., Frame], own_folders: Path) -> None:
    folder = own_folders / "config" / "piyue"
    folder.mkdir()
    (folder / "window.ini").write_text("[General]\nlanguage=en\n", "utf-8")
    frame = launch()
    assert frame.windowTitle() == "Piyue"
    assert "Open a File…" in {button.text() for button in frame.findChildren(QPushButton)}
