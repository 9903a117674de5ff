"""Blocks to the flow: text, paragraphs, tables, segments, fonts, repairs, and where furniture stands."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from engine.lexicon.damage import Damage
from engine.model.flow import (
    Cell,
    Flow,
    FontSpan,
    Furniture,
    Paragraph,
    ParagraphKind,
    Repair,
    Segment,
    Segments,
    Span,
    Style,
    Table,
)
from engine.model.page import FontRun, quads_of
from engine.model.place import Place
from engine.text.blanks import parts_words
from engine.text.furniture import Found
from engine.text.kinds import kinds_of
from engine.text.measures import Measures
from engine.text.records import Line, Running, Sheet, TableBlock
from engine.text.spelling import Piece, spelled
from engine.text.stream import Block
from engine.text.turning import sideways

_HYPHEN = re.compile(r"(?<![\w./-])[A-Za-z]{2,}-$")
_LOWER = re.compile(r"[a-z]")


def assemble(
    sheets: Sequence[Sheet],
    boxes: Mapping[int, array[float]],
    found: Found,
    blocks: list[Block],
    measures: Measures,
    damage: Damage | None,
) -> Flow:
    """The flow of blocks in the order of the text; the list of blocks is used up."""
    writer = _Writer(sheets, damage)
    kinds = kinds_of(blocks, measures)
    before: Block | None = None
    blocks.reverse()
    for kind in kinds:
        block = blocks.pop()  # lines are given up as they are written: they outweigh the flow
        if isinstance(block, TableBlock):
            writer.add_table(block, writer.caption_of(before))
        else:
            writer.add_paragraph(block, kind, _gap(before, block[0]))
        before = block
    by_number = {sheet.info.number: sheet for sheet in sheets}
    return Flow(
        text="".join(writer.pieces),
        paragraphs=tuple(writer.paragraphs),
        segments=writer.segments,
        fonts=tuple(writer.fonts),
        repairs=tuple(writer.repairs),
        tables=tuple(writer.tables),
        furniture=tuple(_furniture(running, by_number[running.page], boxes[running.page]) for running in found.running),
        pages=tuple(sheet.info for sheet in sheets),
        labels={
            sheet.info.number: found.labels.get(sheet.info.number) or sheet.info.label or str(sheet.info.number)
            for sheet in sheets
        },
        boxes=boxes,
    )


class _Writer:
    """Grows the flow's text and what belongs to each stretch of it."""

    def __init__(self, sheets: Sequence[Sheet], damage: Damage | None) -> None:
        self._sheets = {sheet.info.number: sheet for sheet in sheets}
        self._damage = damage
        self._at = 0
        self._styles: dict[Style, Style] = {}
        self.pieces: list[str] = []
        self.segments = Segments()
        self.fonts: list[FontSpan] = []
        self.repairs: list[Repair] = []
        self.paragraphs: list[Paragraph] = []
        self.tables: list[Table] = []

    def add_table(self, block: TableBlock, caption: Span | None) -> None:
        cells: list[Cell] = []
        for cell in block.cells:
            start = self._at
            if cell.lines:
                self.add_paragraph(cell.lines, "cell", 0.0)
            cells.append(Cell(cell.row, cell.column, start, self._at, cell.row_span, cell.column_span))
        self.tables.append(Table(block.rows, block.columns, tuple(cells), block.head_rows, caption))

    def caption_of(self, before: Block | None) -> Span | None:
        """The caption, if that is what stands right above the block that comes next."""
        if isinstance(before, list) and before[0].kind == "caption" and self.paragraphs:
            return Span(self.paragraphs[-1].start, self.paragraphs[-1].end)
        return None

    def add_paragraph(self, lines: Sequence[Line], kind: ParagraphKind, gap: float) -> None:
        start = self._at
        mended = spelled(lines, self._sheets, self._damage) if self._damage is not None else None
        if mended is None:
            starts = self._add_lines(lines)
        else:
            for piece in mended.pieces:
                self._add_piece(piece)
            starts = [start + line for line in mended.lines]
            for repair in mended.repairs:
                self.repairs.append(
                    Repair(start + repair.start, start + repair.end, repair.before, repair.rule, repair.certain)
                )
        if self._at > start:
            style = _style(lines, gap)
            style = self._styles.setdefault(style, style)
            self.paragraphs.append(Paragraph(kind, start, self._at, style, tuple(starts)))

    def _add_lines(self, lines: Sequence[Line]) -> list[int]:
        starts: list[int] = []
        for at, line in enumerate(lines):
            starts.append(self._at)
            after = lines[at + 1] if at + 1 < len(lines) else None
            if after is not None and _LOWER.match(after.text) and _HYPHEN.search(line.text):
                self._add_line(line, dropped=1)
                continue
            self._add_line(line)
            if after is not None and parts_words(line.text, after.text):
                self._add_blank(line)
        return starts

    def _add_line(self, line: Line, dropped: int = 0) -> None:
        """A line's text, without its last `dropped` characters."""
        text = line.text
        at = 0
        for start, end in line.ranges:
            stop = min(end, start + len(text) - dropped - at)
            if stop > start:
                self._add_piece(Piece(text[at : at + stop - start], line.page, start, stop))
            at += end - start

    def _add_piece(self, piece: Piece) -> None:
        begin = self._at
        self._at += len(piece.text)
        self.pieces.append(piece.text)
        self.segments.append(Segment(begin, self._at, piece.page, piece.start, piece.end))
        sheet = self._sheets[piece.page]
        first = max(bisect_right(sheet.fonts, piece.start, key=_font_start) - 1, 0)
        if len(piece.text) != piece.end - piece.start:
            if sheet.fonts:
                self._add_font(sheet.fonts[first], piece.text, begin, self._at)
            return
        shift = begin - piece.start
        for run in sheet.fonts[first:]:
            if run.start >= piece.end:
                break
            start, end = max(piece.start, run.start), min(piece.end, run.end)
            if end > start:
                self._add_font(run, piece.text[start - piece.start : end - piece.start], start + shift, end + shift)

    def _add_font(self, run: FontRun, text: str, start: int, end: int) -> None:
        """Latin letters and digits in a face of their own within Chinese text do not begin a new span."""
        last = self.fonts[-1] if self.fonts else None
        if last is not None and (last.end, last.size, last.bold) == (start, run.size, run.bold):
            is_latin = text.isascii()
            if is_latin or last.name == run.name:
                self.fonts[-1] = FontSpan(last.start, end, last.name, last.size, last.bold)
                return
        self.fonts.append(FontSpan(start, end, run.name, run.size, run.bold))

    def _add_blank(self, line: Line) -> None:
        at = line.ranges[-1][1]
        raw = self._sheets[line.page].text
        if at < len(raw) and raw[at].isspace():
            self._add_piece(Piece(" ", line.page, at, at + 1))


def _font_start(run: FontRun) -> int:
    return run.start


def _gap(before: Block | None, first: Line) -> float:
    """White space above a paragraph's first line in points, 0 where it cannot be told."""
    if isinstance(before, TableBlock):
        return max(0.0, round(before.box.bottom - first.top, 1)) if before.page == first.page else 0.0
    last = before[-1] if before else None
    if last is None or last.page != first.page or last.centre < first.centre:
        return 0.0
    return max(0.0, round(last.centre - first.centre - (last.size + first.size) / 2, 1))


def _style(lines: Sequence[Line], gap: float) -> Style:
    first = lines[0]
    after = lines[1] if len(lines) > 1 else first
    return Style(
        size=first.size,
        bold=first.bold,
        font=first.font,
        align=first.align,
        indent=round(first.left - first.column[0], 1),
        margin=round(after.left - after.column[0], 1),
        gap=gap,
    )


def _furniture(running: Running, sheet: Sheet, boxes: array[float]) -> Furniture:
    if running.picture is not None:
        quad = sideways(running.picture, sheet.info.box, sheet.turn).quad()
        return Furniture(running.kind, "", (Place(running.page, None, (quad,)),))
    places = tuple(
        Place(running.page, (start, end), tuple(box.quad() for box in quads_of(boxes, start, end)))
        for start, end in running.ranges
    )
    return Furniture(running.kind, " ".join(sheet.text[start:end] for start, end in running.ranges), places)
