"""Coverage: every numeral of the document by verdict; a numeral of a metric follows its metric."""

from __future__ import annotations

from typing import NamedTuple

from engine.editing.items import Item, verdict_of
from engine.editing.review import plain
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


def coverage(view: View) -> Coverage:
    """The coverage of a view, by its person."""
    count = {"open": 0, "correct": 0, "wrong": 0, "doubtful": 0, "rejected": 0}
    total = bulk = first = second = 0
    people: set[str] = set()
    names: dict[str, str] = {}
    for item in view.numerals:
        if item.value("class") == "furniture":
            continue
        total += 1
        verdict = item.verdict if item.verdict != "open" or not _is_rejected(view, item) else "rejected"
        count[verdict] += 1
        if not item.verdicts:
            continue
        bulk += verdict != "open" and bool(item.verdict_record.get("bulk"))
        deciders = {_name(view, one, names) for one, record in item.verdicts.items() if verdict_of(record) != "open"}
        people.update(one for one, record in item.verdicts.items() if verdict_of(record) != "open")
        first += len(deciders) >= 1
        second += len(deciders) >= 2
    return Coverage(total, **count, bulk=bulk, first=first, second=second, people=frozenset(people))


def _is_rejected(view: View, item: Item) -> bool:
    if item.reading == "rejected":
        return True
    metric = view.metric_of(item)
    return metric is not None and metric.reading == "rejected"


def _name(view: View, person: str, names: dict[str, str]) -> str:
    """One name for the ids a person has on several computers: name and office."""
    if person not in names:
        record = plain(view.review.record("people", person))
        named = f"{record.get('name', '')}\n{record.get('office', '')}"
        names[person] = named if named.strip() else person
    return names[person]
