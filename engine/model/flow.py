"""The document as one stretch of text: paragraphs in reading order, every code point traced to its page.

`Flow.text` is the repaired form that parsing works on; `repairs` keep what the page really says.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, overload

from msgspec import Struct

from engine.model.page import PageInfo, quads_of
from engine.model.place import Place, Places

ParagraphKind = Literal[
    "title", "heading", "body", "list", "caption", "footnote", "toc", "signature", "date", "cell", "formula"
]
Align = Literal["left", "centre", "right"]
FurnitureKind = Literal["header", "footer", "page-number", "watermark", "seal"]


class Span(NamedTuple):
    """Half-open range of code points of the flow."""

    start: int
    end: int


class Style(Struct, frozen=True):
    """How a paragraph is set. Lengths in points; `indent` is the first line's left edge and `margin` that of the
    lines after it, both measured from the text column's left edge; `gap` is the white space above."""

    size: float = 0.0
    bold: bool = False
    font: str = ""
    align: Align = "left"
    indent: float = 0.0
    margin: float = 0.0
    gap: float = 0.0


class Paragraph(Struct, frozen=True):
    """Code points [start, end) of the flow. `lines` are the flow offsets at which its printed lines begin."""

    kind: ParagraphKind
    start: int
    end: int
    style: Style = Style()
    lines: tuple[int, ...] = ()


class FontSpan(Struct, frozen=True):
    """Code points [start, end) of the flow set in one font; sizes in points."""

    start: int
    end: int
    name: str
    size: float
    bold: bool


class Repair(Struct, frozen=True):
    """Flow code points [start, end) read as they stand in `Flow.text` where the page says `before`. `rule` names the
    finding (`damage.glyph`, `damage.zero`, ...); `certain` is false where a person should decide."""

    start: int
    end: int
    before: str
    rule: str
    certain: bool = True


class Cell(Struct, frozen=True):
    """One table cell; [start, end) is its text in the flow, spans count rows and columns."""

    row: int
    column: int
    start: int
    end: int
    row_span: int = 1
    column_span: int = 1


class Table(Struct, frozen=True):
    """A table: cells in reading order, `head_rows` rows of heading, and the flow range of its caption, if any."""

    rows: int
    columns: int
    cells: tuple[Cell, ...]
    head_rows: int = 1
    caption: Span | None = None


class Furniture(Struct, frozen=True):
    """Running matter set aside from the text: kept, listed, greyed on demand."""

    kind: FurnitureKind
    text: str
    places: Places


class Segment(NamedTuple):
    """Flow [start, end) comes from raw characters [raw_start, raw_end) of `page`: one to one where the lengths are
    equal, otherwise as a whole (a repair that changes the length)."""

    start: int
    end: int
    page: int
    raw_start: int
    raw_end: int


class Segments(Sequence[Segment]):
    """Segments as plain numbers in one row: a document of 5,000 pages has some 170,000 of them (3 MB, not 37)."""

    def __init__(self) -> None:
        self._numbers = array("i")

    def append(self, segment: Segment) -> None:
        self._numbers.extend(segment)

    def __len__(self) -> int:
        return len(self._numbers) // _FIELDS

    @overload
    def __getitem__(self, at: int) -> Segment: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Segment]: ...
    def __getitem__(self, at: int | slice) -> Segment | Sequence[Segment]:
        if isinstance(at, slice):
            return [self[index] for index in range(*at.indices(len(self)))]
        first = range(len(self))[at] * _FIELDS
        return Segment(*self._numbers[first : first + _FIELDS])


class Flow(Struct, frozen=True):
    """The text of a document in reading order, without separators between paragraphs, and where it comes from.

    `segments` are ordered by `start` and cover the text; `boxes` holds the raw character boxes by page number;
    `labels` the printed page label by page number (as recognised, else the PDF's own, else the number).
    """

    text: str
    paragraphs: tuple[Paragraph, ...]
    segments: Sequence[Segment] = ()
    fonts: tuple[FontSpan, ...] = ()
    repairs: tuple[Repair, ...] = ()
    tables: tuple[Table, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    pages: tuple[PageInfo, ...] = ()
    labels: Mapping[int, str] = {}
    boxes: Mapping[int, array[float]] = {}

    def of(self, item: Paragraph | Cell | Span | FontSpan | Repair) -> str:
        """The text of anything that has a start and an end."""
        return self.text[item.start : item.end]

    def places(self, start: int, end: int) -> Places:
        """Where flow [start, end) stands: one place for each run of consecutive characters of one page, in order.
        Stretches that follow each other on a page with nothing but blanks between them are one place."""
        parts: list[tuple[int, int, int]] = []
        for page, raw_start, raw_end in self._raw_ranges(start, end):
            if parts and parts[-1][0] == page and 0 <= raw_start - parts[-1][2] <= _BLANKS:
                parts[-1] = (page, parts[-1][1], raw_end)
            else:
                parts.append((page, raw_start, raw_end))
        return tuple(self._place(*part) for part in parts)

    def paragraph_at(self, offset: int) -> int:
        """Index of the paragraph that holds a flow offset (the last one at the very end)."""
        return max(0, bisect_right(self.paragraphs, offset, key=lambda paragraph: paragraph.start) - 1)

    def page_at(self, offset: int) -> int:
        """PDF page number, from 1, on which a flow code point stands."""
        if not self.segments:
            return 1
        at = bisect_right(self.segments, offset, key=lambda segment: segment.start) - 1
        return self.segments[max(at, 0)].page

    def original(self, start: int, end: int) -> str:
        """What the page says at flow [start, end), before any repair."""
        parts: list[str] = []
        at = start
        for repair in self.repairs:
            if repair.start >= at and repair.end <= end:
                parts += (self.text[at : repair.start], repair.before)
                at = repair.end
        parts.append(self.text[at:end])
        return "".join(parts)

    def _raw_ranges(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        at = max(0, bisect_right(self.segments, start, key=lambda segment: segment.start) - 1)
        for index in range(at, len(self.segments)):
            segment = self.segments[index]
            if segment.start >= end:
                return
            if segment.end <= start:
                continue
            if segment.end - segment.start != segment.raw_end - segment.raw_start:
                yield segment.page, segment.raw_start, segment.raw_end
                continue
            shift = segment.raw_start - segment.start
            yield segment.page, max(start, segment.start) + shift, min(end, segment.end) + shift

    def _place(self, page: int, raw_start: int, raw_end: int) -> Place:
        boxes: Sequence[float] = self.boxes.get(page, ())
        quads = tuple(box.quad() for box in quads_of(boxes, raw_start, raw_end)) if boxes else ()
        return Place(page, (raw_start, raw_end), quads)


_FIELDS = len(Segment._fields)
_BLANKS = 3  # raw characters that PDFium puts between two lines of one stretch: blank, \r, \n


def flow_of_texts(texts: Iterable[str]) -> Flow:
    """A flow of plain paragraphs on one imaginary page without geometry: for sentences typed by hand and for tests."""
    paragraphs: list[Paragraph] = []
    at = 0
    pieces = list(texts)
    for piece in pieces:
        paragraphs.append(Paragraph("body", at, at + len(piece), lines=(at,)))
        at += len(piece)
    return Flow("".join(pieces), tuple(paragraphs), (Segment(0, at, 1, 0, at),))
