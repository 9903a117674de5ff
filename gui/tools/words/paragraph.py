"""The paragraph that selected words stand in, as the machine reads it, and where they stand in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

_SENTENCE_END = re.compile(r"[。！？；]")

Part = tuple[int, tuple[int, int], Any, str]
"""(PDF page, raw characters, quads, words), as `Selected.parts` gives them."""


class Around(NamedTuple):
    """A paragraph's text and the range [start, end) of the words in it; "" where it is not known."""

    text: str = ""
    start: int = 0
    end: int = 0

    @property
    def sentence(self) -> str:
        """The sentence the words begin in."""
        start = max((match.end() for match in _SENTENCE_END.finditer(self.text, 0, self.start)), default=0)
        stop = _SENTENCE_END.search(self.text, max(self.start, self.end - 1))
        return self.text[start : stop.end() if stop else len(self.text)].strip()


def around(parse: Any, parts: Sequence[Part]) -> Around:
    """Find the paragraph of a parse by the page characters of the first part, and the words in it: of equal words the
    ones nearest to where the characters say."""
    if not parts:
        return Around()
    page, (first, last), _, _ = parts[0]
    words = "".join(part[3] for part in parts)
    for paragraph in parse.paragraphs:
        for place in paragraph.places:
            if place.page != page or place.chars is None or not (place.chars[0] < last and first < place.chars[1]):
                continue
            ahead = first - place.chars[0] if place is paragraph.places[0] else 0
            found = _find(paragraph.text, words, ahead)
            if found is not None:
                return found
    return Around()


def _find(text: str, words: str, ahead: int) -> Around | None:
    """The occurrence of the words, blanks left out of account, that begins nearest to `ahead` characters."""
    pattern = r"\s*".join(re.escape(sign) for sign in words if not sign.isspace())
    matches = list(re.finditer(pattern, text)) if pattern else []
    if not matches:
        return None
    best = min(matches, key=lambda match: abs(match.start() - ahead))
    return Around(text, best.start(), best.end())
