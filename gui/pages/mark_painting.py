"""Paints marks and selected text over a page. Functions of what they are given; no state.

State is told by shape as well as by colour: a tint and a thin line is the machine's, a tick is 无误, a double line and
frame is 有误, a dashed frame is 存疑, a vermilion line is a human's value.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from engine.model.geometry import Box
from gui.bridge.geometry import PageGeometry
from gui.pages.marks import Mark
from gui.style.colours import FAINT, INK, PAPER, VERMILION, note_colour, tint

_DASHES = (3.0, 2.0)
_BAR = 3.0  # pixels, the bar of a heading in the margin


def paint_marks(
    painter: QPainter, rect: QRectF, geometry: PageGeometry, marks: Iterable[Mark], selected: str | None
) -> None:
    """All marks of a page whose sheet is `rect`; the selected one last and strongest."""
    painter.save()
    painter.translate(rect.topLeft())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
    chosen: Mark | None = None
    for mark in marks:
        boxes = [_rect(geometry, box) for box in mark.boxes]
        if mark.item_id == selected:
            chosen = mark
        if mark.kind == "note":
            _paint_note(painter, mark, boxes, geometry.scale)
        elif mark.kind == "heading":
            _paint_heading(painter, mark, boxes)
        else:
            _paint_item(painter, mark, boxes, geometry.scale)
    if chosen is not None:
        _paint_chosen(painter, chosen, [_rect(geometry, box) for box in chosen.boxes])
    painter.restore()


def paint_running_matter(painter: QPainter, rect: QRectF, geometry: PageGeometry, boxes: Iterable[Box]) -> None:
    """Running matter of a page: its words pale, on grey."""
    painter.save()
    painter.translate(rect.topLeft())
    for box in boxes:
        place = _rect(geometry, box).adjusted(-2, -2, 2, 2)
        painter.fillRect(place, tint(PAPER, 150))
        painter.fillRect(place, tint(FAINT, 50))
    painter.restore()


def paint_selection(painter: QPainter, rect: QRectF, scale: float, boxes: Iterable[Box], colour: QColor) -> None:
    """Selected text: `boxes` in displayed points of the page (y downwards)."""
    painter.save()
    painter.translate(rect.topLeft())
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    for box in boxes:
        painter.fillRect(QRectF(box.left * scale, box.bottom * scale, box.width * scale, box.height * scale), colour)
    painter.restore()


def _rect(geometry: PageGeometry, box: Box) -> QRectF:
    left, top, right, bottom = geometry.box_to_view(box)
    return QRectF(left, top, right - left, bottom - top)


def _paint_item(painter: QPainter, mark: Mark, boxes: list[QRectF], scale: float) -> None:
    human = mark.state in {"human", "wrong", "doubtful"}
    colour = VERMILION if human else INK
    weight = max(1.0, min(2.0, scale * 0.8))
    if mark.kind in {"metric", "numeral", "finding"}:
        strength = {"correct": 16, "wrong": 40}.get(mark.state, 30)
        for box in boxes:
            painter.fillRect(box, tint(colour, strength))
    style = {"task": Qt.PenStyle.DotLine, "system": Qt.PenStyle.DotLine}.get(mark.kind, Qt.PenStyle.SolidLine)
    for box in boxes:
        if mark.kind == "finding" and not human:
            _wave(painter, box, colour, weight)
        elif mark.state in {"wrong", "doubtful"}:
            _frame(painter, box, mark.state, weight)
        else:
            painter.setPen(QPen(tint(colour, 200), weight, style))
            painter.drawLine(box.bottomLeft(), box.bottomRight())
    if mark.state == "correct" and mark.is_last and boxes:
        _tick(painter, boxes[-1])


def _frame(painter: QPainter, box: QRectF, state: str, weight: float) -> None:
    pen = QPen(VERMILION, weight)
    if state == "doubtful":
        pen.setDashPattern(_DASHES)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 2, 2)
    if state == "wrong":
        low = box.bottom() + 1 + 2 * weight
        painter.drawLine(QPointF(box.left(), low), QPointF(box.right(), low))


def _tick(painter: QPainter, box: QRectF) -> None:
    size = max(5.0, min(10.0, box.height() * 0.45))
    left, low = box.right() - size * 0.2, box.top() + size * 0.35
    painter.setPen(QPen(INK, max(1.2, size * 0.18), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPolyline(
        QPolygonF(
            [
                QPointF(left, low - size * 0.35),
                QPointF(left + size * 0.35, low),
                QPointF(left + size, low - size * 0.8),
            ]
        )
    )


def _wave(painter: QPainter, box: QRectF, colour: QColor, weight: float) -> None:
    painter.setPen(QPen(colour, weight))
    step = 3.0
    count = max(2, int(box.width() / step))
    low = box.bottom() + 1
    painter.drawPolyline(QPolygonF([QPointF(box.left() + i * step, low + (i % 2) * 2) for i in range(count + 1)]))


def _paint_heading(painter: QPainter, mark: Mark, boxes: list[QRectF]) -> None:
    if not boxes:
        return
    level = int(mark.look) if mark.look.isdecimal() else 1
    colour = VERMILION if mark.state in {"human", "wrong", "doubtful"} else INK
    left = max(4.0, boxes[0].left() - 12.0)
    top, low = boxes[0].top(), boxes[-1].bottom()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    gap, count = 1.5, min(max(level, 1), 4)
    height = (low - top - gap * (count - 1)) / count
    for part in range(count):
        painter.drawRoundedRect(QRectF(left, top + part * (height + gap), _BAR, height), 1, 1)
    if mark.state in {"wrong", "doubtful"}:
        for box in boxes:
            _frame(painter, box, mark.state, 1.2)
    elif mark.state == "correct" and mark.is_last:
        _tick(painter, boxes[-1])


def _paint_note(painter: QPainter, mark: Mark, boxes: list[QRectF], scale: float) -> None:
    colour = note_colour(mark.colour, mark.look)
    weight = max(1.2, scale * 1.1)
    if mark.look == "highlight":
        painter.save()
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for box in boxes:
            painter.fillRect(box, colour.lighter(115))
        painter.restore()
    for box in boxes:
        painter.setPen(QPen(colour, weight))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if mark.look == "underline":
            painter.drawLine(box.bottomLeft(), box.bottomRight())
        elif mark.look == "strike":
            painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()))
        elif mark.look == "box":
            painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 2, 2)
    if boxes and mark.is_last and (mark.tip or mark.look == "note"):
        _speech(painter, boxes[-1])


def _speech(painter: QPainter, box: QRectF) -> None:
    """A small sheet at the end of a note that holds words."""
    at = QRectF(box.right() + 1, box.top() - 4, 9, 8)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(VERMILION)
    painter.drawRoundedRect(at, 2, 2)
    painter.drawPolygon(
        QPolygonF(
            [
                at.bottomLeft() + QPointF(1.5, -0.5),
                at.bottomLeft() + QPointF(1.5, 3),
                at.bottomLeft() + QPointF(5, -0.5),
            ]
        )
    )


def _paint_chosen(painter: QPainter, mark: Mark, boxes: list[QRectF]) -> None:
    colour = VERMILION if mark.state not in {"machine", "correct"} else INK
    fill = Qt.BrushStyle.NoBrush if mark.kind == "note" else tint(colour, 28)
    for box in boxes:
        painter.setBrush(fill)
        painter.setPen(QPen(tint(colour, 60), 6))
        painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), 3, 3)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 2))
        painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), 3, 3)
