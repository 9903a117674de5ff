"""Headings known by their words alone (前言, 摘要, 附录): resources/lexicon/heading-words.tsv."""

from __future__ import annotations

from engine.lexicon.tables import read_rows


def load_heading_words() -> frozenset[str]:
    """The words as shipped, in small letters and without blanks."""
    return frozenset(word.lower().replace(" ", "") for word, _ in read_rows("heading-words.tsv", 2))
