"""The compared form of texts."""

from __future__ import annotations

from engine.anchoring.normalise import normal_text
from engine.lexicon.damage import load_damage


def test_radicals_are_the_characters_they_look_like_as_the_tables_say() -> None:
    for radical, character in load_damage().radicals.items():
        if "\u4e00" <= character <= "\u9fff":
            assert normal_text(radical) == normal_text(character), radical
    assert normal_text("\u2ea0\u2f63") == "民生"
