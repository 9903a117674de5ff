"""Two people and two documents: values set differently, the second check, and a basis taken from the 参照文件."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.editing import verbs
from engine.editing.review import Review
from engine.editing.session import Person, Session
from engine.storage.importing import import_review
from gui.window.frame import Frame

from .conftest import WAIT
from .keyboard import press

pytestmark = pytest.mark.qt_log_ignore("plugin does not support")  # popups without a screen

Parsed = Callable[[Path], Frame]
LI = Person("22222222-2222-4222-8222-222222222222", "李四", "督查室")


@pytest.fixture
def frame(parsed: Parsed, speech: Path, qtbot: QtBot) -> Frame:
    opened = parsed(speech)
    with qtbot.waitActive(opened):
        opened.activateWindow()
    press(Qt.Key.Key_2, by=Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(opened.panels.panels["metrics"].list.hasFocus, timeout=WAIT)
    return opened


def bring(frame: Frame, *edits: Callable[..., object]) -> None:
    """A colleague's work on a copy of the same PDF comes in; each edit a function of (view, first metric's id)."""
    session = frame.document.session
    other = Session(Review(), session.parse, LI)
    for make in edits:
        other.apply(make(other.view, other.view.metrics[0].id))
    frame.document.apply(import_review(session.review, other.review).edit, "merge")


def first(frame: Frame) -> object:
    return frame.document.session.view.metrics[0]


def test_a_field_two_people_set_differently_is_decided_from_the_keyboard(frame: Frame, qtbot: QtBot) -> None:
    session = frame.document.session
    edit = verbs.set_field(session.view, item=first(frame).id, field="name", value="甲", by=session.person.id)
    frame.document.apply(edit, "story")
    bring(frame, lambda view, item: verbs.set_field(view, item=item, field="name", value="乙", by=LI.id))
    row = frame.panels.card.current.rows["name"]
    ours = next(button for button in row.choice.buttons if "甲" in button.accessibleName())
    assert any("李四" in button.accessibleName() for button in row.choice.buttons)
    row.editor.widget.setFocus()
    while QApplication.focusWidget() is not ours:
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    assert (first(frame).value("name"), dict(first(frame).conflicts)) == ("甲", {})
    assert not row.choice.isVisible()


def test_the_second_check_is_counted_filtered_and_stated(frame: Frame, qtbot: QtBot) -> None:
    bring(frame, lambda view, item: verbs.set_verdict(view, item=item, verdict="wrong", should_be="5个", by=LI.id))
    panels = frame.panels
    assert "李四" in panels.card.current.verdicts.others.text()
    assert first(frame).verdict == "open"
    popup = panels.coverage.open()
    assert "复核（初核：李四）" in popup.role.text()
    popup.second.click()
    panel = panels.panels["numerals"]
    qtbot.waitUntil(panel.list.hasFocus, timeout=WAIT)
    assert len(panel.model.shown) == 1
    press(Qt.Key.Key_2)
    press(Qt.Key.Key_Return)
    assert (panels.coverage.coverage.first, panels.coverage.coverage.second) == (1, 1)
    dialog = panels.completion.open()
    dialog.make.click()
    dialog.question.reject()
    assert frame.document.session.review.sections["statements"] == {}
    lines = dialog.text.toPlainText().split("\n")
    assert any(line.startswith("初核：李四（督查室）") for line in lines)
    assert any(line.startswith("复核：") for line in lines)
    dialog.reject()


def test_a_basis_is_looked_at_and_taken_from_the_reference(
    frame: Frame, sample: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    bulletin = tmp_path / "公报" / "公报.pdf"
    bulletin.parent.mkdir()
    shutil.copyfile(sample, bulletin)
    frame.reference.open(bulletin)
    document = frame.document
    qtbot.waitUntil(
        lambda: (
            document.reference is not None
            and document.reference.session is not None
            and document.reference.session.parse is not None
        ),
        timeout=WAIT,
    )
    frame.panels.panels["metrics"].focus_list()
    press(Qt.Key.Key_4)
    listed = frame.panels.card.current.verdicts.reference
    qtbot.waitUntil(listed.list.hasFocus, timeout=WAIT)
    shown = []
    document.reference.places_wanted.connect(lambda places, _by: shown.append(places))
    press(Qt.Key.Key_Space)
    assert shown == [listed.current.places]
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(frame.panels.panels["metrics"].list.hasFocus, timeout=WAIT)
    assert (first(frame).basis["document"], first(frame).verdict) == ("公报.pdf", "open")
    press(Qt.Key.Key_Return)
    assert first(frame).verdict == "correct"
    assert first(frame).basis["document"] == "公报.pdf"
