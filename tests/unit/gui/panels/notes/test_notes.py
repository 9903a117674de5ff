"""The list of notes and the note's card: everything about a note by keys, buttons and words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from engine.anchoring.anchor import Quote
from engine.editing import verbs_notes
from engine.editing.session import Session

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
LI = "p2"


def add(desk, at: int, words: str, *, by: str = "p1", about: str | None = None) -> str:
    view = desk.document.session.view
    metric = view.metrics[at]
    edit = verbs_notes.add_note(
        view, type="highlight", places=metric.places, quote=metric.quote, color="", text=words, by=by, about=about
    )
    desk.document.apply(edit, "test")
    return edit.ids[0]


@pytest.fixture
def ids(desk) -> list[str]:
    return [add(desk, 0, "数字要核实"), add(desk, 2, "口径不一致"), add(desk, 4, "改为万户")]


@pytest.fixture
def notes(desk, ids):
    desk.side.show_panel("notes")
    panel = desk.side.panels["notes"]
    panel.focus_list()
    return panel


def note(desk, one: str):
    return desk.document.session.view.note(one)


def card(desk):
    return desk.side.card.current


def test_the_keys_of_checking_say_what_was_done_with_a_note_and_go_on(desk, notes, ids, qtbot):
    qtbot.keyClick(notes.list, Qt.Key.Key_1)
    assert dict(note(desk, ids[0]).states) == {"p1": "accepted"}
    assert notes.current_id == desk.document.selected == ids[1]
    qtbot.keyClick(notes.list, Qt.Key.Key_2)
    qtbot.keyClick(notes.list, Qt.Key.Key_3)
    assert [note(desk, one).states.get("p1") for one in ids] == ["accepted", "declined", "done"]
    qtbot.keyClick(notes.list, Qt.Key.Key_Backspace)
    assert note(desk, ids[2]).states.get("p1") is None
    assert desk.actions["check.correct"].text() == "采纳(&1)"
    desk.side.show_panel("metrics")
    assert desk.actions["check.correct"].text() == "无误(&1)"


def test_several_notes_are_decided_tagged_and_deleted_in_one_step_each(desk, notes, ids, qtbot):
    qtbot.keyClick(notes.list, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(notes.list, Qt.Key.Key_3)
    assert [note(desk, one).states.get("p1") for one in ids] == ["done", "done", None]
    desk.side.desks.notes.tag("数字、口径")
    assert [note(desk, one).tags for one in ids] == [("数字", "口径"), ("数字", "口径"), ()]
    qtbot.keyClick(notes.list, Qt.Key.Key_Delete)
    assert list(notes.model.ids) == [ids[2]]
    assert notes.current_id == ids[2]
    desk.document.undo()
    assert list(notes.model.ids) == ids
    desk.document.undo()
    desk.document.undo()
    assert [note(desk, one).states.get("p1") for one in ids] == [None] * 3


def test_tags_are_asked_for_and_added(desk, notes, ids, qtbot):
    desk.actions["note.tag"].trigger()
    dialog = desk.side.desks.notes.dialog
    dialog.setTextValue("口径")
    dialog.accept()
    assert note(desk, ids[0]).tags == ("口径",)


def test_the_filter_finds_words_quotes_replies_tags_and_authors(desk, notes, ids):
    session = desk.document.session
    desk.document.apply(verbs_notes.reply(session.view, note=ids[1], text="财政局已答复", by="p1"), "test")
    desk.document.apply(verbs_notes.change_note(session.view, note=ids[2], by="p1", tags=["急件"]), "test")
    for words, found in (
        ("核实", [0]),
        ("3万户", [1]),
        ("财政局", [1]),
        ("急件", [2]),
        ("张三", [0, 1, 2]),
        ("黄", [0, 1, 2]),
    ):
        notes.filter_bar.line.setText(words)
        assert list(notes.model.shown) == [ids[at] for at in found], words


def test_a_state_and_a_tag_show_only_their_notes(desk, notes, ids):
    session = desk.document.session
    desk.document.apply(verbs_notes.set_note_state(session.view, note=ids[1], state="accepted", by="p1"), "test")
    notes.filter_bar.set_state("accepted")
    assert list(notes.model.shown) == [ids[1]]
    notes.filter_bar.set_state("unhandled")
    assert list(notes.model.shown) == [ids[0], ids[2]]


def test_a_note_that_was_not_placed_stands_on_top_and_is_told_of(desk, notes, ids, qtbot):
    session = desk.document.session
    record = session.review.record("notes", ids[2])
    session.review.put("notes", ids[2], {**record, "lost": True})
    desk.document.session = Session(session.review, session.parse, session.person)
    desk.document.session_ready.emit()
    assert list(notes.model.ids) == [ids[2], ids[0], ids[1]]
    assert notes._lost.isVisible()
    assert "1 条批注未定位" in notes._lost_words.text()
    assert "未定位" in notes.model.row_of(ids[2]).cells
    notes._show_lost.click()
    assert list(notes.model.shown) == [ids[2]]


def test_notes_are_sorted_by_time_from_the_menu(desk, notes, ids, qtbot):
    for at, one in enumerate(ids):
        record = desk.document.session.review.record("notes", one)
        desk.document.session.review.put("notes", one, {**record, "at": f"2026-01-0{3 - at}T08:00:00Z"})
    session = desk.document.session
    desk.document.session = Session(session.review, session.parse, session.person)
    desk.document.session_ready.emit()
    fields = [column.field for column in notes.rows.columns]
    notes.table.horizontalHeader().setSortIndicator(fields.index("at"), Qt.SortOrder.AscendingOrder)
    assert list(notes.model.shown) == ids[::-1]


@pytest.mark.qt_log_ignore("raise|grabbing")
def test_the_menu_of_a_note_offers_what_can_be_done_with_it(desk, notes, ids):
    desk.side.desks.notes._on_menu(QPoint(0, 0))
    menu = notes.table.findChild(QMenu)
    offered = {action.objectName() for action in menu.actions()}
    assert {"check.edit", "note.reply", "check.correct", "note.tag", "note.delete"} <= offered
    menu.close()


def test_a_reply_is_written_changed_and_taken_back_in_the_card(desk, notes, ids, qtbot):
    desk.actions["note.reply"].trigger()
    field = QApplication.focusWidget()
    assert field is card(desk).replies.editor.widget
    field.insertPlainText("已请财政局核实")
    qtbot.keyClick(field, Qt.Key.Key_Return, CONTROL)
    (line,) = card(desk).replies.lines
    assert (line.words.text(), notes.rows.row_of(ids[0]).words.count("财政局")) == ("已请财政局核实", 1)
    assert list(notes.model.ids) == ids
    line.edit()
    line.editor.text.setPlainText("财政局说无误")
    qtbot.keyClick(line.editor.widget, Qt.Key.Key_Return, CONTROL)
    (line,) = card(desk).replies.lines
    assert line.words.text() == "财政局说无误"
    line.deleted.emit()
    assert card(desk).replies.lines == []


def test_anothers_reply_cannot_be_changed(desk, notes, ids):
    session = desk.document.session
    desk.document.apply(verbs_notes.reply(session.view, note=ids[0], text="看过", by=LI), "test")
    (line,) = card(desk).replies.lines
    assert line.findChildren(type(card(desk).about.jump)) == []


def test_a_reply_selected_on_the_page_shows_its_note(desk, notes, ids):
    edit = verbs_notes.reply(desk.document.session.view, note=ids[1], text="看过", by=LI)
    desk.document.apply(edit, "test")
    desk.document.select(edit.ids[0], "page")
    assert notes.current_id == ids[1]
    assert card(desk).item_id == ids[1]
    card(desk).text.show_value("")
    card(desk).changed.emit("text", "新内容")
    assert note(desk, ids[1]).text == "新内容"


def test_look_tags_state_and_item_are_changed_in_the_card(desk, notes, ids, qtbot):
    shown = card(desk)
    shown.type.setCurrentIndex(shown.type.findData("strike"))
    shown.type.activated.emit(shown.type.currentIndex())
    assert note(desk, ids[0]).type == "strike"
    shown._colours.buttons()[1].click()
    assert note(desk, ids[0]).color == "#9be28a"
    shown.tags.line.setText("口径，急件")
    qtbot.keyClick(shown.tags.line, Qt.Key.Key_Return)
    assert note(desk, ids[0]).tags == ("口径", "急件")
    shown.states["declined"].click()
    assert note(desk, ids[0]).states["p1"] == "declined"
    shown.states["declined"].click()
    assert "p1" not in note(desk, ids[0]).states
    shown.about.fill_menu()
    first = shown.about.menu.actions()[0]
    assert first.text() == "指标 1万户"
    first.trigger()
    metric = desk.ids("metric")[0]
    assert note(desk, ids[0]).about == metric
    shown.about.jump.click()
    assert (desk.document.selected, desk.side.current_panel) == (metric, "metrics")


def test_tags_in_use_are_proposed_part_by_part(desk, notes, ids, qtbot):
    desk.document.apply(
        verbs_notes.change_note(desk.document.session.view, note=ids[2], by="p1", tags=["急件"]), "test"
    )
    line = card(desk).tags.line
    line.setFocus()
    line.setText("口径、急")
    completer = line.completer()
    completer.setCompletionPrefix("急")
    assert completer.completionCount() == 1
    assert completer.pathFromIndex(completer.completionModel().index(0, 0)) == "口径、急件"


def test_rows_are_copied_with_all_their_columns(desk, notes, ids, qtbot):
    notes.list.selectAll()
    qtbot.keyClick(notes.list, Qt.Key.Key_C, CONTROL)
    lines = QGuiApplication.clipboard().text().split("\r\n")
    assert len([line for line in lines if line]) == 4
    assert "口径不一致" in lines[2]


def test_what_others_did_with_a_note_is_said_with_their_name(desk, notes, ids):
    session = desk.document.session
    session.review.put("people", LI, {"name": "李四", "office": ""})
    desk.document.apply(verbs_notes.set_note_state(session.view, note=ids[0], state="done", by=LI), "test")
    assert card(desk)._others.text() == "李四已处理"


def test_words_of_several_lines_are_one_line_in_a_cell(desk, notes):
    edit = verbs_notes.add_note(
        desk.document.session.view,
        type="highlight", places=desk.document.session.view.metrics[0].places, quote=Quote("同志们：\n今天"),
        color="", text="先核实\n再改", by="p1",
    )  # fmt: skip
    desk.document.apply(edit, "test")
    cells = notes.model.row_of(edit.ids[0]).cells
    assert cells[:2] == ("先核实 再改", "同志们： 今天")


def test_who_deletes_a_note_on_the_page_is_not_led_to_the_next_one(desk, notes, ids):
    page = QPushButton(desk)
    page.zoom_by = lambda _steps: None  # what views of the document have
    page.show()
    page.setFocus()
    desk.document.select(ids[0], "page")
    desk.document.selections.clear()
    desk.actions["note.delete"].trigger()
    assert list(notes.model.ids) == ids[1:]
    assert {item for item, _ in desk.document.selections} == {""}
