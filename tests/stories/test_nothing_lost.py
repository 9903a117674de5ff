"""Nothing of the review is lost: while it is still being found, when the program is killed over a half-typed word, when
another window saves the same file."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from engine.editing.verbs import set_field, set_verdict
from engine.editing.verbs_notes import add_note
from engine.settings import Settings
from engine.storage.disk import Disk
from engine.storage.journal import SUFFIX, left_journals
from engine.storage.places import local_folder
from engine.storage.store import Autosave, Opened, PdfFacts, Shelf, shelf_of
from engine.storage.store import open_review as real_open_review
from gui.panels.fields.phrase import PHRASE_FIELDS
from gui.window.desks.typing_keeper import PAUSE
from gui.window.frame import Frame

from .conftest import WAIT, Launch, has_parse, leave

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

Parsed = Callable[[Path], Frame]


def box_on(frame: Frame) -> str:
    session = frame.document.session
    edit = add_note(session.view, type="box", places=(), quote=None, color="", text="先记一笔", by=session.person.id)
    frame.document.apply(edit, "story")
    return str(edit.ids[0])


def test_what_is_marked_while_the_review_is_still_being_found_is_in_it_step_by_step(
    parsed: Parsed, launch: Launch, speech: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = parsed(speech)
    session = frame.document.session
    first = session.view.metrics[0].id
    frame.document.apply(set_verdict(session.view, item=first, verdict="correct", by=session.person.id), "story")
    qtbot.waitUntil(lambda: frame.document.save_state[0] == "saved", timeout=WAIT)
    leave(frame, qtbot)
    may_go_on = threading.Event()

    def slow(pdf: PdfFacts, shelf: Shelf) -> Opened:
        may_go_on.wait(20)
        return real_open_review(pdf, shelf)

    monkeypatch.setattr("gui.bridge.review.open_review", slow)
    again = launch(speech)
    qtbot.waitUntil(lambda: again.document.session is not None, timeout=WAIT)
    notes = [box_on(again), box_on(again)]
    may_go_on.set()
    qtbot.waitUntil(lambda: has_parse(again), timeout=WAIT)
    view = again.document.session.view
    assert view.item(first).verdict == "correct"
    assert {note.id for note in view.notes} == set(notes)
    again.document.undo()
    assert [note.id for note in again.document.session.view.notes] == notes[:1]
    qtbot.waitUntil(lambda: again.document.save_state[0] == "saved", timeout=WAIT)


def test_a_window_closed_before_the_review_was_found_saves_what_was_marked(
    launch: Launch, parsed: Parsed, speech: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go_on = threading.Event()

    def slow(pdf: PdfFacts, shelf: Shelf) -> Opened:
        may_go_on.wait(20)
        return real_open_review(pdf, shelf)

    monkeypatch.setattr("gui.bridge.review.open_review", slow)
    frame = launch(speech)
    qtbot.waitUntil(lambda: frame.document.session is not None, timeout=WAIT)
    note = box_on(frame)
    threading.Timer(0.2, may_go_on.set).start()
    assert frame.document.close()
    leave(frame, qtbot)
    again = parsed(speech)
    assert [one.id for one in again.document.session.view.notes] == [note]


def test_a_word_typed_and_not_left_is_in_the_journal_and_is_one_step(
    parsed: Parsed, speech: Path, qtbot: QtBot
) -> None:
    frame = parsed(speech)
    with qtbot.waitActive(frame):
        frame.activateWindow()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_2)
    line = QApplication.focusWidget()
    item = frame.document.selected
    before = len(frame.document.session.steps)

    def told() -> str | None:
        value: str | None = frame.document.session.view.item(item).should_be
        return value

    QTest.keyClicks(line, "53")
    qtbot.waitUntil(lambda: told() == "53", timeout=PAUSE + WAIT)
    assert QApplication.focusWidget() is line
    QTest.keyClicks(line, "7")
    qtbot.waitUntil(lambda: told() == "537", timeout=PAUSE + WAIT)
    assert len(frame.document.session.steps) <= before + 1
    assert (line.text(), line.cursorPosition()) == ("537", 3)
    QTest.keyClicks(line, " 8")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert not told()


def test_what_a_killed_program_had_in_its_journal_is_found_again(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    session = frame.document.session
    frame.document._review._autosave.changed = lambda _session: None  # killed before the sidecar was saved
    one = session.view.metrics[0].id
    frame.document.apply(
        set_field(session.view, item=one, field="name", value="改过的名", by=session.person.id), "story"
    )
    opened = frame.document._review.opened
    folder = local_folder(opened.pdf, shelf_of(Settings.load()))
    qtbot.waitUntil(
        lambda: folder.exists() and any(path.name.endswith(SUFFIX) for path in folder.iterdir()), timeout=WAIT
    )
    assert left_journals(Disk(), folder) == ()  # this program still holds it
    frame.document._review.abandon()
    leave(frame, qtbot)
    again = parsed(speech)
    assert again.document.session.view.item(one).value("name") == "改过的名"
    assert "已找回" in again.area.banner.text


def test_two_windows_on_one_file_merge_and_say_so(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    one = parsed(speech)
    session = one.document.session
    one.document.apply(
        set_verdict(session.view, item=session.view.metrics[0].id, verdict="correct", by=session.person.id), "story"
    )
    qtbot.waitUntil(lambda: one.document.save_state[0] == "saved", timeout=WAIT)
    other = parsed(speech)
    assert "另一个窗口" in other.area.banner.text
    box_on(other)
    qtbot.waitUntil(lambda: other.document.save_state[0] == "saved", timeout=WAIT)
    one.document.apply(
        set_verdict(session.view, item=session.view.metrics[1].id, verdict="doubtful", by=session.person.id), "story"
    )
    qtbot.waitUntil(lambda: len(one.document.session.view.notes) == 1, timeout=WAIT)
    assert "并入了别处做的" in one.area.banner.text
    assert one.document.session.view.metrics[0].verdict == "correct"
    assert one.document.session.undo_name == "set-verdict:doubtful"


def test_what_waits_is_shown_when_the_message_before_it_is_closed(parsed: Parsed, speech: Path) -> None:
    frame = parsed(speech)
    noticed = frame.document.noticed
    noticed.emit("opening.recovered", {"steps": 3})
    noticed.emit("opening.kept-here", {})
    assert "3 步" in frame.area.banner.text
    frame.chrome.notices.drop("recovered")
    assert "留在本机" in frame.area.banner.text
    noticed.emit("read-only", {})
    assert "只能查看" in frame.area.banner.text  # an answer to what the user did comes first
    frame.chrome.notices.drop("read-only")
    frame.chrome.notices.drop("kept-here")
    assert frame.area.banner is None


def test_a_review_that_can_only_be_looked_at_takes_no_change(parsed: Parsed, speech: Path) -> None:
    sidecar = speech.with_name(f"{speech.name}.piyue.json")
    source = {"sha256": sha256(speech.read_bytes()).hexdigest()}
    sidecar.write_text(json.dumps({"format": "piyue-sidecar", "schema": [9, 0], "source": source}), "utf-8")
    frame = parsed(speech)
    session = frame.document.session
    edit = set_verdict(session.view, item=session.view.metrics[0].id, verdict="wrong", by=session.person.id)
    frame.document.apply(edit, "story")
    assert frame.document.session.view.metrics[0].verdict == "open"
    assert frame.document.save_state[0] == "read-only"
    assert "没有记下" in frame.area.banner.text


def test_a_phrase_typed_and_not_left_is_said_where_it_is_whole_and_taken_back_by_escape(
    parsed: Parsed, speech: Path, qtbot: QtBot
) -> None:
    frame = parsed(speech)
    with qtbot.waitActive(frame):
        frame.activateWindow()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    one = frame.document.selected
    view = frame.document.session.view
    former = {name: view.item(one).value(name) for name in PHRASE_FIELDS}
    assert frame.panels.card.edit("quote")
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    assert line.text() == former["quote"]
    before = len(frame.document.session.steps)
    line.selectAll()
    QTest.keyClicks(line, "67%")
    qtbot.waitUntil(lambda: frame.document.session.view.item(one).value("value") == 67, timeout=PAUSE + WAIT)
    assert (line.text(), QApplication.focusWidget()) == ("67%", line)
    QTest.keyClicks(line, " and")  # no phrase yet
    QTest.keyClick(line, Qt.Key.Key_Escape)
    view = frame.document.session.view
    assert {name: view.item(one).value(name) for name in PHRASE_FIELDS} == former
    assert len(frame.document.session.steps) == before


def test_a_damaged_review_that_was_only_looked_at_is_replaced_on_closing_and_kept_aside(
    parsed: Parsed, speech: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = parsed(speech)
    note = box_on(frame)
    qtbot.waitUntil(lambda: frame.document.save_state[0] == "saved", timeout=WAIT)
    leave(frame, qtbot)
    sidecar = speech.with_name(f"{speech.name}.piyue.json")
    broken = sidecar.read_bytes()[:-40]
    sidecar.write_bytes(broken)
    asked: list[object] = []
    with monkeypatch.context() as patch:
        patch.setattr(Autosave, "changed", lambda _self, session: asked.append(session))
        again = parsed(speech)
        assert "已损坏" in again.area.banner.text
        assert [one.id for one in again.document.session.view.notes] == [note]
    assert asked == []
    assert again.document.save_state[0] == "changed"
    assert sidecar.read_bytes() == broken
    leave(again, qtbot)
    assert [one.read_bytes() for one in speech.parent.glob("*.damaged-*.json")] == [broken]
    assert note in json.loads(sidecar.read_text("utf-8"))["notes"]
