"""The pointer on the page: one filter of the viewport's events, which gives every drag to one gesture.

The tool in hand (text, hand, box, pin) says which gesture a press of the left button begins; the middle button and a
held space bar are always the hand.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QToolTip

from gui.pages.canvas import dress_desk
from gui.pages.keys import scroll_of_key
from gui.pages.turning import PageTurning
from gui.pages.view import PageView
from gui.tools.gestures.aim import Aim
from gui.tools.gestures.clicking import Clicking
from gui.tools.gestures.gesture import Gesture
from gui.tools.gestures.hand_gesture import HandGesture, TapGesture
from gui.tools.gestures.note_gesture import NoteGesture
from gui.tools.gestures.note_grips import grip_at, paint_grips
from gui.tools.gestures.placing import BoxGesture, PinGesture, middle_box
from gui.tools.gestures.text_gesture import TextGesture
from gui.tools.gestures.zooming import Zooming
from gui.tools.pointing.tips import corrected_tip, link_tip, mark_tip

Mode = Literal["text", "hand", "box", "pin"]

_RESTING = {
    "text": Qt.CursorShape.ArrowCursor,
    "hand": Qt.CursorShape.OpenHandCursor,
    "box": Qt.CursorShape.CrossCursor,
    "pin": Qt.CursorShape.CrossCursor,
}
_REPEATED = 5  # milliseconds between letting go and pressing that no hand can do


class Pointer(QObject):
    """Mouse and keys of one page view. `keys` are asked in their order before a key scrolls."""

    selected = Signal()  # text was selected by a finished gesture
    cleared = Signal()
    placed = Signal(str, int, object)  # "box" or "pin", PDF page, Box in page space
    mode_changed = Signal(str)

    def __init__(self, view: PageView) -> None:
        super().__init__(view)
        self.mode: Mode = "text"
        self.keys: list[Callable[[QKeyEvent], bool]] = []
        self.painters: list[Callable[[QPainter], None]] = []
        self.aim = Aim(view)
        self.clicking = Clicking(self.aim)
        self._view = view
        self._turning = PageTurning(view)
        self._zooming = Zooming(view, self._turning)
        self._resting_mode: Mode = "text"
        self._is_space_down = False
        self._has_dragged = False
        self._space_gone = 0  # when the space bar was let go, in milliseconds
        click = self.clicking.click
        self._text = TextGesture(self.aim, self._tell_text, click)
        self._note = NoteGesture(self.aim, click)
        self._tap = TapGesture(self.aim, click)
        self._gestures: dict[Mode, Gesture] = {
            "text": self._text,
            "hand": HandGesture(self.aim, click),
            "box": BoxGesture(self.aim, lambda page, box: self.placed.emit("box", page, box)),
            "pin": PinGesture(self.aim, lambda page, box: self.placed.emit("pin", page, box)),
        }
        self._running: Gesture | None = None
        view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        view.viewport().setMouseTracking(True)
        view.viewport().installEventFilter(self)
        view.installEventFilter(self)

    # -- the tool in hand --------------------------------------------------------------------------------------------

    def set_mode(self, mode: Mode) -> None:
        """Take another tool; text and hand stay in hand, a box or a pin until one is placed."""
        if mode == self.mode:
            return
        self._stop()
        self.mode = mode
        if mode in {"text", "hand"}:
            self._resting_mode = mode
        self._view.viewport().setCursor(_RESTING[mode])
        self._zooming.let_fingers_scroll(mode in {"text", "hand"})
        self.mode_changed.emit(mode)

    def rest(self) -> None:
        """Back from placing to the tool that was in hand before."""
        self.set_mode(self._resting_mode)

    # -- what the page view asks -------------------------------------------------------------------------------------

    def paint(self, painter: QPainter) -> None:
        """What lies over all pages: the gesture's own, the selected note's grips, what others add."""
        if self._running is not None:
            self._running.paint(painter)
        if self._running is not self._note:
            paint_grips(painter, self.aim)
        for paint in self.painters:
            paint(painter)

    def key(self, event: QKeyEvent) -> bool:
        """Escape gives up what is under way, the keys' own come next, the rest scrolls; whether the key was used."""
        if event.key() == Qt.Key.Key_Escape:
            return self._give_up()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.mode in {"box", "pin"}:
            self._place_here()
            return True
        if event.key() == Qt.Key.Key_Space and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self._hold_space(event)
            return True
        if any(used(event) for used in self.keys):
            return True
        return self._scroll(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._view:
            return self._filter_keys(event)
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
            case QEvent.Type.PaletteChange:
                dress_desk(self._view)
            case _:
                return self._zooming.take(event)
        return False

    # -- the mouse ---------------------------------------------------------------------------------------------------

    def _press(self, event: QMouseEvent) -> bool:
        view = self._view
        if view.supply is None or self._running is not None:
            return False
        view.halt()
        if event.button() in {Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton}:
            (view.travel.back if event.button() == Qt.MouseButton.BackButton else view.travel.forward)()
            return True
        gesture = self._gesture_for(event)
        if gesture is None:
            return False
        self._running = gesture
        self._has_dragged = True
        gesture.press(event)
        if gesture.cursor is not None:
            view.viewport().setCursor(gesture.cursor)
        view.setFocus(Qt.FocusReason.MouseFocusReason)
        return True

    def _gesture_for(self, event: QMouseEvent) -> Gesture | None:
        if event.button() == Qt.MouseButton.MiddleButton:
            return self._gestures["hand"]
        if event.button() != Qt.MouseButton.LeftButton:
            return None
        if self._is_space_down:
            return self._gestures["hand"]
        if self.mode in {"text", "hand"} and event.source() == Qt.MouseEventSource.MouseEventSynthesizedByQt:
            return self._tap
        is_plain = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if self.mode in {"text", "hand"} and is_plain and self._note.take(event.position()):
            return self._note
        return self._gestures[self.mode]

    def _double(self, event: QMouseEvent) -> bool:
        """A second click in time: the word under it; for other tools it is a press like any other."""
        if event.button() != Qt.MouseButton.LeftButton or self.mode != "text" or self._view.supply is None:
            return self._press(event)
        self._running = self._text
        self._text.double(event)
        return True

    def _move(self, event: QMouseEvent) -> None:
        if self._running is not None and event.buttons():
            self._running.move(event.position())
        elif self._view.supply is not None:
            self._hover(event.position())

    def _release(self, event: QMouseEvent) -> bool:
        running, self._running = self._running, None
        if running is None:
            return False
        running.release(event.position())
        self._view.viewport().setCursor(self._resting_cursor())
        self._hover(event.position())
        self._view.viewport().update()
        return True

    def _hover(self, point: QPointF) -> None:
        if not self._view.camera.layout.pages:
            return
        shape = self._resting_cursor()
        grip = grip_at(self.aim, point) if self.mode in {"text", "hand"} and not self._is_space_down else None
        if grip is not None:
            shape = grip[1].cursor
        elif self.mode == "text" and not self._is_space_down:
            if self.aim.marks(point) or self.aim.link(point) is not None:
                shape = Qt.CursorShape.PointingHandCursor
            elif self.aim.is_over_text(point):
                shape = Qt.CursorShape.IBeamCursor
        if self._view.viewport().cursor().shape() != shape:
            self._view.viewport().setCursor(shape)

    def _resting_cursor(self) -> Qt.CursorShape:
        return Qt.CursorShape.OpenHandCursor if self._is_space_down else _RESTING[self.mode]

    def _tell(self, event: QHelpEvent) -> bool:
        marks = self.aim.marks(QPointF(event.pos()))
        document = self._view.document
        if not marks or document is None or document.session is None:
            self._tell_correction(event)
            return True
        QToolTip.showText(event.globalPos(), mark_tip(document.session.view, marks), self._view.viewport())
        return True

    def _tell_correction(self, event: QHelpEvent) -> None:
        """How characters are read that a person corrected; where a link leads."""
        spot, overlay = self.aim.spot(QPointF(event.pos())), self._view.overlay
        link = self.aim.link(QPointF(event.pos()))
        if link is not None and (words := link_tip(link)):
            QToolTip.showText(event.globalPos(), words, self._view.viewport())
            return
        if spot is None or overlay is None:
            QToolTip.hideText()
            return
        geometry = self._view.camera.layout.geometry(spot.sheet, 1.0)
        found = overlay.corrected.at(spot.sheet, *geometry.to_page(spot.across, spot.down))
        QToolTip.showText(event.globalPos(), corrected_tip(*found) if found else "", self._view.viewport())

    def _tell_text(self, has_text: bool) -> None:  # noqa: FBT001 - told by the gesture
        (self.selected if has_text else self.cleared).emit()

    # -- keys --------------------------------------------------------------------------------------------------------

    def _filter_keys(self, event: QEvent) -> bool:
        """Keys that are meant for the page although a shortcut has them, and the release of the space bar."""
        match event.type():
            case QEvent.Type.ShortcutOverride if isinstance(event, QKeyEvent):
                if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.mode in {"box", "pin"}:
                    event.accept()
                    return True
            case QEvent.Type.KeyRelease if isinstance(event, QKeyEvent):
                if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat() and self._is_space_down:
                    self._let_space_go(event)
                    return True
            case QEvent.Type.FocusOut:
                self._is_space_down = False
        return False

    def _hold_space(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat():
            is_repeated = 0 < event.timestamp() <= self._space_gone + _REPEATED  # not all displays say so
            self._is_space_down = True
            self._has_dragged = self._running is not None or (is_repeated and self._has_dragged)
            self._view.viewport().setCursor(self._resting_cursor())

    def _let_space_go(self, event: QKeyEvent) -> None:
        """Space by itself turns over a pageful; held for the hand it does nothing more."""
        self._is_space_down = False
        self._space_gone = event.timestamp()
        self._view.viewport().setCursor(self._resting_cursor())
        if not self._has_dragged:
            self._scroll(event)

    def _give_up(self) -> bool:
        view = self._view
        if self._running is not None:
            self._stop()
        elif self.mode in {"box", "pin"}:
            self.rest()
        elif not view.selection.is_empty:
            head = view.selection.head
            view.selection.clear()
            if head is not None:
                view.selection.select(head, head)
            self.cleared.emit()
        elif view.overlay is not None and view.overlay.search is not None and view.overlay.search.give_up():
            pass
        elif view.document is not None and view.document.selected:
            view.document.select("", "page")
        else:
            return False
        view.viewport().update()
        return True

    def _stop(self) -> None:
        running, self._running = self._running, None
        if running is not None:
            running.cancel()
            self._view.viewport().setCursor(self._resting_cursor())

    def _place_here(self) -> None:
        """Place a box or a pin without the mouse: in the middle of what shows, to be moved by the arrow keys."""
        found = middle_box(self.aim, self.mode)
        if found is not None:
            self.placed.emit(self.mode, *found)

    def _scroll(self, event: QKeyEvent) -> bool:
        move = scroll_of_key(event, self._view.camera)
        if move is None:
            return False
        self._turning.push(*move, glide=not event.isAutoRepeat())
        return True
