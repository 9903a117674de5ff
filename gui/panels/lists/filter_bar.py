"""The line above a list: words to filter by, a state to show only, and how many items are shown; below it what columns
are filtered by, while they are, and one button that shows everything again."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from gui.actions.words import LIST_STATES, NOTE_STATES, READINGS, VERDICTS, field_word, verdict_word, word
from gui.panels.lists.column_filter import filter_words
from gui.panels.lists.columns import COLUMNS
from gui.panels.words.look import QUIET, give_role
from gui.panels.words.row_filter import ColumnFilter, RowFilter

STATES = ("open", "correct", "wrong", "doubtful", "corrected", "added", "rejected", "changed", "low")
STATES_OF_KIND = {
    "note": ("unhandled", "accepted", "declined", "done", "unplaced"),
    "finding": ("open", "correct", "wrong", "doubtful", "rejected"),
    "numeral": ("open", "unclassified", "changed", "correct", "wrong", "doubtful", "rejected"),
}
"""What the lists can be filtered by, with those that have choices of their own."""
OCCASIONAL = ("conflict", "once", "draft-carried", "draft-changed", "draft-gone")
"""States offered only where there are such items."""


class FilterBar(QWidget):
    """Says a `RowFilter` whenever it changes."""

    changed = Signal(object)
    left = Signal()  # Return, Escape or Down: the list takes the keys

    def __init__(self, kind: str, *, has_states: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("筛选"))
        self.line.setClearButtonEnabled(True)
        self.line.setAccessibleName(self.tr("筛选列表"))
        self.line.setToolTip(self.tr("只显示含有这些字的条目；几个词用空格分开 (Ctrl+L)"))
        self.line.installEventFilter(self)
        self.states = QComboBox()
        self.states.setAccessibleName(self.tr("按核对状态筛选"))
        self.states.addItem(self.tr("全部"), "")
        for state in STATES_OF_KIND.get(kind, STATES):
            self.states.addItem(state_word(state, self.kind), state)
        self.menu_button = QToolButton()
        self.menu_button.setText(self.tr("列"))
        self.menu_button.setToolTip(self.tr("分组，选择列 (Ctrl+Shift+G)"))
        self.menu_button.setAccessibleName(self.tr("分组和列"))
        self.menu_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.menu_button.hide()
        self._count = QLabel()
        give_role(self._count, QUIET)
        self._said = QLabel()
        self._clear = QPushButton(self.tr("清除筛选"))
        self._columns: dict[str, ColumnFilter] = {}
        self._is_clearing = False
        self._lay_out()
        self.states.setVisible(has_states)
        self.line.textChanged.connect(lambda _text: self._say())
        self.states.currentIndexChanged.connect(lambda _index: self._say())
        self._clear.clicked.connect(self.clear)

    @property
    def state(self) -> str:
        """The state shown only, "" for all."""
        return str(self.states.currentData() or "")

    def show_count(self, shown: int, total: int) -> None:
        """How many of all items the list shows."""
        words = self.tr("%n 项", "", total) if shown == total else self.tr("{shown}/{total} 项")
        self._count.setText(words.format(shown=shown, total=total))

    def set_state(self, state: str) -> None:
        """Show only one state; "" for all."""
        if state in OCCASIONAL and self.states.findData(state) < 0:
            self.states.addItem(state_word(state, self.kind), state)
        self.states.setCurrentIndex(max(0, self.states.findData(state)))

    def offer(self, present: Collection[str]) -> None:
        """Offer the occasional states that there are items of, and the one chosen."""
        for state in OCCASIONAL:
            at = self.states.findData(state)
            if state in present and at < 0:
                self.states.addItem(state_word(state, self.kind), state)
            elif state not in present and at >= 0 and state != self.state:
                self.states.removeItem(at)

    def column_filter(self, field: str) -> ColumnFilter:
        """What a column is filtered by."""
        return self._columns.get(field, ColumnFilter())

    def set_column_filter(self, field: str, column: ColumnFilter) -> None:
        """Filter by a column; an empty filter ends it."""
        self._columns.pop(field, None)
        if not column.is_empty():
            self._columns[field] = column
        self._say()

    def clear(self) -> None:
        """Show everything again."""
        if not (self.line.text() or self.state or self._columns):
            return
        self._is_clearing = True
        self._columns.clear()
        self.line.clear()
        self.set_state("")
        self._is_clearing = False
        self._say()

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

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.states)
        row.addWidget(self._count)
        row.addWidget(self.menu_button)
        self._below = QWidget()
        below = QHBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(8)
        below.addWidget(self._said, 1)
        below.addWidget(self._clear)
        self._said.setWordWrap(True)
        self._below.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._below)

    def _say(self) -> None:
        if self._is_clearing:
            return
        said = [filter_words(field_word(self.kind, field), column) for field, column in self._columns.items()]
        said = [
            one if self._columns[field].is_filled is None else self._with_filling(one, field)
            for one, field in zip(said, self._columns, strict=True)
        ]
        words = [self.tr("筛选：{columns}").format(columns="；".join(said))] if said else []
        if self.state == "draft-gone":
            words.append(self.tr("上一稿有、本稿没有的条目，只供查看。"))
        self._said.setText("\n".join(words))
        self._below.setVisible(bool(words))
        at = {column.field: number for number, column in enumerate(COLUMNS[self.kind])}
        columns = tuple((at[field], column) for field, column in self._columns.items())
        self.changed.emit(RowFilter(self.line.text(), self.state, columns))

    def _with_filling(self, said: str, field: str) -> str:
        words = self.tr("有内容") if self._columns[field].is_filled else self.tr("空白")
        return f"{said}（{words}）"


def state_word(state: str, kind: str = "") -> str:
    """The word of a state that lists of a kind can be filtered by."""
    if kind == "finding" and state in (*VERDICTS, "rejected"):
        return verdict_word(kind, "reject" if state == "rejected" else state)
    return word({**NOTE_STATES, **VERDICTS, **READINGS, **LIST_STATES}[state])
