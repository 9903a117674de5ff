"""Verbs for items: fields, readings, verdicts. Each is a keyword-only function that returns an Edit for
`Session.apply`.

`by` is always a person's id. Verbs raise KeyError for an id the view does not have and ValueError (a code such as
`field.not-a-number`) for a value its field cannot hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from engine.anchoring.anchor import Quote, anchor_record
from engine.editing.edit import Edit, RecordChange, combine
from engine.editing.fields import FIELDS, KINDS, attribute_of, cleaned, field_of
from engine.editing.items import VERDICTS, Item, verdict_of
from engine.editing.machine import split_id
from engine.editing.review import Record, new_id, now, plain
from engine.editing.targets import target_record
from engine.editing.values import plain_value
from engine.editing.view import View
from engine.model.place import Places


def item_of(view: View, one: str) -> Item:
    """The item of an id; KeyError where there is none."""
    item = view.item(one)
    if item is None:
        raise KeyError(one)
    return item


def target_changes(view: View, item: Item) -> tuple[RecordChange, ...]:
    """The target record that the first touch of a machine item leaves."""
    if split_id(item.id) is None or view.review.record("targets", item.id) is not None:
        return ()
    return (RecordChange("targets", item.id, None, target_record(item, view.flow_text)),)


def set_field(view: View, *, item: str, field: str, value: Any, by: str) -> Edit:
    """Change one field of what the document says (the reading, never the verdict).

    `field` is a published name (`value`, `targetType`) or the record's attribute. Setting what the machine reads anyway
    takes the human's value back. Successive changes of one field of one item are one step until `end_merging`.
    """
    target = item_of(view, item)
    row = field_of(target.kind, field)
    if row is None:
        raise ValueError("field.unknown")
    new = cleaned(target.kind, field, value)
    changed = _added_field(view, target, row.name, new, by) or _override(view, target, row.name, new, by)
    is_level = (target.kind, row.name) == ("heading", "level")
    name = "set-heading-level" if is_level else step_code("set-field", target.kind, row.name)
    return Edit(name, changed, (target.id,), f"{target.id}/{row.name}")


def step_code(verb: str, kind: str, field: str) -> str:
    """The code of a step on one field; it names the kind where kinds call the field by different words."""
    return f"{verb}:{kind}.{field}" if kind and field in _OF_KIND else f"{verb}:{field}"


def set_heading_level(view: View, *, item: str, level: int, by: str) -> Edit:
    """Put a heading at a level, 1 to 9. Levels of other headings stay."""
    return set_field(view, item=item, field="level", value=min(max(level, 1), 9), by=by)._replace(merge_key=None)


def fill_field(view: View, *, items: Iterable[str], field: str, value: Any, by: str) -> Edit:
    """One value down many rows, as one step."""
    many = tuple(items)
    edits = [set_field(view, item=one, field=field, value=value, by=by) for one in many]
    return combine(edits, step_code("fill-field", item_of(view, many[0]).kind if many else "", field))


def reset_field(view: View, *, item: str, field: str, by: str) -> Edit:  # noqa: ARG001
    """Back to the machine's reading of one field."""
    target = item_of(view, item)
    row = field_of(target.kind, field)
    name = row.name if row else field
    overrides = view.review.record("overrides", target.id) or {}
    rest = {one: record for one, record in overrides.items() if one != name}
    return Edit(step_code("reset-field", target.kind, name), _overrides(view, target, rest), (target.id,))


def reset_item(view: View, *, item: str, by: str) -> Edit:  # noqa: ARG001
    """Back to the machine's reading of every field; verdicts and notes stay."""
    target = item_of(view, item)
    return Edit("reset-item", _overrides(view, target, {}), (target.id,))


def set_places(view: View, *, item: str, places: Places, quote: Quote | None, by: str) -> Edit:
    """Say where an item really stands (its boundary on the page)."""
    target = item_of(view, item)
    anchor = anchor_record(places, quote)
    added = view.review.record("added", target.id)
    if added is not None:
        after = {**added, "anchor": anchor, "changedAt": now(), "changedBy": by}
        return Edit("set-places", (RecordChange("added", target.id, added, after),), (target.id,))
    return Edit("set-places", _override(view, target, "places", anchor, by), (target.id,))


def reject(view: View, *, item: str, by: str) -> Edit:
    """误识: what the machine took for an item is none."""
    return _reading(view, item, by, is_rejected=True)


def restore(view: View, *, item: str, by: str) -> Edit:
    """Take a rejection back."""
    return _reading(view, item, by, is_rejected=False)


def set_verdict(
    view: View,
    *,
    item: str,
    verdict: str,
    by: str,
    should_be: str | None = None,
    basis: Mapping[str, Any] | None = None,
    verified_with: str | None = None,
    bulk: bool = False,
) -> Edit:
    """What `by` holds of what the document says: open, correct, wrong or doubtful.

    `basis` is {"words": …} or {"document", "page", "metric"}; `bulk` marks a verdict that was not given one by one.
    Words not given (None) are kept from the person's earlier verdict of the item, and `first` tells when it was decided
    first: who changes their mind is no second checker. Successive changes of the words alone
    are one step until `end_merging`.
    """
    if verdict not in VERDICTS:
        raise ValueError("verdict.unknown")
    target = item_of(view, item)
    key = f"{target.id}/{by}"
    before = view.review.record("verdicts", key)
    given = {"shouldBe": should_be, "basis": None if basis is None else dict(basis), "verifiedWith": verified_with}
    after: Record = {"shouldBe": None, "basis": None, "verifiedWith": None, **(before or {})}
    after.update({name: value for name, value in given.items() if value is not None})
    is_again = before is not None and verdict != "open" and verdict_of(before) != "open"
    first = after.pop("first", None) or after.get("at")
    after.update(verdict=verdict, bulk=bulk, at=now(), **({"first": first} if is_again else {}))
    after.pop("reopened", None)
    change = RecordChange("verdicts", key, before, after)
    code = "bulk" if bulk else verdict
    is_typing = (
        before is not None and before.get("verdict") == verdict and any(one is not None for one in given.values())
    )
    merge_key = f"{key}/particulars" if is_typing and not bulk else None
    return Edit(f"set-verdict:{code}", (*target_changes(view, target), change), (target.id,), merge_key)


def set_verdicts(view: View, *, items: Iterable[str], verdict: str, by: str) -> Edit:
    """One verdict for many items as one step, marked as bulk; what was decided so one by one stays so."""
    edits = [
        set_verdict(view, item=one, verdict=verdict, by=by, bulk=True)
        for one in items
        if not _is_decided_singly(view, one, verdict, by)
    ]
    return combine(edits, "set-verdict:bulk")


def _is_decided_singly(view: View, item: str, verdict: str, by: str) -> bool:
    record = view.review.record("verdicts", f"{item_of(view, item).id}/{by}")
    return record is not None and verdict_of(record) == verdict and not record.get("bulk")


def add_item(
    view: View,
    *,
    kind: str,
    places: Places,
    quote: Quote | str | None,
    fields: Mapping[str, Any],
    by: str,
    replaces: Iterable[str] = (),
) -> Edit:
    """An item the machine did not find, from a range of the page. Its new id is `edit.ids[0]`.

    Fields not given are None; `replaces` names items it stands for (split and merge use it).
    """
    if kind not in KINDS:
        raise ValueError("kind.unknown")
    replaced = [item_of(view, item).id for item in replaces]
    one = new_id()
    words = Quote(quote) if isinstance(quote, str) else quote
    held = {row.name: plain_value(fields.get(row.name, fields.get(row.attribute))) for row in FIELDS[kind]}
    held.update({name: plain_value(value) for name, value in fields.items() if field_of(kind, name) is None})
    if kind == "metric" and not held.get("quote") and words is not None:
        held["quote"] = words.exact
    record = {
        "kind": kind, "replaces": replaced, "anchor": anchor_record(places, words), "fields": held,
        "by": by, "at": now(), "deleted": False,
    }  # fmt: skip
    return Edit(f"add-item:{kind}", (RecordChange("added", one, None, record),), (one,))


def remove_item(view: View, *, item: str, by: str) -> Edit:
    """Take an added item away (a tombstone stays); a machine's item is rejected instead."""
    target = item_of(view, item)
    added = view.review.record("added", target.id)
    if added is None:
        return reject(view, item=item, by=by)
    after = {**added, "deleted": True, "changedAt": now(), "changedBy": by}
    return Edit("remove-item", (RecordChange("added", target.id, added, after),), (target.id, *target.replaces))


def _added_field(view: View, target: Item, field: str, value: Any, by: str) -> tuple[RecordChange, ...]:
    added = view.review.record("added", target.id)
    if added is None:
        return ()
    fields = {**plain(added.get("fields")), field: value}
    after = {**added, "fields": fields, "changedAt": now(), "changedBy": by}
    return (RecordChange("added", target.id, added, added if fields == added.get("fields") else after),)


def _override(view: View, target: Item, field: str, value: Any, by: str) -> tuple[RecordChange, ...]:
    machine = plain_value(target.machine(field)) if field not in ("reading", "places") else _MACHINE.get(field)
    if field.startswith("r") and target.kind == "table" and field != "reading":
        machine = cell_text(target, field)
    before = view.review.record("overrides", target.id) or {}
    after = {name: record for name, record in before.items() if name != field}
    if value != machine:
        after[field] = {"value": value, "machine": machine, "by": by, "at": now(), "step": new_id(), "state": "applied"}
    known = before.get(field)
    if known and value != machine and known.get("value") == value and known.get("state") not in ("former", "conflict"):
        after = before
    return _overrides(view, target, after)


def _overrides(view: View, target: Item, after: Record) -> tuple[RecordChange, ...]:
    before = view.review.record("overrides", target.id)
    change = RecordChange("overrides", target.id, before, after or None)
    return (*target_changes(view, target), change) if before != change.after else ()


def _reading(view: View, item: str, by: str, *, is_rejected: bool) -> Edit:
    target = item_of(view, item)
    name = "reject" if is_rejected else "restore"
    added = view.review.record("added", target.id)
    if added is not None:
        after = {**added, "rejected": is_rejected, "changedAt": now(), "changedBy": by}
        changes: tuple[RecordChange, ...] = (RecordChange("added", target.id, added, after),)
    else:
        changes = _override(view, target, "reading", "rejected" if is_rejected else "machine", by)
    return Edit(name, changes, (target.id,))


def cell_text(table: Item, field: str) -> str | None:
    """The machine's text of a table cell `r2c3`."""
    row, _, column = field[1:].partition("c")
    rows = getattr(table.record, attribute_of("table", "rows"), ())
    try:
        return str(rows[int(row)][int(column)])
    except (IndexError, ValueError):
        return None


_OF_KIND = frozenset({"name", "owner", "status", "text"})  # 指标名称, but the 名称 of a system
_MACHINE = {"reading": "machine", "places": None}
