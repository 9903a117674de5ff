"""Says something to assistive technology without moving the focus: the decision made and the item that comes next."""

from __future__ import annotations

from PySide6 import QtGui
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, words: str) -> None:
    """Let a screen reader say the words. Older Qt has no announcements: there the widget's description changes."""
    made = getattr(QtGui, "QAccessibleAnnouncementEvent", None)
    if made is not None:
        QAccessible.updateAccessibility(made(widget, words))
        return
    widget.setAccessibleDescription(words)
    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.DescriptionChanged))
