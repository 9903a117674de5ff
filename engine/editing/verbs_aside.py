"""Verbs for running matter: a paragraph is none of the text (a running head the machine took for text), or what was set
aside is text after all. Kept with the paragraph boundaries: `breaks`, with op aside or body."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

import msgspec

from engine.anchoring.anchor import Quote, anchor_places, anchor_record
from engine.editing.corrected_text import flow_spans, is_effective
from engine.editing.edit import Edit, RecordChange
from engine.editing.review import new_id, now
from engine.editing.view import View
from engine.model.parse import ParagraphItem
from engine.model.place import Places, overlap
from engine.model.trace import Trace


def set_aside(view: View, *, places: Places, by: str) -> Edit:
    """The paragraphs in these places are running matter. Text that a person put back is set aside again."""
    back = list(_taken_back(view, places, "body", by))
    paragraphs = _paragraphs(view, places)
    if not back and not paragraphs:
        raise ValueError("aside.not-in-text")
    if any(one.kind == "cell" for one in paragraphs):
        raise ValueError("aside.in-table")
    told = tuple(_told(view, one.places, one.text, "aside", by) for one in paragraphs)
    return Edit("set-aside", (*back, *told))


def put_back(view: View, *, places: Places, by: str) -> Edit:
    """What was set aside in these places is text. A paragraph that a person set aside comes back as it was."""
    back = list(_taken_back(view, places, "aside", by))
    furniture = view.parse.furniture if view.parse is not None else ()
    touched = [one for one in furniture if overlap(one.places, places)] if not back else []
    if not back and not touched:
        raise ValueError("aside.is-text")
    return Edit("put-back", (*back, *(_told(view, one.places, one.text, "body", by) for one in touched)))


def _paragraphs(view: View, places: Places) -> list[ParagraphItem]:
    parse = view.parse
    if parse is None:
        return []
    found: dict[int, ParagraphItem] = {}
    for start, end in flow_spans(Trace(b"" if parse.trace is msgspec.UNSET else parse.trace), places):
        first = max(bisect_right(parse.paragraphs, start, key=lambda one: one.span[0]) - 1, 0)
        last = bisect_left(parse.paragraphs, end, key=lambda one: one.span[0])
        found.update((at, parse.paragraphs[at]) for at in range(first, last))
    return [found[at] for at in sorted(found)]


def _told(view: View, places: Places, words: str, op: str, by: str) -> RecordChange:  # noqa: ARG001
    record = {
        "anchor": anchor_record(places, Quote(words)), "op": op, "by": by, "at": now(), "deleted": False,
    }  # fmt: skip
    return RecordChange("breaks", new_id(), None, record)


def _taken_back(view: View, places: Places, op: str, by: str) -> Iterator[RecordChange]:
    for key, record in view.review.sections["breaks"].items():
        is_told = record.get("op") == op and is_effective(record)
        if is_told and overlap(anchor_places(record.get("anchor")), places):
            after = {**record, "deleted": True, "changedAt": now(), "changedBy": by}
            yield RecordChange("breaks", key, record, after)
