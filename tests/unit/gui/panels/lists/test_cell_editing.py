"""Cells are edited in their place, by the keys of a table, and no letter is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # popups


def press(qtbot, *keys, by=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key, by)


def focused() -> QLineEdit:
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    return line


def write(words: str) -> None:
    focused().selectAll()
    focused().insert(words)


def column_of(panel, field: str) -> int:
    return [column.field for column in panel.rows.columns].index(field)


def go(panel, field: str, row: int = 0) -> None:
    panel.columns.show_column(column_of(panel, field), on=True)
    panel.table.setCurrentIndex(panel.rows.index(row, column_of(panel, field)))


@pytest.fixture
def panel(desk):
    desk.triage.panel.focus_list()
    return desk.triage.panel


def first(desk):
    return desk.document.session.view.metrics[0]


def test_f2_edits_the_current_cell_and_return_gives_the_keys_back(desk, panel, qtbot):
    go(panel, "name")
    press(qtbot, Qt.Key.Key_F2)
    assert focused().accessibleName() == "指标名称"
    write("用户")
    press(qtbot, Qt.Key.Key_Return)
    assert first(desk).value("name") == "用户"
    assert panel.list.hasFocus()
    assert panel.current_id == first(desk).id
    assert desk.document.session.undo_name == "set-field:metric.name"


def test_the_phrase_is_parsed_as_typed_and_tab_goes_on_through_the_row(desk, panel, qtbot):
    press(qtbot, Qt.Key.Key_F2)
    write("7500多亿元")
    press(qtbot, Qt.Key.Key_Tab)
    assert focused().accessibleName() == "指标名称"
    item = first(desk)
    assert [item.value(field) for field in ("value", "unit", "qualifier")] == [750000000000, "元", "over"]
    press(qtbot, Qt.Key.Key_Tab)
    write("2010年")
    press(qtbot, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)
    assert first(desk).value("period") == "2010年"
    assert panel.list.hasFocus()


def test_tab_from_the_last_cell_goes_to_the_next_row(desk, panel, qtbot):
    go(panel, "status")
    press(qtbot, Qt.Key.Key_F2, Qt.Key.Key_Tab)
    assert focused().text() == "2万户"
    assert panel.current_id == desk.ids("metric")[1]
    assert desk.document.selected == desk.ids("metric")[1]


def test_escape_leaves_everything_as_it_was(desk, panel, qtbot):
    go(panel, "name")
    press(qtbot, Qt.Key.Key_F2)
    write("别的")
    press(qtbot, Qt.Key.Key_Escape)
    assert first(desk).overridden == ()
    assert desk.document.session.undo_name is None
    assert panel.list.hasFocus()


def test_down_commits_and_edits_the_cell_below(desk, panel, qtbot):
    go(panel, "name")
    press(qtbot, Qt.Key.Key_F2)
    write("甲")
    press(qtbot, Qt.Key.Key_Down)
    write("乙")
    press(qtbot, Qt.Key.Key_Return)
    assert [item.value("name") for item in desk.document.session.view.metrics[:2]] == ["甲", "乙"]


def test_choices_are_a_list_stepped_through_and_taken_by_return(desk, panel, qtbot):
    go(panel, "status")
    press(qtbot, Qt.Key.Key_F2)
    assert isinstance(QApplication.focusWidget(), QComboBox)
    press(qtbot, Qt.Key.Key_Down)
    assert first(desk).value("status") == "achieved"
    press(qtbot, Qt.Key.Key_Return)
    assert first(desk).value("status") == "target"


def test_a_value_its_field_cannot_hold_keeps_the_editor_open(desk, panel, qtbot):
    go(panel, "value")
    press(qtbot, Qt.Key.Key_F2)
    write("许多")
    press(qtbot, Qt.Key.Key_Return)
    assert panel.cells.is_open
    write("12")
    press(qtbot, Qt.Key.Key_Return)
    assert (panel.cells.is_open, first(desk).value("value")) == (False, 12)
    go(panel, "name")
    press(qtbot, Qt.Key.Key_F2)
    write("")
    focused().clear()
    press(qtbot, Qt.Key.Key_Return)
    assert panel.cells.is_open
    press(qtbot, Qt.Key.Key_Escape)
    assert first(desk).value("name") == "第1类用户数"


def test_a_cell_that_cannot_be_edited_edits_the_first_field(desk, panel, qtbot):
    go(panel, "page")
    press(qtbot, Qt.Key.Key_F2)
    assert focused().accessibleName() == "原文表述"


def test_what_should_be_and_the_verdict_are_given_in_their_cells(desk, panel, qtbot):
    go(panel, "should_be")
    press(qtbot, Qt.Key.Key_F2)
    write("53万户")
    press(qtbot, Qt.Key.Key_Return)
    item = first(desk)
    assert (item.verdict, item.should_be, item.value("quote")) == ("wrong", "53万户", "1万户")
    go(panel, "verified_with")
    press(qtbot, Qt.Key.Key_F2)
    write("区统计局")
    press(qtbot, Qt.Key.Key_Return)
    assert (first(desk).should_be, first(desk).verified_with) == ("53万户", "区统计局")


def test_the_page_shows_the_fields_places_while_it_is_edited(desk, panel, qtbot, monkeypatch):
    shown = []
    monkeypatch.setattr(desk.document, "show_places", lambda places, by: shown.append((places, by)), raising=False)
    press(qtbot, Qt.Key.Key_F2)
    assert shown[-1] == (first(desk).places, "cell")
    press(qtbot, Qt.Key.Key_Escape)
    assert shown[-1] == ((), "cell")


def test_composing_words_are_kept_when_another_row_is_selected(desk, panel, qtbot):
    go(panel, "name")
    press(qtbot, Qt.Key.Key_F2)
    line = focused()
    line.clear()
    QApplication.sendEvent(line, QInputMethodEvent("用户数", []))
    assert line.text() == ""
    rect = panel.table.visualRect(panel.rows.index(3, 0))
    qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    qtbot.waitUntil(lambda: not panel.cells.is_open)
    assert first(desk).value("name") == "用户数"
    assert panel.current_id == desk.ids("metric")[3]


def test_an_open_cell_takes_the_input_method_and_the_list_does_not(desk, panel, qtbot):
    press(qtbot, Qt.Key.Key_F2)
    assert focused().inputMethodQuery(Qt.InputMethodQuery.ImEnabled)
    assert not panel.list.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    press(qtbot, Qt.Key.Key_Escape)
    assert panel.list.inputMethodQuery(Qt.InputMethodQuery.ImEnabled) is False


def test_a_filter_that_hides_the_edited_row_takes_what_was_typed(desk, panel, qtbot):
    go(panel, "name")
    press(qtbot, Qt.Key.Key_F2)
    write("改过")
    panel.filter_bar.line.setText("第9类")
    assert not panel.cells.is_open
    assert first(desk).value("name") == "改过"


def test_a_double_click_edits_the_cell_under_it(desk, panel, qtbot):
    rect = panel.table.visualRect(panel.rows.index(2, 1))
    qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    qtbot.mouseDClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert focused().text() == "第3类用户数"


def test_several_units_are_completed_one_by_one(desk, qtbot):
    desk.side.show_panel("tasks")
    panel = desk.triage.panel
    panel.focus_list()
    go(panel, "lead")
    press(qtbot, Qt.Key.Key_F2)
    line = focused()
    line.setText("区信息办、发展改革")
    completer = line.completer()
    completer.setCompletionPrefix(line.text())
    proposed = [completer.completionModel().index(at, 0).data() for at in range(completer.completionCount())]
    assert "发展改革委" in proposed
    chosen = completer.completionModel().index(proposed.index("发展改革委"), 0)
    line.setText(completer.pathFromIndex(chosen))
    press(qtbot, Qt.Key.Key_Return)
    assert list(desk.document.session.view.tasks[0].value("lead")) == ["区信息办", "发展改革委"]


def test_a_task_is_written_in_several_lines_and_return_commits(desk, qtbot):
    desk.side.show_panel("tasks")
    panel = desk.triage.panel
    panel.focus_list()
    go(panel, "text")
    press(qtbot, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QPlainTextEdit)
    editor.insertPlainText("加快建设")
    press(qtbot, Qt.Key.Key_Return)
    assert desk.document.session.view.tasks[0].value("text") == "加快建设"


def test_the_first_rows_value_is_filled_down_as_one_step(desk, panel, qtbot):
    go(panel, "period")
    press(qtbot, Qt.Key.Key_F2)
    write("2010年")
    press(qtbot, Qt.Key.Key_Return)
    for _ in range(3):
        press(qtbot, Qt.Key.Key_Down, by=Qt.KeyboardModifier.ShiftModifier)
    press(qtbot, Qt.Key.Key_D, by=Qt.KeyboardModifier.ControlModifier)
    periods = [item.value("period") for item in desk.document.session.view.metrics[:5]]
    assert periods == ["2010年"] * 4 + ["目前"]
    assert desk.document.session.undo_name == "fill-field:period"
    desk.document.undo()
    assert desk.document.session.view.metrics[1].value("period") == "目前"


def test_the_wording_of_one_row_is_not_filled_into_others(desk, panel, qtbot):
    press(qtbot, Qt.Key.Key_Down, by=Qt.KeyboardModifier.ShiftModifier)
    press(qtbot, Qt.Key.Key_D, by=Qt.KeyboardModifier.ControlModifier)
    assert desk.document.session.undo_name is None


def test_f2_on_a_numeral_edits_its_class_and_takes_it_out_of_its_metric(make_desk, qtbot, desk):
    desk.side.show_panel("numerals")
    panel = desk.triage.panel
    panel.focus_list()
    press(qtbot, Qt.Key.Key_1, Qt.Key.Key_Up, Qt.Key.Key_F2)
    combo = QApplication.focusWidget()
    assert isinstance(combo, QComboBox)
    combo.setCurrentIndex(combo.findData("ordinal"))
    press(qtbot, Qt.Key.Key_Return)
    view = desk.document.session.view
    assert (view.numerals[0].verdict, view.metrics[0].verdict) == ("open", "correct")
    press(qtbot, Qt.Key.Key_3)
    assert (view.numerals[0].verdict, view.metrics[0].verdict) == ("doubtful", "correct")
