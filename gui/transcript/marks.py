"""What is marked where in the text: items and notes of the review as stretches of pieces, with the pages' states.

Machine items stand at their span, everything made or moved by hand where its raw characters are in the flow. Filled
kind by kind when a kind is first shown, then changed item by item.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from engine.model.geometry import box_of_quad
from engine.model.parse import System
from engine.model.trace import joined_spans
from gui.pages.marks import KINDS, Mark, marks_of_item, marks_of_note
from gui.transcript.content import Content


class TextMark(NamedTuple):
    """One item or note on one piece: characters [start, end) of it; none for a note beside the text (a box)."""

    mark: Mark
    start: int
    end: int
    is_last: bool = True

    @property
    def item_id(self) -> str:
        return self.mark.item_id

    @property
    def kind(self) -> str:
        return self.mark.kind


class TextMarks:
    """The marks of one session over one content."""

    def __init__(self, content: Content, view: Any) -> None:
        self._content = content
        self._view = view  # of the session
        self._rows: dict[str, dict[int, list[tuple[int, int, str, bool]]]] = {}
        self._where: dict[str, tuple[str, tuple[int, ...]]] = {}  # kind and pieces of what is in the rows
        self._marks: dict[str, Mark | None] = {}

    def on_piece(self, piece: int, hidden: frozenset[str]) -> list[TextMark]:
        """Marks of a piece whose kinds are not hidden, long ones first so that short ones lie on top."""
        found = []
        for kind in KINDS:
            if kind in hidden:
                continue
            for start, end, one, is_last in self._row(kind).get(piece, ()):
                mark = self._mark(one)
                if mark is not None:
                    found.append(TextMark(mark, start, end, is_last))
        found.sort(key=lambda mark: mark.start - mark.end)
        return found

    def headings_on(self, piece: int) -> list[tuple[int, int, int]]:
        """(start, end, level) of the headings on a piece."""
        found = []
        for start, end, one, _ in self._row("heading").get(piece, ()):
            item = self._view.item(one)
            if item is not None and item.reading != "rejected":
                level = item.value("level")
                found.append((start, end, level if isinstance(level, int) and level > 0 else 1))
        return found

    def heading_pieces(self) -> Iterable[int]:
        """The pieces with headings."""
        return self._row("heading").keys()

    def first_span(self, one: str) -> tuple[int, int] | None:
        """The flow range of an item's first stretch, None where it is not in the text."""
        thing = self._view.note(one) or self._view.item(one)
        spans = spans_of(thing, self._content) if thing is not None else []
        return spans[0] if spans else None

    def change(self, ids: Iterable[str]) -> None:
        """These items and notes are others now, or gone."""
        for one in ids:
            note = self._view.note(one)
            thing = note if note is not None else self._view.item(one)
            self._marks.pop(one, None)
            kind, pieces = self._where.pop(one, ("", ()))
            for piece in pieces:
                self._rows[kind][piece] = [entry for entry in self._rows[kind][piece] if entry[2] != one]
            if thing is not None and thing.kind in self._rows:
                self._put(self._rows[thing.kind], thing)

    def _row(self, kind: str) -> dict[int, list[tuple[int, int, str, bool]]]:
        rows = self._rows.get(kind)
        if rows is None:
            rows = self._rows[kind] = {}
            for thing in self._view.notes if kind == "note" else self._view.items(kind):
                self._put(rows, thing)
        return rows

    def _put(self, rows: dict[int, list[tuple[int, int, str, bool]]], thing: Any) -> None:
        spans = spans_of(thing, self._content)
        if len(spans) == 1:  # nearly always in one piece
            start, end = spans[0]
            piece = self._content.piece_at(start)
            first = self._content.starts[piece]
            if start < end <= first + len(self._content.text(piece)):
                rows.setdefault(piece, []).append((start - first, end - first, thing.id, True))
                self._where[thing.id] = (thing.kind, (piece,))
                return
        pieces: list[int] = []
        for number, (start, end) in enumerate(spans):
            parts = list(self._content.parts(start, end)) if start < end else [_beside(self._content, start)]
            for at, (piece, low, high) in enumerate(parts):
                is_last = number == len(spans) - 1 and at == len(parts) - 1
                rows.setdefault(piece, []).append((low, high, thing.id, is_last))
                pieces.append(piece)
        self._where[thing.id] = (thing.kind, tuple(dict.fromkeys(pieces)))

    def _mark(self, one: str) -> Mark | None:
        if one not in self._marks:
            note = self._view.note(one)
            item = None if note is not None else self._view.item(one)
            found = marks_of_note(note) if note is not None else marks_of_item(item, self._view) if item else ()
            self._marks[one] = found[-1] if found else None
        return self._marks[one]


def spans_of(thing: Any, content: Content) -> list[tuple[int, int]]:
    """Where an item or note stands in the flow, in order; an empty range beside the text for a box drawn on a page."""
    if thing.kind != "note" and thing.machine_id is not None and thing.override("places") is None:
        record = thing.record
        if isinstance(record, System):
            return joined_spans(
                span for span in (content.wording.span(*one) for one in record.spans) if span[0] < span[1]
            )
        if thing.span is not None and (thing.kind != "finding" or len(thing.places) < 2):
            span = content.wording.span(*thing.span)
            return [span] if span[0] < span[1] else []  # its words were taken out
    found = spans_of_places(thing.places, content)
    return found or (spans_beside(thing.places, content) if thing.kind == "note" else [])


def spans_of_places(places: Iterable[Any], content: Content) -> list[tuple[int, int]]:
    """The flow ranges of places with characters, in order."""
    return joined_spans(
        span for place in places if place.chars is not None for span in content.trace.spans(place.page, *place.chars)
    )


def spans_beside(places: Iterable[Any], content: Content) -> list[tuple[int, int]]:
    """An empty range at the paragraph beside the first of some places without characters."""
    return [(offset, offset) for place in list(places)[:1] for offset in _offsets_beside(place, content)]


def _beside(content: Content, offset: int) -> tuple[int, int, int]:
    caret = content.caret(offset)
    return caret.piece, caret.at, caret.at


def _offsets_beside(place: Any, content: Content) -> Iterator[int]:
    """The offset of the piece that stands on a place's page at its height, else above it, else first on the page."""
    start = content.trace.page_starts.get(place.page)
    if start is None or not place.quads:
        return
    top = max(box_of_quad(quad).top for quad in place.quads)
    chosen = start
    first = max(0, bisect_right(content.starts, start) - 1)
    for piece in content.pieces[first:]:
        boxes = [box_of_quad(quad) for part in piece.places if part.page == place.page for quad in part.quads]
        if piece.places and piece.places[0].page > place.page:
            break
        if boxes and max(box.top for box in boxes) >= top - 1:
            chosen = max(piece.span[0], start)
    yield chosen
