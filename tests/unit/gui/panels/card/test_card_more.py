"""The card where more than one person or draft has a say: conflicts, colleagues, former wording, orphans, notes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from engine.editing import verbs, verbs_notes
from engine.editing.edit import combine
from engine.editing.front import set_front
from engine.editing.review import Review
from engine.editing.session import Person, Session
from engine.storage.importing import import_review
from gui.bridge.disputes import FRONT, brought, disputed
from gui.panels.fields.phrase import phrase_fields
from gui.panels.fields.suggestions import office_lexicon
from gui.panels.words.wording_changes import wordings

from ..conftest import metric, parse_of

LI = Person("p2", "李四", "督查室")


@pytest.fixture
def card(desk):
    desk.triage.panel.focus_list()
    return desk.side.card.current


def first(desk):
    return desk.document.session.view.metrics[0]


def colleague(desk, *edits) -> None:
    """A colleague's copy of the review with these edits, merged into ours; a function of (view, item id) each."""
    other = Session(Review(), parse_of(), LI)
    for make in edits:
        other.apply(make(other.view, other.view.metrics[0].id))
    session = desk.document.session
    desk.document.apply(import_review(session.review, other.review).edit, "merge")


def named(name: str, by: str = "p2"):
    return lambda view, item: verbs.set_field(view, item=item, field="name", value=name, by=by)


def disagree(desk) -> None:
    session = desk.document.session
    desk.document.apply(named("甲", "p1")(session.view, first(desk).id), "test")
    colleague(desk, named("乙"))


def test_a_field_set_differently_shows_both_values_with_names_and_times(desk, card):
    disagree(desk)
    said = [button.accessibleName() for button in card.rows["name"].choice.buttons]
    assert {words.split()[1] for words in said} == {"张三", "李四"}
    assert all(words.split()[-1].count(":") == 1 for words in said)
    assert card.rows["name"].choice.isVisible()


def test_one_click_decides_between_values_and_undo_asks_again(desk, card):
    disagree(desk)
    chosen = next(one for one in card.rows["name"].choice.buttons if "甲" in one.accessibleName())
    chosen.click()
    assert first(desk).value("name") == "甲"
    assert not card.rows["name"].choice.isVisible()
    assert desk.document.session.undo_name == "decide-conflict"
    desk.document.undo()
    assert card.rows["name"].choice.isVisible()


def phrased(phrase: str, by: str):
    return lambda view, item: combine(
        [
            verbs.set_field(view, item=item, field=field, value=value, by=by)
            for field, value in (phrase_fields(phrase, office_lexicon()) or {}).items()
        ]
    )


def test_of_two_phrases_the_one_taken_brings_all_that_it_says(desk, card):
    session = desk.document.session
    desk.document.apply(phrased("7600户", "p1")(session.view, first(desk).id), "test")
    colleague(desk, phrased("7.7万人", "p2"))
    assert {"quote", "value", "written"} <= set(first(desk).conflicts)
    for words, value, unit in (("7600户", 7600, "户"), ("7.7万人", 77000, "人")):
        next(one for one in card.rows["quote"].choice.buttons if words in one.accessibleName()).click()
        item = first(desk)
        assert (item.value("quote"), item.value("value"), item.value("unit")) == (words, value, unit)
        assert item.conflicts == {}
        assert not card.rows["value"].choice.isVisible()
        assert session.undo_name == "decide-conflict"
        desk.document.undo()
        assert first(desk).conflicts


def test_a_third_value_typed_settles_it_too(desk, card):
    disagree(desk)
    editor = card.rows["name"].editor
    editor.line.setText("丙")
    editor.commit()
    assert first(desk).value("name") == "丙"
    assert first(desk).conflicts == {}


def reworded_note(desk) -> str:
    """A note that two people worded differently since they had it from each other."""
    session = desk.document.session
    edit = verbs_notes.add_note(session.view, type="note", places=(), quote="", color="", text="请核", by="p1")
    desk.document.apply(edit, "test")
    note, base = edit.ids[0], session.snapshot()
    other = Session(base.snapshot(), parse_of(), LI)
    other.apply(verbs_notes.change_note(other.view, note=note, by="p2", text="请核实"))
    desk.document.apply(verbs_notes.change_note(session.view, note=note, by="p1", text="请再核"), "test")
    desk.document.apply(import_review(session.review, other.review, base).edit, "merge")
    return note


def test_a_note_worded_differently_shows_both_wordings_until_one_is_taken(desk, qtbot):
    note = reworded_note(desk)
    assert disputed(desk.document.session.review) == (note,)
    assert desk.side.show_only("conflict")
    assert (desk.side.current_panel, desk.document.selected) == ("notes", note)
    dispute = desk.side.card.current.dispute
    assert dispute.isVisible()
    words = [button.accessibleName() for button in dispute.buttons]
    assert "请核实" in words[0] + words[1]
    next(one for one in dispute.buttons if "请再核" in one.accessibleName()).click()
    assert desk.document.session.view.note(note).text == "请再核"
    assert not dispute.isVisible()
    assert not desk.side.show_only("conflict")
    desk.document.undo()
    assert dispute.isVisible()


def test_another_wording_typed_into_the_note_settles_it(desk):
    note = reworded_note(desk)
    desk.document.select(note, "list")
    card = desk.side.card.current
    card.changed.emit("text", "都不对")
    assert desk.document.session.view.note(note).text == "都不对"
    assert disputed(desk.document.session.review) == ()


def test_a_field_of_the_document_set_differently_shows_both_values(desk):
    session = desk.document.session
    desk.document.apply(set_front(session.view, field="title", value="甲题", by="p1"), "test")
    other = Session(Review(), parse_of(), LI)
    other.apply(set_front(other.view, field="title", value="乙题", by="p2"))
    imported = import_review(session.review, other.review)
    desk.document.apply(imported.edit, "merge")
    assert imported.conflicts == 1
    assert disputed(session.review) == (FRONT,)
    desk.document.select("", "list")
    row = desk.side.card.current.rows["title"]
    assert row.choice.isVisible()
    next(one for one in row.choice.buttons if "甲题" in one.accessibleName()).click()
    assert session.view.front("title") == "甲题"
    assert not row.choice.isVisible()


def test_the_lists_are_filtered_by_what_is_disputed_and_go_to_the_first(desk):
    disagree(desk)
    desk.side.show_panel("tasks")
    assert desk.side.show_only("conflict")
    assert desk.side.current_panel == "metrics"
    assert desk.side.panels["metrics"].model.shown == [first(desk).id]
    assert desk.document.selected == first(desk).id
    assert not desk.side.show_only("draft-changed")


def test_what_came_in_is_counted_by_items_and_notes_not_by_fields(desk):
    before = desk.document.session.snapshot()
    session = desk.document.session
    desk.document.apply(named("甲", "p1")(session.view, first(desk).id), "test")
    other = Session(before.snapshot(), parse_of(), LI)
    for field in ("name", "period"):
        other.apply(verbs.set_field(other.view, item=first(desk).id, field=field, value="乙", by="p2"))
    other.apply(verbs.set_verdict(other.view, item=first(desk).id, verdict="correct", by="p2"))
    edit = import_review(session.review, other.review, before).edit
    assert brought(edit.changes) == {"count": 1, "conflicts": 1, "show": (first(desk).id,)}


def test_what_a_colleague_holds_stands_beside_ones_own_verdict(desk, card):
    colleague(
        desk,
        lambda view, item: verbs.set_verdict(
            view, item=item, verdict="wrong", should_be="53万户", basis={"words": "公报"}, by="p2"
        ),
    )
    assert card.verdicts.others.isVisible()
    assert card.verdicts.others.text().endswith("有误，应为 53万户（依据：公报）")
    assert card.verdicts.others.text().startswith("李四")
    assert first(desk).verdict == "open"


def test_notes_about_the_item_are_counted_and_reached(desk, card, qtbot):
    session = desk.document.session
    assert not card.notes.isVisible()
    edit = verbs_notes.add_note(
        session.view, type="note", places=first(desk).places, quote="", color="", text="看", by="p1",
        about=first(desk).id,
    )  # fmt: skip
    desk.document.apply(edit, "test")
    assert card.notes.text() == "1 条批注"
    qtbot.mouseClick(card.notes, Qt.MouseButton.LeftButton)
    assert desk.document.selected == edit.ids[0]
    assert desk.side.current_panel == "notes"


def test_differing_characters_are_marked_in_both_wordings():
    told = wordings("达到52万户", "达到53万户，增长")
    assert "达到5<span" in told.former
    assert ">2</span>万户" in told.former
    assert ">3</span>万户" in told.current
    assert "，增长</span>" in told.current
    assert "&lt;" in wordings("<a>", "b").former


def new_draft(desk) -> None:
    """The first metric has another number, all others are gone."""
    parse = parse_of()
    changed = metric(1, 700, value=90000.0, quote="9万户")
    changed = type(changed)(**{
        **{name: getattr(changed, name) for name in changed.__struct_fields__},
        "sentence": changed.sentence.replace("1万户", "9万户"),
    })  # fmt: skip
    source = type(parse.source)("讲话.pdf", "cd" * 32, 8)
    fields = {name: getattr(parse, name) for name in parse.__struct_fields__}
    fields |= {"metrics": (changed,), "numerals": (), "source": source, "paragraphs": ()}
    desk.document.announce(desk.document.session.set_parse(type(parse)(**fields)), "parse")


def test_a_changed_sentence_shows_the_former_wording_and_its_correction_can_be_kept(desk, card):
    item = first(desk).id
    session = desk.document.session
    desk.document.apply(verbs.set_verdict(session.view, item=item, verdict="correct", by="p1"), "test")
    desk.document.apply(verbs.set_field(session.view, item=item, field="value", value=20000, by="p1"), "test")
    new_draft(desk)
    desk.document.select(item, "test")
    shown = session.view.item(item)
    assert (shown.former, shown.verdict) == ("1万户", "open")
    assert card.former.isVisible()
    assert card.former.text().startswith("上一稿：")
    assert ">1</span>万户" in card.former.text()
    assert ">9</span>万户" in card.sentence.text()
    assert session.view.item(item).value("value") == 90000
    card.rows["value"].choice.buttons[0].click()
    assert session.view.item(item).value("value") == 20000
    assert not card.rows["value"].choice.isVisible()


def test_an_item_that_is_gone_is_explained_and_keeps_its_work(desk, card):
    session = desk.document.session
    kept, item = (one.id for one in session.view.metrics[:2])
    for one in (kept, item):
        desk.document.apply(verbs.set_verdict(session.view, item=one, verdict="wrong", should_be="5", by="p1"), "test")
    new_draft(desk)
    desk.document.select(item, "test")
    assert "没有找到这一项" in desk.side.card.current._missing.text()
    assert session.view.item(item).should_be == "5"
    shown = desk.side.card.current
    assert not any(part.isEnabled() for part in (shown.verdicts, *shown.rows.values()))
    assert not shown.edit()
    desk.document.select(kept, "test")
    assert all(part.isEnabled() for part in (shown.verdicts, *shown.rows.values()))


def test_changing_what_it_should_be_keeps_a_basis_taken_from_a_document(desk, card):
    session = desk.document.session
    basis = {"document": "公报.pdf", "page": "3", "metric": "用户数 53万户"}
    edit = verbs.set_verdict(session.view, item=first(desk).id, verdict="wrong", basis=basis, by="p1")
    desk.document.apply(edit, "test")
    assert card.verdicts.editors["basis"].line.text() == "公报.pdf 第 3 页 用户数 53万户"
    card.verdicts.editors["should_be"].line.setText("53万户")
    card.verdicts.editors["should_be"].commit()
    assert (first(desk).should_be, first(desk).basis) == ("53万户", basis)


def test_what_is_being_typed_as_should_be_survives_a_change_from_elsewhere(desk, card):
    card.verdicts.edit_should_be()
    QApplication.focusWidget().setText("53万")
    colleague(desk, lambda view, item: verbs.set_verdict(view, item=item, verdict="correct", by="p2"))
    assert card.verdicts.editors["should_be"].line.text() == "53万"
