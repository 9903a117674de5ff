"""Where the selected note of a page view can be gripped: the edges of a box, a pin, the ends of marked text."""

from __future__ import annotations

from typing import Literal, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gui.pages.marks import Mark
from gui.style.colours import PAPER, VERMILION
from gui.tools.gestures.aim import Aim

Side = Literal["nw", "n", "ne", "e", "se", "s", "sw", "w", "start", "end", "body"]

TEXT_TYPES = ("highlight", "underline", "strike")
SIZE = 8.0  # pixels of a grip
_REACH = 6.0  # pixels around a grip that still count as on it
_SMALLEST = 28.0  # pixels an edge measures to have a grip in its middle

_CURSORS = {
    "nw": Qt.CursorShape.SizeFDiagCursor,
    "se": Qt.CursorShape.SizeFDiagCursor,
    "ne": Qt.CursorShape.SizeBDiagCursor,
    "sw": Qt.CursorShape.SizeBDiagCursor,
    "n": Qt.CursorShape.SizeVerCursor,
    "s": Qt.CursorShape.SizeVerCursor,
    "e": Qt.CursorShape.SizeHorCursor,
    "w": Qt.CursorShape.SizeHorCursor,
    "start": Qt.CursorShape.SizeHorCursor,
    "end": Qt.CursorShape.SizeHorCursor,
    "body": Qt.CursorShape.SizeAllCursor,
}


class Grip(NamedTuple):
    """A point of the viewport by which a note can be taken."""

    side: Side
    at: QPointF

    @property
    def cursor(self) -> Qt.CursorShape:
        return _CURSORS[self.side]

    def holds(self, point: QPointF) -> bool:
        way = point - self.at
        return max(abs(way.x()), abs(way.y())) <= SIZE / 2 + _REACH


class Gripped(NamedTuple):
    """The selected note where it shows: its marks, the rectangle of a box or pin in the viewport, and whether it marks
    text: a note with words may do so without a line of its own."""

    note: str
    marks: tuple[Mark, ...]
    rect: QRectF
    is_text: bool

    @property
    def is_box(self) -> bool:
        return self.marks[0].look == "box"


def selected_note(aim: Aim) -> Gripped | None:
    """The selected note of the view's document, if it is marked on a page and its kind is shown."""
    view = aim.view
    document, supply = view.document, view.supply
    if document is None or supply is None or not document.selected or "note" in supply.marks.hidden:
        return None
    marks = supply.marks.of_item(document.selected)
    if not marks or marks[0].kind != "note" or document.session is None:
        return None
    note = document.session.view.note(document.selected)
    if note is None:
        return None
    is_text = marks[0].look in TEXT_TYPES or (marks[0].look == "note" and any(place.chars for place in note.places))
    return Gripped(document.selected, marks, rect_of(aim, marks[0]), is_text)


def rect_of(aim: Aim, mark: Mark) -> QRectF:
    """The rectangle of a mark's first box in the viewport."""
    box = aim.rect(mark.page, mark.boxes[0])
    return QRectF(box.left, box.bottom, box.width, box.height)


def grips_of(aim: Aim, gripped: Gripped) -> list[Grip]:
    """The grips of a note, corners before edges."""
    if gripped.is_text:
        first, last = gripped.marks[0], gripped.marks[-1]
        start = aim.line_end(first.page, first.boxes[0], 0.0)
        return [Grip("start", start), Grip("end", aim.line_end(last.page, last.boxes[-1], 1.0))]
    return box_grips(gripped.rect) if gripped.is_box else []


def box_grips(rect: QRectF) -> list[Grip]:
    """The grips of a rectangle; short edges have none in their middle."""
    middle = rect.center()
    grips = [
        Grip("nw", rect.topLeft()),
        Grip("ne", rect.topRight()),
        Grip("se", rect.bottomRight()),
        Grip("sw", rect.bottomLeft()),
    ]
    if rect.width() >= _SMALLEST:
        grips += [Grip("n", QPointF(middle.x(), rect.top())), Grip("s", QPointF(middle.x(), rect.bottom()))]
    if rect.height() >= _SMALLEST:
        grips += [Grip("w", QPointF(rect.left(), middle.y())), Grip("e", QPointF(rect.right(), middle.y()))]
    return grips


def grip_at(aim: Aim, point: QPointF) -> tuple[Gripped, Grip] | None:
    """The selected note and the grip of it under a viewport point; a box and a pin are also taken by their body."""
    gripped = selected_note(aim)
    if gripped is None:
        return None
    for grip in grips_of(aim, gripped):
        if grip.holds(point):
            return gripped, grip
    if not gripped.is_text and gripped.rect.contains(point):
        return gripped, Grip("body", point)
    return None


def stretched(rect: QRectF, side: Side, x: float, y: float) -> QRectF:
    """A rectangle whose side or corner was dragged by (x, y); with "body" all of it."""
    if side == "body":
        return rect.translated(x, y)
    left, top, right, low = rect.left(), rect.top(), rect.right(), rect.bottom()
    left += x if "w" in side else 0
    right += x if "e" in side else 0
    top += y if "n" in side else 0
    low += y if "s" in side else 0
    return QRectF(QPointF(left, top), QPointF(right, low)).normalized()


def paint_grips(painter: QPainter, aim: Aim) -> None:
    """The grips of the selected note."""
    gripped = selected_note(aim)
    if gripped is None:
        return
    painter.setPen(QPen(VERMILION, 1.5))
    painter.setBrush(PAPER)
    for grip in grips_of(aim, gripped):
        spot = QRectF(grip.at.x() - SIZE / 2, grip.at.y() - SIZE / 2, SIZE, SIZE)
        (painter.drawEllipse if gripped.is_text else painter.drawRect)(spot)
