"""The pointer on the text view: selects by sign, word and paragraph, clicks marks and links, zooms. Watches the
viewport's events, as the pages' pointer does.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip

from engine.editing.corrected_text import text_between
from engine.model.link import Link
from gui.bridge.text import word_around
from gui.tools.gestures.clicking import Cycle
from gui.tools.gestures.text_gesture import TextGesture
from gui.tools.pointing.tips import corrected_tip, link_tip, mark_tip
from gui.transcript.content import Caret
from gui.transcript.marks import TextMark
from gui.transcript.view import TranscriptView

_WHEEL = 1.15  # how much a notch of the wheel zooms


class TranscriptAim:
    """What a text gesture needs of a text view: a spot is a caret, and whether it is meant at the end of its line."""

    def __init__(self, view: TranscriptView) -> None:
        self.view = view
        self._at_line_end: Caret | None = None

    @property
    def height(self) -> float:
        return self.view.column.height

    def spot(self, point: QPointF) -> tuple[Caret, bool] | None:
        return self.view.column.caret_at(point)

    def caret_of(self, spot: tuple[Caret, bool] | None) -> Caret | None:
        if spot is None:
            return None
        self._at_line_end = spot[0] if spot[1] else None
        return spot[0]

    def unit(self, caret: Caret, clicks: int) -> tuple[Caret, Caret] | None:
        """The word (two clicks) or the paragraph (three) around a caret."""
        content = self.view.content
        text = content.text(caret.piece) if content is not None else ""
        start, end = (0, len(text)) if clicks == 3 else word_around(text, caret.at)
        return Caret(caret.piece, start), Caret(caret.piece, end)

    def select(self, anchor: Caret, head: Caret) -> None:
        self.view.is_late = head == self._at_line_end
        self.view.selection.select(anchor, head)

    def scroll_by(self, step: float) -> None:
        self.view.scroll_by(step)

    def when_text_comes(self, call: Callable[[], None]) -> None:
        """What shows is there."""


class TranscriptPointer(QObject):
    """Gestures of the mouse on one text view."""

    selected = Signal()  # text was selected by a finished gesture
    cleared = Signal()
    mark_clicked = Signal(object)  # TextMark
    link_clicked = Signal(object)  # engine.model.link.Link

    def __init__(self, view: TranscriptView) -> None:
        super().__init__(view)
        self._view = view
        self._gesture = TextGesture(TranscriptAim(view), self._tell_text, self._click)
        self._is_down = False
        self._cycle = Cycle()
        view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.MouseMove if isinstance(event, QMouseEvent):
                self._move(event)
            case QEvent.Type.MouseButtonPress if isinstance(event, QMouseEvent):
                return self._press(event, self._gesture.press)
            case QEvent.Type.MouseButtonDblClick if isinstance(event, QMouseEvent):
                return self._press(event, self._gesture.double)
            case QEvent.Type.MouseButtonRelease if isinstance(event, QMouseEvent):
                return self._release(event)
            case QEvent.Type.ToolTip if isinstance(event, QHelpEvent):
                return self._tell(event)
            case QEvent.Type.Wheel if isinstance(event, QWheelEvent):
                return self._wheel(event)
            case QEvent.Type.NativeGesture if isinstance(event, QNativeGestureEvent):
                return self._pinch(event)
        return False

    def marks_at(self, point: QPointF) -> list[TextMark]:
        """Marks under a viewport point, the shortest first."""
        return self._view.picture.marks_at(point)

    def link_at(self, point: QPointF) -> Link | None:
        """The PDF's own link under a viewport point."""
        links = self._view.matter.links
        found = self._view.column.nearest(point)
        if links is None or found is None:
            return None
        inside = point - found[1]
        for start, end, link in links.on_piece(found[0].piece):
            if any(rect.contains(inside) for rect in found[0].rects(start, end)):
                return link
        return None

    def correction_at(self, point: QPointF) -> tuple[str, str] | None:
        """What is printed and what is read where a person corrected the words under a viewport point."""
        content, found = self._view.content, self._view.column.nearest(point)
        if content is None or found is None or found[0].piece < 0:
            return None
        first, inside = content.starts[found[0].piece], point - found[1]
        for start, end, one in content.wording.changed:
            rects = found[0].rects(max(start - first, 0), max(end - first, 0)) if end > first else []
            if one is not None and any(rect.contains(inside) for rect in rects):
                return text_between(content.wording.machine, one.start, one.end), one.text
        return None

    def _press(self, event: QMouseEvent, begin: Callable[[QMouseEvent], None]) -> bool:
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        self._view.setFocus(Qt.FocusReason.MouseFocusReason)
        self._view.travel.halt()
        self._is_down = True
        begin(event)
        return True

    def _move(self, event: QMouseEvent) -> None:
        if self._is_down and event.buttons() & Qt.MouseButton.LeftButton:
            self._gesture.move(event.position())
        else:
            self._hover(event.position())

    def _release(self, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton or not self._is_down:
            return False
        self._is_down = False
        self._gesture.release(event.position())
        return True

    def _tell_text(self, has_text: bool) -> None:  # noqa: FBT001 - told by the gesture
        (self.selected if has_text else self.cleared).emit()

    def _click(self, point: QPointF) -> None:
        document = self._view.document
        if document is None:
            return
        marks, link = self.marks_at(point), self.link_at(point)
        if link is not None and not marks:
            self.link_clicked.emit(link)
            return
        chosen = self._cycle.next((mark.item_id for mark in marks), document.selected)
        if chosen:
            document.select(chosen, "page")
            self.mark_clicked.emit(next(mark for mark in marks if mark.item_id == chosen))
        elif document.selected:
            document.select("", "page")

    def _hover(self, point: QPointF) -> None:
        view = self._view
        shape = Qt.CursorShape.ArrowCursor
        if self.marks_at(point) or self.link_at(point) is not None:
            shape = Qt.CursorShape.PointingHandCursor
        elif view.content is not None and 0 <= point.x() - view.column.typeface.left <= view.column.typeface.width:
            shape = Qt.CursorShape.IBeamCursor
        if view.viewport().cursor().shape() != shape:
            view.viewport().setCursor(shape)

    def _tell(self, event: QHelpEvent) -> bool:
        point = QPointF(event.pos())
        marks, link = self.marks_at(point), self.link_at(point)
        document = self._view.document
        if marks and document is not None and document.session is not None:
            words = mark_tip(document.session.view, [mark.mark for mark in marks])
            QToolTip.showText(event.globalPos(), words, self._view.viewport())
        elif (correction := self.correction_at(point)) is not None:
            QToolTip.showText(event.globalPos(), corrected_tip(*correction), self._view.viewport())
        elif link is not None and (words := link_tip(link)):
            QToolTip.showText(event.globalPos(), words, self._view.viewport())
        else:
            QToolTip.hideText()
        return True

    def _wheel(self, event: QWheelEvent) -> bool:
        self._view.travel.halt()
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        self._view.set_zoom(self._view.zoom * _WHEEL ** (event.angleDelta().y() / 120), event.position())
        return True

    def _pinch(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self._view.set_zoom(self._view.zoom * (1 + event.value()), event.position())
        return True
