"""A line over the top of the pages that says what the reader should know, in place and without a dialog."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton

from gui.style.colours import INK, VERMILION, tint

Choice = tuple[str, Callable[[], object]]
"""A button's words, and what it does."""

_DARK = 128


class Banner(QFrame):
    """Words with buttons and a cross. A `is_warning` one has a vermilion edge, others one of ink."""

    def __init__(
        self, text: str, *, is_warning: bool, on_close: Callable[[], None], actions: Sequence[Choice] = ()
    ) -> None:
        super().__init__()
        self.text = text
        self._edge = VERMILION if is_warning else INK
        self.buttons: list[QPushButton] = []
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._more = QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(label, 1)
        row.addWidget(self._more)
        for words, do in actions:
            button = QPushButton(words)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys where they are
            button.clicked.connect(lambda _checked=False, do=do: do())
            row.addWidget(button)
            self.buttons.append(button)
        cross = QToolButton()
        cross.setText("✕")
        cross.setAutoRaise(True)
        cross.setToolTip(self.tr("关闭这条提示"))
        cross.setAccessibleName(self.tr("关闭这条提示"))
        cross.clicked.connect(lambda _checked=False: on_close())
        row.addWidget(cross)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(text)

    def show_waiting(self, count: int) -> None:
        """Say how many other messages wait behind this one."""
        self._more.setText(self.tr("还有 {count} 条").format(count=count) if count else "")
        self._more.setVisible(bool(count))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        base = self.palette().color(QPalette.ColorRole.Base)
        painter.fillRect(event.rect(), base)
        painter.fillRect(event.rect(), tint(self._edge, 22 if base.lightness() > _DARK else 50))
        painter.fillRect(0, 0, 4, self.height(), QColor(self._edge))
        painter.fillRect(0, self.height() - 1, self.width(), 1, tint(self._edge, 120))
        painter.end()
