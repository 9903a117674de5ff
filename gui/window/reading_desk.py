"""Puts the reading tools on a frame's page view: pointer, floating bar, note card, and what they do to the review."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from engine.model.geometry import Box
from engine.model.link import Link
from gui.bridge.document import OpenDocument
from gui.pages.glide import Glide
from gui.pages.marks import Mark
from gui.pages.overlay import Overlay
from gui.tools.floating_bar import FloatingBar
from gui.tools.note_card import NoteCard
from gui.tools.page_menu import PageMenu
from gui.tools.pointer import Pointer
from gui.tools.writing import write_box, write_note

_OFFERED = ("note.highlight", "note.underline", "note.write", "edit.copy")


class ReadingDesk(QObject):
    """The tools of one window's page view."""

    state_changed = Signal()
    link_offered = Signal(str)

    def __init__(self, frame: Any, actions: Any) -> None:
        super().__init__(frame)
        self._frame = frame
        self._actions = actions
        self.view = frame.area.view
        self.pointer = Pointer(self.view)
        self.view.tool = self.pointer
        self.view.overlay = Overlay(self.view)
        self.view.glide = Glide(self.view.put, self.view)
        self.bar = FloatingBar(self.view, [actions[name] for name in _OFFERED])
        self.card = NoteCard(self.view)
        self.menu = PageMenu(self.view, self.pointer, actions)
        self.pointer.selected.connect(self._on_text_selected)
        self.pointer.cleared.connect(self._on_text_cleared)
        self.pointer.box_drawn.connect(self._on_box_drawn)
        self.pointer.mark_clicked.connect(self._on_mark_clicked)
        self.pointer.link_clicked.connect(self._on_link_clicked)
        frame.document_changed.connect(self.set_document)
        self.set_document(frame.document)
        actions.attach("page", self.view)

    def handlers(self) -> dict[str, Any]:
        """What answers to the actions of text and notes."""
        return {
            "edit.copy": self.copy,
            "note.highlight": lambda: self.note("highlight"),
            "note.underline": lambda: self.note("underline"),
            "note.strike": lambda: self.note("strike"),
            "note.write": lambda: self.note("highlight", is_writing=True),
            "note.box": self.set_box_mode,
            "view.furniture": self.view.overlay.running_matter.show,
        }

    def set_document(self, document: OpenDocument | None) -> None:
        self.card.put_away()
        self.bar.hide()
        if document is not None:
            document.selection_changed.connect(self._on_item_selected)
            document.changed.connect(self._on_changed)

    @property
    def has_text(self) -> bool:
        """Whether text is selected on the page."""
        return not self.view.selection.is_empty

    def copy(self) -> None:
        """The selected text to the clipboard."""
        words = self.view.selection.text()
        if words:
            QGuiApplication.clipboard().setText(words)

    def note(self, look: str, *, is_writing: bool = False) -> None:
        """Note the selected text, and open its card when words are to follow."""
        document = self._frame.document
        made = write_note(self.view, look=look) if document is not None else ""
        if not made:
            return
        self.view.selection.clear()
        self._on_text_cleared()
        document.select(made, "page")
        if is_writing:
            self.card.show_note(document, made, is_writing=True)
        self.view.viewport().update()

    def set_box_mode(self, is_on: bool) -> None:  # noqa: FBT001 - an action's signal
        """Let the pointer draw boxes."""
        self.pointer.set_mode("box" if is_on else "text")

    def _on_text_selected(self) -> None:
        self.state_changed.emit()
        self.bar.offer()

    def _on_text_cleared(self) -> None:
        self.bar.hide()
        self.state_changed.emit()

    def _on_box_drawn(self, page: int, box: Any) -> None:
        document = self._frame.document
        made = write_box(document, page, box) if document is not None else ""
        if made:
            document.select(made, "page")
            self.card.show_note(document, made, is_writing=True)
        self._actions["note.box"].setChecked(False)
        self.set_box_mode(False)

    def _on_mark_clicked(self, mark: Mark) -> None:
        if mark.kind == "note" and self._frame.document is not None and not self._frame.side.isVisible():
            self.card.show_note(self._frame.document, mark.item_id)

    def _on_link_clicked(self, link: Link) -> None:
        """A link inside the document is followed, one out of it is shown whole and opened only when asked to."""
        if link.page:
            if link.top is None:
                self.view.travel.to_page(link.page - 1)
            else:
                box = self.view.document.pages[link.page - 1].box if self.view.document is not None else None
                left = box.left if box is not None else 0.0
                self.view.travel.trail.leave(self.view.travel.here())
                self.view.travel.show_box(link.page, Box(left, link.top - 1, left + 1, link.top))
        elif link.uri:
            self.link_offered.emit(link.uri)

    def _on_item_selected(self, item_id: str, _initiator: str) -> None:
        if self.card.note and self.card.note != item_id:
            self.card.put_away()

    def _on_changed(self, changes: Any) -> None:
        document = self._frame.document
        if self.card.note and changes.initiator != "card" and document is not None:
            self.card.show_note(document, self.card.note)
