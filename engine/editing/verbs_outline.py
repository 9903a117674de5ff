"""Verbs for boundaries: split an item, merge several into one, shift a range of headings up or down."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from engine.anchoring.anchor import Quote
from engine.editing.edit import Edit, combine
from engine.editing.fields import FIELDS
from engine.editing.items import Item
from engine.editing.values import plain_value
from engine.editing.verbs import add_item, item_of, reject, set_field, set_heading_level, set_places, target_changes
from engine.editing.verbs_text import join_or_split
from engine.editing.view import View
from engine.model.place import Places


class Part(NamedTuple):
    """One part of a split: where it stands, its words, and the fields in which it differs from the whole."""

    places: Places
    quote: Quote | str
    fields: Mapping[str, Any]


def shift_headings(view: View, *, items: Iterable[str], levels: int, by: str) -> Edit:
    """Move headings by so many levels (1: one deeper, -1: one up) as one step; each stays between 1 and 9."""
    edits = [
        set_heading_level(view, item=one, level=int(item_of(view, one).value("level") or 1) + levels, by=by)
        for one in items
    ]
    return combine(edits, "shift-headings" if len(edits) > 1 else "set-heading-level")


def with_branches(view: View, items: Iterable[str]) -> tuple[str, ...]:
    """These headings and all that stand below them, in text order; rejected ones go along."""
    wanted = set(items)
    found: list[str] = []
    above = 0  # the level of the chosen heading whose branch is walked, 0 outside
    for heading in view.headings:
        level = int(heading.value("level") or 1)
        if heading.id in wanted:
            above = min(above, level) if above and level > above else level
        elif not above or level <= above:
            above = 0
            continue
        found.append(heading.id)
    return tuple(found)


def shorten_heading(view: View, *, item: str, title: str, places: Places, quote: Quote | None, by: str) -> Edit:
    """The heading ends earlier: what follows its new title is text."""
    edits = (
        set_field(view, item=item, field="title", value=title, by=by),
        set_places(view, item=item, places=places, quote=quote, by=by),
    )
    return combine(edits, "shorten-heading")


def join_to_paragraph(view: View, *, item: str, by: str) -> Edit:
    """What was taken for a heading is the end of the paragraph before it."""
    heading = item_of(view, item)
    quote = view.flow_text.quote(heading.span, heading.quote)
    joined = join_or_split(view, op="join", places=heading.places, quote=quote, by=by)
    return combine((reject(view, item=item, by=by), joined), "join-heading")


def split_item(view: View, *, item: str, parts: Sequence[Part], by: str) -> Edit:
    """Several items in the place of one. The whole stays underneath and comes back when the parts are removed. The
    parts' ids are the first of `edit.ids`."""
    whole = item_of(view, item)
    if len(parts) < 2:
        raise ValueError("split.too-few")
    edits = [_in_place_of(view, (whole,), part, by) for part in parts]
    changes = (*target_changes(view, whole), *(change for edit in edits for change in edit.changes))
    ids = tuple(one for edit in edits for one in edit.ids)
    return Edit(f"split-item:{whole.kind}", changes, (*ids, whole.id))


def merge_items(view: View, *, items: Iterable[str], by: str, fields: Mapping[str, Any] | None = None) -> Edit:
    """One item in the place of several of one kind, in text order: their words joined, the first one's fields, over
    which `fields` go. Its id is `edit.ids[0]`."""
    found = sorted((item_of(view, one) for one in items), key=lambda one: one.position)
    if len(found) < 2 or len({one.kind for one in found}) > 1:
        raise ValueError("merge.not-alike")
    words = {name: "".join(str(one.value(name) or "") for one in found) for name in _JOINED[found[0].kind]}
    places = tuple(place for one in found for place in one.places)
    part = Part(places, "".join(one.quote for one in found), {**words, **(fields or {})})
    edit = _in_place_of(view, found, part, by)
    changes = (*(change for one in found for change in target_changes(view, one)), *edit.changes)
    return Edit(f"merge-items:{found[0].kind}", changes, (*edit.ids, *(one.id for one in found)))


_JOINED = {
    "heading": ("title",),
    "task": ("text",),
    "metric": ("quote",),
    "system": ("name",),
    "finding": (),
    "numeral": (),
    "table": (),
}


def _in_place_of(view: View, whole: Sequence[Item], part: Part, by: str) -> Edit:
    first = whole[0]
    fields = {row.name: plain_value(first.value(row.name)) for row in FIELDS[first.kind]}
    fields["sentence"] = first.sentence
    fields.update(part.fields)
    return add_item(
        view,
        kind=first.kind,
        places=part.places,
        quote=part.quote,
        fields=fields,
        by=by,
        replaces=[one.id for one in whole],
    )
