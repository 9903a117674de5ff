"""Small pictures of all pages in a column, with what is still open and noted on each. Only what shows is asked for."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from engine.worker.protocol import THUMBNAIL, Rendered, Request
from gui.bridge.document import OpenDocument
from gui.pages.view import PageView
from gui.style.colours import EDGE, INK, VERMILION

_HEIGHT = 140  # pixels of the tallest thumbnail
_GAP = 8
_KEPT = 300  # thumbnails in memory
_SERIALS = 1 << 40  # our requests are told from the page view's by their numbers
_DOT = 3.5


class Thumbnails(QAbstractScrollArea):
    """The pages of the view's document; the one that is read has a frame, a click goes to a page."""

    def __init__(self, view: PageView) -> None:
        super().__init__()
        self._view = view
        self._document: OpenDocument | None = None
        self._images: OrderedDict[int, QImage] = OrderedDict()
        self._asked: set[int] = set()
        self.setViewport(QWidget())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(112)
        self.setAccessibleName(self.tr("缩略图"))
        view.page_changed.connect(self._on_page)

    def set_document(self, document: OpenDocument | None) -> None:
        """Show another document's pages."""
        self._document = document
        self._images.clear()
        self._asked.clear()
        if document is not None:
            document.opened.connect(self._arrange)
            document.feed.rendered.connect(self._on_rendered)
            document.changed.connect(lambda _changes: self.viewport().update())
            document.parse_finished.connect(self.viewport().update)
        self._arrange()

    def sizeHint(self) -> QSize:
        return QSize(132, 400)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.Window))
        for index in self._visible():
            self._paint(painter, index)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = (round(event.position().y()) + self.verticalScrollBar().value()) // self._row()
        if 0 <= index < self._count():
            self._view.travel.to_page(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -5, Qt.Key.Key_PageDown: 5}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self._view.travel.to_page(min(max(self._view.page + step, 0), max(self._count() - 1, 0)))

    def _row(self) -> int:
        return _HEIGHT + QFontMetrics(self.font()).height() + 3 * _GAP

    def _count(self) -> int:
        return len(self._document.pages) if self._document is not None else 0

    def _visible(self) -> range:
        top, row = self.verticalScrollBar().value(), self._row()
        last = (top + self.viewport().height()) // row + 1
        return range(min(top // row, self._count()), min(last, self._count()))

    def _arrange(self) -> None:
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self._count() * self._row() + _GAP - self.viewport().height()))
        bar.setPageStep(max(1, self.viewport().height()))
        bar.setSingleStep(self._row() // 3)
        self.viewport().update()

    def _sheet(self, index: int) -> QRectF:
        if self._document is None:
            return QRectF()
        width, height = self._document.pages[index].size
        room = self.viewport().width() - 4 * _GAP
        scale = min(_HEIGHT / max(height, 1.0), room / max(width, 1.0))
        top = index * self._row() - self.verticalScrollBar().value() + _GAP
        left = (self.viewport().width() - width * scale) / 2
        return QRectF(left, top + _HEIGHT - height * scale, width * scale, height * scale)

    def _paint(self, painter: QPainter, index: int) -> None:
        sheet = self._sheet(index)
        image = self._images.get(index)
        if image is None:
            painter.fillRect(sheet, Qt.GlobalColor.white)
            self._ask(index, sheet)
        else:
            self._images.move_to_end(index)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=True)
            painter.drawImage(sheet, image)
        is_here = index == self._view.page
        colour = self.palette().color(QPalette.ColorRole.Highlight) if is_here else EDGE
        painter.setPen(QPen(colour, 2 if is_here else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(sheet.adjusted(-1, -1, 1, 1))
        self._paint_signs(painter, index, sheet)
        words = QRect(0, round(sheet.bottom()) + _GAP // 2, self.viewport().width(), QFontMetrics(self.font()).height())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        label = self._document.label(index + 1) if self._document is not None else ""
        painter.drawText(words, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, label)

    def _paint_signs(self, painter: QPainter, index: int, sheet: QRectF) -> None:
        """A round ink dot where items are still open, a vermilion square where there are notes."""
        supply = self._view.supply
        marks = supply.marks.on_page(index + 1) if supply is not None else []
        left, middle = sheet.right() + 5, sheet.top() + 6
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
        painter.setPen(Qt.PenStyle.NoPen)
        if any(mark.kind in {"metric", "numeral"} and mark.state in {"machine", "human"} for mark in marks):
            painter.setBrush(INK)
            painter.drawEllipse(QRectF(left, middle - _DOT, 2 * _DOT, 2 * _DOT))
        if any(mark.kind == "note" for mark in marks):
            painter.setBrush(VERMILION)
            painter.drawRect(QRectF(left, middle + 3 * _DOT, 2 * _DOT, 2 * _DOT))
        painter.restore()

    def _ask(self, index: int, sheet: QRectF) -> None:
        if self._document is None or index in self._asked:
            return
        self._asked.add(index)
        scale = sheet.height() * self.devicePixelRatioF() / max(self._document.pages[index].size[1], 1.0)
        self._document.feed.render(Request(index + 1, scale, None, _SERIALS + index, purpose=THUMBNAIL))

    def _on_rendered(self, reply: Rendered) -> None:
        index = reply.request.serial - _SERIALS
        if index < 0:
            return
        self._asked.discard(index)
        shared = QImage(reply.pixels, reply.width, reply.height, reply.stride, QImage.Format.Format_RGB32)
        self._images[index] = shared.copy()
        while len(self._images) > _KEPT:
            self._images.popitem(last=False)
        self.viewport().update()

    def _on_page(self, index: int) -> None:
        bar, row = self.verticalScrollBar(), self._row()
        if self.isVisible() and not bar.value() <= index * row <= bar.value() + self.viewport().height() - row:
            bar.setValue(index * row - (self.viewport().height() - row) // 2)
        self.viewport().update()
