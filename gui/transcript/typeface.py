"""How the text view is set: sizes, weights, indents and distances by the kind of a paragraph, all in ems of the body.

A line holds at most 40 characters, so that the eye finds the next one; at 400 % and more as many as fit.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

from gui.transcript.blocks import Block

SMALLEST, LARGEST = 0.5, 8.0
STEPS = (0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0)
_BODY = 17.0  # pixels of the body at 100 %
_LONGEST = 40  # characters of a line
_PITCH = 1.7  # ems from line to line
_NARROW = 440.0  # pixels of room below which the margin is as small as may be
_RIGHT = 28.0  # pixels kept free at the right
_GUTTER = 26.0  # pixels between the page labels and the text, where headings have their bars

Align = Literal["left", "centre", "right"]


class Setting(NamedTuple):
    """How one kind of paragraph is set; lengths in ems of the body."""

    scale: float = 1.0
    bold: bool = False
    align: Align = "left"
    indent: float = 0.0
    margin: float = 0.0
    above: float = 0.0
    below: float = 0.45
    is_quiet: bool = False


_OF_KIND = {
    "title": Setting(1.55, bold=True, align="centre", above=0.6, below=0.6),
    "body": Setting(indent=2.0),
    "list": Setting(margin=2.0),
    "heading": Setting(1.05, bold=True, above=0.6),
    "caption": Setting(0.92, bold=True, align="centre", above=0.5, below=0.2),
    "footnote": Setting(0.85, margin=1.0, above=0.1, below=0.3, is_quiet=True),
    "toc": Setting(margin=1.0, below=0.1),
    "signature": Setting(align="right", above=0.4),
    "date": Setting(align="right"),
    "formula": Setting(align="centre"),
    "cell": Setting(0.92, below=0.0),
    "furniture": Setting(0.78, below=0.3, is_quiet=True),
    "unread": Setting(0.92, align="centre", above=0.5, below=0.8, is_quiet=True),
}
_OF_LEVEL = (
    Setting(1.3, bold=True, above=0.9, below=0.5),
    Setting(1.14, bold=True, above=0.6),
    Setting(1.05, bold=True, above=0.4),
    Setting(1.0, bold=True, above=0.2),
)


def setting_of(block: Block, level: int) -> Setting:
    """How a block is set; `level` of the heading it is as a whole, 0 for none."""
    if level and block.kind not in {"title", "table"}:
        return _OF_LEVEL[min(level, len(_OF_LEVEL)) - 1]
    return _OF_KIND.get(block.kind, Setting())


class Typeface:
    """One size of the text in a column of one width."""

    def __init__(self, font: QFont, zoom: float, room: float) -> None:
        self.zoom = zoom
        self.em = _BODY * zoom
        self._family = font
        self.label_font = self._sized(12.0)
        self.is_narrow = room < max(_NARROW, 24 * self.em)  # page labels are numbers alone
        labels = QFontMetricsF(self.label_font).horizontalAdvance("000" if self.is_narrow else "第 0000 页")
        left = labels + _GUTTER
        self.width = max(min(_LONGEST * self.em, room - left - _RIGHT), 6 * min(self.em, 24.0))
        self.left = max(left, (room - self.width) / 2)
        self.label_right = self.left - _GUTTER

    def font(self, setting: Setting) -> QFont:
        """The font of a setting."""
        font = self._sized(self.em * self.scale(setting))
        if setting.bold:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def pitch(self, setting: Setting) -> float:
        """Pixels from line to line."""
        return self.em * self.scale(setting) * (_PITCH if setting.scale <= 1.1 else 1.5)

    def scale(self, setting: Setting) -> float:
        """How much larger than the body: less so where the body is large itself."""
        return 1 + (setting.scale - 1) * min(1.0, 1.5 / self.zoom) if setting.scale > 1 else setting.scale

    def guesses(self, kinds: Iterable[str], lengths: Iterable[int], levels: Iterable[int]) -> list[float]:
        """How high paragraphs of these kinds and lengths are going to be, about; quick for a hundred thousand."""
        known: dict[tuple[str, int], tuple[int, int, float, float]] = {}
        found = []
        for kind, length, level in zip(kinds, lengths, levels, strict=False):
            measures = known.get((kind, level))
            if measures is None:
                measures = known[kind, level] = self._measures(setting_of(Block(kind, 0, 1, 0), level))
            signs, indent, pitch, around = measures
            found.append((-(-(length + indent) // signs) or 1) * pitch + around)
        return found

    def _measures(self, setting: Setting) -> tuple[int, int, float, float]:
        """Characters of a line, those of the first line's indent, pixels from line to line and around the lines."""
        signs = max(1, int((self.width - setting.margin * self.em) / (self.em * self.scale(setting))))
        around = (setting.above + setting.below) * self.em
        return signs, int(setting.indent), self.pitch(setting), around

    def guess(self, block: Block, length: int) -> float:
        """How high the rows of a table, or what has no text of its own, are going to be, about."""
        setting = setting_of(block, 0)
        around = (setting.above + setting.below) * self.em
        if block.table is not None:
            rows = block.rows[1] - block.rows[0]
            columns = max((len(row) for row in block.table.rows), default=1)
            lines = max(rows, length * self.em / max(self.width, 1.0) * 1.2 + rows * 0.3 * (columns > 1))
            return lines * self.pitch(setting) + rows * 8 + around
        return self.guesses([block.kind], [length], [0])[0]

    def _sized(self, pixels: float) -> QFont:
        font = QFont(self._family)
        font.setPixelSize(max(6, round(pixels)))
        return font


ALIGNMENT = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "centre": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}


def stepped(zoom: float, steps: int) -> float:
    """The zoom `steps` steps larger (or smaller, when negative) on the ladder."""
    for _ in range(abs(steps)):
        if steps > 0:
            zoom = next((step for step in STEPS if step > zoom * 1.01), LARGEST)
        else:
            zoom = next((step for step in reversed(STEPS) if step < zoom / 1.01), SMALLEST)
    return zoom
