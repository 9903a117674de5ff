"""The menu of the right button on the text view: the same as on the pages, without what only pages have."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from gui.tools.pointing.page_menu import PageMenu


class TranscriptMenu(PageMenu):
    """Offers what can be done with the selected text, the mark or the note."""

    places = (("edit.select-all",), ("text.correct", "text.join", "text.split", "text.aside"), ("view.text", ">marks"))

    def offer(self, at: QPoint) -> None:
        """Running matter is no part of the text that is selected: it is copied by itself."""
        shown = (one for one in self._view.column.shown() if one.top <= at.y() < one.top + one.set.height)
        block = next((self._view.content.blocks[one.number] for one in shown), None)
        if block is None or block.kind != "furniture":
            super().offer(at)
            return
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        entry = menu.addAction(self.tr("复制页眉页脚(&C)"))
        entry.triggered.connect(lambda _checked=False: QGuiApplication.clipboard().setText(block.words))
        menu.popup(self._view.viewport().mapToGlobal(at))

    def marks_at(self, point: QPointF) -> list[Any]:
        found: list[Any] = self._pointer.marks_at(point)
        return found

    def beside_selected(self) -> QPoint:
        """The lower end of what is selected, else the caret, else the middle of the view."""
        viewport = self._view.viewport().rect()
        corner: QPoint = self._view.corner() or self._view.caret_rect().bottomLeft().toPoint()
        return corner if viewport.contains(corner) else viewport.center()
