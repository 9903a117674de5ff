"""Puts the text view (文字稿) into a frame: made when first asked for, with its pointer, caret, bar, menu and card."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRect

from engine.model.link import Link
from gui.bridge.document import OpenDocument
from gui.panels.words.announce import announce
from gui.tools.caret.transcript_keys import TranscriptKeys
from gui.tools.notes.note_card import NoteCard
from gui.tools.pointing.transcript_menu import TranscriptMenu
from gui.tools.pointing.transcript_pointer import TranscriptPointer
from gui.tools.words.floating_bar import FloatingBar
from gui.transcript.view import TranscriptView
from gui.window.bars.page_box import ZoomBox
from gui.window.desks.reading_desk import OFFERED, ReadingDesk
from gui.window.desks.two_views import TwoViews


class TextTools:
    """The text view of one frame with everything on it."""

    def __init__(self, frame: Any, actions: Any) -> None:
        pages = frame.area.view
        self.view = TranscriptView(lambda: pages.hidden)
        self.pointer = TranscriptPointer(self.view)
        self.keys = TranscriptKeys(self.view)
        self.view.tool = self.keys
        self.bar = FloatingBar(self.view, [actions[name] for name in OFFERED], self.view.corner)
        self.card = NoteCard(self.view, self._rects)
        self.menu = TranscriptMenu(self.view, self.pointer, actions)
        self.pair = TwoViews(pages, self.view)
        pages.hidden_changed.connect(self.view.viewport().update)
        actions.attach("page", self.view)
        actions.attach("list", self.view)

    def _rects(self, note: str) -> list[QRect]:
        """Where a note shows."""
        return [rect.toAlignedRect() for rect in self.view.picture.rects_of(note)]


class TextDesk(QObject):
    """Answers to 视图 > 文字稿, and keeps what the text view needs of the window in step."""

    def __init__(self, frame: Any, actions: Any, desk: ReadingDesk, zoom_box: ZoomBox) -> None:
        super().__init__(frame)
        self._frame = frame
        self._actions = actions
        self._desk = desk
        self._zoom_box = zoom_box
        self._pages = frame.area.view
        self._zoom = 1.0
        self._is_wanted = False
        self._is_drawn = frame.document is not None
        self.tools: TextTools | None = None
        self._pages.first_page_drawn.connect(self._on_drawn)
        actions["view.furniture"].toggled.connect(self._show_furniture)
        frame.document_changed.connect(self.set_document)

    def handlers(self) -> dict[str, Callable[..., object]]:
        """What the actions call, by action id."""
        return {"view.text": self.show, "edit.select-all": self.select_all}

    def show(self, is_on: bool) -> None:  # noqa: FBT001 - an action's signal
        """Read the text, or the pages again, at the same place."""
        self._is_wanted = is_on
        area = self._frame.area
        if is_on == (area.front is not area.view):
            self._actions["view.text"].setChecked(is_on)
            return
        tools = self.tools or self._made()
        tools.pair.hold()
        if is_on:
            if (tools.view.document, tools.view.supply) != (self._frame.document, self._pages.supply):
                tools.view.set_document(self._frame.document, self._pages.supply)
            tools.view.come_to_front()
            self._desk.bar.hide()
            self._desk.card.put_away()
            area.show_front(tools.view)
            tools.pair.to_text()
            announce(tools.view, self.tr("文字稿"))
        else:
            tools.view.is_front = False
            tools.bar.hide()
            tools.card.put_away()
            area.show_front(None)
            tools.pair.to_pages()
            announce(self._pages, self.tr("原文"))
        if self._frame.isActiveWindow():
            area.front.setFocus()
        self._actions["view.text"].setChecked(is_on)
        self._zoom_box.follow(area.front)
        self._desk.state_changed.emit()
        self._frame.place.touch()

    def select_all(self) -> None:
        """All text of the document, in the view that is read."""
        if self.tools is not None and self.tools.view.is_front:
            self.tools.keys.select_all()
        else:
            self._desk.caret.select_all()

    def set_document(self, document: OpenDocument | None) -> None:
        """Another document: its first page is drawn before its text is shown."""
        self._is_drawn = False
        if self.tools is not None:
            is_wanted = self._is_wanted
            self.show(False)  # noqa: FBT003
            self._is_wanted = is_wanted
            self.tools.view.set_document(None)
        if document is not None:
            document.changed.connect(self._on_changed)
            document.selection_changed.connect(self._on_item_selected)

    def state(self) -> dict[str, str]:
        """What is remembered by document."""
        zoom = self.tools.view.zoom if self.tools is not None else self._zoom
        return {"front": "text" if self._is_wanted else "pages", "zoom": f"{zoom:.4f}"}

    def restore_state(self, state: dict[str, str]) -> None:
        """Show what was shown of a document."""
        try:
            self._zoom = min(max(float(state.get("zoom", "")), 0.5), 8.0)
        except ValueError:
            self._zoom = 1.0
        if self.tools is not None:
            self.tools.view.set_zoom(self._zoom)
        self._is_wanted = state.get("front") == "text"
        if self._is_drawn:
            self.show(self._is_wanted)

    def _made(self) -> TextTools:
        tools = self.tools = TextTools(self._frame, self._actions)
        view, desk = tools.view, self._desk
        view.set_zoom(self._zoom)
        view.matter.show_furniture(self._actions["view.furniture"].isChecked())
        view.zoom_changed.connect(self._frame.place.touch)
        view.leaping.connect(self._leave)
        tools.pointer.selected.connect(self._on_text_selected)
        tools.pointer.cleared.connect(self._on_text_cleared)
        tools.pointer.mark_clicked.connect(self._on_mark_clicked)
        tools.pointer.link_clicked.connect(self._on_link_clicked)
        tools.keys.selected.connect(self._on_keys_selected)
        desk.notes.made.connect(self._on_note_made)
        desk.items.made.connect(self._on_text_cleared)
        desk.correcting.watch(view)
        tools.card.replies_wanted.connect(self._actions["view.notes"].trigger)
        return tools

    def _on_drawn(self) -> None:
        self._is_drawn = True
        if self._is_wanted:
            self.show(True)  # noqa: FBT003

    def _show_furniture(self, is_on: bool) -> None:  # noqa: FBT001 - an action's signal
        if self.tools is not None:
            self.tools.view.matter.show_furniture(is_on)

    def _leave(self) -> None:
        """The text is about to leap: the way back is remembered with the pages."""
        self._pages.travel.leave()

    def _on_text_selected(self) -> None:
        if self.tools is None:
            return
        self._ask_texts(self.tools.view)
        self._desk.state_changed.emit()
        self.tools.bar.offer()

    def _on_text_cleared(self) -> None:
        if self.tools is not None:
            self.tools.bar.hide()
            self.tools.view.viewport().update()
            self._desk.state_changed.emit()

    def _on_keys_selected(self, has_text: bool) -> None:  # noqa: FBT001 - a signal's
        """Selecting by keys takes no bar: it would jump about with the caret."""
        if self.tools is None:
            return
        self.tools.bar.hide()
        self._ask_texts(self.tools.view)
        if has_text != self._actions["edit.copy"].isEnabled():
            self._desk.state_changed.emit()

    def _ask_texts(self, view: TranscriptView) -> None:
        """Characters of the pages on which the selection begins and ends, for exact quads."""
        for page in view.selection.pages() if view.supply is not None else ():
            view.supply.ask_text(page - 1)

    def _on_note_made(self, note: str, is_writing: bool) -> None:  # noqa: FBT001 - a signal's
        document = self._frame.document
        if self.tools is None or not self.tools.view.is_front or document is None:
            return
        self._on_text_cleared()
        if is_writing:
            self.tools.card.show_note(document, note, is_writing=True)

    def _on_mark_clicked(self, mark: Any) -> None:
        document = self._frame.document
        if self.tools is None or document is None or mark.kind != "note" or self._frame.side.isVisible():
            return
        self.tools.card.show_note(document, mark.item_id)

    def _on_link_clicked(self, link: Link) -> None:
        """A link inside the document is followed, one out of it is shown whole and opened only when asked to."""
        if link.page:
            self._pages.travel.to_target(link.page, link.top)
        else:
            self._desk.link_offered.emit(link)

    def _on_item_selected(self, item_id: str, _initiator: str) -> None:
        card = self.tools.card if self.tools is not None else None
        if card is not None and card.note and card.note != item_id:
            card.put_away()

    def _on_changed(self, changes: Any) -> None:
        card = self.tools.card if self.tools is not None else None
        if card is not None and card.note and changes.initiator != "card" and self._frame.document is not None:
            card.show_note(self._frame.document, card.note)
