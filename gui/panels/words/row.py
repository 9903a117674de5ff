"""One row of a list: what its cells say, how it sorts, and how far it has been checked."""

from __future__ import annotations

from typing import NamedTuple

LOW = 0.6  # a reading below this confidence asks for a closer look
OTHERS_WRONG = "others-wrong"  # the state of what is open here and wrong to somebody else

SortKey = tuple[int, float, str]
"""Empty cells last, numbers by size, words by their code points."""


class Row(NamedTuple):
    """An item as a list shows it. `order` is its position in the text; `cells` and `keys` stand beside the columns;
    `verdict` is a note's type in the list of notes; `changed` holds the fields a human changed; `words` is what the
    filter searches and `said` what a screen reader says; `level` is a heading's level, 0 elsewhere;
    `is_doubtful_reading` asks for a closer look;
    `states` are further ones to filter by (`unclassified`, `changed`); `mark` is where the item's own words stand in
    its sentence."""

    id: str
    order: int
    cells: tuple[str, ...]
    keys: tuple[SortKey, ...]
    verdict: str
    reading: str
    changed: frozenset[str]
    words: str
    said: str = ""
    level: int = 0
    is_doubtful_reading: bool = False
    states: frozenset[str] = frozenset()
    mark: tuple[int, int] | None = None


def text_key(text: str) -> SortKey:
    """Sorts words; empty ones last."""
    return (1, 0.0, "") if not text else (0, 0.0, text)


def number_key(number: float | None) -> SortKey:
    """Sorts numbers; missing ones last."""
    return (1, 0.0, "") if number is None else (0, float(number), "")
