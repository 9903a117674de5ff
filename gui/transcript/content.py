"""What the text view shows of a parse: pieces of text (paragraphs, table cells) in blocks, one under the other.

A caret is a piece and a gap between its characters, since the flow has no separators: the end of one paragraph and the
beginning of the next are one offset of the flow and two places on the screen. Pure; knows no Qt.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from msgspec import UNSET

from engine.anchoring.anchor import CONTEXT, Quote
from engine.editing.corrected_text import MachineText, TextInForce, text_between
from engine.model.parse import FurnitureItem, ParagraphItem, Parse, TableItem
from engine.model.trace import Trace
from gui.transcript.blocks import Block, Blocks, row_groups


class Caret(NamedTuple):
    """A gap between the characters of a piece; carets are ordered as the text is."""

    piece: int
    at: int


class Content:
    """The blocks of one parse, or of the text in force over it: spans of items are the machine's, everything else here
    is of the text that shows. `shows_furniture`: with running matter where its page begins."""

    def __init__(self, parse: Parse, *, text: TextInForce | None = None, shows_furniture: bool = False) -> None:
        self.wording = text if text is not None else TextInForce(MachineText(parse), parse)
        parse = self.parse = self.wording.parse or parse
        self.trace = Trace(b"" if parse.trace is UNSET else parse.trace)
        self.pieces: list[ParagraphItem] = []
        self.blocks = Blocks(self.pieces)
        self._block_of = array("l")
        self._fill(shows_furniture=shows_furniture)
        self.starts = array("l", [piece.span[0] for piece in self.pieces])
        self.page_starts = sorted((offset, page) for page, offset in self.trace.page_starts.items())
        self.corrected = [(start, end) for start, end, _ in self.wording.changed]
        self.boundaries = sorted((one.at, one.op) for one in self.wording.boundaries)

    @property
    def end(self) -> Caret:
        """The last caret there is."""
        return Caret(len(self.pieces) - 1, len(self.pieces[-1].text)) if self.pieces else Caret(0, 0)

    def text(self, piece: int) -> str:
        return self.pieces[piece].text if 0 <= piece < len(self.pieces) else ""

    def block_of(self, piece: int) -> int:
        """Index of the block that holds a piece."""
        return self._block_of[piece] if 0 <= piece < len(self.pieces) else 0

    def piece_at(self, offset: int) -> int:
        """The piece that holds a code point of the flow."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def offset(self, caret: Caret) -> int:
        """The flow offset of a caret."""
        return self.starts[caret.piece] + caret.at if self.pieces else 0

    def caret(self, offset: int) -> Caret:
        """The caret before a code point of the flow."""
        piece = self.piece_at(offset)
        return (
            Caret(piece, min(max(offset - self.starts[piece], 0), len(self.text(piece))))
            if self.pieces
            else Caret(0, 0)
        )

    def parts(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """(piece, start, end) of every piece's part of flow [start, end), offsets in the piece."""
        for piece in range(self.piece_at(start), len(self.pieces)):
            first = self.starts[piece]
            if first >= end:
                return
            low, high = max(start - first, 0), min(end - first, len(self.text(piece)))
            if low < high:
                yield piece, low, high

    def between(self, first: Caret, last: Caret) -> Iterator[tuple[int, int, int]]:
        """(piece, start, end) of every piece's part between two carets, in order; empty parts left out."""
        for piece in range(first.piece, min(last.piece + 1, len(self.pieces))):
            start = first.at if piece == first.piece else 0
            end = last.at if piece == last.piece else len(self.text(piece))
            if start < end:
                yield piece, start, end

    def quote(self, start: int, end: int) -> Quote:
        """Code points [start, end) as the machine reads them, with what stands around: so they are found again."""
        machine = self.wording.machine
        low, high = self.wording.back(start, end)
        return Quote(
            text_between(machine, low, high),
            text_between(machine, max(low - CONTEXT, 0), low),
            text_between(machine, high, high + CONTEXT),
        )

    def corrected_on(self, piece: int) -> list[tuple[int, int]]:
        """The parts of a piece that a person corrected; empty where characters were taken out."""
        first = self.starts[piece]
        last = first + len(self.text(piece))
        low = bisect_left(self.corrected, (first, 0))
        found = self.corrected[max(low - 1, 0) : bisect_left(self.corrected, (last, last + 1))]
        return [
            (max(one, first) - first, min(other, last) - first)
            for one, other in found
            if other > first or one == other == first
        ]

    def boundaries_on(self, piece: int) -> list[tuple[int, str]]:
        """(offset in the piece, join or split) of the paragraph boundaries a person set in a piece or before it."""
        first = self.starts[piece]
        low = bisect_left(self.boundaries, (first, ""))
        high = bisect_left(self.boundaries, (first + max(len(self.text(piece)), 1), ""))
        return [(offset - first, op) for offset, op in self.boundaries[low:high]]

    def cell_of(self, piece: int) -> tuple[TableItem, int, int] | None:
        """The table (of the text that shows), row and column of a piece; None for a paragraph."""
        block = self.blocks[self.block_of(piece)] if self.pieces else None
        if block is None or block.table is None:
            return None
        before = sum(cell[0] < block.rows[0] for cell in block.table.cells)
        row, column, *_ = block.table.cells[before + piece - block.first]
        return block.table, row, column

    def pages_begun(self, piece: int) -> list[tuple[int, int]]:
        """(offset in the piece, PDF page) of the pages that begin in a piece."""
        first = self.starts[piece]
        low = bisect_left(self.page_starts, (first, 0))
        high = bisect_left(self.page_starts, (first + max(len(self.text(piece)), 1), 0))
        return [(offset - first, page) for offset, page in self.page_starts[low:high]]

    def page(self, caret: Caret) -> int:
        """The PDF page a caret stands on."""
        last = max(len(self.text(caret.piece)) - 1, 0)
        return self.trace.page_at(self.offset(caret._replace(at=min(caret.at, last))))

    def _fill(self, *, shows_furniture: bool) -> None:
        paragraphs = self.parse.paragraphs
        tables = {min(cell[2] for cell in table.cells): table for table in self.parse.tables if table.cells}
        cells = {one.span[0]: one for one in paragraphs if one.kind == "cell"}
        asides = [*self._unread(), *(self._furniture() if shows_furniture else ())]
        asides.sort(key=lambda one: one.start, reverse=True)
        done = 0
        if not asides and not cells:  # plain text, at once
            self.pieces += paragraphs
            self.blocks.firsts.extend(range(len(paragraphs)))
            self._block_of.extend(range(len(paragraphs)))
            return
        for paragraph in paragraphs:
            start = paragraph.span[0]
            if start < done and paragraph.kind == "cell":
                continue
            while asides and asides[-1].start <= start:
                self.blocks.add(asides.pop()._replace(first=len(self.pieces)))
            if start in tables and paragraph.kind == "cell":
                self._add_table(tables[start], cells)
                done = max(cell[3] for cell in tables[start].cells)
            else:
                self._block_of.append(len(self.blocks))
                self.blocks.add_paragraph(len(self.pieces))
                self.pieces.append(paragraph)
        for one in reversed(asides):
            self.blocks.add(one._replace(first=len(self.pieces)))

    def _add_table(self, table: TableItem, cells: Mapping[int, ParagraphItem]) -> None:
        first = len(self.pieces)
        for rows, count in row_groups(table):
            self._block_of.extend([len(self.blocks)] * count)
            self.blocks.add(Block("table", first, count, table.cells[first - len(self.pieces)][2], table, rows))
            first += count
        self.pieces += (
            cells[low] if low < high and low in cells else ParagraphItem("cell", "", (low, low))
            for _, _, low, high in table.cells
        )

    def _where(self, page: int) -> int:
        """The flow offset at which a page begins, or would if it had text."""
        start = self.trace.page_starts.get(page)
        return start if start is not None else _or_last(self.trace.first_at(page))

    def _unread(self) -> Iterator[Block]:
        """Pages without text, neighbours together."""
        numbers = [number for number, page in enumerate(self.parse.source.pages, 1) if page.text == "none"]
        for first, last in _runs(numbers):
            yield Block("unread", 0, 0, self._where(first), pages=(first, last))

    def _furniture(self) -> Iterator[Block]:
        """Running matter, what stands on one page together."""
        by_page: dict[int, list[FurnitureItem]] = {}
        for item in self.parse.furniture:
            for page in {place.page for place in item.places}:
                by_page.setdefault(page, []).append(item)
        for page, items in by_page.items():
            words = "　".join(item.text for item in items if item.text)
            if words:
                yield Block("furniture", 0, 0, self._where(page), words=words, pages=(page, page))


_LAST = 1 << 60


def _or_last(offset: int | None) -> int:
    return _LAST if offset is None else offset


def _runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Numbers in order as (first, last) of those that follow each other."""
    first = last = -1
    for number in numbers:
        if number != last + 1 or first < 0:
            if first >= 0:
                yield first, last
            first = number
        last = number
    if first >= 0:
        yield first, last
