"""Notes by menu, key and tool: of selected text, as a box, as a pin; recoloured, of another type."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from engine.model.geometry import Box
from gui.pages.surface import Selected
from gui.style.colours import NOTE_COLOURS
from gui.tools.gestures.note_grips import TEXT_TYPES
from gui.tools.pointing.pointer import Mode, Pointer
from gui.tools.words.front import Front
from gui.tools.words.gathering import Gathering
from gui.tools.words.writing import change_colour, change_type, write_box, write_note

_COLOUR_NAMES = ("yellow", "green", "blue", "pink", "vermilion")
_TOOLS: dict[str, Mode] = {"tools.text": "text", "tools.hand": "hand", "note.box": "box", "note.pin": "pin"}


class NoteTools(QObject):
    """`made` tells of a new note, and whether words are to be written into it."""

    made = Signal(str, bool)

    def __init__(self, front: Front, pointer: Pointer, gathering: Gathering, actions: Any) -> None:
        super().__init__(pointer)
        self._front = front
        self._pointer = pointer
        self._gathering = gathering
        self._actions = actions
        pointer.placed.connect(self._on_placed)
        pointer.mode_changed.connect(self._on_mode)
        self._on_mode(pointer.mode)

    def handlers(self) -> dict[str, Any]:
        """What answers to the actions of notes and of tools."""
        colours = {
            f"note.{name}": lambda colour=colour: self.recolour(colour)
            for name, colour in zip(_COLOUR_NAMES, NOTE_COLOURS, strict=True)
        }
        types = {f"note.to-{look}": lambda look=look: self.retype(look) for look in TEXT_TYPES}
        marks = {f"note.{look}": lambda look=look: self.note(look) for look in TEXT_TYPES}
        tools = {name: lambda is_on, mode=mode: self._take(mode, is_on=is_on) for name, mode in _TOOLS.items()}
        return {
            **colours,
            **types,
            **marks,
            **tools,
            "note.write": lambda: self.note("highlight", is_writing=True),
        }

    def note(self, look: str, *, is_writing: bool = False) -> None:
        """Note the selected text."""
        self._gathering.whole(self._front.selection, lambda selection: self._write(selection, look, is_writing))

    def recolour(self, colour: str) -> None:
        """Give the selected note another colour."""
        document = self._front.document
        if document is not None and document.session is not None and document.session.view.note(document.selected):
            change_colour(document, document.selected, colour, "page")

    def retype(self, look: str) -> None:
        """Make the selected note a highlight, an underline or a strike."""
        document = self._front.document
        note = document.session.view.note(document.selected) if document is not None and document.session else None
        if document is not None and note is not None and note.type in TEXT_TYPES:
            change_type(document, note.id, look)

    def _write(self, selection: Selected, look: str, is_writing: bool) -> None:  # noqa: FBT001
        document = self._front.document
        made = write_note(document, selection, look=look) if document is not None else ""
        if made:
            self._front.clear()
            self.made.emit(made, is_writing)

    def _take(self, mode: Mode, *, is_on: bool) -> None:
        """Take a tool; one that is taken again is put down."""
        if is_on:
            self._pointer.set_mode(mode)
        elif mode in {"box", "pin"}:
            self._pointer.rest()
        elif mode == "hand":
            self._pointer.set_mode("text")
        self._on_mode(self._pointer.mode)

    def _on_mode(self, mode: str) -> None:
        for name, its in _TOOLS.items():
            self._actions[name].setChecked(its == mode)

    def _on_placed(self, mode: str, page: int, box: Box) -> None:
        document = self._front.document
        made = write_box(document, page, box, look="note" if mode == "pin" else "box") if document is not None else ""
        self._pointer.rest()
        if made:
            self.made.emit(made, True)  # noqa: FBT003
