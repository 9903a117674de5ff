"""Lists and the document's selection follow each other; only what changed is made anew."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from engine.editing import verbs
from engine.editing.session import Session


def test_moving_in_the_list_selects_the_item(desk, qtbot):
    panel = desk.triage.panel
    panel.focus_list()
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    assert desk.document.selections[-1] == (desk.ids("metric")[1], "list:metric")


def test_a_mark_clicked_on_the_page_brings_its_row_forward(desk):
    wanted = desk.ids("heading")[2]
    desk.document.selections.clear()
    desk.document.select(wanted, "page")
    assert desk.triage.panel.kind == "heading"
    assert desk.triage.panel.current_id == wanted
    assert desk.document.selections == [(wanted, "page")]


def test_an_item_hidden_by_the_filter_is_shown_when_its_mark_is_clicked(desk):
    panel = desk.triage.panel
    panel.filter_bar.line.setText("25")
    wanted = desk.ids("metric")[0]
    desk.document.select(wanted, "page")
    assert panel.current_id == wanted
    assert panel.filter_bar.line.text() == ""


def test_a_hidden_list_catches_up_when_it_is_shown(desk):
    session: Session = desk.document.session
    heading = desk.ids("heading")[1]
    desk.document.apply(verbs.set_field(session.view, item=heading, field="title", value="新网络", by="p1"), "test")
    desk.side.show_panel("outline")
    panel = desk.side.panels["outline"]
    assert panel.model.row_of(heading).cells[0] == "（一）新网络"


def test_a_click_on_a_tab_gives_the_keys_to_its_list(desk, qtbot):
    desk.triage.panel.focus_list()
    bar = desk.side.tabs.tabBar()
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(0).center())
    assert desk.triage.panel.kind == "heading"
    assert QApplication.focusWidget() is desk.triage.panel.list


def test_a_click_below_the_last_row_keeps_the_row_chosen(desk, qtbot):
    desk.side.show_panel("outline")
    panel = desk.triage.panel
    panel.focus_list()
    chosen = panel.selected_ids()
    assert len(chosen) == 1
    area = panel.list.viewport()
    qtbot.mouseClick(area, Qt.MouseButton.LeftButton, pos=area.rect().bottomLeft() + QPoint(40, -2))
    assert panel.selected_ids() == chosen


def test_a_level_that_was_lowered_shows_in_the_outline_even_without_a_parent_of_the_next_level(desk):
    desk.side.show_panel("outline")
    panel = desk.triage.panel
    panel.go_to(desk.ids("heading")[1], "list:heading")
    before = panel.index_of(panel.current_id).data()
    desk.triage.change_level(1)
    shown = panel.index_of(panel.current_id).data()
    assert shown != before
    assert shown.strip() == before


def test_changing_the_tab_makes_its_current_item_the_selected_one(desk):
    desk.triage.panel.focus_list()
    metric = desk.document.selected
    desk.side.show_panel("outline")
    desk.triage.panel.focus_list()
    assert desk.document.selected in desk.ids("heading")
    desk.side.show_panel("metrics")
    assert desk.document.selected == metric


def test_added_items_come_and_go_with_undo(desk):
    session: Session = desk.document.session
    places = session.view.metrics[0].places
    panel = desk.triage.panel
    edit = verbs.add_item(
        session.view,
        kind="metric",
        places=places,
        quote="9万人",
        by="p1",
        fields={"name": "人数", "value": 90000, "unit": "人"},
    )
    desk.document.apply(edit, "test")
    assert len(panel.model.ids) == 26
    assert panel.model.has(edit.ids[0])
    desk.document.undo()
    assert len(panel.model.ids) == 25


def test_without_a_document_the_lists_say_what_they_are_for(desk):
    desk.side.set_document(None)
    panel = desk.triage.panel
    assert panel.model.rowCount() == 0
    assert not panel.list.isVisible()
    assert desk.side.coverage.text() == ""
    assert desk.side.card.item_id == ""


def test_reset_by_key_gives_the_machines_reading_back(desk):
    session: Session = desk.document.session
    panel = desk.triage.panel
    panel.focus_list()
    item = panel.current_id
    for field, value in (("name", "别名"), ("unit", "人")):
        desk.document.apply(verbs.set_field(session.view, item=item, field=field, value=value, by="p1"), "test")
    assert session.view.item(item).reading == "corrected"
    desk.triage.reset()
    assert session.view.item(item).overridden == ()
