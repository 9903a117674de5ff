"""The text view: the same document set anew, with the same marks, selection, notes, search and place."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from gui.pages.layout import GAP
from gui.pages.selection import Caret as PageCaret
from gui.transcript.content import Caret
from gui.transcript.view import TranscriptView
from gui.window.frame import Frame

from .conftest import WAIT, leave

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support")

Parsed = Callable[[Path], Frame]


@pytest.fixture
def reading(parsed: Parsed, speech: Path) -> Frame:
    """The speech with its text view in front."""
    frame = parsed(speech)
    frame.chrome.actions["view.text"].trigger()
    return frame


@pytest.fixture
def click_interval(qapp: QApplication) -> Iterator[Callable[[int], None]]:
    """Sets within how many milliseconds clicks belong together."""
    usual = qapp.doubleClickInterval()
    yield qapp.setDoubleClickInterval
    qapp.setDoubleClickInterval(usual)


def item_on(frame: Frame, page: int) -> Any:
    """A numeral of the text on a PDF page."""
    numerals = frame.document.session.view.numerals
    return next(one for one in numerals if one.span is not None and one.places[0].page == page)


def text_of(frame: Frame) -> TranscriptView:
    view = frame.area.front
    assert isinstance(view, TranscriptView)
    return view


def still(frame: Frame, qtbot: QtBot) -> None:
    view = text_of(frame)
    qtbot.waitUntil(lambda: not view.travel.is_gliding, timeout=WAIT)


def point_in(view: TranscriptView, start: int, share: float = 0.5) -> QPoint:
    """The viewport point on the character at a flow offset."""
    caret = view.content.caret(start)
    rect = view.column.rects(caret.piece, caret.at, caret.at + 1)[0]
    return QPointF(rect.left() + rect.width() * share, rect.center().y()).toPoint()


def drag(view: TranscriptView, start: int, end: int) -> None:
    """Drag the pointer over flow [start, end)."""
    origin, target = point_in(view, start, 0.1), point_in(view, end - 1, 0.9)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=origin)
    for step in range(1, 9):
        QTest.mouseMove(view.viewport(), origin + (target - origin) * step / 8)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=target)


def shows(view: TranscriptView, start: int) -> bool:
    return view.viewport().rect().contains(point_in(view, start))


def test_the_text_comes_to_the_front_at_the_page_that_was_read_and_back(
    parsed: Parsed, speech: Path, qtbot: QtBot
) -> None:
    frame = parsed(speech)
    pages = frame.area.view
    metric = item_on(frame, 5)
    frame.document.select(metric.id, "list")
    pages.show_places(metric.places, glide=False)
    spot = pages.travel.here()
    frame.chrome.actions["view.text"].trigger()
    view = text_of(frame)
    assert shows(view, metric.span[0])
    frame.chrome.actions["view.text"].trigger()
    assert frame.area.front is pages
    here = pages.travel.here()
    assert (here.sheet, here.down) == (spot.sheet, pytest.approx(spot.down, abs=2))
    pages.scroll_to(pages.camera.x, pages.camera.top(2) - GAP - 4, glide=False)  # the page before still shows
    for _ in range(2):
        frame.chrome.actions["view.text"].trigger()
    assert (pages.page, frame.chrome.status.page_box.edit.text()) == (2, frame.document.label(3))


def test_the_pages_are_where_the_text_was_scrolled_to(reading: Frame, qtbot: QtBot) -> None:
    view = text_of(reading)
    metric = item_on(reading, 6)
    view.travel.show(*metric.span, glide=False)
    assert reading.chrome.status.page_box.edit.text() == reading.document.label(6)
    reading.chrome.actions["view.text"].trigger()
    pages = reading.area.view
    assert metric.places[0].page - 1 in pages.camera.visible()


def test_a_page_number_typed_takes_the_text_along(reading: Frame, qtbot: QtBot) -> None:
    box = reading.chrome.status.page_box
    box.focus()
    box.edit.setText("5")
    QTest.keyClick(box.edit, Qt.Key.Key_Return)
    view = text_of(reading)
    assert shows(view, view.content.trace.page_starts[5])
    reading.chrome.actions["view.back"].trigger()
    assert shows(view, 0)


def test_a_page_that_is_not_there_is_told_and_another_can_be_typed(reading: Frame) -> None:
    box = reading.chrome.status.page_box
    box.focus()
    box.edit.setText("999")
    QTest.keyClick(box.edit, Qt.Key.Key_Return)
    assert "999" in QToolTip.text()
    assert box.edit.selectedText() == "999"
    QTest.keyClick(box.edit, Qt.Key.Key_Escape)
    assert box.edit.text() == "1"


def test_a_mark_clicked_in_the_text_is_selected_and_decided_by_key(reading: Frame, qtbot: QtBot) -> None:
    view, document = text_of(reading), reading.document
    metric = document.session.view.metrics[0]
    view.travel.show(*metric.span, glide=False)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point_in(view, metric.span[0]))
    assert document.selected == metric.id
    reading.activateWindow()
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_1)
    assert document.session.view.item(metric.id).verdict == "correct"
    assert document.selected != metric.id
    still(reading, qtbot)
    assert shows(view, document.session.view.item(document.selected).span[0])


def test_an_item_selected_in_the_list_is_shown_in_the_text(reading: Frame, qtbot: QtBot) -> None:
    view, document = text_of(reading), reading.document
    metric = document.session.view.metrics[-1]
    document.select(metric.id, "list")
    still(reading, qtbot)
    assert shows(view, metric.span[0])


def test_words_dragged_over_are_copied_and_cited(reading: Frame, qtbot: QtBot) -> None:
    view = text_of(reading)
    first, last = view.content.pieces[5], view.content.pieces[6]
    start, end = last.span[0] - 10, last.span[0] + 6
    view.travel.show(start, end, glide=False)
    drag(view, start, end)
    actions = reading.chrome.actions
    assert reading.chrome.text.tools.bar.isVisible()
    actions["edit.copy"].trigger()
    assert QGuiApplication.clipboard().text() == f"{first.text[-10:]}\n{last.text[:6]}"
    actions["edit.copy-cited"].trigger()
    assert "第1页" in QGuiApplication.clipboard().text()


def test_a_note_made_in_the_text_stands_on_the_page(reading: Frame, qtbot: QtBot) -> None:
    view, document = text_of(reading), reading.document
    metric = next(one for one in document.session.view.metrics if one.places[0].page == 2)
    view.travel.show(*metric.span, glide=False)
    drag(view, *metric.span)
    pages = reading.area.view
    qtbot.waitUntil(lambda: pages.supply.text(1) is not None, timeout=WAIT)
    reading.chrome.actions["note.highlight"].trigger()
    (note,) = document.session.view.notes
    (place,) = note.places
    assert (place.page, place.chars) == (2, metric.places[0].chars)
    assert place.quads[0][0] == pytest.approx(metric.places[0].quads[0][0], abs=1)
    assert pages.supply.marks.of_item(note.id)
    assert note.quote == metric.quote
    assert [mark.item_id for mark in view.picture.marks_at(QPointF(point_in(view, metric.span[0])))].count(note.id) == 1


def test_a_note_made_on_the_page_stands_in_the_text(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    pages, document = frame.area.view, frame.document
    metric = next(one for one in document.session.view.metrics if one.places[0].page == 2)
    pages.supply.ask_text(1)
    qtbot.waitUntil(lambda: pages.supply.text(1) is not None, timeout=WAIT)
    start, end = metric.places[0].chars
    pages.selection.select(PageCaret(1, start), PageCaret(1, end))
    frame.chrome.desk.state_changed.emit()
    frame.chrome.actions["note.underline"].trigger()
    (note,) = document.session.view.notes
    frame.chrome.actions["view.text"].trigger()
    assert text_of(frame).matter.marks.first_span(note.id) == metric.span


def test_what_is_selected_on_the_page_is_selected_in_the_text_and_back(
    parsed: Parsed, speech: Path, qtbot: QtBot
) -> None:
    frame = parsed(speech)
    pages = frame.area.view
    metric = next(one for one in frame.document.session.view.metrics if one.places[0].page == 2)
    start, end = metric.places[0].chars
    pages.selection.select(PageCaret(1, start), PageCaret(1, end))
    frame.chrome.actions["view.text"].trigger()
    view = text_of(frame)
    assert view.selection.text() == metric.quote
    pages.selection.clear()
    frame.chrome.actions["view.text"].trigger()
    assert (pages.selection.anchor, pages.selection.head) == (PageCaret(1, start), PageCaret(1, end))


def test_a_metric_is_made_of_words_selected_by_keys_alone(reading: Frame, qtbot: QtBot) -> None:
    view, document = text_of(reading), reading.document
    count = len(document.session.view.metrics)
    start = view.content.caret(view.content.pieces[9].span[0])
    view.selection.select(start, start)
    QTest.keyClick(view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert view.selection.head == Caret(0, 0)
    for _ in range(9):
        QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    words = view.selection.text()
    assert len(words) > 5
    reading.chrome.actions["item.add-metric"].trigger()
    assert len(document.session.view.metrics) == count + 1
    assert document.session.view.item(document.selected).quote == words


def test_words_are_found_in_the_text_whatever_view_asked_first(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    frame.chrome.actions["edit.find"].trigger()
    find = frame.chrome.find
    find.edit.setText("智慧 城市")
    QTest.keyClick(find.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(find.search.hits) and not find.search.is_running, timeout=WAIT)
    frame.chrome.actions["view.text"].trigger()
    view = text_of(frame)
    qtbot.waitUntil(lambda: bool(find.search.hits) and not find.search.is_running, timeout=WAIT)
    content = view.content
    assert len(find.search.hits) == sum(piece.text.count("智慧城市") for piece in content.pieces)
    hit = find.search.current
    assert shows(view, content.starts[hit.piece] + hit.start)
    assert [one[2] for one in find.search.on(hit.piece)].count(True) == 1
    assert find.model.data(find.model.index(0)).startswith("第")


def test_words_that_run_over_two_paragraphs_are_found_in_the_text(reading: Frame, qtbot: QtBot) -> None:
    view, find = text_of(reading), reading.chrome.find
    content = view.content
    piece = next(
        at
        for at in range(3, len(content.pieces))
        if "cell" not in {content.pieces[at].kind, content.pieces[at + 1].kind} and len(content.text(at)) > 40
    )
    reading.chrome.actions["edit.find"].trigger()
    find.edit.setText(content.text(piece)[-6:] + " " + content.text(piece + 1)[:5])
    QTest.keyClick(find.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(find.search.hits) and not find.search.is_running, timeout=WAIT)
    assert len(find.search.hits) == 1
    assert find.search.on(piece) == [(len(content.text(piece)) - 6, len(content.text(piece)), True)]
    assert find.search.on(piece + 1) == [(0, 5, True)]


def test_f3_goes_on_with_the_line_closed(reading: Frame, qtbot: QtBot) -> None:
    find = reading.chrome.find
    reading.chrome.actions["edit.find"].trigger()
    find.edit.setText("网络")
    QTest.keyClick(find.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(find.search.hits) and not find.search.is_running, timeout=WAIT)
    first = find.search.current
    QTest.keyClick(find.edit, Qt.Key.Key_Escape)
    assert find.isHidden()
    reading.chrome.actions["edit.find-next"].trigger()
    qtbot.waitUntil(lambda: find.search.current is not None and not find.search.is_running, timeout=WAIT)
    assert find.isHidden()
    reading.chrome.actions["edit.find-next"].trigger()
    assert find.search.current[:2] > first[:2]
    assert not find.search.is_running
    QTest.keyClick(text_of(reading), Qt.Key.Key_Escape)
    assert not find.search.hits


def test_a_repair_shows_as_read_and_tells_what_the_page_says(reading: Frame, qtbot: QtBot) -> None:
    view = text_of(reading)
    finding = next(one for one in reading.document.session.view.findings if one.quote == "布臵")
    start, end = finding.span
    assert view.content.text(view.content.caret(start).piece)[view.content.caret(start).at :][: end - start] == "布置"
    view.travel.show(start, end, glide=False)
    marks = view.picture.marks_at(QPointF(point_in(view, start)))
    assert finding.id in {mark.item_id for mark in marks}


def test_running_heads_come_between_the_paragraphs_on_demand(reading: Frame, qtbot: QtBot) -> None:
    view = text_of(reading)
    assert "furniture" not in {block.kind for block in view.content.blocks}
    reading.chrome.actions["view.furniture"].trigger()
    assert "furniture" in {block.kind for block in view.content.blocks}


def test_kinds_of_marks_hidden_on_the_page_are_hidden_in_the_text(reading: Frame, qtbot: QtBot) -> None:
    view = text_of(reading)
    metric = reading.document.session.view.metrics[0]
    view.travel.show(*metric.span, glide=False)
    at = QPointF(point_in(view, metric.span[0]))
    assert metric.id in {mark.item_id for mark in view.picture.marks_at(at)}
    reading.chrome.actions["marks.metric"].trigger()
    assert metric.id not in {mark.item_id for mark in view.picture.marks_at(at)}


def test_the_right_button_offers_what_can_be_done_in_the_text(reading: Frame, qtbot: QtBot) -> None:
    view = text_of(reading)
    metric = reading.document.session.view.metrics[0]
    view.travel.show(*metric.span, glide=False)
    view.customContextMenuRequested.emit(point_in(view, metric.span[0]))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    names = [action.objectName() for action in menu.actions()]
    assert "check.wrong" in names
    assert "view.rotate-right" not in names
    menu.close()
    reading.chrome.actions["view.furniture"].trigger()
    shown = view.column.shown
    block = next(at for at in range(len(view.content.blocks)) if view.content.blocks[at].kind == "furniture")
    view.column.jump(view.column.y + view.column.top_of(block))
    at = next(one.top for one in shown() if one.number == block)
    view.customContextMenuRequested.emit(QPoint(200, round(at) + 8))
    QApplication.activePopupWidget().actions()[0].trigger()
    assert QGuiApplication.clipboard().text() == view.content.blocks[block].words
    QApplication.activePopupWidget().close()


def test_four_times_the_size_still_fits_the_window(reading: Frame, qtbot: QtBot) -> None:
    view = text_of(reading)
    head = view.caret_on(view.column.height / 3)[0]
    view.set_zoom(4.0)
    assert view.horizontalScrollBar().maximum() == 0
    again = view.caret_on(view.column.height / 3)[0]
    assert again.piece == head.piece
    zoom_box = reading.chrome.status.zoom_box
    assert zoom_box.currentText() == "400%"
    zoom_box.activated.emit(0)  # the wheel reaches rows that are hidden: fit the width
    assert zoom_box.currentText() == "400%"


def test_the_text_view_comes_again_with_its_document(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    frame.chrome.actions["view.text"].trigger()
    text_of(frame).set_zoom(2.0)
    assert frame.close_document()
    leave(frame, qtbot)
    again = parsed(speech)
    qtbot.waitUntil(lambda: isinstance(again.area.front, TranscriptView), timeout=WAIT)
    assert text_of(again).zoom == pytest.approx(2.0)
    assert text_of(again).content is not None


def test_a_new_parse_leaves_the_reader_where_he_was(reading: Frame, qtbot: QtBot) -> None:
    view = text_of(reading)
    metric = item_on(reading, 7)
    view.travel.show(*metric.span, glide=False)
    before, y = view.caret_on(view.column.height / 3)
    content = view.content
    with qtbot.waitSignal(reading.document.parse_finished, timeout=WAIT):
        reading.chrome.actions["tools.reparse"].trigger()
    qtbot.waitUntil(lambda: view.content is not content, timeout=WAIT)
    after, there = view.caret_on(view.column.height / 3)
    assert after == before
    assert there == pytest.approx(y, abs=2)


def test_words_are_written_beside_what_was_selected_in_the_text(reading: Frame, qtbot: QtBot) -> None:
    view, document = text_of(reading), reading.document
    metric = document.session.view.metrics[0]
    view.travel.show(*metric.span, glide=False)
    drag(view, *metric.span)
    reading.chrome.actions["note.write"].trigger()
    card = reading.chrome.text.tools.card
    assert card.isVisible()
    QTest.keyClicks(card.words, "see page 3")
    (note,) = document.session.view.notes
    assert note.text == "see page 3"
    QTest.keyClick(card.words, Qt.Key.Key_Escape)
    assert card.isHidden()


def test_two_clicks_take_a_word_three_the_paragraph_and_shift_up_to_there(
    reading: Frame, qtbot: QtBot, click_interval: Callable[[int], None]
) -> None:
    view = text_of(reading)
    click_interval(1000)  # QTest lets half a second pass after every release
    piece = view.content.pieces[5]
    at = point_in(view, piece.span[0] + 30)
    viewport, left = view.viewport(), Qt.MouseButton.LeftButton
    QTest.mouseDClick(viewport, left, pos=at)
    QTest.mouseRelease(viewport, left, pos=at)
    word = view.selection.text()
    assert piece.text[30] in word
    assert len(word) < 20
    QTest.mousePress(viewport, left, pos=at)
    QTest.mouseRelease(viewport, left, pos=at)
    assert view.selection.text() == piece.text
    QTest.mouseDClick(viewport, left, pos=at)
    QTest.mouseRelease(viewport, left, pos=at)
    click_interval(100)
    QTest.mousePress(viewport, left, pos=at)
    QTest.mouseRelease(viewport, left, pos=at)
    assert view.selection.is_empty  # a click long after is a click
    QTest.mouseClick(viewport, left, pos=point_in(view, piece.span[0] + 2, 0.1))
    QTest.mouseClick(viewport, left, Qt.KeyboardModifier.ShiftModifier, point_in(view, piece.span[0] + 5, 0.9))
    assert view.selection.text() == piece.text[2:6]


def test_places_asked_for_are_pointed_out_in_the_text(reading: Frame, qtbot: QtBot) -> None:
    view, document = text_of(reading), reading.document
    metric = document.session.view.metrics[-1]
    document.show_places(metric.places, "card")
    still(reading, qtbot)
    assert view.pointed == [metric.span]
    assert shows(view, metric.span[0])
    document.show_places((), "card")
    assert view.pointed == []


def test_the_text_can_be_asked_for_before_it_is_there(launch: Any, speech: Path, qtbot: QtBot) -> None:
    frame = launch(speech)
    qtbot.waitUntil(lambda: frame.chrome is not None and frame.document.is_open, timeout=WAIT)
    frame.chrome.actions["view.text"].trigger()
    view = text_of(frame)
    if view.content is None:
        assert view.picture.message().startswith("正在识别")
    qtbot.waitUntil(lambda: view.content is not None, timeout=WAIT)
    assert shows(view, 0)


def test_of_a_scan_it_says_that_nothing_was_read(parsed: Parsed, shared: Path, tmp_path: Path, qtbot: QtBot) -> None:
    copy = tmp_path / "扫描.pdf"
    shutil.copyfile(shared / "corpus" / "yinzhou-2011" / "speech-scan.pdf", copy)
    frame = parsed(copy)
    frame.chrome.actions["view.text"].trigger()
    view = text_of(frame)
    assert [view.picture.words_of(block) for block in view.content.blocks] == ["第 1 至 8 页是图像，没有识别出文字"]
    assert not view.picture.has_words(view.content)
    assert view.picture.message().startswith("没有识别出文字")
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.selection.is_empty
