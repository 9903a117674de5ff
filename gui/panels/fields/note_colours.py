"""The colours a note can have: their words and swatches."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from gui.actions.noop import QT_TRANSLATE_NOOP
from gui.style.colours import NOTE_COLOURS, note_colour

COLOUR_WORDS = (
    QT_TRANSLATE_NOOP("card", "黄"),
    QT_TRANSLATE_NOOP("card", "绿"),
    QT_TRANSLATE_NOOP("card", "蓝"),
    QT_TRANSLATE_NOOP("card", "粉"),
    QT_TRANSLATE_NOOP("card", "朱红"),
)
"""Names of the colours a note can have, beside `NOTE_COLOURS`."""


def colour_name(at: int) -> str:
    """The word of a colour of the palette."""
    return QCoreApplication.translate("card", COLOUR_WORDS[at])


def colour_word(note: Any) -> str:
    """The word of the colour a note is drawn in; its code where it is none of the palette."""
    shown = note_colour(note.color, note.type).name()
    return colour_name(NOTE_COLOURS.index(shown)) if shown in NOTE_COLOURS else shown


def swatch(colour: QColor, size: int = 16) -> QIcon:
    """A square of a colour with a quiet edge."""
    pixmap = QPixmap(size * 2, size * 2)
    pixmap.fill(colour)
    painter = QPainter(pixmap)
    painter.setPen(QColor(0, 0, 0, 90))
    painter.drawRect(0, 0, size * 2 - 1, size * 2 - 1)
    painter.end()
    pixmap.setDevicePixelRatio(2.0)
    return QIcon(pixmap)
