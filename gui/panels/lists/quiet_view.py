"""What every list of items has in common: it takes no input method, does not search by typed letters and opens no
editor by any key, so that the keys of checking reach the program whatever the user's input method."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QSize, Qt, SignalInstance
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame

from gui.panels.lists.state_delegate import StateDelegate

if TYPE_CHECKING:
    _View = QAbstractItemView
else:
    _View = object

Index = QModelIndex | QPersistentModelIndex


class QuietView(_View):
    """Mixed into a table or a tree, before Qt's class. The class it is mixed into has the two signals."""

    states: StateDelegate
    begin: Callable[[], object] | None = None  # makes a row the current one when the list gets the keys without any
    current_moved: SignalInstance
    copy_wanted: SignalInstance

    def set_up(self) -> None:
        """To be called when Qt's part is made."""
        self.states = StateDelegate(self)
        self.setItemDelegate(self.states)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._silence()

    def keyboardSearch(self, search: str) -> None:
        """Typed letters and digits are no search here."""

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._silence()
        self.current_moved.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        is_by_keys = event.reason() != Qt.FocusReason.MouseFocusReason
        if self.begin is not None and is_by_keys and not self.currentIndex().isValid():
            self.begin()
        super().focusInEvent(event)
        self._silence()
        self._show_current()

    def sizeHint(self) -> QSize:
        """About fifteen rows."""
        line = self.fontMetrics().height()
        return QSize(28 * line, 24 * line)

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
        if event.type() == QEvent.Type.PaletteChange:
            self.states.dress()

    def _silence(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)

    def _show_current(self) -> None:
        """Select the row Qt made current when the list got the focus, so that one sees what the keys act on."""
        current, chosen = self.currentIndex(), self.selectionModel()
        if current.isValid() and not chosen.hasSelection():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            chosen.select(current, flags)


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
