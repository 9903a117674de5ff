"""Finds words in a text whatever the blanks, line breaks, width and case between them, each with its sentence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

_AROUND = 40  # characters of the sentence shown either side of a hit
_BLANKS_WITHIN = 20  # blanks that may stand between words over the end of a piece
_UNSEEN = "\ufffe\u00ad\u200b"
_BLANKS = re.compile(rf"[\s{_UNSEEN}]+")
_ENDS = re.compile(r"[。！？!?；;]")


class Hit(NamedTuple):
    """Characters [start, end) of a piece of text (a page's raw text, a paragraph of the text view; numbered from 0),
    and those of the next piece (`rest`) where the words go on there; with the page (index from 0) and what stands
    around them in their sentence."""

    piece: int
    start: int
    end: int
    rest: tuple[int, int] | None
    sheet: int
    before: str
    words: str
    after: str


class Folded(NamedTuple):
    """A text as it is compared, and the place of each of its signs in the raw text."""

    text: str
    places: tuple[int, ...]


class Edge(NamedTuple):
    """The beginning or the end of a piece without what is set aside, and the place of each sign in the piece."""

    text: str
    places: Sequence[int]


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


def edges_of(text: str, aside: Iterable[tuple[int, int]], wanted: str) -> tuple[Edge, Edge]:
    """The first and the last part of a piece, as long as the words that are looked for and their sentence can reach;
    ranges that are set aside (running heads and feet) are left out, and so are blanks at its ends."""
    places: list[int] = []
    at = 0
    for low, high in [*sorted(aside), (len(text), len(text))]:
        places.extend(range(at, max(at, low)))
        at = max(at, high)
    while places and text[places[-1]].isspace():
        places.pop()
    places = places[next((at for at, place in enumerate(places) if not text[place].isspace()), 0) :]
    reach = 2 * len(wanted) + _BLANKS_WITHIN + 3 * _AROUND
    first, last = places[:reach], places[-reach:]
    return Edge("".join(text[at] for at in first), first), Edge("".join(text[at] for at in last), last)


def hits_over(
    before: Edge, after: Edge, wanted: str
) -> Iterator[tuple[tuple[int, int], tuple[int, int], str, int, int]]:
    """Where a piece ends within the words and the next one goes on with them: the range in either piece, and both
    texts with the range in them."""
    words, edge = before.text + after.text, len(before.text)
    for start, end in ranges_in(words, wanted):
        if start < edge < end:
            head = before.places[start], before.places[edge - 1] + 1
            yield head, (after.places[0], after.places[end - edge - 1] + 1), words, start, end


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
