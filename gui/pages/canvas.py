"""Draws what the page view shows: the desk, sheets and pictures; what lies over them is the overlay's."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QAbstractScrollArea

from gui.pages.painting import paint_picture, paint_tile, snapped
from gui.pages.supply import PageSupply
from gui.pages.wanted import TILE, WHOLE, Wanted, page_pixels, wanted

_DARK = 128  # lightness below which the palette is a dark one


class Canvas:
    """The painter of one page view."""

    def __init__(self, view: Any) -> None:
        self._view = view

    def paint(self, painter: QPainter, dirty: QRect) -> bool:
        """Paint everything that touches `dirty`; returns whether a visible page was drawn sharp."""
        view = self._view
        supply: PageSupply | None = view.supply
        if supply is None:
            return False
        is_sharp = False
        for index in view.camera.visible():
            rect = snapped(view.camera.page_box(index), view.devicePixelRatioF())
            if rect.intersects(QRectF(dirty).adjusted(-2, -2, 2, 2)):
                is_sharp = self._paint_page(painter, supply, index, rect) or is_sharp
        if view.tool is not None:
            view.tool.paint(painter)
        return is_sharp

    def _paint_page(self, painter: QPainter, supply: PageSupply, index: int, rect: QRectF) -> bool:
        overlay = self._view.overlay
        if overlay is not None:
            overlay.paint_sheet(painter, rect)
        painter.save()
        painter.setClipRect(rect)
        is_sharp = index in supply.failures or self._paint_pixels(painter, supply, index, rect)
        if overlay is not None:
            overlay.paint(painter, supply, index, rect)
        painter.restore()
        return is_sharp

    def _paint_pixels(self, painter: QPainter, supply: PageSupply, index: int, rect: QRectF) -> bool:
        ratio = self._view.devicePixelRatioF()
        camera = self._view.camera
        scale = camera.scale * ratio
        if page_pixels(camera, index, ratio) <= WHOLE:
            image = supply.pictures.get(Wanted(index, scale))
            if image is not None:
                paint_picture(painter, rect, image, ratio)
                return True
        image = supply.pictures.stand_in(index, scale)
        if image is not None:
            paint_picture(painter, rect, image, ratio)
        is_sharp = False
        for want in wanted(camera, ratio, neighbours=False):
            if want.sheet == index and want.tile is not None:
                tile = supply.pictures.get(want)
                if tile is not None:
                    side = TILE / ratio
                    at = QPointF(rect.left() + want.tile[0] * side, rect.top() + want.tile[1] * side)
                    paint_tile(painter, at, tile, ratio)
                    is_sharp = True
        return is_sharp


def dress_desk(view: QAbstractScrollArea) -> None:
    """Give the viewport what the sheets lie on: a shade of the window's own colour, so that the paper is the brightest
    thing. Qt fills it by itself; `QPainter.fillRect` is not for before page one (see `gui.pages.painting`)."""
    palette = view.palette()
    base = palette.color(QPalette.ColorRole.Window)
    colour = base.darker(108) if base.lightness() >= _DARK else base.darker(125)
    palette.setColor(QPalette.ColorRole.Window, colour)  # what a viewport of our own is filled with
    view.viewport().setPalette(palette)
    view.viewport().setAutoFillBackground(True)
