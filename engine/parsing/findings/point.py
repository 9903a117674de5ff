"""One point that a rule raises, before it becomes a Finding with an id and places."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Point(NamedTuple):
    """`rule` at flow [start, end) (`spans` when it stands in several places); `quote` where it differs from the text
    of the flow; `expected` as data; `items` are the ids concerned."""

    rule: str
    start: int
    end: int
    suggestion: str | None = None
    expected: Mapping[str, str | float] = MappingProxyType({})
    items: tuple[str, ...] = ()
    quote: str | None = None
    spans: tuple[tuple[int, int], ...] = ()
