"""Weighs what is a heading and what is a list item, a sentence or a number at the start of a line.

Points are judged a run at a time: a run whose items are mostly headings is a level, and its odd item belongs to it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from engine.model.flow import Flow
from engine.parsing.numbering import Number
from engine.parsing.outline.evidence import Backing
from engine.parsing.outline.items import COUNTED, Item
from engine.parsing.outline.looks import Looks
from engine.parsing.outline.runs import Member, Run

_FAMILY: Mapping[str, float] = MappingProxyType(
    {
        "book": 3, "subbook": 3, "part": 2.5, "chapter": 3, "lesson": 2.5, "section": 3, "subsection": 2, "article": 4,
        "annex": 2.5,
        "han": 2, "han-paren": 1.2, "han-half": 0.5, "decimal": 0.8, "letter-decimal": 0.5, "number": -1.0,
        "arabic": 0.3, "paren": -0.4, "half": -0.8, "circled": -1.5, "letter": -2.0, "letter-small": -2.5,
        "roman": 0.5, "stem": 0.0, "step": 0.5, "label": 0.5,
    }
)  # fmt: skip
_SHAPE: Mapping[str, float] = MappingProxyType(
    {
        "bare": -3.0,
        "block": 1.0,
        "lead": -0.3,
        "runin": 1.2,
        "label": 0.6,
        "term": -0.3,
        "sentence": -1.2,
        "item": -3.5,
        "long": -2.0,
    }
)
_SHORT = 30
_MANY = 6
LISTS = frozenset({"arabic", "paren", "half", "circled", "letter", "letter-small"})
"""Families that number lists where the document's headings are numbered 1, 1.1, 1.1.1."""
_WEAK = LISTS | COUNTED | {"number", "roman", "stem", "label", "step"}
_DISTINCT = 0.7
_TEXT = 6  # shorter paragraphs are cells of an unruled table
_STATUTE = frozenset({"book", "subbook", "part", "chapter", "lesson", "section", "subsection", "annex"})
"""Families whose marker alone on its line is a heading: the title may stand on the next line."""

_LIST_START = re.compile(r"[1１][.．、]")

KEPT = 0.6  # a run of at least so many points a member is a level
DROPPED = -2.2  # a member of a kept run with fewer points is left out


class Judge:
    """Points for items and runs of one flow."""

    def __init__(self, flow: Flow, looks: Looks, items: Sequence[Item], backings: Sequence[Backing]) -> None:
        self._flow = flow
        self._are_bookmarks_complete = sum(backing.bookmarked is not None for backing in backings) >= _MANY
        self._looks = looks
        self._items = items
        self._backings = backings
        self._is_decimal = (
            sum(bool(r.grammar.family == "decimal") for item in items for r in item.readings[:1]) >= _MANY
        )
        self._numbers: dict[str, set[Number]] = {}
        self._in_articles = _within_articles(items)
        self._supported: dict[int, bool] = {}
        self._unbroken: dict[int, bool] = {}
        self._first_on = {item.paragraph: item for item in reversed(items) if not item.inline}

    def weigh(self, runs: Sequence[Run]) -> None:
        """Takes notice of all runs before the first is judged."""
        for run in runs:
            if run.starts_well and len(run) > 2:
                self._numbers.setdefault(run.family, set()).update(member.number for member in run.members)

    def keeps(self, run: Run) -> list[int]:
        """Which members of a run are headings; none where the run is a list."""
        points = [self.points(run, at) for at in range(len(run))]
        if sum(points) / len(points) >= KEPT:
            return [at for at, own in enumerate(points) if own > DROPPED]
        return [at for at, own in enumerate(points) if own > 1 and self._backings[run.members[at].item]]

    def points(self, run: Run, at: int) -> float:
        """What speaks for one member of a run being a heading, above zero, and against it, below."""
        member = run.members[at]
        item = self._items[member.item]
        if item.shape == "bare" and run.family not in _STATUTE:
            return -9.0
        points = _FAMILY.get(run.family.split(":")[0], 0.0)
        points += self._shape(run, at, item) + self._sequence(run, member)
        if run.family == "number" and not self._is_supported(run):
            points -= 3.0
        if member.item in self._in_articles and run.family not in _STATUTE | {"article", "han"}:
            points -= 3.0
        if run.family in LISTS and self._is_decimal:
            points -= 0.6 if item.shape == "runin" and item.end - item.text <= _SHORT else 2.4
        points += min(3.0, 1.5 * self._looks.weight(item.look))
        if self._backings[member.item]:
            points += 4.0
        elif self._are_bookmarks_complete and run.family in _WEAK:
            points -= 1.2
        return points

    def _shape(self, run: Run, at: int, item: Item) -> float:
        if run.family == "article":
            return 0.0
        if item.inline or run.family in COUNTED:
            return self._counted(run, at, item)
        length = item.end - item.text
        points = _SHAPE[item.shape]
        if run.family in _STATUTE:
            points = 0.5 if item.shape == "bare" else points - 3.0 * (item.shape not in {"block", "lead"})
        if item.shape == "sentence" and length <= 20:
            points += 0.8
        if item.shape == "runin" and length > _SHORT:
            points -= 0.5
        if item.shape in {"block", "lead", "sentence"}:
            points += 0.6 if self._has_text_below(run, at) else -0.9
        if item.shape in {"block", "sentence", "term"} and self._is_unbroken(run):
            points -= 2.0
        return points

    def _counted(self, run: Run, at: int, item: Item) -> float:
        """Of 一是…… only a short sentence with others behind it is a heading: “一是不够顺。特别是……”; in
        “一是加强领导，……。二是……” and “一是……；二是……” nothing is."""
        rest = item.rest
        if at + 1 < len(run):
            following = self._items[run.members[at + 1].item]
            if following.paragraph == item.paragraph:
                rest = min(rest, following.start - item.end - 1)
        if item.shape not in {"runin", "sentence", "block"}:
            return -3.0
        if rest < 4:
            below = not item.inline and item.shape == "block" and self._has_text_below(run, at)
            return 0.6 if below else -2.0
        return 1.4 if item.end - item.text <= _SHORT else -0.8

    def _sequence(self, run: Run, member: Member) -> float:
        if run.family == "annex":
            return -6.0 if self._announces(member) else 0.0
        if not run.starts_well:
            if len(run) == 1 and run.family not in COUNTED:
                return -3.0 if self._backings[member.item] and not self._is_told(run) else -8.0
            return -0.5 if len(run) > 2 else -3.0
        if len(run) == 1:
            return -0.8 if run.family != "number" or self._has_support(member) else -3.0
        return 1.2 if not member.gap else 0.6

    def _announces(self, member: Member) -> bool:
        """Whether 附件： only tells what annexes there are (附件：1.……), with nothing below it."""
        item = self._items[member.item]
        title = self._flow.text[item.text : item.end]
        is_last = item.paragraph + 1 >= len(self._flow.paragraphs)
        return _LIST_START.match(title) is not None or (member.number == (0,) and is_last and item.shape != "bare")

    def _is_told(self, run: Run) -> bool:
        """Whether a lone number has its place in a run of its family: “4 操作” as a running head."""
        return run.last.number in self._numbers.get(run.family, ())

    def _is_supported(self, run: Run) -> bool:
        """Whether anything more than a bare number speaks for “1 总则”: its look, the contents, a 1.1 below it."""
        if id(run) not in self._supported:
            self._supported[id(run)] = any(self._has_support(member) for member in run.members)
        return self._supported[id(run)]

    def _has_support(self, member: Member) -> bool:
        if self._flow.text[self._items[member.item].start] in "0０":  # 01 行业概览: nobody numbers a list so
            return True
        if self._backings[member.item] or self._looks.weight(self._items[member.item].look) >= _DISTINCT:
            return True
        below = self._items[member.item + 1 : member.item + 2]
        return any(reading.number == (*member.number, 1) for item in below for reading in item.readings)

    def _is_unbroken(self, run: Run) -> bool:
        """Whether hardly any member has something below it: the items of a list follow each other."""
        key = id(run)
        if key not in self._unbroken:
            inner = len(run) - 1
            broken = sum(self._has_text_below(run, at) for at in range(inner))
            self._unbroken[key] = inner > 0 and broken * 3 < inner
        return self._unbroken[key]

    def _has_text_below(self, run: Run, at: int) -> bool:
        """Whether anything stands between an item and the next one of its run (of a list's items nothing does)."""
        item = self._items[run.members[at].item]
        below = item.paragraph + 1
        if at + 1 < len(run) and self._items[run.members[at + 1].item].paragraph <= below:
            return False
        if below >= len(self._flow.paragraphs):
            return False
        if at + 1 == len(run) and below in self._first_on:
            return any(reading.number[-1] <= 1 for reading in self._first_on[below].readings)
        return below in self._first_on or self._flow.paragraphs[below].end - self._flow.paragraphs[below].start >= _TEXT


def _within_articles(items: Sequence[Item]) -> frozenset[int]:
    """Items below an article that is text itself: （一） under 第五条 is a list, whatever its sentences."""
    found: set[int] = set()
    inside = False
    for at, item in enumerate(items):
        families = {reading.grammar.family for reading in item.readings}
        if "article" in families:
            inside = item.shape not in {"block", "bare"}
        elif families & _STATUTE or "han" in families:
            inside = False
        elif inside:
            found.add(at)
    return frozenset(found)
