"""The text as people corrected it, beside what the machine read, and the way between offsets of the one and of the
other. Made by `text_in_force`."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

import msgspec

from engine.editing.review import Record
from engine.model.parse import ParagraphItem, Parse
from engine.model.place import Places
from engine.model.trace import Trace, joined_spans


class Stretch(NamedTuple):
    """Flow [start, end) of the machine reads `text`; the record `key` of `section` says so."""

    start: int
    end: int
    text: str
    section: str
    key: str


class Boundary(NamedTuple):
    """A paragraph boundary by hand at an offset of the text in force: `op` is join or split."""

    at: int
    op: str
    key: str


class Run(NamedTuple):
    """Machine's [start, end) stands at [first, last) of the text in force; `stretch` where it reads otherwise."""

    start: int
    end: int
    first: int
    last: int
    stretch: Stretch | None = None


class Kept(NamedTuple):
    """The machine's paragraphs [start, end) stand, moved by `shift`, from `at` on in the text in force."""

    start: int
    end: int
    shift: int
    at: int


class MachineText:
    """What of a parse the text in force is made of, again and again."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.trace = Trace(b"" if parse.trace is msgspec.UNSET else parse.trace)

    @cached_property
    def odd(self) -> frozenset[int]:
        """Indices of the paragraphs that do not begin where the one before ends, or are not as long as their words."""
        found: set[int] = set()
        end = 0
        for index, one in enumerate(self.parse.paragraphs):
            start, past = one.span
            if start != end or past - start != len(one.text):
                found.add(index)
            end = past
        return frozenset(found)

    def paragraph_at(self, at: int) -> int:
        return max(bisect_right(self.parse.paragraphs, at, key=_start) - 1, 0)


class TextInForce:
    """The text as people corrected it. `parse` is the machine's with paragraphs, tables and trace of the text in force
    (its items keep the machine's spans: `span` maps them); the very same object where nothing was corrected."""

    def __init__(self, made_of: MachineText | None, parse: Parse | None, runs: Sequence[Run] = ()) -> None:
        self.made_of = made_of
        self.machine = made_of.parse if made_of is not None else None
        self.parse = parse
        self.boundaries: tuple[Boundary, ...] = ()
        self.kept: tuple[Kept, ...] = ()
        self._runs = runs
        self._starts = [run.start for run in runs]
        self._firsts = [run.first for run in runs]

    @property
    def is_changed(self) -> bool:
        return self.parse is not self.machine

    @property
    def changed(self) -> Iterator[tuple[int, int, Stretch]]:
        """(start, end, what is read there) of every stretch of the text in force that a person corrected."""
        return ((run.first, run.last, run.stretch) for run in self._runs if run.stretch is not None)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the machine's flow [start, end) stands in the text in force; what is corrected counts as a whole."""
        if not self._runs:
            return start, end
        run = self._runs[max(bisect_right(self._starts, start) - 1, 0)]
        first = run.last if start >= run.end else run.first + (0 if run.stretch else max(start - run.start, 0))
        if end <= start:
            return first, first
        run = self._runs[max(bisect_left(self._starts, end) - 1, 0)]
        is_whole = run.stretch is not None or end > run.end
        return first, max(first, run.last if is_whole else run.first + end - run.start)

    def back(self, first: int, last: int) -> tuple[int, int]:
        """Where [first, last) of the text in force stands in the machine's flow."""
        if not self._runs:
            return first, last
        run = self._runs[max(bisect_right(self._firsts, first) - 1, 0)]
        start = run.end if first >= run.last else run.start + (0 if run.stretch else max(first - run.first, 0))
        if last <= first:
            return start, start
        run = self._runs[max(bisect_left(self._firsts, last) - 1, 0)]
        is_whole = run.stretch is not None or last > run.last
        return start, max(start, run.end if is_whole else run.start + last - run.first)

    def words(self, start: int, end: int) -> str:
        """What the machine's flow [start, end) reads in force."""
        return text_between(self.parse, *self.span(start, end))

    def corrected_in(self, start: int, end: int) -> list[Stretch]:
        """The corrections that touch the machine's flow [start, end)."""
        low = max(bisect_right(self._starts, start) - 1, 0)
        found = (run.stretch for run in self._runs[low : bisect_left(self._starts, end)] if run.stretch is not None)
        return [one for one in found if one.start < end and one.end > start]

    def moved(self, start: int, end: int, shift: int) -> list[ParagraphItem]:
        """The machine's paragraphs [start, end) moved by `shift`, as far as they stand so here the very same."""
        machine = self.machine.paragraphs if self.machine is not None else ()
        here = self.parse.paragraphs if self.parse is not None else ()
        found: list[ParagraphItem] = []
        for one in self.kept[max(bisect_right(self.kept, start, key=_first) - 1, 0) :]:
            if one.start >= end:
                break
            low, high = max(one.start, start), min(one.end, end)
            if one.shift == shift and low < high:
                found += _moved(machine[start:low], shift)
                found += here[one.at + low - one.start : one.at + high - one.start]
                start = high
        return [*found, *_moved(machine[start:end], shift)]


def text_between(parse: Parse | None, start: int, end: int) -> str:
    """The text of a parse's flow [start, end)."""
    found: list[str] = []
    paragraphs = parse.paragraphs if parse is not None else ()
    at = max(bisect_right(paragraphs, start, key=_start) - 1, 0)
    while at < len(paragraphs) and paragraphs[at].span[0] < end:
        first = paragraphs[at].span[0]
        found.append(paragraphs[at].text[max(start - first, 0) : max(end - first, 0)])
        at += 1
    return "".join(found)


def flow_spans(trace: Trace, places: Places) -> list[tuple[int, int]]:
    """The flow ranges of places with characters, in order."""
    return joined_spans(span for one in places if one.chars is not None for span in trace.spans(one.page, *one.chars))


def is_effective(record: Record) -> bool:
    """Whether a repair or boundary holds: not taken back, found, and its words the same as when it was made."""
    return not (record.get("deleted") or record.get("lost") or record.get("former") is not None)


def _moved(paragraphs: Sequence[ParagraphItem], shift: int) -> Sequence[ParagraphItem]:
    if not shift:
        return paragraphs
    return [
        ParagraphItem(one.kind, one.text, (one.span[0] + shift, one.span[1] + shift), one.places) for one in paragraphs
    ]


def _start(paragraph: ParagraphItem) -> int:
    return paragraph.span[0]


def _first(kept: Kept) -> int:
    return kept.start
