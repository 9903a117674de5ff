"""Paints sheets and their pictures into the viewport. Functions of what they are given; no state.

Runs before page one is drawn: touching the namespace `Qt`, or a call like `fillRect` that may take one of its
enumerations, makes a hundred of them, which costs 15 ms; so neither is done here.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from engine.model.geometry import Box


def snapped(box: Box, ratio: float) -> QRectF:
    """A viewport rectangle moved onto whole device pixels, so that pictures stay sharp."""
    left, top = round(box.left * ratio) / ratio, round(box.bottom * ratio) / ratio
    return QRectF(left, top, round(box.width * ratio) / ratio, round(box.height * ratio) / ratio)


def paint_picture(painter: QPainter, rect: QRectF, image: QImage, ratio: float) -> None:
    """A page's picture: pixel for pixel where it fits, stretched where it is of another zoom."""
    width, height = round(rect.width() * ratio), round(rect.height() * ratio)
    if abs(image.width() - width) <= 1 and abs(image.height() - height) <= 1:
        image.setDevicePixelRatio(ratio)
        painter.drawImage(rect.topLeft(), image)
    else:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=True)
        painter.drawImage(rect, image, QRectF(0, 0, image.width(), image.height()))


def paint_tile(painter: QPainter, at: QPointF, image: QImage, ratio: float) -> None:
    """A sharp tile at its viewport position."""
    image.setDevicePixelRatio(ratio)
    painter.drawImage(QPointF(round(at.x() * ratio) / ratio, round(at.y() * ratio) / ratio), image)
