"""The tree that follows from the levels of headings in text order."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple


class Node(NamedTuple):
    """One heading of the tree; `parent` is the position of its parent in the list of nodes, -1 at the top; `skipped`
    is how many levels lie between the two."""

    id: str
    parent: int
    row: int
    children: list[int]
    skipped: int = 0


def tree_of_levels(levels: Sequence[tuple[str, int]], leaves: Collection[str] = ()) -> list[Node]:
    """The tree of (id, level) in text order. Levels may skip (1, 3): the nearest lower level before is the parent.
    Nothing hangs under `leaves` (headings that were said to be none)."""
    highest = min((level for _, level in levels), default=1)
    nodes: list[Node] = []
    tops: list[int] = []
    above: list[tuple[int, int]] = []  # (level, position) of the open ancestors
    for position, (item_id, level) in enumerate(levels):
        if item_id in leaves:
            parent_level, parent = next((one for one in reversed(above) if one[0] < level), (0, -1))
        else:
            while above and above[-1][0] >= level:
                above.pop()
            parent_level, parent = above[-1] if above else (0, -1)
            above.append((level, position))
        siblings = nodes[parent].children if parent >= 0 else tops
        skipped = level - parent_level - 1 if parent >= 0 else level - highest
        nodes.append(Node(item_id, parent, len(siblings), [], skipped))
        siblings.append(position)
    return nodes


class HeadingTree:
    """Headings that are shown, as a tree."""

    def __init__(self, levels: Sequence[tuple[str, int]] = (), leaves: Collection[str] = ()) -> None:
        self.nodes = tree_of_levels(levels, leaves)
        self.at = {node.id: at for at, node in enumerate(self.nodes)}
        self._tops = [at for at, node in enumerate(self.nodes) if node.parent < 0]

    @property
    def ids(self) -> list[str]:
        return [node.id for node in self.nodes]

    def children(self, at: int) -> list[int]:
        """Positions of what hangs under a position, of the top ones under -1."""
        return self.nodes[at].children if at >= 0 else self._tops

    def depth(self, item_id: str) -> int:
        """How deep a heading stands, 1 at the top."""
        at, found = self.at[item_id], 0
        while at >= 0:
            at, found = self.nodes[at].parent, found + 1
        return found

    def branches(self) -> list[str]:
        """The headings that have others below them."""
        return [node.id for node in self.nodes if node.children]
