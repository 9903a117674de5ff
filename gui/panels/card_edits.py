"""What the card's signals mean as edits of the review: one function a wish, each returning an Edit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.editing import verbs
from engine.editing.coverage import judged
from engine.editing.edit import Edit, combine
from engine.editing.session import Session
from gui.panels.phrase import PHRASE_FIELDS


def edit_of_field(session: Session, item: str, field: str, value: Any) -> Edit:
    """Set one field, or with field "" all the fields that a phrase says, as one step named after the phrase."""
    view, by = session.view, session.person.id
    if field:
        return verbs.set_field(view, item=item, field=field, value=value, by=by)
    edits = [verbs.set_field(view, item=item, field=name, value=said, by=by) for name, said in value.items()]
    return combine(edits, "set-field:quote")


def edit_of_reset(session: Session, item: str, field: str) -> Edit:
    """Back to the machine's reading of a field; a phrase takes along what it says."""
    view, by = session.view, session.person.id
    fields = PHRASE_FIELDS if field == "quote" else (field,)
    shown = view.item(item)
    name = verbs.step_code("reset-field", shown.kind if shown is not None else "", field)
    if set(view.review.record("overrides", item) or {}).issubset(fields):
        return verbs.reset_item(view, item=item, by=by)._replace(name=name)
    edits = [verbs.reset_field(view, item=item, field=one, by=by) for one in fields]
    return combine((edit for edit in edits if not edit.is_empty()), name)


def edit_of_details(session: Session, item: str, details: Mapping[str, str]) -> Edit:
    """应为, 依据 and 核实单位; an item that is still open becomes wrong by saying what it should be."""
    item = judged(session.view, item)
    shown = session.view.item(item)
    verdict = shown.verdict if shown is not None else "open"
    if verdict == "open" and details.get("should_be"):
        verdict = "wrong"
    return verbs.set_verdict(
        session.view,
        item=item,
        verdict=verdict,
        should_be=details.get("should_be", ""),
        basis={"words": details["basis"]} if details.get("basis") else {},
        verified_with=details.get("verified_with", ""),
        by=session.person.id,
    )


def edit_of_rejection(session: Session, item: str, *, is_rejected: bool) -> Edit:
    """误识, or not any more."""
    verb = verbs.reject if is_rejected else verbs.restore
    return verb(session.view, item=judged(session.view, item), by=session.person.id)
