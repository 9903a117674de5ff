"""Notes in threads, several at once, and what they can be about."""

from __future__ import annotations

import pytest

from engine.editing import verbs_notes, verbs_threads
from engine.editing.nearby import items_near, touches
from engine.editing.session import Session
from engine.editing.threads import replies_to, root_of, tags_in_use, threads
from engine.model.geometry import Box
from engine.model.place import Place
from tests.data.reviews import LI, ZHANG, fresh_session

ME = ZHANG.id


def noted(session: Session, count: int = 1) -> list[str]:
    made = []
    for metric in session.view.metrics[:count]:
        edit = verbs_notes.add_note(
            session.view, type="highlight", places=metric.places, quote=metric.quote, color="", text="请核实", by=ME
        )
        session.apply(edit)
        made.append(edit.ids[0])
    return made


def test_replies_belong_to_the_note_they_answer_in_the_end() -> None:
    session = fresh_session()
    (note,) = noted(session)
    first = verbs_notes.reply(session.view, note=note, text="已核实", by=LI.id)
    changes = session.apply(first)
    assert note in changes.ids
    second = verbs_notes.reply(session.view, note=first.ids[0], text="好", by=ME)
    session.apply(second)
    assert root_of(session.view, second.ids[0]) == note
    assert [one.text for one in replies_to(session.view, note)] == ["已核实", "好"]
    found = threads(session.view)
    assert [one.id for one in found.notes] == [note]
    assert [one.text for one in found.replies[note]] == ["已核实", "好"]


def test_a_ring_of_replies_in_a_damaged_file_ends() -> None:
    session = fresh_session()
    one, other = noted(session, 2)
    for note, asked in ((one, other), (other, one)):
        record = session.review.record("notes", note)
        session.review.put("notes", note, {**record, "replyTo": asked})
    session = Session(session.review, session.parse, ZHANG)
    assert root_of(session.view, one) in {one, other}
    threads(session.view)


def test_a_reply_to_a_reply_stays_when_that_is_deleted_and_goes_when_it_is_undone() -> None:
    session = fresh_session()
    (note,) = noted(session)
    first = verbs_notes.reply(session.view, note=note, text="已核实", by=ME)
    session.apply(first)
    second = verbs_notes.reply(session.view, note=first.ids[0], text="好", by=ME)
    session.apply(second)
    session.apply(verbs_threads.delete_reply(session.view, reply=first.ids[0], by=ME))
    assert [one.text for one in replies_to(session.view, note)] == ["好"]
    assert {one.id for one in session.view.notes} == {note, second.ids[0]}
    session.undo()
    session.undo()
    assert [one.text for one in replies_to(session.view, note)] == ["已核实"]
    assert replies_to(session.view, first.ids[0]) == ()


def test_only_ones_own_reply_is_changed_or_taken_back() -> None:
    session = fresh_session()
    (note,) = noted(session)
    edit = verbs_notes.reply(session.view, note=note, text="已核实", by=LI.id)
    session.apply(edit)
    with pytest.raises(PermissionError):
        verbs_threads.change_reply(session.view, reply=edit.ids[0], text="没有", by=ME)
    with pytest.raises(PermissionError):
        verbs_threads.delete_reply(session.view, reply=edit.ids[0], by=ME)
    session.apply(verbs_threads.change_reply(session.view, reply=edit.ids[0], text="核实了", by=LI.id))
    assert [one.text for one in replies_to(session.view, note)] == ["核实了"]
    session.apply(verbs_threads.delete_reply(session.view, reply=edit.ids[0], by=LI.id))
    assert replies_to(session.view, note) == ()


def test_states_tags_and_deletion_of_several_notes_are_one_step_each() -> None:
    session = fresh_session()
    notes = noted(session, 3)
    session.apply(verbs_threads.set_states(session.view, notes=notes, state="done", by=ME))
    session.apply(verbs_threads.tag_notes(session.view, notes=notes[:2], tags=["数字", "口径"], by=ME))
    session.apply(verbs_threads.tag_notes(session.view, notes=notes, tags=["数字"], by=ME))
    assert [session.view.note(one).tags for one in notes] == [("数字", "口径"), ("数字", "口径"), ("数字",)]
    assert tags_in_use(session.view) == ("数字", "口径")
    session.apply(verbs_threads.delete_notes(session.view, notes=notes, by=ME))
    assert session.view.notes == ()
    session.undo()
    assert [dict(one.states) for one in session.view.notes] == [{ME: "done"}] * 3


def test_what_was_not_placed_comes_first() -> None:
    session = fresh_session()
    notes = noted(session, 3)
    record = session.review.record("notes", notes[2])
    session.review.put("notes", notes[2], {**record, "lost": True})
    session = Session(session.review, session.parse, ZHANG)
    assert [one.id for one in threads(session.view).notes] == [notes[2], *notes[:2]]


def test_a_note_can_be_about_what_it_lies_on_and_the_heading_above() -> None:
    session = fresh_session()
    (note,) = noted(session)
    found = items_near(session.view, session.view.note(note))
    assert found[0].id == session.view.metrics[0].id
    assert {one.kind for one in found} <= {"metric", "heading"}


def test_boxes_touch_where_they_overlap_on_the_same_page() -> None:
    box = (Place(1, None, (Box(0, 0, 10, 10).quad(),)),)
    assert touches(box, (Place(1, (3, 5), (Box(5, 5, 20, 20).quad(),)),))
    assert not touches(box, (Place(1, None, (Box(10, 0, 20, 10).quad(),)),))
    assert not touches(box, (Place(2, None, (Box(0, 0, 10, 10).quad(),)),))


def test_a_finding_becomes_a_note_about_it_where_it_stands() -> None:
    session = fresh_session()
    metric = session.view.metrics[0]  # any item will do
    edit = verbs_threads.note_of_finding(session.view, finding=metric.id, text="前后不一致", by=ME)
    session.apply(edit)
    note = session.view.note(edit.ids[0])
    assert (note.about, note.text, note.quote, note.places) == (metric.id, "前后不一致", metric.quote, metric.places)
