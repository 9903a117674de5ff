"""依据 from the 参照文件: metrics of one name, shown and taken by a key each; 有误 only when the person says so."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ..conftest import PanelDocument, metric, parse_of


def reference_with(*metrics) -> PanelDocument:
    parse = parse_of(metrics=0)
    fields = {name: getattr(parse, name) for name in parse.__struct_fields__}
    document = PanelDocument(type(parse)(**{**fields, "metrics": metrics}))
    document.file_name = "公报.pdf"
    return document


@pytest.fixture
def reference(desk) -> PanelDocument:
    """Says 3万户 of the first kind of users on printed page 1, and the same as ours of the second."""
    desk.document.reference = reference_with(
        metric(1, 1700, value=30000.0, quote="3万户", period="2010年"), metric(2, 1800)
    )
    desk.document.reference_changed.emit()
    return desk.document.reference


def first(desk):
    return desk.document.session.view.metrics[0]


@pytest.fixture
def listed(desk, reference, qtbot):
    desk.triage.panel.focus_list()
    qtbot.keyClick(desk.triage.panel.list, Qt.Key.Key_4)
    shown = desk.side.card.current.verdicts.reference
    qtbot.waitUntil(shown.list.hasFocus)
    return shown


def test_4_leads_to_the_metrics_of_the_same_name(listed):
    assert listed.list.count() == 1
    lines = listed.list.item(0).text().split("\n")
    assert lines[0] == "≠ 3万户  2010年  第 1 页（PDF 第 2 页）  第1类用户数"
    assert "用户数达到1万户" in lines[1]
    assert listed.blame.text() == "有误，应为“3万户” (2)"


def test_space_shows_the_page_of_the_reference(desk, reference, listed, qtbot):
    shown = []
    reference.places_wanted.connect(lambda places, initiator: shown.append((places, initiator)))
    qtbot.keyClick(listed.list, Qt.Key.Key_Space)
    assert shown == [(reference.session.view.metrics[0].places, "card")]
    assert first(desk).verdict == "open"


def test_return_takes_it_as_the_basis_and_decides_nothing(desk, listed, qtbot):
    qtbot.keyClick(listed.list, Qt.Key.Key_Return)
    item = first(desk)
    assert item.basis == {
        "document": "公报.pdf", "page": "1", "metric": "第1类用户数 3万户", "pdfPage": 2, "quote": "3万户",
    }  # fmt: skip
    assert (item.verdict, item.should_be) == ("open", None)
    qtbot.waitUntil(desk.triage.panel.list.hasFocus)
    card = desk.side.card.current
    assert card.verdicts.editors["basis"].line.text() == "公报.pdf 第 1 页 第1类用户数 3万户"
    desk.document.undo()
    assert not first(desk).basis


def test_2_takes_it_and_says_what_it_should_be(desk, listed, qtbot):
    qtbot.keyClick(listed.list, Qt.Key.Key_2)
    item = first(desk)
    assert (item.verdict, item.should_be, item.basis["document"]) == ("wrong", "3万户", "公报.pdf")
    desk.document.undo()
    assert (first(desk).verdict, first(desk).should_be) == ("open", None)


def test_an_equal_value_cannot_be_called_wrong(desk, reference, qtbot):
    desk.triage.panel.focus_list()
    qtbot.keyClick(desk.triage.panel.list, Qt.Key.Key_Down)
    qtbot.keyClick(desk.triage.panel.list, Qt.Key.Key_4)
    shown = desk.side.card.current.verdicts.reference
    assert shown.list.item(0).text().startswith("＝ 2万户")
    assert not shown.blame.isVisible()
    qtbot.keyClick(shown.list, Qt.Key.Key_2)
    assert desk.document.session.view.metrics[1].verdict == "open"


def test_escape_goes_back_to_the_list_and_takes_nothing(desk, listed, qtbot):
    qtbot.keyClick(listed.list, Qt.Key.Key_Escape)
    qtbot.waitUntil(desk.triage.panel.list.hasFocus)
    assert not first(desk).basis


def test_the_list_takes_no_input_method(listed):
    assert not listed.list.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_4_says_when_there_is_none_of_that_name_and_asks_for_words(desk, reference, qtbot):
    desk.triage.panel.focus_list()
    desk.triage.panel.go_to(desk.ids("metric")[5], "test")
    qtbot.keyClick(desk.triage.panel.list, Qt.Key.Key_4)
    verdicts = desk.side.card.current.verdicts
    assert verdicts.reference.none.isVisible()
    assert QApplication.focusWidget() is verdicts.editors["basis"].line


def test_without_a_reference_a_button_opens_one(desk, qtbot):
    wanted = []
    desk.triage.panel.focus_list()
    desk.side.card.reference_wanted.connect(lambda: wanted.append(True))
    qtbot.keyClick(desk.triage.panel.list, Qt.Key.Key_4)
    button = desk.side.card.current.verdicts.reference.open
    assert QApplication.focusWidget() is button
    button.click()
    assert wanted == [True]


def test_the_list_follows_the_selection_and_the_reference(desk, reference, qtbot):
    desk.triage.panel.focus_list()
    shown = desk.side.card.current.verdicts.reference
    desk.side.card.current.verdicts.edit("basis")
    qtbot.waitUntil(lambda: shown.list.count() == 1)
    desk.document.select(desk.ids("metric")[5], "test")
    qtbot.waitUntil(lambda: shown.item_id == desk.ids("metric")[5])
    assert shown.list.count() == 0
    desk.document.reference = None
    desk.document.reference_changed.emit()
    desk.side.card.current.verdicts.edit("basis")
    qtbot.waitUntil(shown.open.isVisible)


def test_the_growth_of_an_amount_is_not_said_to_differ_from_it(desk, qtbot):
    growth = metric(1, 1700, value=8.1, unit="%", quote="8.1%", kind="change")
    desk.document.reference = reference_with(growth)
    desk.document.reference_changed.emit()
    desk.triage.panel.focus_list()
    qtbot.keyClick(desk.triage.panel.list, Qt.Key.Key_4)
    listed = desk.side.card.current.verdicts.reference
    qtbot.waitUntil(listed.list.hasFocus)
    assert listed.list.item(0).text().startswith("· 8.1%")
    assert listed.take.isVisible()
    assert not listed.blame.isVisible()
