"""Merging: commutative, idempotent, nothing that stood on either side vanishes; two editors of two copies."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.editing import verbs, verbs_notes, verbs_review
from engine.editing.conflicts import canonical, same
from engine.editing.review import Record, Review
from engine.editing.session import Person, Session
from engine.storage.importing import import_review
from engine.storage.merge import merge
from engine.storage.saver import Saver
from tests.data.reviews import LI, ZHANG, fresh_session, opened_in, places_of, sample_parse, shelf_in

WORDS = ("甲", "乙", "丙", "丁")


def command(session: Session, chance: random.Random) -> None:
    """One random command of a user."""
    view, by = session.view, session.person.id
    metric = chance.choice(view.metrics).id if view.metrics else ""  # none are left when all were rejected
    notes = view.notes
    note = chance.choice(notes).id if notes else None
    match chance.randrange(0 if metric else 5, 11):
        case 0:
            session.apply(verbs.set_field(view, item=metric, field="name", value=chance.choice(WORDS), by=by))
        case 1:
            session.apply(verbs.set_field(view, item=metric, field="value", value=chance.randrange(9), by=by))
        case 2:
            session.apply(verbs.reset_item(view, item=metric, by=by))
        case 3:
            verdict = chance.choice(("correct", "wrong", "doubtful"))
            session.apply(verbs.set_verdict(view, item=metric, verdict=verdict, should_be=chance.choice(WORDS), by=by))
        case 4:
            session.apply(verbs.reject(view, item=metric, by=by))
        case 5 | 6:
            places = places_of(1, chance.randrange(50), 3, 2)
            text = f"{by[:2]}-{chance.random()}"
            session.apply(verbs_notes.add_note(view, type="box", places=places, quote=None, color="", text=text, by=by))
        case 7 if note:
            session.apply(verbs_notes.change_note(view, note=note, by=by, text=f"{by[:2]}-{chance.random()}"))
        case 8 if note:
            session.apply(verbs_notes.delete_note(view, note=note, by=by))
        case 9:
            session.undo()
        case _:
            session.redo()
    session.end_merging()


def values_of(review: Review) -> set[str]:
    """Every value a human gave, as text."""
    found: set[str] = set()
    for record in review.sections["notes"].values():
        found.add(canonical(record.get("text")))
    for fields in review.sections["overrides"].values():
        found.update(canonical(record["value"]) for record in fields.values())
    for record in review.sections["verdicts"].values():
        found.add(canonical([record["verdict"], record.get("shouldBe")]))
    for record in review.sections["added"].values():
        found.add(canonical(record.get("fields")))
    for conflict in review.sections["conflicts"].values():
        for one in conflict["values"]:
            value = one["value"]
            is_verdict = isinstance(value, dict) and "verdict" in value
            found.add(canonical([value["verdict"], value.get("shouldBe")] if is_verdict else value))
    return found


def comparable(review: Review) -> str:
    meta = {name: value for name, value in review.meta.items() if name not in ("revision", "activeParse")}
    return json.dumps([review.sections, meta], ensure_ascii=False, sort_keys=True)


def two_sides(seed: int, steps: int = 25) -> tuple[Review, Review, Review]:
    """A common base and two reviews that went on from it."""
    chance = random.Random(seed)
    start = fresh_session(sample_parse(12))
    for _ in range(8):
        command(start, chance)
    base = start.snapshot()
    sides = []
    for person in (ZHANG, LI):
        session = Session(base.snapshot(), sample_parse(12), person)
        for _ in range(steps):
            command(session, chance)
        sides.append(session.snapshot())
    return base, sides[0], sides[1]


@pytest.mark.parametrize("seed", range(40))
def test_merging_is_commutative_idempotent_and_loses_nothing(seed: int) -> None:
    base, mine, theirs = two_sides(seed)
    merged = merge(base, mine, theirs).review
    assert comparable(merged) == comparable(merge(base, theirs, mine).review)
    for side in (mine, theirs, merged):
        assert comparable(merge(base, merged, side).review) == comparable(merged)
    kept = values_of(merged)
    former = values_of(base)
    for side, other in ((mine, theirs), (theirs, mine)):
        given_here = values_of(side) - former
        assert given_here <= kept | set(), given_here - kept
        assert values_of(side) & values_of(other) <= kept
    assert set(merged.sections["log"]) == set(mine.sections["log"]) | set(theirs.sections["log"])


@pytest.mark.parametrize("seed", range(10))
def test_reviews_without_a_known_base_unite(seed: int) -> None:
    _, mine, theirs = two_sides(seed)
    merged = merge(None, mine, theirs).review
    assert comparable(merged) == comparable(merge(None, theirs, mine).review)
    assert comparable(merge(None, merged, theirs).review) == comparable(merged)
    assert values_of(mine) | values_of(theirs) <= values_of(merged)


def test_one_field_set_differently_on_both_sides_is_exactly_one_conflict() -> None:
    base = fresh_session().snapshot()
    sides = []
    for person, value in ((ZHANG, 25), (LI, 27)):
        session = Session(base.snapshot(), sample_parse(), person)
        session.apply(
            verbs.set_field(session.view, item=session.view.metrics[0].id, field="value", value=value, by=person.id)
        )
        sides.append(session.snapshot())
    merged = merge(base, *sides)
    assert len(merged.conflicts) == len(merged.review.sections["conflicts"]) == 1
    conflict = next(iter(merged.review.sections["conflicts"].values()))
    assert {one["value"] for one in conflict["values"]} == {25, 27}
    session = Session(merged.review, sample_parse(), ZHANG)
    item = session.view.metrics[0]
    assert set(item.conflicts["value"]) == {25, 27}
    session.apply(verbs_review.decide_field(session.view, item=item.id, field="value", value=25, by=ZHANG.id))
    assert session.view.metrics[0].conflicts == {}
    assert session.view.metrics[0].value("value") == 25
    again = merge(base, session.snapshot(), sides[1])
    assert again.conflicts == ()
    assert Session(again.review, sample_parse(), ZHANG).view.metrics[0].value("value") == 25


def test_the_same_change_on_both_sides_is_no_conflict() -> None:
    base = fresh_session().snapshot()
    sides = []
    for person in (ZHANG, LI):
        session = Session(base.snapshot(), sample_parse(), person)
        session.apply(
            verbs.set_field(session.view, item=session.view.metrics[0].id, field="value", value=25, by=person.id)
        )
        sides.append(session.snapshot())
    merged = merge(base, *sides)
    assert merged.review.sections["conflicts"] == {}


def test_a_change_wins_over_a_deletion_and_is_marked() -> None:
    start = fresh_session()
    note = verbs_notes.add_note(start.view, type="note", places=(), quote=None, color="", text="一", by=ZHANG.id)
    start.apply(note)
    base = start.snapshot()
    one, other = (Session(base.snapshot(), sample_parse(), person) for person in (ZHANG, LI))
    one.apply(verbs_notes.delete_note(one.view, note=note.ids[0], by=ZHANG.id))
    other.apply(verbs_notes.change_note(other.view, note=note.ids[0], by=LI.id, text="二"))
    record = merge(base, one.snapshot(), other.snapshot()).review.sections["notes"][note.ids[0]]
    assert (record["deleted"], record["revived"], record["text"]) == (False, True, "二")


def test_importing_a_colleagues_review_is_one_undoable_step() -> None:
    base, mine, theirs = two_sides(5)
    session = Session(mine.snapshot(), sample_parse(12), ZHANG)
    imported = import_review(session.review, theirs, base)
    before = {
        name: dict(section) for name, section in session.snapshot().sections.items() if name not in ("log", "people")
    }
    session.apply(imported.edit)
    assert imported.is_same_pdf
    assert sum(imported.counts.values()) == len(imported.edit.changes)
    session.undo()
    assert {
        name: section for name, section in session.snapshot().sections.items() if name not in ("log", "people")
    } == before


class Editor:
    """One of two people with the same file open, saving now and then."""

    def __init__(self, folder: Path, person: Person, chance: random.Random) -> None:
        opened = opened_in(folder)
        self.saver = Saver(opened, shelf_in(folder), person)
        self.session = Session(opened.review, sample_parse(12), person, on_step=self.saver.note)
        self.chance = chance

    def command(self) -> None:
        command(self.session, self.chance)

    def save(self, *, is_late: bool = False) -> None:
        """Save; with `is_late` the session works on before it takes in what the save merged."""
        snapshot = self.saver.snapshot(self.session)
        if is_late:
            self.command()
        saved = self.saver.save(snapshot)
        if is_late:
            self.command()
            second = self.saver.save(self.saver.snapshot(self.session))
            self.saver.take_in(self.session, saved)
            self.saver.take_in(self.session, second)
        else:
            self.saver.take_in(self.session, saved)


def interleaving(folder: Path, seed: int, commands: int) -> None:
    """Two editors of one file, commands and saves in a random order: at the end both see all that either ever had and
    nobody took back."""
    chance = random.Random(seed)
    editors = [Editor(folder, person, chance) for person in (ZHANG, LI)]
    given: set[str] = set()
    for _ in range(commands):
        editor = chance.choice(editors)
        editor.command()
        if chance.random() < 0.25:
            editor.save(is_late=chance.random() < 0.3)
        given = objects(editors, given)
    for editor in (*editors, *editors):
        editor.save()
    first, second = (editor.session.snapshot() for editor in editors)
    assert first.sections == second.sections
    assert opened_in(folder).review.sections == first.sections
    logged = {key for editor in editors for key in editor.session.review.sections["log"]}
    assert set(first.sections["log"]) == logged
    lost = {one for one in given if not is_told(first, one)}
    assert not lost, lost
    for editor in editors:
        editor.saver.close()


def objects(editors: list[Editor], known: set[str]) -> set[str]:
    """Ids of notes that any editor ever had."""
    return known.union(*(editor.session.review.sections["notes"] for editor in editors))


def is_told(review: Review, note: str) -> bool:
    """Whether a note is there, or its author took it back by undo (the log tells)."""
    if note in review.sections["notes"]:
        return True
    steps = [entry for entry in review.sections["log"].values() if note in entry["ids"]]
    return any(str(entry["op"]).startswith("undo:add-note") for entry in steps)


@pytest.mark.parametrize("seed", range(12))
def test_two_editors_of_one_file_lose_nothing(seed: int, tmp_path: Path) -> None:
    interleaving(tmp_path, seed, 20)


@pytest.mark.long
@pytest.mark.parametrize("block", range(6))
def test_three_hundred_interleavings_of_fifty_commands(block: int, tmp_path: Path) -> None:
    for seed in range(1000 + 50 * block, 1050 + 50 * block):
        folder = tmp_path / str(seed)
        folder.mkdir()
        interleaving(folder, seed, 50)


def records() -> st.SearchStrategy[Record | None]:
    values = st.none() | st.integers(2, 5) | st.sampled_from(WORDS)
    plain: Any = st.dictionaries(st.sampled_from(("text", "color", "tags", "states", "x")), values, max_size=4)
    return st.none() | st.builds(lambda fields, deleted: {**fields, "deleted": deleted}, plain, st.booleans())


@given(st.lists(st.tuples(records(), records(), records()), max_size=4))
def test_any_records_merge_the_same_both_ways(
    triples: list[tuple[Record | None, Record | None, Record | None]],
) -> None:
    base, mine, theirs = (Review({}, {"documentId": "d"}) for _ in range(3))
    for at, triple in enumerate(triples):
        for review, record in zip((base, mine, theirs), triple, strict=True):
            review.put("notes", str(at), record)
    one = merge(base, mine, theirs).review
    assert comparable(one) == comparable(merge(base, theirs, mine).review)
    assert comparable(merge(base, one, theirs).review) == comparable(one)
    for key in told(mine, theirs, base):
        assert key in one.sections["notes"]


def told(mine: Review, theirs: Review, base: Review) -> Iterator[str]:
    """Keys of records that at least one side changed or added, or both kept."""
    for key in {*mine.sections["notes"], *theirs.sections["notes"]}:
        own, other, was = (review.record("notes", key) for review in (mine, theirs, base))
        if (own is not None and own != was) or (other is not None and other != was) or (own and other):
            yield key


def test_a_truth_value_and_a_number_are_two_values_at_every_level() -> None:
    assert same({"one": [1, 1.0]}, {"one": [1.0, 1]})
    for one, other in ((1, True), ([0], [False]), ({"one": {"two": 1}}, {"one": {"two": True}})):
        assert not same(one, other)
        base, mine, theirs = (Review({"front": {"date": {"value": value}}}) for value in ("?", one, other))
        assert len(merge(base, mine, theirs).conflicts) == 1
