"""Text selected in the flow: two carets, over as many paragraphs as lie between, and where that stands on the pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from engine.anchoring.anchor import Quote
from engine.model.geometry import Box, Quad, box_of_quad
from engine.model.parse import ParagraphItem
from gui.pages.page_text import PageText
from gui.transcript.content import Caret, Content

_BLANKS = 3  # raw characters between two lines of one stretch: blank, \r, \n


class Run(NamedTuple):
    """Consecutive raw characters [start, end) of one page, the pieces' parts they are of, and their words."""

    page: int
    start: int
    end: int
    sources: tuple[tuple[int, int, int], ...]  # piece, raw start, raw end
    words: str


class FlowSelection:
    """What is selected in the text view; `text_of` gives a page's characters (index from 0) or None while they have not
    come: quads are exact with them, and in proportion to the printed lines without."""

    def __init__(self, text_of: Callable[[int], PageText | None]) -> None:
        self.content: Content | None = None
        self.anchor: Caret | None = None
        self.head: Caret | None = None
        self._text_of = text_of

    @property
    def is_empty(self) -> bool:
        return self.anchor is None or self.head is None or self.anchor == self.head

    def clear(self) -> None:
        """Select nothing; the caret stays."""
        self.anchor = self.head

    def select(self, anchor: Caret, head: Caret) -> None:
        self.anchor, self.head = anchor, head

    def pieces(self) -> list[tuple[int, int, int]]:
        """(piece, start, end) of every piece's selected part."""
        if self.content is None or self.anchor is None or self.head is None:
            return []
        return list(self.content.between(*sorted((self.anchor, self.head))))

    def on_piece(self, piece: int) -> tuple[int, int] | None:
        """The selected characters of one piece."""
        if self.content is None or self.anchor is None or self.head is None:
            return None
        first, last = sorted((self.anchor, self.head))
        if not first.piece <= piece <= last.piece:
            return None
        start = first.at if piece == first.piece else 0
        end = last.at if piece == last.piece else len(self.content.text(piece))
        return (start, end) if start < end else None

    def text(self) -> str:
        """As a reader wants to paste it: a line a paragraph, the cells of a row apart by tabs."""
        content = self.content
        if content is None:
            return ""
        said: list[str] = []
        before: tuple[int, int] | None = None
        for piece, start, end in self.pieces():
            row = row_of(content, piece)
            if said:
                said.append("\t" if row is not None and row == before else "\n")
            said.append(content.text(piece)[start:end])
            before = row
        return "".join(said)

    def parts(self) -> list[tuple[int, tuple[int, int], tuple[Quad, ...], str]]:
        """(PDF page, raw characters, quads, quote) of every page's part."""
        found = []
        for run in self._runs():
            quads = self._quads(run)
            if quads:
                found.append((run.page, (run.start, run.end), quads, run.words))
        return found

    def quote(self) -> Quote | None:
        """The selected words, as the machine reads them, with what stands around them in the flow."""
        content, pieces = self.content, self.pieces()
        if content is None or not pieces:
            return None
        (first, low, _), (last, _, high) = pieces[0], pieces[-1]
        return content.quote(content.starts[first] + low, content.starts[last] + high)

    def pages(self) -> list[int]:
        """PDF pages on which pieces are selected in part: those whose characters make the quads exact."""
        content, pieces = self.content, self.pieces()
        if content is None:
            return []
        partly = [one for one in (pieces[:1] + pieces[-1:]) if one[2] - one[1] < len(content.text(one[0]))]
        starts = content.starts
        cut = (content.trace.places(starts[piece] + low, starts[piece] + high) for piece, low, high in partly)
        return sorted({segment.page for segments in cut for segment in segments})

    def _runs(self) -> Iterator[Run]:
        content = self.content
        run: Run | None = None
        for piece, low, high in self.pieces() if content is not None else ():
            assert content is not None  # noqa: S101 - said above
            shift = content.starts[piece]
            for part in content.trace.places(shift + low, shift + high):
                words = content.text(piece)[part.start - shift : part.end - shift]
                source = (piece, part.raw_start, part.raw_end)
                if run is not None and run.page == part.page and 0 <= part.raw_start - run.end <= _BLANKS:
                    run = run._replace(end=part.raw_end, sources=(*run.sources, source), words=run.words + words)
                    continue
                if run is not None:
                    yield run
                run = Run(part.page, part.raw_start, part.raw_end, (source,), words)
        if run is not None:
            yield run

    def _quads(self, run: Run) -> tuple[Quad, ...]:
        text = self._text_of(run.page - 1)
        if text is not None and run.end <= len(text.text):
            return text.quads(run.start, run.end)
        content = self.content
        by_piece: dict[int, tuple[int, int]] = {}
        for piece, start, end in run.sources:
            by_piece[piece] = (by_piece.get(piece, (start, end))[0], end)
        return tuple(
            quad
            for piece, (start, end) in by_piece.items()
            for quad in quads_by_share(content.pieces[piece], run.page, start, end)
        ) if content is not None else ()  # fmt: skip


def row_of(content: Content, piece: int) -> tuple[int, int] | None:
    """What tells the row of a table that a cell is in from every other row; None for a paragraph."""
    block = content.blocks[content.block_of(piece)]
    if block.table is None:
        return None
    start = content.pieces[piece].span[0]
    number = next(
        (cell[0] for index, cell in enumerate(block.table.cells) if cell[2] == start and index >= piece - block.first),
        0,
    )
    return block.table.cells[0][2], number


def quads_by_share(piece: ParagraphItem, page: int, start: int, end: int) -> Iterator[Quad]:
    """Quads of raw characters of a page by their share of the piece's printed lines there."""
    for place in piece.places:
        if place.page != page or place.chars is None or place.chars[1] <= start or place.chars[0] >= end:
            continue
        first, last = place.chars
        boxes = [box_of_quad(quad) for quad in place.quads]
        total = sum(box.width for box in boxes)
        low = total * max(start - first, 0) / max(last - first, 1)
        high = total * (min(end, last) - first) / max(last - first, 1)
        at = 0.0
        for box in boxes:
            left, right = max(low - at, 0.0), min(high - at, box.width)
            at += box.width
            if left < right:
                yield Box(box.left + left, box.bottom, box.left + right, box.top).quad()
