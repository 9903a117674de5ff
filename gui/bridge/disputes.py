"""What came in from outside, in numbers a person can follow, and where a person has to decide between values."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from engine.editing.conflicts import is_open, record_of
from engine.editing.edit import RecordChange
from engine.editing.review import Record, Review

FRONT = ""
"""Stands for the document's own fields among ids of items and notes: they are shown while nothing is selected."""
_SELECTED = frozenset({"overrides", "added", "verdicts", "notes"})
_UNTOLD = frozenset({"log", "people", "targets", "conflicts"})


def disputed(review: Review) -> tuple[str, ...]:
    """Ids of the items and notes with values between which a person has to decide."""
    return _owners(review.sections["conflicts"].values())


def brought(changes: Iterable[RecordChange]) -> dict[str, Any]:
    """Of how many items and notes others' work came in, and in how many of them it says something else than one's own
    (`show`: their ids)."""
    told = [*changes]
    owners = _owners(change.after for change in told if change.section == "conflicts" and change.after is not None)
    items = {_owner(change.section, change.key) for change in told if change.section not in _UNTOLD}
    return {"count": len(items | {*owners}), "conflicts": len(owners), "show": owners}


def _owners(records: Iterable[Record]) -> tuple[str, ...]:
    found = (record_of(record) for record in records if is_open(record))
    return tuple(dict.fromkeys(_owner(*one) for one in found if one is not None and one[0] in {*_SELECTED, "front"}))


def _owner(section: str, key: str) -> str:
    """The item or note that a record is about."""
    if section == "front":
        return FRONT
    return key.rpartition("/")[0] if section == "verdicts" else key
