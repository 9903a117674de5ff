"""A line above the pages that says what the reader should know, in place and without a dialog."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton

from gui.style.colours import INK, VERMILION, tint

_DARK = 128


class Banner(QFrame):
    """Words with at most one button and a cross. A `is_warning` one has a vermilion edge, others one of ink."""

    def __init__(
        self,
        text: str,
        *,
        is_warning: bool,
        on_close: Callable[[], None],
        action: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        super().__init__()
        self.text = text
        self._edge = VERMILION if is_warning else INK
        label = QLabel(text)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(label, 1)
        if action is not None:
            button = QPushButton(action[0])
            button.clicked.connect(lambda _checked=False: action[1]())
            row.addWidget(button)
        cross = QToolButton()
        cross.setText("✕")
        cross.setAutoRaise(True)
        cross.setToolTip(self.tr("关闭这条提示"))
        cross.setAccessibleName(self.tr("关闭这条提示"))
        cross.clicked.connect(lambda _checked=False: on_close())
        row.addWidget(cross)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        base = self.palette().color(QPalette.ColorRole.Base)
        painter.fillRect(event.rect(), base)
        painter.fillRect(event.rect(), tint(self._edge, 22 if base.lightness() > _DARK else 50))
        painter.fillRect(0, 0, 4, self.height(), QColor(self._edge))
        painter.end()
