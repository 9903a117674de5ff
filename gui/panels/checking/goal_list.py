"""A list whose rows lead somewhere: Return or a click says the goal of the row, and nobody else gets that Return."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from gui.style.rows import give_room

_ROOM = 16  # pixels between the words of two columns
GOAL = Qt.ItemDataRole.UserRole + 1


class GoalList(QTreeWidget):
    """Rows in columns; the one that takes the room left is `wide`."""

    goal_chosen = Signal(str)

    def __init__(self, titles: Sequence[str], *, wide: int) -> None:
        super().__init__()
        self.setColumnCount(len(titles))
        self.setHeaderLabels(list(titles))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        give_room(self)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setMinimumSectionSize(self.fontMetrics().horizontalAdvance("核对结论") + _ROOM)
        header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
        self.itemClicked.connect(lambda row, _column: self._say(row))

    def keyboardSearch(self, search: str) -> None:
        """Typed letters and digits are no search here."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._say(self.currentItem())
            event.accept()
            return
        super().keyPressEvent(event)

    def _say(self, row: QTreeWidgetItem | None) -> None:
        goal = row.data(0, GOAL) if row is not None else None
        if goal:
            self.goal_chosen.emit(str(goal))
