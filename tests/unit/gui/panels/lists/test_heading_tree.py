"""The outline's tree follows from the levels alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.panels.lists.heading_tree import tree_of_levels


def drawn(levels: list[int]) -> list[tuple[int, int, int]]:
    """(depth, parent, row) of each heading."""
    nodes = tree_of_levels([(str(at), level) for at, level in enumerate(levels)])
    depths: list[int] = []
    for node in nodes:
        depths.append(0 if node.parent < 0 else depths[node.parent] + 1)
    return [(depth, node.parent, node.row) for depth, node in zip(depths, nodes, strict=True)]


@pytest.mark.parametrize(
    ("levels", "depths"),
    [
        ([1, 2, 2, 1], [0, 1, 1, 0]),
        ([1, 3, 2, 3], [0, 1, 1, 2]),
        ([3, 1, 2], [0, 0, 1]),
        ([2, 2, 1], [0, 0, 0]),
        ([], []),
    ],
)
def test_a_heading_stands_under_the_nearest_lower_level_before_it(levels, depths):
    assert [depth for depth, _, _ in drawn(levels)] == depths


@pytest.mark.parametrize(
    ("levels", "skipped"),
    [([1, 2, 3], [0, 0, 0]), ([1, 3, 2, 3], [0, 1, 0, 0]), ([3, 1, 2], [2, 0, 0]), ([2, 2, 4], [0, 0, 1]), ([], [])],
)
def test_levels_without_a_heading_of_their_own_are_counted_so_that_they_can_be_shown(levels, skipped):
    assert [node.skipped for node in tree_of_levels([(str(at), level) for at, level in enumerate(levels)])] == skipped


@given(st.lists(st.integers(1, 9), max_size=60))
def test_every_heading_is_in_the_tree_once_and_below_a_lower_level(levels):
    nodes = tree_of_levels([(str(at), level) for at, level in enumerate(levels)])
    assert [node.id for node in nodes] == [str(at) for at in range(len(levels))]
    tops = [at for at, node in enumerate(nodes) if node.parent < 0]
    assert sorted(tops + [child for node in nodes for child in node.children]) == list(range(len(levels)))
    for at, node in enumerate(nodes):
        if node.parent >= 0:
            assert node.parent < at
            assert levels[node.parent] < levels[at]
            assert nodes[node.parent].children[node.row] == at
