"""The menu of the right button on the page: what can be done with the selected text or the mark under the pointer."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QPoint, QPointF, Qt
from PySide6.QtWidgets import QMenu

from gui.pages.view import PageView
from gui.tools.pointer import Pointer

_TEXT = ("note.highlight", "note.underline", "note.strike", "note.write", "edit.copy")
_MARK = ("check.correct", "check.wrong", "check.doubtful", "check.open", "check.reject", "check.edit", "check.reset")
_NOTE = ("note.delete",)
_PAGE = ("note.box", "view.fit-width", "view.fit-page", "view.rotate-right")


class PageMenu(QObject):
    """Offers the actions of the table that can be done now; adds none of its own."""

    def __init__(self, view: PageView, pointer: Pointer, actions: Any) -> None:
        super().__init__(view)
        self._view = view
        self._pointer = pointer
        self._actions = actions
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self.offer)

    def offer(self, at: QPoint) -> None:
        """Select the mark under a viewport point, and show the menu there."""
        document = self._view.document
        if document is None or not document.is_open:
            return
        ids = [mark.item_id for mark in self._pointer.marks_at(QPointF(at))]
        if ids and document.selected not in ids:
            document.select(ids[0], "page")
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        groups = (_TEXT, (*_MARK, *_NOTE) if ids else (), _PAGE)
        for group in groups:
            usable = [self._actions[name] for name in group if self._actions[name].isEnabled()]
            if usable and menu.actions():
                menu.addSeparator()
            menu.addActions(usable)
        menu.popup(self._view.viewport().mapToGlobal(at))
