"""Pictures of pages in memory, bounded in bytes, and the queue that asks the page worker for those that are missing.

At most two requests are on their way at a time: what is scrolled past before its turn is never asked for.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection

from PySide6.QtGui import QImage

from gui.pages.wanted import Wanted

LIMIT = 64 << 20  # bytes
IN_FLIGHT = 2


class Pictures:
    """Least recently drawn pictures go first; those on screen stay whatever the limit says."""

    def __init__(self, ask: Callable[[Wanted], None], limit: int = LIMIT) -> None:
        self.size = 0
        self._ask = ask
        self._limit = limit
        self._images: OrderedDict[Wanted, QImage] = OrderedDict()
        self._wishes: list[Wanted] = []
        self._asked: set[Wanted] = set()
        self._failed: set[Wanted] = set()

    def get(self, want: Wanted) -> QImage | None:
        """The picture, or None when it has not come yet."""
        image = self._images.get(want)
        if image is not None:
            self._images.move_to_end(want)
        return image

    def stand_in(self, index: int, scale: float) -> QImage | None:
        """The whole-page picture of the nearest other scale: drawn stretched until the sharp one comes."""
        best: Wanted | None = None
        for want in self._images:
            if want.sheet == index and want.tile is None:
                better = best is None or _distance(want.scale, scale) < _distance(best.scale, scale)
                best = want if better else best
        return self._images[best] if best is not None else None

    def want(self, wishes: list[Wanted]) -> None:
        """Replace everything still waiting by these wishes, most urgent first."""
        self._wishes = wishes
        self._trim(set(wishes))
        self._pump()

    def put(self, want: Wanted, image: QImage) -> None:
        """A picture has come."""
        self._asked.discard(want)
        self._drop(want)
        self._images[want] = image
        self.size += image.sizeInBytes()
        self._trim(set(self._wishes))
        self._pump()

    def fail(self, want: Wanted) -> None:
        """A picture will not come; it is not asked for again until `retry`."""
        self._asked.discard(want)
        self._failed.add(want)
        self._pump()

    def forget(self, want: Wanted) -> None:
        """A picture was called off; it may be asked for again."""
        self._asked.discard(want)
        self._pump()

    def retry(self, index: int) -> None:
        """Ask again for what failed of a page."""
        self._failed = {want for want in self._failed if want.sheet != index}
        self._pump()

    def is_waiting(self) -> bool:
        """Whether anything wanted has neither come nor failed."""
        return bool(self._asked) or any(self._is_missing(want) for want in self._wishes)

    def clear(self) -> None:
        """Forget every picture; answers to earlier requests are no longer counted."""
        self._images.clear()
        self._wishes = []
        self._asked.clear()
        self._failed.clear()
        self.size = 0

    def _is_missing(self, want: Wanted) -> bool:
        return want not in self._images and want not in self._failed

    def _pump(self) -> None:
        for want in self._wishes:
            if len(self._asked) >= IN_FLIGHT:
                return
            if self._is_missing(want) and want not in self._asked:
                self._asked.add(want)
                self._ask(want)

    def _trim(self, keep: Collection[Wanted]) -> None:
        if self.size <= self._limit:
            return
        for want in list(self._images):
            if self.size <= self._limit:
                return
            if want not in keep:
                self._drop(want)

    def _drop(self, want: Wanted) -> None:
        image = self._images.pop(want, None)
        if image is not None:
            self.size -= image.sizeInBytes()


def _distance(one: float, other: float) -> float:
    """How unlike two scales are; a picture that must be enlarged counts double."""
    return other / one * 2 if one < other else one / other
