"""Finds words on a page whatever the blanks, line breaks, width and case between them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

_AROUND = 18  # characters shown either side of a hit


class Hit(NamedTuple):
    """Characters [start, end) of a page's raw text (page index from 0), with what stands around them."""

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
        if sign.isspace() or sign in "\ufffe\u00ad\u200b":
            continue
        for one in unicodedata.normalize("NFKC", sign).casefold():
            if not one.isspace():
                signs.append(one)
                places.append(place)
    return Folded("".join(signs), tuple(places))


def hits_on(sheet: int, text: str, query: str) -> Iterator[Hit]:
    """All places of a page where the query stands; none for an empty query."""
    wanted = folded(query).text
    if not wanted:
        return
    page = folded(text)
    at = page.text.find(wanted)
    while at >= 0:
        start, end = page.places[at], page.places[at + len(wanted) - 1] + 1
        yield Hit(
            sheet,
            start,
            end,
            _plain(text[max(0, start - 2 * _AROUND) : start])[-_AROUND:],
            _plain(text[start:end]),
            _plain(text[end : end + 2 * _AROUND])[:_AROUND],
        )
        at = page.text.find(wanted, at + len(wanted))


def _plain(text: str) -> str:
    return "".join(text.split())
