"""The record of front and back matter."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from engine.model.parse import Front


class FrontMatter(Struct, frozen=True):
    """What stands before and after the text. `spans` gives the flow range of every field of `front` that was found,
    under the field's name; the main text runs from flow offset `body_start` to `body_end` (annexes follow it);
    `matter` holds the indices of the paragraphs that are front or back matter and so never headings."""

    front: Front = Front()
    spans: Mapping[str, tuple[int, int]] = {}
    body_start: int = 0
    body_end: int = 0
    matter: frozenset[int] = frozenset()
