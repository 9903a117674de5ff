"""The line above a list: words to filter by, a state to show only, and how many items are shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from gui.actions.words import LIST_STATES, READINGS, VERDICTS, word
from gui.panels.look import QUIET, give_role
from gui.panels.row_filter import RowFilter

STATES = ("open", "correct", "wrong", "doubtful", "corrected", "added", "rejected")
STATES_OF_KIND = {"numeral": ("open", "unclassified", "changed", "correct", "wrong", "doubtful", "rejected")}
"""What the lists can be filtered by, with those that have choices of their own."""


class FilterBar(QWidget):
    """Says a `RowFilter` whenever it changes."""

    changed = Signal(object)
    left = Signal()  # Return, Escape or Down: the list takes the keys

    def __init__(self, kind: str, *, has_states: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("筛选"))
        self.line.setClearButtonEnabled(True)
        self.line.setAccessibleName(self.tr("筛选列表"))
        self.line.setToolTip(self.tr("只显示含有这些字的条目；几个词用空格分开 (Ctrl+L)"))
        self.line.installEventFilter(self)
        self.states = QComboBox()
        self.states.setAccessibleName(self.tr("按核对状态筛选"))
        self.states.addItem(self.tr("全部"), "")
        words = {**VERDICTS, **READINGS, **LIST_STATES}
        for state in STATES_OF_KIND.get(kind, STATES):
            self.states.addItem(word(words[state]), state)
        self._count = QLabel()
        give_role(self._count, QUIET)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.states)
        row.addWidget(self._count)
        self.states.setVisible(has_states)
        self.line.textChanged.connect(lambda _text: self._say())
        self.states.currentIndexChanged.connect(lambda _index: self._say())

    def show_count(self, shown: int, total: int) -> None:
        """How many of all items the list shows."""
        words = self.tr("{total} 项") if shown == total else self.tr("{shown}/{total} 项")
        self._count.setText(words.format(shown=shown, total=total))

    def set_state(self, state: str) -> None:
        """Show only one state; "" for all."""
        self.states.setCurrentIndex(max(0, self.states.findData(state)))

    def clear(self) -> None:
        """Show everything again."""
        self.line.clear()
        self.set_state("")

    def edit(self) -> None:
        """Put the caret into the words."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.line.clear()
            if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def _say(self) -> None:
        self.changed.emit(RowFilter(self.line.text(), self.states.currentData() or ""))
