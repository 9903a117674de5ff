"""The grid of pixels a page is drawn on: how large a page is at a scale, and which pixels a part of it takes.

Light and pure: the window uses it to know where a tile belongs, the worker to draw it, so that tiles meet exactly.
"""

from __future__ import annotations

from typing import NamedTuple

from engine.model.geometry import Box
from engine.model.page import PageInfo

MAX_PIXELS = 40_000_000
"""Pixels of one picture."""


class PixelRect(NamedTuple):
    """Pixels of a drawn page, from its top left corner as displayed."""

    x: int
    y: int
    width: int
    height: int


def page_pixels(info: PageInfo, scale: float) -> tuple[int, int]:
    """Width and height of a whole page in pixels; `scale` is pixels a point."""
    width, height = info.size
    return max(1, round(width * scale)), max(1, round(height * scale))


def pixel_rect(info: PageInfo, scale: float, clip: Box | None) -> PixelRect:
    """Pixels of a part of the page (`clip` in page space, None for all of it): its edges rounded to whole pixels, so
    that neighbouring tiles meet, cut off at the page's edges; at least one pixel."""
    full_width, full_height = page_pixels(info, scale)
    if clip is None:
        return PixelRect(0, 0, full_width, full_height)
    x0, y0, x1, y1 = _displayed(info, clip)
    left = min(max(0, round(x0 * scale)), full_width - 1)
    top = min(max(0, round(y0 * scale)), full_height - 1)
    right = min(max(left + 1, round(x1 * scale)), full_width)
    bottom = min(max(top + 1, round(y1 * scale)), full_height)
    return PixelRect(left, top, right - left, bottom - top)


def _displayed(info: PageInfo, clip: Box) -> tuple[float, float, float, float]:
    """A box of page space in points from the displayed page's top left corner: x0, y0, x1, y1 with y downwards."""
    box = info.box
    left, right = clip.left - box.left, clip.right - box.left
    above, below = box.top - clip.top, box.top - clip.bottom
    if info.rotation == 90:
        return box.height - below, left, box.height - above, right
    if info.rotation == 180:
        return box.width - right, box.height - below, box.width - left, box.height - above
    if info.rotation == 270:
        return above, box.width - right, below, box.width - left
    return left, above, right, below
