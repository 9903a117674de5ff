"""What is still to be checked under each heading, kept in step with the view edit by edit."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from engine.editing.coverage import is_furniture, is_rejected
from engine.editing.items import Item, Position
from engine.editing.view import View

LISTED = ("metric", "task", "system", "finding")
"""Kinds whose open items are counted, beside the numerals."""


class Below(NamedTuple):
    """What stands under a heading, its sub-headings included: open items of the lists, numerals and decided ones."""

    open: int = 0
    numerals: int = 0
    decided: int = 0


class HeadingTally:
    """Counts by heading. An item belongs to the last heading before it that is not rejected."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._heading_ids: tuple[str, ...] = ()
        self._starts: list[Position] = []
        self._levels: list[int] = []
        self._items: dict[str, tuple[str, Below]] = {}
        self._members: dict[str, set[str]] = {}
        self._own: dict[str, Below] = {}
        self._take_headings()
        for kind in (*LISTED, "numeral"):
            for item in view.items(kind):
                self._put(item)

    def renew(self, ids: Iterable[str]) -> None:
        """Count these items anew; where a heading came or went, those around it too."""
        found = set(ids)
        if any(self._concerns_headings(one) for one in found):
            found |= self._take_headings()
        for one in found:
            self._take(one)
            item = self._view.item(one)
            if item is not None and (item.kind in LISTED or item.kind == "numeral"):
                self._put(item)

    def below(self) -> Mapping[str, Below]:
        """The counts by heading id."""
        counts = [self._own.get(one, Below()) for one in self._heading_ids]
        levels = self._levels
        above: list[int] = []
        parents = []
        for at, level in enumerate(levels):
            while above and levels[above[-1]] >= level:
                above.pop()
            parents.append(above[-1] if above else -1)
            above.append(at)
        for at in range(len(counts) - 1, 0, -1):
            if parents[at] >= 0:
                counts[parents[at]] = _sum(counts[parents[at]], counts[at], 1)
        return dict(zip(self._heading_ids, counts, strict=True))

    def _concerns_headings(self, one: str) -> bool:
        item = self._view.item(one)
        return one in self._members or (item is not None and item.kind == "heading")

    def _take_headings(self) -> set[str]:
        """Read the headings anew; returns the items whose heading may be another now."""
        headings = [item for item in self._view.headings if item.reading != "rejected"]
        ids = tuple(item.id for item in headings)
        former, self._heading_ids = self._heading_ids, ids
        self._starts = [item.position for item in headings]
        self._levels = [_level(item) for item in headings]
        if ids == former:
            return set()
        known, kept = set(former), set(ids)
        concerned = [one for one in former if one not in kept]
        before = ""
        for one in ids:
            if one not in known:
                concerned.append(before)
            before = one
        return set().union(*(self._members.get(one, ()) for one in concerned))

    def _put(self, item: Item) -> None:
        if item.machine_id is None and item.kind == "numeral":
            return
        at = bisect_right(self._starts, item.position) - 1
        heading = self._heading_ids[at] if at >= 0 else ""
        count = self._counted(item)
        self._items[item.id] = heading, count
        self._members.setdefault(heading, set()).add(item.id)
        self._own[heading] = _sum(self._own.get(heading, Below()), count, 1)

    def _take(self, one: str) -> None:
        known = self._items.pop(one, None)
        if known is not None:
            heading, count = known
            self._members[heading].discard(one)
            self._own[heading] = _sum(self._own[heading], count, -1)

    def _counted(self, item: Item) -> Below:
        if item.kind == "numeral":
            if is_furniture(item):
                return Below()
            return Below(0, 1, int(item.verdict != "open" or is_rejected(self._view, item)))
        is_listed = self._view.list_of(item) == item.kind
        return Below(int(is_listed and item.verdict == "open" and item.reading != "rejected"))


def _level(heading: Item) -> int:
    level = heading.value("level")
    return level if isinstance(level, int) else 1


def _sum(one: Below, other: Below, sign: int) -> Below:
    return Below(one.open + sign * other.open, one.numerals + sign * other.numerals, one.decided + sign * other.decided)
