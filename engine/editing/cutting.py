"""Where the two halves of an item stand when its words are cut in two: by the characters of its pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from engine.anchoring.anchor import Quote, quote_of
from engine.model.geometry import Box, Quad, box_of_quad
from engine.model.page import quads_of
from engine.model.place import Place, Places


class PageChars(NamedTuple):
    """A page's text by code point and four floats of box a code point, as the page worker reads them."""

    text: str
    boxes: Sequence[float]


class Half(NamedTuple):
    """One of the two: where it stands, and its words with what stands around them."""

    places: Places
    quote: Quote


def cut(places: Places, words: str, at: int, pages: Mapping[int, PageChars]) -> tuple[Half, Half]:
    """The places of `words[:at]` and `words[at:]`. Blanks do not count: a title has none, the page may. A page whose
    characters are not known (a scan) is cut by the length of its lines."""
    ahead = len("".join(words[:at].split()))
    first: list[Place] = []
    second: list[Place] = []
    for place in places:
        before, after = _cut_place(place, ahead, pages.get(place.page), len("".join(words.split())))
        ahead -= _letters(place, pages.get(place.page)) if before is not None else 0
        first += [before] if before is not None else []
        second += [after] if after is not None else []
    halves = tuple(first), tuple(second)
    return Half(halves[0], _quote(halves[0], words[:at], pages)), Half(halves[1], _quote(halves[1], words[at:], pages))


def _cut_place(place: Place, ahead: int, page: PageChars | None, total: int) -> tuple[Place | None, Place | None]:
    if page is None or place.chars is None:
        return _cut_quads(place, ahead / total if total else 1.0)
    if ahead <= 0:
        return None, place
    start, end = place.chars
    for raw in range(start, min(end, len(page.text))):
        if not page.text[raw].isspace():
            if ahead == 0:
                return _part(place.page, start, raw, page), _part(place.page, raw, end, page)
            ahead -= 1
    return place, None


def _part(number: int, start: int, end: int, page: PageChars) -> Place:
    while end > start and page.text[end - 1].isspace():
        end -= 1
    return Place(number, (start, end), tuple(box.quad() for box in quads_of(page.boxes, start, end)))


def _letters(place: Place, page: PageChars | None) -> int:
    if page is None or place.chars is None:
        return 0
    return sum(not letter.isspace() for letter in page.text[place.chars[0] : place.chars[1]])


def _cut_quads(place: Place, share: float) -> tuple[Place | None, Place | None]:
    boxes = [box_of_quad(quad) for quad in place.quads]
    left = share * sum(box.width for box in boxes)
    first: list[Quad] = []
    second: list[Quad] = []
    for box in boxes:
        at = min(max(box.left + left, box.left), box.right)
        left -= box.width
        if at > box.left:
            first.append(Box(box.left, box.bottom, at, box.top).quad())
        if at < box.right:
            second.append(Box(at, box.bottom, box.right, box.top).quad())
    if place.chars is None:
        return Place(place.page, None, tuple(first)), Place(place.page, None, tuple(second))
    start, end = place.chars
    middle = start + round(share * (end - start))
    return Place(place.page, (start, middle), tuple(first)), Place(place.page, (middle, end), tuple(second))


def _quote(places: Places, words: str, pages: Mapping[int, PageChars]) -> Quote:
    if len(places) == 1 and places[0].chars is not None and places[0].page in pages:
        return quote_of(pages[places[0].page].text, *places[0].chars)
    return Quote(words)
