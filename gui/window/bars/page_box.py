"""Where the reader is and how large the page is: both can be typed into."""

from __future__ import annotations

from math import isfinite
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QListView, QToolTip, QWidget

from gui.bridge.document import OpenDocument
from gui.pages.page_labels import page_of_label
from gui.pages.view import PageView
from gui.panels.words.announce import announce

_PERCENTS = (25, 50, 75, 100, 125, 150, 200, 300, 400, 600, 800)


class PageBox(QWidget):
    """“第 [3] 页 (PDF 5/14)”: the printed page label, and the PDF page where it differs."""

    def __init__(self, view: PageView) -> None:
        super().__init__()
        self._view = view
        self._document: OpenDocument | None = None
        self.edit = LabelEdit()
        self.edit.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.edit.setFixedWidth(QFontMetrics(self.font()).horizontalAdvance("00000") + 16)
        self.edit.setAccessibleName(self.tr("页码"))
        self.edit.setToolTip(self.tr("输入页码后按回车（Ctrl+G）"))
        self.edit.returnPressed.connect(self._on_entered)
        self.edit.left.connect(self._refresh)
        self.total = QLabel()
        self._before, self._after = QLabel(self.tr("第")), QLabel(self.tr("页"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for part in (self._before, self.edit, self._after, self.total):
            row.addWidget(part)
        view.page_changed.connect(self._refresh)

    def set_document(self, document: OpenDocument | None) -> None:
        self._document = document
        if document is not None:
            document.opened.connect(self._refresh)
            document.parse_finished.connect(self._refresh)
        self._refresh()

    def focus(self) -> None:
        """Let the reader type a page."""
        self.edit.setFocus()
        self.edit.selectAll()

    def _refresh(self) -> None:
        document = self._document
        self.setVisible(document is not None and document.is_open)
        if document is None or not document.pages:
            return
        page, count = self._view.page + 1, len(document.pages)
        label = document.label(page)
        if not self.edit.hasFocus():
            self.edit.setText(label)
        if label == str(page):
            self.total.setText(self.tr("共 {count} 页").format(count=count))
        else:
            self.total.setText(f"(PDF {page}/{count})")

    def _on_entered(self) -> None:
        document, words = self._document, self.edit.text().strip()
        page = page_of_label(document, words) if document is not None else None
        if page is None and document is not None and words:
            self._tell_unknown(words, len(document.pages))
            return
        self._view.setFocus()
        if page is not None:
            self._view.travel.to_page(page - 1)
        self._refresh()

    def _tell_unknown(self, words: str, count: int) -> None:
        """Say that there is no such page, and let the reader type another."""
        said = self.tr("没有第“{label}”页，共 {count} 页").format(label=words, count=count)
        QToolTip.showText(self.edit.mapToGlobal(QPoint(0, -2 * self.edit.height())), said, self.edit)
        announce(self.edit, said)
        self.edit.selectAll()


class LabelEdit(QLineEdit):
    """A line that gives up its text when it is left without Enter."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clearFocus()
            self.left.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:  # its own menu
            self.left.emit()


class ZoomBox(QComboBox):
    """The zoom in percent, or one of the fits."""

    def __init__(self, view: PageView) -> None:
        super().__init__()
        self._view: Any = view
        self._zoom = view.camera.zoom
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setAccessibleName(self.tr("缩放"))
        self.addItem(self.tr("适合宽度"), "width")
        self.addItem(self.tr("适合整页"), "page")
        for percent in _PERCENTS:
            self.addItem(f"{percent}%", percent)
        self.setMinimumContentsLength(6)
        self.activated.connect(self._on_chosen)
        edit = self.lineEdit()
        if edit is not None:
            edit.returnPressed.connect(self._on_entered)
        view.zoom_changed.connect(self._on_zoomed)
        self._on_zoomed(view.camera.zoom)

    def follow(self, view: Any) -> None:
        """Another view is read: the pages, which can be fitted to the window, or the text, which always is."""
        self._view.zoom_changed.disconnect(self._on_zoomed)
        self._view = view
        view.zoom_changed.connect(self._on_zoomed)
        is_page = isinstance(view, PageView)
        rows = self.view()
        if isinstance(rows, QListView):
            for row in range(2):
                rows.setRowHidden(row, not is_page)
        self._on_zoomed(view.camera.zoom if is_page else view.zoom)

    def _on_zoomed(self, zoom: float) -> None:
        self._zoom = zoom
        self.setEditText(f"{round(zoom * 100)}%")

    def _on_chosen(self, index: int) -> None:
        chosen = self.itemData(index)
        if chosen in {"width", "page"}:
            if isinstance(self._view, PageView):  # keys and the wheel reach rows that are hidden
                self._view.set_fit(chosen)
        elif chosen is not None:
            self._view.set_zoom(chosen / 100)
        self._on_zoomed(self._zoom)
        self._view.setFocus()

    def _on_entered(self) -> None:
        zoom = zoom_of(self.currentText())
        if zoom is not None:
            self._view.set_zoom(zoom)
        self._on_zoomed(self._zoom)
        self._view.setFocus()


def zoom_of(words: str) -> float | None:
    """The zoom somebody has typed, "150" or "150 %"; None for what is no number."""
    try:
        percent = float(words.strip().rstrip("%％ "))
    except ValueError:
        return None
    return percent / 100 if isfinite(percent) else None
