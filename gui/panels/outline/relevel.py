"""What level a heading gets that is dragged onto or beside another: its place in the text stays, only levels change."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

DEEPEST = 9

Levels = Sequence[tuple[str, int]]
"""(id, level) of the headings in text order."""


class Aim(NamedTuple):
    """Where a dragged heading would go: its new level, by how many levels it and its branch move, and under which
    heading it comes to stand ("" for none)."""

    level: int
    shift: int
    parent: str


def aim(headings: Levels, moved: Collection[str], target: str, *, is_on: bool) -> Aim | None:
    """The aim of headings dragged onto `target` (`is_on`: one level below it) or beside it (on its level); "" is the
    ground below the last one (the top level). `moved` are the dragged headings with their branches. None where that
    would not put it there: under a heading that is not above it in the text, or deeper than level 9."""
    first = next((at for at, (one, _) in enumerate(headings) if one in moved), None)
    if first is None or target in moved:
        return None
    chain = chain_above(headings, first)
    by_id = dict(chain)
    if target and target not in by_id:
        return None
    level = by_id[target] + is_on if target else min(level for _, level in headings)
    shift = level - headings[first][1]
    deepest = max(level for one, level in headings if one in moved)
    if not shift or level > DEEPEST or deepest + shift > DEEPEST:
        return None
    parent = next((one for one, above in chain if above < level), "")
    return Aim(level, shift, parent)


def chain_above(headings: Levels, at: int) -> list[tuple[str, int]]:
    """The heading before one and those above that, the nearest first: where a heading at this place may hang."""
    chain: list[tuple[str, int]] = []
    for one, level in reversed(headings[:at]):
        if not chain or level < chain[-1][1]:
            chain.append((one, level))
    return chain
