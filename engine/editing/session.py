"""A session: the one door for changes of a review. `apply(edit)` is the only way in; everything else reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from engine.editing.conflicts import same
from engine.editing.edit import Changes, Edit, RecordChange
from engine.editing.fields import PLURALS
from engine.editing.history import History
from engine.editing.joining import Put
from engine.editing.journey import continued, log_changes, log_entry
from engine.editing.machine import parse_id
from engine.editing.parses import cut_parses, joined_parses, keep_machine_records, remember_paragraphs
from engine.editing.rebind import rebound, restated
from engine.editing.references import cut_targets
from engine.editing.review import Record, Review, plain
from engine.editing.view import View
from engine.model.parse import Parse

_KEPT = ("targets", "log")


class Person(NamedTuple):
    """Who is reviewing: a stable random id, a name, an office."""

    id: str
    name: str = ""
    office: str = ""


class Step(NamedTuple):
    """One applied step as the journal keeps it: the records it changed and its entry of the log."""

    changes: tuple[RecordChange, ...]
    entry: Record


class Session:
    """A review being worked on, with or without a parse.

    Not thread-safe: it belongs to the interface's thread; `snapshot()` is what other threads may have. `on_step` is
    called after every applied step (for the journal). `revision` grows with every change of human work. `is_unsaved`:
    the review already holds work that its file lacks (recovered after a crash). What takes long is done in a `fork` on
    another thread, whose outcome this one can `adopt`."""

    def __init__(
        self,
        review: Review,
        parse: Parse | None,
        person: Person,
        *,
        on_step: Callable[[Step], None] | None = None,
        is_unsaved: bool = False,
    ) -> None:
        self._review = review
        self._history = History()
        self._lamport = review.lamport()
        self._on_step = on_step
        self._noted: list[Step] = []  # of a fork
        self._untold: list[RecordChange] = []  # what a parse changed, for the journal: steps after it build on it
        self._person = person
        self._saved_revision = -1 if is_unsaved else 0
        self._last_entry: str | None = None
        self._state = self._origin = object()  # another one after every change; that of which it is a fork
        self._parse: Parse | None = None
        self._view: View | None = None
        self.revision = 0
        if parse is not None:
            self.set_parse(parse)

    # -- reading -------------------------------------------------------------------------------------------------------

    @property
    def review(self) -> Review:
        """The review as it stands. To be read only: changes go through `apply`."""
        return self._review

    @property
    def view(self) -> View:
        """What is in force; made when it is first asked for."""
        if self._view is None:
            self._view = _view(self._review, self._parse, self._person)
        return self._view

    @property
    def parse(self) -> Parse | None:
        return self._parse

    @property
    def person(self) -> Person:
        return self._person

    @property
    def is_dirty(self) -> bool:
        """Whether there is human work that `mark_saved` has not been told of."""
        return self.revision != self._saved_revision

    @property
    def steps(self) -> tuple[Edit, ...]:
        """The edits that undo would take back, the oldest first."""
        return self._history.done

    @property
    def undo_name(self) -> str | None:
        """Code of the step that undo would take back, None at the beginning."""
        return self._history.undo_name

    @property
    def redo_name(self) -> str | None:
        return self._history.redo_name

    def snapshot(self) -> Review:
        """The review as it stands, for another thread to write."""
        snapshot = self._review.snapshot()
        cut_targets(snapshot)
        cut_parses(snapshot)
        return snapshot

    def fork(self) -> Session:
        """Another session in the state of this one. It may be worked in on another thread, and tells no journal."""
        other = Session(self._review.snapshot(), None, self._person)
        other._on_step = other._noted.append
        other._parse, other._lamport, other.revision = self._parse, self._lamport, self.revision
        other._last_entry, other._untold = self._last_entry, [*self._untold]
        other._history = self._history.copy()
        other._origin = self._state
        return other

    # -- changing ------------------------------------------------------------------------------------------------------

    def apply(self, edit: Edit, initiator: str = "") -> Changes:
        """Do an edit. An edit that changes nothing leaves no step. Returns what it touched."""
        if edit.is_empty():
            return Changes(initiator=initiator)
        is_merged = self._history.push(edit)
        return self._do(edit, edit.name, initiator, is_merged=is_merged)

    def undo(self, initiator: str = "undo") -> Changes | None:
        """Take the last step back; None at the beginning."""
        edit = self._history.undo()
        return None if edit is None else self._do(edit, f"undo:{edit.name}", initiator)

    def redo(self, initiator: str = "redo") -> Changes | None:
        """Do the step taken back once more; None where there is none."""
        edit = self._history.redo()
        return None if edit is None else self._do(edit, f"redo:{edit.name}", initiator)

    def end_merging(self) -> None:
        """The next edit is a step of its own, whatever its merge key (an editor was left)."""
        self._history.barrier()

    def set_parse(self, parse: Parse, initiator: str = "parse") -> Changes:
        """Take a first, grown or newer parse. What humans did is found again in it (applied, absorbed, conflict,
        orphan); this is no step of the history and makes nothing dirty: it is written with the next change. Steps
        about items that are found to be one, whose records come under one id, can no longer be taken back."""
        self._state = object()
        emptied: set[str] = set()
        one: set[str] = set()
        for section, key, record in _found_again(self._review, parse, self._untold):
            if record is None:
                emptied.add(key.rpartition("/")[0] if section == "verdicts" else key)
            elif section == "targets" and record.get("joined"):
                one |= {key, str(record["joined"])} if key in emptied else {key}
        if one:
            self._history.drop_about(one)
        self._review.meta["activeParse"] = parse_id(parse)
        remember_paragraphs(self._review, parse)
        self._parse = parse
        changes = self._seen_anew(initiator, "parse")
        keep_machine_records(self._review, self.view, self._review.sections["targets"])
        return changes

    def set_person(self, person: Person) -> Changes:
        """Another person sits down at this desktop: verdicts and edits from now on are theirs."""
        self._person = person
        self._state = object()
        self._history.barrier()
        return self._seen_anew("person", "people")

    def absorb(self, changes: Iterable[RecordChange], initiator: str = "merge") -> Changes:
        """Take changes that were made outside (another editor's, merged while saving). No step of the history; steps
        that touched the same records are dropped, the others stay undoable."""
        self._state = object()
        taken = [
            change for change in changes if not same(self._review.record(change.section, change.key), change.after)
        ]
        for change in taken:
            self._review.put(change.section, change.key, change.after)
        touched = {(change.section, change.key) for change in taken if change.section != "log"}
        is_anew = self._parse is not None and _are_of_another_parse(self.view, taken)
        again = _found_again(self._review, self._parse, self._untold) if is_anew and self._parse else ()
        for section, key, _ in again:
            touched.add((section, key))
        self._history.drop(touched)
        self._lamport = max(self._lamport, self._review.lamport())
        self._last_entry = None
        if is_anew:
            return self._seen_anew(initiator, "merge")
        return self.view.touch(((change.section, change.key) for change in taken), initiator)

    def keep_parses(self, parses: object) -> None:
        """Keep what other parses said of items that are about to come in (another's review, an earlier draft's)."""
        self._state = object()
        self._review.meta["parses"] = joined_parses(self._review.meta.get("parses"), parses)

    def mark_saved(self, revision: int) -> None:
        """The snapshot taken at this `revision` is safely in its place."""
        self._saved_revision = max(self._saved_revision, revision)
        self._untold.clear()

    def adopt(self, fork: Session) -> bool:
        """Take the state of a fork, with what was done in it; False, and nothing is taken, where this session has
        changed since."""
        if fork._origin is not self._state:
            return False
        fork._review.meta["source"] = {**fork._review.source, **self._review.source}
        self._review, self._history, self._parse, self._view = fork._review, fork._history, fork._parse, fork._view
        self._lamport, self._last_entry, self.revision = fork._lamport, fork._last_entry, fork.revision
        self._untold = fork._untold
        self._state = object()
        if self._on_step is not None:
            for step in fork._noted:
                self._on_step(step)
        return True

    # -- inside --------------------------------------------------------------------------------------------------------

    def _do(self, edit: Edit, name: str, initiator: str, *, is_merged: bool = False) -> Changes:
        self._state = object()
        self._put(edit.changes)
        touched = [change.key for change in edit.changes if change.section == "targets" and change.before is None]
        keep_machine_records(self._review, self.view, touched)
        self._lamport = max((self._lamport, *map(_lamport_of, edit.changes)))
        entry = self._logged(edit, name, is_merged=is_merged)
        people = _introduced(self._review, self._person)
        self.revision += 1
        if _are_of_another_parse(self.view, edit.changes):
            changes = self._seen_anew(initiator, "merge")
        else:
            changes = self.view.touch(((change.section, change.key) for change in edit.changes), initiator)
        if self._on_step is not None:
            self._on_step(Step(_joined((*self._untold, *people, *edit.changes)), entry))
            self._untold.clear()
        return changes

    def _put(self, changes: Iterable[RecordChange]) -> None:
        """Targets stay when they are there: another parse may have found them again meanwhile (a snapshot leaves out
        those without work); only an edit that tells one anew changes it. Entries of the log are never taken out."""
        for change in changes:
            is_kept = change.section in _KEPT and change.key in self._review.sections[change.section]
            if not is_kept or (change.section == "targets" and change.before is not None and change.after is not None):
                self._review.put(change.section, change.key, change.after)
        if self.view.parse is not None:
            for key in {change.key for change in changes if change.section == "overrides"}:
                item = self.view.item(key)
                record = restated(self._review, key, item.record if item and item.machine_id else None)
                self._review.put("overrides", key, record)

    def _logged(self, edit: Edit, name: str, *, is_merged: bool) -> Record:
        self._lamport += 1
        log = self._review.sections["log"]
        former = log.get(self._last_entry or "") if is_merged else None
        entry = log_entry(edit, name, self._person.id, self._lamport)
        if former is not None:
            entry["id"] = entry["step"] = former["id"]
            entry["changes"] = continued(former["changes"], log_changes(edit))
        log[entry["id"]] = entry
        self._last_entry = entry["id"]
        return entry

    def _seen_anew(self, initiator: str, kind: str) -> Changes:
        self._view = _view(self._review, self._parse, self._person)
        kinds = frozenset((kind, *PLURALS, "note", "front", "text"))
        return Changes(frozenset(), frozenset(), kinds, initiator)


def _found_again(review: Review, parse: Parse, told: list[RecordChange]) -> Iterator[Put]:
    """Human work found again in a parse, put as it is told; what of it a step may build on comes into `told`."""
    for section, key, record in rebound(review, parse):
        if section != "targets" or plain(record).get("joined"):
            told.append(RecordChange(section, key, review.record(section, key), record))
        review.put(section, key, record)
        yield section, key, record


def _joined(changes: tuple[RecordChange, ...]) -> tuple[RecordChange, ...]:
    """Changes made one after the other, each record's as one."""
    found: dict[tuple[str, str], RecordChange] = {}
    for change in changes:
        first = found.get(change[:2])
        found[change[:2]] = change if first is None else change._replace(before=first.before)
    return tuple(found.values())


def _introduced(review: Review, person: Person) -> tuple[RecordChange, ...]:
    """The person's own record, put in with their first step and when name or office change."""
    known = review.record("people", person.id)
    record = {**(known or {}), "name": person.name, "office": person.office}
    if record == known:
        return ()
    review.put("people", person.id, record)
    return (RecordChange("people", person.id, known, record),)


def _are_of_another_parse(view: View, changes: Iterable[RecordChange]) -> bool:
    """Whether targets come or go that the view has under other ids, or will have."""
    own = f":{view.parse_id}:"
    keys = (change.key for change in changes if change.section == "targets")
    return any(own not in key or getattr(view.item(key), "id", key) != key for key in keys)


def _lamport_of(change: RecordChange) -> int:
    """The logical time of an entry of the log that comes in."""
    stamp = (change.after or {}).get("lamport") if change.section == "log" else 0
    return stamp if isinstance(stamp, int) else 0


def _view(review: Review, parse: Parse | None, person: Person) -> View:
    return View(review, parse, person.id, _named(person))


def _named(person: Person) -> Record:
    """Name and office as a record of the review; {} for a person without a name."""
    return {"name": person.name, "office": person.office} if person.name else {}
