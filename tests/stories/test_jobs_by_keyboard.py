"""Checking, correcting and annotating the sample speech from opening to 核对完毕, by the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from gui.window.frame import Frame

from .conftest import WAIT, leave
from .keyboard import ALT, CONTROL, SHIFT, focus, press, write

Parsed = Callable[[Path], Frame]
WRONG = {2: "173万户", 5: "161G"}
CORRECTED = {3: "19万户", 6: "6001多台", 8: "111多家"}


def metrics(frame: Frame) -> tuple:
    return frame.document.session.view.metrics


def check_metrics(frame: Frame, qtbot: QtBot) -> None:
    """Every metric by one key, two wrong with what they should be, three corrected first."""
    listed = frame.panels.panels["metrics"].list
    press(Qt.Key.Key_2, by=CONTROL)
    for at in range(len(metrics(frame))):
        qtbot.waitUntil(listed.hasFocus, timeout=WAIT)
        assert frame.document.selected == metrics(frame)[at].id
        if at in WRONG:
            press(Qt.Key.Key_2)
            write(WRONG[at])
            press(Qt.Key.Key_Return)
            continue
        if at in CORRECTED:
            press(Qt.Key.Key_F2)
            qtbot.waitUntil(lambda: hasattr(focus(), "insert"), timeout=WAIT)
            write(CORRECTED[at])
            press(Qt.Key.Key_Return)
            qtbot.waitUntil(listed.hasFocus, timeout=WAIT)
        press(Qt.Key.Key_Return)


def undo_one(frame: Frame) -> None:
    """The last decision is taken back, shown, and made again otherwise."""
    press(Qt.Key.Key_Z, by=CONTROL)
    last = metrics(frame)[-1]
    assert (frame.document.selected, last.verdict) == (last.id, "open")
    press(Qt.Key.Key_3)
    assert metrics(frame)[-1].verdict == "doubtful"


def relevel(frame: Frame) -> str:
    """The second heading goes a level down."""
    press(Qt.Key.Key_1, by=CONTROL)
    press(Qt.Key.Key_Home, Qt.Key.Key_Down)
    press(Qt.Key.Key_Right, by=ALT)
    return str(frame.document.selected)


def annotate(frame: Frame, qtbot: QtBot) -> None:
    """Two stretches of page text are selected by the caret: one highlighted, one noted."""
    frame.area.view.show_places(metrics(frame)[1].places, glide=False)
    while focus() is not frame.area.view:
        press(Qt.Key.Key_F6)
    press(Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: frame.chrome.desk.caret.rect() is not None, timeout=WAIT)
    for words in ("", "请核实"):
        press(Qt.Key.Key_Down)
        for _ in range(6):
            press(Qt.Key.Key_Right, by=SHIFT)
        assert frame.chrome.desk.has_text
        press(Qt.Key.Key_M if words else Qt.Key.Key_H, by=CONTROL)
        if words:
            qtbot.waitUntil(lambda: isinstance(focus(), QPlainTextEdit), timeout=WAIT)
            focus().insertPlainText(words)
            press(Qt.Key.Key_Return, by=CONTROL)
    press(Qt.Key.Key_F7)


def check_the_rest(frame: Frame, qtbot: QtBot) -> None:
    """All other numerals; the last one offers the findings, the last of these 核对完毕, which is given."""
    press(Qt.Key.Key_7, by=CONTROL)
    panels = frame.panels
    qtbot.waitUntil(panels.panels["numerals"].list.hasFocus, timeout=WAIT)
    press(Qt.Key.Key_Home)
    for _ in range(panels.coverage.coverage.total):
        if panels.coverage.coverage.open == 0:
            break
        item = frame.document.session.view.item(frame.document.selected)
        press(Qt.Key.Key_Return if item.verdict == "open" else Qt.Key.Key_Down)
    assert panels.coverage.coverage.open == 0
    assert panels.card.offer.isVisible()
    press(Qt.Key.Key_Down, by=CONTROL)
    qtbot.waitUntil(panels.panels["findings"].list.hasFocus, timeout=WAIT)
    press(*[Qt.Key.Key_Return] * len(frame.document.session.view.findings))
    assert "核对完毕" in panels.card.offer.button.text()
    press(Qt.Key.Key_F8, by=CONTROL)
    dialog = panels.completion.dialog
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.make, timeout=WAIT)
    press(Qt.Key.Key_Return)
    assert "待核 0 处" in dialog.text.toPlainText()
    assert not dialog.make.isEnabled()
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    frame.activateWindow()  # what a window manager does; there is none without a screen
    qtbot.waitUntil(panels.panels["findings"].list.hasFocus, timeout=WAIT)


def test_the_speech_is_checked_corrected_annotated_completed_and_found_again(
    parsed: Parsed, speech: Path, qtbot: QtBot
) -> None:
    frame = parsed(speech)
    with qtbot.waitActive(frame):
        frame.activateWindow()
    check_metrics(frame, qtbot)
    undo_one(frame)
    heading = relevel(frame)
    level = frame.document.session.view.item(heading).value("level")
    annotate(frame, qtbot)
    check_the_rest(frame, qtbot)
    press(Qt.Key.Key_S, by=CONTROL)
    qtbot.waitUntil(lambda: frame.document.save_state[0] == "saved", timeout=WAIT)
    leave(frame, qtbot)

    again = parsed(speech)
    view = again.document.session.view
    assert {at: metrics(again)[at].should_be for at in WRONG} == WRONG
    assert [metric.verdict for metric in metrics(again)].count("wrong") == len(WRONG)
    assert {at: metrics(again)[at].value("quote") for at in CORRECTED} == CORRECTED
    assert metrics(again)[-1].verdict == "doubtful"
    assert (view.item(heading).value("level"), view.item(heading).reading) == (level, "corrected")
    assert sorted((note.type, note.text) for note in view.notes) == [("highlight", ""), ("highlight", "请核实")]
    assert all(note.is_placed and note.quote for note in view.notes)
    qtbot.waitUntil(lambda: again.panels.coverage.is_complete, timeout=WAIT)
