"""Characters that old fonts and converters leave in place of others: resources/lexicon/variants.tsv, radicals.tsv."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from engine.lexicon.tables import read_rows


class Damage(NamedTuple):
    """`characters` maps signs that no word of the language holds to what they stand for (臵 to 置), `dead` matches
    them; `repairs` maps non-words with a living character to the word (戒者 to 或者), `words` matches them;
    `radicals` maps radical code points to the characters they look like."""

    characters: Mapping[str, str]
    repairs: Mapping[str, str]
    radicals: Mapping[str, str]
    dead: re.Pattern[str] | None
    words: re.Pattern[str] | None


def load_damage() -> Damage:
    """The tables as shipped. Rows of variants.tsv: what stands, what it should be, and columns for the reader."""
    characters: dict[str, str] = {}
    repairs: dict[str, str] = {}
    for wrong, right in read_rows("variants.tsv", 2):
        (characters if len(wrong) == 1 else repairs)[wrong] = right
    radicals = {row[0]: row[1] for row in read_rows("radicals.tsv", 2)}
    return Damage(characters, repairs, radicals, _any_of(characters), _any_of(repairs))


def _any_of(words: Iterable[str]) -> re.Pattern[str] | None:
    listed = sorted(words, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, listed))) if listed else None
