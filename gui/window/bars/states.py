"""What holds now, in the words of the table of actions: whether there is a document, a parse, something to undo, and
what is selected."""

from __future__ import annotations

from typing import Any

from gui.bridge.document import OpenDocument


def states_of(document: OpenDocument | None, *, has_text: bool) -> set[str]:
    """The states of a document; none without one whose pages are known."""
    if document is None or not document.is_open:
        return set()
    states = {"document"} if document.reference is None else {"document", "reference"}
    session = document.session
    if session is None:
        return states
    if has_text:
        states.add("text")
    if session.parse is not None:
        states.add("parse")
    if session.undo_name is not None:
        states.add("undo")
    if session.redo_name is not None:
        states.add("redo")
    return states | _selected_states(session.view, document.selected)


def _selected_states(view: Any, selected: str) -> set[str]:
    note = view.note(selected) if selected else None
    if note is not None:
        states = {"chosen", "note"} | ({"decided"} if note.states.get(view.person) else set())
        if note.type in {"highlight", "underline", "strike"}:
            states.add("text-note")
        return set() if note.deleted else states
    item = view.item(selected) if selected else None
    if item is None:
        return set()
    states = {"chosen", "item"}
    if item.kind in {"heading", "finding"}:
        states.add(item.kind)
    if item.verdict != "open":
        states.add("decided")
    if item.reading != "machine":
        states.add("changed")
    return states
