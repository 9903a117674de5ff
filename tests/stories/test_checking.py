"""Checking the sample speech through the real program, by the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QPlainTextEdit
from pytestqt.qtbot import QtBot

from engine.editing.verbs_notes import add_note
from gui.window.frame import Frame

from .conftest import WAIT, leave
from .gestures import click_place, is_in_view
from .keyboard import ALT, CONTROL, focus, press, write

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

Parsed = Callable[[Path], Frame]


def metrics(frame: Frame) -> tuple:
    return frame.document.session.view.metrics


def numerals(frame: Frame) -> list:
    return [item for item in frame.document.session.view.numerals if item.value("class") != "furniture"]


def test_every_metric_is_checked_by_one_key_each_and_the_page_follows(frame: Frame, qtbot: QtBot) -> None:
    press(Qt.Key.Key_2, by=CONTROL)
    count = len(metrics(frame))
    assert count >= 20
    for at in range(count):
        metric = metrics(frame)[at]
        assert frame.document.selected == metric.id
        qtbot.waitUntil(lambda: not frame.area.view.glide.is_running, timeout=WAIT)
        assert is_in_view(frame, metric.places[0])
        press(Qt.Key.Key_3 if at % 5 == 0 else Qt.Key.Key_Return)
    verdicts = [metric.verdict for metric in metrics(frame)]
    assert verdicts == ["doubtful" if at % 5 == 0 else "correct" for at in range(count)]
    total = len(numerals(frame))
    assert frame.panels.coverage.accessibleName() == f"数字 {total} 处：已核 {count}，待核 {total - count}"
    for _ in range(count):
        press(Qt.Key.Key_Z, by=CONTROL)
    assert {metric.verdict for metric in metrics(frame)} == {"open"}
    press(Qt.Key.Key_Y, by=CONTROL)
    assert [metric.verdict for metric in metrics(frame)][:2] == ["doubtful", "open"]


def test_every_numeral_is_checked_by_return_and_kept(frame: Frame, parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    press(Qt.Key.Key_7, by=CONTROL)
    total = len(numerals(frame))
    assert total > len(metrics(frame)) >= 20
    for at in range(total):
        assert frame.document.selected == numerals(frame)[at].id
        press(Qt.Key.Key_Return)
        assert frame.panels.coverage.accessibleName() == f"数字 {total} 处：已核 {at + 1}，待核 {total - at - 1}"
    assert {metric.verdict for metric in metrics(frame)} == {"correct"}
    press(Qt.Key.Key_Z, by=CONTROL)
    assert frame.panels.coverage.accessibleName() == f"数字 {total} 处：已核 {total - 1}，待核 1"
    qtbot.waitUntil(lambda: frame.document.save_state[0] == "saved", timeout=WAIT)
    leave(frame, qtbot)
    again = parsed(speech)
    assert [item.verdict for item in numerals(again)] == ["correct"] * (total - 1) + ["open"]
    assert again.panels.coverage.accessibleName() == f"数字 {total} 处：已核 {total - 1}，待核 1"


def test_a_numeral_clicked_on_the_page_is_the_current_one_of_the_list_in_front(frame: Frame, qtbot: QtBot) -> None:
    press(Qt.Key.Key_7, by=CONTROL)
    numeral = next(item for item in numerals(frame) if item.value("class") == "metric")
    frame.area.view.show_places(numeral.places, glide=False)
    click_place(frame, numeral.places[0])
    assert frame.document.selected == numeral.id
    assert frame.panels.current_panel == "numerals"
    press(Qt.Key.Key_3)
    assert metrics(frame)[0].verdict == "doubtful"
    marks = frame.area.view.supply.marks
    assert [mark.state for mark in marks.of_item(numeral.id)] == ["doubtful"]
    other = next(item for item in numerals(frame) if item.verdict == "open" and item.value("class") == "metric")
    frame.document.select(other.id, "page")
    press(Qt.Key.Key_0)
    assert marks.of_item(other.id) == ()


def test_a_wrong_number_gets_what_it_should_be_and_its_basis(frame: Frame, qtbot: QtBot) -> None:
    press(Qt.Key.Key_2, by=CONTROL)
    press(Qt.Key.Key_2)
    write("53万户")
    press(Qt.Key.Key_Tab)
    write("统计公报第 3 页")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(frame.panels.panels["metrics"].list.hasFocus)
    first = metrics(frame)[0]
    assert (first.verdict, first.should_be, first.basis) == ("wrong", "53万户", {"words": "统计公报第 3 页"})
    assert first.reading == "machine"
    assert frame.document.selected == metrics(frame)[1].id


def test_a_metrics_fields_are_corrected_and_reset(frame: Frame, qtbot: QtBot) -> None:
    press(Qt.Key.Key_2, by=CONTROL)
    metric = metrics(frame)[0]
    before = {field: metric.value(field) for field in ("quote", "value", "unit", "name")}
    press(Qt.Key.Key_F2)
    write("7500多亿元")
    press(Qt.Key.Key_Tab)
    write("新的名称")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(frame.panels.panels["metrics"].list.hasFocus)
    item = frame.document.session.view.item(metric.id)
    assert (item.value("value"), item.value("unit"), item.value("name")) == (750000000000, "元", "新的名称")
    assert frame.chrome.actions["edit.undo"].text() == "撤销(&U)：更改指标名称"
    press(Qt.Key.Key_Backspace, by=CONTROL)
    item = frame.document.session.view.item(metric.id)
    assert {field: item.value(field) for field in before} == before
    press(Qt.Key.Key_Z, by=CONTROL)
    assert frame.document.session.view.item(metric.id).value("name") == "新的名称"


def test_a_heading_gets_another_level_and_title(frame: Frame, qtbot: QtBot) -> None:
    press(Qt.Key.Key_1, by=CONTROL)
    press(Qt.Key.Key_Down)
    heading = frame.document.session.view.item(frame.document.selected)
    level = heading.value("level")
    press(Qt.Key.Key_Right, by=ALT)
    press(Qt.Key.Key_F2)
    write("改过的标题")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(frame.panels.panels["outline"].list.hasFocus)
    heading = frame.document.session.view.item(heading.id)
    assert (heading.value("level"), heading.value("title"), heading.reading) == (level + 1, "改过的标题", "corrected")
    press(Qt.Key.Key_Z, Qt.Key.Key_Z, by=CONTROL)
    assert frame.document.session.view.item(heading.id).reading == "machine"


def test_a_mark_clicked_on_the_page_is_decided_by_the_same_keys(frame: Frame, qtbot: QtBot) -> None:
    metric = metrics(frame)[2]
    frame.area.view.show_places(metric.places, glide=False)
    click_place(frame, metric.places[0])
    assert frame.document.selected == metric.id
    assert focus() is frame.area.view
    press(Qt.Key.Key_1)
    assert frame.document.session.view.item(metric.id).verdict == "correct"
    assert frame.document.selected == metrics(frame)[3].id


def test_panes_are_reached_in_turn(frame: Frame) -> None:
    press(Qt.Key.Key_2, by=CONTROL)
    seen = []
    for _ in range(3):
        press(Qt.Key.Key_F6)
        panes = {"list": frame.panels.tabs, "card": frame.panels.card, "page": frame.area.view}
        seen.append(next(name for name, pane in panes.items() if pane is focus() or pane.isAncestorOf(focus())))
    assert sorted(seen) == ["card", "list", "page"]


def test_verdicts_and_corrections_are_there_when_the_file_is_opened_again(
    frame: Frame, parsed: Parsed, speech: Path, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_2, by=CONTROL)
    press(Qt.Key.Key_Return, Qt.Key.Key_3, Qt.Key.Key_0)
    document = frame.document
    qtbot.waitUntil(lambda: document.save_state[0] == "saved", timeout=WAIT)
    leave(frame, qtbot)
    again = parsed(speech)
    found = [(metric.verdict, metric.reading) for metric in metrics(again)[:3]]
    assert found == [("correct", "machine"), ("doubtful", "machine"), ("open", "rejected")]


def names_in(menu: QMenu | QMenuBar) -> list[str]:
    """The actions a menu and its submenus show."""
    shown = [action for action in menu.actions() if action.isVisible() and not action.isSeparator()]
    inner = [name for action in shown if action.menu() is not None for name in names_in(action.menu())]
    return inner + [action.objectName() for action in shown if action.menu() is None and action.objectName()]


def test_every_action_of_the_table_that_is_built_stands_in_the_menus(frame: Frame) -> None:
    shown = names_in(frame.menuBar())
    assert len(shown) == len(set(shown))
    for action_id in (
        "file.open", "file.save", "edit.undo", "view.metrics", "check.correct-next", "check.level-up", "note.highlight",
        "tools.identity", "help.keys",
    ):  # fmt: skip
        assert action_id in shown


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return])
def test_a_note_is_worded_from_the_list_by_the_keyboard_alone(frame: Frame, qtbot: QtBot, key: Qt.Key) -> None:
    session = frame.document.session
    metric = metrics(frame)[0]
    edit = add_note(session.view, type="box", places=metric.places, quote="", color="", text="", by=session.person.id)
    frame.document.apply(edit, "story")
    press(Qt.Key.Key_5, by=CONTROL)
    press(Qt.Key.Key_Home)
    assert frame.document.selected == edit.ids[0]
    press(key)
    editor = focus()
    assert isinstance(editor, QPlainTextEdit)
    editor.insertPlainText("请核实")
    press(Qt.Key.Key_Return, by=CONTROL)
    assert session.view.note(edit.ids[0]).text == "请核实"
    qtbot.waitUntil(lambda: focus() is frame.panels.panels["notes"].list, timeout=WAIT)


def test_ctrl_return_ends_writing_in_the_note_on_the_page(frame: Frame, qtbot: QtBot) -> None:
    session = frame.document.session
    edit = add_note(
        session.view, type="box", places=metrics(frame)[0].places, quote="", color="", text="", by=session.person.id
    )
    frame.document.apply(edit, "story")
    frame.document.select(edit.ids[0], "page")
    card = frame.chrome.desk.card
    card.show_note(frame.document, edit.ids[0], is_writing=True)
    qtbot.waitUntil(lambda: focus() is card.words, timeout=WAIT)
    assert card.words.palette().base().color() == QApplication.palette().base().color()
    card.words.insertPlainText("看")
    press(Qt.Key.Key_Return, by=CONTROL)
    assert not card.isVisible()
    assert session.view.note(edit.ids[0]).text == "看"
