"""Asks where a heading is to be cut in two, and what its second half is."""

from __future__ import annotations

import re

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from gui.panels.words.look import FIELD, QUIET, give_role
from gui.style.buttons import word_button
from gui.style.measure import open_at

_ENDS = re.compile(r"[。；：:;！？]")


class _Unchanged(QValidator):
    """Lets the caret move through a text and nothing be typed into it."""

    def __init__(self, words: str, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words

    def validate(self, words: str, at: int) -> tuple[QValidator.State, str, int]:
        state = QValidator.State.Acceptable if words == self._words else QValidator.State.Invalid
        return state, words, at


class SplitDialog(QDialog):
    """A title with a caret at the cut, the two halves below it. `is_text` tells that the second half is no heading."""

    def __init__(self, title: str, *, is_text: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("拆分标题"))
        self._title = title
        self.line = QLineEdit(title)
        self.line.setValidator(_Unchanged(title, self.line))
        self.line.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.line.setAccessibleName(self.tr("标题，光标处为断开的地方"))
        self.text = QRadioButton(self.tr("正文(&T)"))
        self.heading = QRadioButton(self.tr("另一个标题(&H)"))
        self._kinds = QButtonGroup(self)
        self._halves = QLabel(), QLabel()
        self._buttons = QDialogButtonBox()
        self._lay_out()
        (self.text if is_text else self.heading).setChecked(True)
        found = _ENDS.search(title, 0, max(len(title) - 1, 0))
        self.line.setCursorPosition(found.end() if found else (len(title) + 1) // 2)
        self.line.cursorPositionChanged.connect(lambda _old, _new: self._show_halves())
        self._kinds.buttonClicked.connect(self._show_halves)
        self._show_halves()
        open_at(self, 420)

    @property
    def at(self) -> int:
        """The cut, as a number of characters of the title."""
        return self.line.cursorPosition()

    @property
    def is_text(self) -> bool:
        return self.text.isChecked()

    def halves(self) -> tuple[str, str]:
        """The two halves, without blanks at their ends."""
        return self._title[: self.at].strip(), self._title[self.at :].strip()

    def _show_halves(self) -> None:
        halves = self.halves()
        kinds = (self.tr("标题"), self.tr("正文") if self.is_text else self.tr("标题"))
        for label, words, kind in zip(self._halves, halves, kinds, strict=True):
            label.setText(self.tr("{kind}：{words}").format(kind=kind, words=words or "—"))
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(all(halves))

    def _lay_out(self) -> None:
        self._buttons.setStandardButtons(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        word_button(self._buttons, QDialogButtonBox.StandardButton.Ok, self.tr("拆分"))
        word_button(self._buttons, QDialogButtonBox.StandardButton.Cancel, self.tr("取消"))
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        for button in (self.text, self.heading):
            self._kinds.addButton(button)
        asked = QLabel(self.tr("用左右方向键或鼠标，把光标放到断开的地方："))
        asked.setBuddy(self.line)
        give_role(asked, FIELD)
        second = QLabel(self.tr("后半部分是"))
        give_role(second, FIELD)
        choices = QHBoxLayout()
        for widget in (second, self.text, self.heading):
            choices.addWidget(widget)
        choices.addStretch(1)
        grid = QGridLayout()
        for at, label in enumerate(self._halves):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            give_role(label, QUIET)
            grid.addWidget(label, at, 0)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(asked)
        column.addWidget(self.line)
        column.addLayout(choices)
        column.addLayout(grid)
        column.addWidget(self._buttons)
