"""The anchor as it is stored: page parts and a quote; spans of the flow are never stored."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from engine.model.geometry import Quad
from engine.model.place import Place, Places

CONTEXT = 32  # characters kept either side of a quote


class Quote(NamedTuple):
    """A stretch of text with `CONTEXT` characters either side, as the page's text engine gave them."""

    exact: str
    prefix: str = ""
    suffix: str = ""


def quote_of(text: str, start: int, end: int) -> Quote:
    """The quote of code points [start, end) of a text."""
    return Quote(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])


def anchor_record(places: Places, quote: Quote | None = None) -> dict[str, Any]:
    """The stored form of places and a quote. Coordinates are kept to a hundredth of a point."""
    parts = [
        {
            "page": place.page,
            "chars": None if place.chars is None else list(place.chars),
            "quads": [[round(float(number), 2) for number in quad] for quad in place.quads],
        }
        for place in places
    ]
    record: dict[str, Any] = {"parts": parts}
    if quote is not None:
        record["quote"] = quote._asdict()
    return record


def anchor_places(anchor: object) -> Places:
    """The places of a stored anchor; parts that make no sense (a damaged or foreign file) are passed over."""
    parts = anchor.get("parts") if isinstance(anchor, Mapping) else None
    found = (_place(part) for part in parts) if isinstance(parts, list) else ()
    return tuple(place for place in found if place is not None)


def anchor_quote(anchor: object) -> Quote | None:
    """The quote of a stored anchor, None for boxes on a scan and free marks."""
    quote = anchor.get("quote") if isinstance(anchor, Mapping) else None
    if not isinstance(quote, Mapping) or not isinstance(quote.get("exact"), str):
        return None
    words = (quote.get("exact"), quote.get("prefix"), quote.get("suffix"))
    return Quote(*(word if isinstance(word, str) else "" for word in words))


def _place(part: object) -> Place | None:
    if not isinstance(part, Mapping):
        return None
    page, chars, quads = part.get("page"), part.get("chars"), part.get("quads")
    if not isinstance(page, int) or page < 1 or not isinstance(quads, list | tuple):
        return None
    return Place(page, _range(chars), tuple(quad for quad in map(_quad, quads) if quad))


def _range(chars: object) -> tuple[int, int] | None:
    if isinstance(chars, list | tuple) and len(chars) == 2 and all(isinstance(one, int) for one in chars):
        start, end = chars
        return (start, end) if 0 <= start <= end else None
    return None


def _quad(numbers: object) -> Quad | None:
    if not isinstance(numbers, list | tuple) or len(numbers) != 8:
        return None
    if not all(isinstance(number, int | float) and abs(number) < 1e7 for number in numbers):
        return None
    a, b, c, d, e, f, g, h = (float(number) for number in numbers)
    return (a, b, c, d, e, f, g, h)
