"""核对 > 文件要素: the document's own fields come to the card, whatever was selected."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from gui.actions.build import ActionSet


class FrontDesk(QObject):
    """Answers to the action."""

    def __init__(self, side: Any, actions: ActionSet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._actions = actions
        actions.connect_handlers({"front.edit": self.edit})

    def edit(self) -> None:
        """Show the fields and put the caret into the first."""
        card = self._side.card
        document = card.writer.document
        if document is None:
            return
        if not self._side.isVisible():
            self._actions["view.side"].trigger()
        if document.selected:
            document.select("", "list")
        card.edit()
