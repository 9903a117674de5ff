"""A stored anchor found again in the text of a document: its places by page and raw characters, or lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from engine.anchoring.anchor import anchor_places, anchor_quote
from engine.anchoring.normalise import normal_text
from engine.anchoring.pages import DocumentText, PagePart
from engine.anchoring.search import Found, How, find
from engine.model.page import quads_of
from engine.model.place import Place, Places

Boxes = Callable[[int], Sequence[float]]
"""Raw character boxes of a page: four floats a character; empty where there are none."""


class Located(NamedTuple):
    """Where an anchor stands now. `how` as in `search.Found`, or `unmoved`: the same characters of the same page, or a
    box that no text tells of."""

    places: Places
    how: How | str
    score: float


def locate(
    anchor: object, document: DocumentText, boxes: Boxes, *, shift: Callable[[int, int], int | None]
) -> Located | None:
    """An anchor's places in a document whose text may have changed; None: lost, to be listed.

    `shift(page, raw)` tells where in `document` (normal offset) a former character is expected, None where unknown. An
    anchor without words (a box, a mark on a scan) stays on its page.
    """
    places, quote = anchor_places(anchor), anchor_quote(anchor)
    if not places:
        return None
    if quote is None or not normal_text(quote.exact):
        return Located(places, "unmoved", 1.0)
    chars = places[0].chars
    expected = shift(places[0].page, chars[0]) if chars else None
    if expected is None:
        start, end = document.page_range(places[0].page)
        near = ((start + end) // 2, float(max(end - start, 1)))
    else:
        near = (expected, 600.0)
    found = find(quote, document, near)
    return None if found is None else Located(placed(found, document, boxes), found.how, found.score)


def placed(found: Found, document: DocumentText, boxes: Boxes) -> Places:
    """Places of a found stretch, with the quads of its lines."""
    return tuple(_place(part, boxes) for part in document.parts(found.start, found.end))


def _place(part: PagePart, boxes: Boxes) -> Place:
    held = boxes(part.page)
    quads = tuple(box.quad() for box in quads_of(held, part.start, part.end)) if len(held) >= 4 * part.end else ()
    return Place(part.page, (part.start, part.end), quads)
