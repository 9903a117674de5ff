"""The form texts are compared in: NFKC, without blanks and without what PDF text engines disagree about.

Every normalised character knows the code point of the original it came from.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple


class Normal(NamedTuple):
    """`text` is the compared form; `origins[i]` the index of the original code point of its i-th character."""

    text: str
    origins: list[int]

    def original_range(self, start: int, end: int) -> tuple[int, int]:
        """Original half-open range of normalised [start, end); empty at the place where start = end."""
        if start >= end:
            at = self.origins[start] if start < len(self.origins) else (self.origins[-1] + 1 if self.origins else 0)
            return at, at
        return self.origins[start], self.origins[end - 1] + 1


_DROPPED = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffe\uffff\x00\x02")
_FOLDED = {"“": '"', "”": '"', "‘": "'", "’": "'", "—": "-", "–": "-", "―": "-", "‐": "-", "‑": "-", "−": "-",
           "﹣": "-", "─": "-", "·": ".", "・": ".", "•": ".", "‧": ".",
           "。": ".", "，": ",", "、": ",", "〇": "○"}  # fmt: skip


def normalise(text: str) -> Normal:
    """Normal form of a text with its origins. Never raises; unpaired surrogates are left out."""
    if text.isascii():
        kept = [(at, char) for at, char in enumerate(text) if char > " " and char != "\x7f"]
        return Normal("".join(char for _, char in kept), [at for at, _ in kept])
    characters: list[str] = []
    origins: list[int] = []
    for at, char in enumerate(text):
        for piece in normal_character(char):
            characters.append(piece)
            origins.append(at)
    return Normal("".join(characters), origins)


def normal_character(char: str) -> str:
    """Normal form of one character: "" for blanks and invisible characters."""
    if "\u4e00" <= char <= "\u9fff":
        return char
    if char <= " " or char in _DROPPED or "\ud800" <= char <= "\udfff":
        return ""
    folded = _FOLDED.get(char)
    if folded is not None:
        return folded
    pieces = unicodedata.normalize("NFKC", char)
    return "".join(_FOLDED.get(piece, piece) for piece in pieces if not piece.isspace() and piece not in _DROPPED)


def normal_text(text: str) -> str:
    """The compared form only."""
    return normalise(text).text
