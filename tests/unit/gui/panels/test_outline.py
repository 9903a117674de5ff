"""The outline: levels by keys, counts of what is open, the tree kept as it was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def outline(desk):
    desk.side.show_panel("outline")
    desk.triage.panel.focus_list()
    return desk.side.panels["outline"]


def levels(desk) -> list[int]:
    return [item.value("level") for item in desk.document.session.view.headings]


def test_alt_arrows_change_the_level_and_undo_brings_it_back(desk, outline, qtbot):
    heading = desk.ids("heading")[1]
    outline.go_to(heading, "test")
    qtbot.keyClick(outline.list, Qt.Key.Key_Left, ALT)
    assert levels(desk) == [1, 1, 2, 1]
    assert outline.current_id == heading
    qtbot.keyClick(outline.list, Qt.Key.Key_Right, ALT)
    qtbot.keyClick(outline.list, Qt.Key.Key_Right, ALT)
    assert levels(desk) == [1, 3, 2, 1]
    for _ in range(3):
        desk.document.undo()
    assert levels(desk) == [1, 2, 2, 1]
    assert desk.document.session.undo_name is None


def test_the_tree_follows_the_level(desk, outline, qtbot):
    ids = desk.ids("heading")
    tree = outline.model
    assert tree.index_of(ids[2]).parent() == tree.index_of(ids[0])
    outline.go_to(ids[2], "test")
    qtbot.keyClick(outline.list, Qt.Key.Key_Right, ALT)
    assert tree.index_of(ids[2]).parent() == tree.index_of(ids[1])
    assert outline.list.isExpanded(tree.index_of(ids[1]))


def test_a_level_stays_between_one_and_nine(desk, outline, qtbot):
    for _ in range(12):
        qtbot.keyClick(outline.list, Qt.Key.Key_Left, ALT)
    assert levels(desk)[0] == 1
    for _ in range(12):
        qtbot.keyClick(outline.list, Qt.Key.Key_Right, ALT)
    assert levels(desk)[0] == 9


def test_what_was_folded_stays_folded_when_the_tree_is_made_anew(desk, outline):
    ids = desk.ids("heading")
    outline.go_to(ids[3], "test")
    outline.list.collapse(outline.model.index_of(ids[0]))
    outline.reload()
    assert not outline.list.isExpanded(outline.model.index_of(ids[0]))


def test_open_items_are_counted_below_each_heading(desk, outline):
    counts = [outline.model.data(outline.model.index_of(one).siblingAtColumn(2)) for one in desk.ids("heading")]
    assert counts == ["13", "5", "5", "12"]
    desk.side.show_panel("metrics")
    desk.triage.panel.focus_list()
    desk.triage.decide("correct")
    desk.side.show_panel("outline")
    assert outline.model.data(outline.model.index_of(desk.ids("heading")[0]).siblingAtColumn(2)) == "12"


def test_a_filter_shows_matches_and_what_is_above_them(desk, outline):
    outline.filter_bar.line.setText("平台")
    ids = desk.ids("heading")
    assert list(outline.model.shown) == [ids[0], ids[2]]


def test_headings_can_be_checked_too(desk, outline, qtbot):
    qtbot.keyClick(outline.list, Qt.Key.Key_Return)
    assert desk.document.session.view.headings[0].verdict == "correct"
    assert outline.current_id == desk.ids("heading")[1]
