"""The card shows every field beside what the machine read, and makes one step of each thing the user does."""

from __future__ import annotations

import pytest
from msgspec import structs
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QToolButton

from engine.editing import verbs, verbs_notes
from engine.editing.front import set_front
from engine.model.parse import Front
from engine.model.place import Place
from gui.panels.card.front_card import FrontCard
from gui.panels.card.item_card import ItemCard
from gui.panels.card.note_card import NoteCard
from gui.style.contrast import contrast
from gui.style.theme import CONTRAST, DARK, LIGHT, SYSTEM, apply_theme

from ..conftest import parse_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # popups of proposals


@pytest.fixture
def card(desk) -> ItemCard:
    desk.triage.panel.focus_list()
    shown = desk.side.card.current
    assert isinstance(shown, ItemCard)
    return shown


def item_of(desk, kind="metric", at=0):
    return desk.document.session.view.items(kind)[at]


def give(qtbot, card: ItemCard, field: str, text: str) -> None:
    line = card.rows[field].editor.widget
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def choose(card: ItemCard, field: str, code: str | None) -> None:
    box = card.rows[field].editor.box
    box.setCurrentIndex(box.findData(code))
    box.activated.emit(box.currentIndex())


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [("name", "abc", "abc"), ("period", "2011", "2011"), ("unit", "m", "m"), ("owner", "x", "x"), ("value", "99", 99)],
)
def test_a_line_is_a_field_of_the_item(desk, card, qtbot, field, typed, value):
    before = item_of(desk).value(field)
    give(qtbot, card, field, typed)
    assert item_of(desk).value(field) == value
    assert item_of(desk).reading == "corrected"
    desk.document.undo()
    assert item_of(desk).value(field) == before
    assert item_of(desk).reading == "machine"
    desk.document.redo()
    assert item_of(desk).value(field) == value


@pytest.mark.parametrize(
    ("field", "code"),
    [("status", "target"), ("kind", "change"), ("direction", "up"), ("qualifier", "over"), ("targetType", "binding")],
)
def test_a_choice_is_a_field_of_the_item(desk, card, field, code):
    choose(card, field, code)
    assert item_of(desk).value(field) == code
    desk.document.undo()
    assert item_of(desk).reading == "machine"


def test_a_phrase_sets_what_it_says_as_one_step(desk, card):
    line = card.rows["quote"].editor.line
    line.setText("7500多亿元")
    card.rows["quote"].editor.commit()
    item = item_of(desk)
    assert [item.value(field) for field in ("quote", "value", "unit", "qualifier")] == [
        "7500多亿元", 750000000000, "元", "over",
    ]  # fmt: skip
    assert desk.document.session.undo_name == "set-field:quote"
    desk.document.undo()
    assert item_of(desk).overridden == ()
    assert card.rows["quote"].editor.line.text() == "1万户"


def test_the_machines_value_stands_below_a_changed_one_and_comes_back_by_one_click(desk, card, qtbot):
    give(qtbot, card, "name", "abc")
    row = card.rows["name"]
    button = row.findChild(QToolButton)
    assert button.isVisible()
    assert button.accessibleName() == "恢复为识别结果：第1类用户数"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert item_of(desk).value("name") == "第1类用户数"
    assert not button.isVisible()
    assert desk.document.session.undo_name == "reset-field:metric.name"


def test_resetting_a_phrase_takes_back_all_it_said(desk, card, qtbot):
    card.rows["quote"].editor.line.setText("7500多亿元")
    card.rows["quote"].editor.commit()
    qtbot.mouseClick(card.rows["quote"].findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert item_of(desk).overridden == ()
    assert item_of(desk).value("value") == 10000
    desk.document.undo()
    assert item_of(desk).value("value") == 750000000000


def test_a_name_cannot_be_emptied_and_the_card_says_so(desk, card):
    editor = card.rows["name"].editor
    editor.line.clear()
    editor.commit()
    assert item_of(desk).value("name") == "第1类用户数"
    assert "不能空着" in desk.side.card.problem


def test_the_sentence_marks_the_quantity(desk, card):
    assert 'font-weight:600">1万户</span>' in card.sentence.text()


def test_history_tells_who_changed_what_newest_first_and_folds(desk, card, qtbot):
    assert not card.history.isVisible()
    give(qtbot, card, "name", "abc")
    for verdict in ("correct", "doubtful"):
        desk.document.select(desk.ids("metric")[0], "test")
        card.verdicts.verdict_chosen.emit(verdict)
    desk.document.undo()
    assert card.history.isVisible()
    assert not card.history.lines.isVisible()
    assert card.history.button.text().endswith("张三 无误")
    card.history.button.click()
    lines = card.history.lines.text().split("\n")
    assert [line.split(" ", 2)[2] for line in lines] == [
        "张三 撤销：无误", "张三 存疑", "张三 无误", "张三 更改指标名称：第1类用户数 → abc",
    ]  # fmt: skip
    card.history.button.click()
    assert not card.history.lines.isVisible()


@pytest.mark.parametrize(("button", "verdict"), [("correct", "correct"), ("doubtful", "doubtful"), ("reject", "open")])
def test_a_button_decides_and_goes_on_as_its_key_does(desk, card, qtbot, button, verdict):
    first, second = desk.ids("metric")[:2]
    pressed = {**card.verdicts.buttons, "reject": card.verdicts._reject}[button]
    qtbot.mouseClick(pressed, Qt.MouseButton.LeftButton)
    assert item_of(desk).verdict == verdict
    assert (item_of(desk).reading == "rejected") is (button == "reject")
    assert (desk.document.selected, card.item_id) == (second, second)
    desk.document.undo()
    assert (desk.document.selected, item_of(desk).verdict, item_of(desk).reading) == (first, "open", "machine")


def test_a_verdict_taken_back_by_its_button_stays(desk, card, qtbot):
    first = desk.ids("metric")[0]
    qtbot.mouseClick(card.verdicts.buttons["correct"], Qt.MouseButton.LeftButton)
    desk.document.select(first, "test")
    qtbot.mouseClick(card.verdicts.buttons["correct"], Qt.MouseButton.LeftButton)
    assert (item_of(desk).verdict, desk.document.selected) == ("open", first)


def test_the_button_of_a_wrong_one_asks_what_it_should_be_and_goes_on(desk, card, qtbot):
    qtbot.mouseClick(card.verdicts.buttons["wrong"], Qt.MouseButton.LeftButton)
    line = card.verdicts.editors["should_be"].line
    assert line.hasFocus()
    line.setText("9万户")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    item = desk.document.session.view.metrics[0]
    assert (item.verdict, item.should_be, desk.document.selected) == ("wrong", "9万户", desk.ids("metric")[1])


@pytest.fixture
def any_theme(qapp):
    yield lambda theme: (apply_theme(qapp, theme), qapp.processEvents())
    apply_theme(qapp, SYSTEM)


def test_words_of_the_card_can_be_read_after_every_change_of_theme(desk, card, qapp, any_theme):
    for theme in (CONTRAST, LIGHT, DARK, CONTRAST, DARK, LIGHT):
        any_theme(theme)
        ground = qapp.palette().color(QPalette.ColorRole.Window)
        labels = [one for one in card.findChildren(QLabel) if one.isVisible() and one.property("role")]
        assert labels
        for label in labels:
            colour = label.palette().color(QPalette.ColorRole.WindowText)
            assert contrast(colour, ground) >= 4.5, (theme, label.text())


def test_a_pressed_button_shows_its_icon_on_high_contrast(desk, card, any_theme):
    any_theme(CONTRAST)
    icon = card.verdicts.buttons["wrong"].icon()
    off, on = (
        icon.pixmap(QSize(18, 18), QIcon.Mode.Normal, state).toImage() for state in (QIcon.State.Off, QIcon.State.On)
    )
    assert off != on


def test_a_field_of_several_lines_leaves_no_gap_around_it(make_desk):
    desk = make_desk(parse_of(), "tasks")
    desk.triage.panel.focus_list()
    row = desk.side.card.current.rows["text"]
    assert row.height() <= row.editor.widget.height() + 8
    assert row.label.height() <= 40


def test_the_buttons_stay_where_they_are_however_long_the_sentence_is(desk, card, qtbot):
    heights, places = set(), set()
    for sentence in ("短句。", "一" * 200):
        card.sentence.setText(sentence)
        qtbot.wait(1)
        heights.add(card.sentence.height())
        places.add(card.verdicts.buttons["correct"].mapTo(desk, QPoint()).y())
    assert (len(heights), len(places)) == (2, 1)


def test_what_it_should_be_makes_an_open_item_wrong_and_keeps_basis_and_unit(desk, card):
    card.verdicts.edit_should_be()
    for field, text in (("should_be", "53万户"), ("basis", "统计公报"), ("verified_with", "区统计局")):
        card.verdicts.editors[field].line.setText(text)
        card.verdicts.editors[field].commit()
    item = item_of(desk)
    assert (item.verdict, item.should_be, item.basis, item.verified_with) == (
        "wrong", "53万户", {"words": "统计公报"}, "区统计局",
    )  # fmt: skip
    assert item.value("value") == 10000


def test_what_is_typed_is_kept_when_another_item_is_selected(desk, card, qtbot):
    first, second = desk.ids("metric")[:2]
    card.rows["name"].editor.widget.setFocus()
    card.rows["name"].editor.line.setText("半句")
    desk.document.select(second, "page")
    assert desk.document.session.view.item(first).value("name") == "半句"
    assert desk.document.session.view.item(second).value("name") == "第2类用户数"


def test_a_change_elsewhere_leaves_alone_what_is_being_typed(desk, card):
    item = item_of(desk).id
    card.rows["name"].editor.widget.setFocus()
    card.rows["name"].editor.line.setText("半句")
    edit = verbs.set_verdict(desk.document.session.view, item=item, verdict="correct", by="p1")
    desk.document.apply(edit, "test")
    assert card.rows["name"].editor.line.text() == "半句"


def test_a_field_of_the_card_is_edited_and_escape_returns_to_the_list(desk, card, qtbot):
    desk.side.card.edit()
    assert QApplication.focusWidget() is card.rows["quote"].editor.widget
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(desk.triage.panel.list.hasFocus)


@pytest.mark.parametrize(
    ("panel", "kind", "field", "typed", "value"),
    [
        ("outline", "heading", "title", "abc", "abc"),
        ("tasks", "task", "deadline", "2012", "2012"),
        ("systems", "system", "owner", "x", "x"),
        ("findings", "finding", "suggestion", "y", "y"),
    ],
)
def test_other_kinds_have_their_cards(desk, qtbot, panel, kind, field, typed, value):
    desk.side.show_panel(panel)
    desk.triage.panel.focus_list()
    shown = desk.side.card.current
    give(qtbot, shown, field, typed)
    assert item_of(desk, kind).value(field) == value


def test_units_of_a_task_are_a_list(desk):
    desk.side.show_panel("tasks")
    desk.triage.panel.focus_list()
    editor = desk.side.card.current.rows["lead"].editor
    assert editor.line.text() == "区信息办、区财政局"
    editor.line.setText("区信息办")
    editor.commit()
    assert item_of(desk, "task").value("lead") == ["区信息办"]


@pytest.fixture
def note(desk) -> str:
    session = desk.document.session
    places = (Place(1, (3, 9), ((100, 700, 160, 700, 100, 688, 160, 688),)),)
    edit = verbs_notes.add_note(session.view, type="highlight", places=places, quote="总结", color="", text="", by="p1")
    desk.document.apply(edit, "test")
    desk.side.show_panel("notes")
    desk.triage.panel.focus_list()
    return edit.ids[0]


def test_a_note_is_worded_coloured_tagged_and_deleted_in_its_card(desk, note, qtbot):
    shown = desk.side.card.current
    assert isinstance(shown, NoteCard)
    view = desk.document.session.view
    shown.text.text.setPlainText("请核实")
    shown.text.commit()
    shown.tags.line.setText("数字、重要")
    shown.tags.commit()
    shown.changed.emit("color", "#8fd0ff")
    record = desk.document.session.view.note(note)
    assert (record.text, record.tags, record.color) == ("请核实", ("数字", "重要"), "#8fd0ff")
    assert desk.triage.panel.model.row_of(note).cells[:3] == ("请核实", "总结", "张三")
    qtbot.keyClick(desk.triage.panel.list, Qt.Key.Key_Delete)
    assert view.notes == ()
    assert isinstance(desk.side.card.current, FrontCard)
    desk.document.undo()
    assert [one.id for one in desk.document.session.view.notes] == [note]
    assert desk.document.selected == note
    assert desk.side.card.item_id == note


def test_return_in_the_list_of_notes_edits_the_note(desk, note, qtbot):
    qtbot.keyClick(desk.triage.panel.list, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is desk.side.card.current.text.widget


def test_what_corrected_a_field_of_the_former_draft_is_offered_on_the_front_card(desk, qtbot):
    document, parse = desk.document, desk.document.session.parse
    edit = set_front(document.session.view, field="title", value="总结讲话", by=document.session.person.id)
    document.apply(edit, "test")
    other = structs.replace(parse.source, sha256="cd" * 32)
    document.announce(
        document.session.set_parse(structs.replace(parse, source=other, document=Front(title="工作讲话"))), "parse"
    )
    document.select("", "test")
    card = desk.side.card.current
    assert isinstance(card, FrontCard)
    row = card.rows["title"]
    assert row.editor.widget.text() == "工作讲话"
    (button,) = row.choice.buttons
    assert "总结讲话" in button.accessibleName()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert document.session.view.front("title") == "总结讲话"
    assert row.editor.widget.text() == "总结讲话"
