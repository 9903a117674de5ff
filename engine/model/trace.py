"""Where every code point of a flow stands on the pages, both ways: the flow's segments as plain numbers.

Travels with the parse from worker to window, where notes and items made by hand are placed in the text by their raw
characters, and text selected in the flow by its pages. No text is ever searched.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain
from operator import le

from engine.model.flow import Segment

_FIELDS = len(Segment._fields)
_NUMBER = "i"


def packed(segments: Iterable[Segment]) -> bytes:
    """Segments as bytes, for the wire between two processes of one machine."""
    return array(_NUMBER, chain.from_iterable(segments)).tobytes()


class Trace:
    """The segments of one flow, ordered by flow offset. Pages are PDF page numbers, from 1."""

    def __init__(self, data: bytes = b"") -> None:
        numbers = array(_NUMBER)
        numbers.frombytes(data[: len(data) - len(data) % (_FIELDS * numbers.itemsize)])
        self._starts, self._ends, self._pages, self._raw_starts, self._raw_ends = (
            numbers[field::_FIELDS] for field in range(_FIELDS)
        )

    def __len__(self) -> int:
        return len(self._starts)

    def is_sound(self, page_count: int) -> bool:
        """Whether the numbers can be what they claim: what a worker sent is not believed."""
        if not self._starts:
            return True
        return (
            min(self._starts) >= 0
            and min(self._pages) >= 1
            and max(self._pages) <= page_count
            and min(self._raw_starts) >= 0
            and all(map(le, self._starts, self._starts[1:]))
            and all(map(le, self._starts, self._ends))
            and all(map(le, self._raw_starts, self._raw_ends))
        )

    def places(self, start: int, end: int) -> Iterator[Segment]:
        """Every stretch of flow [start, end) with its page and raw characters, in the order of the flow."""
        at = max(0, bisect_right(self._starts, start) - 1)
        for index in range(at, len(self._starts)):
            first, last = self._starts[index], self._ends[index]
            if first >= end or start >= end:
                return
            if last <= start:
                continue
            raw, raw_end = self._raw_starts[index], self._raw_ends[index]
            if last - first == raw_end - raw:
                raw, raw_end = raw + max(start - first, 0), raw_end - max(last - end, 0)
            yield Segment(max(first, start), min(last, end), self._pages[index], raw, raw_end)

    def moved(self, start: int, end: int, shift: int) -> bytes:
        """The segments of flow [start, end), packed, as they are in a flow where it stands `shift` further on."""
        low, high = bisect_left(self._starts, start), max(bisect_left(self._starts, end) - 1, 0)
        if low >= high:
            low = high = bisect_left(self._starts, end)
        inner = array(_NUMBER, bytes((high - low) * _FIELDS * array(_NUMBER).itemsize))
        fields = (self._starts, self._ends, self._pages, self._raw_starts, self._raw_ends)
        for at, numbers in enumerate(fields):
            part = numbers[low:high]
            inner[at::_FIELDS] = array(_NUMBER, [number + shift for number in part]) if shift and at < 2 else part
        first, last = (self._starts[low], self._starts[high]) if low < high else (end, end)
        edges = [[one._replace(start=one.start + shift, end=one.end + shift) for one in self.places(*span)]
                 for span in ((start, first), (last, end))]  # fmt: skip
        return packed(edges[0]) + inner.tobytes() + packed(edges[1])

    def page_at(self, offset: int) -> int:
        """The page a flow code point stands on; 1 in a flow without places."""
        if not self._starts:
            return 1
        return self._pages[max(bisect_right(self._starts, offset) - 1, 0)]

    def spans(self, page: int, raw_start: int, raw_end: int) -> list[tuple[int, int]]:
        """The flow ranges that raw characters of a page stand at, in order, neighbours joined; none for characters
        that are not in the flow (running matter, blanks)."""
        found: list[tuple[int, int]] = []
        at = max(0, bisect_right(self._order, (page, raw_start), key=self._key) - 1)
        for place in range(at, len(self._order)):
            index = self._order[place]
            raw, raw_last = self._raw_starts[index], self._raw_ends[index]
            if (self._pages[index], raw) >= (page, raw_end):
                break
            if self._pages[index] != page or raw_last <= raw_start:
                continue
            first, last = self._starts[index], self._ends[index]
            if last - first == raw_last - raw:
                first, last = first + max(raw_start - raw, 0), last - max(raw_last - raw_end, 0)
            if first < last:
                found.append((first, last))
        return joined_spans(found)

    @cached_property
    def page_starts(self) -> dict[int, int]:
        """The flow offset of the first code point of every page that has any."""
        return dict(zip(reversed(self._pages), reversed(self._starts), strict=True))

    def first_at(self, page: int, raw: int = 0) -> int | None:
        """The flow offset of the first code point at or after a raw character of a page, else of the next page with
        text; None past the last."""
        at = bisect_left(self._order, (page, raw + 1), key=lambda index: (self._pages[index], self._raw_ends[index]))
        if at == len(self._order):
            return None
        index = self._order[at]
        first, last = self._starts[index], self._ends[index]
        is_plain = last - first == self._raw_ends[index] - self._raw_starts[index] and self._pages[index] == page
        return first + max(raw - self._raw_starts[index], 0) if is_plain else first

    @cached_property
    def _order(self) -> array[int]:
        """Indices of the segments in the order of the pages; made when first asked for."""
        keys = [page << 32 | raw for page, raw in zip(self._pages, self._raw_starts, strict=True)]
        return array(_NUMBER, sorted(range(len(keys)), key=keys.__getitem__))

    def _key(self, index: int) -> tuple[int, int]:
        return self._pages[index], self._raw_starts[index]


def joined_spans(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ranges in order, those that touch or overlap as one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found
