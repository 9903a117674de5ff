"""Paints marks and selected text over a page. Functions of what they are given; no state.

State is told by shape as well as by colour: a tint and a thin line is the machine's, a tick is 无误, a double line and
frame is 有误, a double line without a frame is open here and 有误 to another person, a dashed frame is 存疑, a
vermilion line is a human's value.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from engine.model.geometry import Box
from gui.bridge.geometry import PageGeometry
from gui.pages import mark_shapes
from gui.pages.mark_shapes import bars, double_line, frame, pin, speech, tick, wave
from gui.pages.marks import Mark
from gui.style.colours import FAINT, INK, PAPER, VERMILION, note_colour, tint
from gui.style.contrast import SHAPE, readable


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


def lay_upright(painter: QPainter, rect: QRectF, geometry: PageGeometry, turn: int) -> PageGeometry:
    """Let lines lie along words that stand on their side: turn the painter over the sheet `rect` so that what is
    painted for the returned geometry, which has the page turned by `turn`, lies on the page as it is displayed."""
    angle = (geometry.turn - turn) % 360
    if angle:
        width, height = geometry.size
        corner = {90: QPointF(width, 0), 180: QPointF(width, height), 270: QPointF(0, height)}[angle]
        painter.translate(rect.topLeft() + corner)
        painter.rotate(angle)
        painter.translate(-rect.topLeft())
    return geometry._replace(turn=turn)


def paint_running_matter(painter: QPainter, rect: QRectF, geometry: PageGeometry, boxes: Iterable[Box]) -> None:
    """Running matter of a page: its words pale, on grey."""
    painter.save()
    painter.translate(rect.topLeft())
    for box in boxes:
        place = _rect(geometry, box).adjusted(-2, -2, 2, 2)
        painter.fillRect(place, tint(PAPER, 150))
        painter.fillRect(place, tint(FAINT, 50))
    painter.restore()


def paint_pointed_out(painter: QPainter, rect: QRectF, geometry: PageGeometry, boxes: Iterable[Box]) -> None:
    """What is pointed out: an outline that leaves the words as they are."""
    painter.save()
    painter.translate(rect.topLeft())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
    painter.setPen(QPen(INK, 1.5, Qt.PenStyle.DashDotLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for box in boxes:
        painter.drawRoundedRect(_rect(geometry, box).adjusted(-3, -3, 3, 3), 3, 3)
    painter.restore()


def paint_corrected(painter: QPainter, rect: QRectF, geometry: PageGeometry, boxes: Iterable[Box]) -> None:
    """Characters that a person corrected: a vermilion line under what is printed, a little below other lines."""
    painter.save()
    painter.translate(rect.topLeft())
    for box in boxes:
        shown = _rect(geometry, box)
        painter.setPen(QPen(VERMILION, max(1.2, shown.height() / 14), Qt.PenStyle.DotLine))
        painter.drawLine(shown.bottomLeft() + QPointF(0, 2), shown.bottomRight() + QPointF(0, 2))
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
        if mark.state == "others-wrong":
            double_line(painter, box, weight, VERMILION)
        elif mark.kind == "finding" and not human:
            wave(painter, box, colour, weight)
        elif mark.state in {"wrong", "doubtful"}:
            frame(painter, box, mark.state, weight, VERMILION)
        else:
            painter.setPen(QPen(tint(colour, 200), weight, style))
            painter.drawLine(box.bottomLeft(), box.bottomRight())
    if mark.state == "correct" and mark.is_last and boxes:
        tick(painter, boxes[-1], INK)


def _paint_heading(painter: QPainter, mark: Mark, boxes: list[QRectF]) -> None:
    if not boxes:
        return
    level = int(mark.look) if mark.look.isdecimal() else 1
    colour = VERMILION if mark.state in {"human", "wrong", "doubtful"} else INK
    left = max(4.0, boxes[0].left() - 12.0)
    top, low = boxes[0].top(), boxes[-1].bottom()
    bars(painter, QRectF(left, top, 0.0, low - top), level, colour)
    if mark.state in {"wrong", "doubtful"}:
        for box in boxes:
            frame(painter, box, mark.state, 1.2, VERMILION)
    elif mark.state == "others-wrong":
        for box in boxes:
            double_line(painter, box, 1.2, VERMILION)
    elif mark.state == "correct" and mark.is_last:
        tick(painter, boxes[-1], INK)


def _paint_note(painter: QPainter, mark: Mark, boxes: list[QRectF], scale: float) -> None:
    colour = note_colour(mark.colour, mark.look)
    line = readable(colour, PAPER, SHAPE)
    weight = max(1.2, scale * 1.1)
    is_pin = mark.look == "note" and len(boxes) == 1 and 0.5 < boxes[0].width() / max(boxes[0].height(), 1.0) < 2.0
    if mark.look == "highlight":
        painter.save()
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for box in boxes:
            painter.fillRect(box, colour.lighter(115))
        painter.restore()
    for box in boxes:
        painter.setPen(QPen(line, weight))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if mark.look == "underline":
            painter.drawLine(box.bottomLeft(), box.bottomRight())
        elif mark.look == "strike":
            painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()))
        elif mark.look == "box":
            painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 2, 2)
        elif is_pin:
            pin(painter, box, colour, line)
    if boxes and mark.is_last and not is_pin and (mark.tip or mark.look == "note"):
        speech(painter, boxes[-1], VERMILION)


def _paint_chosen(painter: QPainter, mark: Mark, boxes: list[QRectF]) -> None:
    colour = VERMILION if mark.state not in {"machine", "correct"} else INK
    for box in boxes:
        if mark.look == "box" and mark.kind == "note":
            mark_shapes.glow(painter, box, colour)  # it keeps its own line; its grips say that it is selected
        else:
            mark_shapes.chosen(painter, box, colour, None if mark.kind == "note" else tint(colour, 28))
