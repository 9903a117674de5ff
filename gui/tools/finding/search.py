"""Finds words in a text whatever the blanks, line breaks, width and case between them, each with its sentence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

_AROUND = 40  # characters of the sentence shown either side of a hit
_UNSEEN = "\ufffe\u00ad\u200b"
_BLANKS = re.compile(rf"[\s{_UNSEEN}]+")
_ENDS = re.compile(r"[。！？!?；;]")


class Hit(NamedTuple):
    """Characters [start, end) of a page's raw text (page index from 0) or, in the text view, of the flow; with what
    stands around them in their sentence."""

    sheet: int
    start: int
    end: int
    before: str
    words: str
    after: str


class Folded(NamedTuple):
    """A text as it is compared, and the place of each of its signs in the raw text."""

    text: str
    places: tuple[int, ...]


def folded(text: str) -> Folded:
    """Without blanks and breaks, in one width (NFKC) and one case."""
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        if sign.isspace() or sign in _UNSEEN:
            continue
        for one in unicodedata.normalize("NFKC", sign).casefold():
            if not one.isspace():
                signs.append(one)
                places.append(place)
    return Folded("".join(signs), tuple(places))


def ranges_in(text: str, wanted: str) -> Iterator[tuple[int, int]]:
    """All ranges of a text where folded words stand; none for no words."""
    if not wanted or not _may_hold(text, wanted):
        return
    page = folded(text)
    at = page.text.find(wanted)
    while at >= 0:
        yield page.places[at], page.places[at + len(wanted) - 1] + 1
        at = page.text.find(wanted, at + len(wanted))


def hits_on(sheet: int, text: str, query: str) -> Iterator[Hit]:
    """All places of a page where the query stands; none for an empty query."""
    for start, end in ranges_in(text, folded(query).text):
        yield Hit(sheet, start, end, *in_sentence(text, start, end))


def in_sentence(text: str, start: int, end: int) -> tuple[str, str, str]:
    """What stands before a range in its sentence, the range, and what stands after it; blanks left out. A long sentence
    is cut, with dots."""
    low = max(0, start - 3 * _AROUND)
    before = _ENDS.split(text[low:start])[-1]
    rest = _ENDS.search(text, end, end + 3 * _AROUND)
    after = text[end : rest.end() if rest else end + 3 * _AROUND]
    before, after = _plain(before), _plain(after)
    if len(before) > _AROUND:
        before = f"…{before[-_AROUND:]}"
    if len(after) > _AROUND:
        after = f"{after[:_AROUND]}…"
    return before, _plain(text[start:end]), after


def _may_hold(text: str, wanted: str) -> bool:
    """A quick look: folds the text as a whole, without the places of its signs."""
    return wanted in _BLANKS.sub("", unicodedata.normalize("NFKC", _BLANKS.sub("", text)).casefold())


def _plain(text: str) -> str:
    return _BLANKS.sub("", text)
