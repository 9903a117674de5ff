"""Room around the rows of plain lists, so that they are as easy to hit and to read as those of the side pane."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

_ROOM = 8  # pixels above and below the words together


class RoomyRows(QStyledItemDelegate):
    """Draws as the system's style does, on higher rows."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), max(size.height(), option.fontMetrics.lineSpacing() + _ROOM))


def give_room(view: QAbstractItemView) -> None:
    """Let a list's rows be higher than their words."""
    view.setItemDelegate(RoomyRows(view))
