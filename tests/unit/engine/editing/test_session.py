from __future__ import annotations

import pytest

from engine.editing import front, verbs, verbs_notes, verbs_outline, verbs_review, verbs_text
from engine.editing.coverage import coverage
from engine.editing.edit import RecordChange, combine
from engine.editing.journey import happenings
from engine.editing.machine import parse_id
from engine.editing.session import Session, Step
from engine.model.place import Place
from tests.data.reviews import LI, ZHANG, fresh_session, places_of, sample_parse

ME = ZHANG.id


def state(session: Session) -> dict[str, object]:
    return {
        name: dict(records) for name, records in session.snapshot().sections.items() if name not in ("log", "people")
    }


def test_a_changed_field_is_in_force_and_the_machine_stays_beside_it() -> None:
    session = fresh_session()
    metric = session.view.metrics[3]
    changes = session.apply(verbs.set_field(session.view, item=metric.id, field="value", value="250000", by=ME))
    changed = session.view.item(metric.id)
    assert changed is not None
    assert (changed.value("value"), changed.machine("value"), changed.reading) == (250000, 130000.0, "corrected")
    assert changed.verdict == "open"
    assert metric.id in changes.ids
    assert changes.pages == {1}
    assert "metric" in changes.kinds


def test_setting_what_the_machine_reads_takes_the_correction_back() -> None:
    session = fresh_session()
    one = session.view.metrics[3].id
    session.apply(verbs.set_field(session.view, item=one, field="unit", value="人", by=ME))
    session.apply(verbs.set_field(session.view, item=one, field="unit", value="户", by=ME))
    assert session.view.item(one).reading == "machine"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [("value", "许多", "field.not-a-number"), ("status", "done", "field.not-a-choice"), ("name", " ", "field.empty"),
     ("colour", "red", "field.unknown"), ("value", float("inf"), "field.not-a-number")],
)  # fmt: skip
def test_a_value_that_the_field_cannot_hold_is_refused_by_code(field: str, value: object, code: str) -> None:
    session = fresh_session()
    with pytest.raises(ValueError, match=code):
        verbs.set_field(session.view, item=session.view.metrics[0].id, field=field, value=value, by=ME)


def test_typing_is_one_step_until_the_editor_is_left() -> None:
    session = fresh_session()
    one = session.view.metrics[0].id
    for word in ("固", "固定", "固定电话"):
        session.apply(verbs.set_field(session.view, item=one, field="name", value=word, by=ME))
    session.end_merging()
    session.apply(verbs.set_field(session.view, item=one, field="name", value="电话", by=ME))
    session.undo()
    assert session.view.item(one).value("name") == "固定电话"  # type: ignore[union-attr]
    session.undo()
    assert session.view.item(one).reading == "machine"  # type: ignore[union-attr]
    assert session.undo_name is None


def test_what_was_decided_one_by_one_stays_so_when_all_are_marked_in_bulk() -> None:
    session = fresh_session()
    ids = [item.id for item in session.view.metrics[:4]]
    session.apply(verbs.set_verdict(session.view, item=ids[0], verdict="correct", by=ME))
    session.apply(verbs.set_verdict(session.view, item=ids[1], verdict="wrong", by=ME))
    session.apply(verbs.set_verdicts(session.view, items=ids, verdict="correct", by=ME))
    told = [session.review.sections["verdicts"][f"{one}/{ME}"] for one in ids]
    assert [(one["verdict"], one["bulk"]) for one in told] == [("correct", False)] + [("correct", True)] * 3


def test_the_log_tells_of_typing_what_stood_before_it_and_after_it() -> None:
    session = fresh_session()
    one = session.view.metrics[0].id
    session.apply(verbs.set_verdict(session.view, item=one, verdict="wrong", by=ME))
    edit = verbs_notes.add_note(session.view, type="note", places=(), quote=None, color="", text="", by=ME)
    session.apply(edit)
    for word in ("请", "请核", "请核实"):
        session.apply(verbs_notes.change_note(session.view, note=edit.ids[0], by=ME, text=word))
    session.end_merging()
    for value in ("2025-12-01", "2025-12-02"):
        session.apply(front.set_front(session.view, field="date", value=value, by=ME))
    told = [(one.section, one.field, one.before, one.after) for one in happenings(session.review)[2:]]
    assert told[0] == ("notes", "text", "", "请核实")
    assert [one[:3] for one in told[1:]] == [("front", "", None)]
    assert told[1][3]["value"] == "2025-12-02"


def test_undo_of_everything_equals_the_beginning_and_redo_the_end() -> None:
    session = fresh_session()
    start = state(session)
    view, metric = session.view, session.view.metrics[0].id
    heading = session.view.headings[1].id
    session.apply(verbs.set_field(view, item=metric, field="period", value="全年", by=ME))
    session.apply(verbs.set_verdict(view, item=metric, verdict="wrong", should_be="25万户", by=ME))
    session.apply(verbs.set_heading_level(view, item=heading, level=3, by=ME))
    session.apply(verbs.reject(view, item=view.metrics[1].id, by=ME))
    note = verbs_notes.add_note(
        view, type="highlight", places=places_of(1, 3, 4, 2), quote="固定电话", color="", text="核对", by=ME
    )
    session.apply(note)
    session.apply(verbs_notes.change_note(view, note=note.ids[0], by=ME, text="再核对"))
    session.apply(verbs_notes.delete_note(view, note=note.ids[0], by=ME))
    session.apply(front.set_front(view, field="title", value="在大会上的讲话", by=ME))
    end = state(session)
    while session.undo() is not None:
        pass
    assert state(session) == start
    while session.redo() is not None:
        pass
    assert state(session) == end


def test_verdicts_are_per_person_and_never_touch_the_reading() -> None:
    session = fresh_session()
    one = session.view.metrics[0].id
    session.apply(
        verbs.set_verdict(session.view, item=one, verdict="wrong", should_be="3", verified_with="统计局", by=ME)
    )
    session.set_person(LI)
    item = session.view.item(one)
    assert item is not None
    assert (item.verdict, item.reading, set(item.verdicts)) == ("open", "machine", {ME})
    session.apply(verbs.set_verdict(session.view, item=one, verdict="correct", by=LI.id))
    assert session.view.item(one).verdict == "correct"  # type: ignore[union-attr]
    assert session.view.item(one).verdicts[ME]["shouldBe"] == "3"  # type: ignore[union-attr]


def test_one_person_with_two_ids_is_one_person() -> None:
    session = fresh_session()
    one = session.view.metrics[0].id
    session.apply(verbs.set_verdict(session.view, item=one, verdict="correct", by=ME))
    session.set_person(ZHANG._replace(id="33333333-3333-4333-8333-333333333333"))
    session.apply(
        verbs.set_verdict(session.view, item=session.view.metrics[1].id, verdict="correct", by=session.person.id)
    )
    session.set_person(session.person)
    assert session.view.item(one).verdict == "correct"  # type: ignore[union-attr]
    assert coverage(session.view).second == 0


def test_bulk_is_one_step_and_marked() -> None:
    session = fresh_session()
    ids = [item.id for item in session.view.metrics]
    session.apply(verbs.set_verdicts(session.view, items=ids, verdict="correct", by=ME))
    assert coverage(session.view).bulk == len(ids)
    assert session.undo_name == "set-verdict:bulk"
    session.undo()
    assert coverage(session.view).open == len(ids)


def test_one_value_fills_many_rows_in_one_step() -> None:
    session = fresh_session()
    ids = [item.id for item in session.view.metrics[:5]]
    session.apply(verbs.fill_field(session.view, items=ids, field="period", value="2023年", by=ME))
    assert {session.view.item(one).value("period") for one in ids} == {"2023年"}  # type: ignore[union-attr]
    session.undo()
    assert session.undo_name is None


def test_two_fields_of_one_item_set_in_one_step_are_both_in_force() -> None:
    session = fresh_session()
    one = session.view.metrics[0].id
    edits = [verbs.set_field(session.view, item=one, field=field, value=value, by=ME)
             for field, value in (("value", 7), ("unit", "人"))]  # fmt: skip
    session.apply(combine(edits, "edit-quantity"))
    item = session.view.item(one)
    assert item is not None
    assert (item.value("value"), item.value("unit")) == (7, "人")


def test_coverage_counts_numerals_once_by_the_verdict_of_their_metric() -> None:
    session = fresh_session()
    total = len(session.view.numerals)
    first, second, third = (item.id for item in session.view.metrics[:3])
    session.apply(verbs.set_verdict(session.view, item=first, verdict="wrong", by=ME))
    session.apply(verbs.set_verdict(session.view, item=second, verdict="correct", by=ME))
    session.apply(verbs.reject(session.view, item=third, by=ME))
    counts = coverage(session.view)
    assert (counts.total, counts.wrong, counts.correct, counts.rejected, counts.open) == (total, 1, 1, 1, total - 3)
    assert counts.first == 3


def test_a_split_stands_in_the_place_of_the_whole_and_gives_it_back() -> None:
    session = fresh_session()
    heading = session.view.headings[2]
    part = verbs_outline.Part(heading.places, "一", {"title": "前半"})
    edit = verbs_outline.split_item(
        session.view, item=heading.id, parts=(part, part._replace(fields={"title": "后半"})), by=ME
    )
    session.apply(edit)
    titles = [item.value("title") for item in session.view.headings]
    assert "前半" in titles
    assert "后半" in titles
    assert heading.id not in {item.id for item in session.view.headings}
    for one in edit.ids[:2]:
        session.apply(verbs.remove_item(session.view, item=one, by=ME))
    assert heading.id in {item.id for item in session.view.headings}


def test_merged_headings_are_one_with_their_words_joined() -> None:
    session = fresh_session()
    ids = [item.id for item in session.view.headings[:2]]
    words = "".join(str(item.value("title")) for item in session.view.headings[:2])
    edit = verbs_outline.merge_items(session.view, items=ids, by=ME)
    session.apply(edit)
    merged = session.view.item(edit.ids[0])
    assert merged is not None
    assert merged.value("title") == words
    assert merged.reading == "added"
    assert not {item.id for item in session.view.headings} & set(ids)


def test_a_range_of_headings_moves_one_level_in_one_step() -> None:
    session = fresh_session()
    ids = [item.id for item in session.view.headings]
    before = [item.value("level") for item in session.view.headings]
    session.apply(verbs_outline.shift_headings(session.view, items=ids, levels=1, by=ME))
    assert [item.value("level") for item in session.view.headings] == [level + 1 for level in before]
    session.undo()
    assert [item.value("level") for item in session.view.headings] == before


def test_an_added_item_stands_in_text_order() -> None:
    session = fresh_session()
    third = session.view.metrics[2]
    edit = verbs.add_item(
        session.view, kind="metric", places=places_of(1, third.places[0].chars[1] + 1, 3, 2), quote="9万户",  # type: ignore[index]
        fields={"name": "补充", "value": 90000, "unit": "户", "kind": "level", "status": "achieved"}, by=ME,
    )  # fmt: skip
    session.apply(edit)
    ids = [item.id for item in session.view.metrics]
    assert ids.index(edit.ids[0]) == 3
    assert session.view.item(edit.ids[0]).quote == "9万户"  # type: ignore[union-attr]


def test_notes_know_what_they_are_about_and_their_replies() -> None:
    session = fresh_session()
    metric = session.view.metrics[0]
    note = verbs_notes.add_note(
        session.view, type="note", places=(), quote=None, color="", text="来源？", by=ME, about=metric.id
    )
    session.apply(note)
    answer = verbs_notes.reply(session.view, note=note.ids[0], text="统计局", by=LI.id)
    session.apply(answer)
    session.apply(verbs_notes.set_note_state(session.view, note=note.ids[0], state="accepted", by=LI.id))
    assert session.view.item(metric.id).note_ids == (note.ids[0],)  # type: ignore[union-attr]
    assert session.view.note(note.ids[0]).states == {LI.id: "accepted"}  # type: ignore[union-attr]
    session.apply(verbs_notes.delete_note(session.view, note=note.ids[0], by=ME))
    assert session.view.item(metric.id).note_ids == ()  # type: ignore[union-attr]
    assert session.view.note(note.ids[0]).deleted  # type: ignore[union-attr]


def test_repairs_and_breaks_are_kept_and_taken_back() -> None:
    session = fresh_session()
    places = places_of(1, 0, 2, 0)
    repair = verbs_text.repair_characters(session.view, places=places, quote=None, before="布臵", after="布置", by=ME)
    session.apply(repair)
    session.apply(verbs_text.join_or_split(session.view, op="join", places=places, quote=None, by=ME))
    session.apply(verbs_text.take_back(session.view, section="characters", key=repair.ids[0], by=ME))
    assert session.review.sections["characters"][repair.ids[0]]["deleted"] is True
    assert len(session.review.sections["breaks"]) == 1


def test_the_history_of_a_record_tells_who_changed_what_from_what_to_what() -> None:
    session = fresh_session()
    one = session.view.metrics[0].id
    session.apply(verbs.set_field(session.view, item=one, field="name", value="甲", by=ME))
    session.end_merging()
    session.set_person(LI)
    session.apply(verbs.set_field(session.view, item=one, field="name", value="乙", by=LI.id))
    session.apply(verbs.set_verdict(session.view, item=one, verdict="wrong", by=LI.id))
    machine = session.view.item(one).machine("name")  # type: ignore[union-attr]
    told = [(event.by, event.field, event.before, event.after) for event in session.view.chronicle.of(one)]
    assert told[0] == (ME, "name", machine, "甲")
    assert told[1] == (LI.id, "name", "甲", "乙")
    assert told[2][0] == LI.id
    assert machine == sample_parse().metrics[0].name


def test_an_outside_change_drops_only_the_steps_that_touched_the_record() -> None:
    session = fresh_session()
    first, second = (item.id for item in session.view.metrics[:2])
    for one in (first, second):
        session.apply(verbs.set_verdict(session.view, item=one, verdict="correct", by=ME))
    key = f"{second}/{ME}"
    before = session.review.record("verdicts", key)
    outside = verbs.set_verdict(session.view, item=second, verdict="wrong", by=ME).changes[-1]
    session.absorb([outside._replace(before=before)])
    assert session.undo() is not None
    assert session.view.item(first).verdict == "open"  # type: ignore[union-attr]
    assert session.undo() is None
    assert session.view.item(second).verdict == "wrong"  # type: ignore[union-attr]


def test_a_statement_says_when_the_pdf_is_another_one() -> None:
    session = fresh_session()
    session.apply(verbs_review.complete(session.view, pages=3, by=ME))
    statement = verbs_review.statement_in_force(session.review)
    assert statement is not None
    assert statement["counts"]["total"] == len(session.view.numerals)
    assert not statement["differs"]
    session.review.meta["source"] = {**session.review.source, "sha256": "cd" * 32}
    assert verbs_review.statement_in_force(session.review)["differs"]  # type: ignore[index]


def test_a_session_works_without_a_parse_and_shows_what_was_touched() -> None:
    session = fresh_session()
    one = session.view.metrics[5].id
    session.apply(verbs.set_field(session.view, item=one, field="name", value="甲", by=ME))
    blind = Session(session.snapshot(), None, ZHANG)
    assert [item.id for item in blind.view.metrics] == [one]
    assert blind.view.item(one).value("name") == "甲"  # type: ignore[union-attr]
    blind.set_parse(sample_parse())
    assert len(blind.view.metrics) == 60
    assert not blind.is_dirty


def test_every_step_is_told_to_the_journal_with_its_log_entry() -> None:
    steps: list[Step] = []
    session = fresh_session()
    journaled = Session(session.review, sample_parse(), ZHANG, on_step=steps.append)
    journaled.apply(verbs.reject(journaled.view, item=journaled.view.metrics[0].id, by=ME))
    journaled.undo()
    assert [step.entry["op"] for step in steps] == ["reject", "undo:reject"]
    assert [step.entry["lamport"] for step in steps] == [1, 2]


def test_a_parse_id_is_the_same_for_the_same_engine_and_pdf() -> None:
    assert parse_id(sample_parse()) == parse_id(sample_parse())
    assert parse_id(sample_parse()) != parse_id(sample_parse(engine="0.2.0"))


def test_moves_of_a_run_are_one_step_until_merging_ends() -> None:
    session = fresh_session()
    quad = (0.0, 20.0, 40.0, 20.0, 0.0, 0.0, 40.0, 0.0)
    places = [(Place(1, None, (tuple(number + step for number in quad),)),) for step in range(4)]
    made = verbs_notes.add_note(session.view, type="box", places=places[0], quote=None, color="", text="", by=ZHANG.id)
    session.apply(made)
    note = made.ids[0]

    def move(step: int) -> None:
        edit = verbs_notes.move_note(session.view, note=note, places=places[step], quote=None, by=ZHANG.id, is_run=True)
        session.apply(edit)

    move(1)
    move(2)
    session.end_merging()
    move(3)
    session.undo()
    assert session.view.note(note).places == places[2]
    session.undo()
    assert session.view.note(note).places == places[0]


def test_what_a_fork_did_is_as_if_it_had_been_done_here() -> None:
    told: list[Step] = []
    here = Session(fresh_session().review, sample_parse(), ZHANG, on_step=told.append)
    there = Session(here.review.snapshot(), sample_parse(), ZHANG)
    edit = verbs.set_verdict(here.view, item=here.view.metrics[3].id, verdict="wrong", by=ME)
    fork = here.fork()
    for session in (fork, there):
        session.apply(edit)
        session.set_parse(sample_parse(engine="0.2.0"))
    assert here.view.metrics[3].verdict == "open"
    assert told == []
    assert here.adopt(fork)
    assert here.is_dirty
    assert [step.changes for step in told] == [(*told[0].changes[:1], *edit.changes)]
    assert [item.verdict for item in here.view.metrics] == [item.verdict for item in there.view.metrics]
    assert here.parse is fork.parse
    here.undo()
    assert here.view.metrics[3].verdict == "open"
    assert here.undo_name is None


@pytest.mark.parametrize("change", ["apply", "undo", "parse", "person", "absorb"])
def test_a_fork_is_not_taken_over_what_was_done_since(change: str) -> None:
    session = fresh_session()
    session.apply(verbs.reject(session.view, item=session.view.metrics[0].id, by=ME))
    fork = session.fork()
    fork.apply(verbs.reject(fork.view, item=fork.view.metrics[1].id, by=ME))
    match change:
        case "apply":
            session.apply(verbs.reject(session.view, item=session.view.metrics[2].id, by=ME))
        case "undo":
            session.undo()
        case "parse":
            session.set_parse(sample_parse(engine="0.2.0"))
        case "person":
            session.set_person(LI)
        case _:
            session.absorb([RecordChange("notes", "n", None, {"text": "外"})])
    before = session.snapshot().sections
    assert not session.adopt(fork)
    assert session.snapshot().sections == before
    assert session.view.metrics[1].reading == "machine"
