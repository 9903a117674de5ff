"""The log: one entry a step, with what each field was before and after; the history of a record is read from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from engine.anchoring.anchor import anchor_quote
from engine.editing.conflicts import same
from engine.editing.edit import Edit, RecordChange
from engine.editing.fields import attribute_of
from engine.editing.machine import stored_item
from engine.editing.review import Record, Review, new_id, now
from engine.editing.values import plain_value

LogChange = list[Any]
"""[section, key, field, before, after]; field "" for a whole record, whose body is not repeated when it is added."""

_UNTOLD = frozenset({"targets", "log", "people"})
_QUIET = ("at", "by", "step", "changedAt", "changedBy", "first", "sha256")


def log_entry(edit: Edit, name: str, by: str, lamport: int) -> Record:
    """The entry of one step."""
    step = new_id()
    return {
        "id": step,
        "step": step,
        "lamport": lamport,
        "at": now(),
        "by": by,
        "op": name,
        "ids": list(edit.ids),
        "changes": log_changes(edit),
    }


def log_changes(edit: Edit) -> list[LogChange]:
    """What an edit changed, field by field. Targets (places kept for finding again) and people are no news, nor is what
    an entry of another's log tells that comes in with it."""
    elsewhere = {
        (told[0], told[1])
        for change in edit.changes
        if change.section == "log"
        for told in (change.after or {}).get("changes") or ()
        if isinstance(told, list) and len(told) == 5
    }
    return [
        told
        for change in edit.changes
        if change.section not in _UNTOLD and (change.section, change.key) not in elsewhere
        for told in _told(change)
    ]


def continued(former: Iterable[LogChange], further: Iterable[LogChange]) -> list[LogChange]:
    """The changes of a step that goes on with the one before (typing): of each field what it was at first and is at
    last, so that the log does not grow by every key."""
    told: dict[tuple[str, str, str], LogChange] = {}
    whole: list[LogChange] = []
    for change in (*former, *further):
        section, key, field, before, after = change
        if not field:
            whole += [told.pop(one) for one in [*told] if one[:2] == (section, key)]
            whole.append(change)
        elif any(one[:2] == [section, key] and one[3] is None for one in whole):
            continue  # added in this step: what it holds is read from the record
        else:
            first = told.get((section, key, field))
            told[section, key, field] = [section, key, field, first[3] if first else before, after]
    return [*whole, *(change for change in told.values() if not same(change[3], change[4]))]


def _told(change: RecordChange) -> Iterator[LogChange]:
    section, key, before, after = change
    if section == "overrides":
        before, after = before or {}, after or {}
    if before is None or after is None:
        yield [section, key, "", before, None]
        return
    for name in (*before, *(one for one in after if one not in before)):
        was, is_now = before.get(name), after.get(name)
        if same(was, is_now) or name in _QUIET:
            continue
        if section == "overrides":
            was, is_now = _value(was), _value(is_now)
        yield [section, key, name, was, is_now]


def _value(override: Any) -> Any:
    return override.get("value") if isinstance(override, dict) else None


class Happening(NamedTuple):
    """One line of a history: who changed which field of which record when, from what to what."""

    at: str
    by: str
    op: str
    section: str
    key: str
    field: str
    before: Any
    after: Any


def happenings(review: Review) -> list[Happening]:
    """The history of everything, oldest first. What an added record held at first is put together from what was changed
    later."""
    return _happened(review, review.sections["log"].values(), lambda _key: True)


class Chronicle:
    """The history by record: the log is read once, afterwards only what has come since."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._known: dict[str, Record] = {}
        self._entries: dict[str, dict[str, None]] = {}  # ids of entries by the item or note they tell of

    def of(self, key: str) -> list[Happening]:
        """The history of an item, verdicts included, or of a note; oldest first."""
        log = self._review.sections["log"]
        for one, entry in log.items():
            if self._known.get(one) is not entry:
                self._known[one] = entry
                for told in _changes(entry):
                    self._entries.setdefault(_item(told[0], told[1]), {})[one] = None
        entries = [log[one] for one in self._entries.get(key, ()) if one in log]
        return _happened(self._review, entries, lambda item: item == key)


def _happened(review: Review, entries: Iterable[Record], is_wanted: Callable[[str], bool]) -> list[Happening]:
    """The happenings of these entries, which hold every change of the items wanted."""
    later: dict[tuple[str, str], Record | None] = {}
    found: list[Happening] = []
    for entry in sorted(entries, key=_moment, reverse=True):
        for section, one, field, before, after in reversed(_changes(entry)):
            if not is_wanted(_item(section, one)):
                continue
            held = later[section, one] if (section, one) in later else review.record(section, one)
            later[section, one] = _earlier(section, held, field, before)
            seen = held if not field and before is None else after
            at, by, op = (str(entry.get(name, "")) for name in ("at", "by", "op"))
            was, seen = (_read(review, section, one, field, value) for value in (before, seen))
            found.append(Happening(at, by, op, section, one, field, was, seen))
    return found[::-1]


def _changes(entry: Record) -> list[LogChange]:
    changes = entry.get("changes")
    return [told for told in changes if isinstance(told, list) and len(told) == 5] if isinstance(changes, list) else []


def _item(section: str, key: str) -> str:
    return key.rpartition("/")[0] if section == "verdicts" else key


def _read(review: Review, section: str, key: str, field: str, value: Any) -> Any:
    """Where no human's value stands the machine's does, as far as it was kept."""
    if section != "overrides" or not field or value is not None:
        return value
    machine = stored_item(review.meta.get("parses"), key)
    read = getattr(machine, attribute_of(key.partition(":")[0], field), None) if machine is not None else None
    return "machine" if field == "reading" else plain_value(read)


def words_of(review: Review, section: str, key: str) -> str:
    """The words on the page that a record is about, "" where it has none."""
    item = _item(section, key)
    record = review.record("targets", item) or review.record("added", item) or review.record(section, key) or {}
    quote = anchor_quote(record.get("anchor"))
    return quote.exact if quote else ""


def _moment(entry: Record) -> tuple[int, str, str]:
    lamport = entry.get("lamport")
    return (lamport if isinstance(lamport, int) else 0, str(entry.get("at")), str(entry.get("id")))


def _earlier(section: str, record: Record | None, field: str, before: Any) -> Record | None:
    if not field:
        return before if isinstance(before, dict) else None
    earlier = dict(record or {})
    if section == "overrides" and before is not None:
        earlier[field] = {"value": before}
    elif before is None:
        earlier.pop(field, None)
    else:
        earlier[field] = before
    return earlier
