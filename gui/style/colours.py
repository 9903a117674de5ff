"""The colours of meaning: the machine writes in ink, the human in vermilion. Everything else is the system's palette.

Marks lie on white paper in every theme: ink, vermilion and the note edges have at least 3:1 against it, words 4.5:1.
"""

from __future__ import annotations

from PySide6.QtGui import QColor

INK = QColor(0x2B, 0x5C, 0xA0)
VERMILION = QColor(0xC8, 0x37, 0x1F)
PAPER = QColor(0xFF, 0xFF, 0xFF)
EDGE = QColor(0, 0, 0, 46)
FAINT = QColor(0x6B, 0x70, 0x78)
HIT = QColor(0xFF, 0xE9, 0x8A)
CURRENT_HIT = QColor(0xFF, 0xB0, 0x3A)

NOTE_COLOURS = ("#ffd84d", "#9be28a", "#8fd0ff", "#ffa8c5", "#c8371f")
"""What a highlight can be set in, the first one by default; the last is vermilion, the default of lines and boxes."""


def tint(colour: QColor, alpha: int) -> QColor:
    """The colour, let through; `alpha` from 0 to 255."""
    return QColor(colour.red(), colour.green(), colour.blue(), alpha)


def note_colour(name: str, look: str) -> QColor:
    """The colour a note is drawn in: its own, else yellow for a highlight and vermilion for everything else."""
    chosen = QColor(name) if name else QColor()
    if chosen.isValid():
        return chosen
    return QColor(NOTE_COLOURS[0]) if look == "highlight" else QColor(VERMILION)
