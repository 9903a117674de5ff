"""All numerals in one list: those of a metric are decided with it, those of running heads and feet are not listed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from engine.editing import verbs
from engine.editing.coverage import Tally, coverage
from engine.model.parse import Numeral

from ..conftest import parse_of, place

OTHERS = (
    Numeral("十二五", "plan", (3300, 3303), None, place(3300)),
    Numeral("3", "other", (3400, 3401), None, place(3400)),
    Numeral("7", "furniture", None, None, place(3500)),
)


@pytest.fixture
def desk(make_desk):
    made = make_desk(parse_of(others=OTHERS), "numerals")
    made.triage.panel.focus_list()
    return made


def press(qtbot, *keys):
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def test_every_numeral_but_those_of_heads_and_feet_is_listed(desk):
    model = desk.triage.panel.model
    assert len(model.ids) == 27
    assert model.row_of(model.ids[25]).cells[2] == "计划名"


def test_a_numeral_stands_among_its_words(desk):
    row = desk.triage.panel.model.row_of(desk.ids("numeral")[0])
    assert row.cells[1] == "…第1类用户数达到1万户，比上年有较大增长。"
    assert "background" in desk.side.card.current.sentence.text()


def test_deciding_a_numeral_of_a_metric_decides_the_metric(desk, qtbot):
    press(qtbot, Qt.Key.Key_1, Qt.Key.Key_3)
    assert [item.verdict for item in desk.document.session.view.metrics[:3]] == ["correct", "doubtful", "open"]
    assert desk.side.coverage.accessibleName() == "数字 27 处：已核 2，待核 25"
    desk.document.undo()
    assert desk.document.session.view.metrics[1].verdict == "open"


def test_zero_on_a_numeral_of_a_metric_says_the_metric_is_none(desk, qtbot):
    press(qtbot, Qt.Key.Key_0)
    view = desk.document.session.view
    assert view.metrics[0].reading == "rejected"
    assert desk.triage.panel.model.row_of(desk.ids("numeral")[0]).reading == "rejected"
    assert desk.side.coverage.coverage.rejected == 1
    press(qtbot, Qt.Key.Key_Up, Qt.Key.Key_0)
    assert desk.document.session.view.metrics[0].reading == "machine"


def test_what_a_wrong_numeral_should_be_reaches_the_metric(desk, qtbot):
    press(qtbot, Qt.Key.Key_2)
    qtbot.keyClicks(QApplication.focusWidget(), "53")
    press(qtbot, Qt.Key.Key_Return)
    metric = desk.document.session.view.metrics[0]
    assert (metric.verdict, metric.should_be) == ("wrong", "53")


def test_the_filters_show_what_is_open_unclassified_or_changed(desk, qtbot):
    panel = desk.triage.panel
    press(qtbot, Qt.Key.Key_1)
    counts = {}
    ids = desk.ids("numeral")
    edit = verbs.set_field(desk.document.session.view, item=ids[2], field="class", value="name", by="p1")
    desk.document.apply(edit, "test")
    for state in ("open", "unclassified", "changed"):
        panel.filter_bar.set_state(state)
        counts[state] = len(panel.model.shown)
    assert counts == {"open": 26, "unclassified": 1, "changed": 1}
    assert panel.model.row_of(ids[2]).cells[2] == "名称"


def test_the_class_is_chosen_on_the_card_and_reset(desk, qtbot):
    press(qtbot, Qt.Key.Key_F2)
    combo = QApplication.focusWidget()
    words = [combo.itemText(at) for at in range(combo.count())]
    assert words == ["指标", "日期", "时期", "计划名", "文号", "序号", "名称", "口号", "表格", "其他"]
    desk.side.card.current.field_edited.emit("class", "ordinal")
    item = desk.document.session.view.numerals[0]
    assert (item.value("class"), item.reading) == ("ordinal", "corrected")
    desk.triage.reset()
    assert desk.document.session.view.numerals[0].value("class") == "metric"


def test_verdicts_in_bulk_are_told_apart_in_the_tip(desk, qtbot):
    press(qtbot, Qt.Key.Key_1)
    qtbot.keyClick(desk.triage.panel.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(qtbot, Qt.Key.Key_1)
    assert "逐项核对 1，成批核对 2" in desk.side.coverage.toolTip()


def test_the_page_marks_numerals_only_while_they_are_in_front(desk):
    assert desk.view.hidden == {"metric"}
    desk.side.show_panel("metrics")
    assert desk.view.hidden == {"numeral"}


def test_a_tally_kept_in_step_says_what_counting_anew_says(desk, qtbot):
    tally = Tally(desk.document.session.view)
    desk.document.changed.connect(lambda changes: tally.renew(changes.ids))
    for key in (Qt.Key.Key_1, Qt.Key.Key_0, Qt.Key.Key_3, Qt.Key.Key_End, Qt.Key.Key_1):
        press(qtbot, key)
        assert tally.coverage == coverage(desk.document.session.view)
    for _ in range(4):
        desk.document.undo()
        assert tally.coverage == coverage(desk.document.session.view)
