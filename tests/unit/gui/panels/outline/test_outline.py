"""The outline: levels by keys, counts of what is open, the tree kept as it was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QMenu

from engine.editing import verbs
from gui.panels.outline.split_dialog import SplitDialog

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def typed_by_input_method(widget, words: str) -> None:
    QApplication.sendEvent(widget, QInputMethodEvent("ji", []))
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(widget, event)


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


def cell(outline, heading: str, field: str) -> str:
    at = [column.field for column in outline.model.columns].index(field)
    return outline.model.data(outline.model.index_of(heading).siblingAtColumn(at))


def test_open_items_and_decided_numerals_are_counted_below_each_heading(desk, outline):
    ids = desk.ids("heading")
    assert [cell(outline, one, "open_below") for one in ids] == ["16", "5", "5", "12"]
    assert [cell(outline, one, "decided") for one in ids] == ["0/13", "0/5", "0/5", "0/12"]
    desk.side.show_panel("metrics")
    desk.triage.panel.focus_list()
    desk.triage.decide("correct")
    desk.side.show_panel("outline")
    assert (cell(outline, ids[0], "open_below"), cell(outline, ids[0], "decided")) == ("15", "1/13")
    assert "数字已核 1/13，待核 15 项" in outline.model.spoken_row(ids[0])
    desk.document.undo()
    assert (cell(outline, ids[0], "open_below"), cell(outline, ids[0], "decided")) == ("16", "0/13")


def test_several_headings_change_their_level_in_one_step_and_stay_selected(desk, outline, qtbot):
    ids = desk.ids("heading")
    outline.choose(ids[1:3], ids[1])
    qtbot.keyClick(outline.list, Qt.Key.Key_Right, ALT)
    assert levels(desk) == [1, 3, 3, 1]
    assert outline.selected_ids() == tuple(ids[1:3])
    desk.document.undo()
    assert levels(desk) == [1, 2, 2, 1]


def test_a_branch_moves_with_its_heading(desk, outline, qtbot):
    qtbot.keyClick(outline.list, Qt.Key.Key_Right, ALT | SHIFT)
    assert levels(desk) == [2, 3, 3, 1]
    desk.document.undo()
    assert levels(desk) == [1, 2, 2, 1]


def test_a_title_is_edited_in_its_line_by_keys_and_escape_takes_nothing(desk, outline, qtbot):
    heading = desk.ids("heading")[1]
    outline.go_to(heading, "test")
    qtbot.keyClick(outline.list, Qt.Key.Key_F2)
    editor = outline.tree.editor
    assert (editor.text(), editor.selectedText(), editor.hasFocus()) == ("网络", "网络", True)
    typed_by_input_method(editor, "机房")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.document.session.view.item(heading).value("title") == "机房")
    assert outline.list.hasFocus()
    assert (outline.model.row_of(heading).cells[0], outline.current_id) == ("（一）机房", heading)
    qtbot.keyClick(outline.list, Qt.Key.Key_F2)
    outline.tree.editor.setText("别的")
    qtbot.keyClick(outline.tree.editor, Qt.Key.Key_Escape)
    assert desk.document.session.view.item(heading).value("title") == "机房"
    assert "识别：第 2 级，（一）网络" in outline.model.data(
        outline.model.index_of(heading), Qt.ItemDataRole.ToolTipRole
    )
    assert not outline.list.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_an_empty_title_is_refused(desk, outline, qtbot):
    heading = desk.ids("heading")[0]
    qtbot.keyClick(outline.list, Qt.Key.Key_F2)
    outline.tree.editor.clear()
    qtbot.keyClick(outline.tree.editor, Qt.Key.Key_Return)
    qtbot.waitUntil(outline.list.hasFocus)
    assert desk.document.session.view.item(heading).value("title") == "总结"
    assert desk.document.session.undo_name is None


def test_a_double_click_edits_the_title(desk, outline, qtbot):
    row = outline.tree.visualRect(outline.model.index_of(desk.ids("heading")[3]))
    qtbot.mouseClick(outline.tree.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    qtbot.mouseDClick(outline.tree.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert outline.tree.editor.text() == "思路"


def test_a_heading_is_merged_with_the_next_one_and_undo_brings_both_back(desk, outline, qtbot):
    ids = desk.ids("heading")
    outline.go_to(ids[1], "test")
    qtbot.keyClick(outline.list, Qt.Key.Key_J, CONTROL)
    titles = [item.value("title") for item in desk.document.session.view.headings]
    assert titles == ["总结", "网络平台", "思路"]
    assert outline.current_id == desk.document.selected == desk.ids("heading")[1]
    desk.document.undo()
    assert desk.ids("heading") == ids


def test_a_heading_is_cut_into_two_headings_or_a_heading_and_text(desk, outline):
    heading = desk.ids("heading")[1]
    desk.document.apply(
        verbs.set_field(desk.document.session.view, item=heading, field="title", value="抓网络（三）抓平台", by="p1"),
        "test",
    )
    desk.side.desks.outline.split(heading, 3, is_text=False)
    found = desk.document.session.view.headings
    assert [(one.value("marker"), one.value("title"), one.value("level")) for one in found[1:3]] == [
        ("（一）", "抓网络", 2),
        ("（三）", "抓平台", 2),
    ]
    desk.document.undo()
    desk.side.desks.outline.split(heading, 3, is_text=True)
    assert desk.document.session.view.item(heading).value("title") == "抓网络"
    assert len(desk.ids("heading")) == 4


def test_the_dialog_shows_both_halves_and_takes_no_typing(qtbot):
    dialog = SplitDialog("加快建设。各单位落实", is_text=True)
    qtbot.addWidget(dialog)
    assert dialog.halves() == ("加快建设。", "各单位落实")
    qtbot.keyClick(dialog.line, Qt.Key.Key_Left)
    qtbot.keyClicks(dialog.line, "x")
    qtbot.keyClick(dialog.line, Qt.Key.Key_Delete)
    assert dialog.halves() == ("加快建设", "。各单位落实")
    dialog.line.setCursorPosition(0)
    assert not dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).isEnabled()


def test_what_is_no_heading_has_nothing_below_it(desk, outline, qtbot):
    ids = desk.ids("heading")
    qtbot.keyClick(outline.list, Qt.Key.Key_0)
    assert desk.document.session.view.item(ids[0]).reading == "rejected"
    assert not outline.model.index_of(ids[1]).parent().isValid()
    outline.go_to(ids[0], "test")
    qtbot.keyClick(outline.list, Qt.Key.Key_0)
    assert outline.model.index_of(ids[1]).parent() == outline.model.index_of(ids[0])


@pytest.mark.parametrize(
    ("key", "seen"), [(Qt.Key.Key_1, [0, 3]), (Qt.Key.Key_2, [0, 1, 2, 3]), (Qt.Key.Key_0, [0, 1, 2, 3])]
)
def test_the_tree_is_folded_to_a_level_by_keys(desk, outline, qtbot, key, seen):
    ids = desk.ids("heading")
    outline.go_to(ids[2], "test")
    qtbot.keyClick(outline.list, key, CONTROL | SHIFT)
    assert [at for at, one in enumerate(ids) if outline.tree.visualRect(outline.index_of(one)).isValid()] == seen
    assert outline.current_id == (ids[0] if len(seen) == 2 else ids[2])


def drag(desk, outline, moved: list[str], target: str, *, is_on: bool, is_dropped: bool = True) -> bool:
    """Drag headings over a row's middle or its lower edge, and drop them there; whether a drop was offered."""
    tree = outline.tree
    row = tree.visualRect(outline.model.index_of(target))
    at = QPointF(row.center() if is_on else QPoint(row.center().x(), row.bottom() - 1))
    data = outline.model.mimeData([outline.model.index_of(one) for one in moved])
    given = (at, Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    move = QDragMoveEvent(at.toPoint(), *given[1:])
    QApplication.sendEvent(tree.viewport(), QDragEnterEvent(at.toPoint(), *given[1:]))
    QApplication.sendEvent(tree.viewport(), move)
    if is_dropped and move.isAccepted():
        QApplication.sendEvent(tree.viewport(), QDropEvent(*given))
    return move.isAccepted()


def test_a_heading_dragged_onto_another_goes_below_it_with_its_branch(desk, outline):
    ids = desk.ids("heading")
    assert drag(desk, outline, [ids[2]], ids[1], is_on=True)
    assert levels(desk) == [1, 2, 3, 1]
    assert drag(desk, outline, [ids[1]], ids[0], is_on=False)
    assert levels(desk) == [1, 1, 2, 1]
    assert [item.id for item in desk.document.session.view.headings] == ids
    desk.document.undo()
    desk.document.undo()
    assert levels(desk) == [1, 2, 2, 1]


def test_a_drop_says_what_it_would_do_and_is_refused_where_it_cannot_be(desk, outline):
    ids = desk.ids("heading")
    assert drag(desk, outline, [ids[3]], ids[2], is_on=True, is_dropped=False)
    assert outline.tree.aim_words == "改为第 3 级，在“（二）平台”之下"
    outline.tree.grab()
    assert not drag(desk, outline, [ids[3]], ids[1], is_on=True)
    assert outline.tree.aim_words == ""
    assert not drag(desk, outline, [ids[0]], ids[3], is_on=False)
    assert levels(desk) == [1, 2, 2, 1]


@pytest.mark.qt_log_ignore("raise|grabbing")
def test_the_menu_of_a_heading_offers_what_can_be_done_with_it(desk, outline, qtbot):
    desk.side.desks.outline._on_menu(QPoint(0, 0))
    menu = outline.tree.findChild(QMenu)
    offered = {action.objectName() for action in menu.actions()}
    assert {"check.edit", "check.level-up", "heading.branch-down", "heading.split", "heading.merge", "heading.join",
            "check.reject", "check.reset", "fold.2"} <= offered  # fmt: skip
    menu.close()


def test_a_heading_added_from_the_page_stands_at_its_place_and_is_the_current_one(desk, outline):
    session = desk.document.session
    places = session.view.metrics[6].places
    edit = verbs.add_item(
        session.view, kind="heading", places=places, quote="新", fields={"title": "新", "level": 2}, by="p1"
    )
    desk.document.apply(edit, "page")
    desk.document.select(edit.ids[0], "page")
    assert outline.current_id == edit.ids[0]
    assert list(outline.model.shown).index(edit.ids[0]) == 2


def test_a_filter_shows_matches_and_what_is_above_them(desk, outline):
    outline.filter_bar.line.setText("平台")
    ids = desk.ids("heading")
    assert list(outline.model.shown) == [ids[0], ids[2]]


def test_headings_can_be_checked_too(desk, outline, qtbot):
    qtbot.keyClick(outline.list, Qt.Key.Key_Return)
    assert desk.document.session.view.headings[0].verdict == "correct"
    assert outline.current_id == desk.ids("heading")[1]


def test_the_columns_chosen_and_their_widths_are_kept(desk, outline, make_desk):
    header = outline.tree.header()
    outline.tree.setColumnHidden(3, True)
    header.resizeSection(1, 77)
    other = make_desk(desk.document.session.parse)
    other.settings.values.update(desk.settings.values)
    again = other.side.panels["outline"]
    again.keep_in(other.settings)
    assert again.tree.isColumnHidden(3)
    assert again.tree.header().sectionSize(1) == 77


def test_every_change_of_the_folding_is_told_at_once_so_that_it_is_kept(desk, outline, qtbot):
    heading = desk.ids("heading")[0]
    outline.go_to(heading, "test")
    for key, folded in ((Qt.Key.Key_Left, heading), (Qt.Key.Key_Right, "")):
        with qtbot.waitSignal(outline.folding_changed, timeout=0, raising=True):
            qtbot.keyClick(outline.list, key)
        assert outline.state()["folded"] == folded
    with qtbot.waitSignal(outline.folding_changed, timeout=0, raising=True):
        outline.show_depth(1)
