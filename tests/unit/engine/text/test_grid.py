"""Rules to grids."""

from __future__ import annotations

from setting import rule, wall

from engine.text.grid import grids_of

LEVELS = [rule(100, 400, y) for y in (700, 660, 620)]
WALLS = [wall(x, 620, 700) for x in (100, 250, 400)]


def test_rules_that_cross_make_a_grid_of_cells() -> None:
    (grid,) = grids_of([*LEVELS, *WALLS])
    assert [(cell.row, cell.column) for cell in grid.cells] == [(0, 0), (0, 1), (1, 0), (1, 1)]


def test_pieces_of_borders_drawn_cell_by_cell_are_one_rule() -> None:
    pieces = [rule(x, x + 150, y) for y in (700, 660, 620) for x in (100, 250)]
    (grid,) = grids_of([*pieces, *WALLS])
    assert len(grid.cells) == 4


def test_a_missing_wall_joins_two_cells() -> None:
    short = [wall(100, 620, 700), wall(250, 620, 660), wall(400, 620, 700)]
    (grid,) = grids_of([*LEVELS, *short])
    assert [(cell.row, cell.column, cell.column_span) for cell in grid.cells] == [(0, 0, 2), (1, 0, 1), (1, 1, 1)]


def test_sides_without_walls_are_closed_by_the_rules_ends() -> None:
    (grid,) = grids_of([*LEVELS, wall(250, 620, 700)])
    assert len(grid.xs) == 3


def test_a_frame_and_an_underline_are_no_table() -> None:
    frame = [rule(100, 400, 700), rule(100, 400, 620), wall(100, 620, 700), wall(400, 620, 700)]
    assert grids_of(frame) == []
    assert grids_of([rule(100, 200, 500)]) == []
