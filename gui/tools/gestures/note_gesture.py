"""Moves and resizes the selected note by dragging: one step a drag, none when it is given up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPen

from engine.model.geometry import Box
from gui.pages.mark_painting import paint_selection
from gui.pages.selection import TextSelection
from gui.style.colours import VERMILION, tint
from gui.tools.gestures.aim import Aim
from gui.tools.gestures.edge_scrolling import EdgeScrolling
from gui.tools.gestures.gesture import Gesture
from gui.tools.gestures.note_ends import range_of_note
from gui.tools.gestures.note_grips import Grip, Gripped, grip_at, stretched
from gui.tools.words.writing import move_to_box, move_to_text


class NoteGesture(Gesture):
    """`take` says whether the selected note lies under the pointer."""

    def __init__(self, aim: Aim, clicked: Callable[[QPointF], None]) -> None:
        super().__init__()
        self._aim = aim
        self._clicked = clicked
        self._gripped: Gripped | None = None
        self._grip: Grip | None = None
        self._rect = QRectF()
        self._top = 0.0  # of what showed when it began
        self._edge = EdgeScrolling(aim.view, lambda: aim.height, self._on_edge)
        self._range = TextSelection(lambda sheet: aim.view.supply.text(sheet) if aim.view.supply else None)

    def take(self, point: QPointF) -> bool:
        """Whether a grip of the selected note is under the pointer; it is what the gesture moves then."""
        found = grip_at(self._aim, point)
        if found is None:
            return False
        self._gripped, self._grip = found
        self.cursor = found[1].cursor
        return True

    def press(self, event: QMouseEvent) -> None:
        super().press(event)
        self._top = self._aim.view.camera.y
        if self._gripped is not None and self._gripped.is_text:
            ends = range_of_note(self._aim, self._gripped)
            self._range.clear()
            if ends is not None and self._grip is not None:
                ends = (ends[1], ends[0]) if self._grip.side == "start" else ends
                self._range = self._aim.view.selection.between(*ends)
        elif self._gripped is not None:
            self._rect = self._gripped.rect

    def drag(self, point: QPointF, _step: QPointF) -> None:
        if self._is_far:
            self._drag_to(point)
            self._edge.follow(point)

    def _on_edge(self, step: float) -> None:
        self._aim.scroll_by(step)
        self._drag_to(self._last)

    def _drag_to(self, point: QPointF) -> None:
        gripped, grip = self._gripped, self._grip
        if gripped is None or grip is None:
            return
        scrolled = self._aim.view.camera.y - self._top
        if gripped.is_text:
            caret = self._aim.caret(point)
            if caret is not None and self._range.anchor is not None and caret != self._range.anchor:
                self._range.select(self._range.anchor, caret)
        else:
            way, rect = point - self._origin, gripped.rect.translated(0, -scrolled)
            self._rect = stretched(rect, grip.side, way.x(), way.y() + scrolled)
        self._aim.view.viewport().update()

    def release(self, point: QPointF) -> None:
        gripped, grip, document = self._gripped, self._grip, self._aim.view.document
        self._gripped = None
        self._edge.stop()
        if not self._is_far:
            self._clicked(point)
        elif gripped is not None and grip is not None and document is not None:
            if gripped.is_text:
                move_to_text(document, gripped.note, self._range)
            else:
                found = self._box(gripped, grip, point)
                if found is not None:
                    move_to_box(document, gripped.note, *found)
        self._aim.view.viewport().update()

    def cancel(self) -> None:
        self._edge.stop()
        self._gripped = None
        self._aim.view.viewport().update()

    def paint(self, painter: QPainter) -> None:
        if self._gripped is None or not self._is_far:
            return
        if not self._gripped.is_text:
            painter.setPen(QPen(VERMILION, 1.5, Qt.PenStyle.DashLine))
            painter.setBrush(tint(VERMILION, 24))
            painter.drawRect(self._rect)
            return
        view = self._aim.view
        for part in self._range.stretches():
            text = self._aim.text(part.sheet)
            sheet = view.camera.page_box(part.sheet)
            rect = QRectF(sheet.left, sheet.bottom, sheet.width, sheet.height)
            if text is not None:
                boxes = text.boxes(part.start, part.end)
                paint_selection(painter, rect, view.camera.scale, boxes, tint(VERMILION, 70))

    def _box(self, gripped: Gripped, grip: Grip, point: QPointF) -> tuple[int, Box] | None:
        """The PDF page and the box in page space that was dragged to: moved, it may be another page's."""
        sheet = gripped.marks[0].page - 1
        if grip.side == "body":
            spot = self._aim.spot(point)
            sheet = spot.sheet if spot is not None else sheet
        box = self._aim.box_of(sheet, self._rect, keeps_size=grip.side == "body")
        return (sheet + 1, box) if box is not None else None
