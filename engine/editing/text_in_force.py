"""The text in force: what the machine read with the characters, paragraph boundaries and table cells that people
corrected, and the way between offsets of the one and of the other.

Pure. Made when first asked for after a change (`text_in_force`); never stored: records hold pages and raw characters.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from engine.anchoring.anchor import anchor_places
from engine.editing.review import Record
from engine.model.flow import Segment
from engine.model.parse import FurnitureItem, ParagraphItem, Parse, TableItem
from engine.model.place import Places, overlap
from engine.model.trace import Trace, joined_spans, packed

if TYPE_CHECKING:
    from engine.editing.view import View


class Stretch(NamedTuple):
    """Flow [start, end) of the machine reads `text`; the record `key` of `section` says so."""

    start: int
    end: int
    text: str
    section: str
    key: str


class Boundary(NamedTuple):
    """A paragraph boundary by hand at an offset of the text in force: `op` is join or split."""

    at: int
    op: str
    key: str


class Run(NamedTuple):
    """Machine's [start, end) stands at [first, last) of the text in force; `stretch` where it reads otherwise."""

    start: int
    end: int
    first: int
    last: int
    stretch: Stretch | None = None


class TextInForce:
    """The text as people corrected it. `parse` is the machine's with paragraphs, tables and trace of the text in force
    (its items keep the machine's spans: `span` maps them); the very same object where nothing was corrected."""

    def __init__(self, machine: Parse | None, parse: Parse | None, runs: Sequence[Run] = ()) -> None:
        self.machine = machine
        self.parse = parse
        self.boundaries: tuple[Boundary, ...] = ()
        self._runs = runs
        self._starts = [run.start for run in runs]
        self._firsts = [run.first for run in runs]

    @property
    def is_changed(self) -> bool:
        return self.parse is not self.machine

    @property
    def changed(self) -> Iterator[tuple[int, int, Stretch]]:
        """(start, end, what is read there) of every stretch of the text in force that a person corrected."""
        return ((run.first, run.last, run.stretch) for run in self._runs if run.stretch is not None)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the machine's flow [start, end) stands in the text in force; what is corrected counts as a whole."""
        if not self._runs:
            return start, end
        run = self._runs[max(bisect_right(self._starts, start) - 1, 0)]
        first = run.last if start >= run.end else run.first + (0 if run.stretch else max(start - run.start, 0))
        if end <= start:
            return first, first
        run = self._runs[max(bisect_left(self._starts, end) - 1, 0)]
        is_whole = run.stretch is not None or end > run.end
        return first, max(first, run.last if is_whole else run.first + end - run.start)

    def back(self, first: int, last: int) -> tuple[int, int]:
        """Where [first, last) of the text in force stands in the machine's flow."""
        if not self._runs:
            return first, last
        run = self._runs[max(bisect_right(self._firsts, first) - 1, 0)]
        start = run.end if first >= run.last else run.start + (0 if run.stretch else max(first - run.first, 0))
        if last <= first:
            return start, start
        run = self._runs[max(bisect_left(self._firsts, last) - 1, 0)]
        is_whole = run.stretch is not None or last > run.last
        return start, max(start, run.end if is_whole else run.start + last - run.first)

    def words(self, start: int, end: int) -> str:
        """What the machine's flow [start, end) reads in force."""
        return text_between(self.parse, *self.span(start, end))

    def corrected_in(self, start: int, end: int) -> list[Stretch]:
        """The corrections that touch the machine's flow [start, end)."""
        found = (run.stretch for run in self._runs if run.stretch is not None)
        return [one for one in found if one.start < end and one.end > start]


def text_in_force(view: View) -> TextInForce:
    """The text in force of a view; made anew after what changed it."""
    if view.text is None:
        view.text = _made(view)
    return view.text


def text_between(parse: Parse | None, start: int, end: int) -> str:
    """The text of a parse's flow [start, end)."""
    found: list[str] = []
    paragraphs = parse.paragraphs if parse is not None else ()
    at = max(bisect_right(paragraphs, start, key=_start) - 1, 0)
    while at < len(paragraphs) and paragraphs[at].span[0] < end:
        first = paragraphs[at].span[0]
        found.append(paragraphs[at].text[max(start - first, 0) : max(end - first, 0)])
        at += 1
    return "".join(found)


def flow_spans(trace: Trace, places: Places) -> list[tuple[int, int]]:
    """The flow ranges of places with characters, in order."""
    return joined_spans(span for one in places if one.chars is not None for span in trace.spans(one.page, *one.chars))


def is_effective(record: Record) -> bool:
    """Whether a repair or boundary holds: not taken back, found, and its words the same as when it was made."""
    return not (record.get("deleted") or record.get("lost") or record.get("former") is not None)


def _made(view: View) -> TextInForce:
    parse = view.parse
    if parse is None:
        return TextInForce(None, None)
    sections = view.review.sections
    tables = [item for item in view.items("table") if item.overridden and isinstance(item.record, TableItem)]
    if not (sections["characters"] or sections["breaks"] or tables):
        return TextInForce(parse, parse)
    cells = {
        (at, name): str(item.value(name) or "")
        for item in tables
        for at, table in enumerate(parse.tables)
        if table is item.record
        for name in item.overridden
    }
    return _Writer(parse, cells).write(sections["characters"], sections["breaks"])


class _Row(NamedTuple):
    """A paragraph of the text in force: what parts of the machine's flow it is made of."""

    kind: str
    ranges: list[tuple[int, int]]
    places: Places
    stretch: Stretch | None = None  # what the machine has not in its text: an empty cell, running matter


class _Writer:
    """Puts the text in force together."""

    def __init__(self, parse: Parse, cells: dict[tuple[int, str], str]) -> None:
        self._parse = parse
        self._cells = cells
        self._trace = Trace(b"" if parse.trace is msgspec.UNSET else parse.trace)
        self._stretches: list[Stretch] = []
        self._runs: list[Run] = []
        self._inserted: dict[tuple[int, int], tuple[int, int]] = {}
        self._returned: dict[str, FurnitureItem] = {}
        self._at = 0

    def write(self, characters: dict[str, Record], breaks: dict[str, Record]) -> TextInForce:
        self._collect(characters)
        aside, back = self._set_aside(breaks), self._put_back(breaks)
        ops = {at: told for at, told in self._boundaries(breaks).items() if self._paragraph_at(at) not in aside}
        rows = self._rows(ops, aside, back)
        paragraphs = tuple(self._kept(row) if isinstance(row, ParagraphItem) else self._written(row) for row in rows)
        captions = any(name == "caption" for _, name in self._cells)
        if not (ops or captions or aside or any(run.stretch for run in self._runs)):
            return TextInForce(self._parse, self._parse)
        text = TextInForce(self._parse, self._parse, self._runs)
        trace = packed(segment for run in self._runs for segment in self._segments(run))
        furniture = self._furniture(aside)
        text.parse = msgspec.structs.replace(self._parse, paragraphs=paragraphs, trace=trace, furniture=furniture)
        tables = tuple(self._table(at, table, text) for at, table in enumerate(self._parse.tables))
        text.parse = msgspec.structs.replace(text.parse, tables=tables)
        text.boundaries = tuple(Boundary(text.span(at, at + 1)[0], op, key) for at, (op, key) in sorted(ops.items()))
        return text

    # -- what is corrected ---------------------------------------------------------------------------------------------

    def _collect(self, characters: dict[str, Record]) -> None:
        """Every stretch that reads otherwise, in order; of two that overlap the cell's, else the newer one."""
        found = list(self._cell_stretches())
        newest = sorted(characters.items(), key=lambda pair: (str(pair[1].get("at")), pair[0]), reverse=True)
        for key, record in newest:
            after = record.get("after")
            spans = flow_spans(self._trace, anchor_places(record.get("anchor"))) if is_effective(record) else []
            if not spans or not isinstance(after, str):
                continue
            start, end = spans[0][0], spans[-1][1]
            paragraph = self._parse.paragraphs[self._paragraph_at(start)]
            is_free = all(end <= one.start or start >= one.end for one in found)
            if end <= paragraph.span[1] and is_free:
                found.append(Stretch(start, end, after, "characters", key))
        self._stretches = sorted(one for one in found if text_between(self._parse, one.start, one.end) != one.text)

    def _cell_stretches(self) -> Iterator[Stretch]:
        for (at, name), words in self._cells.items():
            for row, column, start, end in self._parse.tables[at].cells:
                if name == f"r{row}c{column}" and start < end:
                    yield Stretch(start, end, words, "overrides", f"{at}/{name}")

    def _boundaries(self, breaks: dict[str, Record]) -> dict[int, tuple[str, str]]:
        """What is to be done at machine offsets, the newest word for each; only what changes anything."""
        found: dict[int, tuple[str, str]] = {}
        for key, record in sorted(breaks.items(), key=lambda pair: (str(pair[1].get("at")), pair[0])):
            spans = flow_spans(self._trace, anchor_places(record.get("anchor"))) if is_effective(record) else []
            if not spans:
                continue
            at = self._edge(spans[0][0])
            index = self._paragraph_at(at)
            paragraph = self._parse.paragraphs[index]
            is_first = at == paragraph.span[0]
            kinds = {paragraph.kind, self._parse.paragraphs[index - 1].kind if index and is_first else paragraph.kind}
            if "cell" not in kinds and record.get("op") == ("join" if is_first else "split") and at > 0:
                found[at] = str(record.get("op")), key
        return found

    def _set_aside(self, breaks: dict[str, Record]) -> frozenset[int]:
        """Indices of the paragraphs that a person took for running matter."""
        found: set[int] = set()
        for record in breaks.values():
            if record.get("op") == "aside" and is_effective(record):
                spans = flow_spans(self._trace, anchor_places(record.get("anchor")))
                index = self._paragraph_at(spans[0][0]) if spans else -1
                if spans and self._parse.paragraphs[index].span[0] == spans[0][0]:
                    found.add(index)
        return frozenset(found)

    def _put_back(self, breaks: dict[str, Record]) -> dict[int, list[_Row]]:
        """Running matter that a person took for text, by the paragraph before which it is read."""
        found: dict[int, list[_Row]] = {}
        for key, record in sorted(breaks.items()):
            places = anchor_places(record.get("anchor")) if record.get("op") == "body" and is_effective(record) else ()
            item = next((one for one in self._parse.furniture if overlap(one.places, places)), None)
            place = next((one for one in item.places if one.chars is not None), None) if item is not None else None
            if item is None or place is None or place.chars is None or key in self._returned:
                continue
            at = self._trace.first_at(place.page, place.chars[1])
            index = len(self._parse.paragraphs)
            start = self._parse.paragraphs[-1].span[1] if index else 0
            if at is not None:
                index = self._paragraph_at(at)
                index += self._parse.paragraphs[index].span[0] < at
                start = self._parse.paragraphs[index].span[0] if index < len(self._parse.paragraphs) else start
            self._returned[key] = item
            stretch = Stretch(start, start, item.text, "breaks", key)
            found.setdefault(index, []).append(_Row("body", [], item.places, stretch))
        return found

    def _furniture(self, aside: frozenset[int]) -> tuple[FurnitureItem, ...]:
        """Running matter in force."""
        kept = [one for one in self._parse.furniture if not any(one is other for other in self._returned.values())]
        taken = (self._parse.paragraphs[index] for index in sorted(aside))
        return (*kept, *(FurnitureItem("header", one.text, one.places) for one in taken))

    def _edge(self, at: int) -> int:
        """An offset put before the correction it lies in."""
        return next((one.start for one in self._stretches if one.start < at < one.end), at)

    def _paragraph_at(self, at: int) -> int:
        return max(bisect_right(self._parse.paragraphs, at, key=_start) - 1, 0)

    # -- what it makes -------------------------------------------------------------------------------------------------

    def _rows(
        self, ops: dict[int, tuple[str, str]], aside: frozenset[int], back: dict[int, list[_Row]]
    ) -> list[_Row | ParagraphItem]:
        """What the text in force is made of; paragraphs that stay whole as they are."""
        cuts = sorted(at for at, (op, _) in ops.items() if op == "split")
        empty = self._empty_cells()
        rows: list[_Row | ParagraphItem] = []
        for index, paragraph in enumerate(self._parse.paragraphs):
            rows += (*empty.get(index, ()), *back.get(index, ()))
            if index in aside:
                continue
            start, end = paragraph.span
            if start not in ops and (not cuts or bisect_right(cuts, start) == bisect_left(cuts, end)):
                rows.append(paragraph)
                continue
            inside = cuts[bisect_right(cuts, start) : bisect_left(cuts, end)]
            bounds = [start, *inside, end]
            parts = [_Row(paragraph.kind, [pair], paragraph.places) for pair in pairwise(bounds)]
            if start in ops and ops[start][0] == "join" and rows:
                before = _row_of(rows.pop())
                places = (*before.places, *paragraph.places)
                parts[0] = before._replace(ranges=[*before.ranges, *parts[0].ranges], places=places)
            rows += parts
        last = len(self._parse.paragraphs)
        return [*rows, *empty.get(last, ()), *back.get(last, ())]

    def _empty_cells(self) -> dict[int, list[_Row]]:
        """Cells that the machine found empty and a person filled, by the paragraph that follows them."""
        found: dict[int, list[_Row]] = {}
        for at, table in enumerate(self._parse.tables):
            for number, (row, column, start, end) in enumerate(table.cells):
                words = self._cells.get((at, f"r{row}c{column}"))
                if words and start == end:
                    index = bisect_left(self._parse.paragraphs, start, key=_start)
                    stretch = Stretch(start, start, words, "overrides", f"{at}/{number}")
                    found.setdefault(index, []).append(_Row("cell", [], (), stretch))
        return found

    def _kept(self, paragraph: ParagraphItem) -> ParagraphItem:
        """A paragraph that stays whole: nearly all of them, so this is quick."""
        start, end = paragraph.span
        if end - start != len(paragraph.text) or (self._stretches and self._within(start, end)):
            return self._written(_row_of(paragraph))
        first, self._at = self._at, self._at + end - start
        self._run(start, end, first)
        if first == start:
            return paragraph
        return ParagraphItem(paragraph.kind, paragraph.text, (first, self._at), paragraph.places)

    def _written(self, row: _Row) -> ParagraphItem:
        first = self._at
        words = []
        if row.stretch is not None:
            words.append(self._put(row.stretch.start, row.stretch.end, row.stretch))
            if row.stretch.section == "overrides":
                table, number = row.stretch.key.split("/")
                self._inserted[int(table), int(number)] = first, self._at
        for start, end in row.ranges:
            at = start
            for one in self._within(start, end):
                words += [self._put(at, one.start), self._put(one.start, one.end, one)]
                at = one.end
            words.append(self._put(at, end))
        kind: object = row.kind
        return ParagraphItem(kind, "".join(words), (first, self._at), row.places)  # type: ignore[arg-type]

    def _within(self, start: int, end: int) -> list[Stretch]:
        low = bisect_left(self._stretches, start, key=_first)
        return self._stretches[low : bisect_left(self._stretches, end, key=_first)]

    def _put(self, start: int, end: int, stretch: Stretch | None = None) -> str:
        words = stretch.text if stretch is not None else text_between(self._parse, start, end)
        if stretch is None and start == end:
            return ""
        first, self._at = self._at, self._at + len(words)
        self._run(start, end, first, stretch)
        return words

    def _run(self, start: int, end: int, first: int, stretch: Stretch | None = None) -> None:
        last = self._runs[-1] if self._runs else None
        if stretch is None and last is not None and last.stretch is None and last.end == start and last.last == first:
            self._runs[-1] = Run(last.start, end, last.first, self._at)
        else:
            self._runs.append(Run(start, end, first, self._at, stretch))

    def _segments(self, run: Run) -> Iterator[Segment]:
        parts = list(self._trace.places(run.start, run.end))
        if run.stretch is None:
            shift = run.first - run.start
            for start, end, page, raw, raw_end in parts:
                yield Segment(start + shift, end + shift, page, raw, raw_end)
            return
        item = self._returned.get(run.stretch.key)
        for place in item.places[:1] if item is not None else ():
            if place.chars is not None:
                yield Segment(run.first, run.last, place.page, *place.chars)
        length, total = run.last - run.first, max(run.end - run.start, 1)
        for part in parts:
            first = run.first + length * (part.start - run.start) // total
            last = run.first + length * (part.end - run.start) // total
            yield part._replace(start=first, end=last)

    def _table(self, at: int, table: TableItem, text: TextInForce) -> TableItem:
        rows = [list(row) for row in table.rows]
        cells = []
        for number, (row, column, start, end) in enumerate(table.cells):
            span = self._inserted.get((at, number)) or text.span(start, end)
            cells.append((row, column, *span))
            is_told = number < len(table.cells) and row < len(rows) and column < len(rows[row])
            if is_told and ((at, number) in self._inserted or text.corrected_in(start, end)):
                rows[row][column] = text_between(text.parse, *span)
        caption = self._cells.get((at, "caption"), table.caption)
        read = tuple(map(tuple, rows))
        return msgspec.structs.replace(table, rows=read, cells=tuple(cells), caption=caption)


def _row_of(row: _Row | ParagraphItem) -> _Row:
    return _Row(row.kind, [row.span], row.places) if isinstance(row, ParagraphItem) else row


def _start(paragraph: ParagraphItem) -> int:
    return paragraph.span[0]


def _first(stretch: Stretch) -> int:
    return stretch.start
