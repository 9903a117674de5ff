"""Return presses the button that has the focus, as Space does: some desktops' styles know only Space."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


def presses(event: QKeyEvent, focus: QWidget | None) -> bool:
    """Press the focused button by Return; False where the key is none of ours. For keys that no one else has taken."""
    if event.key() not in _KEYS or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or event.isAutoRepeat():
        return False
    if not isinstance(focus, QAbstractButton) or not focus.isEnabled():
        return False
    focus.click()
    return True
