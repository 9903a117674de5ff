"""The column of blocks and what part of it the viewport shows: blocks are set when they come near, their heights are
guessed before, and what the reader looks at does not move when a guess is corrected.

The place is a block and how far its top lies above the viewport's (`block`, `down`); the scroll bar only follows.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont

from engine.model.parse import ParagraphItem
from gui.transcript.blocks import Block
from gui.transcript.content import Caret, Content
from gui.transcript.heights import Heights
from gui.transcript.setting import SetBlock, SetPiece, set_paragraph
from gui.transcript.tables import set_table
from gui.transcript.typeface import Typeface, setting_of

_KEPT = 160  # blocks kept set
_NO_PIECE = ParagraphItem("body", "", (0, 0))
_RIM = 20.0  # pixels above the first and below the last block


class Shown(NamedTuple):
    """A block that shows: its number, its top in the viewport, and itself in type."""

    number: int
    top: float
    set: SetBlock


class Column:
    """Geometry of one text view. Points and rectangles are the viewport's unless said otherwise."""

    def __init__(self) -> None:
        self.content: Content | None = None
        self.typeface = Typeface(QFont(), 1.0, 800.0)
        self.headings: dict[int, list[tuple[int, int, int]]] = {}  # (start, end, level) by piece
        self.width, self.height = 800.0, 600.0
        self.x = 0.0
        self.block, self.down = 0, 0.0
        self.words_of: Callable[[Block], str] = _own_words
        self._heights = Heights(())
        self._set: OrderedDict[int, SetBlock] = OrderedDict()

    # -- what it shows -------------------------------------------------------------------------------------------------

    def fill(self, content: Content | None) -> None:
        """Show other blocks, from the first."""
        self.content = content
        self.block, self.down, self.x = 0, 0.0, 0.0
        self.reset()

    def fit(self, font: QFont, zoom: float, width: float, height: float) -> None:
        """Set for another size of the letters or of the viewport."""
        self.width, self.height = width, height
        former = self.typeface
        self.typeface = Typeface(font, zoom, width)
        if (former.em, former.width, former.left) != (self.typeface.em, self.typeface.width, self.typeface.left):
            self.reset()

    def reset(self) -> None:
        """Forget what is set: sizes or headings are others."""
        self._set.clear()
        content = self.content
        if content is None:
            self._heights = Heights(())
            return
        pieces, blocks = [*content.pieces, _NO_PIECE], content.blocks
        levels = {piece: rows[0][2] for piece, rows in self.headings.items() if self.is_whole(piece)}
        firsts = [pieces[first] for first in blocks.firsts]
        heights = self.typeface.guesses(
            [piece.kind for piece in firsts],
            [piece.span[1] - piece.span[0] for piece in firsts],
            [levels.get(first, 0) for first in blocks.firsts],
        )
        for index, block in blocks.special.items():
            heights[index] = self.typeface.guess(block, self._length(block))
        self._heights = Heights(heights)

    def forget(self, pieces: Sequence[int]) -> None:
        """Set the blocks of some pieces anew."""
        for piece in pieces:
            if self.content is not None:
                self._set.pop(self.content.block_of(piece), None)

    def is_whole(self, piece: int) -> bool:
        """Whether a heading is all of its paragraph."""
        rows = self.headings.get(piece)
        if not rows or self.content is None:
            return False
        return sum(end - start for start, end, _ in rows) >= 0.9 * len(self.content.text(piece))

    def shown(self) -> list[Shown]:
        """The blocks that show, set, from the top; the place is put right on the way."""
        if self.content is None or not self.content.blocks:
            return []
        self._settle()
        found = []
        index, top = self.block, -self.down
        while index < len(self.content.blocks) and top < self.height:
            block = self.set_block(index)
            found.append(Shown(index, top + self._lead(index), block))
            top += self._heights[index]
            index += 1
        return found

    def set_block(self, index: int) -> SetBlock:
        """A block in type."""
        made = self._set.get(index)
        if made is not None:
            self._set.move_to_end(index)
            return made
        content = self.content
        assert content is not None  # noqa: S101 - only asked for blocks there are
        block = content.blocks[index]
        made = self._made(content, block)
        self._set[index] = made
        while len(self._set) > _KEPT:
            self._set.popitem(last=False)
        room = made.height + self._lead(index) + (_RIM if index == len(content.blocks) - 1 else 0.0)
        self._heights.put(index, room)
        return made

    # -- where it is ---------------------------------------------------------------------------------------------------

    @property
    def total(self) -> float:
        """Height of all blocks, as far as known."""
        return self._heights.total

    @property
    def y(self) -> float:
        """What the scroll bar says."""
        return self._heights.top(self.block) + self.down

    @property
    def reach(self) -> float:
        """How far the column can be moved to the left: only a table can be wider than the viewport."""
        widest = max((shown.set.width for shown in self.shown()), default=0.0)
        return max(0.0, self.typeface.left + widest + 12.0 - self.width)

    def scroll_by(self, step: float) -> None:
        """Move by pixels of what is set."""
        self.down += step
        self._settle()

    def jump(self, y: float) -> None:
        """Go where the scroll bar is."""
        if self.content is not None and self.content.blocks:
            self.block = self._heights.at(y)
            self.down = y - self._heights.top(self.block)
            self._settle()

    def put(self, caret: Caret, y: float, *, is_late: bool = False) -> None:
        """Move so that the line of a caret begins at height `y`."""
        if self.content is None or not self.content.blocks:
            return
        index = self.content.block_of(caret.piece)
        piece = self.set_block(index).piece(caret.piece)
        inside = piece.caret(caret.at, is_late=is_late).top() if piece is not None else 0.0
        self.block, self.down = index, inside + self._lead(index) - y
        self._settle()

    def top_of(self, index: int) -> float:
        """Where a block begins; guessed for what is far from what shows."""
        if index >= self.block:
            between = range(self.block, min(index, self.block + 60))
            known = sum(self._measured(one) for one in between)
            return known - self.down + self._lead(index) + self._heights.top(index) - self._heights.top(between.stop)
        between = range(max(index, self.block - 60), self.block)
        known = sum(self._measured(one) for one in between)
        return -self.down - known - self._heights.top(between.start) + self._heights.top(index) + self._lead(index)

    # -- carets and points ---------------------------------------------------------------------------------------------

    def caret_rect(self, caret: Caret, *, is_late: bool = False) -> QRectF:
        """Where a caret stands."""
        found = self.piece_of(caret.piece)
        return QRectF() if found is None else found[0].caret(caret.at, is_late=is_late).translated(found[1])

    def piece_of(self, piece: int) -> tuple[SetPiece, QPointF] | None:
        """A piece in type and the viewport's point of its block's top left."""
        if self.content is None or not 0 <= piece < len(self.content.pieces):
            return None
        index = self.content.block_of(piece)
        found = self.set_block(index).piece(piece)
        return None if found is None else (found, QPointF(self.typeface.left - self.x, self.top_of(index)))

    def nearest(self, point: QPointF) -> tuple[SetPiece, QPointF] | None:
        """The piece that shows nearest to a point, and where its block begins."""
        best: tuple[float, SetPiece, QPointF] | None = None
        for shown in self.shown():
            origin = QPointF(self.typeface.left - self.x, shown.top)
            inside = point - origin
            piece = shown.set.nearest(inside.x(), inside.y())
            if piece is None or piece.piece < 0:
                continue
            frame = piece.frame
            far = max(frame.top() - inside.y(), inside.y() - frame.bottom(), 0.0)
            if best is None or far < best[0]:
                best = (far, piece, origin)
        return None if best is None else best[1:]

    def caret_at(self, point: QPointF) -> tuple[Caret, bool] | None:
        """The caret nearest to a point, and whether it is meant at the end of its line."""
        found = self.nearest(point)
        if found is None:
            return None
        piece, origin = found
        inside = point - origin
        line = piece.line_near(inside.y())
        at = piece.caret_in(line, inside.x())
        return Caret(piece.piece, at), at > 0 and piece.line_of(at) != line

    def rects(self, piece: int, start: int, end: int) -> list[QRectF]:
        """Where characters of a piece stand."""
        found = self.piece_of(piece)
        return [] if found is None else [rect.translated(found[1]) for rect in found[0].rects(start, end)]

    # -- inside --------------------------------------------------------------------------------------------------------

    def _made(self, content: Content, block: Block) -> SetBlock:
        if block.table is not None:
            texts = [content.text(piece) for piece in range(block.first, block.first + block.pieces)]
            return set_table(self.typeface, block, texts)
        if not block.pieces:
            return set_paragraph(self.typeface, setting_of(block, 0), -1, self.words_of(block))
        rows = self.headings.get(block.first, [])
        is_whole = self.is_whole(block.first)
        setting = setting_of(block, rows[0][2] if is_whole else 0)
        bold = [] if is_whole else [(start, end) for start, end, _ in rows]
        return set_paragraph(self.typeface, setting, block.first, content.text(block.first), bold)

    def _settle(self) -> None:
        """Let the place be one that can be shown: no room above the first block, none below the last."""
        content = self.content
        if content is None or not content.blocks:
            return
        last = len(content.blocks) - 1
        self.block = min(self.block, last)
        while self.down < 0 and self.block > 0:
            self.block -= 1
            self.down += self._measured(self.block)
        while self.block < last and self.down >= self._measured(self.block):
            self.down -= self._measured(self.block)
            self.block += 1
        below, index = -self.down, self.block
        while index <= last and below < self.height:
            below += self._measured(index)
            index += 1
        if below < self.height:
            self.down -= self.height - below
            while self.down < 0 and self.block > 0:
                self.block -= 1
                self.down += self._measured(self.block)
        if self.block == 0:
            self.down = max(self.down, 0.0)

    def _measured(self, index: int) -> float:
        self.set_block(index)
        return self._heights[index]

    def _length(self, block: Block) -> int:
        content = self.content
        if content is None or not block.pieces:
            return len(block.words) or 20
        return sum(len(content.pieces[piece].text) for piece in range(block.first, block.first + block.pieces))

    def _lead(self, index: int) -> float:
        return _RIM if index == 0 else 0.0


def _own_words(block: Block) -> str:
    return block.words
