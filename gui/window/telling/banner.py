"""A line over the top of the pages that says what the reader should know, in place and without a dialog."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from gui.style.colours import INK, VERMILION, tint
from gui.style.wrapping import WrappingRow

Choice = tuple[str, Callable[[], object]]
"""A button's words, and what it does."""

_DARK = 128
_READABLE = 240  # pixels that the words keep beside the buttons


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
        self._lines = QGridLayout(self)
        self._lines.setContentsMargins(16, 8, 8, 8)
        self._lines.setSpacing(8)
        self._lines.setColumnStretch(0, 1)
        self._lines.addWidget(label, 0, 0)
        for words, do in actions:
            button = QPushButton(words)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys where they are
            button.clicked.connect(lambda _checked=False, do=do: do())
            self.buttons.append(button)
        self._choices = WrappingRow(self.buttons, spacing=8) if self.buttons else QWidget()
        self._beside = QWidget()
        beside = QHBoxLayout(self._beside)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(8)
        beside.addWidget(self._more)
        beside.addWidget(self._choices, 1)
        self._is_narrow = False
        self._lines.addWidget(self._beside, 0, 1)
        cross = QToolButton()
        cross.setText("✕")
        cross.setAutoRaise(True)
        cross.setToolTip(self.tr("关闭这条提示"))
        cross.setAccessibleName(self.tr("关闭这条提示"))
        cross.clicked.connect(lambda _checked=False: on_close())
        self._lines.addWidget(cross, 0, 2, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(text)

    def show_waiting(self, count: int) -> None:
        """Say how many other messages wait behind this one."""
        self._more.setText(self.tr("还有 {count} 条").format(count=count) if count else "")
        self._more.setVisible(bool(count))

    def heightForWidth(self, width: int) -> int:
        """As high as its words are; where they have little room beside the buttons, these stand below them."""
        is_narrow = width - self._beside.sizeHint().width() < _READABLE
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._lines.removeWidget(self._beside)
            self._lines.addWidget(self._beside, *((1, 0, 1, 3) if is_narrow else (0, 1)))
            self._lines.activate()
        return super().heightForWidth(width)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        base = self.palette().color(QPalette.ColorRole.Base)
        painter.fillRect(event.rect(), base)
        painter.fillRect(event.rect(), tint(self._edge, 22 if base.lightness() > _DARK else 50))
        painter.fillRect(0, 0, 4, self.height(), QColor(self._edge))
        painter.fillRect(0, self.height() - 1, self.width(), 1, tint(self._edge, 120))
        painter.end()
