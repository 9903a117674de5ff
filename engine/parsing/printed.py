"""Lines as printed: the flow drops blanks beside Chinese characters, but “1　总则” and “市长　张三” need them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import NamedTuple

from engine.model.flow import Flow


class PrintedLine(NamedTuple):
    """A stretch of the flow with its dropped blanks put back. `added` are the offsets in `text` of those blanks."""

    text: str
    added: tuple[int, ...] = ()

    def back(self, offset: int) -> int:
        """The offset in the flow's stretch of an offset in `text`."""
        return offset - bisect_left(self.added, offset)


class Print:
    """Knows where the pages of one flow have blanks between characters that follow each other in it on one line."""

    def __init__(self, flow: Flow) -> None:
        self._flow = flow
        starts = {start for paragraph in flow.paragraphs for start in paragraph.lines}
        self._gaps = [
            later.start
            for before, later in pairwise(flow.segments)
            if before.end == later.start
            and before.page == later.page
            and later.raw_start > before.raw_end
            and later.start not in starts
        ]

    def line(self, start: int, end: int) -> PrintedLine:
        """Flow [start, end) as printed."""
        text = self._flow.text[start:end]
        gaps = self._gaps[bisect_right(self._gaps, start) : bisect_left(self._gaps, end)]
        added: list[int] = []
        pieces: list[str] = []
        at = 0
        for gap in gaps:
            cut = gap - start
            if text[cut - 1].isspace() or text[cut].isspace():
                continue
            pieces.append(text[at:cut])
            added.append(cut + len(added))
            at = cut
        pieces.append(text[at:])
        return PrintedLine(" ".join(pieces), tuple(added))
