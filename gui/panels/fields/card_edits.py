"""What the card's signals mean as edits of the review: one function a wish, each returning an Edit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.editing import verbs
from engine.editing.coverage import judged
from engine.editing.disagreements import VERDICT, decide, disagreements
from engine.editing.edit import Edit, combine
from engine.editing.fields import cleaned, field_of
from engine.editing.session import Session
from gui.panels.fields.phrase import PHRASE_FIELDS


def edit_of_field(session: Session, item: str, field: str, value: Any) -> Edit:
    """Set one field, or with field "" all the fields that a phrase says, as one step named after the phrase. What is
    typed where two values stand settles which is right."""
    if field:
        return _edit_of_value(session, item, field, value)
    shown = session.view.item(item)
    if shown is not None and "written" in shown.conflicts:  # has no field of its own to be decided in
        value = {"written": shown.value("written"), **value}
    edits = [_edit_of_value(session, item, name, said) for name, said in value.items()]
    return combine(edits, "set-field:quote")._replace(merge_key=f"{item}/phrase")


def _edit_of_value(session: Session, item: str, field: str, value: Any) -> Edit:
    view, by = session.view, session.person.id
    shown = view.item(item)
    if shown is not None and field in shown.conflicts:
        found = disagreements(view, shown).get(field)
        row = field_of(shown.kind, field)
        if found is not None and row is not None:
            return decide(view, item=item, disagreement=found, value=cleaned(shown.kind, row.name, value), by=by)
    return verbs.set_field(view, item=item, field=field, value=value, by=by)


def edit_of_choice(session: Session, item: str, field: str, value: Any) -> Edit:
    """One of the values that people say differently, of a field or of a verdict (with field "" all that a phrase says);
    without such a disagreement the value is set as if it were typed."""
    if not field:
        return edit_of_field(session, item, field, value)._replace(name="decide-conflict", merge_key=None)
    owner = judged(session.view, item) if field == VERDICT else item
    shown = session.view.item(owner)
    found = disagreements(session.view, shown).get(field) if shown is not None else None
    if found is None:
        return edit_of_field(session, item, field, value)
    return decide(session.view, item=owner, disagreement=found, value=value, by=session.person.id)


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


def edit_of_details(session: Session, item: str, details: Mapping[str, Any]) -> Edit:
    """Those of 应为, 依据 (words, or a metric of another document) and 核实单位 that are given. An item that is still
    open becomes wrong by saying what it should be."""
    item = judged(session.view, item)
    shown = session.view.item(item)
    verdict = details.get("verdict") or (shown.verdict if shown is not None else "open")
    if verdict == "open" and details.get("should_be"):
        verdict = "wrong"
    basis = details.get("basis")
    if isinstance(basis, str):
        basis = {"words": basis} if basis else {}
    return verbs.set_verdict(
        session.view,
        item=item,
        verdict=verdict,
        should_be=details.get("should_be"),
        basis=basis,
        verified_with=details.get("verified_with"),
        by=session.person.id,
    )


def edit_of_rejection(session: Session, item: str, *, is_rejected: bool) -> Edit:
    """误识, or not any more."""
    verb = verbs.reject if is_rejected else verbs.restore
    return verb(session.view, item=judged(session.view, item), by=session.person.id)
