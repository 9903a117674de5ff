"""核对完毕: what is open is listed and led to; the statement is frozen, shown, copied, undone, and told when old."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from engine.editing import verbs
from gui.dialogs.completion import Completion
from tests.unit.gui.panels.conftest import Desk, PanelDocument, parse_of


@pytest.fixture
def desk(qtbot, tmp_path, monkeypatch) -> Desk:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    document = PanelDocument(parse_of(metrics=3))
    document.session.review.meta["source"] = {"fileName": "讲话.pdf", "sha256": "ab" * 32}
    desk = Desk(document)
    qtbot.addWidget(desk)
    with qtbot.waitActive(desk):
        desk.show()
        desk.activateWindow()
    desk.side.show_panel("metrics")
    return desk


@pytest.fixture
def completion(desk) -> Completion:
    return desk.side.completion


def check(desk, *at: int, verdict: str = "correct") -> None:
    view = desk.document.session.view
    for one in at:
        desk.document.apply(verbs.set_verdict(view, item=view.metrics[one].id, verdict=verdict, by="p1"), "test")


def test_what_is_open_is_listed_and_led_to(desk, completion, qtbot):
    check(desk, 0)
    dialog = completion.open()
    rows = [dialog.list.topLevelItem(at) for at in range(dialog.list.topLevelItemCount())]
    assert [row.text(0) for row in rows] == ["数字", "数字", "疑点", "任务", "平台系统", *["标题"] * 4]
    assert rows[0].text(1).startswith("2 ")
    assert "用户数达到2万户" in rows[0].text(1)
    assert rows[2].text(1) == "布臵 · 字形损坏"
    assert "数字 2，疑点 1，任务 1，平台系统 1，标题 4" in dialog.heading.text()
    dialog.list.setFocus()
    qtbot.waitUntil(dialog.list.hasFocus)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert desk.document.session.view.item(desk.document.selected).quote == "2"


def check_the_rest(desk) -> None:
    view = desk.document.session.view
    rest = [item.id for kind in ("finding", "task", "system", "heading") for item in view.items(kind)]
    desk.document.apply(verbs.set_verdicts(view, items=rest, verdict="correct", by="p1"), "test")


def test_a_metric_added_by_hand_is_listed_until_it_is_decided(desk, completion):
    view = desk.document.session.view
    places = view.metrics[0].places
    fields = {"quote": "半数", "name": "覆盖率"}
    edit = verbs.add_item(view, kind="metric", places=places, quote=None, fields=fields, by="p1")
    desk.document.apply(edit, "test")
    dialog = completion.open()
    assert "指标 1" in dialog.heading.text()
    dialog.reject()
    view = desk.document.session.view
    desk.document.apply(verbs.set_verdict(view, item=edit.ids[0], verdict="correct", by="p1"), "test")
    dialog = completion.open()
    assert "指标" not in dialog.heading.text()
    dialog.reject()


def test_with_everything_decided_one_press_freezes_the_statement(desk, completion):
    check(desk, 0, 1)
    check(desk, 2, verdict="wrong")
    check_the_rest(desk)
    dialog = completion.open()
    assert not dialog.list.isVisible()
    dialog.make.click()
    lines = dialog.text.toPlainText().split("\n")
    assert lines[0] == "核对说明"
    assert "校验码 abababababab" in lines[1]
    assert lines[2:6] == [
        "数字：3 处，已核 3 处（逐项 3，成批 0），待核 0 处",
        "结论：无误 2，有误 1，存疑 0，误识 0",
        "其他：疑点 1，任务 1，平台系统 1，标题 4",
        "初核：张三（区府办）（3 处）",
    ]
    assert lines[6].startswith("完毕：张三（区府办）")
    assert not dialog.make.isEnabled()
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == dialog.text.toPlainText()
    assert desk.document.session.undo_name == "complete"
    desk.document.undo()
    assert desk.document.session.review.sections["statements"] == {}
    dialog.reject()


def test_with_items_open_a_question_comes_first_whose_safe_answer_is_the_default(desk, completion):
    check(desk, 0)
    dialog = completion.open()
    dialog.make.click()
    assert "数字 2，疑点 1" in dialog.question.text()
    assert desk.document.session.review.sections["statements"] == {}
    stay, go_on = (
        dialog.question.buttons()
        if dialog.question.buttons()[0].text() == "返回继续核对"
        else (reversed(dialog.question.buttons()))
    )
    assert dialog.question.defaultButton() is stay
    go_on.click()
    assert "待核 2 处" in dialog.text.toPlainText()
    assert "其他：疑点 1（待核 1），任务 1（待核 1）" in dialog.text.toPlainText()
    assert len(desk.document.session.review.sections["statements"]) == 1
    dialog.reject()


def test_what_is_not_everybodys_work_is_told_and_holds_nobody_up(desk, completion, qtbot):
    check(desk, 0, 1, 2)
    view = desk.document.session.view
    desk.document.apply(verbs.set_verdict(view, item=view.findings[0].id, verdict="correct", by="p1"), "test")
    dialog = completion.open()
    assert "任务 1，平台系统 1，标题 4" in dialog.heading.text()
    qtbot.waitUntil(dialog.make.hasFocus)
    qtbot.keyClick(dialog.make, Qt.Key.Key_Return)
    assert dialog.question is None
    assert "任务 1（待核 1）" in dialog.text.toPlainText()
    assert len(desk.document.session.review.sections["statements"]) == 1
    dialog.reject()


def test_a_later_change_is_told_and_the_statement_can_be_made_anew(desk, completion):
    check(desk, 0, 1, 2)
    check_the_rest(desk)
    completion.open().make.click()
    check(desk, 0, verdict="doubtful")
    dialog = completion.open()
    assert "之后又有改动" in dialog.state.text()
    assert "无误 3" in dialog.text.toPlainText()
    dialog.make.click()
    assert "存疑 1" in dialog.text.toPlainText()
    dialog.reject()


def test_another_pdf_is_told(desk, completion):
    check(desk, 0, 1, 2)
    check_the_rest(desk)
    completion.open().make.click()
    session = desk.document.session
    session.review.meta["source"] = {**session.review.source, "sha256": "cd" * 32}
    dialog = completion.open()
    assert "PDF 已不是当时核对的那一份" in dialog.state.text()
    dialog.reject()
