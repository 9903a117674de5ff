"""Heights of thousands of blocks, some measured and most estimated: which block lies at a height, and where one begins,
in a few steps however many there are (a Fenwick tree)."""

from __future__ import annotations

from array import array
from collections.abc import Sequence


class Heights:
    """Heights in pixels, changed one at a time."""

    def __init__(self, heights: Sequence[float]) -> None:
        self._heights = array("d", heights)
        self._sums = array("d", [0.0, *heights])
        for index in range(1, len(self._sums)):
            above = index + (index & -index)
            if above < len(self._sums):
                self._sums[above] += self._sums[index]
        self._top_bit = 1 << max(len(heights).bit_length() - 1, 0)
        self.total = sum(self._heights)

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, index: int) -> float:
        return self._heights[index]

    def put(self, index: int, height: float) -> None:
        """Say how high a block is."""
        change = height - self._heights[index]
        if not change:
            return
        self._heights[index] = height
        self.total += change
        at = index + 1
        while at < len(self._sums):
            self._sums[at] += change
            at += at & -at

    def top(self, index: int) -> float:
        """Where a block begins."""
        found, at = 0.0, index
        while at > 0:
            found += self._sums[at]
            at &= at - 1
        return found

    def at(self, y: float) -> int:
        """The block at a height; the nearest one outside."""
        at, step = 0, self._top_bit
        while step:
            if at + step < len(self._sums) and self._sums[at + step] <= y:
                at += step
                y -= self._sums[at]
            step >>= 1
        return min(at, max(len(self._heights) - 1, 0))
