"""Words of change with their direction (增长, 下降, 增速); table `trends.tsv`."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Direction = Literal["up", "down"]


class Trend(NamedTuple):
    """A word of change as it stands in the text before a quantity, and where."""

    word: str
    direction: Direction
    role: str
    start: int
    end: int


class TrendTable:
    """Finds the word of change that governs a quantity from the left."""

    def __init__(self, rows: list[tuple[str, ...]]) -> None:
        self.rows = {word: (direction, role) for word, direction, role, _ in rows}
        words = "|".join(sorted(map(re.escape, self.rows), key=len, reverse=True))
        self.word = re.compile(words)
        verbs = "|".join(
            word for word, (way, role) in self.rows.items() if role == "verb" and way == "down" and len(word) > 1
        )
        self._head = re.compile(rf"(?:[、，]|同比|再|平均|全面|大幅|累计)*({verbs})(?![至到为率幅])")
        # What may stand between the word of change and its quantity: 增长了近一倍, 下降为, 提高到, 高于全国平均水平2个.
        self._tail = re.compile(rf"({words})(?:了|为|达到|达|约|幅度为|率为)?$")

    def leading(self, text: str, start: int, end: int) -> Trend | None:
        """A word of change that opens the clause with its object behind it: `压减“三公”经费8.6%`."""
        match = self._head.match(text, start, end)
        if match is None or match.end(1) == end:
            return None
        direction, _ = self.rows[match[1]]
        return Trend(match[1], "up" if direction == "up" else "down", "verb", match.start(1), match.end(1))

    def before(self, text: str, at: int) -> Trend | None:
        """The word of change that ends at `at` (了, 为, 达 may stand between)."""
        start = max(0, at - 10)
        match = self._tail.search(text, start, at)
        if match is None:
            return None
        direction, role = self.rows[match[1]]
        if role == "none":
            return None
        return Trend(match[1], "up" if direction == "up" else "down", role, match.start(1), match.end(1))
