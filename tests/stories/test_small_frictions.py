"""What held a clerk up who checked a whole speech by hand: none of it comes back."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from gui.window.frame import Frame

from .conftest import WAIT
from .keyboard import press

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support")

Parsed = Callable[[Path], Frame]


def active(parsed: Parsed, speech: Path, qtbot: QtBot) -> Frame:
    frame = parsed(speech)
    with qtbot.waitActive(frame):
        frame.activateWindow()
    return frame


def test_a_reference_opened_for_a_basis_by_return_gives_the_keys_to_its_metrics(
    parsed: Parsed, speech: Path, sample: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    last_year = Path(shutil.copyfile(sample, tmp_path / "去年.pdf"))
    frame = active(parsed, speech, qtbot)
    frame.resize(1600, 900)
    press(Qt.Key.Key_2, by=Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_4)
    listed = frame.panels.card.current.verdicts.reference
    qtbot.waitUntil(listed.open.hasFocus, timeout=WAIT)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(last_year), ""))
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(listed.list.hasFocus, timeout=WAIT)
    assert listed.list.count() >= 1
    press(Qt.Key.Key_Return)
    first = frame.document.session.view.metrics[0]
    assert (first.basis["document"], first.verdict) == ("去年.pdf", "open")
    qtbot.waitUntil(frame.panels.panels["metrics"].list.hasFocus, timeout=WAIT)


def test_what_was_found_stays_selected_when_the_line_is_closed(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = active(parsed, speech, qtbot)
    press(Qt.Key.Key_F, by=Qt.KeyboardModifier.ControlModifier)
    frame.chrome.find.edit.setText("81890")
    qtbot.waitUntil(lambda: frame.chrome.find.search.current is not None, timeout=WAIT)
    press(Qt.Key.Key_Escape)
    assert frame.area.view.selection.text() == "81890"
    assert frame.area.view.hasFocus()
    press(Qt.Key.Key_H, by=Qt.KeyboardModifier.ControlModifier)
    assert [note.quote for note in frame.document.session.view.notes] == ["81890"]


def test_the_caret_begins_at_the_selected_item(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = active(parsed, speech, qtbot)
    view = frame.area.view
    press(Qt.Key.Key_2, by=Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    item = frame.document.session.view.item(frame.document.selected)
    page = item.places[0].page - 1
    qtbot.waitUntil(lambda: page in view.camera.visible(), timeout=WAIT)
    view.setFocus()
    press(Qt.Key.Key_F7)
    assert view.selection.head == (page, item.places[0].chars[0])
    qtbot.waitUntil(lambda: view.supply.text(page) is not None, timeout=WAIT)
    for _ in range(len(item.quote)):
        press(Qt.Key.Key_Right, by=Qt.KeyboardModifier.ShiftModifier)
    assert view.selection.text().replace(" ", "")[:3] == item.quote[:3]
    press(Qt.Key.Key_F7)


def test_one_heading_put_down_is_not_called_many_and_the_pages_have_a_name(
    parsed: Parsed, speech: Path, qtbot: QtBot
) -> None:
    frame = active(parsed, speech, qtbot)
    assert frame.area.view.accessibleName() == "原文"
    press(Qt.Key.Key_1, by=Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Right, by=Qt.KeyboardModifier.AltModifier)
    assert frame.chrome.actions["edit.undo"].text().endswith("：更改标题级别")
