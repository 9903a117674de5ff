"""Where a page's text stands side by side: zones from top to bottom, columns within them from left to right.

A column edge is a place where many stretches begin and that few cross; both sides must read like prose (stretches as
wide as their column), otherwise it is a table without rules and stays together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from engine.text.records import Fragment

_LEAST = 3
"""Stretches a column must have on either side of its gutter."""
_PROSE = 0.5
"""Share of a column's stretches that are about as wide as its widest; the others end paragraphs or are headings."""
_MOST_COLUMNS = 4


class Column(NamedTuple):
    """Fragments of one column; `edges` its left and right when columns stand side by side, else None."""

    fragments: list[Fragment]
    edges: tuple[float, float] | None


def columns_of(fragments: Sequence[Fragment], known: Sequence[float] = ()) -> list[Column]:
    """Columns in reading order. `known` are the places where columns begin on pages before, but for the first one:
    there a few lines are enough. Linear in the fragments but for sorting."""
    parts = list(fragments)
    for start in reversed(known):
        found = _cut_at(parts, start - 1.5, 2, least=1) if len(parts) > 1 else None
        if found is not None:
            rest = [columns_of(column.fragments, known[:-1]) if column.edges else [column] for column in found]
            return [
                inner if inner.edges else Column(inner.fragments, column.edges)
                for column, inners in zip(found, rest, strict=True)
                for inner in inners
            ]
    if len(parts) < 2 * _LEAST:
        return [Column(parts, None)]
    return _cut(parts, _MOST_COLUMNS) or [Column(parts, None)]


def _cut(fragments: list[Fragment], most: int) -> list[Column] | None:
    """The columns that the best gutter makes, None when there is none."""
    left, right = min(part.left for part in fragments), max(part.right for part in fragments)
    for gutter in _gutters(fragments, left, right):
        found = _cut_at(fragments, gutter, most, _LEAST)
        if found is not None:
            return found
    return None


def _cut_at(fragments: list[Fragment], gutter: float, most: int, least: int) -> list[Column] | None:
    zones = _zones(fragments, gutter, least)
    if not any(side_by_side for side_by_side, _ in zones):
        return None
    found: list[Column] = []
    for side_by_side, members in zones:
        found += _sides(members, gutter, most) if side_by_side else [Column(members, None)]
    return found


def _gutters(fragments: list[Fragment], left: float, right: float) -> list[float]:
    """Places just left of where several stretches begin, away from the outer edges, the most crossed last."""
    width = right - left
    starts = sorted(part.left for part in fragments if left + 0.15 * width < part.left < right - 0.12 * width)
    clusters: list[list[float]] = []
    for start in starts:
        if clusters and start - clusters[-1][-1] < 3:
            clusters[-1].append(start)
        else:
            clusters.append([start])
    found = []
    for cluster in clusters:
        if len(cluster) < _LEAST:
            continue
        place = cluster[0] - 1.5
        crossing = sum(1 for part in fragments if _crosses(part, place))
        if crossing < 0.75 * len(fragments):
            found.append((crossing - len(cluster), place))
    return [place for _, place in sorted(found)[:3]]


def _zones(fragments: list[Fragment], gutter: float, least: int) -> list[tuple[bool, list[Fragment]]]:
    """Fragments from top to bottom, grouped: whether a group stands on both sides of the gutter, and the group."""
    zones: list[tuple[bool, list[Fragment]]] = []
    members: list[Fragment] = []
    plain: list[Fragment] = []

    def close() -> None:
        nonlocal members, plain
        if members and _reads_like_columns(members, gutter, least):
            if plain:
                zones.append((False, plain))
            zones.append((True, members))
            plain = []
        else:
            plain += members
        members = []

    for part in sorted(fragments, key=_depth):
        if _crosses(part, gutter):
            close()
            plain.append(part)
        else:
            members.append(part)
    close()
    if plain:
        zones.append((False, plain))
    return zones


def _crosses(part: Fragment, gutter: float) -> bool:
    """Whether a stretch runs over a gutter; brackets and commas at a column's edge may reach half into it."""
    return part.left < gutter - 0.7 * part.size and part.right > gutter + 0.7 * part.size


def _parted(members: list[Fragment], gutter: float) -> tuple[list[Fragment], list[Fragment]]:
    """Stretches left and right of a gutter that none of them crosses."""
    lefts = [part for part in members if part.left < gutter - 0.7 * part.size]
    return lefts, [part for part in members if part.left >= gutter - 0.7 * part.size]


def _depth(part: Fragment) -> float:
    return -part.top - part.bottom


def _reads_like_columns(members: list[Fragment], gutter: float, least: int) -> bool:
    lefts, rights = _parted(members, gutter)
    if len(lefts) < least or len(rights) < least:
        return False
    shared = min(_top(lefts), _top(rights)) - max(_bottom(lefts), _bottom(rights))
    if shared < 0.3 * min(_top(lefts) - _bottom(lefts), _top(rights) - _bottom(rights)):
        return False
    reach = sorted(part.right for part in lefts)[len(lefts) // 2]
    if gutter + 1.5 - reach < 0.4 * members[0].size:
        return False  # many lines end in a comma whose box is wider than its ink
    if least < _LEAST and min(abs(part.left - gutter) for part in rights) > 4:
        return False
    enough = _LEAST if least >= _LEAST else 3 * _LEAST
    return all(_fills(side) for side in (lefts, rights) if len(side) >= enough)


def _fills(parts: list[Fragment]) -> bool:
    """Whether stretches are prose: most are about as wide as the widest, and wide enough to read. A side may hold
    several columns of its own."""
    widths = sorted(part.right - part.left for part in parts)
    widest = widths[int(0.9 * (len(widths) - 1))]
    if widest < 8 * (parts[0].size or 10.0):
        return False
    return sum(1 for width in widths if width >= 0.8 * widest) >= _PROSE * len(widths)


def _top(parts: list[Fragment]) -> float:
    return max(part.top for part in parts)


def _bottom(parts: list[Fragment]) -> float:
    return min(part.bottom for part in parts)


def _usual_left(parts: list[Fragment]) -> float:
    """Where most stretches begin, so that an outdented bracket does not move a column."""
    starts = Counter(round(part.left) for part in parts)
    return float(max(starts, key=lambda start: (starts[start], -start)))


def _sides(members: list[Fragment], gutter: float, most: int) -> list[Column]:
    found: list[Column] = []
    for side in _parted(members, gutter):
        inner = _cut(side, most - 1) if most > 2 and len(side) >= 2 * _LEAST else None
        edges = _usual_left(side), max(part.right for part in side)
        found += inner or [Column(side, edges)]
    return found
