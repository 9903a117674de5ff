"""The range of text that a note marks, as carets of its pages."""

from __future__ import annotations

from engine.model.geometry import Box
from gui.pages.selection import Caret
from gui.tools.gestures.aim import Aim
from gui.tools.gestures.note_grips import Gripped


def range_of_note(aim: Aim, gripped: Gripped) -> tuple[Caret, Caret] | None:
    """Where the marked text begins and ends: by its characters, else by where its marks lie (notes of other programs);
    None while the text of its pages has not come."""
    document = aim.view.document
    note = document.session.view.note(gripped.note) if document is not None and document.session is not None else None
    if note is None or not note.places:
        return None
    first, last = note.places[0], note.places[-1]
    if first.chars is not None and last.chars is not None:
        return Caret(first.page - 1, first.chars[0]), Caret(last.page - 1, last.chars[1])
    start = _caret_beside(aim, gripped.marks[0].page, gripped.marks[0].boxes[0], is_end=False)
    end = _caret_beside(aim, gripped.marks[-1].page, gripped.marks[-1].boxes[-1], is_end=True)
    return (start, end) if start is not None and end is not None else None


def _caret_beside(aim: Aim, page: int, box: Box, *, is_end: bool) -> Caret | None:
    text = aim.text(page - 1)
    if text is None:
        return None
    return Caret(page - 1, text.caret_at(*text.point_in(box, 1.0 if is_end else 0.0, 0.5)))
