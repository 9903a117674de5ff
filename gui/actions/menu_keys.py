"""Keys pressed in an open menu are the menu's, also those that are shortcuts in a list below it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

_OTHERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class MenuKeys(QObject):
    """Watches menus: Qt asks the shortcuts of the widget in focus first, which stays in focus below a menu."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        is_plain = bool(event.text().strip()) and not event.modifiers() & _OTHERS
        if is_plain:
            event.accept()
        return is_plain
