"""Draws what the page view shows: sheets, pictures, marks, selection, and what a page says when it cannot be shown."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette

from gui.pages.painting import paint_marks, paint_picture, paint_selection, paint_sheet, paint_tile, snapped
from gui.pages.supply import PageSupply
from gui.pages.wanted import TILE, WHOLE, Wanted, page_pixels, wanted
from gui.style.colours import FAINT

_DARK = 128  # lightness below which the palette is a dark one


class Canvas:
    """The painter of one page view."""

    def __init__(self, view: Any) -> None:
        self._view = view

    def paint(self, painter: QPainter, dirty: QRect) -> bool:
        """Paint everything that touches `dirty`; returns whether a visible page was drawn sharp."""
        view = self._view
        painter.fillRect(dirty, desk_colour(view.palette()))
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

    def retry_rect(self, index: int) -> QRectF:
        """Where a failed page shows its button, in viewport pixels."""
        box = self._view.camera.page_box(index)
        middle = QPointF((box.left + box.right) / 2, min(box.bottom + box.height / 2, box.bottom + 300))
        return QRectF(middle.x() - 48, middle.y() + 24, 96, 32)

    def _paint_page(self, painter: QPainter, supply: PageSupply, index: int, rect: QRectF) -> bool:
        paint_sheet(painter, rect)
        painter.save()
        painter.setClipRect(rect)
        if index in supply.failures:
            self._paint_failure(painter, index, rect)
            painter.restore()
            return True
        is_sharp = self._paint_pixels(painter, supply, index, rect)
        camera = self._view.camera
        marks = supply.marks.on_page(index + 1)
        if marks:
            paint_marks(painter, rect, camera.geometry(index), marks, supply.document.selected)
        stretch = self._view.selection.stretch_on(index)
        text = supply.text(index)
        if stretch is not None and text is not None:
            colour = self._view.palette().color(QPalette.ColorRole.Highlight)
            paint_selection(painter, rect, camera.scale, text.boxes(stretch.start, stretch.end), colour)
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

    def _paint_failure(self, painter: QPainter, index: int, rect: QRectF) -> None:
        button = self.retry_rect(index)
        words = QRectF(rect.left() + 16, button.top() - 96, rect.width() - 32, 88)
        painter.setPen(QColor(0x33, 0x36, 0x3B))
        error = self._view.supply.failures[index]
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, page_failure_words(error))
        painter.setPen(FAINT)
        painter.setBrush(QColor(0xF4, 0xF5, 0xF6))
        painter.drawRoundedRect(button, 4, 4)
        painter.setPen(QColor(0x20, 0x22, 0x26))
        painter.drawText(button, Qt.AlignmentFlag.AlignCenter, QCoreApplication.translate("PageView", "重试"))


def desk_colour(palette: QPalette) -> QColor:
    """What the sheets lie on: a shade of the window's own colour, so that the paper is the brightest thing."""
    base = palette.color(QPalette.ColorRole.Window)
    return base.darker(108) if base.lightness() >= _DARK else base.darker(125)


def page_failure_words(error: Exception) -> str:
    """What a page says that could not be drawn."""
    reason = getattr(error, "values", {}).get("reason", "")
    translate = QCoreApplication.translate
    if reason == "deadline":
        return translate("PageView", "这一页画得太久，已停止。其他页不受影响。")
    if reason == "memory":
        return translate("PageView", "这一页占用内存过大，已停止。其他页不受影响。")
    return translate("PageView", "这一页没有画出来：处理页面的进程意外停止，已重新启动。其他页不受影响。")
