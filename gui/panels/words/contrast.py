"""The colours of meaning made readable on the system's palette."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from gui.style.contrast import SHAPE, TEXT, blend, contrast, luminance, readable

__all__ = ["SHAPE", "TEXT", "blend", "contrast", "luminance", "quiet", "readable"]


def quiet(palette: QPalette) -> QColor:
    """The colour of secondary words: the palette's text, as pale as it may be and still be read."""
    base, text = palette.color(QPalette.ColorRole.Window), palette.color(QPalette.ColorRole.WindowText)
    return readable(blend(text, base, 0.45), base, TEXT + 0.3)
