"""The log: one entry a step, with what each field was before and after; the history of a record is read from it."""

from __future__ import annotations

from collections.abc import Iterator
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
_QUIET = ("at", "by", "step", "changedAt")


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


def happenings(review: Review, key: str | None = None) -> list[Happening]:
    """The history of a record (an item, verdicts included, or a note), or of everything; oldest first. What an added
    record held at first is put together from what was changed later."""
    entries = [entry for entry in review.sections["log"].values() if isinstance(entry.get("changes"), list)]
    entries.sort(key=_moment)
    latest: dict[tuple[str, str], Record | None] = {
        (name, one): record for name, section in review.sections.items() for one, record in section.items()
    }
    found: list[Happening] = []
    for entry in reversed(entries):
        for told in reversed(entry["changes"]):
            if not isinstance(told, list) or len(told) != 5:
                continue
            section, one, field, before, after = told
            now_held = latest.get((section, one))
            latest[section, one] = _earlier(section, now_held, field, before)
            if key is None or one == key or one.startswith(f"{key}/"):
                seen = now_held if not field and before is None else after
                at, by, op = (str(entry.get(name, "")) for name in ("at", "by", "op"))
                was, seen = (_read(review, section, one, field, value) for value in (before, seen))
                found.append(Happening(at, by, op, section, one, field, was, seen))
    return found[::-1]


def _read(review: Review, section: str, key: str, field: str, value: Any) -> Any:
    """Where no human's value stands the machine's does, as far as it was kept."""
    if section != "overrides" or not field or value is not None:
        return value
    machine = stored_item(review.meta.get("parses"), key)
    read = getattr(machine, attribute_of(key.partition(":")[0], field), None) if machine is not None else None
    return "machine" if field == "reading" else plain_value(read)


def words_of(review: Review, section: str, key: str) -> str:
    """The words on the page that a record is about, "" where it has none."""
    item = key.rpartition("/")[0] if section == "verdicts" else key
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
