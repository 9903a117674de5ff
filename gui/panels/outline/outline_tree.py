"""The outline's tree: titles edited in their line, headings dragged to another level."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QStyle, QStyleOptionViewItem, QWidget

from gui.panels.lists.list_view import ReviewTree
from gui.panels.lists.state_delegate import StateDelegate
from gui.panels.lists.table_model import ROW_ROLE
from gui.panels.lists.tree_model import MIME
from gui.panels.words.contrast import SHAPE, readable
from gui.panels.words.row import Row
from gui.style.colours import VERMILION

Index = QModelIndex | QPersistentModelIndex
_EDGE = 24  # pixels from the tree's edge at which a drag scrolls it
_MARGIN = 4


class TitleDelegate(StateDelegate):
    """Opens the editor over the title alone: the number before it stays to be seen."""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:
        line = QLineEdit(parent)
        line.setAccessibleName(self.tr("标题文字"))
        return line

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        style = shown.widget.style()
        area = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, shown, shown.widget)
        title = str(index.data(Qt.ItemDataRole.EditRole) or "")
        before = shown.text[: len(shown.text) - len(title)] if shown.text.endswith(title) else ""
        area.setLeft(area.left() + shown.fontMetrics.horizontalAdvance(before))
        area.setRight(max(shown.rect.right(), area.left() + 40))
        editor.setGeometry(area.adjusted(0, 1, 0, -1))

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text())


class OutlineTree(ReviewTree):
    """A tree of headings. What a drop would do is asked of `aim` and done by `drop_wanted`."""

    drop_wanted = Signal(list, str, bool)  # dragged headings, the one under the pointer or "", whether onto it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.aim: Callable[[list[str], str, bool], str] = lambda _moved, _target, _is_on: ""
        """What dropping these headings onto (True) or beside that one would do, in words; "" where it cannot be."""
        self._aim: tuple[QModelIndex, bool, str] | None = None
        self.states = TitleDelegate(self)
        self.setItemDelegate(self.states)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setAllColumnsShowFocus(True)

    def edit_title(self, index: QModelIndex) -> bool:
        """Open the editor over a heading's title; False where there is none."""
        first = index.siblingAtColumn(0)
        if not first.isValid():
            return False
        self.scrollTo(first)
        return self.edit(first, QAbstractItemView.EditTrigger.AllEditTriggers, QEvent(QEvent.Type.None_))

    @property
    def editor(self) -> QLineEdit | None:
        """The editor that is open."""
        return next(iter(self.viewport().findChildren(QLineEdit)), None)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or not self.edit_title(index):
            super().mouseDoubleClickEvent(event)

    # dragging: only where it lands counts, nothing is moved by Qt

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME) and event.source() in (self, None):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._scroll_at(event.position().toPoint().y())
        index, is_on = self._under(event)
        words = self.aim(dragged(event), self._id(index), is_on)
        self._show_aim((index, is_on, words) if words else None)
        if words:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_aim(None)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        index, is_on = self._under(event)
        self._show_aim(None)
        event.setDropAction(Qt.DropAction.CopyAction)  # else Qt would take the rows away
        event.accept()
        self.drop_wanted.emit(dragged(event), self._id(index), is_on)

    @property
    def aim_words(self) -> str:
        """What the drop indicator says, "" without one."""
        return self._aim[2] if self._aim is not None else ""

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Without a picture of the rows: it would hide the heading they are dragged onto."""
        drag = QDrag(self)
        drag.setMimeData(self.model().mimeData(self.selectedIndexes()))
        drag.exec(Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, Qt.DropAction.MoveAction)

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground of a selected row is that of its cells up to the edge."""
        whole = QStyleOptionViewItem(option)
        whole.palette.setColor(QPalette.ColorRole.Highlight, self.states.ground)
        super().drawRow(painter, whole, index)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._aim is not None:
            painter = QPainter(self.viewport())
            self._paint_aim(painter, *self._aim)
            painter.end()

    def _paint_aim(self, painter: QPainter, index: QModelIndex, is_on: bool, words: str) -> None:  # noqa: FBT001
        """A frame around the heading that will be above, or a line beside its equal; and in words what will be."""
        palette = self.palette()
        colour = readable(VERMILION, palette.color(QPalette.ColorRole.Base), SHAPE)
        painter.setPen(QPen(colour, 2))
        width = self.viewport().width()
        if index.isValid():
            row = self.visualRect(index)
            row = QRect(row.left(), row.top(), width - row.left() - _MARGIN, row.height())
            if is_on:
                painter.drawRoundedRect(row.adjusted(1, 1, -1, -1), 3, 3)
            else:
                painter.drawLine(row.bottomLeft(), row.bottomRight())
        else:
            last = self._last_row()
            row = QRect(_MARGIN, last.bottom() + 1, width - 2 * _MARGIN, last.height())
            painter.drawLine(row.topLeft(), row.topRight())
        size = self.fontMetrics().size(Qt.TextFlag.TextSingleLine, words)
        label = QRect(0, 0, min(size.width() + 12, width - 2 * _MARGIN), row.height() - 2)
        label.moveTopRight(row.topRight())
        has_room_below = row.bottom() + row.height() <= self.viewport().height()
        label.translate(-_MARGIN, row.height() if has_room_below else -row.height())
        painter.fillRect(label, colour)
        painter.setPen(readable(palette.color(QPalette.ColorRole.Base), colour))
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, words)

    def _show_aim(self, aim: tuple[QModelIndex, bool, str] | None) -> None:
        if aim != self._aim:
            self._aim = aim
            self.viewport().update()

    def _under(self, event: QDropEvent) -> tuple[QModelIndex, bool]:
        """The heading under the pointer, and whether the pointer is on it rather than at its edge."""
        at = event.position().toPoint()
        index = self.indexAt(at).siblingAtColumn(0)
        if not index.isValid():
            return QModelIndex(), False
        row = self.visualRect(index)
        rim = row.height() / 4
        return index, row.top() + rim <= at.y() <= row.bottom() - rim

    def _id(self, index: QModelIndex) -> str:
        row = index.data(ROW_ROLE) if index.isValid() else None
        return row.id if isinstance(row, Row) else ""

    def _last_row(self) -> QRect:
        model = self.model()
        index = model.index(model.rowCount() - 1, 0)
        while index.isValid() and self.isExpanded(index) and model.rowCount(index):
            index = model.index(model.rowCount(index) - 1, 0, index)
        return self.visualRect(index)

    def _scroll_at(self, y: int) -> None:
        bar = self.verticalScrollBar()
        if y < _EDGE:
            bar.setValue(bar.value() - bar.singleStep())
        elif y > self.viewport().height() - _EDGE:
            bar.setValue(bar.value() + bar.singleStep())


def dragged(event: QDropEvent) -> list[str]:
    """The headings that a drag carries."""
    said = bytes(event.mimeData().data(MIME).data()).decode()
    return said.split("\n") if said else []
