"""Turns what the user does in the detail card into edits of the review."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from engine.editing import verbs, verbs_notes
from engine.editing.coverage import judged
from engine.editing.disagreements import disagreements_of
from engine.editing.edit import Edit
from engine.editing.front import cleaned_front, reset_front, set_front
from engine.editing.session import Session
from engine.editing.verbs_review import decide_conflict
from engine.editing.view import View
from gui.bridge.document import OpenDocument
from gui.panels.card.front_card import FrontCard
from gui.panels.card.item_card import ItemCard
from gui.panels.card.note_card import NoteCard
from gui.panels.fields.card_edits import (
    edit_of_choice,
    edit_of_details,
    edit_of_field,
    edit_of_rejection,
    edit_of_reset,
)
from gui.panels.words.problems import problem_words
from gui.panels.words.rules import known_answer

INITIATOR = "card"


class CardWriter(QObject):
    """Writes about the item or note `item_id` of `document`."""

    refused = Signal(str)  # words: a value its field cannot hold

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document: OpenDocument | None = None
        self.item_id = ""

    @property
    def session(self) -> Session | None:
        session: Session | None = self.document.session if self.document is not None else None
        return session

    def end_step(self) -> None:
        """What is typed next is a step of its own."""
        if self.session is not None:
            self.session.end_merging()

    def serve_item(self, card: ItemCard) -> None:
        """Listen to an item's card."""
        card.field_edited.connect(lambda field, value: self._apply(edit_of_field, field, value))
        card.field_reset.connect(lambda field: self._apply(edit_of_reset, field))
        card.value_chosen.connect(lambda field, value: self._apply(edit_of_choice, field, value))
        card.verdicts.verdict_chosen.connect(lambda verdict: self._apply(_edit_of_verdict, verdict))
        card.verdicts.rejection_chosen.connect(
            lambda is_rejected: self._apply(edit_of_rejection, is_rejected=is_rejected)
        )
        card.verdicts.details_changed.connect(lambda details: self._apply(edit_of_details, details))

    def write_details(self, details: Mapping[str, Any]) -> None:
        """应为, 依据 or 核实单位 that came from elsewhere than their fields, as a step of its own."""
        self._apply(edit_of_details, details)
        self.end_step()

    def serve_front(self, card: FrontCard) -> None:
        """Listen to the card of the document's own fields."""
        card.field_edited.connect(lambda field, value: self._write(edit_of_front, field=field, value=value))
        card.field_reset.connect(lambda field: self._write(reset_front, field=field))
        card.value_chosen.connect(self._decide)

    def _write(self, verb: Callable[..., Edit], **named: Any) -> None:
        session = self.session
        if self.document is None or session is None:
            return
        try:
            edit = verb(session.view, by=session.person.id, **named)
        except ValueError as error:
            self.refused.emit(problem_words(str(error)))
            return
        self.document.apply(edit, INITIATOR)

    def serve_note(self, card: NoteCard) -> None:
        """Listen to a note's card."""
        card.changed.connect(self._change_note)
        card.wanted.connect(self._apply)
        card.value_chosen.connect(self._decide)
        card.delete_wanted.connect(lambda: self._apply(_edit_of_deletion))

    def _decide(self, conflict: str, value: object) -> None:
        """Take one of the values that people say differently of a note or of the document's own field."""
        self._write(decide_conflict, conflict=conflict, value=value)
        self.end_step()

    def _change_note(self, field: str, value: object) -> None:
        self._apply(_edit_of_note, field, value)
        self.end_step()

    def _apply(self, make: Callable[..., Edit], *given: Any, **named: Any) -> None:
        if self.document is None or self.session is None or not self.item_id:
            return
        try:
            edit = make(self.session, self.item_id, *given, **named)
        except ValueError as error:
            self.refused.emit(problem_words(str(error)))
            return
        self.document.apply(edit, INITIATOR)


def _edit_of_verdict(session: Session, item: str, verdict: str) -> Edit:
    one = judged(session.view, item)
    shown = session.view.item(one)
    answer = None
    if shown is not None and shown.kind == "finding" and verdict == "wrong" and not shown.should_be:
        answer = known_answer(shown) or None
    return verbs.set_verdict(session.view, item=one, verdict=verdict, should_be=answer, by=session.person.id)


def edit_of_front(view: View, *, field: str, value: Any, by: str) -> Edit:
    """A field of the front matter as typed; where two values stand it settles which is right."""
    told = next((one for one in disagreements_of(view, "front", field) if one.field == "value"), None)
    if told is None:
        return set_front(view, field=field, value=value, by=by)
    return decide_conflict(view, conflict=told.conflict, value=cleaned_front(field, value), by=by)


def _edit_of_note(session: Session, note: str, field: str, value: object) -> Edit:
    told = next((one for one in disagreements_of(session.view, "notes", note) if one.field == field), None)
    if told is not None:  # what is typed where two values stand settles which is right
        return decide_conflict(session.view, conflict=told.conflict, value=value, by=session.person.id)
    return verbs_notes.change_note(session.view, note=note, by=session.person.id, **{field: value})


def _edit_of_deletion(session: Session, note: str) -> Edit:
    return verbs_notes.delete_note(session.view, note=note, by=session.person.id)
