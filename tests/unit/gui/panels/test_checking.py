"""Checking by keys: one key decides and goes on, in the order of the text, and every step can be undone."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from engine.editing import verbs
from engine.editing.verbs import set_field
from gui.panels.checking import course as course_module

from .conftest import parse_of, place


def verdicts(desk) -> list[str]:
    return [item.verdict for item in desk.document.session.view.metrics]


@pytest.fixture
def first(desk):
    desk.triage.panel.focus_list()
    return desk.triage.panel


def press(qtbot, *keys):
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def test_the_list_is_entered_at_the_first_item_that_is_open(desk, first, qtbot):
    press(qtbot, Qt.Key.Key_Return, Qt.Key.Key_Return)
    desk.document.select("", "test")
    first.list.selectionModel().clear()
    assert not first.current_id
    first.focus_list()
    assert first.current_id == desk.ids("metric")[2]
    desk.side.panels["tasks"].filter_bar.setFocus()
    first.list.setCurrentIndex(QModelIndex())
    first.filter_bar.edit()
    desk.side.show_panel("metrics")
    assert (first.current_id, desk.document.selected) == (desk.ids("metric")[2],) * 2


def test_a_decision_shows_the_next_item_in_the_card_once(desk, first, qtbot, monkeypatch):
    card, shown = desk.side.card.current, []
    show = card.show_item
    monkeypatch.setattr(card, "show_item", lambda item, *more: (shown.append(item.id), show(item, *more)))
    press(qtbot, Qt.Key.Key_Return)
    assert shown == [desk.ids("metric")[1]]


def test_a_value_that_a_human_took_away_is_seen_in_its_cell(desk, first):
    document, item = desk.document, desk.document.session.view.metrics[0]
    edit = set_field(document.session.view, item=item.id, field="period", value=None, by="p1")
    document.apply(edit, "test")
    columns = [one.field for one in first.rows.columns]
    option = QStyleOptionViewItem()
    for field, words in (("period", "（空）"), ("name", "第1类用户数")):
        delegate = first.table.itemDelegate()
        delegate.initStyleOption(option, first.rows.index(0, columns.index(field)))
        assert option.text == words


def test_return_through_all_metrics_leaves_none_open(desk, first, qtbot):
    for _ in range(25):
        press(qtbot, Qt.Key.Key_Return)
    assert verdicts(desk) == ["correct"] * 25
    assert desk.side.coverage.accessibleName() == "数字 25 处：已核 25，待核 0"
    assert first.current_id == desk.ids("metric")[-1]
    for _ in range(25):
        desk.document.undo()
    assert verdicts(desk) == ["open"] * 25
    assert desk.document.session.undo_name is None
    for _ in range(25):
        desk.document.redo()
    assert verdicts(desk) == ["correct"] * 25


@pytest.mark.parametrize(
    ("key", "verdict"),
    [
        (Qt.Key.Key_1, "correct"),
        (Qt.Key.Key_3, "doubtful"),
        (Qt.Key.Key_Return, "correct"),
        (Qt.Key.Key_Enter, "correct"),
    ],
)
def test_one_key_decides_and_goes_on(desk, first, qtbot, key, verdict):
    press(qtbot, key)
    assert verdicts(desk)[:2] == [verdict, "open"]
    assert first.current_id == desk.ids("metric")[1]
    assert desk.document.selected == first.current_id


def test_zero_says_it_is_no_metric_and_once_more_takes_it_back(desk, first, qtbot):
    press(qtbot, Qt.Key.Key_0)
    item = desk.document.session.view.metrics[0]
    assert (item.reading, first.current_id) == ("rejected", desk.ids("metric")[1])
    press(qtbot, Qt.Key.Key_Up, Qt.Key.Key_0)
    assert desk.document.session.view.metrics[0].reading == "machine"


def test_two_asks_what_it_should_be_and_the_answer_goes_on(desk, first, qtbot):
    press(qtbot, Qt.Key.Key_2)
    assert verdicts(desk)[0] == "wrong"
    line = QApplication.focusWidget()
    assert line.accessibleName() == "应为"
    qtbot.keyClicks(line, "53")
    press(qtbot, Qt.Key.Key_Return)
    item = desk.document.session.view.metrics[0]
    assert (item.verdict, item.should_be, item.value("value")) == ("wrong", "53", 10000)
    assert first.current_id == desk.ids("metric")[1]
    qtbot.waitUntil(first.list.hasFocus)


def test_escape_from_the_question_stays_with_the_item(desk, first, qtbot):
    press(qtbot, Qt.Key.Key_2, Qt.Key.Key_Escape)
    qtbot.waitUntil(first.list.hasFocus)
    assert verdicts(desk)[0] == "wrong"
    assert first.current_id == desk.ids("metric")[0]


def test_backspace_makes_it_open_again(desk, first, qtbot):
    press(qtbot, Qt.Key.Key_1, Qt.Key.Key_Up, Qt.Key.Key_Backspace)
    assert verdicts(desk)[0] == "open"


def test_going_on_passes_over_what_is_decided(desk, first, qtbot):
    ids = desk.ids("metric")
    first.go_to(ids[1], "test")
    press(qtbot, Qt.Key.Key_1)
    first.go_to(ids[0], "test")
    press(qtbot, Qt.Key.Key_1)
    assert first.current_id == ids[2]


def test_going_on_keeps_the_order_of_the_text_in_a_sorted_list(desk, first, qtbot):
    ids = desk.ids("metric")
    first.table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    first.go_to(ids[3], "test")
    press(qtbot, Qt.Key.Key_1)
    assert first.current_id == ids[4]


def test_control_down_goes_to_the_next_open_item(desk, first, qtbot):
    ids = desk.ids("metric")
    first.go_to(ids[1], "test")
    press(qtbot, Qt.Key.Key_1)
    first.go_to(ids[0], "test")
    qtbot.keyClick(first.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert first.current_id == ids[2]
    qtbot.keyClick(first.list, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert first.current_id == ids[0]


def test_several_rows_get_one_verdict_as_one_step(desk, first, qtbot):
    qtbot.keyClick(first.list, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    press(qtbot, Qt.Key.Key_1)
    assert verdicts(desk) == ["correct"] * 25
    assert all(item.verdict_record["bulk"] for item in desk.document.session.view.metrics)
    desk.document.undo()
    assert verdicts(desk) == ["open"] * 25


def test_only_what_is_open_can_be_shown(desk, first, qtbot):
    press(qtbot, Qt.Key.Key_1)
    desk.actions["check.open-only"].trigger()
    assert len(first.model.shown) == 24
    desk.actions["check.open-only"].trigger()
    assert len(first.model.shown) == 25


def test_while_only_open_items_are_shown_a_decided_one_stays_until_the_next_filter(desk, first, qtbot):
    desk.actions["check.open-only"].trigger()
    first.focus_list()
    press(qtbot, Qt.Key.Key_1, Qt.Key.Key_1)
    assert verdicts(desk)[:3] == ["correct", "correct", "open"]
    assert first.current_id == desk.ids("metric")[2]


def test_the_decision_and_the_next_item_are_announced(desk, first, qtbot, monkeypatch):
    heard = []
    monkeypatch.setattr(course_module, "announce", lambda _widget, words: heard.append(words))
    press(qtbot, Qt.Key.Key_3)
    assert heard == ["存疑。下一项：2万户，第2类用户数，目前，完成，数值，封面 (1)，待核，机器识别。待核数字 24"]
    for _ in range(24):
        press(qtbot, Qt.Key.Key_1)
    assert heard[-1] == "无误。这里没有待核的了，还有 1 处疑点待核。数字 25 处：已核 25，待核 0"


def test_two_on_several_rows_marks_them_without_asking(desk, first, qtbot):
    qtbot.keyClick(first.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(qtbot, Qt.Key.Key_2)
    assert verdicts(desk)[:3] == ["wrong", "wrong", "open"]
    assert first.list.hasFocus()


@pytest.mark.parametrize(("at", "follows"), [(2, 1), (27, 24)])
def test_when_an_added_item_is_undone_the_next_one_is_the_current_one_else_the_last(desk, first, at, follows):
    view = desk.document.session.view
    ids = desk.ids("metric")
    fields = {"quote": "半数", "name": "覆盖率"}
    places = place(601 + 100 * at)  # before the quantity of the metric of this number
    edit = verbs.add_item(view, kind="metric", places=places, quote=None, fields=fields, by="p1")
    desk.document.apply(edit, "page")
    desk.document.select(edit.ids[0], "page")
    assert first.current_id == edit.ids[0]
    desk.document.undo()
    assert first.current_id == desk.document.selected == ids[follows]


def test_an_empty_list_does_not_give_the_keys_to_its_filter(make_desk, qtbot):
    desk = make_desk(msgspec.structs.replace(parse_of(metrics=2), tasks=()))
    tasks = desk.side.panels["tasks"]
    desk.side.show_panel("tasks")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_1)
    assert (QApplication.focusWidget().text(), tasks.filter_bar.line.text()) == (tasks.empty_words(), "")
    desk.side.show_panel("metrics")
    assert desk.side.panels["metrics"].list.hasFocus()


def test_after_a_bulk_decision_is_undone_all_of_them_are_still_selected(desk, first, qtbot):
    ids = desk.ids("metric")
    for _ in range(2):
        qtbot.keyClick(first.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(qtbot, Qt.Key.Key_1)
    desk.document.undo()
    assert first.selected_ids() == tuple(ids[:3])
    assert verdicts(desk)[:3] == ["open"] * 3


def test_a_list_says_that_recognition_ended_without_a_result(desk):
    panel, document = desk.side.panels["tasks"], desk.document
    document.session = None  # the review has not come yet
    assert "正在识别" in panel.empty_words()
    document.is_unread = True
    assert "重新识别" in panel.empty_words()


def test_a_list_that_was_entered_before_its_items_came_has_the_keys_when_they_are_there(make_desk, qtbot):
    whole = parse_of(metrics=3)
    desk = make_desk(msgspec.structs.replace(whole, metrics=(), numerals=()))
    desk.side.show_panel("metrics")
    desk.document.announce(desk.document.session.set_parse(whole), "parse")
    panel = desk.triage.panel
    qtbot.waitUntil(lambda: panel.list.hasFocus() and bool(panel.current_id))
    press(qtbot, Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert verdicts(desk) == ["correct", "correct", "open"]
    panel.filter_bar.line.setText("没有这个")
    assert not panel.list.hasFocus()
    panel.filter_bar.line.clear()
    qtbot.waitUntil(panel.list.hasFocus)
