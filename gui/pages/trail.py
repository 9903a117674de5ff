"""Where the reader has been: back and forward after jumps, as in a browser.

Annotations are real here: as strings those of the named tuples would each be compiled before page one.
"""

from typing import NamedTuple

from gui.pages.camera import Spot

_LONGEST = 100


class Stop(NamedTuple):
    """What the reader saw: the spot at the viewport's top left, and the page that was the current one."""

    spot: Spot
    page: int


class Trail:
    """Stops left by jumps. Scrolling leaves none."""

    def __init__(self) -> None:
        self._back: list[Stop] = []
        self._forward: list[Stop] = []

    def leave(self, stop: Stop) -> None:
        """Remember where a jump started."""
        if not self._back or self._back[-1] != stop:
            self._back.append(stop)
            del self._back[:-_LONGEST]
        self._forward.clear()

    def back(self, here: Stop) -> Stop | None:
        if not self._back:
            return None
        self._forward.append(here)
        return self._back.pop()

    def forward(self, here: Stop) -> Stop | None:
        if not self._forward:
            return None
        self._back.append(here)
        return self._forward.pop()

    def clear(self) -> None:
        self._back.clear()
        self._forward.clear()
