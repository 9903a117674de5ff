"""Coverage taken apart: by class of numeral, under each heading, in the other lists, and by person.

初核 is the first check of a numeral, 复核 the second by another person; who did more second checks than first ones is a
second checker. Nobody chooses a role: it follows from who came first.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from engine.editing.coverage import Coverage, Tally, deciders, is_furniture, is_rejected, person_key
from engine.editing.items import Item
from engine.editing.people import who
from engine.editing.review import plain
from engine.editing.view import View

Role = Literal["first", "second"]
LISTED = ("heading", "task", "system", "finding")
"""Kinds that are checked beside the numerals."""


class Part(NamedTuple):
    """A part of what is to be checked: `key` is a class of numerals, a kind of items or a heading's id ("" before the
    first one); `bulk` of the decided were not decided one by one; `once` were decided by exactly one person (初核已过、
    复核未核); `goal` is the first open item's id, else the first one's."""

    key: str
    total: int
    open: int
    bulk: int
    once: int
    goal: str

    @property
    def decided(self) -> int:
        return self.total - self.open


class Checker(NamedTuple):
    """A person who decided numerals, their ids on several computers joined: `first` as the first one, `second` after
    another."""

    name: str
    office: str
    decided: int
    bulk: int
    first: int
    second: int
    role: Role
    is_self: bool


class Breakdown(NamedTuple):
    """Everything the coverage is made of. `role` is that of the session's person."""

    coverage: Coverage
    classes: tuple[Part, ...]
    headings: tuple[Part, ...]
    kinds: tuple[Part, ...]
    people: tuple[Checker, ...]
    role: Role


def breakdown(view: View) -> Breakdown:
    """The coverage of a view taken apart; costs a walk over all items."""
    names: dict[str, str] = {}
    numerals = [item for item in view.numerals if item.machine_id is not None and not is_furniture(item)]
    classes: dict[str, list[Item]] = {}
    for item in numerals:
        classes.setdefault(str(item.value("class")), []).append(item)
    people = _people(view, numerals, names)
    return Breakdown(
        Tally(view).coverage,
        tuple(_part(view, key, items, names) for key, items in classes.items()),
        tuple(_part(view, key, items, names) for key, items in _under_headings(view, numerals) if items),
        tuple(_part(view, kind, items, names) for kind in LISTED if (items := view.items(kind))),
        people,
        _own_role(people),
    )


def is_checked_once(view: View, item: Item, names: dict[str, str]) -> bool:
    """Whether exactly one person has decided an item: the second check is still to come."""
    return len({person_key(view, one, names) for one in deciders(view, item)}) == 1


def _part(view: View, key: str, items: Sequence[Item], names: dict[str, str]) -> Part:
    still = [item for item in items if item.verdict == "open" and not is_rejected(view, item)]
    bulk = sum(item.verdict != "open" and bool(item.verdict_record.get("bulk")) for item in items)
    once = sum(is_checked_once(view, item, names) for item in items)
    return Part(key, len(items), len(still), bulk, once, (still or list(items))[0].id)


def _under_headings(view: View, numerals: Iterable[Item]) -> list[tuple[str, list[Item]]]:
    """Numerals by the heading before them, whatever its level, in text order."""
    headings = [heading for heading in view.headings if heading.reading != "rejected"]
    positions = [heading.position for heading in headings]
    found: list[tuple[str, list[Item]]] = [("", []), *((heading.id, []) for heading in headings)]
    for item in numerals:
        found[bisect_right(positions, item.position)][1].append(item)
    return found


def _people(view: View, numerals: Iterable[Item], names: dict[str, str]) -> tuple[Checker, ...]:
    counts: dict[str, list[int]] = {}  # decided, bulk, first, second
    ids: dict[str, str] = {}
    for item in numerals:
        seen: dict[str, str] = {}
        for one in deciders(view, item):
            seen.setdefault(person_key(view, one, names), one)
        for at, (key, one) in enumerate(seen.items()):
            ids.setdefault(key, one)
            count = counts.setdefault(key, [0, 0, 0, 0])
            count[0] += 1
            count[1] += bool(plain(item.verdicts.get(one)).get("bulk"))
            count[2 if at == 0 else 3] += 1
    own = person_key(view, view.person, names)
    found = []
    for key, (decided, bulk, first, second) in counts.items():
        record = who(view, ids[key])
        role: Role = "second" if second > first else "first"
        name = str(record.get("name") or ids[key])
        found.append(Checker(name, str(record.get("office") or ""), decided, bulk, first, second, role, key == own))
    return tuple(sorted(found, key=lambda one: (one.role, -one.decided)))


def _own_role(people: Sequence[Checker]) -> Role:
    own = [one.role for one in people if one.is_self]
    return own[0] if own else "second" if people else "first"
