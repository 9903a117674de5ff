"""Values between which a person has to decide: one record a field, whose id follows from the field alone, so that the
same disagreement merged twice is one conflict."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from engine.editing.review import Record, Section, plain

_SPACE = uuid.UUID("5f0c7c6e-3c58-4b6f-8a38-6f1a6f0b9a11")


def conflict_id(section: str, key: str, field: str) -> str:
    """The id of the one conflict a field of a record can be in."""
    return str(uuid.uuid5(_SPACE, "\n".join((section, key, field))))


def canonical(value: object) -> str:
    """A text that is equal for equal values: sorted keys, no blanks."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)


def same(one: object, other: object) -> bool:
    """Equal as JSON at every level: 1 and 1.0 are, 1 and True are not."""
    return one is other or (one == other and _same_kinds(one, other))


def _same_kinds(one: Any, other: Any) -> bool:
    """Of two that Python calls equal: whether truth values stand where truth values stand."""
    if isinstance(one, Mapping):
        return all(_same_kinds(value, other[name]) for name, value in one.items())
    if isinstance(one, list | tuple):
        return all(map(_same_kinds, one, other))
    return isinstance(one, bool) == isinstance(other, bool)


def joined_values(*lists: Iterable[Record]) -> list[Record]:
    """The values of conflicts as one list in one order, each value once (the earliest who said it)."""
    found: dict[str, Record] = {}
    for record in sorted((plain(one) for values in lists for one in values), key=canonical):
        at = canonical(record.get("value"))
        known = found.get(at)
        if known is None or (str(record.get("at")), canonical(record)) < (str(known.get("at")), canonical(known)):
            found[at] = record
    return [found[at] for at in sorted(found)]


def is_open(conflict: Mapping[str, Any]) -> bool:
    """Whether nobody has decided it."""
    return conflict.get("decided") is None


def open_conflicts(section: Section) -> dict[tuple[str, str], dict[str, tuple[Any, ...]]]:
    """Undecided values by (section, key) of the record and by field."""
    found: dict[tuple[str, str], dict[str, tuple[Any, ...]]] = {}
    for conflict in section.values():
        if not is_open(conflict):
            continue
        owner = record_of(conflict)
        values = conflict.get("values")
        if owner is not None and isinstance(values, list):
            found.setdefault(owner, {})[str(conflict.get("field"))] = tuple(plain(one).get("value") for one in values)
    return found


def record_of(conflict: Mapping[str, Any]) -> tuple[str, str] | None:
    """(section, key) of the record a conflict is about."""
    section, _, key = str(conflict.get("record", "")).partition("/")
    return (section, key) if key else None
