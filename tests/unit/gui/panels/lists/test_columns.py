"""Columns are sorted, filtered, grouped, chosen and kept; rows are copied as tables."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from engine.editing.verbs_notes import add_note
from gui.panels.lists.clipboard import as_html, as_text
from gui.panels.lists.column_filter import ColumnFilterBox, values_of
from gui.panels.lists.column_layout import read
from gui.panels.lists.columns import COLUMNS, GROUPINGS
from gui.panels.words.row_filter import ColumnFilter

from ..conftest import metric, numerals_of, parse_of, place

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # popups


def press(qtbot, *keys, by=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key, by)


def column_of(panel, field: str) -> int:
    return [column.field for column in panel.rows.columns].index(field)


@pytest.fixture
def mixed(make_desk):
    """Metrics of two periods, some targets."""

    parse = parse_of()
    metrics = tuple(
        metric(n, 600 + n * 100, period="2010年" if n % 3 else "2015年", status="target" if n % 5 == 0 else "achieved")
        for n in range(1, 26)
    )
    made = make_desk(msgspec.structs.replace(parse, metrics=metrics, numerals=numerals_of(metrics)))
    made.triage.panel.focus_list()
    return made


def test_every_grouping_is_a_column_of_its_list():
    for kind, fields in GROUPINGS.items():
        assert set(fields) <= {column.field for column in COLUMNS[kind]}


@pytest.mark.parametrize(
    ("asked", "cell", "is_taken"),
    [
        (ColumnFilter("２０１０"), "2010年", True),
        (ColumnFilter("2010 底"), "2010年", False),
        (ColumnFilter(is_filled=False), "", True),
        (ColumnFilter(is_filled=True), "", False),
        (ColumnFilter(values=frozenset({"区财政局"})), "区信息办、区财政局", True),
        (ColumnFilter(values=frozenset({"区财政"})), "区信息办、区财政局", False),
    ],
)
def test_a_column_filter_takes_words_filling_and_values(asked, cell, is_taken):
    assert asked.takes(cell) is is_taken


def test_a_column_is_filtered_by_its_values_shown_and_cleared_at_one_click(mixed, qtbot):
    panel = mixed.triage.panel
    panel.order.ask_column_filter(column_of(panel, "status"))
    box = panel.findChild(ColumnFilterBox)
    offered = [box.values.item(at).text() for at in range(box.values.count())]
    assert offered == ["完成（20）", "目标（5）"]
    box.values.item(1).setCheckState(Qt.CheckState.Checked)
    box.accept()
    assert len(panel.model.shown) == 5
    bar = panel.filter_bar
    assert bar._said.text() == "筛选：状态：目标"
    bar.line.setText("25")
    assert len(panel.model.shown) == 1
    qtbot.mouseClick(bar._clear, Qt.MouseButton.LeftButton)
    assert len(panel.model.shown) == 25
    assert not bar._clear.isVisible()


def test_filters_of_two_columns_hold_together_and_one_can_be_cleared(mixed):
    panel = mixed.triage.panel
    panel.filter_bar.set_column_filter("status", ColumnFilter(values=frozenset({"目标"})))
    panel.filter_bar.set_column_filter("period", ColumnFilter("2015"))
    assert [panel.rows.row_of(one).cells[0] for one in panel.model.shown] == ["15万户"]
    panel.order.clear_column_filter(column_of(panel, "status"))
    assert len(panel.model.shown) == 8


def test_values_come_in_the_order_of_their_choices_then_by_number():
    assert values_of(["乙", "甲", "乙", "", "丙、甲"], order=("丙",)) == [("丙", 1), ("乙", 2), ("甲", 2)]
    assert values_of([str(at) for at in range(300)]) == []


def test_sorting_keeps_the_current_row_in_view(mixed):
    panel = mixed.triage.panel
    panel.go_to(mixed.ids("metric")[0], "test")
    panel.order.sort_by(column_of(panel, "value"), Qt.SortOrder.DescendingOrder)
    assert panel.current_id == mixed.ids("metric")[0]
    rect = panel.table.visualRect(panel.table.currentIndex())
    assert panel.table.viewport().rect().contains(rect.center())


def heads(panel) -> list[str]:
    rows = range(panel.rows.rowCount())
    return [panel.rows.data(panel.rows.index(row, 0)) for row in rows if panel.rows.group_at(row)]


def test_rows_are_grouped_under_heads_with_counts_of_what_is_open(mixed, qtbot):
    panel = mixed.triage.panel
    panel.order.group_by(column_of(panel, "period"))
    assert heads(panel) == ["2010年 · 17 项，待核 17", "2015年 · 8 项，待核 8"]
    assert panel.current_id == mixed.ids("metric")[0]
    press(qtbot, Qt.Key.Key_1)
    assert heads(panel)[0] == "2010年 · 17 项，待核 16"
    panel.order.group_by(-1)
    assert heads(panel) == []


def test_in_groups_the_keys_go_on_in_the_order_shown_and_unfold(mixed, qtbot):
    panel, ids = mixed.triage.panel, mixed.ids("metric")
    panel.order.group_by(column_of(panel, "period"))
    assert [panel.current_id, panel.model.shown[1], panel.model.shown[17]] == [ids[0], ids[1], ids[2]]
    panel.go_to(panel.model.shown[16], "test")
    second = list(panel.rows.groups)[1]
    panel.rows.fold((second,), on=True)
    assert panel.rows.rowCount() == 19
    press(qtbot, Qt.Key.Key_1)
    assert panel.current_id == ids[2]
    assert panel.rows.rowCount() == 27


def test_left_and_right_fold_the_group_of_the_current_line(mixed, qtbot):
    panel = mixed.triage.panel
    panel.order.group_by(column_of(panel, "period"))
    panel.table.setCurrentIndex(panel.rows.index(0, 0))
    assert panel.current_id == ""
    before = mixed.document.session.revision
    press(qtbot, Qt.Key.Key_Left)
    assert panel.rows.rowCount() == 10
    press(qtbot, Qt.Key.Key_Return, Qt.Key.Key_1)
    press(qtbot, Qt.Key.Key_Right)
    assert panel.rows.rowCount() == 27
    assert mixed.document.session.revision == before


def test_an_item_selected_on_the_page_unfolds_its_group(mixed):
    panel = mixed.triage.panel
    panel.order.group_by(column_of(panel, "period"))
    panel.rows.fold(tuple(panel.rows.groups), on=True)
    mixed.document.select(mixed.ids("metric")[2], "page")
    assert panel.current_id == mixed.ids("metric")[2]
    assert panel.rows.rowCount() == 2 + 8


def test_metrics_are_grouped_by_their_heading_in_text_order(mixed):
    panel = mixed.triage.panel
    panel.order.group_by(column_of(panel, "heading"))
    assert [head.split(" · ")[0] for head in heads(panel)] == ["一、总结", "（一）网络", "（二）平台", "二、思路"]


def test_what_stands_before_the_first_heading_comes_first_and_what_has_no_other_value_last(make_desk):
    parse = parse_of(metrics=3)
    metrics = tuple(metric(n, (100, 600, 1100)[n - 1], period=None if n == 1 else "2010年") for n in (1, 2, 3))
    desk = make_desk(msgspec.structs.replace(parse, metrics=metrics, numerals=numerals_of(metrics)))
    panel = desk.triage.panel
    panel.order.group_by(column_of(panel, "heading"))
    assert heads(panel)[0] == "正文之前 · 1 项，待核 1"
    panel.order.group_by(column_of(panel, "period"))
    assert heads(panel) == ["2010年 · 2 项，待核 2", "（未注明） · 1 项，待核 1"]


@pytest.mark.parametrize(("name", "field"), [("findings", "rule"), ("notes", "author")])
def test_findings_and_notes_have_groups_and_columns_to_choose_too(desk, name, field):
    panel = desk.side.panels[name]
    desk.side.show_panel(name)
    view = desk.document.session.view
    note = add_note(view, type="highlight", places=place(700), quote=None, color="", text="请核实", by="p1")
    desk.document.apply(note, "test")
    assert panel.filter_bar.menu_button.isVisible()
    panel.order.group_by(column_of(panel, field))
    assert heads(panel) == ["字形损坏 · 1 项，待核 1" if name == "findings" else "张三 · 1 项"]


def test_tasks_are_grouped_by_their_first_lead_unit(desk):
    desk.side.show_panel("tasks")
    panel = desk.triage.panel
    panel.order.group_by(column_of(panel, "lead"))
    assert heads(panel) == ["区信息办 · 1 项，待核 1"]


def test_columns_are_kept_with_their_order_and_width_and_come_back_by_default(desk, make_desk):
    panel = desk.side.panels["metrics"]
    header = panel.table.horizontalHeader()
    owner, period = column_of(panel, "owner"), column_of(panel, "period")
    panel.columns.show_column(owner, on=True)
    panel.columns.move(period, -1)
    header.resizeSection(period, 123)
    kept = dict(desk.settings.values)
    other = make_desk(parse_of())
    again = other.side.panels["metrics"]
    other.settings.values.update(kept)
    again.columns.keep_in(other.settings)
    assert again.columns.shown() == panel.columns.shown()
    assert again.columns.shown()[:3] == [0, period, column_of(again, "name")]
    assert again.table.columnWidth(period) == 123
    again.columns.reset()
    assert again.columns.shown() == [at for at, column in enumerate(again.rows.columns) if not column.is_hidden]
    assert not again.columns.is_shown(owner)


@pytest.mark.parametrize("told", ["", "no json", "[1, 2]", '[["gone", 40, true], ["quote", "x", 1]]', "{}"])
def test_settings_that_say_nothing_of_columns_leave_their_own(desk, told):
    panel = desk.side.panels["metrics"]
    before = panel.columns.shown()
    desk.settings.setValue("columns/metric", told)
    panel.columns.keep_in(desk.settings)
    assert panel.columns.shown() == before


def test_the_menu_of_the_current_column_is_reached_by_a_key(mixed, qtbot):
    panel = mixed.triage.panel
    panel.table.setCurrentIndex(panel.rows.index(0, column_of(panel, "period")))
    press(qtbot, Qt.Key.Key_F2, by=Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert words[:4] == ["升序", "降序", "按原文顺序", "筛选“时间”…"]
    menu.actions()[1].trigger()
    menu.close()
    assert panel.rows.order.column == column_of(panel, "period")


def test_only_shown_columns_are_copied_in_their_order(mixed, qtbot):
    panel = mixed.triage.panel
    panel.columns.show_column(column_of(panel, "value"), on=True)
    panel.columns.move(column_of(panel, "page"), -1)
    press(qtbot, Qt.Key.Key_C, by=Qt.KeyboardModifier.ControlModifier)
    data = QGuiApplication.clipboard().mimeData()
    lines = data.text().split("\r\n")
    assert lines[0].split("\t") == ["原文表述", "指标名称", "时间", "状态", "页码", "数值"]
    assert lines[1].split("\t") == ["1万户", "第1类用户数", "2010年", "完成", "封面 (1)", "10,000"]
    assert "<td>10,000</td>" in data.html()


def test_cells_with_line_breaks_and_quotes_are_quoted_and_words_stay_words():
    rows = [["甲", "乙"], ["一\n二", '"三"'], ["1-2", "5"]]
    assert as_text(rows) == '甲\t乙\r\n"一\n二"\t"""三"""\r\n1-2\t5'
    html = as_html(rows, figures=(False, True))
    assert html.count("mso-number-format") == 4
    assert "<td>5</td>" in html
    assert "一<br" in html


def test_the_former_wording_stands_in_a_column_only_while_what_changed_is_shown(desk):
    panel = desk.triage.panel
    panel.columns.keep_in(desk.settings)
    former = column_of(panel, "former")
    panel.filter_bar.set_state("draft-changed")
    assert panel.columns.is_shown(former)
    panel.columns.widen(column_of(panel, "name"), 1)  # keeps all columns as the user has chosen them
    kept = {field: is_shown for field, _, is_shown in read(str(desk.settings.value("columns/metric")))}
    assert not kept["former"]
    panel.filter_bar.set_state("")
    assert not panel.columns.is_shown(former)
    panel.columns.show_column(former, on=True)
    panel.filter_bar.set_state("draft-changed")
    panel.filter_bar.set_state("")
    assert panel.columns.is_shown(former)


def test_the_sentence_takes_what_is_left_while_it_is_shown_and_the_name_takes_it_back(mixed):
    panel = mixed.triage.panel
    layout, header = panel.columns, panel.table.horizontalHeader()
    name, sentence = column_of(panel, "name"), column_of(panel, "sentence")
    panel.table.resize(1600, 400)
    wide = header.sectionSize(name)
    layout.show_column(sentence, on=True)
    assert header.sectionSize(name) < header.sectionSize(sentence)
    assert header.length() == panel.table.viewport().width()
    layout.widen(sentence, -4)
    assert header.length() == panel.table.viewport().width()
    assert layout.is_shown(sentence)
    layout.show_column(sentence, on=False)
    assert header.sectionSize(name) == wide
