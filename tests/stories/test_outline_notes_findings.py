"""The outline, the notes and the findings of the sample speech, worked on in the real window."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.editing.heading_tally import HeadingTally
from engine.lexicon.silence import silences
from gui.window.frame import Frame

from .conftest import WAIT, leave
from .gestures import drag_over, is_in_view
from .keyboard import ALT, CONTROL, SHIFT, compose, focus, press

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints|raise|grabbing")

Parsed = Callable[[Path], Frame]


def view(frame: Frame):
    return frame.document.session.view


def select_words(frame: Frame, qtbot: QtBot, place: object) -> None:
    """Drag over a place, once its page's characters are there."""
    pages = frame.area.view
    pages.show_places((place,), glide=False)
    pages.supply.ask_text(place.page - 1)
    qtbot.waitUntil(lambda: pages.supply.text(place.page - 1) is not None, timeout=WAIT)
    drag_over(frame, place, place)
    assert not pages.selection.is_empty


def outline(frame: Frame):
    return frame.panels.panels["outline"]


def levels(frame: Frame) -> list[int]:
    return [item.value("level") for item in view(frame).headings]


def test_the_outline_is_put_right_by_keys_and_kept(frame: Frame, parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    before = levels(frame)
    press(Qt.Key.Key_1, by=CONTROL)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down, Qt.Key.Key_Down, by=SHIFT)
    press(Qt.Key.Key_Right, by=ALT)
    assert levels(frame)[1:4] == [level + 1 for level in before[1:4]]
    press(Qt.Key.Key_Z, by=CONTROL)
    assert levels(frame) == before
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Right, by=ALT | SHIFT)
    moved = levels(frame)
    assert moved[0] == before[0] + 1
    assert moved[1] == before[1] + 1
    press(Qt.Key.Key_Left, by=ALT | SHIFT)
    assert levels(frame) == before
    press(Qt.Key.Key_Down)
    heading = frame.document.selected
    assert is_in_view(frame, view(frame).item(heading).places[0])
    press(Qt.Key.Key_F2)
    focus().selectAll()
    compose("建成一张网")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view(frame).item(heading).value("title") == "建成一张网", timeout=WAIT)
    assert focus() is outline(frame).list
    press(Qt.Key.Key_J, by=CONTROL)
    merged = frame.document.selected
    assert view(frame).item(merged).value("title").startswith("建成一张网")
    qtbot.waitUntil(lambda: frame.document.save_state[0] == "saved", timeout=WAIT)
    leave(frame, qtbot)
    again = parsed(speech)
    assert view(again).item(merged).value("title").startswith("建成一张网")
    assert len(levels(again)) == len(before) - 1


def test_a_heading_is_cut_in_two_where_the_caret_stands_and_each_half_is_marked_on_the_page(
    frame: Frame, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_1, by=CONTROL)
    press(Qt.Key.Key_Down)
    heading = view(frame).item(frame.document.selected)
    title, place = heading.value("title"), heading.places[0]
    with qtbot.waitSignal(frame.document.feed.text_ready, timeout=WAIT):
        press(Qt.Key.Key_K, by=CONTROL | SHIFT)
    dialog = frame.panels.desks.outline.dialog
    dialog.line.setCursorPosition(4)
    dialog.heading.click()
    assert dialog.halves() == (title[:4], title[4:])
    qtbot.waitUntil(lambda: place.page in frame.panels.desks.outline._chars, timeout=WAIT)
    dialog.accept()
    first, second = view(frame).headings[1:3]
    assert (first.value("title"), second.value("title")) == (title[:4], title[4:])
    assert first.places[0].chars[0] == place.chars[0]
    assert first.places[0].chars[1] <= second.places[0].chars[0]
    assert second.places[0].chars[1] == place.chars[1]
    assert frame.document.selected == first.id
    frame.chrome.actions["edit.undo"].trigger()
    assert view(frame).headings[1].value("title") == title


def test_a_heading_is_dragged_below_the_one_before_it(frame: Frame, qtbot: QtBot) -> None:
    press(Qt.Key.Key_1, by=CONTROL)
    tree, model = outline(frame).tree, outline(frame).headings
    target, moved = (item.id for item in view(frame).headings[1:3])
    before = levels(frame)
    at = QPointF(tree.visualRect(model.index_of(target)).center())
    data = model.mimeData([model.index_of(moved)])
    rest = (Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(tree.viewport(), QDragEnterEvent(at.toPoint(), *rest))
    QApplication.sendEvent(tree.viewport(), QDragMoveEvent(at.toPoint(), *rest))
    assert tree.aim_words.startswith(f"改为第 {before[1] + 1} 级")
    QApplication.sendEvent(tree.viewport(), QDropEvent(at, *rest))
    assert levels(frame)[2] == before[1] + 1
    assert model.index_of(moved).parent() == model.index_of(target)
    press(Qt.Key.Key_Z, by=CONTROL)
    assert levels(frame) == before


def test_a_heading_is_made_of_selected_text_and_is_current_at_its_place(frame: Frame, qtbot: QtBot) -> None:
    press(Qt.Key.Key_1, by=CONTROL)
    select_words(frame, qtbot, view(frame).metrics[1].places[0])
    before = [item.id for item in view(frame).headings]
    frame.chrome.actions["item.add-heading"].trigger()
    (added,) = [item for item in view(frame).headings if item.id not in before]
    assert outline(frame).current_id == added.id
    shown = list(outline(frame).headings.shown)
    assert shown == [item.id for item in view(frame).headings]
    press(Qt.Key.Key_Z, by=CONTROL)
    assert [item.id for item in view(frame).headings] == before


def test_what_is_checked_counts_under_its_heading(frame: Frame) -> None:
    first = view(frame).headings[0].id
    press(Qt.Key.Key_1, by=CONTROL)
    total = outline(frame).headings.below[first].numerals
    press(Qt.Key.Key_2, by=CONTROL)
    press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    press(Qt.Key.Key_1, by=CONTROL)
    below = HeadingTally(view(frame)).below()
    assert dict(outline(frame).headings.below) == below
    assert below[first].decided > 0
    fields = [column.field for column in outline(frame).headings.columns]
    cell = outline(frame).headings.index_of(first).siblingAtColumn(fields.index("decided"))
    assert cell.data() == f"{below[first].decided}/{total}"


def test_notes_are_handled_answered_tagged_and_found_by_keys(
    frame: Frame, parsed: Parsed, speech: Path, qtbot: QtBot
) -> None:
    for metric in view(frame).metrics[:2]:
        select_words(frame, qtbot, metric.places[0])
        press(Qt.Key.Key_H, by=CONTROL)
    notes = [note.id for note in view(frame).notes]
    assert len(notes) == 2
    press(Qt.Key.Key_5, by=CONTROL)
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_1)
    assert dict(view(frame).note(notes[0]).states) == {view(frame).person: "accepted"}
    assert frame.document.selected == notes[1]
    press(Qt.Key.Key_M, by=CONTROL | ALT)
    compose("财政局说无误")
    press(Qt.Key.Key_Return, by=CONTROL)
    qtbot.waitUntil(frame.panels.panels["notes"].list.hasFocus, timeout=WAIT)
    press(Qt.Key.Key_A, by=CONTROL)
    frame.panels.desks.notes.tag("口径、急件")
    assert [view(frame).note(one).tags for one in notes] == [("口径", "急件")] * 2
    press(Qt.Key.Key_L, by=CONTROL)
    compose("财政局")
    assert list(frame.panels.panels["notes"].model.shown) == [notes[1]]
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_A, by=CONTROL)
    press(Qt.Key.Key_Delete)
    assert frame.panels.panels["notes"].model.ids == ()
    press(Qt.Key.Key_Z, by=CONTROL)
    qtbot.waitUntil(lambda: frame.document.save_state[0] == "saved", timeout=WAIT)
    leave(frame, qtbot)
    again = parsed(speech)
    assert [note.text for note in view(again).notes if note.reply_to] == ["财政局说无误"]
    assert [note.tags for note in view(again).notes if not note.reply_to] == [("口径", "急件")] * 2


def test_findings_are_decided_by_keys_and_silenced_for_the_next_time(
    frame: Frame, parsed: Parsed, speech: Path, own_folders: Path, qtbot: QtBot
) -> None:
    office = own_folders / "office"
    office.mkdir()
    settings = own_folders / "config" / "piyue" / "settings.json"
    known = json.loads(settings.read_text()) if settings.exists() else {}
    settings.parent.mkdir(exist_ok=True)
    settings.write_text(json.dumps({**known, "office.folder": str(office)}))
    press(Qt.Key.Key_6, by=CONTROL)
    found = {item.machine("rule"): item for item in view(frame).findings}
    listed = frame.panels.panels["findings"]
    assert frame.chrome.actions["check.correct"].text() == "不是问题(&1)"
    listed.go_to(found["damage.glyph"].id, "list:finding")
    press(Qt.Key.Key_Return, by=CONTROL)
    glyph = view(frame).item(found["damage.glyph"].id)
    assert (glyph.verdict, glyph.should_be) == ("wrong", "布置")
    listed.go_to(found["date.title"].id, "list:finding")
    listed.list.setFocus()
    press(Qt.Key.Key_Delete, by=CONTROL)
    frame.panels.desks.findings.dialog.rule.click()
    frame.panels.desks.findings.dialog.accept()
    assert view(frame).item(found["date.title"].id).reading == "rejected"
    assert silences(office) == (("date.title", ""),)
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: frame.document.save_state[0] == "saved", timeout=WAIT)
    leave(frame, qtbot)
    again = parsed(speech)
    assert "date.title" not in {item.machine("rule") for item in view(again).findings}
    assert {item.verdict for item in view(again).findings} == {"correct", "wrong"}


def test_a_finding_written_as_a_note_leads_back_to_it(frame: Frame, qtbot: QtBot) -> None:
    press(Qt.Key.Key_6, by=CONTROL)
    press(Qt.Key.Key_Home)
    finding = frame.document.selected
    press(Qt.Key.Key_N, by=CONTROL | ALT)
    assert frame.panels.current_panel == "notes"
    (note,) = view(frame).notes
    assert note.about == finding
    card = frame.panels.card.current
    assert focus() is card.text.widget
    card.about.jump.click()
    assert (frame.document.selected, frame.panels.current_panel) == (finding, "findings")
