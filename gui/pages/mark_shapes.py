"""The shapes of marks, the same on the printed pages and in the text view; colours are the caller's. Functions only.

A tick is 无误, a frame with a double line 有误, the double line alone 有误 to another person, a dashed frame 存疑,
a wave a finding, bars a heading by its level, a small sheet a note with words, a larger one a free note.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

_DASHES = (3.0, 2.0)
_BAR = 3.0  # pixels, the bar of a heading in the margin
_PALE = 150  # lightness from which words on a colour are dark


def frame(painter: QPainter, box: QRectF, state: str, weight: float, colour: QColor) -> None:
    """A frame around what is wrong, with a second line below, or doubtful, dashed."""
    pen = QPen(colour, weight)
    if state == "doubtful":
        pen.setDashPattern(_DASHES)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 2, 2)
    if state == "wrong":
        low = box.bottom() + 1 + 2 * weight
        painter.drawLine(QPointF(box.left(), low), QPointF(box.right(), low))


def double_line(painter: QPainter, box: QRectF, weight: float, colour: QColor) -> None:
    """Two lines below what is open here and wrong to another person."""
    painter.setPen(QPen(colour, weight))
    for low in (box.bottom(), box.bottom() + 1 + 2 * weight):
        painter.drawLine(QPointF(box.left(), low), QPointF(box.right(), low))


def tick(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """A small tick at the end of what is right."""
    size = max(5.0, min(20.0, box.height() * 0.45))
    left, low = box.right() - size * 0.2, box.top() + size * 0.35
    painter.setPen(QPen(colour, max(1.2, size * 0.18), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPolyline(
        QPolygonF(
            [
                QPointF(left, low - size * 0.35),
                QPointF(left + size * 0.35, low),
                QPointF(left + size, low - size * 0.8),
            ]
        )
    )


def wave(painter: QPainter, box: QRectF, colour: QColor, weight: float) -> None:
    """A wave below a finding."""
    painter.setPen(QPen(colour, weight))
    step = 3.0
    count = max(2, int(box.width() / step))
    low = box.bottom() + 1
    painter.drawPolyline(QPolygonF([QPointF(box.left() + i * step, low + (i % 2) * 2) for i in range(count + 1)]))


def bars(painter: QPainter, place: QRectF, level: int, colour: QColor) -> None:
    """As many bars as a heading's level, up to four, from the top of `place` to its bottom at its left edge."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    gap, count = 1.5, min(max(level, 1), 4)
    height = (place.height() - gap * (count - 1)) / count
    for part in range(count):
        painter.drawRoundedRect(QRectF(place.left(), place.top() + part * (height + gap), _BAR, height), 1, 1)


def speech(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """A small sheet at the end of a note that holds words."""
    at = QRectF(box.right() + 1, box.top() - 4, 9, 8)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
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


def pin(painter: QPainter, box: QRectF, colour: QColor, line: QColor) -> None:
    """A free note: a sheet with a turned-down corner and lines of words."""
    side = 0.84 * min(box.width(), box.height())
    sheet = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
    fold = side * 0.3
    painter.setPen(QPen(line, max(1.2, side * 0.06)))
    painter.setBrush(colour)
    right, low = sheet.right(), sheet.bottom()
    corners = [sheet.topLeft(), sheet.topRight(), QPointF(right, low - fold), QPointF(right - fold, low)]
    painter.drawPolygon(QPolygonF([*corners, sheet.bottomLeft()]))
    is_pale = colour.lightness() > _PALE
    painter.setPen(QPen(QColor(0x33, 0x33, 0x33) if is_pale else QColor(0xFF, 0xFF, 0xFF), max(1.0, side * 0.07)))
    for share, length in ((0.3, 0.7), (0.5, 0.7), (0.7, 0.4)):
        start = QPointF(sheet.left() + side * 0.15, sheet.top() + side * share)
        painter.drawLine(start, start + QPointF(side * length, 0))


def glow(painter: QPainter, box: QRectF, colour: QColor, fill: QColor | None = None) -> None:
    """A soft rim around what is selected."""
    rim = QColor(colour)
    rim.setAlpha(60)
    painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else fill)
    painter.setPen(QPen(rim, 6))
    painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), 3, 3)


def chosen(painter: QPainter, box: QRectF, colour: QColor, fill: QColor | None) -> None:
    """A strong frame with a glow around what is selected."""
    glow(painter, box, colour, fill)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 2))
    painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), 3, 3)
