"""Things by id, and their ids in text order."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable

Key = tuple[tuple[int, float, float], str]
"""A position in the text and an id."""


class Ordered:
    """Ids kept in text order; putting and taking one costs a search, not a sort."""

    def __init__(self) -> None:
        self._keys: dict[str, Key] = {}
        self._order: list[Key] = []
        self._tuple: tuple[str, ...] | None = None

    def fill(self, keys: Iterable[Key]) -> None:
        self._order = sorted(keys)
        self._keys = {key[1]: key for key in self._order}
        self._tuple = None

    def put(self, key: Key) -> None:
        if self._keys.get(key[1]) == key:
            return
        self.take(key[1])
        self._keys[key[1]] = key
        insort(self._order, key)
        self._tuple = None

    def take(self, one: str) -> None:
        key = self._keys.pop(one, None)
        if key is not None:
            del self._order[bisect_left(self._order, key)]
            self._tuple = None

    @property
    def ids(self) -> tuple[str, ...]:
        if self._tuple is None:
            self._tuple = tuple(key[1] for key in self._order)
        return self._tuple

    def before(self, position: tuple[int, float, float]) -> str | None:
        """The last one that stands at or before a position."""
        at = bisect_left(self._order, (position, "\uffff"))
        return self._order[at - 1][1] if at else None
