"""What two reviewers say differently of a note or of an answer to it, one field after the other."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from engine.anchoring.anchor import anchor_places
from engine.editing.disagreements import Disagreement, disagreements_of
from engine.editing.threads import replies_to
from gui.actions.words import NOTE_STATES, NOTE_TYPES, field_word, word
from gui.panels.card.card_words import said_words
from gui.panels.fields.note_colours import colour_name
from gui.panels.fields.value_choice import Choice, ValueChoice
from gui.panels.words.cells import PageLabel, page_phrase, value_words
from gui.style.colours import NOTE_COLOURS

_TITLES = {"color": "note_color", "states": "note_state", "anchor": "page"}


class NoteDispute(ValueChoice):
    """Asks which of the values is right; hidden while nothing is disputed."""

    decided = Signal(str, object)  # the conflict, the value that is to be

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._conflict = ""
        self.chosen.connect(lambda value: self.decided.emit(self._conflict, value))

    def show_note(self, note: Any, view: Any, label: PageLabel) -> None:
        """Ask about the first field that is undecided; the note's own before its answers'."""
        keys = (note.id, *(one.id for one in replies_to(view, note.id)))
        told = next((one for key in keys for one in disagreements_of(view, "notes", key)), None)
        self._conflict = told.conflict if told is not None else ""
        if told is None:
            self.ask("", ())
            return
        words = QCoreApplication.translate("card", "“{field}”有两种改法。选一个：")
        name = field_word("note", _TITLES.get(told.field.partition(".")[0], told.field.partition(".")[0]))
        self.ask(words.format(field=name), [_choice(told, said, view, label) for said in told.values])


def _choice(told: Disagreement, said: Any, view: Any, label: PageLabel) -> Choice:
    words = _value_words(told.field.partition(".")[0], said.value, label)
    return Choice(said.value, words or QCoreApplication.translate("card", "（空）"), said_words(said, view))


def _value_words(field: str, value: Any, label: PageLabel) -> str:
    if field == "anchor":
        return page_phrase(anchor_places(value), label) if value else ""
    if field == "type" and value in NOTE_TYPES:
        return word(NOTE_TYPES[value])
    if field == "states" and value in NOTE_STATES:
        return word(NOTE_STATES[value])
    if field == "color" and value in NOTE_COLOURS:
        return colour_name(NOTE_COLOURS.index(value))
    if isinstance(value, dict):
        return str(value.get("id") or "")
    return value_words("note", field, value)
