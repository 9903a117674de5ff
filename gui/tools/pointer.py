"""The pointer on the page: selects text, draws boxes, drags the paper, clicks marks. Watches the viewport's events."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QNativeGestureEvent, QPainter, QPen, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip

from engine.model.geometry import Box
from engine.model.link import Link
from gui.pages.canvas import dress_desk
from gui.pages.keys import scroll_of_key
from gui.pages.marks import Mark
from gui.pages.page_text import PageText
from gui.pages.selection import Caret
from gui.pages.turning import PageTurning
from gui.pages.view import PageView
from gui.style.colours import VERMILION, tint
from gui.tools.tips import mark_tip

Mode = Literal["text", "box"]

_EDGE_TICK = 30  # milliseconds between steps of scrolling when the pointer drags past an edge
_WHEEL = 1.15  # how much a notch of the wheel zooms
_SMALLEST = 3.0  # points a box must measure


class Pointer(QObject):
    """Gestures of the mouse. One page view, one pointer."""

    selected = Signal()  # text was selected by a finished gesture
    cleared = Signal()
    box_drawn = Signal(int, object)  # PDF page, Box in page space
    mark_clicked = Signal(object)  # Mark
    link_clicked = Signal(object)  # engine.model.link.Link

    def __init__(self, view: PageView) -> None:
        super().__init__(view)
        self.mode: Mode = "text"
        self._view = view
        self._turning = PageTurning(view)
        self._pressed: QPointF | None = None
        self._last = QPointF()
        self._drag: Literal["", "text", "box", "hand"] = ""
        self._is_far = False
        self._clicks = 0
        self._cycle: tuple[str, ...] = ()
        self._edge = QTimer(self)
        self._edge.setInterval(_EDGE_TICK)
        self._edge.timeout.connect(self._on_edge)
        view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        view.viewport().setMouseTracking(True)
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
            case QEvent.Type.ApplicationPaletteChange:
                dress_desk(self._view)
            case QEvent.Type.NativeGesture if isinstance(event, QNativeGestureEvent):
                return self._pinch(event)
        return False

    def paint(self, painter: QPainter) -> None:
        """The box that is being drawn."""
        if self._drag == "box" and self._pressed is not None:
            painter.setPen(QPen(VERMILION, 1.5))
            painter.setBrush(tint(VERMILION, 24))
            painter.drawRect(QRectF(self._pressed, self._last).normalized())

    def key(self, event: QKeyEvent) -> bool:
        """Escape drops the selection, other keys scroll; whether the key was used."""
        view = self._view
        if event.key() == Qt.Key.Key_Escape and not view.selection.is_empty:
            view.selection.clear()
            self.cleared.emit()
            view.viewport().update()
            return True
        move = scroll_of_key(event, view.camera)
        if move is None:
            return False
        self._turning.push(*move, glide=not event.isAutoRepeat())
        return True

    def set_mode(self, mode: Mode) -> None:
        self.mode = mode
        shape = Qt.CursorShape.CrossCursor if mode == "box" else Qt.CursorShape.ArrowCursor
        self._view.viewport().setCursor(shape)

    def marks_at(self, point: QPointF) -> list[Mark]:
        """Marks under a viewport point, the smallest first."""
        view = self._view
        if view.supply is None or not view.camera.layout.pages:
            return []
        spot = view.camera.spot_at(point.x(), point.y())
        geometry = view.camera.layout.geometry(spot.sheet, 1.0)
        return view.supply.marks.at(spot.sheet + 1, *geometry.to_page(spot.across, spot.down))

    def link_at(self, point: QPointF) -> Link | None:
        """The PDF's own link under a viewport point, once the page's links are known."""
        view = self._view
        if view.supply is None or not view.camera.layout.pages:
            return None
        spot = view.camera.spot_at(point.x(), point.y())
        geometry = view.camera.layout.geometry(spot.sheet, 1.0)
        return view.supply.link_at(spot.sheet, *geometry.to_page(spot.across, spot.down))

    def _press(self, event: QMouseEvent) -> bool:
        view = self._view
        if view.supply is None:
            return False
        if event.button() in {Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton}:
            (view.travel.back if event.button() == Qt.MouseButton.BackButton else view.travel.forward)()
            return True
        self._pressed = self._last = event.position()
        self._is_far = False
        view.halt()
        if event.button() == Qt.MouseButton.MiddleButton:
            self._drag = "hand"
            view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() != Qt.MouseButton.LeftButton:
            self._drag = ""
            return False
        elif self.mode == "box":
            self._drag = "box"
        else:
            self._begin_text(event)
        view.setFocus(Qt.FocusReason.MouseFocusReason)
        return True

    def _begin_text(self, event: QMouseEvent) -> None:
        view = self._view
        self._drag = "text"
        caret = self._caret(event.position())
        if caret is None:  # the page's text is on its way: the drag starts where the pointer is now
            self._clicks = 1
            view.selection.clear()
            self.cleared.emit()
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and view.selection.anchor is not None:
            view.selection.select(view.selection.anchor, caret)
        elif self._clicks == 2 and self._is_near(event.position()):
            self._select_around(caret, by_line=True)
            self._clicks = 3
        else:
            self._clicks = 1
            view.selection.select(caret, caret)
            self.cleared.emit()
        view.viewport().update()

    def _double(self, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton or self.mode != "text":
            return False
        self._pressed = self._last = event.position()
        self._clicks = 2
        self._drag = "text"
        self._is_far = True
        caret = self._caret(event.position())
        if caret is not None:
            self._select_around(caret, by_line=False)
        return True

    def _select_around(self, caret: Caret, *, by_line: bool) -> None:
        view = self._view
        text = self._text(caret.sheet)
        if text is not None:
            start, end = text.line_at(caret.at) if by_line else text.word_at(caret.at)
            view.selection.select(Caret(caret.sheet, start), Caret(caret.sheet, end))
            self._is_far = True
            view.viewport().update()

    def _move(self, event: QMouseEvent) -> None:
        view = self._view
        point = event.position()
        if view.supply is None:
            return
        if not self._drag or not event.buttons():
            self._hover(point)
            return
        if not self._is_far and self._pressed is not None:
            self._is_far = (point - self._pressed).manhattanLength() >= QApplication.startDragDistance() // 2
        if self._drag == "hand":
            step = point - self._last
            view.scroll_to(view.camera.x - step.x(), view.camera.y - step.y(), glide=False)
        self._last = point
        if self._drag == "text" and self._is_far and self._clicks == 1:
            self._stretch_to(point)
            outside = not 0 <= point.y() <= view.camera.height
            if outside != self._edge.isActive():
                self._edge.start() if outside else self._edge.stop()
        elif self._drag == "box":
            view.viewport().update()

    def _stretch_to(self, point: QPointF) -> None:
        view = self._view
        caret = self._caret(point)
        if caret is None or self._pressed is None:
            return
        if view.selection.anchor is None:
            origin = self._caret(self._pressed)
            if origin is None:
                return
            view.selection.select(origin, caret)
        else:
            view.selection.select(view.selection.anchor, caret)
        view.viewport().update()

    def _release(self, event: QMouseEvent) -> bool:
        drag, self._drag = self._drag, ""
        self._edge.stop()
        view = self._view
        if view.supply is None or self._pressed is None:
            return False
        if drag == "hand":
            self.set_mode(self.mode)
        elif drag == "box":
            self._finish_box(event.position())
        elif drag == "text" and not self._is_far:
            view.selection.clear()
            self._click(event.position())
        elif drag == "text":
            (self.cleared if view.selection.is_empty else self.selected).emit()
        view.viewport().update()
        return bool(drag)

    def _click(self, point: QPointF) -> None:
        view = self._view
        document = view.document
        if document is None or view.supply is None:
            return
        sheet = view.camera.spot_at(point.x(), point.y()).sheet
        if sheet in view.supply.failures and view.overlay.retry_rect(sheet).contains(point):
            view.supply.retry(sheet)
            view.want()
            return
        marks = self.marks_at(point)
        link = self.link_at(point)
        if link is not None and not marks:
            self.link_clicked.emit(link)
            return
        if not marks:
            self._cycle = ()
            if document.selected:
                document.select("", "page")
            return
        ids = tuple(mark.item_id for mark in marks)
        at = ids.index(document.selected) + 1 if ids == self._cycle and document.selected in ids else 0
        self._cycle = ids
        chosen = marks[at % len(marks)]
        document.select(chosen.item_id, "page")
        self.mark_clicked.emit(chosen)

    def _finish_box(self, point: QPointF) -> None:
        if self._pressed is None:
            return
        camera = self._view.camera
        sheet = camera.spot_at(self._pressed.x(), self._pressed.y()).sheet
        page = camera.page_box(sheet)
        xs = sorted(min(max(x, page.left), page.right) - page.left for x in (self._pressed.x(), point.x()))
        ys = sorted(min(max(y, page.bottom), page.top) - page.bottom for y in (self._pressed.y(), point.y()))
        box = camera.geometry(sheet).box_to_page(Box(xs[0], ys[0], xs[1], ys[1]))
        if box.width >= _SMALLEST and box.height >= _SMALLEST:
            self.box_drawn.emit(sheet + 1, box)

    def _hover(self, point: QPointF) -> None:
        view = self._view
        if self.mode == "box" or not view.camera.layout.pages:
            return
        spot = view.camera.spot_at(point.x(), point.y())
        shape = Qt.CursorShape.ArrowCursor
        text = self._text(spot.sheet)
        if self.marks_at(point) or self.link_at(point) is not None:
            shape = Qt.CursorShape.PointingHandCursor
        elif text is not None and text.is_over(spot.across, spot.down):
            shape = Qt.CursorShape.IBeamCursor
        if view.viewport().cursor().shape() != shape:
            view.viewport().setCursor(shape)

    def _tell(self, event: QHelpEvent) -> bool:
        marks = self.marks_at(QPointF(event.pos()))
        document = self._view.document
        if not marks or document is None or document.session is None:
            QToolTip.hideText()
            return True
        QToolTip.showText(event.globalPos(), mark_tip(document.session.view, marks[0]), self._view.viewport())
        return True

    def _wheel(self, event: QWheelEvent) -> bool:
        self._view.halt()
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return self._turning.wheel(event)
        self._view.set_zoom(self._view.camera.zoom * _WHEEL ** (event.angleDelta().y() / 120), event.position())
        return True

    def _pinch(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self._view.set_zoom(self._view.camera.zoom * (1 + event.value()), event.position())
        return True

    def _on_edge(self) -> None:
        view = self._view
        over = self._last.y() if self._last.y() < 0 else self._last.y() - view.camera.height
        view.scroll_to(view.camera.x, view.camera.y + over / 2, glide=False)
        self._stretch_to(self._last)

    def _is_near(self, point: QPointF) -> bool:
        return (point - self._last).manhattanLength() < QApplication.startDragDistance()

    def _text(self, sheet: int) -> PageText | None:
        supply = self._view.supply
        if supply is None:
            return None
        supply.ask_text(sheet)
        return supply.text(sheet)

    def _caret(self, point: QPointF) -> Caret | None:
        if not self._view.camera.layout.pages:
            return None
        spot = self._view.camera.spot_at(point.x(), point.y())
        text = self._text(spot.sheet)
        return None if text is None else Caret(spot.sheet, text.caret_at(spot.across, spot.down))
