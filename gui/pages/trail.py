"""Where the reader has been: back and forward after jumps, as in a browser."""

from __future__ import annotations

from gui.pages.camera import Spot

_LONGEST = 100


class Trail:
    """Spots left by jumps. Scrolling leaves none."""

    def __init__(self) -> None:
        self._back: list[Spot] = []
        self._forward: list[Spot] = []

    @property
    def can_go_back(self) -> bool:
        return bool(self._back)

    @property
    def can_go_forward(self) -> bool:
        return bool(self._forward)

    def leave(self, spot: Spot) -> None:
        """Remember where a jump started."""
        if not self._back or self._back[-1] != spot:
            self._back.append(spot)
            del self._back[:-_LONGEST]
        self._forward.clear()

    def back(self, here: Spot) -> Spot | None:
        if not self._back:
            return None
        self._forward.append(here)
        return self._back.pop()

    def forward(self, here: Spot) -> Spot | None:
        if not self._forward:
            return None
        self._back.append(here)
        return self._forward.pop()

    def clear(self) -> None:
        self._back.clear()
        self._forward.clear()
