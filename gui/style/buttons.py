"""The words on the buttons of a dialog."""

from __future__ import annotations

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialogButtonBox


def word_button(buttons: QDialogButtonBox, which: QDialogButtonBox.StandardButton, words: str) -> None:
    """Words of our own on a button of the box, without the picture some styles put on it."""
    button = buttons.button(which)
    button.setText(words)
    button.setIcon(QIcon())
