"""Two reviewers touched one item under two parses: their work comes together under one id, nothing of it is lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from engine.editing.conflicts import conflict_id, joined_values, same
from engine.editing.review import Record, Review, plain

Put = tuple[str, str, Record | None]
"""(section, key, record) to be put in a review."""

_QUIET = ("at", "by", "bulk", "step")


def joined(review: Review, key: str, to: str, verdicts: Iterable[str]) -> Iterator[Put]:
    """The work under `key` goes to `to`, to be put while it is told. Where both say something else the later is in
    force and a person has to decide. `verdicts` are the keys of those on it."""
    yield from _fields(review, key, to)
    for verdict in verdicts:
        yield from _verdict(review, verdict, f"{to}/{verdict.rpartition('/')[2]}")
    for note, record in [*review.sections["notes"].items()]:
        about = plain(record.get("about"))
        if about.get("id") == key:
            yield "notes", note, {**record, "about": {**about, "id": to}}
    for added, record in [*review.sections["added"].items()]:
        replaced = record.get("replaces")
        if isinstance(replaced, list) and key in replaced:
            yield "added", added, {**record, "replaces": [to if one == key else one for one in replaced]}
    yield "targets", key, {**(review.record("targets", key) or {}), "now": None, "joined": to}


def _fields(review: Review, key: str, to: str) -> Iterator[Put]:
    own, theirs = review.record("overrides", to) or {}, review.record("overrides", key)
    if not theirs:
        return
    merged = dict(own)
    for field, record in theirs.items():
        known = plain(own.get(field))
        if known and not same(known.get("value"), record.get("value")):
            values = _said(known, known.get("value")), _said(record, record.get("value"))
            yield _conflict(review, "overrides", to, field, values)
        merged[field] = max((known or record, record), key=_moment)
    yield "overrides", to, merged
    yield "overrides", key, None


def _verdict(review: Review, key: str, to: str) -> Iterator[Put]:
    record, known = review.record("verdicts", key) or {}, review.record("verdicts", to)
    if known is not None and not same(_told(known), _told(record)):
        yield _conflict(review, "verdicts", to, "", (_said(known, _told(known)), _said(record, _told(record))))
    yield "verdicts", to, max((known or record, record), key=_moment)
    yield "verdicts", key, None


def _conflict(review: Review, section: str, key: str, field: str, values: tuple[Record, Record]) -> Put:
    one = conflict_id(section, key, field)
    known = review.record("conflicts", one) or {}
    held = joined_values(known.get("values") or [], values)
    return "conflicts", one, {**known, "record": f"{section}/{key}", "field": field, "values": held, "decided": None}


def _said(record: Record, value: Any) -> Record:
    return {"value": value, "by": record.get("by"), "at": record.get("at")}


def _told(verdict: Record) -> Record:
    return {name: value for name, value in verdict.items() if name not in _QUIET and value is not None}


def _moment(record: Record) -> str:
    return str(record.get("at"))
