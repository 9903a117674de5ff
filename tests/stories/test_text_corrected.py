"""What the machine read is corrected by hand in the window: the document's fields, characters, paragraphs, cells."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.editing.revised import revised
from engine.editing.text_in_force import text_in_force
from engine.exchange.markdown import to_markdown
from gui.panels.card.front_card import FrontCard
from gui.transcript.content import Caret
from gui.window.frame import Frame

from .conftest import WAIT, has_parse, leave
from .gestures import drag_over
from .test_text_view import drag, point_in, text_of

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support")

Parsed = Callable[[Path], Frame]


@pytest.fixture
def reading(parsed: Parsed, speech: Path) -> Frame:
    """The speech with its text view in front."""
    frame = parsed(speech)
    frame.chrome.actions["view.text"].trigger()
    return frame


def act(frame: Frame, name: str) -> None:
    action = frame.chrome.actions[name]
    assert action.isEnabled(), name
    action.trigger()


def read(frame: Frame) -> list[str]:
    return [one.text for one in text_in_force(frame.document.session.view).parse.paragraphs]


def box(frame: Frame) -> Any:
    return frame.chrome.desk.correcting.box(frame.area.front)


def type_into(frame: Frame, words: str) -> None:
    line = box(frame).editor.line
    assert line.isVisible()
    line.setText(words)
    QTest.keyClick(line, Qt.Key.Key_Return)


def body(frame: Frame) -> Any:
    """A long paragraph of the text."""
    paragraphs = frame.document.session.parse.paragraphs
    return next(one for one in paragraphs if one.kind == "body" and len(one.text) > 60)


def test_the_documents_own_fields_are_seen_corrected_undone_and_kept(
    parsed: Parsed, speech: Path, qtbot: QtBot, launch: Any
) -> None:
    frame = parsed(speech)
    frame.document.select(frame.document.session.view.metrics[0].id, "list")
    act(frame, "front.edit")
    card = frame.panels.card
    shown = card.current
    assert isinstance(shown, FrontCard)
    view = frame.document.session.view
    assert shown.rows["title"].editor.widget.text() == view.front_machine("title")
    line = shown.rows["date"].editor.widget
    line.setText("二〇二三年五月三日")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert frame.document.session.view.front("date") == "2023-05-03"
    assert line.text() == "2023-05-03"
    assert "成文日期" in frame.chrome.actions["edit.undo"].text()
    line.setText("五月的一天")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert "日期" in card.problem
    title = shown.rows["title"].editor.widget
    title.setText("改过的标题")
    QTest.keyClick(title, Qt.Key.Key_Return)
    act(frame, "edit.select-all")
    act(frame, "edit.copy-cited")
    qtbot.waitUntil(lambda: "《改过的标题》" in QGuiApplication.clipboard().text(), timeout=WAIT)
    act(frame, "edit.undo")
    assert frame.document.session.view.front("title") == view.front_machine("title")
    frame.document.save_now()
    leave(frame, qtbot)
    again = launch(speech)
    qtbot.waitUntil(lambda: has_parse(again), timeout=WAIT)
    assert again.document.session.view.front("date") == "2023-05-03"


def test_characters_selected_on_the_page_are_corrected_and_read_so_in_text_and_export(
    parsed: Parsed, speech: Path, qtbot: QtBot
) -> None:
    frame = parsed(speech)
    metric = next(one for one in frame.document.session.view.metrics if len(one.places) == 1)
    frame.area.view.show_places(metric.places, glide=False)
    page = metric.places[0].page
    frame.area.view.supply.ask_text(page - 1)
    qtbot.waitUntil(lambda: frame.area.view.supply.text(page - 1) is not None, timeout=WAIT)
    drag_over(frame, metric.places[0], metric.places[0])
    words = frame.area.view.selection.text()
    act(frame, "text.correct")
    qtbot.waitUntil(lambda: box(frame).isVisible(), timeout=WAIT)
    assert words.strip() in box(frame).printed.text()
    type_into(frame, "九百九十九万户")
    assert not box(frame).isVisible()
    assert any("九百九十九万户" in one for one in read(frame))
    parse = revised(frame.document.session.view)
    assert "九百九十九万户" in to_markdown(parse)
    assert frame.document.session.view.item(metric.id).value("quote") == metric.value("quote")
    assert frame.area.view.overlay.corrected.on_page(page - 1)
    frame.document.select(metric.id, "list")
    assert "九百九十九万户" in frame.panels.card.current.sentence.text()
    act(frame, "edit.undo")
    assert "九百九十九万户" not in frame.panels.card.current.sentence.text()
    assert not frame.area.view.overlay.corrected.on_page(page - 1)
    assert text_in_force(frame.document.session.view).parse is frame.document.session.parse


def test_characters_are_corrected_in_the_text_again_and_given_back(reading: Frame) -> None:
    view, paragraph = text_of(reading), body(reading)
    start = paragraph.span[0]
    view.show_places(paragraph.places, glide=False)
    drag(view, start, start + 3)
    act(reading, "text.correct")
    type_into(reading, "更长的一个开头")
    piece = view.content.piece_at(start)
    assert view.content.text(piece).startswith("更长的一个开头" + paragraph.text[3:6])
    drag(view, start + 1, start + 3)
    assert reading.area.front.selection.quote().exact == paragraph.text[:3]
    act(reading, "text.correct")
    assert box(reading).editor.line.text() == "更长的一个开头"
    box(reading).reset.click()
    assert view.content.text(piece) == paragraph.text
    act(reading, "edit.undo")
    assert view.content.text(piece).startswith("更长的")


def test_escape_leaves_the_words_as_they_were(reading: Frame) -> None:
    view, paragraph = text_of(reading), body(reading)
    view.show_places(paragraph.places, glide=False)
    drag(view, paragraph.span[0], paragraph.span[0] + 3)
    act(reading, "text.correct")
    line = box(reading).editor.line
    line.setText("不要的")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert not box(reading).isVisible()
    assert text_in_force(reading.document.session.view).parse is reading.document.session.parse


def test_a_repair_of_the_machine_is_refused_through_its_finding(reading: Frame) -> None:
    session = reading.document.session
    finding = next(one for one in session.view.findings if one.machine("rule") == "damage.glyph")
    assert any("布置" in one for one in read(reading))
    reading.chrome.actions["view.findings"].trigger()
    reading.document.select(finding.id, "list")
    act(reading, "finding.keep")
    assert any("布臵" in one for one in read(reading))
    assert "布臵" in text_of(reading).content.text(text_of(reading).content.piece_at(finding.span[0]))
    act(reading, "edit.undo")
    assert not any("布臵" in one for one in read(reading))


def test_words_taken_out_leave_no_mark_behind(reading: Frame) -> None:
    view = text_of(reading)
    metric = next(one for one in reading.document.session.view.metrics if len(one.places) == 1)
    view.show_places(metric.places, glide=False)
    drag(view, *metric.span)
    act(reading, "text.correct")
    type_into(reading, "")
    assert view.matter.marks.first_span(metric.id) is None
    assert view.content.corrected_on(view.content.piece_at(metric.span[0]))


def test_a_paragraph_is_split_at_the_caret_and_joined_again(reading: Frame) -> None:
    view, paragraph = text_of(reading), body(reading)
    before = read(reading)
    at = before.index(paragraph.text)
    view.show_places(paragraph.places, glide=False)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point_in(view, paragraph.span[0] + 10, 0.1))
    act(reading, "text.split")
    assert read(reading)[at : at + 2] == [paragraph.text[:10], paragraph.text[10:]]
    assert view.selection.head == Caret(view.content.piece_at(paragraph.span[0] + 10), 0)
    act(reading, "text.join")
    assert read(reading) == before
    act(reading, "text.join")
    assert read(reading)[at - 1] == before[at - 1] + before[at]
    for _ in range(3):
        act(reading, "edit.undo")
    assert read(reading) == before


def test_what_was_corrected_survives_a_new_reading_and_a_new_start(
    reading: Frame, speech: Path, qtbot: QtBot, launch: Any
) -> None:
    view, paragraph = text_of(reading), body(reading)
    view.show_places(paragraph.places, glide=False)
    drag(view, paragraph.span[0], paragraph.span[0] + 2)
    act(reading, "text.correct")
    type_into(reading, "改了")
    view.selection.select(Caret(view.content.piece_at(paragraph.span[0]), 12), view.selection.head)
    corrected = [one for one in read(reading) if one.startswith("改了")]
    parse = reading.document.session.parse
    act(reading, "tools.reparse")
    qtbot.waitUntil(lambda: reading.document.session.parse is not parse, timeout=WAIT)
    assert [one for one in read(reading) if one.startswith("改了")] == corrected
    reading.document.save_now()
    leave(reading, qtbot)
    again = launch(speech)
    qtbot.waitUntil(lambda: has_parse(again), timeout=WAIT)
    assert [one for one in read(again) if one.startswith("改了")] == corrected


def test_a_cell_is_corrected_by_a_double_click_and_by_f2(parsed: Parsed, shared_table: Path, qtbot: QtBot) -> None:
    frame = parsed(shared_table)
    frame.chrome.actions["view.text"].trigger()
    view = text_of(frame)
    table = frame.document.session.parse.tables[0]
    cell = next(one for one in table.cells if one[2] < one[3] and one[0])
    view.travel.show(cell[2], cell[3], glide=False)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point_in(view, cell[2]))
    assert table.rows[cell[0]][cell[1]] in box(frame).printed.text()
    type_into(frame, "更正的格")
    assert not view.content.corrected_on(view.content.piece_at(cell[2]) + 1)
    assert QApplication.focusWidget() is view
    assert "更正的格" in to_markdown(revised(frame.document.session.view))
    assert "表格" in frame.chrome.actions["edit.undo"].text()
    frame.document.select("", "list")
    QTest.keyClick(view, Qt.Key.Key_F2)
    assert box(frame).isVisible()
    box(frame).reset.click()
    assert text_in_force(frame.document.session.view).parse is frame.document.session.parse
    assert QApplication.focusWidget() is not box(frame).editor.line


@pytest.fixture
def shared_table(root: Path, tmp_path: Path) -> Path:
    """A copy of a document with a table."""
    copy = tmp_path / "desk" / "table.pdf"
    copy.parent.mkdir(exist_ok=True)
    shutil.copyfile(root / "tests" / "data" / "layouts" / "browser.pdf", copy)
    return copy


def test_running_matter_is_put_back_as_text_and_text_is_set_aside(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    item = next(one for one in frame.document.session.parse.furniture if len(one.text) > 6 and one.places[0].page == 1)
    pages = frame.area.view
    pages.show_places(item.places[:1], glide=False)
    pages.supply.ask_text(0)
    qtbot.waitUntil(lambda: pages.supply.text(0) is not None, timeout=WAIT)
    drag_over(frame, item.places[0], item.places[0])
    act(frame, "text.body")
    assert item.text in read(frame)
    assert "放回正文" in frame.chrome.actions["edit.undo"].text()
    frame.chrome.actions["view.text"].trigger()
    view = text_of(frame)
    piece = next(at for at, one in enumerate(view.content.pieces) if one.text == item.text)
    view.selection.select(Caret(piece, 1), Caret(piece, 1))
    act(frame, "text.aside")
    assert text_in_force(frame.document.session.view).parse is frame.document.session.parse
    paragraph = body(frame)
    view.selection.select(*[Caret(view.content.piece_at(paragraph.span[0]), 3)] * 2)
    act(frame, "text.aside")
    assert paragraph.text not in read(frame)
    act(frame, "edit.undo")
    assert paragraph.text in read(frame)
