"""Checks sequences: marked items whose numbers go on from one to the next are a run; a lone “2.” is not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from engine.parsing.numbering import LAST, Number, Reading
from engine.parsing.outline.items import Item
from engine.parsing.outline.looks import is_alike

_OPEN_RUNS = 12  # how many runs of one family are looked back on for the one that a number goes on
_NEAR = 30  # items between a lone 1.1 and the 1 it belongs to
_LARGEST_GAP = 3  # numbers that may be missing (lost with a page, or misread) before a run is another one


class Member(NamedTuple):
    """An item by its index, and the reading by which it stands in its run. `gap` counts the numbers missing before."""

    item: int
    reading: Reading
    gap: int = 0

    @property
    def number(self) -> Number:
        return self.reading.number


class Run:
    """Items of one family in sequence. `family` tells depths of decimal numbers apart (`decimal:2`)."""

    __slots__ = ("family", "members")

    def __init__(self, family: str, first: Member) -> None:
        self.family = family
        self.members = [first]

    @property
    def last(self) -> Member:
        return self.members[-1]

    @property
    def starts_well(self) -> bool:
        return self.members[0].number[-1] in (0, 1)

    def __len__(self) -> int:
        return len(self.members)


def find_runs(items: Sequence[Item]) -> list[Run]:
    """Every item in one run at most, by the reading that makes the better sequence; runs in the order of their
    first items. Decimal numbers are tried first: where 1.1 and 1.2 follow each other they are not “1.” with digits."""
    decimals = _decimal_runs(items)
    taken = {member.item for run in decimals for member in run.members}
    families: dict[str, list[Member]] = {}
    for index, item in enumerate(items):
        if index not in taken:
            for reading in _distinct(item.readings):
                families.setdefault(family_of(reading), []).append(Member(index, reading))
    runs = list(decimals)
    for family, members in families.items():
        if not family.startswith(("decimal", "letter-decimal")):
            runs += _sequences(family, members, items)
    return _one_run_each(runs)


def family_of(reading: Reading) -> str:
    """The family by which a reading's sequence is kept."""
    family = reading.grammar.family
    if family in {"decimal", "letter-decimal"}:
        return f"{family}:{len(reading.number)}"
    return family


def _distinct(readings: Iterable[Reading]) -> list[Reading]:
    """One reading a family: the grammars of a family are tried in the order of the table."""
    found: dict[str, Reading] = {}
    for reading in readings:
        found.setdefault(reading.grammar.family, reading)
    return list(found.values())


def _decimal_runs(items: Sequence[Item]) -> list[Run]:
    """Runs of decimal numbers, one for every prefix (1.1 to 1.4, 2.1 to 2.3): each begins with one, and either goes on
    or stands not far below what bears its prefix."""
    open_: dict[tuple[str, Number], Run] = {}
    closed: list[Run] = []
    seen: dict[Number, int] = {}
    below: set[int] = set()
    for index, item in enumerate(items):
        reading = next((one for one in item.readings if one.grammar.family.endswith("decimal")), None)
        if reading is not None:
            prefix = reading.number[:-1]
            key = (family_of(reading), prefix)
            run = open_.get(key)
            gap = reading.number[-1] - run.last.number[-1] if run else 0
            if run is not None and 0 < gap <= _LARGEST_GAP:
                run.members.append(Member(index, reading, gap - 1))
            else:
                closed += [run] if run is not None else []
                run = open_[key] = Run(key[0], Member(index, reading))
            if index - seen.get(prefix, -_NEAR - 1) <= _NEAR:
                below.add(id(run))
        seen.update((one.number, index) for one in item.readings)
    every = closed + list(open_.values())
    return [run for run in every if run.starts_well and (len(run) > 1 or id(run) in below)]


def _sequences(family: str, members: Iterable[Member], items: Sequence[Item]) -> list[Run]:
    runs: list[Run] = []
    for member in members:
        run = _goes_on(runs[-_OPEN_RUNS:], member, items)
        if run is None and member.reading.grammar.name == "dot-digit":
            continue  # 1.5万名群众 is a quantity; 11.121人才梯队项目 after a 10. goes on
        if run is None:
            runs.append(Run(family, member))
        else:
            gap = 0 if member.number[-1] == LAST else member.number[-1] - run.last.number[-1] - 1
            run.members.append(member._replace(gap=max(0, gap)))
    return runs


def _goes_on(runs: Sequence[Run], member: Member, items: Sequence[Item]) -> Run | None:
    """The run that a number continues: the last one that waits for it, first among those set alike."""
    number = member.number
    if number[-1] in (0, 1) and len(number) == 1:
        return None
    look = items[member.item].look
    waiting = [run for run in reversed(runs) if _is_next(run.last.number, number)]
    for run in waiting:
        if is_alike(items[run.last.item].look, look):
            return run
    if waiting:
        return waiting[0]
    for run in reversed(runs):
        if 1 < number[0] - run.last.number[0] <= _LARGEST_GAP and is_alike(items[run.last.item].look, look):
            return run
    return None


def _is_next(last: Number, number: Number) -> bool:
    if number[0] == LAST:
        return last[0] != LAST
    if len(number) == 2 and len(last) <= 2:  # 第一百二十条之一 after 第一百二十条
        return number[0] == last[0] and number[1] == (last[1] if len(last) == 2 else 0) + 1
    return number[0] == last[0] + 1


def _one_run_each(runs: list[Run]) -> list[Run]:
    """Leaves every item in its longest run (the better start decides between equals)."""
    best: dict[int, Run] = {}
    for run in runs:
        for member in run.members:
            other = best.get(member.item)
            if other is None or (len(run), run.starts_well) > (len(other), other.starts_well):
                best[member.item] = run
    kept: list[Run] = []
    for run in runs:
        run.members = [member for member in run.members if best[member.item] is run]
        if run.members:
            kept.append(run)
    return sorted(kept, key=lambda run: run.members[0].item)
