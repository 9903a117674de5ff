"""Makes and changes notes: the tools' way to the verbs."""

from __future__ import annotations

from engine.anchoring.anchor import Quote
from engine.editing.verbs_notes import add_note, change_note, delete_note, move_note
from engine.model.geometry import Box
from engine.model.place import Place, Places
from gui.bridge.document import OpenDocument
from gui.pages.surface import Selected


def places_of(selection: Selected) -> Places:
    """Where selected text stands."""
    return tuple(Place(page, chars, quads) for page, chars, quads, _ in selection.parts())


def write_note(document: OpenDocument, selection: Selected, *, look: str, colour: str = "", words: str = "") -> str:
    """Note selected text; returns the note's id, "" when nothing is selected or no review is loaded."""
    places = places_of(selection)
    if document.session is None or not places:
        return ""
    return _added(document, look, places, selection.quote(), colour, words)


def write_box(document: OpenDocument, page: int, box: Box, *, look: str = "box") -> str:
    """Draw a box on a page (page space), or set a pin there (look "note"); returns the note's id."""
    if document.session is None or box.is_empty():
        return ""
    return _added(document, look, (Place(page, None, (box.quad(),)),), None, "", "")


def move_to_box(document: OpenDocument, note: str, page: int, box: Box, *, is_run: bool = False) -> None:
    """Put a box or a pin elsewhere; the moves of a run are one step."""
    _move(document, note, (Place(page, None, (box.quad(),)),), None, is_run=is_run)


def move_to_text(document: OpenDocument, note: str, selection: Selected, *, is_run: bool = False) -> None:
    """Let a note mark another range of text."""
    places = places_of(selection)
    if places:
        _move(document, note, places, selection.quote(), is_run=is_run)


def change_words(document: OpenDocument, note: str, words: str) -> None:
    """Re-word a note; typing is one step."""
    session = document.session
    document.apply(change_note(session.view, note=note, by=session.person.id, text=words), "card")


def change_tags(document: OpenDocument, note: str, tags: list[str]) -> None:
    """Give a note other tags."""
    session = document.session
    document.apply(change_note(session.view, note=note, by=session.person.id, tags=tags), "card")


def change_colour(document: OpenDocument, note: str, colour: str, initiator: str = "card") -> None:
    """Give a note another colour (#rrggbb)."""
    session = document.session
    document.apply(change_note(session.view, note=note, by=session.person.id, color=colour), initiator)


def change_type(document: OpenDocument, note: str, look: str) -> None:
    """Make a highlight an underline, and so on."""
    session = document.session
    document.apply(change_note(session.view, note=note, by=session.person.id, type=look), "page")


def remove_note(document: OpenDocument, note: str) -> None:
    """Delete a note; undo brings it back."""
    session = document.session
    document.apply(delete_note(session.view, note=note, by=session.person.id), "card")
    document.select("", "page")


def _added(document: OpenDocument, look: str, places: Places, quote: Quote | None, colour: str, words: str) -> str:
    session = document.session
    edit = add_note(session.view, type=look, places=places, quote=quote, color=colour, text=words, by=session.person.id)
    document.apply(edit, "page")
    return edit.ids[0]


def _move(document: OpenDocument, note: str, places: Places, quote: Quote | None, *, is_run: bool) -> None:
    session = document.session
    if session is not None:
        by = session.person.id
        document.apply(move_note(session.view, note=note, places=places, quote=quote, by=by, is_run=is_run), "page")
