"""Jumps of the text view: to a stretch of the flow or a caret; short ways glide, what shows comfortably stays."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF

from gui.pages.glide import FARTHEST, Glide
from gui.transcript.content import Caret

_COMFORT = 0.12  # share of the height at its top and bottom where a shown place feels cut off
_HIGH = 0.6  # share of the height above which a place is shown from its top instead of centred


class TextTravel:
    """Where one text view goes."""

    def __init__(self, view: Any) -> None:
        self._view = view
        self._glide = Glide(self._on_glide, view)
        self._glided = 0.0

    @property
    def is_gliding(self) -> bool:
        return self._glide.is_running

    def halt(self) -> None:
        """Stop gliding."""
        self._glide.stop()

    def show(self, start: int, end: int, *, glide: bool = True) -> None:
        """Bring flow [start, end) into view, moving only when it does not already show comfortably."""
        content = self._view.content
        if content is not None and content.pieces:
            first, last = content.caret(start), content.caret(max(end - 1, start))
            self._show(first, last if last.piece == first.piece else first, glide=glide)

    def follow(self, caret: Caret, rim: float) -> None:
        """Scroll as little as brings the line of a caret into sight, a share of the height kept free around it."""
        view = self._view
        rect = view.column.caret_rect(caret, is_late=view.is_late)
        self._across(rect)
        edge = rim * view.column.height
        if rect.top() < edge:
            self._go(caret, rect, edge, glide=False)
        elif rect.bottom() > view.column.height - edge:
            self._go(caret, rect, max(view.column.height - edge - rect.height(), 0.0), glide=False)

    def _show(self, first: Caret, last: Caret, *, glide: bool) -> None:
        column = self._view.column
        top = column.caret_rect(first)
        low = column.caret_rect(last) if last != first else top
        edge = _COMFORT * column.height
        self._across(top)
        if top.top() < edge or low.bottom() > column.height - edge:
            high = low.bottom() - top.top()
            goal = column.height * 0.4 - high / 2 if high < column.height * _HIGH else edge
            self._go(first, top, goal, glide=glide)

    def _go(self, caret: Caret, rect: QRectF, goal: float, *, glide: bool) -> None:
        view = self._view
        step, height = rect.top() - goal, view.column.height
        if glide and view.isVisible() and abs(step) <= FARTHEST * height:
            self._glided = 0.0
            self._glide.start((0.0, 0.0), (0.0, step), height)
            return
        if abs(step) > height:
            view.leaping.emit()
        view.put(caret, goal)

    def _across(self, rect: QRectF) -> None:
        """Only a table can reach beyond the viewport's sides."""
        column = self._view.column
        if rect.left() < 0 or rect.right() > column.width - 8:
            self._view.horizontalScrollBar().setValue(round(column.x + rect.left() - column.width / 2))

    def _on_glide(self, _x: float, y: float) -> None:
        step, self._glided = y - self._glided, y
        self._view.scroll_by(step)
