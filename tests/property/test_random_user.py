"""A random user: edits, notes, undoes, saves, closes, opens again, merges, re-parses, takes the next draft.

After every step undo of everything equals the beginning, what is loaded equals the session, and no value that stood
anywhere vanishes.
"""

from __future__ import annotations

import os
import random
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from engine.editing import front
from engine.editing.conflicts import canonical
from engine.editing.passages import correct, passage_of, set_boundary
from engine.editing.review import Review
from engine.editing.session import Session
from engine.editing.text_in_force import text_in_force
from engine.model.place import Place
from engine.storage.binding import PdfText, remember_text, settle
from engine.storage.codec import decode, encode
from engine.storage.importing import Imported, carried_over, import_review, restored
from engine.storage.opening import open_review
from engine.storage.places import PdfFacts
from engine.storage.saver import Saver
from tests.data.reviews import LI, ZHANG, page_texts, parse_of, pdf_in, sentence, shelf_in, traced
from tests.property.test_merge import command

State = dict[str, dict[str, Any]]
DERIVED = ("now", "state", "machineNow", "revived", "former", "formerSentence", "formerAnchor", "reopened")


def plain_state(review: Review) -> State:
    """The human work of a review, without what is told anew of each parse."""
    sections = {}
    for name in ("overrides", "added", "verdicts", "notes", "front", "characters", "breaks", "conflicts"):
        sections[name] = {key: without_derived(record) for key, record in review.sections[name].items()}
    return sections


def without_derived(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    return {name: without_derived(one) for name, one in value.items() if name not in DERIVED}


def by_item(state: State, review: Review) -> State:
    """The state with the work on each item under the item it is found as, whichever ids it came with; of two values of
    one field the later, conflicts by what they are about."""

    def item_of(key: str) -> str:
        seen = {key}
        while (target := review.sections["targets"].get(key, {})).get("joined") and target["joined"] not in seen:
            seen.add(key := str(target["joined"]))
        kind, _, ordinal = (target.get("now") or key).split(":")
        return f"{kind}:{ordinal}"

    overrides: dict[str, Any] = {}
    for key, fields in state["overrides"].items():
        known = overrides.setdefault(item_of(key), {})
        known.update({name: max(known.get(name, one), one, key=moment) for name, one in fields.items()})
    verdicts: dict[str, Any] = {}
    for key, record in state["verdicts"].items():
        place = f"{item_of(key.rpartition('/')[0])}/{key.rpartition('/')[2]}"
        verdicts[place] = max(verdicts.get(place, record), record, key=moment)
    conflicts: dict[str, Any] = {}
    for record in state["conflicts"].values():
        section, _, key = str(record["record"]).partition("/")
        if section in ("overrides", "verdicts"):
            key = item_of(key.partition("/")[0]) + key.partition("/")[1] + key.partition("/")[2]
        values = {canonical(one["value"]) for one in record["values"]}
        conflicts.setdefault(f"{section}/{key}/{record['field']}", set()).update(values)
    return {**state, "overrides": overrides, "verdicts": verdicts, "conflicts": conflicts}


def assert_is_all_there(before: State, after: State) -> None:
    """The same work by item; where ids came together there may be more to decide, but nothing less."""
    told, now = before["conflicts"], after["conflicts"]
    assert {**after, "conflicts": None} == {**before, "conflicts": None}
    assert all(values <= now.get(about, set()) for about, values in told.items())


def moment(record: dict[str, object]) -> str:
    return str(record.get("at"))


class RandomUser(RuleBasedStateMachine):
    """Two people, one file."""

    @initialize(seed=st.integers(0, 10**6))
    def start(self, seed: int) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="piyue-user-"))
        self.chance = random.Random(seed)
        self.lines = [sentence(seed + at, 20 + at) for at in range(12)]
        self.sha = "ab" * 32
        self.engine = 1
        self.drafts = self.unsaved = 0
        self.stood: set[str] = set()
        self.open(self.pdf())

    def pdf(self) -> PdfFacts:
        return pdf_in(self.folder, sha=self.sha)

    def text(self) -> PdfText:
        parse = traced(parse_of(self.lines, sha=self.sha, engine=f"0.{self.engine}.0"))
        return PdfText(page_texts(self.lines), lambda _page: (), parse)

    def open(self, pdf: PdfFacts) -> None:
        opened = open_review(pdf, shelf_in(self.folder))
        if opened.binding == "undecided":
            opened, bound, _ = settle(opened, self.text())
            assert bound.kind != "foreign"
        self.saver = Saver(opened, shelf_in(self.folder), ZHANG)
        self.session = Session(opened.review, self.text().parse, ZHANG, on_step=self.saver.note,
                               is_unsaved=opened.is_recovered)  # fmt: skip
        remember_text(self.session.review, pdf, self.text())
        self.beginning = plain_state(self.session.review)

    @rule(steps=st.integers(1, 4))
    def work(self, steps: int) -> None:
        for _ in range(steps):
            command(self.session, self.chance)
            self.stood |= human_values(self.session.review)

    @rule(seed=st.integers(0, 10**6))
    def correct_the_text(self, seed: int) -> None:
        correct_text(self.session, random.Random(seed))
        self.stood |= human_values(self.session.review)
        parse = text_in_force(self.session.view).parse
        assert parse is not None
        anew = text_in_force(Session(self.session.snapshot(), self.session.parse, ZHANG).view)
        assert anew.parse == parse  # what was taken from the text before stands as if it had been made from nothing
        assert anew.boundaries == text_in_force(self.session.view).boundaries
        ends = [0, *(one.span[1] for one in parse.paragraphs)]
        assert all(one.span == (ends[at], ends[at] + len(one.text)) for at, one in enumerate(parse.paragraphs))

    @rule()
    def undo(self) -> None:
        self.session.undo()

    @rule()
    def redo(self) -> None:
        self.session.redo()

    @rule()
    def save(self) -> None:
        saved = self.saver.save(self.saver.snapshot(self.session))
        if saved.outside:
            self.saver.take_in(self.session, saved)
            self.beginning = {}
        else:
            self.saver.take_in(self.session, saved)
        held = decode(saved.where.path.read_bytes())
        assert held.soundness == "sound"
        if not saved.outside:  # what came in is found in the parse in use, and written so with the next change
            assert held.review.sections == self.session.snapshot().sections

    @rule(is_saved=st.booleans())
    def close_and_open_again(self, is_saved: bool) -> None:
        if is_saved:
            self.save()
        else:
            self.saver.sync()  # a crash: the journal has it
        before = plain_state(self.session.review)
        told = by_item(before, self.session.review)
        self.saver.close()
        self.open(self.pdf())
        after = plain_state(self.session.review)
        if is_saved:
            assert after == before
        else:  # ids of one item may come together in another order
            assert_is_all_there(told, by_item(after, self.session.review))

    @rule(seed=st.integers(0, 10**6))
    def a_colleague_saves_meanwhile(self, seed: int) -> None:
        opened = open_review(self.pdf(), shelf_in(self.folder))
        if opened.binding == "undecided":
            return
        other = Saver(opened, shelf_in(self.folder)._replace(state=self.folder / "other"), LI)
        session = Session(opened.review, self.text().parse, LI, on_step=other.note)
        chance = random.Random(seed)
        for _ in range(3):
            command(session, chance)
        other.save(other.snapshot(session))
        other.close()
        self.stood |= human_values(session.review)
        self.save()

    @rule(seed=st.integers(0, 10**6))
    def import_from_a_colleague(self, seed: int) -> None:
        session = Session(self.session.snapshot(), self.text().parse, LI)
        chance = random.Random(seed)
        base = self.session.snapshot()
        for _ in range(3):
            command(session, chance)
        self.session.apply(import_review(self.session.review, session.snapshot(), base).edit)
        self.stood |= human_values(session.review)

    @rule(seed=st.integers(0, 10**6), engine=st.integers(1, 9))
    def import_what_was_made_with_another_engine(self, seed: int, engine: int) -> None:
        parse = parse_of(self.lines, sha=self.sha, engine=f"9.{engine}.0")
        session = Session(self.session.snapshot(), parse, LI)
        chance = random.Random(seed)
        for _ in range(3):
            command(session, chance)
        self.take(import_review(self.session.review, session.snapshot(), parse=self.session.parse))
        self.stood |= human_values(session.review)

    @rule(seed=st.integers(0, 10**6))
    def carry_over_a_draft_of_another_name(self, seed: int) -> None:
        sha = f"{seed:064x}"
        session = Session(Review(None, {"source": {"sha256": sha}}), parse_of(self.lines, sha=sha), LI)
        chance = random.Random(seed)
        for _ in range(3):
            command(session, chance)
        carried = carried_over(self.session.review, session.snapshot(), self.pdf(), self.text())
        self.take(carried.imported)
        self.stood |= human_values(session.review)

    @rule()
    def remember(self) -> None:
        self.earlier = self.session.snapshot(), self.sha

    @rule()
    def go_back_to_an_earlier_version(self) -> None:
        earlier, sha = getattr(self, "earlier", (None, ""))
        if earlier is not None and sha == self.sha:
            self.take(restored(self.session.review, earlier, self.session.parse))

    def take(self, imported: Imported) -> None:
        if imported.edit.changes:
            fork = self.session.fork()
            fork.keep_parses(imported.parses)
            fork.apply(imported.edit)
            assert self.session.adopt(fork)

    @rule()
    def parse_again(self) -> None:
        self.engine += 1
        before = plain_state(self.session.review)
        steps = len(self.session.steps)
        revision = self.session.revision
        self.session.set_parse(self.text().parse)
        after = plain_state(self.session.review)
        if after != before:  # ids of one item have come together
            review = self.session.review
            assert_is_all_there(by_item(before, review), by_item(after, review))
        if len(self.session.steps) < steps:  # they cannot be taken back any more
            self.beginning = {}
        assert self.session.revision == revision
        assert not self.session.view.orphans

    @rule(at=st.integers(0, 11), seed=st.integers(0, 10**6), is_saved=st.booleans())
    def take_the_next_draft(self, at: int, seed: int, is_saved: bool) -> None:
        self.unsaved = 0 if is_saved or self.unsaved == 3 or not self.saver.where.path.exists() else self.unsaved + 1
        if not self.unsaved:  # after more drafts the saved one would be somebody else's document
            self.save()
        else:
            self.saver.sync()  # a crash, and before it is opened again the PDF is replaced
        self.saver.close()
        digits = self.lines[at].partition("万户")[0]
        number = digits[len(digits.rstrip("0123456789")) :]
        self.lines[at] = self.lines[at].replace(f"{number}万户", f"{int(number) + 1 + seed % 50}万户")
        self.drafts += 1
        self.sha = f"{self.drafts:08x}{seed:056x}"
        self.open(self.pdf())

    @invariant()
    def undo_of_everything_is_the_beginning(self) -> None:
        if not self.beginning:
            return
        end = plain_state(self.session.review)
        steps = 0
        while self.session.undo() is not None:
            steps += 1
        assert plain_state(self.session.review) == self.beginning
        for _ in range(steps):
            self.session.redo()
        assert plain_state(self.session.review) == end

    @invariant()
    def loading_equals_saving(self) -> None:
        snapshot = self.session.snapshot()
        again = decode(encode(snapshot)).review
        assert again.sections == snapshot.sections
        assert {name: again.meta.get(name) for name in snapshot.meta} == snapshot.meta

    @invariant()
    def nothing_that_stood_vanishes(self) -> None:
        held = human_values(self.session.review) | logged_values(self.session.review)
        assert self.stood <= held, self.stood - held

    def teardown(self) -> None:
        if hasattr(self, "saver"):
            self.saver.close()
            shutil.rmtree(self.folder, ignore_errors=True)


def correct_text(session: Session, chance: random.Random) -> None:
    """One random correction of the document's fields, of characters, or of a paragraph boundary."""
    view, by = session.view, session.person.id
    parse = view.parse
    assert parse is not None
    paragraph = chance.choice(parse.paragraphs[1:])
    length = chance.randrange(1, 6)
    at = chance.randrange(len(paragraph.text) - length)
    place = paragraph.places[0]
    assert place.chars is not None
    places = (Place(place.page, (place.chars[0] + at, place.chars[0] + at + length), place.quads),)
    words = f"改{chance.random()}"
    with suppress(ValueError):  # said and refused: a break inside a correction, at the beginning of a paragraph
        match chance.randrange(5):
            case 0:
                session.apply(front.set_front(view, field=chance.choice(("title", "issuer")), value=words, by=by))
            case 1:
                session.apply(front.reset_front(view, field="title", by=by))
            case 2:
                passage = passage_of(view, places)
                session.apply(correct(view, passage, printed=passage.machine, after=words, by=by))
            case 3:
                session.apply(set_boundary(view, op="join", offset=chance.randrange(200), by=by))
            case _:
                session.apply(set_boundary(view, op="split", offset=chance.randrange(200), by=by))
    session.end_merging()


def human_values(review: Review) -> set[str]:
    """Corrected values, verdicts and note texts in force."""
    found = {canonical(record["text"]) for record in review.sections["notes"].values()}
    for fields in review.sections["overrides"].values():
        found.update(canonical(record["value"]) for record in fields.values())
    found.update(canonical(record["value"]) for record in review.sections["front"].values())
    found.update(canonical(record["after"]) for record in review.sections["characters"].values())
    found.update(canonical(record.get("shouldBe")) for record in review.sections["verdicts"].values())
    return found


def logged_values(review: Review) -> set[str]:
    """Values the log and the conflicts tell of: taken back, replaced, decided against."""
    found: set[str] = set()
    for entry in review.sections["log"].values():
        for section, _, field, before, after in entry["changes"]:
            for value in (before, after):
                found.add(canonical(value))
                if not field and isinstance(value, dict):
                    found.update(canonical(one) for one in value.values())
                    if section == "overrides":
                        found.update(canonical(one.get("value")) for one in value.values() if isinstance(one, dict))
    for conflict in review.sections["conflicts"].values():
        for one in conflict["values"]:
            found.add(canonical(one["value"]))
            if isinstance(one["value"], dict):
                found.update(canonical(value) for value in one["value"].values())
    return found


IS_LONG = os.environ.get("HYPOTHESIS_PROFILE") == "new"
RandomUser.TestCase.settings = settings(
    max_examples=400 if IS_LONG else 20,
    stateful_step_count=40 if IS_LONG else 12,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestRandomUser = RandomUser.TestCase
