"""The text view (文字稿): what the pages say, set anew in one column at any size.

Only what shows is set; geometry is the column's, what is shown the matter's, gestures and keys are the tool's.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6 import QtGui
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from gui.bridge.document import OpenDocument
from gui.pages.marks import places_unmarked
from gui.pages.page_text import PageText
from gui.transcript.column import Column
from gui.transcript.content import Caret, Content
from gui.transcript.marks import spans_beside, spans_of_places
from gui.transcript.matter import Matter
from gui.transcript.picture import Picture
from gui.transcript.selection import FlowSelection
from gui.transcript.travel import TextTravel
from gui.transcript.typeface import LARGEST, SMALLEST, stepped

READING = 1 / 3  # share of the height at which the reader's line is taken to be


class TranscriptView(QAbstractScrollArea):
    """The text of one document; a `gui.pages.surface.Surface`."""

    zoom_changed = Signal(float)
    moved = Signal()
    renewed = Signal()  # other text
    leaping = Signal()  # about to go farther than a screen

    def __init__(self, hidden: Callable[[], frozenset[str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document: OpenDocument | None = None
        self.hidden = hidden  # kinds whose marks are not shown
        self.matter = Matter(self)
        self.column = Column()
        self.selection = FlowSelection(self._text_of)
        self.picture = Picture(self)
        self.tool: Any = None
        self.search: Any = None  # gui.tools.finding.searching.Searching, when the reader looks for something
        self.pointed: list[tuple[int, int]] = []
        self.is_late = False  # the caret stands at the end of its line rather than at the beginning of the next
        self.zoom = 1.0
        self.supply: Any = None
        self.is_front = False
        self.travel = TextTravel(self)
        self._is_arranging = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(self.tr("文字稿"))
        self.column.words_of = self.picture.words_of
        self.matter.renewed.connect(self._on_renewed)
        self.matter.touched.connect(self._on_touched)
        self.matter.told.connect(self.viewport().update)

    # -- what it shows -------------------------------------------------------------------------------------------------

    @property
    def content(self) -> Content | None:
        return self.matter.content

    def set_document(self, document: OpenDocument | None, supply: Any = None) -> None:
        """Show the text of a document, once it is read; `supply` has its pages' characters."""
        former = self.document
        if former is not None:
            former.selection_changed.disconnect(self._on_item_selected)
            former.places_wanted.disconnect(self._on_places_wanted)
        self.document, self.supply = document, supply
        self.pointed = []
        self.selection.anchor = self.selection.head = None
        self.matter.set_document(document, supply)
        if document is not None:
            document.selection_changed.connect(self._on_item_selected)
            document.places_wanted.connect(self._on_places_wanted)
        if self.is_front:
            self.matter.build()
        self.viewport().update()

    def come_to_front(self) -> None:
        """From now on this is the view that is read."""
        self.is_front = True
        self.matter.build()

    def set_zoom(self, zoom: float, at: QPointF | None = None) -> None:
        """Letters of a share of their usual size; the line under `at` (default: the reader's) stays where it is."""
        zoom = min(max(zoom, SMALLEST), LARGEST)
        y = at.y() if at is not None else self.column.height * READING
        self._keeping(y, lambda: setattr(self, "zoom", zoom))
        self.zoom_changed.emit(zoom)

    def zoom_by(self, steps: int) -> None:
        """Larger (or smaller, when negative) by steps of the ladder."""
        self.set_zoom(stepped(self.zoom, steps))

    # -- where it is ---------------------------------------------------------------------------------------------------

    def caret_on(self, y: float) -> tuple[Caret, float] | None:
        """The caret at the beginning of the line at a height, and that line's top."""
        found = self.column.nearest(QPointF(self.column.typeface.left + 1, y))
        if found is None:
            return None
        piece, origin = found
        line = piece.line_near(y - origin.y())
        start = piece.line_range(line)[0]
        return Caret(piece.piece, start), piece.caret(start).top() + origin.y()

    def put(self, caret: Caret, y: float) -> None:
        """Show the line of a caret at height `y`, at once."""
        self.travel.halt()
        self.column.put(caret, y)
        self.arrange()

    def scroll_by(self, step: float) -> None:
        self.column.scroll_by(step)
        self.arrange()

    def show_places(self, places: Any, *, glide: bool = True) -> None:
        """Bring places into view, moving only when they do not already show comfortably."""
        content = self.content
        if content is not None:
            spans = spans_of_places(places, content) or spans_beside(places, content)
            if spans:
                self.travel.show(*spans[0], glide=glide)

    def arrange(self) -> None:
        """Let the scroll bars say where the column is, and ask for the links of what shows."""
        column = self.column
        shown = column.shown()
        self._is_arranging = True
        bar = self.verticalScrollBar()
        if not bar.isSliderDown():
            bar.setRange(0, max(0, round(column.total - column.height)))
            bar.setPageStep(max(1, round(column.height * 0.9)))
            bar.setSingleStep(max(16, round(min(column.typeface.em * 1.7, column.height / 6))))
            bar.setValue(round(column.y))
        across = self.horizontalScrollBar()
        across.setRange(0, round(column.reach))
        across.setPageStep(max(1, round(column.width)))
        across.setSingleStep(32)
        column.x = float(across.value())
        self._is_arranging = False
        links, content = self.matter.links, self.content
        if links is not None and content is not None and shown and self.is_front:
            first, last = content.blocks[shown[0].number], content.blocks[shown[-1].number]
            links.want(range(content.trace.page_at(first.start), content.trace.page_at(last.start) + 1))
        self.moved.emit()
        self.viewport().update()

    # -- Qt ------------------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self.picture.paint(painter)
        painter.end()

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        self._keeping(0.0, lambda: None)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        if self._is_arranging:
            return
        self.travel.halt()
        column = self.column
        column.x = float(self.horizontalScrollBar().value())
        goal = float(self.verticalScrollBar().value())
        step = goal - round(column.y)
        if abs(step) <= 2 * column.height:
            column.scroll_by(step)
        else:
            column.jump(goal)
        self.arrange()

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        if self.tool is None or not self.tool.key(event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange}:
            self._keeping(0.0, lambda: None)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:
        """Where the caret is, for magnifiers that follow it."""
        if query == Qt.InputMethodQuery.ImCursorRectangle and self.selection.head is not None:
            return self.caret_rect().toRect()
        return super().inputMethodQuery(query)

    def caret_rect(self) -> QRectF:
        """Where the caret stands in the viewport."""
        head = self.selection.head
        return QRectF() if head is None else self.column.caret_rect(head, is_late=self.is_late)

    def corner(self) -> QPoint | None:
        """The lower end of what is selected, for the floating bar; None when it does not show."""
        parts = self.selection.pieces()
        if not parts:
            return None
        content, (piece, start, end) = self.content, parts[-1]
        if content is None or abs(content.block_of(piece) - self.column.block) > 60:
            return None
        rects = self.column.rects(piece, start, end)
        at = rects[-1].bottomRight() if rects else QPointF(-1, -100)
        return at.toPoint() if -8 < at.y() < self.column.height + 32 else None

    # -- inside --------------------------------------------------------------------------------------------------------

    def _keeping(self, y: float, change: Callable[[], object]) -> None:
        """Change sizes while the line at a height stays there."""
        kept = self.caret_on(y) if self.content is not None else None
        change()
        viewport = self.viewport()
        self.column.fit(self.font(), self.zoom, float(viewport.width()), float(viewport.height()))
        if kept is not None:
            self.column.put(*kept)
        self.arrange()

    def _text_of(self, index: int) -> PageText | None:
        text: PageText | None = self.supply.text(index) if self.supply is not None else None
        return text

    def _on_renewed(self) -> None:
        content, former = self.content, self.selection.content
        spots = [_spot(former, caret) for caret in (self.selection.anchor, self.selection.head)]
        seen = self.caret_on(self.column.height * READING) if former is not None else None
        spot = _spot(former, seen[0]) if seen is not None else None
        self.selection.content = content
        self.column.headings = self.matter.headings
        self.column.fill(content)
        self.pointed = []
        if content is not None:
            carets = [_caret_at(content, spot) for spot in spots]
            self.selection.anchor, self.selection.head = carets[0] or carets[1] or Caret(0, 0), carets[1] or Caret(0, 0)
            back = _caret_at(content, spot)
            if back is not None and seen is not None:
                self.column.put(back, seen[1])
        self.arrange()
        self.renewed.emit()

    def _on_touched(self, pieces: tuple[int, ...]) -> None:
        if self.is_front:
            self.matter.build()
        if pieces:
            self.column.headings = self.matter.headings
            self._keeping(0.0, lambda: self.column.forget(pieces))
        self.viewport().update()

    def _on_item_selected(self, item_id: str, initiator: str) -> None:
        marks, content, document = self.matter.marks, self.content, self.document
        session = document.session if document is not None else None
        unmarked = places_unmarked(session.view, item_id, self.hidden()) if session is not None else ()
        self.pointed = spans_of_places(unmarked, content) if content is not None else []
        span = marks.first_span(item_id) if marks is not None and item_id and initiator != "page" else None
        if span is not None and self.is_front:
            self.travel.show(*span)
        self.viewport().update()

    def _on_places_wanted(self, places: Any, initiator: str) -> None:
        content = self.content
        self.pointed = spans_of_places(places, content) if content is not None else []
        if initiator != "page" and self.is_front:
            self.show_places(places)
        self.viewport().update()


def _caret_at(content: Content, spot: tuple[int, int] | None) -> Caret | None:
    offset = content.trace.first_at(*spot) if spot is not None else None
    return content.caret(offset) if offset is not None else None


def _spot(content: Content | None, caret: Caret | None) -> tuple[int, int] | None:
    """A caret as page and raw character, which outlive the flow."""
    if content is None or caret is None or not content.pieces:
        return None
    offset = content.offset(caret)
    found = next(content.trace.places(offset, offset + 1), None)
    return None if found is None else (found.page, found.raw_start)
