"""Two text engines over one PDF, and where each character of the one stands in the text of the other.

pypdf tells at which point of the page each stretch of its text begins; PDFium has a box for every character. A stretch
belongs to the boxes on its line from that point on, up to the next stretch; within the line both are paired in order.
"""

from __future__ import annotations

import io
import logging
import warnings
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import pypdf
from rapidfuzz.distance import Levenshtein

from engine.anchoring.normalise import normal_character, normal_text
from engine.errors import PiyueError
from engine.pdf.reader import PdfFile


class Stretch(NamedTuple):
    """Characters [start, end) of pypdf's page text; the point they begin at, in PDF page space."""

    start: int
    end: int
    x: float
    y: float


class TwinPage(NamedTuple):
    """One page read twice: PDFium's text with four floats a character (x0, y0, x1, y1), and pypdf's with its
    stretches."""

    number: int
    own: str
    boxes: Sequence[float]
    other: str
    stretches: tuple[Stretch, ...]

    def truth(self) -> dict[int, int]:
        """Which character of pypdf's text stands where a character of PDFium's text stands, by raw offsets."""
        pairs: dict[int, int] = {}
        for stretch, members in zip(self.stretches, self._members(), strict=True):
            there = [at for at in range(stretch.start, stretch.end) if normal_character(self.other[at])]
            for own, other in _paired([self.own[at] for at in members], [self.other[at] for at in there]):
                pairs[members[own]] = there[other]
        return pairs

    def share_placed(self) -> float:
        """How many of PDFium's characters have the same one of pypdf's where they stand, 0 to 1: of text that is drawn
        scaled, turned or as a figure pypdf tells points that are not on the page, and nothing is to be judged by."""
        told = [at for at, char in enumerate(self.own) if normal_character(char)]
        pairs = self.truth()
        same = sum(normal_character(self.own[at]) == normal_character(self.other[pairs[at]]) for at in pairs)
        return same / len(told) if told else 0.0

    def _members(self) -> list[list[int]]:
        """Of each stretch the characters of PDFium's text whose boxes stand on its line, from left to right."""
        members: list[list[int]] = [[] for _ in self.stretches]
        shown = [
            at for at, char in enumerate(self.own) if normal_character(char) and self._box(at)[2] > self._box(at)[0]
        ]
        heights = sorted(self._box(at)[3] - self._box(at)[1] for at in shown)
        size = heights[len(heights) // 2] if heights else 0.0
        for at in shown:
            chosen = self._stretch_at(*self._box(at), size)
            if chosen is not None:
                members[chosen].append(at)
        return [sorted(one, key=lambda at: self._box(at)[0]) for one in members]

    def _box(self, at: int) -> tuple[float, float, float, float]:
        x0, y0, x1, y1 = self.boxes[4 * at : 4 * at + 4]
        return x0, y0, x1, y1

    def _stretch_at(self, x0: float, y0: float, x1: float, _y1: float, size: float) -> int | None:
        """The stretch that begins last before this place, its base line at the box or a little below it (一 floats)."""
        for below in (0.25 * size, 0.6 * size):
            lines = ((one.x, at) for at, one in enumerate(self.stretches) if y0 - below <= one.y <= y0 + 0.5 * size)
            before = [(x, at) for x, at in lines if x <= (x0 + x1) / 2]
            if before:
                return max(before)[1]
        return None


def _paired(own: list[str], other: list[str]) -> Iterator[tuple[int, int]]:
    """Characters of one line in both engines: equal ones in order, what lies between by its share of the way."""
    left, right = [normal_character(char) for char in own], [normal_character(char) for char in other]
    for block in Levenshtein.opcodes(left, right):
        source, target = block.src_end - block.src_start, block.dest_end - block.dest_start
        if target:
            for step in range(source):
                yield block.src_start + step, block.dest_start + step * target // source


def twin_pages(data: bytes, *, pages: int) -> list[TwinPage]:
    """The first pages of a PDF read by both engines; none where one of them cannot open it."""
    try:
        pdf = PdfFile.open(data)
    except PiyueError:
        return []
    own = [(number, *pdf.text(number)) for number in range(1, min(pdf.page_count, pages) + 1)]
    pdf.close()
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            reader = pypdf.PdfReader(io.BytesIO(data))
            return [TwinPage(number, text, boxes, *_read(reader, number)) for number, text, boxes in own]
        except Exception:  # noqa: BLE001 - whatever pypdf does with a PDF is not what is measured
            return []


def _read(reader: Any, number: int) -> tuple[str, tuple[Stretch, ...]]:
    stretches: list[Stretch] = []
    pieces: list[str] = []

    def visit(text: str, cm: list[float], tm: list[float], _font: object, _size: float) -> None:
        start = sum(map(len, pieces))
        x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        pieces.append(text)
        last = stretches[-1] if stretches else None
        if last and last.end == start and "\n" not in pieces[-2][-1:] + text[:1] and abs(last.y - y) < 2:
            stretches[-1] = Stretch(last.start, start + len(text), min(x, last.x), last.y)  # one line goes on
        elif text.strip():
            stretches.append(Stretch(start, start + len(text), x, y))

    whole = reader.pages[number - 1].extract_text(visitor_text=visit)
    return ("".join(pieces), tuple(stretches)) if whole.strip() else ("", ())


def share_read(pages: Sequence[TwinPage]) -> float:
    """How many of PDFium's Chinese characters pypdf read too, 0 to 1, wherever they stand; 0 for a PDF with few."""
    own, other = (Counter(char for text in side for char in normal_text(text) if "\u4e00" <= char <= "\u9fff")
                  for side in ([page.own for page in pages], [page.other for page in pages]))  # fmt: skip
    return (own & other).total() / own.total() if own.total() > 300 else 0.0
