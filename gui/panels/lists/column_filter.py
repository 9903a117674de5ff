"""The question what a column's cells must be: words they hold, filled or empty, values to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.panels.words.row_filter import BETWEEN, ColumnFilter
from gui.style.buttons import word_button
from gui.style.measure import open_at

MOST_VALUES = 200  # more are not offered: words find them quicker
_SHOWN = 60  # characters of a value


class ColumnFilterBox(QDialog):
    """Asks; `chosen` says the filter, an empty one to show everything."""

    chosen = Signal(object)

    def __init__(self, title: str, values: Sequence[tuple[str, int]], known: ColumnFilter, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("筛选“{title}”").format(title=title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.words = QLineEdit(known.words)
        self.words.setPlaceholderText(self.tr("含有这些字；几个词用空格分开"))
        self.words.setClearButtonEnabled(True)
        self.filled = QComboBox()
        for words, is_filled in ((self.tr("全部"), None), (self.tr("有内容"), True), (self.tr("空白"), False)):
            self.filled.addItem(words, is_filled)
        self.filled.setCurrentIndex(self.filled.findData(known.is_filled))
        self.values = QListWidget()
        self.values.setAccessibleName(self.tr("只看这些值"))
        for value, count in values:
            self._add(value, count, is_on=value in known.values)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel,
        )
        word_button(buttons, QDialogButtonBox.StandardButton.Ok, self.tr("筛选"))
        word_button(buttons, QDialogButtonBox.StandardButton.Cancel, self.tr("取消"))
        clear = buttons.addButton(self.tr("清除"), QDialogButtonBox.ButtonRole.ResetRole)
        clear.clicked.connect(self.clear)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._lay_out(buttons)
        open_at(self, 0)
        self.words.setFocus()

    def filter(self) -> ColumnFilter:
        """The filter as it stands."""
        items = (self.values.item(at) for at in range(self.values.count()))
        chosen = frozenset(
            item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() == Qt.CheckState.Checked
        )
        return ColumnFilter(self.words.text(), self.filled.currentData(), chosen)

    def clear(self) -> None:
        """Take everything and close."""
        self.chosen.emit(ColumnFilter())
        self.reject()

    def accept(self) -> None:
        self.chosen.emit(self.filter())
        super().accept()

    def _add(self, value: str, count: int, *, is_on: bool) -> None:
        shown = value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…"
        item = QListWidgetItem(self.tr("{value}（{count}）").format(value=shown, count=count))
        item.setData(Qt.ItemDataRole.UserRole, value)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)
        self.values.addItem(item)

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        form = QFormLayout()
        form.addRow(self.tr("含有"), self.words)
        form.addRow(self.tr("内容"), self.filled)
        if self.values.count():
            form.addRow(self.tr("只看"), self.values)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(buttons)
        line = self.fontMetrics().height()
        self.setMinimumWidth(22 * line)


def values_of(cells: Sequence[str], order: Sequence[str] = ()) -> list[tuple[str, int]]:
    """The values of some cells with how often they are there: those of `order` first and in it, then by number; none
    where there are too many to choose from."""
    counts: dict[str, int] = {}
    for cell in cells:
        for value in cell.split(BETWEEN):
            if value:
                counts[value] = counts.get(value, 0) + 1
    if len(counts) > MOST_VALUES:
        return []
    rank = {value: at for at, value in enumerate(order)}
    return sorted(counts.items(), key=lambda pair: (rank.get(pair[0], len(rank)), -pair[1], pair[0]))


def filter_words(title: str, column: ColumnFilter) -> str:
    """A filter in a few words: “状态：完成、目标”."""
    parts = []
    if column.words.split():
        parts.append("“" + " ".join(column.words.split()) + "”")
    if column.values:
        parts.append("、".join(sorted(column.values)))
    return f"{title}：{'，'.join(parts)}" if parts else title
