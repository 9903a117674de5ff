"""What people, or a person and a newer parse, say differently of one item: every value with who said it and when."""

from __future__ import annotations

from typing import Any, NamedTuple

from engine.editing.conflicts import is_open, record_of
from engine.editing.edit import Edit
from engine.editing.items import Item
from engine.editing.review import Record, plain
from engine.editing.verbs_review import decide_conflict, decide_field
from engine.editing.view import View

VERDICT = "verdict"
"""The field of a disagreement about what a person holds of an item; its values are whole verdicts."""


class Said(NamedTuple):
    """One value and who said it; `by` is "" for the machine."""

    value: Any
    by: str
    at: str


class Disagreement(NamedTuple):
    """The values of one field between which a person has to decide."""

    field: str
    values: tuple[Said, ...]
    conflict: str = ""


def disagreements(view: View, item: Item) -> dict[str, Disagreement]:
    """What is undecided about an item, by field; `verdict` for a verdict given differently on two computers."""
    found: dict[str, Disagreement] = {}
    for key, record in view.review.sections["conflicts"].items():
        field = _field(record, item.id) if is_open(record) else None
        if field is not None:
            found[field] = Disagreement(field, tuple(_said(one) for one in record.get("values") or ()), key)
    for field in item.conflicts:
        override = item.override(field)
        if field not in found and override is not None and override.get("state") == "conflict":
            found[field] = Disagreement(field, (_said(override), Said(override.get("machineNow"), "", "")))
    return found


def disagreements_of(view: View, section: str, key: str) -> tuple[Disagreement, ...]:
    """What is undecided about a record that is no item's: a note, a field of the front matter."""
    found = view.review.sections["conflicts"].items()
    return tuple(
        Disagreement(str(record.get("field", "")), tuple(_said(one) for one in record.get("values") or ()), one)
        for one, record in found
        if is_open(record) and record_of(record) == (section, key)
    )


def disputed_notes(view: View) -> frozenset[str]:
    """Ids of the notes, replies too, that something is undecided about."""
    owners = (record_of(record) for record in view.review.sections["conflicts"].values() if is_open(record))
    return frozenset(owner[1] for owner in owners if owner is not None and owner[0] == "notes")


def decide(view: View, *, item: str, disagreement: Disagreement, value: Any, by: str) -> Edit:
    """Take one of the values, or another."""
    if disagreement.conflict:
        return decide_conflict(view, conflict=disagreement.conflict, value=value, by=by)
    return decide_field(view, item=item, field=disagreement.field, value=value, by=by)


def _field(conflict: Record, item: str) -> str | None:
    """The field of this item that a conflict is about, None for another item's."""
    section, key = record_of(conflict) or ("", "")
    if section in ("overrides", "added") and key == item:
        return str(conflict.get("field", "")).removeprefix("fields.")
    return VERDICT if section == "verdicts" and key.rpartition("/")[0] == item else None


def _said(record: Any) -> Said:
    told = plain(record)
    return Said(told.get("value"), str(told.get("by") or ""), str(told.get("at") or ""))
