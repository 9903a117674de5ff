"""Verbs for notes: highlight, underline, strike, box, free note; replies, states, tags; attached to an item or not."""

from __future__ import annotations

from typing import Any

from engine.anchoring.anchor import Quote, anchor_record
from engine.editing.edit import Edit, RecordChange
from engine.editing.review import Record, new_id, now, plain
from engine.editing.verbs import item_of, target_changes
from engine.editing.view import View
from engine.model.place import Places

NOTE_TYPES = ("highlight", "underline", "strike", "box", "note")
NOTE_STATES = ("accepted", "declined", "done")


def add_note(
    view: View,
    *,
    type: str,  # noqa: A002
    places: Places,
    quote: Quote | str | None,
    color: str,
    text: str,
    by: str,
    about: str | None = None,
) -> Edit:
    """A mark on the page, or a note about an item (`about`, an id) without places. Its new id is `edit.ids[0]`.

    `quote` carries the marked words with 32 characters either side (`anchoring.anchor.quote_of`), None for a box on a
    scan; `color` is a name or #rrggbb, "" for the type's own.
    """
    if type not in NOTE_TYPES:
        raise ValueError("note.unknown-type")
    one = new_id()
    words = Quote(quote) if isinstance(quote, str) else quote
    record: Record = {
        "type": type, "color": color, "text": text, "tags": [],
        "anchor": anchor_record(places, words) if places else None, "about": None, "replyTo": None, "states": {},
        "deleted": False, "by": by, "at": now(),
    }  # fmt: skip
    changes: tuple[RecordChange, ...] = ()
    if about is not None:
        item = item_of(view, about)
        changes = target_changes(view, item)
        record["about"] = {"kind": item.kind, "id": item.id}
    return Edit(f"add-note:{type}", (*changes, RecordChange("notes", one, None, record)), (one,))


def reply(view: View, *, note: str, text: str, by: str) -> Edit:
    """An answer to a note; where it stands and what it is about is the note's."""
    _record(view, note)
    one = new_id()
    record: Record = {
        "type": "note", "color": "", "text": text, "tags": [], "anchor": None, "about": None,
        "replyTo": note, "states": {}, "deleted": False, "by": by, "at": now(),
    }  # fmt: skip
    return Edit("reply", (RecordChange("notes", one, None, record),), (one, note))


def change_note(view: View, *, note: str, by: str, **fields: Any) -> Edit:
    """Change `text`, `color`, `type`, `tags` or `about` (an item's id or None) of a note. Successive changes of one
    text or of one note's tags are one step until `end_merging` (typing)."""
    before = _record(view, note)
    after = dict(before)
    changes: tuple[RecordChange, ...] = ()
    for name, value in fields.items():
        if name not in ("text", "color", "type", "tags", "about"):
            raise ValueError("field.unknown")
        if name == "about" and value is not None:
            item = item_of(view, value)
            changes = target_changes(view, item)
            value = {"kind": item.kind, "id": item.id}  # noqa: PLW2901
        after[name] = list(value) if name == "tags" else value
    if after == before:
        return Edit("change-note", (), (note,))
    after.update(changedAt=now(), changedBy=by)
    field = next(iter(fields)) if len(fields) == 1 else ""
    name = f"change-note:{field}" if field else "change-note"
    key = f"{note}/{field}" if field in ("text", "tags") else None
    return Edit(name, (*changes, RecordChange("notes", note, before, after)), (note,), key)


def move_note(view: View, *, note: str, places: Places, quote: Quote | None, by: str, is_run: bool = False) -> Edit:
    """Move or resize a note's mark; the moves of a run (a key held down) are one step until `end_merging`."""
    before = _record(view, note)
    after = {**before, "anchor": anchor_record(places, quote), "changedAt": now(), "changedBy": by}
    after.pop("lost", None)
    key = f"{note}/places" if is_run else None
    return Edit("move-note", (RecordChange("notes", note, before, after),), (note,), key)


def set_note_state(view: View, *, note: str, state: str | None, by: str) -> Edit:
    """What `by` did with a note: accepted, declined, done, or None."""
    if state is not None and state not in NOTE_STATES:
        raise ValueError("note.unknown-state")
    before = _record(view, note)
    states = {**plain(before.get("states"))}
    if state is None:
        states.pop(by, None)
    else:
        states[by] = state
    after = {**before, "states": states}
    return Edit(f"set-note-state:{state or 'none'}", (RecordChange("notes", note, before, after),), (note,))


def delete_note(view: View, *, note: str, by: str) -> Edit:
    """Delete a note; a tombstone stays."""
    before = _record(view, note)
    after = {**before, "deleted": True, "changedAt": now(), "changedBy": by}
    return Edit("delete-note", (RecordChange("notes", note, before, after),), (note,))


def _record(view: View, note: str) -> Record:
    record = view.review.record("notes", note)
    if record is None:
        raise KeyError(note)
    return record
