"""The ledgers through the real program, by the keyboard: cells edited in place, filled down, filtered, grouped, copied,
and kept as the user set them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from engine.editing import verbs
from engine.model.parse import Parse
from gui.panels.lists.table_panel import TablePanel
from gui.window.frame import Frame

from .conftest import WAIT, leave
from .keyboard import CONTROL, SHIFT, focus, press, write

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Parsed = Callable[[Path], Frame]


def ledger(frame: Frame, name: str, key: Qt.Key) -> TablePanel:
    press(key, by=CONTROL)
    panel = frame.panels.panels[name]
    assert isinstance(panel, TablePanel)
    assert panel.list.hasFocus()
    return panel


def choose(*words: str) -> None:
    """Choose entries of the menu that is open and of its submenus."""
    for said in words:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        action = next(one for one in menu.actions() if one.text() == said)
        if action.menu() is not None:
            menu.setActiveAction(action)
            QTest.keyClick(menu, Qt.Key.Key_Right)
        else:
            action.trigger()
            while (popup := QApplication.activePopupWidget()) is not None:
                popup.close()


def to_column(panel: TablePanel, field: str) -> None:
    fields = [column.field for column in panel.rows.columns]
    while fields[panel.table.currentIndex().column()] != field:
        press(Qt.Key.Key_Right)


def test_a_row_is_corrected_cell_by_cell_and_the_page_shows_each_fields_place(frame: Frame) -> None:
    panel = ledger(frame, "metrics", Qt.Key.Key_2)
    press(Qt.Key.Key_Down)
    document = frame.document
    shown: list[object] = []
    document.places_wanted.connect(lambda places, _by: shown.append(places))
    item = document.session.view.item(panel.current_id)
    press(Qt.Key.Key_F2)
    assert shown[-1] == item.places
    write("7500多亿元")
    press(Qt.Key.Key_Tab)
    assert shown[-1] == item.record.fields["name"].places
    write("信息化投入")
    press(Qt.Key.Key_Return)
    assert shown[-1] == ()
    item = document.session.view.item(item.id)
    assert [item.value(field) for field in ("value", "unit", "name")] == [750000000000, "元", "信息化投入"]
    assert frame.chrome.actions["edit.undo"].text() == "撤销(&U)：更改指标名称"
    press(Qt.Key.Key_Z, Qt.Key.Key_Z, by=CONTROL)
    assert document.session.view.item(item.id).reading == "machine"


def test_an_input_methods_letters_are_kept_when_the_cell_is_left(frame: Frame, qtbot: QtBot) -> None:
    panel = ledger(frame, "metrics", Qt.Key.Key_2)
    item_id = panel.current_id
    to_column(panel, "name")
    QApplication.sendEvent(focus(), QInputMethodEvent("ni", []))
    assert panel.list.hasFocus()
    press(Qt.Key.Key_F2)
    line = focus()
    line.clear()
    QApplication.sendEvent(line, QInputMethodEvent("部门", []))
    frame.document.select(frame.document.session.view.metrics[4].id, "page")
    panel.list.setFocus()
    qtbot.waitUntil(lambda: not panel.cells.is_open, timeout=WAIT)
    assert frame.document.session.view.item(item_id).value("name") == "部门"


def test_a_value_is_filled_down_and_taken_back_by_one_step(frame: Frame) -> None:
    panel = ledger(frame, "metrics", Qt.Key.Key_2)
    to_column(panel, "period")
    press(Qt.Key.Key_F2)
    write("2010年")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Down, Qt.Key.Key_Down, by=SHIFT)
    press(Qt.Key.Key_D, by=CONTROL)
    view = frame.document.session.view
    assert [item.value("period") for item in view.metrics[:3]] == ["2010年"] * 3
    assert frame.chrome.actions["edit.undo"].text() == "撤销(&U)：成批更改时间"
    press(Qt.Key.Key_Z, by=CONTROL)
    assert [item.value("period") for item in view.metrics[:2]] == ["2010年", "目前"]


def test_a_column_is_filtered_by_keys_and_everything_shown_again_by_one(frame: Frame, qtbot: QtBot) -> None:
    panel = ledger(frame, "metrics", Qt.Key.Key_2)
    total = len(panel.model.shown)
    to_column(panel, "period")
    press(Qt.Key.Key_F2, by=SHIFT)
    choose("筛选“时间”…")
    box = QApplication.activeModalWidget()
    assert isinstance(box, QDialog)
    qtbot.waitUntil(lambda: box.isAncestorOf(focus()), timeout=WAIT)
    write("过去")
    press(Qt.Key.Key_Return)
    assert frame.focusWidget() is panel.list
    with qtbot.waitActive(frame):
        frame.activateWindow()
    assert 0 < len(panel.model.shown) < total
    assert all("过去" in panel.rows.row_of(one).cells[2] for one in panel.model.shown)
    press(Qt.Key.Key_L, by=CONTROL | SHIFT)
    assert len(panel.model.shown) == total


def test_checking_goes_on_through_groups_in_the_order_shown(frame: Frame) -> None:
    panel = ledger(frame, "metrics", Qt.Key.Key_2)
    press(Qt.Key.Key_F2, by=SHIFT)
    choose("分组", "按时间")
    order = list(panel.model.shown)
    assert order != list(panel.model.ids)
    panel.go_to(order[0], "story")
    for one in order:
        assert frame.document.selected == one
        press(Qt.Key.Key_Return)
    assert {item.verdict for item in frame.document.session.view.metrics} == {"correct"}


def test_columns_order_width_and_grouping_are_there_in_the_next_session(
    frame: Frame, parsed: Parsed, speech: Path, qtbot: QtBot
) -> None:
    panel = ledger(frame, "metrics", Qt.Key.Key_2)
    to_column(panel, "period")
    for words in (("此列", "左移"), ("此列", "加宽"), ("列", "责任单位"), ("分组", "按所属标题")):
        press(Qt.Key.Key_F2, by=SHIFT)
        choose(*words)
    shown, width = panel.columns.shown(), panel.table.columnWidth(2)
    leave(frame, qtbot)
    frame.settings.sync()
    again = parsed(speech).panels.panels["metrics"]
    assert again.columns.shown() == shown
    assert again.table.columnWidth(2) == width
    assert again.rows.columns[again.rows.order.group].field == "heading"


def test_rows_go_to_a_spreadsheet_as_they_are_printed(frame: Frame) -> None:
    panel = ledger(frame, "metrics", Qt.Key.Key_2)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down, by=SHIFT)
    press(Qt.Key.Key_C, by=CONTROL)
    data = QGuiApplication.clipboard().mimeData()
    rows = [line.split("\t") for line in data.text().split("\r\n")]
    assert rows[0][:3] == ["原文表述", "指标名称", "时间"]
    quotes = [panel.rows.row_of(one).cells[0] for one in panel.selected_ids()]
    assert [row[0] for row in rows[1:]] == quotes
    assert data.html().count("<tr>") == 3


def test_tasks_get_their_units_from_the_offices_own_list(
    parsed: Parsed, speech: Path, own_folders: Path, qtbot: QtBot
) -> None:
    folder = own_folders / "config" / "piyue"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "units.csv").write_text("鄞州区智慧城市建设办公室,区智慧办,1\n", "utf-8")
    frame = parsed(speech)
    with qtbot.waitActive(frame):
        frame.activateWindow()
    session = frame.document.session
    metric = session.view.metrics[0]
    fields = {"text": "加快建设", "lead": ["区府办"]}
    made = verbs.add_item(
        session.view, kind="task", places=metric.places, quote="加快建设", fields=fields, by=session.person.id
    )
    frame.document.apply(made, "story")
    panel = ledger(frame, "tasks", Qt.Key.Key_3)
    to_column(panel, "lead")
    press(Qt.Key.Key_F2)
    line = focus()
    assert isinstance(line, QLineEdit)
    completer = line.completer()
    completer.setCompletionPrefix("智慧")
    proposed = [completer.completionModel().index(at, 0).data() for at in range(completer.completionCount())]
    assert "区智慧办" in proposed
    write("区智慧办、区财政局")
    press(Qt.Key.Key_Return)
    assert list(frame.document.session.view.tasks[0].value("lead")) == ["区智慧办", "区财政局"]
    press(Qt.Key.Key_F2, by=SHIFT)
    choose("分组", "按牵头单位")
    assert "区智慧办 · 1 项，待核 1" in [group.said for group in map(panel.rows.head_of, panel.rows.groups)]


def test_a_system_is_said_to_be_planned_in_its_cell(frame: Frame) -> None:
    panel = ledger(frame, "systems", Qt.Key.Key_4)
    item_id = panel.current_id
    to_column(panel, "status")
    press(Qt.Key.Key_F2)
    box = focus()
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData("planned"))
    press(Qt.Key.Key_Return)
    assert frame.document.session.view.item(item_id).value("status") == "planned"


def test_a_numeral_of_another_class_is_checked_by_itself(frame: Frame) -> None:
    panel = ledger(frame, "numerals", Qt.Key.Key_7)
    view = frame.document.session.view
    numeral = next(item for item in view.numerals if view.metric_of(item) is not None)
    metric = view.metric_of(numeral).id
    panel.go_to(numeral.id, "story")
    press(Qt.Key.Key_F2)
    box = focus()
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData("ordinal"))
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_1)
    assert (view.item(numeral.id).verdict, view.item(metric).verdict) == ("correct", "open")
    panel.filter_bar.set_state("changed")
    assert list(panel.model.shown) == [numeral.id]


def test_what_a_new_draft_changed_and_dropped_is_listed_with_its_former_wording(frame: Frame) -> None:
    session = frame.document.session
    kept, changed, gone = (session.view.metrics[at].id for at in (1, 2, 0))
    for one in (kept, changed, gone):
        frame.document.apply(
            verbs.set_verdict(session.view, item=one, verdict="correct", by=session.person.id), "story"
        )
    frame.document.announce(session.set_parse(next_draft(session.parse)), "parse")
    frame.document.parse_finished.emit()
    panel = ledger(frame, "metrics", Qt.Key.Key_2)
    offered = [panel.filter_bar.states.itemData(at) for at in range(panel.filter_bar.states.count())]
    assert {"draft-carried", "draft-changed", "draft-gone"} <= set(offered)
    fields = [column.field for column in panel.rows.columns]
    panel.filter_bar.set_state("draft-changed")
    assert changed in panel.model.shown
    assert kept not in panel.model.shown
    assert panel.columns.is_shown(fields.index("former"))
    assert panel.rows.row_of(changed).cells[fields.index("former")] == "172万户"
    panel.filter_bar.set_state("draft-gone")
    assert list(panel.model.shown) == [gone]
    panel.focus_list()
    before = session.revision
    press(Qt.Key.Key_3, Qt.Key.Key_F2)
    assert session.revision == before
    panel.filter_bar.clear()
    assert gone not in panel.model.ids


def next_draft(parse: Parse) -> Parse:
    """A draft with other bytes in which the third metric says another number and the first is not there."""
    replace = msgspec.structs.replace
    first, third = parse.metrics[0], parse.metrics[2]
    sentence = third.sentence.replace("172万户", "199万户")
    other = replace(third, quote="199万户", value=1990000.0, sentence=sentence)
    metrics = (parse.metrics[1], other, *parse.metrics[3:])
    numerals = tuple(replace(one, item=None) if one.item == first.id else one for one in parse.numerals)
    source = replace(parse.source, sha256="cd" * 32)
    return replace(parse, source=source, metrics=metrics, numerals=numerals)
