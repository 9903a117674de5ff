"""Guesses what a heading is that a person points out: its marker, title, and level among the headings around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from engine.lexicon.numbering import Numbering
from engine.parsing.numbering import Reading, read_markers
from engine.parsing.outline.compose import title_of
from engine.parsing.outline.runs import family_of


class Guess(NamedTuple):
    """A heading as it may stand in the outline; `level` from 1 to 9."""

    level: int
    marker: str
    title: str


class Neighbour(NamedTuple):
    """A heading of the outline in force, its marker and title in one string."""

    level: int
    text: str


def guess_heading(text: str, before: Sequence[Neighbour], after: Sequence[Neighbour], numbering: Numbering) -> Guess:
    """Read a heading's text. `before` and `after` are the headings around it in the order of the text. One numbered
    alike tells the level, the nearest before it first; else the order of the kinds of numbers; an unnumbered one stands
    beside the unnumbered one before it, else below what it follows."""
    words = " ".join(text.split())
    reading = _read(words, numbering)
    marker = words[reading.start : reading.end] if reading is not None else ""
    title = title_of(words[reading.text :] if reading is not None else words)
    around = [*reversed(before), *after]
    found = _alike(reading, around, numbering)
    if found is None:
        found = _by_rank(reading, around, numbering) if reading is not None else _below(before)
    return Guess(min(max(found, 1), 9), marker, title)


def _read(text: str, numbering: Numbering) -> Reading | None:
    return max(read_markers(text, numbering), key=lambda reading: reading.end, default=None)


def _alike(reading: Reading | None, around: Sequence[Neighbour], numbering: Numbering) -> int | None:
    """The level of the nearest heading that is numbered, or unnumbered, in the same way."""
    own = family_of(reading) if reading is not None else ""
    for one in around:
        its = _read(one.text, numbering)
        if (family_of(its) if its is not None else "") == own:
            return one.level
    return None


def _by_rank(reading: Reading, around: Sequence[Neighbour], numbering: Numbering) -> int:
    """Below the lowest heading whose kind of number ranks higher, else above those that rank lower."""
    ranks = [(its.grammar.rank, one.level) for one in around if (its := _read(one.text, numbering)) is not None]
    higher = [level for rank, level in ranks if rank < reading.grammar.rank]
    if higher:
        return max(higher) + 1
    lower = [level for rank, level in ranks if rank > reading.grammar.rank]
    return min(lower) - 1 if lower else 1


def _below(before: Sequence[Neighbour]) -> int:
    return before[-1].level + 1 if before else 1
