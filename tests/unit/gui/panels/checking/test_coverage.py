"""The coverage button: its popup takes the coverage apart and leads to what is open; undo and the last item lead on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from engine.editing import verbs
from engine.editing.session import Person
from engine.editing.verbs_review import complete
from engine.model.parse import Numeral

from ..conftest import parse_of, place

pytestmark = pytest.mark.qt_log_ignore("plugin does not support")  # popups without a screen

LI = Person("p2", "李四", "督查室")


def rows(popup) -> dict[str, list[list[str]]]:
    """Texts of the popup's rows under their heads."""
    tree = popup.tree
    found = {}
    for at in range(tree.topLevelItemCount()):
        head = tree.topLevelItem(at)
        children = [head.child(row) for row in range(head.childCount())]
        found[head.text(0)] = [[child.text(column) for column in range(4)] for child in children]
    return found


def check(desk, *at: int, person: Person | None = None, bulk: bool = False) -> None:
    session = desk.document.session
    by = person or session.person
    for one in at:
        item = session.view.metrics[one].id
        desk.document.apply(verbs.set_verdict(session.view, item=item, verdict="correct", by=by.id, bulk=bulk), "test")


@pytest.fixture
def button(desk):
    desk.triage.panel.focus_list()
    return desk.side.coverage


def test_the_popup_takes_the_coverage_apart(desk, button):
    check(desk, 0, 1)
    check(desk, 2, bulk=True)
    popup = button.open()
    told = rows(popup)
    assert popup.words.text() == "数字 25 处：已核 3，待核 22"
    assert told["按数字类别"] == [["指标", "22", "3", "1"]]
    assert [row[0].strip() for row in told["按标题"]] == ["一、总结", "（一）网络", "（二）平台", "二、思路"]
    assert sum(int(row[1] or 0) for row in told["按标题"]) == 22
    assert told["按人员"] == [["张三，区府办，初核", "", "3", "1"]]
    assert popup.role.text().startswith("张三：初核")
    popup.hide()


def test_a_row_leads_to_its_first_open_item(desk, button, qtbot):
    check(desk, *range(6))
    popup = button.open()
    popup.tree.setFocus()
    qtbot.keyClick(popup.tree, Qt.Key.Key_Return)
    numeral = next(item for item in desk.document.session.view.numerals if item.verdict == "open")
    assert desk.document.selected == numeral.id
    assert desk.side.current_panel == "numerals"
    qtbot.waitUntil(desk.triage.panel.list.hasFocus)


def test_the_second_checker_is_told_so_and_can_list_what_waits(desk, button, qtbot):
    check(desk, 0, 1, 2)
    desk.document.announce(desk.document.session.set_person(LI), "identity")
    check(desk, 0)
    popup = button.open()
    assert popup.role.text() == "李四：复核（初核：张三）。初核 3 处，复核 1 处"
    assert popup.second.text() == "只看待复核（2）"
    popup.second.click()
    panel = desk.side.panels["numerals"]
    assert desk.triage.panel is panel
    assert [panel.model.row_of(one).cells[0] for one in panel.model.shown] == ["2", "3"]


def test_f8_opens_it_by_the_keyboard(desk, button, qtbot):
    qtbot.keyClick(desk.triage.panel.list, Qt.Key.Key_F8)
    assert button.popup.isVisible()
    assert QApplication.focusWidget() is button.popup.tree or button.popup.tree.hasFocus()
    qtbot.keyClick(button.popup.tree, Qt.Key.Key_Escape)
    assert not button.popup.isVisible()


def test_the_button_says_when_the_review_was_completed_and_when_that_no_longer_holds(desk, button, qtbot):
    check(desk, *range(25))
    desk.document.apply(complete(desk.document.session.view, pages=8, by="p1"), "test")
    qtbot.waitUntil(lambda: button.is_complete)
    assert button.accessibleName() == "核对完毕 · 数字 25 处：已核 25，待核 0"
    check(desk, 0, person=desk.document.session.person)
    desk.document.apply(
        verbs.set_verdict(desk.document.session.view, item=desk.ids("metric")[0], verdict="wrong", by="p1"), "test"
    )
    qtbot.waitUntil(lambda: not button.is_complete)
    desk.document.undo()
    qtbot.waitUntil(lambda: button.is_complete)


def test_after_undo_the_current_item_is_the_one_undone(desk, button, qtbot):
    ids = desk.ids("metric")
    for _ in range(3):
        qtbot.keyClick(desk.triage.panel.list, Qt.Key.Key_Return)
    assert desk.document.selected == ids[3]
    desk.document.undo()
    assert desk.document.selected == ids[2] == desk.triage.panel.current_id
    desk.document.undo()
    assert desk.document.selected == ids[1]
    desk.document.redo()
    assert desk.document.selected == ids[1]


def test_undo_of_another_lists_item_brings_that_list_to_the_front(desk, button, qtbot):
    task = desk.document.session.view.tasks[0].id
    desk.document.apply(verbs.set_verdict(desk.document.session.view, item=task, verdict="correct", by="p1"), "test")
    desk.document.undo()
    assert desk.side.current_panel == "tasks"
    assert desk.document.selected == task
    qtbot.waitUntil(desk.triage.panel.list.hasFocus)


def test_at_the_end_with_open_items_before_one_is_led_to_the_first(desk, button, qtbot):
    ids = desk.ids("metric")
    desk.triage.panel.go_to(ids[-1], "test")
    qtbot.keyClick(desk.triage.panel.list, Qt.Key.Key_Return)
    offer = desk.side.card.offer
    assert (offer.isVisible(), offer.words.text()) == (True, "到末尾了，前面还有待核的。")
    offer.button.click()
    assert desk.document.selected == ids[0]
    assert not offer.isVisible()


def check_all(desk, *kinds: str) -> None:
    items = [one for kind in kinds for one in desk.ids(kind)]
    view = desk.document.session.view
    desk.document.apply(verbs.set_verdicts(view, items=items, verdict="correct", by="p1"), "test")


def test_when_nothing_is_open_completion_is_offered(desk, button, qtbot):
    check(desk, *range(24))
    check_all(desk, "finding", "task", "system", "heading")
    desk.triage.panel.go_to(desk.ids("metric")[-1], "test")
    qtbot.keyClick(desk.triage.panel.list, Qt.Key.Key_1)
    assert desk.side.card.offer.words.text() == "没有待核的了。"
    desk.side.card.offer.button.click()
    assert desk.side.completion.dialog.isVisible()
    desk.side.completion.dialog.reject()


def test_after_the_numerals_the_findings_are_offered_then_completion_with_what_else_is_open(make_desk, qtbot):
    desk = make_desk(parse_of(metrics=1))
    desk.triage.panel.focus_list()
    qtbot.keyClick(desk.triage.panel.list, Qt.Key.Key_Return)
    offer = desk.side.card.offer
    assert offer.words.text() == "这里没有待核的了，还有 1 处疑点待核。"
    offer.button.click()
    assert desk.side.current_panel == "findings"
    qtbot.keyClick(desk.triage.panel.list, Qt.Key.Key_Return)
    assert offer.words.text() == "数字和疑点都核对过了。还有 任务 1，平台系统 1，标题 4 待核 (Ctrl+↓)。"
    assert "核对完毕" in offer.button.text()
    for name in ("tasks", "systems", "outline"):
        desk.actions["check.next-open"].trigger()
        assert desk.side.current_panel == name
        check_all(desk, desk.triage.panel.kind)


def test_when_only_other_numerals_are_open_they_are_offered(make_desk, qtbot):
    desk = make_desk(parse_of(metrics=2, others=(Numeral("2011", "date", (40, 44), None, place(3000)),)))
    desk.triage.panel.focus_list()
    for _ in range(2):
        qtbot.keyClick(desk.triage.panel.list, Qt.Key.Key_Return)
    assert desk.side.card.offer.words.text() == "这里没有待核的了，还有 1 处数字待核。"
    desk.side.card.offer.button.click()
    assert desk.side.current_panel == "numerals"
    assert desk.document.session.view.item(desk.document.selected).quote == "2011"


def test_control_down_goes_on_from_the_first_open_item_then_to_the_numerals_then_offers_completion(make_desk, qtbot):
    desk = make_desk(parse_of(metrics=3, others=(Numeral("2011", "date", (40, 44), None, place(3000)),)))
    desk.triage.panel.focus_list()
    ids = desk.ids("metric")
    desk.triage.panel.go_to(ids[2], "test")
    desk.actions["check.next-open"].trigger()
    assert desk.document.selected == ids[0]
    check(desk, 0, 1, 2)
    check_all(desk, "finding", "task", "system", "heading")
    desk.actions["check.next-open"].trigger()
    assert desk.document.session.view.item(desk.document.selected).quote == "2011"
    qtbot.keyClick(desk.triage.panel.list, Qt.Key.Key_1)
    desk.actions["check.next-open"].trigger()
    assert desk.side.card.offer.words.text() == "没有待核的了。"
    desk.document.apply(complete(desk.document.session.view, pages=8, by="p1"), "test")
    assert not desk.side.card.offer.isVisible()
