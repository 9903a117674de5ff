"""Puts the reading tools on a frame's page view: pointer, caret, floating bar, note card, menus, and what answers to
their actions."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from engine.model.link import Link
from gui.bridge.document import OpenDocument
from gui.pages.glide import Glide
from gui.pages.marks import Mark
from gui.pages.overlay import Overlay
from gui.pages.parsed_tables import ParsedTables
from gui.tools.caret.caret_keys import CaretKeys
from gui.tools.mark_kinds import MarkKinds
from gui.tools.notes.note_card import NoteCard
from gui.tools.notes.note_keys import NoteKeys
from gui.tools.notes.note_tools import NoteTools
from gui.tools.pointing.page_menu import PageMenu
from gui.tools.pointing.pointer import Pointer
from gui.tools.words.copying import Copying
from gui.tools.words.correcting import Correcting
from gui.tools.words.floating_bar import FloatingBar
from gui.tools.words.front import Front
from gui.tools.words.gathering import Gathering
from gui.tools.words.new_items import NewItems

OFFERED = (
    "note.highlight",
    "note.write",
    "edit.copy",
    "item.add-heading",
    "item.add-metric",
    "item.add-task",
)
"""What the floating bar beside selected text offers, in this order."""


class ReadingDesk(QObject):
    """The tools of one window's page view."""

    state_changed = Signal()
    link_offered = Signal(object)  # engine.model.link.Link

    def __init__(self, frame: Any, actions: Any) -> None:
        super().__init__(frame)
        self._frame = frame
        self._actions = actions
        self.view = frame.area.view
        self.pointer = Pointer(self.view)
        self.view.tool = self.pointer
        self.view.overlay = Overlay(self.view)
        self.view.glide = Glide(self.view.put, self.view)
        self.front = Front(frame.area)
        self.caret = CaretKeys(self.pointer.aim)
        self.note_keys = NoteKeys(self.pointer.aim)
        self.pointer.keys += [self._caret_key, self.note_keys.key]
        self.pointer.painters.append(self.caret.paint)
        gathering = Gathering(self.view)
        self.copying = Copying(self.front, gathering)
        self.notes = NoteTools(self.front, self.pointer, gathering, actions)
        self.items = NewItems(self.front)
        self.correcting = Correcting(self.front, self.view)
        self.kinds = MarkKinds(frame.settings, actions, self)
        self.bar = FloatingBar(self.view, [actions[name] for name in OFFERED])
        self.card = NoteCard(self.view)
        self.menu = PageMenu(self.view, self.pointer, actions)
        self._connect()
        frame.document_changed.connect(self.set_document)
        self.set_document(frame.document)
        actions.attach("page", self.view)

    def handlers(self) -> dict[str, Any]:
        """What answers to the actions of text, notes and marks."""
        return {
            "edit.copy": self.copying.copy,
            "edit.copy-cited": self.copying.copy_cited,
            "edit.select-all": self.caret.select_all,
            "tools.caret": self._browse,
            "view.furniture": self.view.overlay.running_matter.show,
            **self.notes.handlers(),
            **self.items.handlers(),
            **self.correcting.handlers(),
            **self.kinds.handlers(),
        }

    def set_document(self, document: OpenDocument | None) -> None:
        self.card.put_away()
        self.bar.hide()
        self.view.overlay.pointed_out.follow(document)
        self.view.overlay.corrected.follow(document)
        if document is not None:
            document.selection_changed.connect(self._on_item_selected)
            document.changed.connect(self._on_changed)

    @property
    def has_text(self) -> bool:
        """Whether text is selected in the view in front."""
        return not self.front.selection.is_empty

    def _connect(self) -> None:
        self.pointer.selected.connect(self._on_text_selected)
        self.pointer.cleared.connect(self._on_text_cleared)
        self.pointer.clicking.mark_clicked.connect(self._on_mark_clicked)
        self.pointer.clicking.link_clicked.connect(self._on_link_clicked)
        self.caret.selected.connect(self._on_caret_selected)
        self.notes.made.connect(self._on_note_made)
        self.items.made.connect(self._on_text_cleared)
        self.kinds.changed.connect(self.view.hide_marks)
        self.card.replies_wanted.connect(self._actions["view.notes"].trigger)
        self.view.hide_marks(self.kinds.hidden)
        self.view.selection.running = self.view.overlay.running_matter.ranges
        self.view.selection.cells = ParsedTables(self.view).on_page

    def _caret_key(self, event: Any) -> bool:
        """Keys of the caret; a selected note has them before it unless the caret is browsed with or stands in text."""
        if not self.caret.is_browsing and self.view.selection.head is None:
            return False
        return self.caret.key(event)

    def _browse(self, is_on: bool) -> None:  # noqa: FBT001 - an action's signal
        self.pointer.clicking.keeps_caret = is_on
        self.caret.browse(is_on)

    def _on_text_selected(self) -> None:
        self.state_changed.emit()
        self.bar.offer()

    def _on_text_cleared(self) -> None:
        self.bar.hide()
        self.state_changed.emit()

    def _on_caret_selected(self, has_text: bool) -> None:  # noqa: FBT001 - a signal's
        """Selecting by keys takes no bar: it would jump about with the caret."""
        self.bar.hide()
        if has_text != self._actions["edit.copy"].isEnabled():
            self.state_changed.emit()

    def _on_note_made(self, note: str, is_writing: bool) -> None:  # noqa: FBT001 - a signal's
        document = self._frame.document
        self._on_text_cleared()
        document.select(note, "page")
        if is_writing and self.view.is_front:
            self.card.show_note(document, note, is_writing=True)
        self.view.viewport().update()

    def _on_mark_clicked(self, mark: Mark) -> None:
        if mark.kind == "note" and self._frame.document is not None and not self._frame.side.isVisible():
            self.card.show_note(self._frame.document, mark.item_id)

    def _on_link_clicked(self, link: Link) -> None:
        """A link inside the document is followed, one out of it is shown whole and opened only when asked to."""
        if link.page:
            self.view.travel.to_target(link.page, link.top)
        else:
            self.link_offered.emit(link)

    def _on_item_selected(self, item_id: str, _initiator: str) -> None:
        if self.card.note and self.card.note != item_id:
            self.card.put_away()

    def _on_changed(self, changes: Any) -> None:
        document = self._frame.document
        if self.card.note and changes.initiator != "card" and document is not None:
            self.card.show_note(document, self.card.note)
