"""What stands in the place of the pages when a document cannot be shown: what happened, what to do next, a button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.dialogs.wording import Wording

_WIDTH = 460


class MessagePage(QWidget):
    """A calm page of words in the middle. `actions` are button texts with what they do, the first the default."""

    def __init__(self, words: Wording, actions: list[tuple[str, Callable[[], object]]]) -> None:
        super().__init__()
        self.words = words
        title = QLabel(words.title)
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 1.6)
        title.setFont(font)
        title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        text = QLabel("\n".join(filter(None, (words.sentence, words.advice))))
        text.setWordWrap(True)
        text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for index, (label, handler) in enumerate(actions):
            button = QPushButton(label)
            button.setMinimumSize(96, 32)
            button.setDefault(index == 0)
            button.clicked.connect(lambda _checked=False, handler=handler: handler())
            row.addWidget(button)
        row.addStretch(1)
        text.setFixedWidth(_WIDTH)
        text.setMinimumHeight(text.heightForWidth(_WIDTH))  # a layout centred in another asks for one line only
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(title)
        column.addWidget(text)
        column.addSpacing(8)
        column.addLayout(row)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addWidget(box, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)
        self.setAccessibleName(words.title)
        self.setAccessibleDescription(words.text)


def open_label() -> str:
    """The button that opens another file."""
    return QCoreApplication.translate("Window", "打开…")


def retry_label() -> str:
    """The button that tries again."""
    return QCoreApplication.translate("Window", "重试")
