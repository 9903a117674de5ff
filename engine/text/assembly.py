"""Grouped lines to the flow: text, paragraphs, segments, fonts, and where furniture stands."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from engine.model.flow import Flow, FontSpan, Furniture, Paragraph, Segment, Style
from engine.model.page import FontRun, quads_of
from engine.model.place import Place
from engine.text.blanks import parts_words
from engine.text.furniture import Found, Running
from engine.text.paragraphs import is_centred
from engine.text.records import Line, Sheet


class _Writer:
    """Grows the flow's text and what belongs to each stretch of it."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self.sheets = {sheet.info.number: sheet for sheet in sheets}
        self.pieces: list[str] = []
        self.at = 0
        self.segments: list[Segment] = []
        self.fonts: list[FontSpan] = []
        self.paragraphs: list[Paragraph] = []

    def add_paragraph(self, lines: list[Line]) -> None:
        start = self.at
        starts: list[int] = []
        for at, line in enumerate(lines):
            starts.append(self.at)
            self._add_line(line)
            if at + 1 < len(lines) and parts_words(line.text, lines[at + 1].text):
                self._add_blank(line)
        self.paragraphs.append(Paragraph("body", start, self.at, _style(lines), tuple(starts)))

    def _add_line(self, line: Line) -> None:
        sheet = self.sheets[line.page]
        self.pieces.append(line.text)
        for start, end in line.ranges:
            self.segments.append(Segment(self.at, self.at + end - start, line.page, start, end))
            self._add_fonts(sheet, start, end)
            self.at += end - start

    def _add_fonts(self, sheet: Sheet, start: int, end: int) -> None:
        at = bisect_right(sheet.fonts, start, key=_font_start) - 1
        for run in sheet.fonts[max(at, 0) :]:
            if run.start >= end:
                break
            self._add_font(run, sheet.text, max(start, run.start), min(end, run.end), self.at - start)

    def _add_font(self, run: FontRun, text: str, start: int, end: int, shift: int) -> None:
        """Latin letters and digits in a face of their own within Chinese text do not begin a new span."""
        if end <= start:
            return
        last = self.fonts[-1] if self.fonts else None
        if last is not None and last.size == run.size and last.bold == run.bold and last.end == start + shift:
            same = last.name == run.name or text[start:end].isascii()
            if same:
                self.fonts[-1] = FontSpan(last.start, end + shift, last.name, last.size, last.bold)
                return
        self.fonts.append(FontSpan(start + shift, end + shift, run.name, run.size, run.bold))

    def _add_blank(self, line: Line) -> None:
        raw, at = self.sheets[line.page].text, line.ranges[-1][1]
        if at < len(raw) and raw[at].isspace():
            self.pieces.append(" ")
            self.segments.append(Segment(self.at, self.at + 1, line.page, at, at + 1))
            self.at += 1


def _font_start(run: FontRun) -> int:
    return run.start


def assemble(
    sheets: Sequence[Sheet], boxes: Mapping[int, array[float]], found: Found, groups: list[list[Line]]
) -> Flow:
    """The flow of paragraphs given as groups of lines."""
    writer = _Writer(sheets)
    texts = {sheet.info.number: sheet.text for sheet in sheets}
    for group in groups:
        writer.add_paragraph(group)
    return Flow(
        text="".join(writer.pieces),
        paragraphs=tuple(writer.paragraphs),
        segments=tuple(writer.segments),
        fonts=tuple(writer.fonts),
        furniture=tuple(_furniture(running, texts, boxes) for running in found.running),
        pages=tuple(sheet.info for sheet in sheets),
        labels={
            sheet.info.number: found.labels.get(sheet.info.number) or sheet.info.label or str(sheet.info.number)
            for sheet in sheets
        },
        boxes=boxes,
    )


def _style(lines: list[Line]) -> Style:
    first = lines[0]
    after = lines[1] if len(lines) > 1 else first
    return Style(
        size=first.size,
        bold=first.bold,
        font=first.font,
        align="centre" if is_centred(first) else "left",
        indent=first.left - first.column[0],
        margin=after.left - after.column[0],
    )


def _furniture(running: Running, texts: Mapping[int, str], boxes: Mapping[int, array[float]]) -> Furniture:
    raw = texts[running.page]
    places = tuple(
        Place(
            running.page,
            (part.start, part.end),
            tuple(box.quad() for box in quads_of(boxes[running.page], part.start, part.end)),
        )
        for part in running.fragments
    )
    return Furniture(running.kind, " ".join(raw[part.start : part.end] for part in running.fragments), places)
