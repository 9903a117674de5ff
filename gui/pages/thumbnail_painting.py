"""Paints one thumbnail: its sheet, its frame, its label and its signs. Functions of what they are given; no state."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage, QPainter, QPalette, QPen

from gui.pages.page_signs import Sign
from gui.style.colours import EDGE, INK, PAPER, VERMILION

_BADGE = 15  # pixels, the height of the sign with the number of open items
_NOTE = 9  # pixels, a side of the sign of notes
_MANY = 99


def paint_small_sheet(
    painter: QPainter, sheet: QRectF, image: QImage | None, palette: QPalette, *, is_here: bool
) -> None:
    """A small page, framed when it is the one that is read."""
    painter.fillRect(sheet, PAPER)
    if image is not None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=True)
        painter.drawImage(sheet, image)
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight) if is_here else EDGE, 3 if is_here else 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    rim = 2 if is_here else 0.5
    painter.drawRect(sheet.adjusted(-rim, -rim, rim, rim))


def paint_label(painter: QPainter, place: QRectF, words: str, palette: QPalette, *, has_keys: bool) -> None:
    """A page's printed label, on the selection's ground when the keys go here."""
    if has_keys:
        width = painter.fontMetrics().horizontalAdvance(words) + place.height()
        ground = QRectF(0, 0, width, place.height())
        ground.moveCenter(place.center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
        painter.drawRoundedRect(ground, 3, 3)
    role = QPalette.ColorRole.HighlightedText if has_keys else QPalette.ColorRole.WindowText
    painter.setPen(palette.color(role))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)


def paint_signs(painter: QPainter, corner: QPointF, sign: Sign, font: QFont) -> None:
    """An ink pill with the number of open items, and a vermilion square where there are notes, both below and to the
    left of `corner`."""
    painter.save()
    painter.setPen(QPen(PAPER, 1))
    top = corner.y()
    if sign.open_items:
        small = QFont(font)
        small.setPixelSize(_BADGE - 5)
        number = str(sign.open_items) if sign.open_items <= _MANY else f"{_MANY}+"
        width = max(_BADGE, QFontMetrics(small).horizontalAdvance(number) + 8)
        pill = QRectF(corner.x() - width, top, width, _BADGE)
        painter.setBrush(INK)
        painter.drawRoundedRect(pill, _BADGE / 2, _BADGE / 2)
        painter.setFont(small)
        painter.setPen(PAPER)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, number)
        top = pill.bottom() + 3
    if sign.notes:
        painter.setPen(QPen(PAPER, 1))
        painter.setBrush(VERMILION)
        painter.drawRect(QRectF(corner.x() - _NOTE, top, _NOTE, _NOTE))
    painter.restore()
