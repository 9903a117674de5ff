"""Finds the document's own scheme: which class of headings holds which, from how their runs nest, then the levels."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cmp_to_key
from itertools import pairwise
from typing import NamedTuple

from engine.parsing.numbering import Number
from engine.parsing.outline.evidence import Backing, typical_level
from engine.parsing.outline.looks import Look, Looks

NAMED = "named"
ANNEX = "annex"
PLAIN = "plain"
_SURE = 1.0  # nestings seen one way more than the other
_PAIR, _START = 1.0, 0.4  # two items in sequence between two of another run; a lone first item
_ALIKE = 0.25  # looks that stand out from the body by less difference than this are of one level


class Entry(NamedTuple):
    """A heading before it has a level, in the order of the text. `family` is its class (`plain:…` for unnumbered
    ones of one look), `run` tells runs of a class apart, `number` is () when unnumbered."""

    family: str
    run: int
    number: Number
    look: Look
    backing: Backing


class Scheme:
    """The order of the classes of one document, from its entries."""

    def __init__(self, entries: Sequence[Entry], ranks: Mapping[str, int], looks: Looks) -> None:
        self._entries = entries
        self._ranks = ranks
        self._members: dict[str, list[int]] = defaultdict(list)
        for at, entry in enumerate(entries):
            self._members[entry.family].append(at)
        self._typical = {
            family: typical_level(entries[at].backing for at in members) for family, members in self._members.items()
        }
        self._weights = {
            family: max(looks.weight(entries[at].look) for at in members) for family, members in self._members.items()
        }
        self._holds = self._nestings()

    def levels(self) -> list[int]:
        """The level of every entry, from 1: its depth among the classes that stand above it. What is known by its
        words (前言, 参考文献) closes everything, and holds no more than the highest numbered class does."""
        order = self._order()
        top = order.get(self._top(), 0)
        found: list[int] = []
        open_: list[int] = []
        for entry in self._entries:
            own = order[entry.family]
            closes = 0 if entry.family == NAMED and own <= top else own
            while open_ and open_[-1] >= closes:
                open_.pop()
            open_.append(own)
            found.append(len(open_))
        return found

    def _order(self) -> dict[str, int]:
        """Positions of the classes, small is high, siblings equal: the numbered ones first, then each of the
        unnumbered ones where it belongs among them."""
        numbered = [family for family in self._members if self._is_numbered(family)]
        numbered.sort(key=lambda family: (self._rank(family), self._members[family][0]))
        numbered.sort(key=cmp_to_key(self._compare))
        order: dict[str, int] = {}
        at = 0
        for before, family in zip([None, *numbered], numbered, strict=False):
            if before is not None and self._compare(before, family) != 0:
                at += 100
            order[family] = at
        placed = {family: self._place(family, order, numbered) for family in self._members if family not in order}
        weights = {family: self._weights[family] for family in placed}
        for family, place in placed.items():
            heavier = {
                round(weights[other], 1)
                for other, its in placed.items()
                if its == place and weights[other] > weights[family] + _ALIKE
            }
            order[family] = place + min(len(heavier), 40) if place % 100 else place
        return order

    def _place(self, family: str, order: Mapping[str, int], numbered: Sequence[str]) -> int:
        """Where an unnumbered class stands among the numbered: below the deepest one whose runs go on around most of
        it, else above the highest that begins anew under it, else by what stands out as much."""
        members = len(self._members[family])
        around = [other for other in numbered if self._holds[other, family] * 2 >= members]
        over = [other for other in around if self._runs_on_below(other, family)]
        if len(around) > len(over):
            return max(order[other] for other in around if other not in over) + 50
        if family == NAMED:
            return order.get(self._top(), 0)
        below = [order[other] for other in numbered if self._holds[family, other] >= 1 or other in over]
        if below:
            return min(below) - 50
        levels = [self._by_level(family, other, order[other]) for other in numbered]
        known = [level for level in levels if level is not None]
        if known:
            return known[0]
        return self._by_look(family, order, numbered)

    def _runs_on_below(self, numbered: str, plain: str) -> bool:
        """Whether one run of numbers goes on through a document under several headings that are set larger."""
        runs = {self._entries[at].run for at in self._members[numbered]}
        is_larger = self._weights[plain] > self._weights[numbered] + _ALIKE
        return is_larger and len(runs) == 1 and len(self._members[plain]) > 1 and plain != NAMED

    def _by_level(self, family: str, other: str, place: int) -> int | None:
        """Beside the numbered class that contents or bookmarks list at the same level."""
        for mine, theirs in zip(self._typical[family], self._typical[other], strict=True):
            if mine is not None and mine == theirs:
                return place
        return None

    def _by_look(self, family: str, order: Mapping[str, int], numbered: Sequence[str]) -> int:
        own = self._weights[family]
        for other in numbered:
            difference = own - self._weights[other]
            if abs(difference) < _ALIKE:
                return order[other]
            if difference > 0:
                return order[other] - 50
        return max(order.values(), default=0) + 50

    def _compare(self, one: str, other: str) -> int:
        """Below zero where numbered class `one` stands above class `other`, zero where they are siblings."""
        if one == other:
            return 0
        nested = self._holds[other, one] - self._holds[one, other]
        if abs(nested) >= _SURE:
            return 1 if nested > 0 else -1
        for mine, theirs in zip(self._typical[one], self._typical[other], strict=True):
            if mine is not None and theirs is not None and mine != theirs:
                return 1 if mine > theirs else -1
        mine_rank, their_rank = self._rank(one), self._rank(other)
        return (mine_rank > their_rank) - (mine_rank < their_rank)

    def _top(self) -> str:
        """The highest numbered class by rank, annexes aside."""
        numbered = [family for family in self._members if self._is_numbered(family) and family != ANNEX]
        return min(numbered, key=self._rank, default="")

    def _is_numbered(self, family: str) -> bool:
        return _name(family) in self._ranks

    def _rank(self, family: str) -> float:
        depth = family.partition(":")[2]
        return self._ranks.get(_name(family), 50) + (int(depth) / 10 if depth.isdecimal() else 0.0)

    def _nestings(self) -> dict[tuple[str, str], float]:
        """How often a class was seen within the runs of another."""
        holds: dict[tuple[str, str], float] = defaultdict(float)
        for family, members in self._members.items():
            for one, next_ in pairwise(members):
                if next_ - one > 1 and self._entries[one].run == self._entries[next_].run:
                    self._count_within(family, one, next_, holds)
            if not self._entries[members[-1]].number:
                self._count_within(family, members[-1], len(self._entries), holds)
        self._count_prefixes(holds)
        return holds

    def _restarts(self, family: str, members: Sequence[int]) -> bool:
        """Whether a class begins anew among these entries having begun before: only then is what stands between them
        above it. 前言, 一、 to 五、, 附录 are siblings."""
        first = self._entries[members[0]]
        earlier = self._members[family][0]
        return bool(first.number) and first.number[-1] <= 1 and earlier < members[0]

    def _count_within(self, family: str, one: int, next_: int, holds: dict[tuple[str, str], float]) -> None:
        for other, members in self._members.items():
            if other == family:
                continue
            first, end = bisect_right(members, one), bisect_left(members, next_)
            if not self._entries[one].number and not (end > first and self._restarts(other, members[first:end])):
                continue
            if not self._entries[members[0]].number:
                holds[family, other] += end - first
            elif end - first >= 2:
                holds[family, other] += _PAIR
            elif end - first == 1 and self._entries[members[first]].number[-1] <= 1:
                holds[family, other] += _START

    def _count_prefixes(self, holds: dict[tuple[str, str], float]) -> None:
        """1.1 right after something numbered 1 is inside it."""
        for before, entry in pairwise(self._entries):
            deeper = _name(entry.family).endswith("decimal") and len(entry.number) > len(before.number) > 0
            if deeper and entry.number[: len(before.number)] == before.number:
                holds[before.family, entry.family] += _PAIR


def _name(family: str) -> str:
    return family.partition(":")[0]
