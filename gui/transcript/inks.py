"""The colours of the text view: the system's palette, and the colours of meaning made readable on its ground.

Words have at least 4.5:1 on whatever lies under them, marks 3:1, in light, dark and high-contrast palettes alike.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QColor, QPalette

from gui.panels.words.contrast import SHAPE, TEXT, blend, contrast, readable
from gui.style.colours import CURRENT_HIT, HIT, INK, VERMILION, note_colour


class Inks(NamedTuple):
    """Colours on one ground."""

    ground: QColor
    words: QColor
    quiet: QColor
    ink: QColor
    vermilion: QColor
    link: QColor
    rule: QColor
    selected: QColor
    selected_words: QColor

    def under(self, colour: QColor, share: float) -> QColor:
        """A tint for behind words: as strong as `share` says, or as they bear."""
        while share > 0.04:
            made = blend(self.ground, colour, share)
            if contrast(made, self.words) >= TEXT:
                return made
            share *= 0.8
        return self.ground

    def line(self, colour: QColor) -> QColor:
        """A colour for lines and shapes on the ground."""
        return readable(colour, self.ground, SHAPE)

    def note(self, name: str, look: str) -> QColor:
        """The colour of a note."""
        return note_colour(name, look)


def inks_of(palette: QPalette) -> Inks:
    """The colours for a palette."""
    ground = palette.color(QPalette.ColorRole.Base)
    words = readable(palette.color(QPalette.ColorRole.Text), ground, TEXT)
    selected = palette.color(QPalette.ColorRole.Highlight)
    return Inks(
        ground,
        words,
        readable(blend(words, ground, 0.45), ground, TEXT),
        readable(INK, ground, TEXT),
        readable(VERMILION, ground, TEXT),
        readable(palette.color(QPalette.ColorRole.Link), ground, TEXT),
        readable(blend(words, ground, 0.6), ground, SHAPE),
        selected,
        readable(palette.color(QPalette.ColorRole.HighlightedText), selected, TEXT),
    )


def hit_colour(*, is_current: bool) -> QColor:
    """What lies under found words, which are black on it in every theme."""
    return CURRENT_HIT if is_current else HIT
