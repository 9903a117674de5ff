"""Several values of which one is to be taken: who said each and when, a button a value."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from gui.panels.words.look import HUMAN, give_icon, give_role


class Choice(NamedTuple):
    """A value, in words, and who said it when."""

    value: Any
    words: str
    said: str


class ChoiceButton(QToolButton):
    """A value on a line of its own; cut where it is too long, whole in the tooltip and for screen readers."""

    def __init__(self, choice: Choice) -> None:
        super().__init__()
        self._words = "  ".join(part for part in (choice.words, choice.said) if part)
        taken = QCoreApplication.translate("card", "采用：{value}").format(value=self._words)
        self.setToolTip(taken)
        self.setAccessibleName(taken)
        give_icon(self, "correct")
        self.setIconSize(QSize(16, 16))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - 36
        self.setText(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideMiddle, room))


class ValueChoice(QWidget):
    """The question and its answers; hidden while there is nothing to decide."""

    chosen = Signal(object)  # the value taken

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[ChoiceButton] = []
        self._question = QLabel()
        self._question.setWordWrap(True)
        give_role(self._question, HUMAN)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 2, 0, 4)
        self._column.setSpacing(4)
        self._column.addWidget(self._question)
        self.hide()

    def ask(self, question: str, choices: Sequence[Choice]) -> None:
        """Show the values; none hides it all."""
        for button in self.buttons:
            self._column.removeWidget(button)
            button.deleteLater()
        self.buttons = [self._button(one) for one in choices]
        self._question.setText(question)
        self.setVisible(bool(choices))

    def _button(self, choice: Choice) -> ChoiceButton:
        button = ChoiceButton(choice)
        button.clicked.connect(lambda: self.chosen.emit(choice.value))
        self._column.addWidget(button)
        return button
