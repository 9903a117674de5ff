"""The characters of one page where the reader sees them: lines, the caret nearest a point, words.

Points and boxes are in displayed points (origin top-left, after rotation); lines are found in those of the page turned
so that its text runs from left to right, so that text on its side, or set downwards, has lines like any other.

Annotations are real here: as strings those of the named tuples would each be compiled before page one.
"""

from collections.abc import Sequence
from typing import NamedTuple

from engine.model.geometry import Box, Quad
from gui.bridge.geometry import PageGeometry
from gui.bridge.text import word_around

_OVERLAP = 0.4  # share of the lower height by which characters of one line overlap
_LEAP = 6  # heights a line may leap over to the right before it counts as another column
_SIDES = {"right": 0, "down": 90, "left": 180, "up": 270}  # degrees clockwise that text is turned by
_SAMPLE = 400  # characters whose direction is looked at
_UPRIGHT = 3  # a point above or below a line is this much farther away than one beside it


class Line(NamedTuple):
    """Characters [start, end) that stand on one line; `box` on the page turned upright for its text (y downwards)."""

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
        self._upright: PageGeometry | None = None

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

    @property
    def upright(self) -> PageGeometry:
        """The page turned so that most of its text runs from left to right."""
        if self._upright is None:
            turn = (self.geometry.turn - _SIDES[self._direction()]) % 360
            self._upright = self.geometry._replace(turn=turn)
        return self._upright

    def laid(self, index: int) -> Box | None:
        """Where a character lies on the upright page; None for what paints nothing."""
        if self.upright.turn == self.geometry.turn:
            return self.box(index)
        box = self.box(index)
        return None if box is None else self.upright.box_to_view(self.geometry.box_to_page(box))

    def line_near(self, across: float, down: float) -> Line | None:
        """The line nearest a displayed point."""
        x, y = self._upright_point(across, down)
        return min(self.lines, key=lambda line: _distance(line.box, x, y), default=None)

    def caret_at(self, across: float, down: float) -> int:
        """The gap between characters nearest a point: 0 to len(text)."""
        line = self.line_near(across, down)
        return 0 if line is None else self.nearest_gap(line, self._upright_point(across, down)[0])

    def nearest_gap(self, line: Line, x: float) -> int:
        """The gap of a line nearest an abscissa of the upright page."""
        caret = line.start
        for index in range(line.start, line.end):
            box = self.laid(index)
            if box is not None and x > (box.left + box.right) / 2:
                caret = index + 1
        return caret

    def is_over(self, across: float, down: float) -> bool:
        """Whether a displayed point lies on a line of text."""
        line = self.line_near(across, down)
        return line is not None and _distance(line.box, *self._upright_point(across, down)) <= 2.0

    def caret_box(self, caret: int) -> Box | None:
        """Where a caret is displayed, a point thick; None on a page without text."""
        line = self.line_of(caret)
        if line is None:
            return None
        edge = self.abscissa(caret)
        return self._displayed(Box(edge - 0.5, line.box.bottom, edge + 0.5, line.box.top))

    def abscissa(self, caret: int) -> float:
        """How far to the right a caret stands on the upright page, 0.0 on a page without text."""
        line = self.line_of(caret)
        if line is None:
            return 0.0
        before = self.laid(caret - 1) if line.start < caret <= line.end else None
        after = self.laid(caret) if caret < line.end else None
        return after.left if after is not None else before.right if before is not None else line.box.left

    def line_of(self, caret: int) -> Line | None:
        """The line a caret stands on: of two that meet there the later one; else the last one before it."""
        found = next((line for line in reversed(self.lines) if line.start <= caret), None)
        return found or (self.lines[0] if self.lines else None)

    def word_at(self, caret: int) -> tuple[int, int]:
        """The word around a caret: a run of letters, of digits, or of Chinese characters up to the punctuation."""
        return word_around(self.text, caret)

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
            parts = [box for box in map(self.laid, range(low, high)) if box is not None]
            if parts:
                left, right = min(part.left for part in parts), max(part.right for part in parts)
                found.append(self._displayed(Box(left, line.box.bottom, right, line.box.top)))
        return found

    def quads(self, start: int, end: int) -> tuple[Quad, ...]:
        """Quads in page space of characters [start, end), one a line."""
        return tuple(self.geometry.box_to_page(box).quad() for box in self.boxes(start, end))

    def point_in(self, box: Box, along: float, down: float) -> tuple[float, float]:
        """The displayed point at shares of a box of page space, along its line of text and down across it."""
        laid = self.upright.box_to_view(box)
        x, y = laid.left + along * laid.width, laid.bottom + down * laid.height
        return self.geometry.to_view(*self.upright.to_page(x, y))

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """The range without blanks and breaks at its ends."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return start, end

    def _displayed(self, box: Box) -> Box:
        """A box of the upright page as displayed."""
        if self.upright.turn == self.geometry.turn:
            return box
        return self.geometry.box_to_view(self.upright.box_to_page(box))

    def _upright_point(self, across: float, down: float) -> tuple[float, float]:
        if self.upright.turn == self.geometry.turn:
            return across, down
        return self.upright.to_view(*self.geometry.to_page(across, down))

    def _direction(self) -> str:
        """Where the text goes on from one character to the next, by most of the first ones."""
        votes = dict.fromkeys(_SIDES, 0)
        before: Box | None = None
        for index in range(min(len(self.text), len(self._boxes) // 4, _SAMPLE)):
            box = self.box(index)
            if box is not None and before is not None:
                x, y = (
                    box.left + box.right - before.left - before.right,
                    box.top + box.bottom - before.top - before.bottom,
                )
                reach = 4 * max(box.width, box.height, before.width, before.height)
                if max(abs(x), abs(y)) <= reach and abs(abs(x) - abs(y)) > 0.1 * reach:
                    votes[("right" if x > 0 else "left") if abs(x) > abs(y) else ("down" if y > 0 else "up")] += 1
            before = box
        return max(votes, key=lambda side: votes[side])

    def _find_lines(self) -> tuple[Line, ...]:
        lines: list[Line] = []
        for index in range(min(len(self.text), len(self._boxes) // 4)):
            box = self.laid(index)
            if box is None:
                continue
            if lines and _continues(lines[-1].box, box):
                lines[-1] = Line(lines[-1].start, index + 1, lines[-1].box.union(box))
            else:
                lines.append(Line(index, index + 1, box))
        return tuple(lines)


def _continues(line: Box, box: Box) -> bool:
    overlap = min(line.top, box.top) - max(line.bottom, box.bottom)
    if overlap <= _OVERLAP * min(line.height, box.height):
        return False
    return box.right > line.left and box.left < line.right + _LEAP * max(line.height, box.height)


def _distance(box: Box, across: float, down: float) -> float:
    beside = max(box.left - across, across - box.right, 0.0)
    above = max(box.bottom - down, down - box.top, 0.0)
    return beside + _UPRIGHT * above
