"""The characters of one page where the reader sees them: lines, the caret nearest a point, words.

Works in displayed points (origin top-left, after rotation), so that text of a turned page has lines like any other.

Annotations are real here: as strings those of the named tuples would each be compiled before page one.
"""

from collections.abc import Sequence
from typing import NamedTuple

from engine.model.geometry import Box, Quad
from gui.bridge.geometry import PageGeometry

_OVERLAP = 0.4  # share of the lower height by which characters of one line overlap
_LEAP = 6  # heights a line may leap over to the right before it counts as another column
_UPRIGHT = 3  # a point above or below a line is this much farther away than one beside it


class Line(NamedTuple):
    """Characters [start, end) that stand on one line, in displayed points (y grows downwards)."""

    start: int
    end: int
    box: Box


class PageText:
    """Text of a page with one box a code point, both as the page worker reads them."""

    def __init__(self, geometry: PageGeometry, text: str, boxes: Sequence[float]) -> None:
        self.geometry = geometry._replace(scale=1.0)
        self.text = text
        self._boxes = boxes
        self._lines: tuple[Line, ...] | None = None

    @property
    def lines(self) -> tuple[Line, ...]:
        """The printed lines, in the order of the text; found when first asked for."""
        if self._lines is None:
            self._lines = self._find_lines()
        return self._lines

    def box(self, index: int) -> Box | None:
        """Where a character is displayed; None for blanks and breaks that paint nothing."""
        at = 4 * index
        raw = Box(self._boxes[at], self._boxes[at + 1], self._boxes[at + 2], self._boxes[at + 3])
        return None if raw.is_empty() else self.geometry.box_to_view(raw)

    def line_near(self, across: float, down: float) -> Line | None:
        """The line nearest a point."""
        return min(self.lines, key=lambda line: _distance(line.box, across, down), default=None)

    def caret_at(self, across: float, down: float) -> int:
        """The gap between characters nearest a point: 0 to len(text)."""
        line = self.line_near(across, down)
        if line is None:
            return 0
        caret = line.start
        for index in range(line.start, line.end):
            box = self.box(index)
            if box is not None and across > (box.left + box.right) / 2:
                caret = index + 1
        return caret

    def is_over(self, across: float, down: float) -> bool:
        """Whether a point lies on a line of text."""
        line = self.line_near(across, down)
        return line is not None and _distance(line.box, across, down) <= 2.0

    def caret_box(self, caret: int) -> Box | None:
        """Where a caret is drawn, a point wide; None on a page without text."""
        line = self.line_of(caret)
        if line is None:
            return None
        before = self.box(caret - 1) if line.start < caret <= line.end else None
        after = self.box(caret) if caret < line.end else None
        edge = after.left if after is not None else before.right if before is not None else line.box.left
        return Box(edge - 0.5, line.box.bottom, edge + 0.5, line.box.top)

    def line_of(self, caret: int) -> Line | None:
        """The line a caret stands on: of two that meet there the later one; else the last one before it."""
        found = next((line for line in reversed(self.lines) if line.start <= caret), None)
        return found or (self.lines[0] if self.lines else None)

    def word_at(self, caret: int) -> tuple[int, int]:
        """The word around a caret: a run of letters, of digits, or of Chinese characters up to the punctuation."""
        if not self.text:
            return 0, 0
        at = min(caret, len(self.text) - 1)
        kind = _kind(self.text[at])
        start, end = at, at + 1
        while start > 0 and _kind(self.text[start - 1]) == kind:
            start -= 1
        while end < len(self.text) and _kind(self.text[end]) == kind:
            end += 1
        return start, end

    def line_at(self, caret: int) -> tuple[int, int]:
        """The printed line that holds a caret."""
        line = self.line_of(caret)
        return (line.start, line.end) if line is not None else (caret, caret)

    def boxes(self, start: int, end: int) -> list[Box]:
        """Displayed boxes of characters [start, end), one a line."""
        found: list[Box] = []
        for line in self.lines:
            low, high = max(start, line.start), min(end, line.end)
            if low >= high:
                continue
            parts = [box for box in map(self.box, range(low, high)) if box is not None]
            if parts:
                left, right = min(part.left for part in parts), max(part.right for part in parts)
                found.append(Box(left, line.box.bottom, right, line.box.top))
        return found

    def quads(self, start: int, end: int) -> tuple[Quad, ...]:
        """Quads in page space of characters [start, end), one a line."""
        return tuple(self.geometry.box_to_page(box).quad() for box in self.boxes(start, end))

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """The range without blanks and breaks at its ends."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return start, end

    def _find_lines(self) -> tuple[Line, ...]:
        lines: list[Line] = []
        for index in range(min(len(self.text), len(self._boxes) // 4)):
            box = self.box(index)
            if box is None:
                continue
            if lines and _continues(lines[-1].box, box):
                lines[-1] = Line(lines[-1].start, index + 1, lines[-1].box.union(box))
            else:
                lines.append(Line(index, index + 1, box))
        return tuple(lines)


def _is_wide(sign: str) -> bool:
    """Chinese characters and full-width punctuation."""
    return sign >= "⺀" or sign in "“”‘’—…·"


def _kind(sign: str) -> str:
    if sign.isdecimal() or sign in ".%‰,":
        return "digit"
    if sign.isspace():
        return "blank"
    if sign.isalpha():
        return "chinese" if _is_wide(sign) else "latin"
    return "sign"


def _continues(line: Box, box: Box) -> bool:
    overlap = min(line.top, box.top) - max(line.bottom, box.bottom)
    if overlap <= _OVERLAP * min(line.height, box.height):
        return False
    return box.right > line.left and box.left < line.right + _LEAP * max(line.height, box.height)


def _distance(box: Box, across: float, down: float) -> float:
    beside = max(box.left - across, across - box.right, 0.0)
    above = max(box.bottom - down, down - box.top, 0.0)
    return beside + _UPRIGHT * above
