"""The text of a whole document in its compared form, every character traced to its page and raw code point."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from engine.anchoring.normalise import normalise


class PagePart(NamedTuple):
    """Raw characters [start, end) of a page, numbered from 1."""

    page: int
    start: int
    end: int


class DocumentText:
    """Pages of raw text, put together in normal form, so that a quote may cross pages."""

    def __init__(self, pages: Iterable[tuple[int, str]]) -> None:
        pieces: list[str] = []
        self._numbers: list[int] = []
        self._starts: list[int] = []
        self._origins: list[list[int]] = []
        at = 0
        for number, text in pages:
            normal = normalise(text)
            self._numbers.append(number)
            self._starts.append(at)
            self._origins.append(normal.origins)
            pieces.append(normal.text)
            at += len(normal.text)
        self.text = "".join(pieces)
        self._index = {number: at for at, number in enumerate(self._numbers)}

    def offset(self, page: int, raw: int) -> int | None:
        """Normal offset of a raw character of a page; None where there is no such page."""
        at = self._index.get(page)
        if at is None:
            return None
        return self._starts[at] + bisect_right(self._origins[at], raw - 1)

    def page_range(self, page: int) -> tuple[int, int]:
        """Normal range of a page; an empty one at the nearest end for a page that is not there."""
        at = self._index.get(page)
        if at is None:
            edge = 0 if self._numbers and page < self._numbers[0] else len(self.text)
            return edge, edge
        end = self._starts[at + 1] if at + 1 < len(self._starts) else len(self.text)
        return self._starts[at], end

    def parts(self, start: int, end: int) -> tuple[PagePart, ...]:
        """Where normal [start, end) stands on the pages."""
        found: list[PagePart] = []
        at = max(0, bisect_right(self._starts, start) - 1)
        while at < len(self._starts) and self._starts[at] < end:
            first, origins = self._starts[at], self._origins[at]
            low, high = max(start, first) - first, min(end - first, len(origins))
            if low < high:
                found.append(PagePart(self._numbers[at], origins[low], origins[high - 1] + 1))
            at += 1
        return tuple(found)
