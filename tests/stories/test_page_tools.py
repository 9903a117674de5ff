"""Tools on the page: hand and text, the caret, copying with the source, notes moved and changed, marks hidden, items
made of what is selected."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from engine.editing.verbs import reject
from engine.model.geometry import box_of_quad
from gui.tools.gestures.note_grips import grips_of, selected_note
from gui.window.frame import Frame

from .conftest import WAIT, leave
from .gestures import click_place, drag_over, is_in_view, middle_of, press_drag_release

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support")

Parsed = Callable[[Path], Frame]
LEFT = Qt.MouseButton.LeftButton


def at_metric(frame: Frame, qtbot: QtBot, page: int = 2, number: int = 0) -> object:
    """A metric of a page, in view, with the page's characters there."""
    view = frame.area.view
    metric = [one for one in frame.document.session.view.metrics if one.places[0].page == page][number]
    view.show_places(metric.places, glide=False)
    view.supply.ask_text(page - 1)
    qtbot.waitUntil(lambda: view.supply.text(page - 1) is not None, timeout=WAIT)
    return metric


def select_metric_words(frame: Frame, qtbot: QtBot) -> object:
    metric = at_metric(frame, qtbot)
    drag_over(frame, metric.places[0], metric.places[0])
    assert metric.quote in frame.area.view.selection.text()
    return metric


def notes_of(frame: Frame) -> tuple:
    return frame.document.session.view.notes


def place_box(frame: Frame, start: QPoint, end: QPoint) -> object:
    """Draw a box with the tool, and leave its card."""
    frame.area.view.set_zoom(1.0)
    frame.chrome.actions["note.box"].trigger()
    press_drag_release(frame, start, end)
    QTest.keyClick(frame.chrome.desk.card.words, Qt.Key.Key_Escape)
    frame.area.view.setFocus()
    return notes_of(frame)[-1]


def box_of(note: object) -> tuple[float, ...]:
    return tuple(box_of_quad(note.places[0].quads[0]))


# -- hand and text ---------------------------------------------------------------------------------------------------


def test_the_hand_drags_the_paper_and_the_text_tool_selects(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    view, actions = frame.area.view, frame.chrome.actions
    at_metric(frame, qtbot)
    before = view.camera.y
    actions["tools.hand"].trigger()
    assert actions["tools.hand"].isChecked()
    assert not actions["tools.text"].isChecked()
    press_drag_release(frame, QPoint(200, 300), QPoint(200, 220))
    assert view.camera.y == pytest.approx(before + 80, abs=2)
    assert view.selection.is_empty
    actions["tools.text"].trigger()
    metric = at_metric(frame, qtbot)
    here = view.camera.y
    drag_over(frame, metric.places[0], metric.places[0])
    assert view.camera.y == here
    assert not view.selection.is_empty


def test_a_held_space_bar_is_the_hand_and_a_short_one_turns_a_pageful(
    parsed: Parsed, speech: Path, qtbot: QtBot
) -> None:
    frame = parsed(speech)
    view = frame.area.view
    at_metric(frame, qtbot)
    before = view.camera.y
    QTest.keyPress(view, Qt.Key.Key_Space)
    assert view.viewport().cursor().shape() == Qt.CursorShape.OpenHandCursor
    press_drag_release(frame, QPoint(200, 300), QPoint(200, 250))
    QTest.keyRelease(view, Qt.Key.Key_Space)
    assert view.camera.y == pytest.approx(before + 50, abs=2)
    QTest.keyClick(view, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: view.camera.y > before + 50 + view.camera.height * 0.8, timeout=WAIT)


def test_the_middle_button_drags_whatever_tool_is_in_hand(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    view = frame.area.view
    at_metric(frame, qtbot)
    before = view.camera.y
    press_drag_release(frame, QPoint(200, 300), QPoint(200, 260), Qt.MouseButton.MiddleButton)
    assert view.camera.y == pytest.approx(before + 40, abs=2)


# -- the caret -------------------------------------------------------------------------------------------------------


def test_shift_and_arrows_stretch_the_selection_from_where_was_clicked(
    parsed: Parsed, speech: Path, qtbot: QtBot
) -> None:
    frame = parsed(speech)
    view = frame.area.view
    metric = at_metric(frame, qtbot)
    text = view.supply.text(1)
    line = text.line_of(metric.places[0].chars[0])
    sheet, scale = view.camera.page_box(1), view.camera.scale
    at = QPoint(round(sheet.left + line.box.left * scale) - 1, round(sheet.bottom + line.box.bottom * scale) - 2)
    QTest.mouseClick(view.viewport(), LEFT, pos=at)
    frame.document.select("", "page")
    head = view.selection.head
    assert head is not None
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.selection.text() == text.text[head.at : head.at + 3]
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(view.selection.text()) > 20
    assert frame.chrome.actions["edit.copy"].isEnabled()


def test_without_caret_browsing_arrows_scroll_with_it_they_move_the_caret(
    parsed: Parsed, speech: Path, qtbot: QtBot
) -> None:
    frame = parsed(speech)
    view = frame.area.view
    at_metric(frame, qtbot)
    before = view.camera.y
    QTest.keyClick(view, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: view.camera.y > before and not view.glide.is_running, timeout=WAIT)
    frame.chrome.actions["tools.caret"].trigger()
    head = view.selection.head
    assert head is not None
    qtbot.waitUntil(lambda: frame.chrome.desk.caret.rect() is not None, timeout=WAIT)
    head = view.selection.head
    here = view.camera.y
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.selection.head == (head.sheet, head.at + 1)
    assert view.camera.y == here
    frame.chrome.actions["tools.caret"].trigger()
    assert not frame.chrome.desk.caret.is_browsing


def test_the_caret_goes_over_the_end_of_a_page_and_the_view_follows(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    view = frame.area.view
    frame.chrome.actions["tools.caret"].trigger()
    qtbot.waitUntil(lambda: view.supply.text(0) is not None, timeout=WAIT)
    QTest.keyClick(view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    for _ in range(len(view.supply.text(0).lines) + 1):
        QTest.keyClick(view, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: view.selection.head.sheet == 1, timeout=WAIT)
    rect = frame.chrome.desk.caret.rect()
    assert view.viewport().rect().contains(rect.toRect())
    QTest.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: view.selection.head.sheet == 7, timeout=WAIT)
    assert view.selection.sheets == range(1, 8)


# -- copying ---------------------------------------------------------------------------------------------------------


def test_all_text_is_selected_and_copied_whole_without_running_heads(
    parsed: Parsed, speech: Path, qtbot: QtBot
) -> None:
    frame = parsed(speech)
    view, clipboard = frame.area.view, QGuiApplication.clipboard()
    view.setFocus()
    frame.chrome.actions["edit.select-all"].trigger()
    clipboard.setText("")
    frame.chrome.actions["edit.copy"].trigger()
    qtbot.waitUntil(lambda: clipboard.text() != "", timeout=WAIT)
    words = clipboard.text()
    metrics = frame.document.session.view.metrics
    assert metrics[0].quote in words
    assert metrics[-1].quote in words
    running = [item.text for item in frame.document.session.parse.furniture if item.kind == "footer"]
    assert running
    assert running[0] not in words
    assert words.count("\n") > 10


def test_what_is_copied_with_its_source_names_title_and_page(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    metric = select_metric_words(frame, qtbot)
    frame.chrome.actions["edit.copy-cited"].trigger()
    words = QGuiApplication.clipboard().text()
    title = frame.document.session.view.front("title")
    assert title
    assert words.startswith("“")
    assert metric.quote in words
    assert words.endswith(f"”（《{title}》第{frame.document.label(2)}页）")


# -- items made of the selection -------------------------------------------------------------------------------------


def test_selected_words_become_a_metric_with_name_and_value(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    metric = select_metric_words(frame, qtbot)
    count = len(frame.document.session.view.metrics)
    frame.chrome.actions["item.add-metric"].trigger()
    view = frame.document.session.view
    assert len(view.metrics) == count + 1
    made = view.item(frame.document.selected)
    assert made.reading == "added"
    assert (made.value("value"), made.value("unit")) == (metric.value("value"), metric.value("unit"))
    assert made.value("name") == metric.value("name")
    assert frame.area.view.supply.marks.of_item(made.id)
    assert "指标" in frame.chrome.actions["edit.undo"].text()
    frame.chrome.actions["edit.undo"].trigger()
    assert len(frame.document.session.view.metrics) == count


@pytest.mark.parametrize(("kind", "field"), [("heading", "title"), ("task", "text"), ("system", "name")])
def test_selected_words_become_an_item_of_the_kind_asked_for(
    parsed: Parsed, speech: Path, qtbot: QtBot, kind: str, field: str
) -> None:
    frame = parsed(speech)
    metric = select_metric_words(frame, qtbot)
    frame.chrome.actions[f"item.add-{kind}"].trigger()
    made = frame.document.session.view.item(frame.document.selected)
    assert made.kind == kind
    assert metric.quote in made.value(field)
    assert frame.chrome.desk.bar.isHidden()


# -- notes on the page -----------------------------------------------------------------------------------------------


def test_a_box_is_moved_by_its_body_and_resized_by_a_corner_one_step_each(
    parsed: Parsed, speech: Path, qtbot: QtBot
) -> None:
    frame = parsed(speech)
    note = place_box(frame, QPoint(200, 300), QPoint(320, 360))
    was, scale = box_of(note), frame.area.view.camera.scale
    press_drag_release(frame, QPoint(260, 330), QPoint(300, 350))
    moved = box_of(notes_of(frame)[-1])
    shift = [now - then for now, then in zip(moved, was, strict=True)]
    assert shift == pytest.approx([40 / scale, -20 / scale, 40 / scale, -20 / scale], abs=0.1)
    press_drag_release(frame, QPoint(360, 380), QPoint(400, 400))
    larger = box_of(notes_of(frame)[-1])
    assert larger[0] == pytest.approx(moved[0], abs=0.1)
    assert larger[2] == pytest.approx(moved[2] + 40 / scale, abs=0.1)
    frame.document.undo()
    frame.document.undo()
    assert box_of(notes_of(frame)[-1]) == pytest.approx(was)
    assert len(notes_of(frame)) == 1


def test_escape_gives_up_a_drag(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    view = frame.area.view
    note = place_box(frame, QPoint(200, 300), QPoint(320, 360))
    was, revision = box_of(note), frame.document.session.undo_name
    QTest.mousePress(view.viewport(), LEFT, pos=QPoint(260, 330))
    QTest.mouseMove(view.viewport(), QPoint(300, 380))
    QTest.keyClick(view, Qt.Key.Key_Escape)
    QTest.mouseRelease(view.viewport(), LEFT, pos=QPoint(300, 380))
    assert box_of(notes_of(frame)[-1]) == was
    assert frame.document.session.undo_name == revision
    assert frame.document.selected == note.id


def test_arrow_keys_move_the_selected_box_and_with_shift_resize_it_in_one_step(
    parsed: Parsed, speech: Path, qtbot: QtBot
) -> None:
    frame = parsed(speech)
    view = frame.area.view
    was = box_of(place_box(frame, QPoint(200, 300), QPoint(320, 360)))
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    now = box_of(notes_of(frame)[-1])
    assert now == pytest.approx((was[0] + 3, was[1] - 1, was[2] + 3, was[3]), abs=0.05)
    frame.document.undo()
    assert box_of(notes_of(frame)[-1]) == pytest.approx(was)


def test_a_box_and_a_pin_are_placed_by_the_keyboard_alone(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    view = frame.area.view
    view.setFocus()
    for action, look in (("note.box", "box"), ("note.pin", "note")):
        frame.chrome.actions[action].trigger()
        QTest.keyClick(view, Qt.Key.Key_Return)
        assert notes_of(frame)[-1].type == look or notes_of(frame)[0].type == look
        assert not frame.chrome.actions[action].isChecked()
        QTest.keyClick(frame.chrome.desk.card.words, Qt.Key.Key_Escape)
    assert len(notes_of(frame)) == 2


def test_a_free_note_is_pinned_where_was_clicked_and_moved(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    frame.chrome.actions["note.pin"].trigger()
    QTest.mouseClick(frame.area.view.viewport(), LEFT, pos=QPoint(240, 260))
    note = notes_of(frame)[-1]
    assert (note.type, note.quote) == ("note", "")
    QTest.keyClicks(frame.chrome.desk.card.words, "here")
    QTest.keyClick(frame.chrome.desk.card.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    was = box_of(note)
    press_drag_release(frame, QPoint(240, 260), QPoint(300, 260))
    moved = notes_of(frame)[-1]
    assert moved.text == "here"
    assert box_of(moved)[0] == pytest.approx(was[0] + 60 / frame.area.view.camera.scale, abs=0.1)


def test_the_end_of_marked_text_is_dragged_to_another_word(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    select_metric_words(frame, qtbot)
    frame.chrome.actions["note.highlight"].trigger()
    note = notes_of(frame)[-1]
    aim = frame.chrome.desk.pointer.aim
    end = grips_of(aim, selected_note(aim))[1].at.toPoint()
    press_drag_release(frame, end, end + QPoint(60, -4))
    longer = notes_of(frame)[-1]
    assert longer.quote.startswith(note.quote)
    assert len(longer.quote) > len(note.quote)
    assert frame.document.session.undo_name == "move-note"
    QTest.keyClick(frame.area.view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert notes_of(frame)[-1].quote == longer.quote[:-1]
    frame.document.undo()
    frame.document.undo()
    assert notes_of(frame)[-1].quote == note.quote


def test_a_note_is_recoloured_and_made_another_type_by_key(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    actions = frame.chrome.actions
    select_metric_words(frame, qtbot)
    actions["note.highlight"].trigger()
    assert actions["note.blue"].isEnabled()
    actions["note.blue"].trigger()
    assert notes_of(frame)[-1].color == "#8fd0ff"
    actions["note.to-strike"].trigger()
    assert notes_of(frame)[-1].type == "strike"
    frame.document.undo()
    frame.document.undo()
    assert (notes_of(frame)[-1].type, notes_of(frame)[-1].color) == ("highlight", "")
    frame.document.select("", "page")
    assert not actions["note.blue"].isEnabled()


def test_the_card_of_a_note_does_not_cover_what_is_marked_nor_is_it_cut_off(
    parsed: Parsed, speech: Path, qtbot: QtBot
) -> None:
    frame = parsed(speech)
    view, card = frame.area.view, frame.chrome.desk.card
    wide = view.width()
    frame.chrome.actions["view.side"].trigger()
    qtbot.waitUntil(lambda: view.width() > wide, timeout=WAIT)
    metric = select_metric_words(frame, qtbot)
    frame.chrome.actions["note.write"].trigger()
    qtbot.waitUntil(card.isVisible, timeout=WAIT)
    QTest.keyClicks(card.words, "why")
    QTest.keyClicks(card.tags, "a,b")
    assert frame.document.selected == notes_of(frame)[-1].id
    assert notes_of(frame)[-1].text == "why"
    assert notes_of(frame)[-1].tags == ("a", "b")
    assert view.viewport().rect().contains(card.geometry())
    assert not card.geometry().contains(middle_of(frame, metric.places[0]))


# -- marks -----------------------------------------------------------------------------------------------------------


def test_a_kind_of_marks_is_hidden_and_stays_hidden(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    metric = at_metric(frame, qtbot)
    marks = frame.area.view.supply.marks
    assert metric.id in {mark.item_id for mark in marks.on_page(2)}
    frame.chrome.actions["marks.metric"].trigger()
    assert metric.id not in {mark.item_id for mark in marks.on_page(2)}
    frame.panels.show_panel("numerals")
    assert not {mark.kind for mark in marks.on_page(2)} & {"metric", "numeral"}
    assert frame.close_document()
    leave(frame, qtbot)
    again = parsed(speech)
    again.panels.show_panel("metrics")
    assert not again.chrome.actions["marks.metric"].isChecked()
    assert "metric" in again.area.view.supply.marks.hidden
    again.chrome.actions["marks.all"].trigger()
    assert again.chrome.actions["marks.metric"].isChecked()
    assert "metric" not in again.area.view.supply.marks.hidden


def test_places_pointed_out_are_outlined_until_something_is_selected(
    parsed: Parsed, speech: Path, qtbot: QtBot
) -> None:
    frame = parsed(speech)
    metric = at_metric(frame, qtbot)
    pointed = frame.area.view.overlay.pointed_out
    frame.document.show_places(metric.places, "card")
    assert pointed.on_page(1)
    frame.document.show_places((), "card")
    assert not pointed.on_page(1)
    frame.document.show_places(metric.places, "card")
    frame.document.select(metric.id, "list")
    assert not pointed.on_page(1)


def test_a_selected_item_whose_marks_are_hidden_is_scrolled_to_and_outlined(
    parsed: Parsed, speech: Path, qtbot: QtBot
) -> None:
    frame = parsed(speech)
    metric = frame.document.session.view.metrics[-1]
    page = metric.places[0].page
    frame.document.apply(
        reject(frame.document.session.view, item=metric.id, by=frame.document.session.person.id), "list"
    )
    frame.document.select(metric.id, "list")
    qtbot.waitUntil(lambda: is_in_view(frame, metric.places[0]), timeout=WAIT)
    assert frame.area.view.overlay.pointed_out.on_page(page - 1)


# -- the right button ------------------------------------------------------------------------------------------------


def names_in(menu: QMenu) -> set[str]:
    names: set[str] = set()
    for action in menu.actions():
        names |= names_in(action.menu()) if action.menu() is not None else {action.objectName()}
    return names


def menu_at(frame: Frame, point: QPoint) -> set[str]:
    frame.area.view.customContextMenuRequested.emit(point)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    names = names_in(menu)
    menu.close()
    return names


def test_the_right_button_offers_what_fits_text_note_mark_and_page(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    metric = select_metric_words(frame, qtbot)
    at = middle_of(frame, metric.places[0])
    assert {"edit.copy-cited", "note.strike", "item.add-metric", "item.add-system"} <= menu_at(frame, at)
    frame.chrome.actions["note.highlight"].trigger()
    offered = menu_at(frame, at)
    assert {"note.delete", "note.green", "note.to-underline", "check.edit"} <= offered
    assert "item.add-metric" not in offered
    frame.document.select("", "page")
    empty = menu_at(frame, QPoint(4, 4))
    assert {"note.box", "note.pin", "edit.select-all", "tools.hand", "marks.heading", "view.fit-width"} <= empty
    assert "check.wrong" not in empty


def test_a_click_where_no_mark_is_drops_what_was_selected(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    metric = at_metric(frame, qtbot)
    click_place(frame, metric.places[0])
    assert frame.document.selected
    QTest.mouseClick(frame.area.view.viewport(), LEFT, pos=QPoint(3, 3))
    assert frame.document.selected == ""


def hide_side(frame: Frame, qtbot: QtBot) -> None:
    wide = frame.area.view.width()
    frame.chrome.actions["view.side"].trigger()
    qtbot.waitUntil(lambda: frame.area.view.width() > wide, timeout=WAIT)


def test_with_the_side_pane_hidden_a_note_is_deleted_and_a_metric_decided_by_the_same_keys(
    parsed: Parsed, speech: Path, qtbot: QtBot
) -> None:
    frame = parsed(speech)
    hide_side(frame, qtbot)
    metric = select_metric_words(frame, qtbot)
    frame.chrome.actions["note.highlight"].trigger()
    assert len(notes_of(frame)) == 1
    frame.area.view.setFocus()
    QTest.keyClick(frame.area.view, Qt.Key.Key_Delete)
    assert not notes_of(frame)
    click_place(frame, metric.places[0])
    assert frame.document.selected == metric.id
    QTest.keyClick(frame.area.view, Qt.Key.Key_3)
    assert frame.document.session.view.item(metric.id).verdict == "doubtful"
