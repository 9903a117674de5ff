"""What lies over the sheets: marks, selected text, and what a page says when it could not be drawn. Loaded after page
one is drawn.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette

from gui.pages.corrected import Corrected
from gui.pages.mark_painting import (
    lay_upright,
    paint_corrected,
    paint_marks,
    paint_pointed_out,
    paint_running_matter,
    paint_selection,
)
from gui.pages.page_text import PageText
from gui.pages.pointed_out import PointedOut
from gui.pages.running_matter import RunningMatter
from gui.pages.supply import PageSupply
from gui.style.colours import CURRENT_HIT, EDGE, FAINT, HIT, PAPER

_LIGHT = 0.78  # lightness of selected paper


class Overlay:
    """Paints over the pages of one view."""

    def __init__(self, view: Any) -> None:
        self._view = view
        self.running_matter = RunningMatter(view)
        self.pointed_out = PointedOut(view)
        self.corrected = Corrected(view)
        self.search: Any = None  # gui.tools.finding.searching.Searching, when the reader looks for something

    def paint_sheet(self, painter: QPainter, rect: QRectF) -> None:
        """The white sheet with a hairline around it."""
        painter.fillRect(rect, PAPER)
        width, height = rect.width(), rect.height()
        for side in (  # four thin fills: a stroked rectangle takes 2 ms
            QRectF(rect.left() - 1, rect.top() - 1, width + 2, 1),
            QRectF(rect.left() - 1, rect.bottom(), width + 2, 1),
            QRectF(rect.left() - 1, rect.top(), 1, height),
            QRectF(rect.right(), rect.top(), 1, height),
        ):
            painter.fillRect(side, EDGE)

    def paint(self, painter: QPainter, supply: PageSupply, index: int, rect: QRectF) -> None:
        """Paint what lies over one page whose sheet is `rect`."""
        if index in supply.failures:
            self._paint_failure(painter, index, rect)
            return
        geometry, text = self._view.camera.geometry(index), supply.text(index)
        painter.save()
        if text is not None:
            geometry = lay_upright(painter, rect, geometry, text.upright.turn)
        greyed = self.running_matter.on_page(index)
        if greyed:
            paint_running_matter(painter, rect, geometry, greyed)
        marks = supply.marks.on_page(index + 1)
        if marks:
            paint_marks(painter, rect, geometry, marks, supply.document.selected)
        corrected = self.corrected.on_page(index)
        if corrected:
            paint_corrected(painter, rect, geometry, [box for box, *_ in corrected])
        pointed = self.pointed_out.on_page(index)
        if pointed:
            paint_pointed_out(painter, rect, geometry, pointed)
        painter.restore()
        if text is not None:
            self._paint_text(painter, text, index, rect)

    def _paint_text(self, painter: QPainter, text: PageText, index: int, rect: QRectF) -> None:
        """What is selected of a page's text, and what was found in it: never over each other, two colours are none."""
        scale = self._view.camera.scale
        selected = self._view.selection.stretches_on(index)
        for stretch in selected:
            boxes = text.boxes(stretch.start, stretch.end)
            paint_selection(painter, rect, scale, boxes, selection_colour(self._view.palette()))
        for start, end, is_current in self.search.on(index) if self.search is not None else ():
            if not any(one.start <= start and end <= one.end for one in selected):
                boxes = text.boxes(start, end)
                paint_selection(painter, rect, scale, boxes, CURRENT_HIT if is_current else HIT)

    def retry_rect(self, index: int) -> QRectF:
        """Where a failed page shows its button, in viewport pixels."""
        box = self._view.camera.page_box(index)
        middle = QPointF((box.left + box.right) / 2, min(box.bottom + box.height / 2, box.bottom + 300))
        return QRectF(middle.x() - 48, middle.y() + 24, 96, 32)

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


def selection_colour(palette: QPalette) -> QColor:
    """The palette's highlight, light enough for black print to be read through it in every theme."""
    colour = palette.color(QPalette.ColorRole.Highlight)
    hue = max(colour.hslHueF(), 0.0)  # -1 for greys
    return QColor.fromHslF(hue, colour.hslSaturationF(), max(_LIGHT, colour.lightnessF()))


def page_failure_words(error: Exception) -> str:
    """What a page says that could not be drawn."""
    reason = getattr(error, "values", {}).get("reason", "")
    translate = QCoreApplication.translate
    if reason == "deadline":
        return translate("PageView", "这一页画得太久，已停止。其他页不受影响。")
    if reason == "memory":
        return translate("PageView", "这一页占用内存过大，已停止。其他页不受影响。")
    return translate("PageView", "这一页没有画出来：处理页面的进程意外停止，已重新启动。其他页不受影响。")
