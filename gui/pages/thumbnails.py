"""Small pictures of all pages in a column, with what is still open and noted on each. Only what shows is asked for."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from gui.bridge.document import OpenDocument
from gui.bridge.geometry import PageGeometry
from gui.pages.page_signs import PageSigns
from gui.pages.small_pictures import SmallPictures
from gui.pages.thumbnail_painting import paint_label, paint_signs, paint_small_sheet
from gui.pages.view import PageView

_HEIGHT = 140  # pixels of the tallest thumbnail
_GAP = 8


class Thumbnails(QAbstractScrollArea):
    """The pages of the view's document; the one that is read has a frame, a click goes to a page."""

    def __init__(self, view: PageView) -> None:
        super().__init__()
        self._view = view
        self._document: OpenDocument | None = None
        self._signs = PageSigns()
        self.setViewport(QWidget())
        self.pictures = SmallPictures(self)
        self.pictures.came.connect(self.viewport().update)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(112)
        self.setAccessibleName(self.tr("缩略图"))
        view.page_changed.connect(self._on_page)
        view.zoom_changed.connect(self._on_zoomed)

    def set_document(self, document: OpenDocument | None) -> None:
        """Show another document's pages."""
        self._document = document
        self.pictures.set_document(document)
        self._signs.set_document(document)
        if document is not None:
            document.opened.connect(self._arrange)
            document.changed.connect(self._on_changed)
            document.session_ready.connect(self._on_changed)
            document.parse_finished.connect(self._on_changed)
        self._arrange()

    def sizeHint(self) -> QSize:
        return QSize(148, 400)

    def paintEvent(self, event: QPaintEvent) -> None:
        self.pictures.make_for(self._view.camera.layout.turn, self.devicePixelRatioF())
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.Window))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
        for index in self._visible():
            self._paint(painter, index)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self._at(event.pos().y())
            QToolTip.showText(event.globalPos(), self.words(index) if index is not None else "", self.viewport())
            return True
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._at(round(event.position().y()))
        if index is not None and event.button() == Qt.MouseButton.LeftButton:
            self._view.travel.to_page(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shown = max(1, self.viewport().height() // self._row())
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_PageUp: -shown,
            Qt.Key.Key_PageDown: shown,
            Qt.Key.Key_Home: -self._count(),
            Qt.Key.Key_End: self._count(),
        }
        step = steps.get(Qt.Key(event.key()))
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._view.setFocus()
        elif step is not None and self._count():
            self._view.travel.to_page(min(max(self._view.page + step, 0), self._count() - 1))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: Any) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def words(self, index: int) -> str:
        """What is said of a page: its label, what is open, what is noted."""
        if self._document is None:
            return ""
        parts = [self.tr("第 {page} 页").format(page=self._document.label(index + 1))]
        sign = self._signs.of(index + 1)
        if sign.open_items:
            parts.append(self.tr("{count} 项待核").format(count=sign.open_items))
        if sign.notes:
            parts.append(self.tr("{count} 条批注").format(count=sign.notes))
        return self.tr("，").join(parts)

    def _row(self) -> int:
        return _HEIGHT + QFontMetrics(self.font()).height() + 3 * _GAP

    def _count(self) -> int:
        return len(self._document.pages) if self._document is not None else 0

    def _at(self, y: int) -> int | None:
        index = (y + self.verticalScrollBar().value()) // self._row()
        return index if 0 <= index < self._count() else None

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

    def _paint(self, painter: QPainter, index: int) -> None:
        document, view = self._document, self._view
        if document is None:
            return
        size = PageGeometry(document.pages[index], 1.0, view.camera.layout.turn).size
        room = self.viewport().width() - 5 * _GAP
        scale = min(_HEIGHT / max(size[1], 1.0), room / max(size[0], 1.0))
        width, height = round(size[0] * scale), round(size[1] * scale)
        low = index * self._row() - self.verticalScrollBar().value() + _GAP + _HEIGHT
        sheet = QRectF((self.viewport().width() - width) // 2, low - height, width, height)
        is_here = index == view.page
        image = self.pictures.get(index, scale, self._visible())
        paint_small_sheet(painter, sheet, image, self.palette(), is_here=is_here)
        paint_signs(painter, sheet.topRight() + QPointF(4, -4), self._signs.of(index + 1), self.font())
        place = QRectF(0, low + _GAP // 2 + 1, self.viewport().width(), QFontMetrics(self.font()).height())
        paint_label(painter, place, document.label(index + 1), self.palette(), has_keys=is_here and self.hasFocus())

    def _on_changed(self, *_: object) -> None:
        self._signs.forget()
        self.viewport().update()

    def _on_zoomed(self, _zoom: float) -> None:
        if self._view.camera.layout.turn != self.pictures.turn:
            self.viewport().update()

    def _on_page(self, index: int) -> None:
        bar, row = self.verticalScrollBar(), self._row()
        if self.isVisible() and not bar.value() <= index * row <= bar.value() + self.viewport().height() - row:
            bar.setValue(index * row - (self.viewport().height() - row) // 2)
        self.setAccessibleDescription(self.words(index))
        self.viewport().update()
