"""Notes with the replies to them: a thread is a note and what was answered to it, oldest first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from engine.editing.items import Note
from engine.editing.view import View

_LONGEST = 100  # replies to replies; more is a ring of a damaged file


class Threads(NamedTuple):
    """The notes that are no replies, those not placed first, else in text order; replies by the id of their note."""

    notes: tuple[Note, ...]
    replies: Mapping[str, tuple[Note, ...]]


def threads(view: View) -> Threads:
    """All threads of a view. A reply whose note is deleted is hidden with it."""
    placed: list[Note] = []
    lost: list[Note] = []
    replies: dict[str, list[Note]] = {}
    for note in view.notes:  # of records: thousands of notes are walked after every change of one
        record = note.record
        root = root_of(view, note.id) if record.get("replyTo") else note.id
        if root != note.id:
            replies.setdefault(root, []).append(note)
        elif record.get("lost"):
            lost.append(note)
        else:
            placed.append(note)
    return Threads((*lost, *placed), {root: _in_order(view, found) for root, found in replies.items()})


def replies_to(view: View, note: str) -> tuple[Note, ...]:
    """The replies to one note, those to its replies too, oldest first."""
    found: dict[str, Note] = {}
    asked = [note]
    while asked:
        for one in view.answers.to(asked.pop()):
            reply = view.note(one)
            if reply is not None and one != note and one not in found:  # a damaged file may hold a ring
                found[one] = reply
                asked.append(one)
    return _in_order(view, [one for one in found.values() if not one.deleted and root_of(view, one.id) == note])


def root_of(view: View, note: str) -> str:
    """The note that a reply answers in the end; a note that is no reply is its own."""
    one = view.note(note)
    for _ in range(_LONGEST):
        asked = view.note(one.reply_to) if one is not None and one.reply_to else None
        if asked is None:
            return one.id if one is not None else note
        one = asked
    return note


def tags_in_use(view: View) -> tuple[str, ...]:
    """Every tag of the document's notes, the most used first."""
    counts: dict[str, int] = {}
    for note in view.notes:
        for tag in note.tags:
            counts[tag] = counts.get(tag, 0) + 1
    return tuple(sorted(counts, key=lambda tag: (-counts[tag], tag)))


def _in_order(view: View, replies: list[Note]) -> tuple[Note, ...]:
    """Oldest first; of one second, what answers stands after what it answers."""
    return tuple(sorted(replies, key=lambda one: (one.at, _depth(view, one), one.id)))


def _depth(view: View, note: Note) -> int:
    depth, one = 0, view.note(note.reply_to or "")
    while one is not None and depth < _LONGEST:
        depth, one = depth + 1, view.note(one.reply_to or "")
    return depth
