"""Buttons in a row that become two rows, or a column, where there is no room for one: nothing is cut off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class WrappingRow(QWidget):
    """Holds widgets that are always shown; each is as wide as it wants, and wider where a row has room to spare."""

    def __init__(self, widgets: Sequence[QWidget], *, spacing: int) -> None:
        super().__init__()
        self._widgets = tuple(widgets)
        self._spacing = spacing
        for widget in self._widgets:
            widget.setParent(self)
            widget.show()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return self._size(self._widgets)

    def minimumSizeHint(self) -> QSize:
        return QSize(max(widget.sizeHint().width() for widget in self._widgets), self._height)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = len(list(self._rows(width)))
        return rows * self._height + (rows - 1) * self._spacing

    def width_for(self, room: int) -> int:
        """What the widest row takes, wrapped for a room."""
        return max(self._size(row).width() for row in self._rows(room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        top = 0
        for row in self._rows(self.width()):
            spare = max(0, self.width() - self._size(row).width()) // len(row)
            left = 0
            for widget in row:
                width = widget.sizeHint().width() + spare
                widget.setGeometry(left, top, width, self._height)
                left += width + self._spacing
            top += self._height + self._spacing

    @property
    def _height(self) -> int:
        return max(widget.sizeHint().height() for widget in self._widgets)

    def _size(self, row: Sequence[QWidget]) -> QSize:
        widths = [widget.sizeHint().width() for widget in row]
        return QSize(sum(widths) + self._spacing * (len(row) - 1), self._height)

    def _rows(self, width: int) -> Iterator[Sequence[QWidget]]:
        """One row, two, and so on: as few as fit, of the same number of widgets."""
        count = len(self._widgets)
        columns = count
        for number in range(1, count + 1):
            columns = -(-count // number)
            if all(self._size(self._widgets[at : at + columns]).width() <= width for at in range(0, count, columns)):
                break
        return (self._widgets[at : at + columns] for at in range(0, count, columns))
