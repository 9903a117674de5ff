"""Coverage: every numeral of the document by verdict; a numeral of a metric follows its metric."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from engine.editing.items import Item, verdict_of
from engine.editing.people import who
from engine.editing.view import View


class Coverage(NamedTuple):
    """Numerals (all but those of running heads and feet) by what the session's person holds of them. A numeral whose
    metric was rejected, or that was itself, is `rejected`: decided, though neither right nor wrong. `bulk` are those
    among the decided that were not given one by one. `first` and `second` count numerals that one and that two
    different people have decided; `people` who they are."""

    total: int
    open: int
    correct: int
    wrong: int
    doubtful: int
    rejected: int
    bulk: int
    first: int
    second: int
    people: frozenset[str]

    @property
    def decided(self) -> int:
        return self.total - self.open


class _Count(NamedTuple):
    """What one numeral adds: its verdict, whether by bulk, who decided it, and how many different people that is."""

    verdict: str
    is_bulk: bool
    people: tuple[str, ...]
    deciders: int


class Tally:
    """The coverage of a view, kept in step with it: after a decision only what it touched is counted anew."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._names: dict[str, str] = {}
        self._counts: dict[str, _Count] = {}
        self._sums = dict.fromkeys(("open", "correct", "wrong", "doubtful", "rejected", "bulk", "first", "second"), 0)
        self._people: dict[str, int] = {}
        self.renew(item.id for item in view.numerals)

    def renew(self, ids: Iterable[str]) -> None:
        """Count these items anew; ids of other kinds count nothing."""
        for one in ids:
            former = self._counts.pop(one, None)
            if former is not None:
                self._add(former, -1)
            item = self._view.item(one)
            if item is not None and item.kind == "numeral" and item.machine_id is not None and not is_furniture(item):
                count = self._counts[one] = self._count(item)
                self._add(count, 1)

    @property
    def coverage(self) -> Coverage:
        people = frozenset(one for one, times in self._people.items() if times)
        return Coverage(total=len(self._counts), people=people, **self._sums)

    def _add(self, count: _Count, sign: int) -> None:
        sums = self._sums
        sums[count.verdict] += sign
        sums["bulk"] += sign * count.is_bulk
        sums["first"] += sign * (count.deciders >= 1)
        sums["second"] += sign * (count.deciders >= 2)
        for one in count.people:
            self._people[one] = self._people.get(one, 0) + sign

    def _count(self, item: Item) -> _Count:
        verdict = item.verdict if item.verdict != "open" or not is_rejected(self._view, item) else "rejected"
        if not item.verdicts and verdict == "open":
            return _Count(verdict, is_bulk=False, people=(), deciders=0)
        is_bulk = verdict != "open" and bool(item.verdict_record.get("bulk"))
        people = deciders(self._view, item)
        return _Count(verdict, is_bulk, people, len({person_key(self._view, one, self._names) for one in people}))


def coverage(view: View) -> Coverage:
    """The coverage of a view, by its person."""
    return Tally(view).coverage


def judged(view: View, one: str) -> str:
    """The id of the item whose verdict and rejection are those of an item: a numeral's metric where it has one and
    nobody decided the numeral by itself, else the item itself."""
    item = view.item(one)
    metric = view.metric_of(item) if item is not None and item.kind == "numeral" else None
    if item is None or metric is None or any(view.review.record("verdicts", f"{one}/{by}") for by in item.verdicts):
        return one
    return metric.id


def is_furniture(item: Item) -> bool:
    """Whether a numeral belongs to a running head or foot: neither listed nor counted."""
    value = getattr(item.record, "cls", None) if item.override("class") is None else item.value("class")
    return value == "furniture"


def is_rejected(view: View, item: Item) -> bool:
    """Whether a numeral, or the metric it belongs to, is none."""
    if item.reading == "rejected":
        return True
    metric = view.metric_of(item)
    return metric is not None and metric.reading == "rejected"


def deciders(view: View, item: Item) -> tuple[str, ...]:
    """Ids of those who have decided an item, by a verdict or by 误识, in the order in which they first did."""
    told = {
        one: str(record.get("first") or record.get("at"))
        for one, record in item.verdicts.items()
        if verdict_of(record) != "open"
    }
    metric = view.metric_of(item) if item.kind == "numeral" and item.reading != "rejected" else None
    for each in (item, metric):
        rejection = each.override("reading") if each is not None and each.reading == "rejected" else None
        if rejection is not None:
            told.setdefault(str(rejection.get("by")), str(rejection.get("at")))
    return tuple(sorted(told, key=lambda one: told[one])) if len(told) > 1 else tuple(told)


def person_key(view: View, person: str, known: dict[str, str]) -> str:
    """One key for the ids a person has on several computers: name and office; `known` keeps what was looked up."""
    if person not in known:
        record = who(view, person)
        named = f"{record.get('name', '')}\n{record.get('office', '')}"
        known[person] = named if named.strip() else person
    return known[person]
