"""What the PDF says of one page: its size, its raw characters with boxes and fonts, its rules and pictures.

Needed before page one is drawn, so only named tuples and the standard library here.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import NamedTuple

from engine.model.geometry import Box


class PageInfo(NamedTuple):
    """One page as the viewer lays it out. `number` is the PDF page, from 1; `rotation` is 0, 90, 180 or 270
    degrees clockwise; `box` is the visible (crop) box in page space; `label` the PDF's own page label or ""."""

    number: int
    box: Box
    rotation: int = 0
    label: str = ""

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points as displayed, after rotation."""
        width, height = self.box.width, self.box.height
        return (height, width) if self.rotation in (90, 270) else (width, height)


class FontRun(NamedTuple):
    """Raw characters [start, end) of a page set in one font. `size` in points as displayed on the page;
    `angle` in degrees counter-clockwise, rounded; `visible` is false for text that paints nothing."""

    start: int
    end: int
    name: str
    size: float
    bold: bool = False
    angle: int = 0
    visible: bool = True


class PageContent(NamedTuple):
    """Everything read of one page. `text` is PDFium's raw page text by code point; `boxes` holds four floats
    (left, bottom, right, top) a code point, all zero where PDFium made the character up (line breaks, blanks).
    `rules` are thin lines and frames drawn on the page, `pictures` the boxes of images, `has_ink` tells that the
    page paints something although it may hold no text (a scan)."""

    info: PageInfo
    text: str
    boxes: array[float]
    fonts: tuple[FontRun, ...] = ()
    rules: tuple[Box, ...] = ()
    pictures: tuple[Box, ...] = ()
    has_ink: bool = True

    def box(self, index: int) -> Box:
        at = 4 * index
        return Box(*self.boxes[at : at + 4])


def quads_of(boxes: Sequence[float], start: int, end: int) -> list[Box]:
    """Boxes of the lines that raw characters [start, end) stand on, one a stretch of line, in text order.

    `boxes` holds four floats a character; empty boxes are passed over. A character starts a new stretch when it
    does not overlap the stretch's height or jumps back to the left.
    """
    lines: list[Box] = []
    line_left = line_bottom = line_right = line_top = 0.0  # of the stretch under way; an empty one begins anew
    sides = iter(boxes[4 * start : 4 * end])
    for left, bottom, right, top in zip(sides, sides, sides, sides, strict=False):
        if right <= left or top <= bottom:
            continue
        overlap = min(line_top, top) - max(line_bottom, bottom)
        low, high = sorted((line_top - line_bottom, top - bottom))
        if low > 0 and overlap > 0.4 * low and right > line_left and left < line_right + 6 * high:
            line_left, line_bottom = min(line_left, left), min(line_bottom, bottom)
            line_right, line_top = max(line_right, right), max(line_top, top)
            continue
        if line_top > line_bottom:
            lines.append(Box(line_left, line_bottom, line_right, line_top))
        line_left, line_bottom, line_right, line_top = left, bottom, right, top
    if line_top > line_bottom:
        lines.append(Box(line_left, line_bottom, line_right, line_top))
    return lines
