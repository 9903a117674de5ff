"""Corrections of the text as a person makes them: a passage and what it is to read, a boundary at an offset."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from engine.anchoring.anchor import CONTEXT, Quote, anchor_places
from engine.editing.corrected_text import TextInForce, flow_spans, text_between
from engine.editing.edit import Edit
from engine.editing.text_in_force import text_in_force
from engine.editing.verbs_text import drop_repairs, join_or_split, keep_characters, repair_characters
from engine.editing.view import View
from engine.model.parse import Parse
from engine.model.place import Place, Places
from engine.model.trace import Trace

_ANCHORED = 12  # characters after a boundary by which it is found again


class Passage(NamedTuple):
    """Machine's flow [start, end): what the machine reads there, and what is read in force."""

    start: int
    end: int
    places: Places
    machine: str
    words: str

    @property
    def is_corrected(self) -> bool:
        return self.machine != self.words


def passage_of(view: View, places: Places) -> Passage:
    """What stands in these places, with the whole of the corrections they touch. Raises ValueError with a code where
    it cannot be corrected as characters."""
    text, parse = text_in_force(view), view.parse
    spans = flow_spans(_trace(parse), places) if parse is not None else []
    if not spans or parse is None:
        raise ValueError("repair.not-in-text")
    start, end = spans[0][0], spans[-1][1]
    corrected = text.corrected_in(start, end)
    if any(one.section == "overrides" for one in corrected):
        raise ValueError("repair.in-cell")
    first, last = min([start, *(one.start for one in corrected)]), max([end, *(one.end for one in corrected)])
    paragraph = parse.paragraphs[max(bisect_right(parse.paragraphs, first, key=lambda one: one.span[0]) - 1, 0)]
    if last > paragraph.span[1]:
        raise ValueError("repair.several-paragraphs")
    if (first, last) != (start, end):
        quads = [quad for one in corrected for quad in _quads(view, one.key)]
        places = _placed(parse, first, last, [*quads, *(quad for one in places for quad in one.quads)])
    return Passage(first, last, places, text_between(parse, first, last), text.words(first, last))


def corrected_passage(view: View, start: int, end: int) -> Passage | None:
    """The correction that touches the machine's flow [start, end), None where there is none."""
    for one in text_in_force(view).corrected_in(start, max(end, start + 1)):
        record = view.review.record("characters", one.key) if one.section == "characters" else None
        if record is not None:
            return passage_of(view, anchor_places(record.get("anchor")))
    return None


def correct(view: View, passage: Passage, *, printed: str, after: str, by: str) -> Edit:
    """Let a passage read `after`; `printed` is what the page says. What the machine reads anyway takes earlier
    corrections back."""
    if after == passage.words:
        return Edit("repair-characters", ())
    if after == passage.machine:
        return drop_repairs(view, places=passage.places, by=by)
    before = printed or passage.machine
    quote = view.flow_text.quote((passage.start, passage.end), before)
    if after == before:
        return keep_characters(view, places=passage.places, quote=quote, before=before, by=by)
    return repair_characters(view, places=passage.places, quote=quote, before=before, after=after, by=by)


def set_boundary(view: View, *, op: str, offset: int, by: str) -> Edit:
    """Join the paragraph at an offset of the text in force with the one before, or begin a paragraph there. Raises
    ValueError with a code where that says nothing."""
    text = text_in_force(view)
    if text.parse is None or view.parse is None:
        raise ValueError("break.no-text")
    paragraphs = text.parse.paragraphs
    at = max(bisect_right(paragraphs, offset, key=lambda one: one.span[0]) - 1, 0)
    first = paragraphs[at].span[0]
    if op == "join":
        offset = first
        neighbours = paragraphs[max(at - 1, 0) : at + 1]
        if at == 0:
            raise ValueError("break.first")
    else:
        neighbours = paragraphs[at : at + 1]
        if offset <= first:
            raise ValueError("break.stands")
    if any(one.kind == "cell" for one in neighbours):
        raise ValueError("break.in-table")
    start = _machine_offset(text, offset)
    places, quote = _anchored(view.parse, start)
    if not places:
        raise ValueError("break.no-text")
    return join_or_split(view, op=op, places=places, quote=quote, by=by)


def _machine_offset(text: TextInForce, offset: int) -> int:
    start, _ = text.back(offset, offset + 1)
    if text.span(start, start + 1)[0] != offset:  # inside a correction: it is not cut
        raise ValueError("break.in-correction")
    return start


def _anchored(parse: Parse, start: int) -> tuple[Places, Quote | None]:
    """The characters after an offset, as far as they stand together in one paragraph."""
    paragraph = parse.paragraphs[max(bisect_right(parse.paragraphs, start, key=lambda one: one.span[0]) - 1, 0)]
    end = min(start + _ANCHORED, paragraph.span[1])
    places = _placed(parse, start, end, ())[:1]
    around = text_between(parse, max(start - CONTEXT, 0), start), text_between(parse, end, end + CONTEXT)
    return places, Quote(text_between(parse, start, end), *around)


def _placed(parse: Parse, start: int, end: int, quads: Iterable[tuple[float, ...]]) -> Places:
    """The raw characters of the machine's flow [start, end), one part a page; the quads go to the first."""
    parts: dict[int, tuple[int, int]] = {}
    for one in _trace(parse).places(start, end):
        low, high = parts.get(one.page, (one.raw_start, one.raw_end))
        parts[one.page] = min(low, one.raw_start), max(high, one.raw_end)
    told = tuple(dict.fromkeys(quads))
    return tuple(
        Place(page, chars, told if number == 0 else ())  # type: ignore[arg-type]
        for number, (page, chars) in enumerate(parts.items())
    )


def _quads(view: View, key: str) -> Iterator[tuple[float, ...]]:
    record = view.review.record("characters", key) or {}
    return (quad for place in anchor_places(record.get("anchor")) for quad in place.quads)


def _trace(parse: Parse) -> Trace:
    return Trace(b"" if parse.trace is msgspec.UNSET else parse.trace)
