"""Verbs for threads and for several notes at once; each is one step."""

from __future__ import annotations

from collections.abc import Iterable

from engine.editing.edit import Edit, combine
from engine.editing.verbs_notes import add_note, change_note, delete_note, set_note_state
from engine.editing.view import View


def set_states(view: View, *, notes: Iterable[str], state: str | None, by: str) -> Edit:
    """What `by` did with several notes: accepted, declined, done, or None."""
    edits = [set_note_state(view, note=one, state=state, by=by) for one in notes]
    return combine(edits, f"set-note-state:{state or 'none'}")


def tag_notes(view: View, *, notes: Iterable[str], tags: Iterable[str], by: str) -> Edit:
    """Add tags to several notes; those they have stay."""
    wanted = tuple(tags)
    edits = []
    for one in notes:
        note = view.note(one)
        if note is None:
            raise KeyError(one)
        edits.append(change_note(view, note=one, by=by, tags=list(dict.fromkeys((*note.tags, *wanted)))))
    return combine(edits, "tag-notes")


def delete_notes(view: View, *, notes: Iterable[str], by: str) -> Edit:
    """Delete several notes; tombstones stay."""
    return combine([delete_note(view, note=one, by=by) for one in notes], "delete-notes")


def change_reply(view: View, *, reply: str, text: str, by: str) -> Edit:
    """Re-word one's own reply. PermissionError for another's: what somebody said stays said."""
    _own(view, reply, by)
    return change_note(view, note=reply, by=by, text=text)._replace(name="change-reply", merge_key=None)


def delete_reply(view: View, *, reply: str, by: str) -> Edit:
    """Take one's own reply back; PermissionError for another's."""
    _own(view, reply, by)
    return delete_note(view, note=reply, by=by)._replace(name="delete-reply")


def note_of_finding(view: View, *, finding: str, text: str, by: str) -> Edit:
    """A finding becomes a note at its first place, about it. Its id is `edit.ids[0]`."""
    item = view.item(finding)
    if item is None:
        raise KeyError(finding)
    look = "highlight" if item.places and item.quote else "note"
    quote = view.flow_text.quote(item.span, item.quote)
    edit = add_note(view, type=look, places=item.places, quote=quote, color="", text=text, by=by, about=finding)
    return edit._replace(name="note-of-finding")


def _own(view: View, reply: str, by: str) -> None:
    note = view.note(reply)
    if note is None:
        raise KeyError(reply)
    if note.author != by:
        raise PermissionError("reply.not-own")
