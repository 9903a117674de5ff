"""What a note can be about: the items it lies on, and the heading it stands under."""

from __future__ import annotations

from engine.editing.items import Item, Note
from engine.editing.view import View
from engine.model.geometry import box_of_quad
from engine.model.place import Place, Places

KINDS = ("metric", "task", "system", "finding", "heading")


def items_near(view: View, note: Note) -> tuple[Item, ...]:
    """The items a note touches, kind by kind, then the heading it stands under."""
    found = [
        item
        for kind in KINDS
        for item in view.items(kind)
        if item.reading != "rejected" and touches(item.places, note.places)
    ]
    above = next((one for one in reversed(view.headings) if one.position <= note.position), None)
    if note.places and above is not None and above.reading != "rejected" and above not in found:
        found.append(above)
    return tuple(found)


def touches(one: Places, other: Places) -> bool:
    """Whether two stretches of text, or two boxes, have something in common."""
    return any(a.page == b.page and _touch(a, b) for a in one for b in other)


def _touch(one: Place, other: Place) -> bool:
    if one.chars is not None and other.chars is not None:
        return one.chars[0] < other.chars[1] and other.chars[0] < one.chars[1]
    boxes = [box_of_quad(quad) for quad in one.quads]
    for quad in other.quads:
        box = box_of_quad(quad)
        if any(
            each.left < box.right and box.left < each.right and each.bottom < box.top and box.bottom < each.top
            for each in boxes
        ):
            return True
    return False
