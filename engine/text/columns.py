"""Where a page's text stands side by side: zones from top to bottom, columns within them from left to right.

A column edge is a place where many stretches begin and that few cross; both sides must read like prose (stretches as
wide as their column), otherwise it is a table without rules and stays together.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from engine.text.records import Fragment

_LEAST = 3
"""Stretches a column must have on either side of its gutter."""
_PROSE = 0.62
"""Mean share of its column's width that a stretch of prose fills, short last lines counted in."""
_MOST_COLUMNS = 4


class Column(NamedTuple):
    """Fragments of one column; `edges` its left and right when columns stand side by side, else None."""

    fragments: list[Fragment]
    edges: tuple[float, float] | None


def columns_of(fragments: Sequence[Fragment], known: float | None = None) -> list[Column]:
    """Columns in reading order. `known` is where a column begins on pages before: there a few lines are enough.
    Linear in the fragments but for sorting."""
    parts = list(fragments)
    if known is not None and len(parts) > 1:
        found = _cut_at(parts, known - 1.5, _MOST_COLUMNS, least=1)
        if found is not None:
            return found
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
        crossing = sum(1 for part in fragments if part.left < place - 1 and part.right > place + 1)
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
        if part.left < gutter - 1 and part.right > gutter + 1:
            close()
            plain.append(part)
        else:
            members.append(part)
    close()
    if plain:
        zones.append((False, plain))
    return zones


def _depth(part: Fragment) -> float:
    return -part.top - part.bottom


def _reads_like_columns(members: list[Fragment], gutter: float, least: int) -> bool:
    lefts = [part for part in members if part.right <= gutter + 1]
    rights = [part for part in members if part.left >= gutter - 1]
    if len(lefts) < least or len(rights) < least:
        return False
    shared = min(_top(lefts), _top(rights)) - max(_bottom(lefts), _bottom(rights))
    if shared < 0.3 * min(_top(lefts) - _bottom(lefts), _top(rights) - _bottom(rights)):
        return False
    reach = sorted(part.right for part in lefts)[3 * len(lefts) // 4]
    if min(part.left for part in rights) - reach < 0.4 * members[0].size:
        return False  # a quarter of the lines may end in a comma whose box is wider than its ink
    if least < _LEAST and abs(min(part.left for part in rights) - gutter) > 4:
        return False
    return all(_fills(side) for side in (lefts, rights) if len(side) >= least >= _LEAST or len(side) > _LEAST)


def _fills(parts: list[Fragment]) -> bool:
    """Whether stretches fill their column like prose: rows of it, not single short words."""
    left, right = min(part.left for part in parts), max(part.right for part in parts)
    size = parts[0].size or 10.0
    if right - left < 8 * size:
        return False
    rows = {round((part.top + part.bottom) / size) for part in parts}
    return sum(part.right - part.left for part in parts) >= _PROSE * (right - left) * len(rows)


def _top(parts: list[Fragment]) -> float:
    return max(part.top for part in parts)


def _bottom(parts: list[Fragment]) -> float:
    return min(part.bottom for part in parts)


def _sides(members: list[Fragment], gutter: float, most: int) -> list[Column]:
    found: list[Column] = []
    for side in (
        [part for part in members if part.right <= gutter + 1],
        [part for part in members if part.right > gutter + 1],
    ):
        inner = _cut(side, most - 1) if most > 2 and len(side) >= 2 * _LEAST else None
        edges = min(part.left for part in side), max(part.right for part in side)
        found += inner or [Column(side, edges)]
    return found
