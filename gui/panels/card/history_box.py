"""经过: what was done to an item, one line while folded, all of it with what it was before when opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from gui.panels.words.look import QUIET, give_role

_PAUSE = 120  # milliseconds a selection rests before the log is read for it

Lines = Callable[[], Sequence[str]]


class HistoryBox(QWidget):
    """A button with the newest line over the lines of the log. Stays open or folded from item to item."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QToolButton()
        self.button.setCheckable(True)
        self.button.setAutoRaise(True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.toggled.connect(self._on_toggled)
        self.lines = QLabel()
        self.lines.setWordWrap(True)
        self.lines.setTextFormat(Qt.TextFormat.PlainText)
        self.lines.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.lines.setContentsMargins(20, 0, 0, 0)
        give_role(self.lines, QUIET)
        self._read: Lines = tuple
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_PAUSE)
        self._rest.timeout.connect(self._fill)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.button)
        column.addWidget(self.lines)
        self._on_toggled(False)  # noqa: FBT003 - a slot

    def show_item(self, newest: str, read: Lines) -> None:
        """Another item, or the same changed: its newest line, and how to read all of them ("" hides the box)."""
        self._read = read
        self.setVisible(bool(newest))
        name = QCoreApplication.translate("card", "经过")
        self.button.setText(f"{name}  {newest}")
        self.button.setAccessibleName(f"{name}，{newest}")
        if newest and self.button.isChecked():
            self._rest.start()

    def _on_toggled(self, is_open: bool) -> None:  # noqa: FBT001
        self.button.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        self.lines.setVisible(is_open)
        if is_open:
            self._fill()
        else:
            self._rest.stop()

    def _fill(self) -> None:
        self.lines.setText("\n".join(self._read()))
