"""One line above the card: something is finished, and what could be done next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from gui.panels.words.look import TITLE, give_role


class Offer(QWidget):
    """Hidden until something is offered, and again when something else is selected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel()
        self.words.setWordWrap(True)
        give_role(self.words, TITLE)
        self.button = QPushButton()
        self.button.setAutoDefault(True)
        self.button.clicked.connect(self._on_clicked)
        self._do: Callable[[], object] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 4)
        row.setSpacing(12)
        row.addWidget(self.words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def make(self, words: str, button: str, do: Callable[[], object]) -> None:
        """Say something and offer one thing to do."""
        self.words.setText(words)
        self.button.setText(button)
        self._do = do
        self.show()

    def _on_clicked(self) -> None:
        self.hide()
        if self._do is not None:
            self._do()
