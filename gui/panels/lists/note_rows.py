"""The rows of the list of notes: one a thread."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from engine.editing.disagreements import disputed_notes
from gui.actions.words import NOTE_STATES, NOTE_TYPES, listed, word
from gui.panels.fields.note_colours import colour_word
from gui.panels.lists.columns import Column
from gui.panels.lists.row_maker import searchable
from gui.panels.words.cells import PageLabel, one_line, page_key, page_words
from gui.panels.words.history_lines import time_words
from gui.panels.words.row import Row, text_key

OPEN, LOST = "unhandled", "unplaced"


def note_row(
    note: Any, replies: Sequence[Any], order: int, columns: Sequence[Column], label: PageLabel, view: Any
) -> Row:
    """The row of a note at a position in the list; its replies are found with it. `verdict` is its type: the shape
    before it."""
    kind = word(NOTE_TYPES.get(note.type, note.type))
    lost = word(NOTE_STATES[LOST])
    said = {
        "text": note.text or kind,
        "quote": note.quote,
        "author": view.person_name(note.author),
        "tags": "、".join(note.tags),
        "note_state": "、".join(state_words(note, view)),
        "note_color": colour_word(note),
        "type": kind,
        "at": time_words(note.at),
        "replies": str(len(replies)) if replies else "",
        "page": page_words(note.places, label) if note.is_placed else lost,
    }
    cells = tuple(one_line(said.get(column.field, "")) for column in columns)
    keys = {"page": page_key(note.places), "at": text_key(note.at)}
    answers = tuple(f"{view.person_name(one.author)} {one.text}" for one in replies)
    own = note.states.get(view.person)
    states = {own} if own else {OPEN}
    if not disputed_notes(view).isdisjoint({note.id, *(one.id for one in replies)}):
        states.add("conflict")
    return Row(
        note.id,
        order,
        cells,
        tuple(keys.get(column.field) or text_key(text) for column, text in zip(columns, cells, strict=True)),
        note.type,
        "added",
        frozenset() if note.is_placed else frozenset({"page"}),
        searchable((*said.values(), *answers)),
        listed(part for part in (kind, *dict.fromkeys(cells)) if part and part != kind) or kind,
        states=frozenset(states if note.is_placed else states | {LOST}),
    )


def state_words(note: Any, view: Any) -> list[str]:
    """What people did with a note: one's own word alone, others' with their name."""
    words = []
    for person, state in note.states.items():
        if state in NOTE_STATES:
            said = word(NOTE_STATES[state])
            words.append(said if person == view.person else f"{view.person_name(person)}{said}")
    return words
