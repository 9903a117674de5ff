"""Lists take no input method, search by no typed letter and open no editor by a stray key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication

PANELS = ["outline", "metrics", "tasks", "systems", "notes", "findings"]


@pytest.mark.parametrize("name", PANELS)
def test_a_list_takes_no_input_method(desk, name):
    desk.side.show_panel(name)
    view = desk.side.panels[name].list
    view.setFocus()
    assert not view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert view.inputMethodQuery(Qt.InputMethodQuery.ImEnabled) is False


def test_moving_in_a_list_does_not_switch_the_input_method_on(desk, qtbot):
    view = desk.triage.panel.list
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert not view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_composed_words_of_an_input_method_change_nothing(desk):
    panel = desk.triage.panel
    panel.focus_list()
    before = (panel.current_id, desk.document.session.revision)
    event = QInputMethodEvent("ni", [])
    event.setCommitString("你")
    QApplication.sendEvent(panel.list, event)
    assert (panel.current_id, desk.document.session.revision) == before


def test_an_open_editor_takes_the_input_method(desk):
    desk.triage.panel.focus_list()
    desk.triage.edit()
    assert QApplication.focusWidget().inputMethodQuery(Qt.InputMethodQuery.ImEnabled)


@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_Z, Qt.Key.Key_5, Qt.Key.Key_Space])
def test_letters_and_other_digits_do_nothing(desk, qtbot, key):
    panel = desk.triage.panel
    panel.focus_list()
    before = (panel.current_id, panel.selected_ids(), desk.document.session.revision)
    qtbot.keyClick(panel.list, key)
    assert (panel.current_id, panel.selected_ids(), desk.document.session.revision) == before
    assert QApplication.focusWidget() is panel.list


def test_home_and_end_go_to_the_first_and_the_last_row(desk, qtbot):
    panel = desk.triage.panel
    panel.focus_list()
    qtbot.keyClick(panel.list, Qt.Key.Key_End)
    assert panel.current_id == desk.ids("metric")[-1]
    qtbot.keyClick(panel.list, Qt.Key.Key_Home)
    assert panel.current_id == desk.ids("metric")[0]


def test_copied_rows_paste_as_a_table(desk, qtbot):
    panel = desk.triage.panel
    panel.focus_list()
    qtbot.keyClick(panel.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(panel.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\r\n")
    assert len(lines) == 3
    assert lines[0].split("\t")[:3] == ["原文表述", "指标名称", "时间"]
    assert lines[1].split("\t")[:2] == ["1万户", "第1类用户数"]


def test_return_in_the_filter_goes_back_to_the_list(desk, qtbot):
    panel = desk.triage.panel
    desk.triage.filter()
    qtbot.keyClicks(panel.filter_bar.line, "25")
    assert list(panel.model.shown) == [desk.ids("metric")[24]]
    qtbot.keyClick(panel.filter_bar.line, Qt.Key.Key_Return)
    assert panel.list.hasFocus()
    assert panel.current_id == desk.ids("metric")[24]


def test_a_filter_that_finds_nothing_says_so(desk):
    panel = desk.triage.panel
    panel.filter_bar.line.setText("没有这样的词")
    assert not panel.list.isVisible()
    panel.filter_bar.line.clear()
    assert panel.list.isVisible()
