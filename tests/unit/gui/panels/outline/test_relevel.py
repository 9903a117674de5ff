"""Dragging a heading changes levels only, and only to where the text lets it stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.panels.lists.heading_tree import tree_of_levels
from gui.panels.outline.relevel import aim

HEADINGS = [("a", 1), ("b", 2), ("c", 3), ("d", 2), ("e", 1), ("f", 2)]


@pytest.mark.parametrize(
    ("moved", "target", "is_on", "level", "parent"),
    [
        ("d", "b", True, 3, "b"),  # a child of the heading before its own level
        ("d", "c", True, 4, "c"),
        ("d", "c", False, 3, "b"),  # beside c: on its level, so under b
        ("d", "a", False, 1, ""),
        ("e", "d", True, 3, "d"),
        ("e", "a", True, 2, "a"),
        ("c", "", False, 1, ""),  # the empty ground: the top
    ],
)
def test_a_heading_dragged_onto_another_becomes_its_child_beside_it_its_sibling(moved, target, is_on, level, parent):
    found = aim(HEADINGS, {moved}, target, is_on=is_on)
    assert found is not None
    assert (found.level, found.parent) == (level, parent)


@pytest.mark.parametrize(
    ("moved", "target", "is_on"),
    [
        ("a", "b", True),  # b stands after it
        ("f", "a", True),  # e stands between
        ("d", "d", True),
        ("b", "a", True),  # it is there already
        ("c", "b", True),
    ],
)
def test_a_heading_cannot_go_where_the_text_does_not_let_it(moved, target, is_on):
    assert aim(HEADINGS, {moved}, target, is_on=is_on) is None


def test_no_heading_of_a_branch_goes_deeper_than_nine():
    headings = [("a", 7), ("b", 7), ("c", 9)]
    assert aim(headings, {"b", "c"}, "a", is_on=True) is None
    assert aim(headings, {"b"}, "a", is_on=True).level == 8


@given(st.lists(st.integers(1, 9), min_size=2, max_size=20), st.data())
def test_a_dropped_heading_stands_in_the_tree_where_the_aim_says(levels, data):
    headings = [(str(at), level) for at, level in enumerate(levels)]
    moved = data.draw(st.sampled_from(headings))[0]
    target = data.draw(st.sampled_from(headings))[0]
    found = aim(headings, {moved}, target, is_on=data.draw(st.booleans()))
    if found is not None:
        after = [(one, found.level if one == moved else level) for one, level in headings]
        nodes = tree_of_levels(after)
        above = nodes[int(moved)].parent
        assert (nodes[above].id if above >= 0 else "") == found.parent
