"""Whatever is done in whatever order, lists, card and coverage say what the session says."""

from __future__ import annotations

from random import Random

import pytest
from PySide6.QtCore import Qt

from engine.editing import verbs, verbs_notes
from engine.editing.coverage import coverage
from gui.panels.checking.coverage import coverage_words
from gui.panels.lists.columns import GROUPINGS

PANELS = ["outline", "metrics", "tasks", "systems", "notes", "findings", "numerals"]


class User:
    """Does things at random, and checks after each."""

    def __init__(self, desk, seed: int) -> None:
        self.desk = desk
        self.chance = Random(seed)

    @property
    def view(self):
        return self.desk.document.session.view

    def some_item(self) -> str:
        items = [*self.view.headings, *self.view.metrics, *self.view.tasks, *self.view.systems]
        return self.chance.choice(items).id

    def move(self) -> None:
        panel = self.desk.triage.panel
        if panel.model.shown:
            panel.go_to(self.chance.choice(list(panel.model.shown)), "user")

    def select_from_page(self) -> None:
        self.desk.document.select(self.some_item(), "page")

    def decide(self) -> None:
        self.desk.triage.decide(self.chance.choice(["correct", "wrong", "doubtful", "open"]))

    def reject(self) -> None:
        self.desk.triage.reject()

    def reset(self) -> None:
        self.desk.triage.reset()

    def change_level(self) -> None:
        self.desk.triage.change_level(self.chance.choice([-1, 1]))

    def change_field(self) -> None:
        item = self.view.item(self.some_item())
        field = {"heading": "title", "task": "deadline"}.get(item.kind, "name")
        edit = verbs.set_field(self.view, item=item.id, field=field, value=f"改{self.chance.random()}", by="p1")
        self.desk.document.apply(edit, "user")

    def type_in_card(self) -> None:
        card = self.desk.side.card.current
        if card is not None and hasattr(card, "rows") and "name" in card.rows:
            card.rows["name"].editor.line.setText(f"写{self.chance.random()}")
            card.rows["name"].editor.commit()

    def filter(self) -> None:
        self.desk.triage.panel.filter_bar.line.setText(self.chance.choice(["", "", "1", "类", "改"]))

    def sort(self) -> None:
        panel = self.desk.triage.panel
        if hasattr(panel, "table"):
            panel.table.horizontalHeader().setSortIndicator(
                self.chance.choice([-1, 0, 1]), Qt.SortOrder.DescendingOrder
            )

    def group(self) -> None:
        panel = self.desk.triage.panel
        if panel.kind in GROUPINGS:
            fields = [column.field for column in panel.rows.columns]
            panel.order.group_by(self.chance.choice([-1, *(fields.index(one) for one in GROUPINGS[panel.kind])]))
            panel.rows.fold(list(panel.rows.groups)[:1], on=self.chance.random() < 0.5)

    def doubts_first(self) -> None:
        self.desk.triage.put_doubts_first(self.chance.random() < 0.5)

    def add_metric(self) -> None:
        item = self.chance.choice(self.view.metrics)
        fields = {"name": "新", "value": 1, "unit": "个", "kind": "level", "status": "achieved"}
        edit = verbs.add_item(self.view, kind="metric", places=item.places, quote="1个", by="p1", fields=fields)
        self.desk.document.apply(edit, "user")

    def add_note(self) -> None:
        places = self.chance.choice(self.view.metrics).places
        edit = verbs_notes.add_note(self.view, type="box", places=places, quote=None, color="", text="看", by="p1")
        self.desk.document.apply(edit, "user")

    def delete_note(self) -> None:
        if self.view.notes:
            edit = verbs_notes.delete_note(self.view, note=self.chance.choice(self.view.notes).id, by="p1")
            self.desk.document.apply(edit, "user")

    def undo(self) -> None:
        self.desk.document.undo()

    def redo(self) -> None:
        self.desk.document.redo()

    def change_tab(self) -> None:
        self.desk.side.show_panel(self.chance.choice(PANELS))

    def act(self) -> str:
        names = [name for name in vars(User) if not name.startswith("_") and name not in {"act", "view", "some_item"}]
        name = self.chance.choice(names)
        getattr(self, name)()
        return name


def check(desk, done: list[str]) -> None:
    view, panel = desk.document.session.view, desk.triage.panel
    present = [item.id for item in panel.items()]
    assert list(panel.model.ids) == present, done
    assert set(panel.model.shown) <= set(present), done
    for order, one in enumerate(present):
        assert panel.model.row_of(one) == panel.make_row(one, order), done
    assert desk.side.coverage.accessibleName() == coverage_words(coverage(view)), done
    shown = desk.side.card.item_id
    assert shown in {"", desk.document.selected}, done
    if shown and panel.current_id and panel.model.has(shown):
        assert panel.current_id == shown, done


@pytest.mark.parametrize("seed", range(6))
def test_lists_card_and_coverage_say_what_the_session_says(desk, qtbot, seed):
    user, done = User(desk, seed), []
    for _ in range(80):
        done.append(user.act())
        check(desk, done[-12:])
    while desk.document.session.undo_name is not None:
        desk.document.undo()
    check(desk, ["undo all"])
    assert {item.reading for item in desk.document.session.view.metrics} == {"machine"}
