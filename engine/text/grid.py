"""Ruled tables: rules that touch each other make a grid, and where a wall or a floor is missing cells are one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from engine.model.geometry import Box

_NEAR = 3.0
"""Points within which rules touch, line up or follow each other."""
_MOST = 400
"""More merged rules than this on a page are a drawing."""
_MOST_CELLS = 4000
"""A grid of more cells is graph paper."""


class Rule(NamedTuple):
    """A level or upright line: `at` is its height (or place from the left), from `start` to `end` along it."""

    at: float
    start: float
    end: float


class GridCell(NamedTuple):
    """One cell, `row` and `column` from 0 at the top left."""

    row: int
    column: int
    row_span: int
    column_span: int
    box: Box


class Grid(NamedTuple):
    """A ruled table: its lines from left to right and from top to bottom, and its cells in reading order."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[GridCell, ...]

    @property
    def box(self) -> Box:
        return Box(self.xs[0], self.ys[-1], self.xs[-1], self.ys[0])


def level_rules(rules: Iterable[Box]) -> list[Rule]:
    """The level rules of a page, pieces of one line put together, from bottom to top."""
    return _merged(Rule((box.bottom + box.top) / 2, box.left, box.right) for box in rules if box.width > box.height)


def grids_of(rules: Sequence[Box]) -> list[Grid]:
    """Grids of at least two rows and two columns, from top to bottom."""
    if len(rules) < 4:
        return []
    levels = level_rules(rules)
    walls = _merged(Rule((box.left + box.right) / 2, box.bottom, box.top) for box in rules if box.width <= box.height)
    if len(levels) < 3 or not walls or len(levels) + len(walls) > _MOST:
        return []
    grids = [_grid(*group) for group in _groups(levels, walls)]
    return sorted((grid for grid in grids if grid is not None), key=_top)


def _top(grid: Grid) -> float:
    return -grid.ys[0]


def _merged(rules: Iterable[Rule]) -> list[Rule]:
    """Rules that lie on one line and follow each other, put together."""
    bands: list[list[Rule]] = []
    for rule in sorted(rules):
        if bands and rule.at - bands[-1][-1].at <= 1.5 and rule.at - bands[-1][0].at <= _NEAR:
            bands[-1].append(rule)
        else:
            bands.append([rule])
    found: list[Rule] = []
    for band in bands:
        at = sum(rule.at for rule in band) / len(band)
        start = end = None
        for rule in sorted(band, key=_start):
            if start is None or end is None:
                start, end = rule.start, rule.end
            elif rule.start <= end + _NEAR:
                end = max(end, rule.end)
            else:
                found.append(Rule(at, start, end))
                start, end = rule.start, rule.end
        if start is not None and end is not None:
            found.append(Rule(at, start, end))
    return [rule for rule in found if rule.end - rule.start > 6]


def _start(rule: Rule) -> float:
    return rule.start


def _groups(levels: list[Rule], walls: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Rules that hang together, as (levels, walls)."""
    parent = list(range(len(levels) + len(walls)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for number, level in enumerate(levels):
        for other, wall in enumerate(walls, len(levels)):
            if (
                wall.start - _NEAR <= level.at <= wall.end + _NEAR
                and level.start - _NEAR <= wall.at <= level.end + _NEAR
            ):
                parent[root(number)] = root(other)
    groups: defaultdict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for number, level in enumerate(levels):
        groups[root(number)][0].append(level)
    for other, wall in enumerate(walls, len(levels)):
        groups[root(other)][1].append(wall)
    return [group for group in groups.values() if len(group[0]) > 2 and group[1]]


def _grid(levels: list[Rule], walls: list[Rule]) -> Grid | None:
    ys = tuple(sorted(_distinct(rule.at for rule in levels), reverse=True))
    edges = (min(rule.start for rule in levels), max(rule.end for rule in levels))
    xs = tuple(sorted(_distinct([*(rule.at for rule in walls), *edges])))
    if len(ys) < 3 or len(xs) < 3 or len(ys) * len(xs) > _MOST_CELLS:
        return None
    return Grid(xs, ys, tuple(_cells(xs, ys, levels, walls)))


def _distinct(values: Iterable[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > 2 * _NEAR:
            found.append(value)
    return found


def _cells(xs: tuple[float, ...], ys: tuple[float, ...], levels: list[Rule], walls: list[Rule]) -> list[GridCell]:
    rows, columns = len(ys) - 1, len(xs) - 1
    parent = list(range(rows * columns))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    walls_at = [_near(walls, x) for x in xs]
    levels_at = [_near(levels, y) for y in ys]
    for row in range(rows):
        middle = (ys[row] + ys[row + 1]) / 2
        for column in range(columns):
            centre = (xs[column] + xs[column + 1]) / 2
            here = row * columns + column
            if column + 1 < columns and not _covers(walls_at[column + 1], middle):
                parent[root(here + 1)] = root(here)
            if row + 1 < rows and not _covers(levels_at[row + 1], centre):
                parent[root(here + columns)] = root(here)
    members: defaultdict[int, list[int]] = defaultdict(list)
    for at in range(rows * columns):
        members[root(at)].append(at)
    found = [_cell(group, columns, xs, ys) for group in members.values()]
    return sorted(found)


def _near(rules: list[Rule], at: float) -> list[Rule]:
    return [rule for rule in rules if abs(rule.at - at) <= 2 * _NEAR]


def _covers(rules: list[Rule], along: float) -> bool:
    return any(rule.start - 1 <= along <= rule.end + 1 for rule in rules)


def _cell(group: list[int], columns: int, xs: tuple[float, ...], ys: tuple[float, ...]) -> GridCell:
    rows = [at // columns for at in group]
    places = [at % columns for at in group]
    top, bottom, left, right = min(rows), max(rows) + 1, min(places), max(places) + 1
    return GridCell(top, left, bottom - top, right - left, Box(xs[left], ys[bottom], xs[right], ys[top]))
