"""The caret of the text view: moved by the arrows, stretched with Shift, followed by the view, read out where it comes.

All of the text can be reached, selected and copied by the keyboard alone; a screen reader hears the paragraph.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent

from gui.bridge.text import word_around, word_edge
from gui.panels.words.announce import announce
from gui.tools.caret.caret_keys import Motion, motion_of_key
from gui.transcript.content import Caret, Content
from gui.transcript.setting import SetPiece
from gui.transcript.view import TranscriptView

_RIM = 0.04  # share of the height kept free around the caret when the view follows it
_PAGEFUL = 0.9
_MOST_SAID = 500  # characters read out


class TranscriptKeys(QObject):
    """The caret of one text view; it is the head of the view's selection."""

    selected = Signal(bool)  # whether text is selected now

    def __init__(self, view: TranscriptView) -> None:
        super().__init__(view)
        self._view = view
        self._goal: float | None = None  # abscissa at which lines are gone through

    def key(self, event: QKeyEvent) -> bool:
        """Move the caret; whether the key was used."""
        view = self._view
        if view.content is None or not view.content.pieces:
            return False
        if event.key() == Qt.Key.Key_Escape and not view.selection.is_empty:
            view.selection.clear()
            self._finish()
            return True
        if event.key() == Qt.Key.Key_Escape and view.search is not None and view.search.give_up():
            return True
        if event.key() == Qt.Key.Key_Space and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            view.scroll_by(view.column.height * (-_PAGEFUL if is_back else _PAGEFUL))
            return True
        motion = motion_of_key(event)
        if motion is None:
            return False
        self.move(motion)
        return True

    def move(self, motion: Motion) -> None:
        """Move the caret, or stretch the selection to where it comes."""
        view, selection = self._view, self._view.selection
        if selection.head is None or (not motion.is_stretching and self._is_out_of_sight(motion)):
            self.put_in_sight()
        head, content = selection.head, view.content
        if head is None or content is None:
            return
        is_late = view.is_late
        view.is_late = False
        if not motion.is_stretching and not selection.is_empty and motion.unit == "sign" and selection.anchor:
            found = min(selection.anchor, head) if motion.step < 0 else max(selection.anchor, head)
        else:
            found = self._moved(content, head, motion, is_late=is_late)
        if motion.unit not in {"line", "pageful"}:
            self._goal = None
        anchor = selection.anchor if motion.is_stretching and selection.anchor is not None else found
        selection.select(anchor, found)
        view.travel.follow(found, _RIM)
        self._finish()
        self._say(motion, head, found)

    def _is_out_of_sight(self, motion: Motion) -> bool:
        """Whether the reader has scrolled away from the caret, and would go on from what shows."""
        view = self._view
        if motion.unit == "document" or not view.selection.is_empty:
            return False
        rect = view.caret_rect()
        return rect.bottom() <= 0 or rect.top() >= view.column.height

    def put_in_sight(self) -> None:
        """Set the caret at the first whole line that shows."""
        found = self._view.caret_on(24.0)
        if found is not None:
            self._view.selection.select(found[0], found[0])

    def select_all(self) -> None:
        """All text of the document."""
        content = self._view.content
        if content is not None and content.pieces:
            self._view.selection.select(Caret(0, 0), content.end)
            self._finish()
            announce(self._view, self.tr("已选择全文"))

    def _finish(self) -> None:
        self._view.viewport().update()
        self.selected.emit(not self._view.selection.is_empty)

    def _moved(self, content: Content, head: Caret, motion: Motion, *, is_late: bool) -> Caret:
        match motion.unit:
            case "sign":
                return self._by_sign(content, head, motion.step)
            case "word":
                return _by_word(content, head, motion.step)
            case "end":
                return self._line_end(head, motion.step, is_late=is_late)
            case "document":
                return content.end if motion.step > 0 else Caret(0, 0)
            case "pageful":
                return self._by_pageful(head, motion.step, is_late=is_late)
            case _:
                return self._by_line(content, head, motion.step, is_late=is_late)

    def _by_sign(self, content: Content, head: Caret, step: int) -> Caret:
        found = self._view.column.piece_of(head.piece)
        at = found[0].step(head.at, step) if found is not None else head.at
        return head._replace(at=at) if at != head.at else _over_edge(content, head, step)

    def _line_end(self, head: Caret, step: int, *, is_late: bool) -> Caret:
        found = self._view.column.piece_of(head.piece)
        if found is None:
            return head
        line = found[0].line_of(head.at, is_late=is_late)
        start, end = found[0].line_range(line)
        self._view.is_late = step > 0 and end > start
        return head._replace(at=end if step > 0 else start)

    def _by_line(self, content: Content, head: Caret, step: int, *, is_late: bool) -> Caret:
        """To the line below or above, of this piece or of the next one that lies there."""
        found = self._view.column.piece_of(head.piece)
        if found is None:
            return head
        piece, origin = found
        line = piece.line_of(head.at, is_late=is_late)
        goal = self._abscissa(piece, origin, head, is_late=is_late)
        if 0 <= line + step < piece.layout.lineCount():
            return self._in_line(piece, line + step, goal - origin.x())
        other = self._piece_beyond(content, head.piece, piece, origin, step, goal)
        if other is None:
            return head._replace(at=len(piece.text) if step > 0 else 0)
        return self._in_line(other[0], 0 if step > 0 else other[0].layout.lineCount() - 1, goal - other[1].x())

    def _in_line(self, piece: SetPiece, line: int, x: float) -> Caret:
        at = piece.caret_in(line, x)
        self._view.is_late = at > 0 and piece.line_of(at) != line
        return Caret(piece.piece, at)

    def _piece_beyond(
        self, content: Content, number: int, piece: SetPiece, origin: QPointF, step: int, goal: float
    ) -> tuple[SetPiece, QPointF] | None:
        """The piece below or above: in a table the cell of the next row, else the next paragraph."""
        column = self._view.column
        index = content.block_of(number)
        block = column.set_block(index)
        frame = piece.frame
        beyond = [
            one for one in block.pieces
            if (one.frame.top() >= frame.bottom() - 1 if step > 0 else one.frame.bottom() <= frame.top() + 1)
        ]  # fmt: skip
        while not beyond:
            index += step
            if not 0 <= index < len(content.blocks):
                return None
            beyond = [one for one in column.set_block(index).pieces if one.piece >= 0]
        x = goal - origin.x()
        edge = min(one.frame.top() for one in beyond) if step > 0 else max(one.frame.bottom() for one in beyond)
        row = [
            one for one in beyond
            if (one.frame.top() if step > 0 else one.frame.bottom()) * step <= edge * step + column.typeface.em
        ]  # fmt: skip
        chosen = min(row, key=lambda one: max(one.frame.left() - x, x - one.frame.right(), 0.0))
        return chosen, QPointF(origin.x(), column.top_of(index))

    def _by_pageful(self, head: Caret, step: int, *, is_late: bool) -> Caret:
        view, column = self._view, self._view.column
        found = column.piece_of(head.piece)
        if found is None:
            return head
        goal = self._abscissa(*found, head, is_late=is_late)
        rect = column.caret_rect(head, is_late=is_late)
        if not 0 <= rect.center().y() <= column.height:
            view.travel.follow(head, _RIM)
            rect = column.caret_rect(head, is_late=is_late)
        before = column.y
        column.scroll_by(step * column.height * _PAGEFUL)
        is_moved = abs(column.y - before) > 1
        y = rect.center().y() if is_moved else (column.height - 1 if step > 0 else 0.0)
        there = column.caret_at(QPointF(goal, y))
        view.arrange()
        if there is None:
            return head
        view.is_late = there[1]
        return there[0]

    def _abscissa(self, piece: SetPiece, origin: QPointF, head: Caret, *, is_late: bool) -> float:
        if self._goal is None:
            self._goal = piece.caret(head.at, is_late=is_late).left() + origin.x()
        return self._goal

    def _say(self, motion: Motion, before: Caret, now: Caret) -> None:
        """Read out what is at the caret: the paragraph when it is another one, else the line, word or sign."""
        view = self._view
        content = view.content
        if content is None:
            return
        text = content.text(now.piece)
        if motion.is_stretching:
            count = sum(end - start for _, start, end in view.selection.pieces())
            announce(view, self.tr("已选择 %n 字", "", count))
            return
        if before.piece != now.piece:
            view.setAccessibleDescription(text[:_MOST_SAID])
            announce(view, text[:_MOST_SAID])
            return
        found = view.column.piece_of(now.piece)
        start, end = now.at, now.at + 1
        if motion.unit == "word":
            start, end = word_around(text, now.at)
        elif motion.unit != "sign" and found is not None:
            start, end = found[0].line_range(found[0].line_of(now.at, is_late=view.is_late))
        if text[start:end]:
            announce(view, text[start:end])


def _by_word(content: Content, head: Caret, step: int) -> Caret:
    text = content.text(head.piece)
    at = word_edge(text, head.at, step)
    return head._replace(at=at) if at != head.at else _over_edge(content, head, step)


def _over_edge(content: Content, head: Caret, step: int) -> Caret:
    """From the end of a piece to the beginning of the next, or the other way round."""
    other = head.piece + step
    if not 0 <= other < len(content.pieces):
        return head
    return Caret(other, 0 if step > 0 else len(content.text(other)))
