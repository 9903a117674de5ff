"""The pointer on the text view: selects by sign, word and paragraph, clicks marks and links, zooms. Watches the
viewport's events, as the pages' pointer does.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip

from engine.editing.text_in_force import text_between
from engine.model.link import Link
from gui.bridge.text import word_around
from gui.tools.pointing.tips import corrected_tip, mark_tip
from gui.transcript.content import Caret
from gui.transcript.marks import TextMark
from gui.transcript.view import TranscriptView

_EDGE_TICK = 30  # milliseconds between steps of scrolling when the pointer drags past an edge
_WHEEL = 1.15  # how much a notch of the wheel zooms


class TranscriptPointer(QObject):
    """Gestures of the mouse on one text view."""

    selected = Signal()  # text was selected by a finished gesture
    cleared = Signal()
    mark_clicked = Signal(object)  # TextMark
    link_clicked = Signal(object)  # engine.model.link.Link

    def __init__(self, view: TranscriptView) -> None:
        super().__init__(view)
        self._view = view
        self._origin: tuple[Caret, Caret] | None = None  # what the drag began with: a gap, a word, a paragraph
        self._pressed = QPointF()
        self._last = QPointF()
        self._is_far = False
        self._clicks = 0
        self._doubled = 0  # when the last double click was, as events tell the time
        self._cycle: tuple[str, ...] = ()
        self._edge = QTimer(self)
        self._edge.setInterval(_EDGE_TICK)
        self._edge.timeout.connect(self._on_edge)
        view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.MouseMove if isinstance(event, QMouseEvent):
                self._move(event)
            case QEvent.Type.MouseButtonPress if isinstance(event, QMouseEvent):
                return self._press(event)
            case QEvent.Type.MouseButtonDblClick if isinstance(event, QMouseEvent):
                return self._double(event)
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

    def _press(self, event: QMouseEvent) -> bool:
        view = self._view
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        view.setFocus(Qt.FocusReason.MouseFocusReason)
        view.travel.halt()
        found = view.column.caret_at(event.position())
        if found is None:
            return True
        caret, is_late = found
        is_soon = event.timestamp() - self._doubled <= QApplication.doubleClickInterval()
        is_third = self._clicks == 2 and is_soon and (event.position() - self._pressed).manhattanLength() < _near()
        self._pressed = self._last = event.position()
        self._is_far = False
        anchor = view.selection.anchor
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and anchor is not None:
            self._clicks, self._origin, self._is_far = 1, (anchor, anchor), True
            self._stretch_to(event.position())
        elif is_third:
            self._clicks = 3
            self._take(caret)
        else:
            self._clicks, self._origin = 1, (caret, caret)
            view.is_late = is_late
            view.selection.select(caret, caret)
            self.cleared.emit()
        view.viewport().update()
        return True

    def _double(self, event: QMouseEvent) -> bool:
        found = self._view.column.caret_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or found is None:
            return False
        self._pressed = self._last = event.position()
        self._clicks = 2
        self._doubled = event.timestamp()
        self._take(found[0])
        return True

    def _take(self, caret: Caret) -> None:
        """Select the word or paragraph at a caret; a drag goes on by whole ones."""
        self._is_far = True
        self._origin = self._around(caret)
        self._view.is_late = False
        self._view.selection.select(*self._origin)
        self._view.viewport().update()

    def _around(self, caret: Caret) -> tuple[Caret, Caret]:
        content = self._view.content
        text = content.text(caret.piece) if content is not None else ""
        if self._clicks == 2:
            start, end = word_around(text, caret.at)
        elif self._clicks == 3:
            start, end = 0, len(text)
        else:
            start = end = caret.at
        return Caret(caret.piece, start), Caret(caret.piece, end)

    def _move(self, event: QMouseEvent) -> None:
        point = event.position()
        if self._origin is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self._hover(point)
            return
        self._is_far = self._is_far or (point - self._pressed).manhattanLength() >= _near() // 2
        self._last = point
        if self._is_far:
            self._stretch_to(point)
            is_outside = not 0 <= point.y() <= self._view.column.height
            if is_outside != self._edge.isActive():
                self._edge.start() if is_outside else self._edge.stop()

    def _stretch_to(self, point: QPointF) -> None:
        view = self._view
        found = view.column.caret_at(point)
        if found is None or self._origin is None:
            return
        start, end = self._around(found[0])
        first, last = self._origin
        view.is_late = found[1] and self._clicks == 1
        if end <= first:
            view.selection.select(last, start)
        else:
            view.selection.select(min(first, start), max(last, end)) if self._clicks > 1 else view.selection.select(
                first, end
            )
        view.viewport().update()

    def _release(self, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton or self._origin is None:
            return False
        self._edge.stop()
        self._origin = None
        if not self._is_far:
            self._click(event.position())
        elif self._view.selection.is_empty:
            self.cleared.emit()
        else:
            self.selected.emit()
        return True

    def _click(self, point: QPointF) -> None:
        document = self._view.document
        if document is None:
            return
        marks, link = self.marks_at(point), self.link_at(point)
        if link is not None and not marks:
            self.link_clicked.emit(link)
            return
        if not marks:
            self._cycle = ()
            if document.selected:
                document.select("", "page")
            return
        ids = tuple(dict.fromkeys(mark.item_id for mark in marks))
        at = ids.index(document.selected) + 1 if ids == self._cycle and document.selected in ids else 0
        self._cycle = ids
        chosen = ids[at % len(ids)]
        document.select(chosen, "page")
        self.mark_clicked.emit(next(mark for mark in marks if mark.item_id == chosen))

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
        elif link is not None and link.uri:
            QToolTip.showText(event.globalPos(), link.uri, self._view.viewport())
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

    def _on_edge(self) -> None:
        over = self._last.y() if self._last.y() < 0 else self._last.y() - self._view.column.height
        self._view.scroll_by(over / 2)
        self._stretch_to(self._last)


def _near() -> int:
    return QApplication.startDragDistance()
