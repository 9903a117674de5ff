"""The text in force: what the machine read with the characters, paragraph boundaries and table cells that people
corrected.

Pure. Made when first asked for after a change (`text_in_force`), out of the text before it: what lies between two
corrections is moved as a whole. Never stored: records hold pages and raw characters.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from engine.anchoring.anchor import anchor_places
from engine.editing.corrected_text import (
    Boundary,
    Kept,
    MachineText,
    Run,
    Stretch,
    TextInForce,
    flow_spans,
    is_effective,
    text_between,
)
from engine.editing.review import Record
from engine.model.flow import Segment
from engine.model.parse import FurnitureItem, ParagraphItem, TableItem
from engine.model.place import Places, overlap
from engine.model.trace import packed

if TYPE_CHECKING:
    from engine.editing.view import View


def text_in_force(view: View) -> TextInForce:
    """The text in force of a view; made anew after what changed it."""
    if view.text is None or view.is_text_stale:
        view.text = _made(view, view.text)
        view.is_text_stale = False
    return view.text


def _made(view: View, former: TextInForce | None) -> TextInForce:
    parse = view.parse
    if parse is None:
        return TextInForce(None, None)
    machine = former.made_of if former is not None and former.made_of is not None else MachineText(parse)
    sections = view.review.sections
    tables = [item for item in view.items("table") if item.overridden and isinstance(item.record, TableItem)]
    if not (sections["characters"] or sections["breaks"] or tables):
        return TextInForce(machine, parse)
    cells = {
        (at, name): str(item.value(name) or "")
        for item in tables
        for at, table in enumerate(parse.tables)
        if table is item.record
        for name in item.overridden
    }
    writer = _Writer(former or TextInForce(machine, parse), machine, cells)
    return writer.write(sections["characters"], sections["breaks"])


class _Row(NamedTuple):
    """A paragraph of the text in force: what parts of the machine's flow it is made of."""

    kind: str
    ranges: list[tuple[int, int]]
    places: Places
    stretch: Stretch | None = None  # what the machine has not in its text: an empty cell, running matter


class _Untouched(NamedTuple):
    """Paragraphs [start, end) of the machine's that are only moved."""

    start: int
    end: int


class _Writer:
    """Puts the text in force together."""

    def __init__(self, former: TextInForce, machine: MachineText, cells: dict[tuple[int, str], str]) -> None:
        """`former` is the text before what changed: what stands there as it will stand is taken from it."""
        self._former = former
        self._machine = machine
        self._parse = machine.parse
        self._cells = cells
        self._trace = machine.trace
        self._paragraph_at = machine.paragraph_at
        self._stretches: list[Stretch] = []
        self._runs: list[Run] = []
        self._inserted: dict[tuple[int, int], tuple[int, int]] = {}
        self._returned: dict[str, FurnitureItem] = {}
        self._kept: list[Kept] = []
        self._paragraphs: list[ParagraphItem] = []
        self._at = 0

    def write(self, characters: dict[str, Record], breaks: dict[str, Record]) -> TextInForce:
        self._collect(characters)
        aside, back = self._set_aside(breaks), self._put_back(breaks)
        ops = {at: told for at, told in self._boundaries(breaks).items() if self._paragraph_at(at) not in aside}
        for row in self._rows(ops, aside, back):
            if isinstance(row, _Untouched):
                self._keep(row)
            else:
                self._paragraphs.append(self._whole(row) if isinstance(row, ParagraphItem) else self._written(row))
        captions = any(name == "caption" for _, name in self._cells)
        if not (ops or captions or aside or any(run.stretch for run in self._runs)):
            return TextInForce(self._machine, self._parse)
        text = TextInForce(self._machine, self._parse, self._runs)
        text.kept = tuple(self._kept)
        text.parse = msgspec.structs.replace(
            self._parse,
            paragraphs=tuple(self._paragraphs),
            trace=b"".join(map(self._segments, self._runs)),
            furniture=self._furniture(aside),
        )
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

    # -- what it makes -------------------------------------------------------------------------------------------------

    def _rows(
        self, ops: dict[int, tuple[str, str]], aside: frozenset[int], back: dict[int, list[_Row]]
    ) -> list[_Row | ParagraphItem | _Untouched]:
        """What the text in force is made of."""
        cuts = sorted(at for at, (op, _) in ops.items() if op == "split")
        empty = self._empty_cells()
        rows: list[_Row | ParagraphItem | _Untouched] = []
        done, last = 0, len(self._parse.paragraphs)
        for index in sorted(self._touched(ops).union(aside, empty, back) - {last}):
            if done < index:
                rows.append(_Untouched(done, index))
            done = index + 1
            rows += (*empty.get(index, ()), *back.get(index, ()))
            if index in aside:
                continue
            paragraph = self._parse.paragraphs[index]
            start, end = paragraph.span
            inside = cuts[bisect_right(cuts, start) : bisect_left(cuts, end)]
            if start not in ops and not inside:
                rows.append(paragraph)
                continue
            bounds = [start, *inside, end]
            parts = [_Row(paragraph.kind, [pair], paragraph.places) for pair in pairwise(bounds)]
            if start in ops and ops[start][0] == "join" and rows:
                before = self._taken_off(rows)
                places = (*before.places, *paragraph.places)
                parts[0] = before._replace(ranges=[*before.ranges, *parts[0].ranges], places=places)
            rows += parts
        if done < last:
            rows.append(_Untouched(done, last))
        return [*rows, *empty.get(last, ()), *back.get(last, ())]

    def _touched(self, ops: dict[int, tuple[str, str]]) -> set[int]:
        """Indices of the paragraphs that are not only moved."""
        found = {*self._machine.odd}
        for at in ops:
            past = bisect_right(self._parse.paragraphs, at, key=_start)
            found.update(range(min(bisect_left(self._parse.paragraphs, at, key=_start), past - 1), past))
        for one in self._stretches:
            found.update(range(self._paragraph_at(one.start), self._paragraph_at(max(one.end - 1, one.start)) + 1))
        return found

    def _taken_off(self, rows: list[_Row | ParagraphItem | _Untouched]) -> _Row:
        """The last row, taken off."""
        row = rows.pop()
        if not isinstance(row, _Untouched):
            return _row_of(row)
        if row.start < row.end - 1:
            rows.append(_Untouched(row.start, row.end - 1))
        return _row_of(self._parse.paragraphs[row.end - 1])

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

    def _keep(self, row: _Untouched) -> None:
        """Paragraphs that are only moved: nearly all of them, so no step is taken for each."""
        start, end = self._parse.paragraphs[row.start].span[0], self._parse.paragraphs[row.end - 1].span[1]
        first, self._at = self._at, self._at + end - start
        self._run(start, end, first)
        self._kept.append(Kept(row.start, row.end, first - start, len(self._paragraphs)))
        self._paragraphs += self._former.moved(row.start, row.end, first - start)

    def _whole(self, paragraph: ParagraphItem) -> ParagraphItem:
        """A paragraph that is neither divided nor joined."""
        start, end = paragraph.span
        if end - start != len(paragraph.text) or self._within(start, end):
            return self._written(_row_of(paragraph))
        first, self._at = self._at, self._at + end - start
        self._run(start, end, first)
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

    def _segments(self, run: Run) -> bytes:
        """Where a run stands on the pages, packed."""
        if run.stretch is None:
            return self._trace.moved(run.start, run.end, run.first - run.start)
        return packed(self._segments_of(run, run.stretch))

    def _segments_of(self, run: Run, stretch: Stretch) -> Iterator[Segment]:
        item = self._returned.get(stretch.key)
        for place in item.places[:1] if item is not None else ():
            if place.chars is not None:
                yield Segment(run.first, run.last, place.page, *place.chars)
        length, total = run.last - run.first, max(run.end - run.start, 1)
        for part in self._trace.places(run.start, run.end):
            first = run.first + length * (part.start - run.start) // total
            last = run.first + length * (part.end - run.start) // total
            yield part._replace(start=first, end=last)

    def _table(self, at: int, table: TableItem, text: TextInForce) -> TableItem:
        if table.cells and all(one != at for one, _ in self._cells):
            start, end = min(cell[2] for cell in table.cells), max(cell[3] for cell in table.cells)
            shift = text.span(start, end)[0] - start
            if text.span(start, end) == (start + shift, end + shift) and not text.corrected_in(start, end):
                moved = tuple((row, column, low + shift, high + shift) for row, column, low, high in table.cells)
                return msgspec.structs.replace(table, cells=moved) if shift else table
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
