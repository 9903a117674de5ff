"""What the text view shows of a document, kept up to date: content, marks, links, or why there is nothing yet.

Built when the view is first looked at, not when the parse comes: who never opens the text view pays nothing.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from engine.editing.text_in_force import text_in_force
from gui.bridge.document import OpenDocument
from gui.transcript.content import Content
from gui.transcript.links import TextLinks
from gui.transcript.marks import TextMarks

_OF_TEXT = frozenset({"text", "table"})  # kinds of changes by which the text reads otherwise


class Matter(QObject):
    """One document's text with what lies on it. `content` is None while there is none to show."""

    renewed = Signal()  # other content, or none
    touched = Signal(object)  # pieces that are to be set anew; none: only marks are others
    told = Signal()  # progress or failure of the parse

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.document: OpenDocument | None = None
        self.content: Content | None = None
        self.marks: TextMarks | None = None
        self.links: TextLinks | None = None
        self.progress: tuple[int, int] | None = None
        self.error: Any = None
        self.shows_furniture = False
        self._supply: Any = None
        self._is_stale = False

    def set_document(self, document: OpenDocument | None, supply: Any) -> None:
        """Another document, whose pages' characters `supply` has; nothing is built yet."""
        if self.document is not None:
            for signal, slot in self._wires(self.document):
                signal.disconnect(slot)
        self.document, self._supply = document, supply
        self.progress = self.error = None
        if document is not None:
            for signal, slot in self._wires(document):
                signal.connect(slot)
        self._is_stale = True
        if self.content is not None:
            self._drop()
            self.renewed.emit()

    def build(self) -> None:
        """Build what is out of date; called when the view shows."""
        document = self.document
        session = document.session if document is not None else None
        parse = session.parse if session is not None else None
        if not self._is_stale or document is None or session is None or parse is None:
            return
        self._is_stale = False
        self._drop()
        self.error = self.progress = None
        text = text_in_force(session.view)
        self.content = Content(parse, text=text, shows_furniture=self.shows_furniture)
        self.marks = TextMarks(self.content, session.view)
        if self._supply is not None:
            self.links = TextLinks(document, self._supply, self.content, self)
            self.links.changed.connect(self._on_links)
        self.renewed.emit()

    def show_furniture(self, is_on: bool) -> None:  # noqa: FBT001 - an action's signal
        """With running matter between the paragraphs, greyed, or without."""
        if self.shows_furniture != is_on:
            self.shows_furniture = is_on
            self._is_stale = True
            if self.content is not None:
                self.build()

    @property
    def headings(self) -> dict[int, list[tuple[int, int, int]]]:
        """(start, end, level) of headings by piece."""
        marks = self.marks
        return {} if marks is None else {piece: marks.headings_on(piece) for piece in marks.heading_pieces()}

    def _drop(self) -> None:
        self.content = self.marks = None
        if self.links is not None:
            self.links.deleteLater()
            self.links = None

    def _wires(self, document: OpenDocument) -> tuple[tuple[Any, Any], ...]:
        return (
            (document.changed, self._on_changed),
            (document.session_ready, self._on_session),
            (document.parse_progressed, self._on_progressed),
            (document.parse_failed, self._on_failed),
            (document.parse_finished, self._on_parsed),
        )

    def _on_changed(self, changes: Any) -> None:
        session = self.document.session if self.document is not None else None
        if session is None:
            return
        is_reworded = not _OF_TEXT.isdisjoint(changes.kinds)
        if not changes.ids or is_reworded:  # another parse, another person: every item is made anew
            self._is_stale = True
            self.touched.emit(())
            return
        if self.marks is None:
            return
        before = set(self.marks.heading_pieces()) if "heading" in changes.kinds else set()
        self.marks.change(changes.ids)
        after = set(self.marks.heading_pieces()) if "heading" in changes.kinds else set()
        self.touched.emit(tuple(before | after))

    def _on_session(self) -> None:
        self._is_stale = True
        self.touched.emit(())

    def _on_progressed(self, done: int, total: int) -> None:
        self.progress, self.error = (done, total), None
        self.told.emit()

    def _on_failed(self, error: object) -> None:
        self.progress, self.error = None, error
        self.told.emit()

    def _on_parsed(self) -> None:
        self.progress = self.error = None
        self.told.emit()

    def _on_links(self) -> None:
        self.touched.emit(())
