"""Makes notes of what is selected on the page: the tools' way to the verbs."""

from __future__ import annotations

from engine.anchoring.anchor import Quote, quote_of
from engine.editing.verbs_notes import add_note, change_note, delete_note
from engine.model.geometry import Box
from engine.model.place import Place, Places
from gui.bridge.document import OpenDocument
from gui.pages.view import PageView


def selected_places(view: PageView) -> Places:
    """Where the selected text stands."""
    return tuple(Place(page, chars, quads) for page, chars, quads, _ in view.selection.parts())


def selected_quote(view: PageView) -> Quote | None:
    """The selected words with what stands around them on their page."""
    parts = view.selection.parts()
    if not parts:
        return None
    page, (start, end), _, words = parts[0]
    text = view.supply.text(page - 1) if view.supply is not None else None
    if text is None or len(parts) > 1:
        return Quote("".join(part[3] for part in parts) or words)
    return quote_of(text.text, start, end)


def write_note(view: PageView, *, look: str, colour: str = "", words: str = "") -> str:
    """Note the selected text; returns the note's id, "" when nothing is selected or no review is loaded."""
    document = view.document
    places = selected_places(view)
    if document is None or document.session is None or not places:
        return ""
    return _added(document, look, places, selected_quote(view), colour, words)


def write_box(document: OpenDocument, page: int, box: Box) -> str:
    """Draw a box on a page (page space); returns the note's id."""
    if document.session is None or box.is_empty():
        return ""
    return _added(document, "box", (Place(page, None, (box.quad(),)),), None, "", "")


def change_words(document: OpenDocument, note: str, words: str) -> None:
    """Re-word a note; typing is one step."""
    session = document.session
    document.apply(change_note(session.view, note=note, by=session.person.id, text=words), "card")


def change_colour(document: OpenDocument, note: str, colour: str) -> None:
    """Give a note another colour (#rrggbb)."""
    session = document.session
    document.apply(change_note(session.view, note=note, by=session.person.id, color=colour), "card")


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
