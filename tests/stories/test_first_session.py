"""The whole way of a document once: open, look, correct, annotate, close, open again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.editing.verbs import set_field
from gui.window.frame import Frame

from .conftest import WAIT, leave
from .gestures import click_place, drag_over, is_in_view

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

Parsed = Callable[[Path], Frame]


def metrics_of(frame: Frame) -> tuple:
    return frame.document.session.view.metrics


def settle(frame: Frame, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not frame.area.view.glide.is_running, timeout=WAIT)


def test_the_sample_shows_its_pages_its_outline_and_its_metrics(parsed: Parsed, speech: Path) -> None:
    frame = parsed(speech)
    assert len(frame.document.pages) == 8
    assert len(metrics_of(frame)) >= 10
    assert frame.panels.panels["metrics"].model.rowCount() == len(metrics_of(frame))
    frame.panels.show_panel("outline")
    assert frame.panels.panels["outline"].model.rowCount() > 0


def test_a_metric_chosen_in_the_list_comes_into_view_on_its_page(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    metric = metrics_of(frame)[-1]
    assert not is_in_view(frame, metric.places[0])
    panel = frame.panels.panels["metrics"]
    row = panel.model.index(panel.model.rowCount() - 1, 0)
    panel.list.scrollTo(row)
    at = panel.list.visualRect(row).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    settle(frame, qtbot)
    assert frame.document.selected == metric.id
    assert is_in_view(frame, metric.places[0])


def test_a_mark_clicked_on_the_page_selects_its_row(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    metric = next(one for one in metrics_of(frame) if one.places[0].page == 2)
    frame.area.view.show_places(metric.places, glide=False)
    frame.panels.show_panel("notes")
    click_place(frame, metric.places[0])
    assert frame.document.selected == metric.id
    assert frame.panels.current_panel == "metrics"
    assert frame.panels.panels["metrics"].current_id == metric.id


def test_overlapping_marks_are_chosen_in_turn(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    metric = next(one for one in metrics_of(frame) if one.places[0].page == 2)
    frame.area.view.show_places(metric.places, glide=False)
    make_note(frame, metric, qtbot)
    chosen = set()
    for _ in range(2):
        click_place(frame, metric.places[0])
        chosen.add(frame.document.selected)
    assert metric.id in chosen
    assert len(chosen) == 2


def test_a_changed_value_is_undone_and_done_again(parsed: Parsed, speech: Path) -> None:
    frame = parsed(speech)
    document, view = frame.document, frame.document.session.view
    metric = metrics_of(frame)[1]
    before = metric.value("value")
    person = document.session.person.id
    document.apply(set_field(view, item=metric.id, field="value", value=before + 1, by=person), "story")
    assert view.item(metric.id).value("value") == before + 1
    frame.chrome.actions["edit.undo"].trigger()
    assert view.item(metric.id).value("value") == before
    frame.chrome.actions["edit.redo"].trigger()
    assert view.item(metric.id).value("value") == before + 1


def make_note(frame: Frame, metric: object, qtbot: QtBot) -> str:
    """Select a metric's words on the page and press 高亮."""
    view = frame.area.view
    view.supply.ask_text(metric.places[0].page - 1)
    qtbot.waitUntil(lambda: view.supply.text(metric.places[0].page - 1) is not None, timeout=WAIT)
    drag_over(frame, metric.places[0], metric.places[0])
    assert frame.chrome.desk.bar.isVisible()
    frame.chrome.actions["note.highlight"].trigger()
    return frame.document.selected


def test_a_note_is_made_reworded_and_deleted(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    metric = next(one for one in metrics_of(frame) if one.places[0].page == 2)
    frame.area.view.show_places(metric.places, glide=False)
    note = make_note(frame, metric, qtbot)
    view = frame.document.session.view
    assert view.note(note).type == "highlight"
    assert metric.quote[:2] in view.note(note).quote
    card = frame.chrome.desk.card
    card.show_note(frame.document, note, is_writing=True)
    card.words.setPlainText("数字要核")
    assert view.note(note).text == "数字要核"
    card.delete_button.click()
    assert view.note(note).deleted
    frame.chrome.actions["edit.undo"].trigger()
    assert not view.note(note).deleted


def test_everything_is_there_when_the_file_is_opened_again(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    before = hashlib.sha256(speech.read_bytes()).hexdigest()
    frame = parsed(speech)
    metric = next(one for one in metrics_of(frame) if one.places[0].page == 2)
    frame.area.view.show_places(metric.places, glide=False)
    note = make_note(frame, metric, qtbot)
    document = frame.document
    edit = set_field(
        document.session.view, item=metric.id, field="name", value="改过的名称", by=document.session.person.id
    )
    document.apply(edit, "story")
    qtbot.waitUntil(lambda: document.save_state[0] == "saved", timeout=WAIT)
    assert document.save_state[1]["where"] == "beside"
    leave(frame, qtbot)
    again = parsed(speech)
    view = again.document.session.view
    assert view.item(metric.id).value("name") == "改过的名称"
    assert not view.note(note).deleted
    assert again.area.view.supply.marks.of_item(note)
    assert hashlib.sha256(speech.read_bytes()).hexdigest() == before


def test_closing_saves_what_was_not_saved_yet(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    document = frame.document
    metric = metrics_of(frame)[1]
    edit = set_field(document.session.view, item=metric.id, field="name", value="新名", by=document.session.person.id)
    document.apply(edit, "story")
    assert frame.close()
    sidecar = speech.with_name(f"{speech.name}.piyue.json")
    assert "新名" in sidecar.read_text("utf-8")


def test_opening_writes_nothing_beside_the_file(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    assert frame.close()
    assert [path.name for path in speech.parent.iterdir()] == [speech.name]
