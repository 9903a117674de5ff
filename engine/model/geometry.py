"""Points, boxes and quads in PDF page space: points (1/72 inch), origin bottom-left, before /Rotate."""

from __future__ import annotations

from typing import NamedTuple

Quad = tuple[float, float, float, float, float, float, float, float]
"""Four corners x, y: top-left, top-right, bottom-left, bottom-right (the order of /QuadPoints)."""


class Box(NamedTuple):
    """An upright rectangle; left <= right and bottom <= top."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom

    def is_empty(self) -> bool:
        return self.right <= self.left or self.top <= self.bottom

    def union(self, other: Box) -> Box:
        return Box(
            min(self.left, other.left),
            min(self.bottom, other.bottom),
            max(self.right, other.right),
            max(self.top, other.top),
        )

    def quad(self) -> Quad:
        left, bottom, right, top = self
        return (left, top, right, top, left, bottom, right, bottom)


def box_of_quad(quad: Quad) -> Box:
    """The smallest upright box that holds a quad."""
    xs, ys = quad[0::2], quad[1::2]
    return Box(min(xs), min(ys), max(xs), max(ys))
