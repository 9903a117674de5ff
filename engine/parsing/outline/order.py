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


class Entry(NamedTuple):
    """A heading before it has a level, in the order of the text. `family` is its class (`plain:…` for unnumbered
    ones of one look), `run` tells runs of a class apart, `number` is () when unnumbered."""

    family: str
    run: int
    number: Number
    look: Look
    backing: Backing


def _name(family: str) -> str:
    return family.partition(":")[0]


class Scheme:
    """The order of the classes of one document, from its entries."""

    def __init__(self, entries: Sequence[Entry], ranks: Mapping[str, int], looks: Looks) -> None:
        self._entries = entries
        self._ranks = ranks
        self._looks = looks
        self._members: dict[str, list[int]] = defaultdict(list)
        for at, entry in enumerate(entries):
            self._members[entry.family].append(at)
        self._typical = {
            family: typical_level(entries[at].backing for at in members) for family, members in self._members.items()
        }
        self._weights = {
            family: max(looks.weight(entries[at].look) for at in members) for family, members in self._members.items()
        }
        numbered = [self._ranks[name] for name in map(_name, self._members) if name in ranks and name != ANNEX]
        self._top = float(min(numbered, default=0))
        self._holds = self._nestings()

    def levels(self) -> list[int]:
        """The level of every entry, from 1: its depth among the classes that stand above it."""
        order = self._order()
        top = min((at for family, at in order.items() if _name(family) not in {ANNEX, NAMED, PLAIN}), default=0)
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
        families = sorted(self._members, key=lambda family: (self._rank(family), self._members[family][0]))
        families.sort(key=cmp_to_key(self._compare))
        order: dict[str, int] = {}
        at = 0
        for family, before in zip(families, [None, *families], strict=False):
            if before is not None and self._compare(before, family) != 0:
                at += 1
            order[family] = at
        return order

    def _compare(self, one: str, other: str) -> int:
        """Below zero where class `one` stands above class `other`, zero where they are siblings."""
        if one == other:
            return 0
        nested = self._holds[other, one] - self._holds[one, other]
        if abs(nested) >= _SURE:
            return 1 if nested > 0 else -1
        for mine, theirs in zip(self._typical[one], self._typical[other], strict=True):
            if mine is not None and theirs is not None and mine != theirs:
                return 1 if mine > theirs else -1
        mine_rank, their_rank = self._rank(one), self._rank(other)
        if min(mine_rank, their_rank) < 0:
            return self._compare_looks(one, other)
        return (mine_rank > their_rank) - (mine_rank < their_rank)

    def _compare_looks(self, one: str, other: str) -> int:
        difference = self._weights[one] - self._weights[other]
        if abs(difference) < 0.25:
            return 0
        return -1 if difference > 0 else 1

    def _rank(self, family: str) -> float:
        name, _, depth = family.partition(":")
        if name == NAMED:
            return self._top
        if name == PLAIN:
            return -1.0
        return self._ranks.get(name, 50) + (int(depth) / 10 if depth.isdecimal() else 0.0)

    def _nestings(self) -> dict[tuple[str, str], float]:
        """How often a class was seen within the runs of another."""
        holds: dict[tuple[str, str], float] = defaultdict(float)
        for family, members in self._members.items():
            for one, next_ in pairwise(members):
                if next_ - one > 1 and self._are_of_one_run(one, next_):
                    self._count_within(family, one, next_, holds)
            if not self._entries[members[-1]].number:
                self._count_within(family, members[-1], len(self._entries), holds)
        self._count_prefixes(holds)
        return holds

    def _are_of_one_run(self, one: int, other: int) -> bool:
        return self._entries[one].run == self._entries[other].run

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
            if end - first >= 2:
                holds[family, other] += _PAIR
            elif end - first == 1:
                entry = self._entries[members[first]]
                if not entry.number:
                    holds[family, other] += _PAIR
                elif entry.number[-1] <= 1:
                    holds[family, other] += _START

    def _count_prefixes(self, holds: dict[tuple[str, str], float]) -> None:
        """1.1 right after something numbered 1 is inside it."""
        for before, entry in pairwise(self._entries):
            deeper = entry.family.partition(":")[0].endswith("decimal") and len(entry.number) > len(before.number) > 0
            if deeper and entry.number[: len(before.number)] == before.number:
                holds[before.family, entry.family] += _PAIR
