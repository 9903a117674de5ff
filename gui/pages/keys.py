"""Keyboard scrolling: how far a key moves the page view."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from gui.pages.camera import Camera

_STEP = 64.0  # pixels an arrow key moves
_PAGEFUL = 0.9  # share of the viewport a page key moves

FAR = 1e12  # to the end of the document


def scroll_of_key(event: QKeyEvent, camera: Camera) -> tuple[float, float] | None:
    """The move (x, y) in pixels, or None for a key that does not scroll."""
    if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
        return _ends(event) if event.modifiers() & Qt.KeyboardModifier.ControlModifier else None
    pageful = camera.height * _PAGEFUL
    back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    moves = {
        Qt.Key.Key_Up: (0.0, -_STEP),
        Qt.Key.Key_Down: (0.0, _STEP),
        Qt.Key.Key_Left: (-_STEP, 0.0),
        Qt.Key.Key_Right: (_STEP, 0.0),
        Qt.Key.Key_PageUp: (0.0, -pageful),
        Qt.Key.Key_PageDown: (0.0, pageful),
        Qt.Key.Key_Space: (0.0, -pageful if back else pageful),
        Qt.Key.Key_Home: (0.0, -FAR),
        Qt.Key.Key_End: (0.0, FAR),
    }
    return moves.get(Qt.Key(event.key()))


def _ends(event: QKeyEvent) -> tuple[float, float] | None:
    return {Qt.Key.Key_Home: (0.0, -FAR), Qt.Key.Key_End: (0.0, FAR)}.get(Qt.Key(event.key()))
