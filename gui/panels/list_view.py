"""Lists of items: a table and a tree that take no input method, do not search by typed letters and open no editor by
any key, so that the keys of checking reach the program whatever the user's input method."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QTreeView, QWidget

from gui.panels.columns import Column
from gui.panels.state_delegate import StateDelegate, row_height

Index = QModelIndex | QPersistentModelIndex


class ReviewTable(QTableView):
    """A table of items, one a row."""

    current_moved = Signal()
    copy_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.states = StateDelegate(self)
        set_up(self, self.states)
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

    def keyboardSearch(self, search: str) -> None:
        """Typed letters and digits are no search here."""

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.current_moved.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        show_current(self)

    def sizeHint(self) -> QSize:
        return preferred_size(self)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:
        return False if query == Qt.InputMethodQuery.ImEnabled else super().inputMethodQuery(query)

    def event(self, event: QEvent) -> bool:
        return takes_copy(event) or super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.indexAt(event.position().toPoint()).isValid():  # beside the rows nothing is chosen, and nothing lost
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
            return
        if not is_eaten(event):
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
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            self.states.dress()


class ReviewTree(QTreeView):
    """A tree of items."""

    current_moved = Signal()
    copy_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.states = StateDelegate(self)
        set_up(self, self.states)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setIndentation(16)
        self.header().setHighlightSections(False)
        self.header().setStretchLastSection(False)

    def keyboardSearch(self, search: str) -> None:
        """Typed letters and digits are no search here."""

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.current_moved.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        show_current(self)

    def sizeHint(self) -> QSize:
        return preferred_size(self)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:
        return False if query == Qt.InputMethodQuery.ImEnabled else super().inputMethodQuery(query)

    def event(self, event: QEvent) -> bool:
        return takes_copy(event) or super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.indexAt(event.position().toPoint()).isValid():  # beside the rows nothing is chosen, and nothing lost
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
            return
        if not is_eaten(event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            self.states.dress()


def show_current(view: QAbstractItemView) -> None:
    """Select the row Qt made current when the list got the focus, so that one sees what the keys act on."""
    current, chosen = view.currentIndex(), view.selectionModel()
    if current.isValid() and not chosen.hasSelection():
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        chosen.select(current, flags)


def scroll_to_row(view: QAbstractItemView, index: QModelIndex) -> None:
    """Bring a row into view with the two rows below it: one sees what comes next."""
    below = index
    for _ in range(2):
        after = view.indexBelow(below) if isinstance(view, QTreeView) else below.siblingAtRow(below.row() + 1)
        below = after if after.isValid() else below
    view.scrollTo(below, QAbstractItemView.ScrollHint.EnsureVisible)
    view.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)


def preferred_size(view: QWidget) -> QSize:
    """About fifteen rows."""
    line = view.fontMetrics().height()
    return QSize(28 * line, 24 * line)


def set_up(view: QAbstractItemView, delegate: StateDelegate) -> None:
    """What both kinds of list have in common."""
    view.setItemDelegate(delegate)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setTextElideMode(Qt.TextElideMode.ElideRight)
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
    view.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)


def column_width(view: QWidget, column: Column, words: Iterable[str]) -> int:
    """Width in pixels of a column given in characters, and wide enough for its title and the words of its choices."""
    metrics = view.fontMetrics()
    return max(int(metrics.horizontalAdvance(one)) for one in ("国" * column.width, *words)) + 16


def takes_copy(event: QEvent) -> bool:
    """Claim Ctrl+C before the window's own action does."""
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
        return False
    if not event.matches(QKeySequence.StandardKey.Copy):
        return False
    event.accept()
    return True


def is_eaten(event: QKeyEvent) -> bool:
    """Keys that a list must not understand in its own way: digits, letters, Space (it would toggle the selection)."""
    has_command = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    if not has_command and event.text().isprintable() and event.text():
        event.ignore()
        return True
    return False


def put_on_clipboard(rows: list[tuple[str, ...]]) -> None:
    """Rows as they paste into WPS and Excel: tabs between cells, no line breaks inside."""
    lines = ("\t".join(" ".join(cell.split()) for cell in row) for row in rows)
    QGuiApplication.clipboard().setText("\r\n".join(lines))
