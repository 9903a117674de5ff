"""Where each page lies in the continuous column: prefix sums over page heights, so that zooming costs nothing.

Lengths with `scale` are pixels; the sums themselves are points. Made for 20,000 pages: nothing here walks them all
after the sums were made.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence

from engine.model.page import PageInfo
from gui.bridge.geometry import PageGeometry

GAP = 16  # pixels between pages
MARGIN = 16  # pixels around the column


class ColumnLayout:
    """Pages one under the other, centred on the widest one. Pages are counted by index, from 0."""

    def __init__(self, pages: Sequence[PageInfo], turn: int = 0) -> None:
        self.pages = pages
        self.turn = turn
        self._tops = array("d", [0.0])
        widest = 0.0
        total = 0.0
        for info in pages:
            width, height = PageGeometry(info, 1.0, turn).size
            total += height
            self._tops.append(total)
            widest = max(widest, width)
        self.widest = widest

    def size(self, scale: float) -> tuple[float, float]:
        """Width and height of the whole column with its margins."""
        gaps = max(0, len(self.pages) - 1) * GAP
        return self.widest * scale + 2 * MARGIN, self._tops[-1] * scale + gaps + 2 * MARGIN

    def top(self, index: int, scale: float) -> float:
        """Where page `index` begins, from the top of the column."""
        return MARGIN + self._tops[index] * scale + index * GAP

    def geometry(self, index: int, scale: float) -> PageGeometry:
        return PageGeometry(self.pages[index], scale, self.turn)

    def left(self, index: int, scale: float, width: float) -> float:
        """Left edge of a page in a column shown `width` pixels wide."""
        return (width - self.geometry(index, scale).size[0]) / 2

    def index_at(self, y: float, scale: float) -> int:
        """The page at height `y`; between two pages the lower one, outside the column the nearest."""
        if not self.pages:
            return 0
        at = bisect_right(range(len(self.pages)), y, key=lambda index: self.top(index, scale) - GAP) - 1
        return min(max(at, 0), len(self.pages) - 1)

    def visible(self, top: float, bottom: float, scale: float) -> range:
        """Indices of the pages that show between two heights."""
        if not self.pages:
            return range(0)
        first = self.index_at(top, scale)
        if self.top(first, scale) > bottom:
            return range(0)
        return range(first, self.index_at(bottom, scale) + 1)
