"""Findings: decided in their own words, accepted with what they know, written as notes, silenced for the office."""

from __future__ import annotations

import stat

import pytest
from msgspec import structs
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu

from engine.lexicon.silence import silences
from engine.model.parse import Finding
from engine.settings import Settings
from gui.panels.findings.findings_desk import all_silences, silence_folders

from ..conftest import parse_of, place

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def parse_with_findings():
    parse = parse_of()
    first, second = parse.metrics[:2]
    findings = (
        Finding("f1", "damage.glyph", "warning", "布臵", (900, 902), "布置", {"text": "布置"}, places=place(900)),
        Finding("f2", "consistency.value", "warning", second.quote, second.span,
                expected={"value": 1e4, "quote": first.quote}, items=(first.id, second.id), places=second.places),
        Finding("f3", "date.impossible", "error", "6月31日", (2000, 2005), places=place(2000)),
        Finding("f4", "damage.glyph", "warning", "布臵", (2100, 2102), "布置", {"text": "布置"}, places=place(2100)),
    )  # fmt: skip
    return structs.replace(parse, findings=findings)


@pytest.fixture
def desk(make_desk):
    return make_desk(parse_with_findings(), "findings")


@pytest.fixture
def findings(desk):
    panel = desk.side.panels["findings"]
    panel.focus_list()
    return panel


@pytest.fixture
def ids(desk) -> list[str]:
    by_rule = {item.machine_id: item.id for item in desk.document.session.view.findings}
    return [by_rule[one] for one in ("f2", "f1", "f3", "f4")]  # in text order


def item(desk, one: str):
    return desk.document.session.view.item(one)


def card(desk):
    return desk.side.card.current


def test_the_keys_decide_in_the_words_of_findings(desk, findings, ids, qtbot):
    assert list(findings.model.ids) == ids
    assert desk.actions["check.correct"].text() == "不是问题(&1)"
    assert [button.text() for button in card(desk).verdicts.buttons.values()] == ["不是问题 1", "确有问题 2", "存疑 3"]
    qtbot.keyClick(findings.list, Qt.Key.Key_Return)
    assert item(desk, ids[0]).verdict == "correct"
    assert findings.current_id == ids[1]
    assert "不是问题" in findings.model.row_of(ids[0]).said
    qtbot.keyClick(findings.list, Qt.Key.Key_0)
    assert item(desk, ids[1]).reading == "rejected"
    findings.filter_bar.set_state("correct")
    assert list(findings.model.shown) == [ids[0]]
    assert findings.filter_bar.states.currentText() == "不是问题"
    desk.document.undo()
    desk.document.undo()
    assert [item(desk, one).verdict for one in ids] == ["open"] * 4


def test_a_real_problem_asks_what_it_should_be_and_proposes_what_the_finding_knows(desk, findings, ids, qtbot):
    qtbot.keyClick(findings.list, Qt.Key.Key_2)
    line = QApplication.focusWidget()
    assert (line.text(), line.selectedText()) == ("1万户", "1万户")
    line.setText("1.5万户")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(findings.list.hasFocus)
    assert (item(desk, ids[0]).verdict, item(desk, ids[0]).should_be) == ("wrong", "1.5万户")
    assert findings.current_id == ids[1]


def test_one_key_accepts_what_a_finding_proposes(desk, findings, ids, qtbot):
    qtbot.keyClick(findings.list, Qt.Key.Key_Return, CONTROL)
    assert (item(desk, ids[0]).verdict, item(desk, ids[0]).should_be) == ("wrong", "1万户")
    qtbot.keyClick(findings.list, Qt.Key.Key_Return, CONTROL)
    assert item(desk, ids[1]).should_be == "布置"
    (repair,) = desk.document.session.review.sections["characters"].values()
    assert (repair["before"], repair["after"]) == ("布臵", "布置")
    desk.document.undo()
    assert not desk.document.session.review.sections["characters"]
    assert item(desk, ids[1]).verdict == "open"


def test_a_repair_is_refused_by_one_click_and_the_page_read_as_printed(desk, findings, ids, qtbot):
    findings.go_to(ids[1], "test")
    box = card(desk).finding
    assert (box.accept.text(), box.keep.text()) == ("按“布置”读", "原文就是“布臵”")
    box.keep.click()
    (kept,) = desk.document.session.review.sections["characters"].values()
    assert kept["before"] == kept["after"] == "布臵"
    assert item(desk, ids[1]).verdict == "correct"


def test_the_card_says_why_and_leads_to_both_places(desk, findings, ids):
    shown = []
    desk.document.show_places = lambda places, initiator: shown.append((places, initiator))
    box = card(desk).finding
    assert box.rule.text() == "前后数值不一致 · 注意"
    assert box.reason.text() == "同一指标、同一时间，另一处为“1万户”。"
    assert [button.text() for button in box.buttons] == ["第 1 处，页码 封面 (1)", "第 2 处，页码 封面 (1)"]
    for button in box.buttons:
        button.click()
    metrics = desk.document.session.view.metrics
    assert shown == [(metrics[0].places, "card"), (metrics[1].places, "card")]
    findings.go_to(ids[2], "test")
    assert (card(desk).finding.buttons, card(desk).finding.accept.isHidden()) == ([], True)
    assert card(desk).finding.reason.text() == "公历没有这一天。"


def test_the_space_bar_shows_one_place_after_the_other(desk, findings, ids, qtbot):
    shown = []
    desk.document.show_places = lambda places, _initiator: shown.append(places)
    for _ in range(3):
        qtbot.keyClick(findings.list, Qt.Key.Key_Space)
    metrics = desk.document.session.view.metrics
    assert shown == [metrics[1].places, metrics[0].places, metrics[1].places]


def test_a_finding_becomes_a_note_about_it_ready_to_be_worded(desk, findings, ids):
    desk.actions["finding.note"].trigger()
    (note,) = desk.document.session.view.notes
    assert (note.about, note.text) == (ids[0], "前后数值不一致：同一指标、同一时间，另一处为“1万户”。")
    assert desk.side.current_panel == "notes"
    assert QApplication.focusWidget() is card(desk).text.widget


def test_what_is_silenced_is_written_marked_here_and_can_be_restored(desk, findings, ids, qtbot):
    findings.go_to(ids[1], "test")
    desk.actions["finding.silence"].trigger()
    dialog = desk.side.desks.findings.dialog
    assert dialog.quote.text() == "只是“布臵”不再提示“字形损坏”"
    dialog.accept()
    (folder,) = silence_folders()
    assert silences(folder) == (("damage.glyph", "布臵"),)
    assert [item(desk, one).reading for one in ids] == ["machine", "rejected", "machine", "rejected"]
    desk.document.undo()
    assert [item(desk, one).reading for one in ids] == ["machine"] * 4
    desk.actions["finding.silenced"].trigger()
    listed = desk.side.desks.findings.list
    assert listed.list.item(0).text() == "字形损坏：“布臵”"
    listed.restore.click()
    assert all_silences() == ()
    assert not listed.restore.isEnabled()
    listed.close()


def test_a_cancelled_silence_writes_nothing(desk, findings, ids):
    desk.actions["finding.silence"].trigger()
    desk.side.desks.findings.dialog.reject()
    assert all_silences() == ()
    assert desk.document.session.undo_name is None


def test_a_silence_goes_to_the_offices_folder_else_to_ones_own(desk, findings, ids, tmp_path):
    office = tmp_path / "office"
    office.mkdir()
    Settings.load().set("office.folder", str(office))
    desk.side.desks.findings.silence(ids[2], is_whole_rule=True)
    assert silences(office) == (("date.impossible", ""),)
    office.joinpath("silence.tsv").unlink()
    office.rmdir()
    office.write_text("no folder any more")
    desk.side.desks.findings.silence(ids[1], is_whole_rule=False)
    assert silences(silence_folders()[1]) == (("damage.glyph", "布臵"),)
    assert stat.S_ISREG(office.stat().st_mode)


@pytest.mark.qt_log_ignore("raise|grabbing")
def test_the_menu_of_a_finding_offers_what_can_be_done_with_it(desk, findings, ids):
    desk.side.desks.findings._on_menu(QPoint(0, 0))
    menu = findings.list.findChild(QMenu)
    offered = {action.objectName() for action in menu.actions()}
    assert {"finding.accept", "check.correct", "check.wrong", "finding.note", "finding.silence"} <= offered
    assert "finding.keep" not in offered
    menu.close()
