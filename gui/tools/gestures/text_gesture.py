"""Selects text, on the pages and in the text view alike: by dragging, word by word after a double click, by lines or
paragraphs after a third, on with Shift. Where the text under the pointer is still on its way, it is selected when it
comes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from gui.tools.gestures.edge_scrolling import EdgeScrolling
from gui.tools.gestures.gesture import Gesture


class TextAim(Protocol):
    """A view in which text is selected. A spot is what lies under a point, wherever the view goes; carets are ordered
    as the text is."""

    view: Any

    @property
    def height(self) -> float:
        """Of what shows, in pixels."""
        ...

    def spot(self, point: QPointF) -> Any:
        """The spot under a point, None where there is none."""
        ...

    def caret_of(self, spot: Any) -> Any:
        """The gap between characters nearest a spot; None while the text has not come: it is asked for then."""
        ...

    def unit(self, caret: Any, clicks: int) -> tuple[Any, Any] | None:
        """The word (two clicks) or the line or paragraph (three) around a caret."""
        ...

    def select(self, anchor: Any, head: Any) -> None: ...

    def scroll_by(self, step: float) -> None:
        """Show what lies so many pixels further down."""
        ...

    def when_text_comes(self, call: Callable[[], None]) -> None:
        """Call once when any text has come that was asked for."""
        ...


class TextGesture(Gesture):
    """`told` hears whether text is selected, `clicked` of a press that did not move."""

    def __init__(self, aim: TextAim, told: Callable[[bool], None], clicked: Callable[[QPointF], None]) -> None:
        super().__init__()
        self._aim = aim
        self._told = told
        self._clicked = clicked
        self._clicks = 0
        self._doubled = 0  # when the last double click was, as events tell the time
        self._from: Any = None  # the spot it began at
        self._first: tuple[Any, Any] | None = None  # the word or line it began with
        self._before: tuple[Any, Any] = (None, None)
        self._due: Callable[[], None] | None = None  # what waits for text
        self._is_over = True  # the button went up
        self._edge = EdgeScrolling(aim.view, lambda: aim.height, self._on_edge)

    def press(self, event: QMouseEvent) -> None:
        is_soon = event.timestamp() - self._doubled <= QApplication.doubleClickInterval()
        is_again = self._clicks == 2 and is_soon and self._is_near(event.position())
        selection = self._aim.view.selection
        self._before = (selection.anchor, selection.head)
        self._begin(event, 3 if is_again else 1)
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and selection.anchor is not None:
            self._is_far = True
            self._stretch_to(event.position())
        elif is_again:
            self._take()
        else:
            caret = self._aim.caret_of(self._from)
            if caret is None:
                selection.clear()
            else:
                self._aim.select(caret, caret)
            self._told(False)  # noqa: FBT003
        self._aim.view.viewport().update()

    def double(self, event: QMouseEvent) -> None:
        """The second press of a double click: the word."""
        self._begin(event, 2)
        self._doubled = event.timestamp()
        self._take()

    def drag(self, point: QPointF, _step: QPointF) -> None:
        if self._is_far:
            self._stretch_to(point)
            self._edge.follow(point)

    def release(self, point: QPointF) -> None:
        self._edge.stop()
        self._is_over = True
        if not self._is_far and self._clicks == 1:
            self._clicked(point)
        elif self._due is None:
            self._told(not self._aim.view.selection.is_empty)
        self._aim.view.viewport().update()

    def cancel(self) -> None:
        self._edge.stop()
        self._due = None
        self._clicks = 0
        anchor, head = self._before
        if anchor is not None and head is not None:
            self._aim.select(anchor, head)
        else:
            self._aim.view.selection.clear()
        self._told(not self._aim.view.selection.is_empty)
        self._aim.view.viewport().update()

    def _begin(self, event: QMouseEvent, clicks: int) -> None:
        super().press(event)
        self._clicks, self._first, self._due, self._is_over = clicks, None, None, False
        self._from = self._aim.spot(event.position())

    def _take(self) -> None:
        """Select the word or line under the pointer; a drag goes on by whole ones."""
        self._is_far = self._is_far or self._clicks == 3
        caret = self._aim.caret_of(self._from)
        if caret is None:
            self._wait(self._take)
            return
        self._first = self._aim.unit(caret, self._clicks)
        if self._first is not None:
            self._aim.select(*self._first)
            self._aim.view.viewport().update()

    def _stretch_to(self, point: QPointF) -> None:
        self._stretch(self._aim.spot(point))

    def _stretch(self, spot: Any) -> None:
        selection = self._aim.view.selection
        caret = self._aim.caret_of(spot)
        origin = selection.anchor if selection.anchor is not None else self._aim.caret_of(self._from)
        if caret is None or origin is None:
            self._wait(lambda: self._stretch(spot))
            return
        self._due = None
        if self._clicks > 1 and self._first is None:
            self._take()
        unit = self._aim.unit(caret, self._clicks) if self._first is not None else None
        if self._first is not None and unit is not None:
            low, high = min(self._first[0], unit[0]), max(self._first[1], unit[1])
            self._aim.select(*((high, low) if unit[0] < self._first[0] else (low, high)))
        else:
            self._aim.select(origin, caret)
        self._aim.view.viewport().update()

    def _wait(self, then: Callable[[], None]) -> None:
        """Go on when the text has come, unless another gesture was begun."""
        if self._due is None:
            self._aim.when_text_comes(self._on_text)
        self._due = then

    def _on_text(self) -> None:
        due, self._due = self._due, None
        if due is not None:
            due()
            if self._is_over and self._due is None:
                self._told(not self._aim.view.selection.is_empty)

    def _on_edge(self, step: float) -> None:
        self._aim.scroll_by(step)
        self._stretch_to(self._last)

    def _is_near(self, point: QPointF) -> bool:
        return (point - self._origin).manhattanLength() < QApplication.startDragDistance()
