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
    for note in view.notes:
        root = root_of(view, note.id) if note.reply_to else note.id
        if root != note.id:
            replies.setdefault(root, []).append(note)
        else:
            (placed if note.is_placed else lost).append(note)
    return Threads((*lost, *placed), {root: tuple(sorted(found, key=_age)) for root, found in replies.items()})


def replies_to(view: View, note: str) -> tuple[Note, ...]:
    """The replies to one note, those to its replies too, oldest first."""
    found = (one for one in view.notes if one.reply_to and root_of(view, one.id) == note and one.id != note)
    return tuple(sorted(found, key=_age))


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


def _age(note: Note) -> tuple[str, str]:
    return note.at, note.id
