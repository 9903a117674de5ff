"""Lists of items: a table and a tree."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QTreeView, QWidget

from gui.panels.lists.columns import Column
from gui.panels.lists.quiet_view import QuietView
from gui.panels.lists.state_delegate import row_height
from gui.panels.lists.table_model import RowsModel


class ReviewTable(QuietView, QTableView):
    """A table of items, one a row; rows of one group stand under a line that says it and folds them away."""

    current_moved = Signal()
    copy_wanted = Signal()
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_up()
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(row_height(self.fontMetrics().height()))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSortIndicatorShown(True)
        header.setSortIndicatorClearable(True)
        header.setSectionsClickable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        group = self._group_at(self.indexAt(event.position().toPoint()))
        super().mousePressEvent(event)
        if group and event.button() == Qt.MouseButton.LeftButton:
            self._fold(group, on=None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._folds_by(event):
            super().keyPressEvent(event)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        model = self.model()
        ends = {
            QAbstractItemView.CursorAction.MoveHome: 0,
            QAbstractItemView.CursorAction.MoveEnd: model.rowCount() - 1,
        }
        if action in ends and model.rowCount():
            return model.index(ends[action], max(self.currentIndex().column(), 0))
        return super().moveCursor(action, modifiers)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self.verticalHeader().setDefaultSectionSize(row_height(self.fontMetrics().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def _folds_by(self, event: QKeyEvent) -> bool:
        """Left and Right fold and unfold the group whose line is the current one."""
        group = self._group_at(self.currentIndex())
        wanted = {Qt.Key.Key_Left: True, Qt.Key.Key_Right: False}.get(Qt.Key(event.key()))
        if not group or wanted is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        self._fold(group, on=wanted)
        return True

    def _group_at(self, index: QModelIndex) -> str:
        model = self.model()
        return model.group_at(index.row()) if isinstance(model, RowsModel) and index.isValid() else ""

    def _fold(self, group: str, *, on: bool | None) -> None:
        """Fold or unfold a group, or (None) the other way round."""
        model = self.model()
        if isinstance(model, RowsModel):
            model.fold((group,), on=group not in model.folded if on is None else on)


class ReviewTree(QuietView, QTreeView):
    """A tree of items."""

    current_moved = Signal()
    copy_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_up()
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setIndentation(16)
        self.header().setHighlightSections(False)
        self.header().setStretchLastSection(False)


def scroll_to_row(view: QAbstractItemView, index: QModelIndex) -> None:
    """Bring a row into view with the two rows below it: one sees what comes next."""
    below = index
    for _ in range(2):
        after = view.indexBelow(below) if isinstance(view, QTreeView) else below.siblingAtRow(below.row() + 1)
        below = after if after.isValid() else below
    view.scrollTo(below, QAbstractItemView.ScrollHint.EnsureVisible)
    view.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)


def column_width(view: QWidget, column: Column, words: Iterable[str]) -> int:
    """Width in pixels of a column given in characters, and wide enough for its title and the words of its choices."""
    return widest(view.fontMetrics(), ("国" * column.width, *words)) + 16


def widest(metrics: QFontMetrics, words: Iterable[str]) -> int:
    """Width in pixels of the widest of some words."""
    return max(int(metrics.horizontalAdvance(one)) for one in words)
