"""Memory for pictures, used again: the first touch of fresh pages costs more than drawing on them (15 ms of 18 for a
page in a virtual machine).

A canvas is free again when nobody holds a view of its pixels any more; until then it is left alone.
"""

from __future__ import annotations

from typing import NamedTuple

from engine.worker.memory import Shared

SLOTS = 4
SPARE = SLOTS
"""The slot of pictures for which no canvas is kept: too large, or all of them are in use."""

_LARGEST = 32 << 20  # bytes of a canvas that is kept
_STEP = 1 << 20


class Canvas(NamedTuple):
    """Memory to draw into. The worker keeps its map of a slot until another block is sent for it."""

    slot: int
    block: Shared


class Canvases:
    """The canvases of one client."""

    def __init__(self) -> None:
        self._blocks: dict[int, Shared] = {}

    def take(self, size: int) -> Canvas:
        """A canvas of at least `size` bytes. Raises OSError."""
        if size > _LARGEST:
            return Canvas(SPARE, Shared.pixels(size))
        free = [slot for slot in range(SLOTS) if slot not in self._blocks or self._blocks[slot].is_free()]
        fitting = [slot for slot in free if slot in self._blocks and self._blocks[slot].size >= size]
        if fitting:
            slot = min(fitting, key=lambda one: self._blocks[one].size)
            return Canvas(slot, self._blocks[slot])
        if not free:
            return Canvas(SPARE, Shared.pixels(size))
        slot = min(free, key=lambda one: self._blocks[one].size if one in self._blocks else 0)
        self._blocks[slot] = Shared.pixels(-(-size // _STEP) * _STEP)
        return Canvas(slot, self._blocks[slot])
