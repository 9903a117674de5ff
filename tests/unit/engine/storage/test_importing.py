"""What comes in from outside comes as one step that undo takes back whole: a colleague's review, an earlier draft's, an
earlier version."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from engine.anchoring.anchor import Quote
from engine.editing import verbs, verbs_notes
from engine.editing.journey import happenings
from engine.editing.review import Review
from engine.editing.session import Person, Session
from engine.editing.unplaced import unplaced
from engine.storage.binding import PdfText
from engine.storage.codec import encode
from engine.storage.importing import carried_over, holds, import_review, made_anew, restored
from engine.storage.places import PdfFacts
from engine.storage.saver import Saver
from tests.data.reviews import LI, ZHANG, fresh_session, opened_in, page_texts, parse_of, sentence, shelf_in

LINES = [sentence(number, 10 + number) for number in range(12)]


def session_of(lines: list[str] = LINES, person: Person = ZHANG, **options: str) -> Session:
    return fresh_session(parse_of(lines, **options), person)  # type: ignore[arg-type]


def state(session: Session) -> str:
    """Everything a person did, without what only serves to find it again."""
    shown = ("overrides", "verdicts", "notes", "added", "front", "conflicts", "statements")
    return json.dumps({name: session.review.sections[name] for name in shown}, sort_keys=True)


def seen(session: Session) -> list[tuple[str, Any, Any]]:
    return [(one.verdict, one.value("value"), sorted(one.verdicts)) for one in session.view.metrics]


def judge(session: Session, at: int, verdict: str = "correct") -> None:
    by = session.person.id
    session.apply(verbs.set_verdict(session.view, item=session.view.metrics[at].id, verdict=verdict, by=by))


def correct(session: Session, at: int, value: float) -> None:
    by = session.person.id
    session.apply(verbs.set_field(session.view, item=session.view.metrics[at].id, field="value", value=value, by=by))


def note(session: Session, at: int) -> str:
    metric = session.view.metrics[at]
    edit = verbs_notes.add_note(
        session.view, type="highlight", places=metric.places, quote=Quote(metric.quote), color="", text="看",
        by=session.person.id,
    )  # fmt: skip
    session.apply(edit)
    return edit.ids[0]


def test_a_colleagues_review_comes_in_as_one_step_with_its_log_and_goes_again() -> None:
    own, theirs = session_of(), session_of(person=LI)
    correct(own, 0, 7)
    judge(theirs, 0)
    correct(theirs, 0, 9)
    note(theirs, 1)
    before = state(own)
    imported = import_review(own.review, theirs.snapshot(), parse=own.parse)
    assert (imported.counts["notes"], imported.counts["verdicts"], imported.conflicts) == (1, 1, 1)
    own.apply(imported.edit)
    assert own.undo_name == "import-review"
    assert LI.id in own.view.metrics[0].verdicts
    assert set(own.view.metrics[0].conflicts["value"]) == {7, 9}
    after, log = state(own), len(own.review.sections["log"])
    own.undo()
    assert state(own) == before
    assert len(own.review.sections["log"]) == log + 1
    own.redo()
    assert state(own) == after
    assert not import_review(own.review, theirs.snapshot(), parse=own.parse).edit.changes


def test_what_a_colleague_did_is_told_once_by_the_log_and_by_his_name() -> None:
    own, theirs = session_of(), session_of(person=LI)
    judge(theirs, 0, "wrong")
    correct(theirs, 1, 9)
    own.apply(import_review(own.review, theirs.snapshot(), parse=own.parse).edit)
    told = [(one.by, one.section, one.after if one.field else one.after["verdict"]) for one in happenings(own.review)]
    assert told == [(LI.id, "verdicts", "wrong"), (LI.id, "overrides", 9)]


def test_a_review_made_with_an_older_engine_is_found_again_and_undone_whole() -> None:
    own, theirs = session_of(engine="0.2.0"), session_of(engine="0.1.0", person=LI)
    judge(own, 3)
    judge(theirs, 3, "wrong")
    judge(theirs, 4)
    before, looks = state(own), seen(own)
    imported = import_review(own.review, theirs.snapshot(), parse=own.parse)
    own.keep_parses(imported.parses)
    own.apply(imported.edit)
    assert [sorted(one.verdicts) for one in own.view.metrics[3:5]] == [[ZHANG.id, LI.id], [LI.id]]
    assert own.view.orphans == ()
    assert len(own.view.metrics) == 12
    own.undo()
    assert (state(own), seen(own)) == (before, looks)
    own.redo()
    assert LI.id in own.view.metrics[4].verdicts


def draft() -> tuple[Session, PdfFacts, PdfText]:
    """The next draft: one sentence before the others, one number changed, one sentence gone."""
    lines = ["前面加的一句话，没有数字。", *LINES]
    lines[3] = lines[3].replace("12万户", "99万户")
    del lines[6]
    session = session_of(lines, sha="cd" * 32)
    session.review.meta["source"] = {**session.review.source, "sha256": "cd" * 32}
    parse = session.parse
    assert parse is not None
    return session, PdfFacts(Path("二稿.pdf"), "cd" * 32, 10), PdfText(page_texts(lines), lambda _page: (), parse)


def test_the_next_draft_takes_over_what_did_not_change_and_says_what_did() -> None:
    former = session_of()
    for at in range(12):
        judge(former, at)
    correct(former, 0, 7)
    gone = note(former, 5)
    session, pdf, text = draft()
    before = state(session)
    carried = carried_over(session.review, former.snapshot(), pdf, text)
    assert (carried.kept, carried.reopened, carried.lost) == (10, 1, 2)
    session.keep_parses(carried.imported.parses)
    session.apply(carried.imported.edit)
    assert session.undo_name == "carry-over"
    journeys = [one.journey for one in session.view.metrics]
    assert sorted(journeys) == ["carried"] * 10 + ["changed"]
    (changed,) = [one for one in session.view.metrics if one.journey == "changed"]
    assert (changed.verdict, changed.former) == ("open", "12万户")
    assert session.view.metrics[0].value("value") == 7
    (orphan,) = session.view.orphans
    assert (orphan.journey, orphan.quote) == ("orphan", "15万户")
    assert unplaced(session.review) == {orphan.id, gone}
    session.undo()
    assert state(session) == before
    assert session.view.orphans == ()
    assert {one.verdict for one in session.view.metrics} == {"open"}


def test_a_step_made_off_the_interface_thread_counts_what_was_done_meanwhile() -> None:
    own, theirs = session_of(), session_of(person=LI)
    correct(theirs, 0, 9)
    imported = import_review(own.snapshot(), theirs.snapshot(), parse=own.parse)
    correct(own, 0, 7)
    own.apply(made_anew(imported.edit, own.review))
    assert set(own.view.metrics[0].conflicts["value"]) == {7, 9}


def test_an_earlier_version_comes_back_as_one_step() -> None:
    session = session_of()
    judge(session, 0)
    correct(session, 1, 5)
    earlier = session.snapshot()
    judge(session, 2)
    correct(session, 1, 6)
    later = note(session, 3)
    after = state(session)
    back = restored(session.review, earlier, session.parse)
    session.apply(back.edit)
    assert [one.verdict for one in session.view.metrics[:3]] == ["correct", "open", "open"]
    assert session.view.metrics[1].value("value") == 5
    assert [one.id for one in session.view.notes] == []
    assert session.review.sections["notes"][later]["deleted"]
    session.undo()
    assert state(session) == after
    assert not restored(session.review, session.snapshot(), session.parse).edit.changes


def test_a_conflict_copy_is_renamed_once_the_saved_review_holds_all_of_it(tmp_path: Path) -> None:
    opened = opened_in(tmp_path)
    saver = Saver(opened, shelf_in(tmp_path), ZHANG)
    session = Session(opened.review, parse_of(LINES), ZHANG, on_step=saver.note)
    judge(session, 0)
    saver.save(saver.snapshot(session))
    other = Session(session.snapshot(), parse_of(LINES), LI)
    note(other, 1)
    copy = tmp_path / "讲话.pdf.piyue (冲突副本).json"
    copy.write_bytes(encode(other.snapshot()))
    assert opened_in(tmp_path).copies == (copy,)
    saver.keep_aside([(copy, other.snapshot())])
    judge(session, 2)
    saver.save(saver.snapshot(session))
    assert copy.exists()  # the import was undone, or is not made yet
    session.apply(import_review(session.review, other.snapshot(), parse=session.parse).edit)
    saver.save(saver.snapshot(session))
    assert not copy.exists()
    assert opened_in(tmp_path).copies == ()
    (kept,) = tmp_path.glob("*.merged-*.json")
    assert kept.read_bytes() == encode(other.snapshot())
    saver.close()
    assert holds(opened_in(tmp_path).review, other.snapshot())
    assert not holds(Review(), other.snapshot())
