"""Human work after a re-parse: applied, absorbed, conflict, orphan; nothing is dropped."""

from __future__ import annotations

import msgspec

from engine.editing import verbs, verbs_notes, verbs_review
from engine.editing.edit import Edit, RecordChange, combine
from engine.editing.matching import same_value
from engine.editing.session import Session
from engine.model.parse import Metric, Parse
from tests.data.reviews import LI, ZHANG, fresh_session, parse_of, sample_parse

ME = ZHANG.id


def changed(parse: Parse, at: int, **fields: object) -> Parse:
    """The parse of a newer engine that reads one metric otherwise."""
    metrics: list[Metric] = list(parse.metrics)
    metrics[at] = msgspec.structs.replace(metrics[at], **fields)
    return msgspec.structs.replace(parse, engine="0.2.0", metrics=tuple(metrics))


def corrected() -> Session:
    session = fresh_session()
    one = session.view.metrics[4].id
    session.apply(verbs.set_field(session.view, item=one, field="value", value=25, by=ME))
    session.apply(verbs.set_verdict(session.view, item=one, verdict="wrong", by=ME))
    return session


def test_a_correction_the_machine_still_needs_is_applied() -> None:
    session = corrected()
    session.set_parse(changed(sample_parse(), 9, name="别的"))
    item = session.view.metrics[4]
    assert (item.value("value"), item.override("value")["state"], item.verdict) == (25, "applied", "wrong")  # type: ignore[index]


def test_a_correction_the_machine_has_learnt_is_absorbed() -> None:
    session = corrected()
    session.set_parse(changed(sample_parse(), 4, value=25.0))
    item = session.view.metrics[4]
    assert (item.value("value"), item.override("value")["state"], item.reading) == (25, "absorbed", "machine")  # type: ignore[index]


def test_where_the_machine_changed_its_mind_both_are_shown_and_the_humans_counts() -> None:
    session = corrected()
    session.set_parse(changed(sample_parse(), 4, value=99.0))
    item = session.view.metrics[4]
    assert (item.value("value"), item.conflicts["value"]) == (25, (25, 99.0))
    session.apply(verbs_review.decide_field(session.view, item=item.id, field="value", value=99, by=ME))
    again = session.view.metrics[4]
    assert (again.value("value"), again.conflicts, again.reading) == (99.0, {}, "machine")


def test_an_item_the_machine_no_longer_finds_is_listed_with_its_work() -> None:
    session = corrected()
    parse = sample_parse(engine="0.2.0")
    without = msgspec.structs.replace(parse, metrics=(*parse.metrics[:4], *parse.metrics[5:]))
    session.set_parse(without)
    assert len(session.view.metrics) == 59
    (orphan,) = session.view.orphans
    assert (orphan.value("value"), orphan.verdict, orphan.quote) == (25, "wrong", "14万户")
    session.set_parse(sample_parse(engine="0.3.0"))
    assert session.view.orphans == ()
    assert session.view.metrics[4].value("value") == 25


def test_a_parse_is_no_step_and_makes_nothing_dirty() -> None:
    session = corrected()
    session.mark_saved(session.revision)
    name = session.undo_name
    session.set_parse(sample_parse(engine="0.2.0"))
    assert not session.is_dirty
    assert session.undo_name == name


def test_undo_reaches_back_over_a_parse() -> None:
    session = corrected()
    session.set_parse(sample_parse(engine="0.2.0"))
    session.undo()
    session.undo()
    assert session.undo_name is None
    assert {item.reading for item in session.view.metrics} == {"machine"}
    assert {item.verdict for item in session.view.metrics} == {"open"}
    assert len(session.view.metrics) == 60
    session.redo()
    assert session.view.metrics[4].value("value") == 25


def test_old_parses_are_cut_to_what_human_work_refers_to() -> None:
    session = corrected()
    session.apply(verbs.reject(session.view, item=session.view.metrics[0].id, by=ME))
    session.undo()
    parses = session.snapshot().meta["parses"]
    assert [list(parse["metrics"]) for parse in parses.values()] == [["m5"]]
    assert "span" not in parses[session.view.parse_id]["metrics"]["m5"]


def test_two_reviewers_with_two_engines_meet_at_one_item() -> None:
    base = fresh_session().snapshot()
    old = Session(base.snapshot(), sample_parse(), ZHANG)
    old.apply(verbs.set_field(old.view, item=old.view.metrics[4].id, field="value", value=25, by=ME))
    old.apply(verbs.set_verdict(old.view, item=old.view.metrics[4].id, verdict="wrong", by=ME))
    note = verbs_notes.add_note(
        old.view, type="note", places=(), quote=None, color="", text="看", by=ME, about=old.view.metrics[4].id
    )
    old.apply(note)
    new = Session(old.snapshot(), None, LI)
    review = new.review
    newer = sample_parse(engine="0.2.0")
    fresh = Session(fresh_session().snapshot(), newer, LI)
    fresh.apply(verbs.set_verdict(fresh.view, item=fresh.view.metrics[4].id, verdict="correct", by=LI.id))
    for section in ("targets", "verdicts"):
        for key, record in fresh.review.sections[section].items():
            review.put(section, key, record)
    session = Session(review, newer, LI)
    item = session.view.metrics[4]
    assert (item.value("value"), set(item.verdicts), item.verdict) == (25, {ME, LI.id}, "correct")
    assert item.note_ids == note.ids
    assert session.view.orphans == ()
    assert len(session.view.metrics) == 60


def with_another_id(session: Session, one: str) -> str:
    """An edit of a colleague whose engine gave the same item another id; that id."""
    theirs = Session(fresh_session().snapshot(), sample_parse(engine="9.0.0"), LI)
    other = theirs.view.metrics[4].id
    theirs.apply(verbs.set_verdict(theirs.view, item=other, verdict="doubtful", by=LI.id))
    targets, verdicts = theirs.review.sections["targets"], theirs.review.sections["verdicts"]
    known = {**targets[other], "now": one}
    changes = [RecordChange("targets", other, None, known)]
    changes += [RecordChange("verdicts", key, None, record) for key, record in verdicts.items()]
    session.apply(Edit("import-review", tuple(changes)))
    return other


def test_work_keeps_its_id_beside_a_trace_of_work_that_was_taken_back() -> None:
    session = fresh_session()
    one = session.view.metrics[4].id
    session.apply(verbs.set_verdict(session.view, item=one, verdict="wrong", by=ME))
    session.undo()
    other = with_another_id(session, one)
    session.set_parse(sample_parse(engine="0.2.0"))
    assert set(session.review.sections["verdicts"]) == {f"{other}/{LI.id}"}
    assert session.view.metrics[4].verdicts.keys() == {LI.id}


def test_steps_about_items_found_to_be_one_are_dropped_and_no_others() -> None:
    session = fresh_session()
    session.apply(verbs.set_field(session.view, item=session.view.metrics[7].id, field="value", value=3, by=ME))
    one = session.view.metrics[4].id
    session.apply(verbs.set_verdict(session.view, item=one, verdict="wrong", by=ME))
    with_another_id(session, one)
    session.set_parse(sample_parse(engine="0.2.0"))
    assert session.view.metrics[4].verdicts.keys() == {ME, LI.id}
    assert len(session.steps) == 1
    session.undo()
    assert session.view.metrics[4].verdicts.keys() == {ME, LI.id}
    assert {item.reading for item in session.view.metrics} == {"machine"}
    assert session.view.orphans == ()


def test_two_ids_of_one_item_are_never_taken_for_two_items_that_are_alike() -> None:
    lines = [f"全市固定电话第{at}批用户达到5{at}万户，协调推进落实改革服务群众。" for at in range(6)]
    session = Session(fresh_session().snapshot(), parse_of(lines), ZHANG)
    one = session.view.metrics[4].id
    session.apply(verbs.set_verdict(session.view, item=one, verdict="wrong", by=ME))
    theirs = Session(fresh_session().snapshot(), parse_of(lines, engine="9.0.0"), LI)
    other = theirs.view.metrics[4].id
    theirs.apply(verbs.set_verdict(theirs.view, item=other, verdict="doubtful", by=LI.id))
    review = session.snapshot()
    for section in ("targets", "verdicts"):
        review.sections[section].update(theirs.review.sections[section])
    again = Session(review, parse_of(lines, engine="0.2.0"), ZHANG)
    assert [sorted(item.verdicts) for item in again.view.metrics] == [[], [], [], [], [ME, LI.id], []]
    assert not any(record.get("reopened") for record in review.sections["verdicts"].values())


def test_several_fields_reset_in_one_step_leave_no_empty_record() -> None:
    session = fresh_session()
    one = session.view.metrics[0].id
    for field, value in (("value", 7), ("name", "别的"), ("unit", "个")):
        session.apply(verbs.set_field(session.view, item=one, field=field, value=value, by=ME))
    resets = [verbs.reset_field(session.view, item=one, field=field, by=ME) for field in ("value", "name", "unit")]
    session.apply(combine(resets))
    assert session.review.record("overrides", one) is None
    session.undo()
    assert session.view.item(one).value("name") == "别的"  # type: ignore[union-attr]


def test_a_truth_value_is_not_the_number_one() -> None:
    assert not same_value(True, 1)
    assert same_value((1, 2.0), [1.0, 2])


def test_what_was_taken_back_is_no_orphan() -> None:
    session = corrected()
    session.undo()
    session.undo()
    session.set_parse(parse_without(4))
    assert session.view.orphans == ()


def parse_without(at: int) -> Parse:
    parse = sample_parse(engine="0.2.0")
    return msgspec.structs.replace(parse, metrics=(*parse.metrics[:at], *parse.metrics[at + 1 :]))


def test_every_figure_of_a_long_list_is_told_as_changed_when_a_bound_is_put_to_one() -> None:
    one = "、".join(f"{who}{430 + at}万户" for at, who in enumerate("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳"))
    texts, quotes = [f"其中{one}。", "全市累计建成光缆三条。"], one.split("、")
    session = Session(fresh_session().snapshot(), listing(texts, quotes, "ab"), ZHANG)
    ids = [item.id for item in session.view.metrics]
    session.apply(verbs.set_verdicts(session.view, items=ids, verdict="correct", by=ME))
    quotes[14] = "辰超过444万户"
    texts[0] = texts[0].replace("辰444万户", quotes[14])
    session.set_parse(listing(texts, quotes, "cd"))
    assert session.view.orphans == ()
    told = [(item.id, item.verdict, item.former) for item in session.view.metrics]
    assert told == [(ids[at], "open", f"{430 + at}万户") for at in range(16)]


def listing(texts: list[str], quotes: list[str], sha: str) -> Parse:
    """A parse of sentences whose first one holds all the metrics, named by their first character."""
    parse = parse_of(texts, sha=sha * 32)
    first, found, at = texts[0], [], 0
    (pattern,) = parse.metrics
    for number, quote in enumerate(quotes, 1):
        at = first.index(quote, at)
        span = (at + 1, at + len(quote))
        found.append(
            msgspec.structs.replace(pattern, id=f"m{number}", name=quote[0], quote=quote[1:], span=span, places=())
        )
    return msgspec.structs.replace(parse, metrics=tuple(found), numerals=())
