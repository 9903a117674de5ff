"""Searches the text view's text piece by piece, from where the reader is, a few milliseconds at a time."""

from __future__ import annotations

from bisect import bisect_left
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from gui.tools.finding.search import Hit, folded, in_sentence, ranges_in
from gui.transcript.content import Content
from gui.transcript.view import READING, TranscriptView

_SLICE = 0.006  # seconds of searching before the window is answered
_BLANKS = 20  # that may stand between the words that are looked for
_MOST = 5000  # hits that are kept


class TextSearching(QObject):
    """One search over a text view. `hits` are in the order of the text, their characters those of the flow."""

    changed = Signal()  # hits were found, or the search has ended, or another hit is the current one

    def __init__(self, view: TranscriptView) -> None:
        super().__init__(view)
        self.query = ""
        self.hits: list[Hit] = []
        self.current: Hit | None = None
        self._view = view
        self._wanted = ""
        self._next = self._left = 0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_time)
        view.renewed.connect(self._on_renewed)

    @property
    def is_running(self) -> bool:
        return self._timer.isActive()

    def start(self, query: str) -> None:
        """Look for something else; "" ends the search."""
        content = self._view.content
        self.query, self.hits, self.current = query, [], None
        self._wanted = folded(query).text
        if self._wanted and content is not None and content.pieces:
            self._next, self._left = self._here(), len(content.pieces)
            self._timer.start()
        else:
            self._timer.stop()
        self._announce()

    def go(self, step: int) -> None:
        """Make the next (1) or the previous (-1) hit the current one and show it."""
        content = self._view.content
        if not self.hits or content is None:
            return
        if self.current in self.hits:
            at = self.hits.index(self.current) + step
        else:
            at = self._place(content.starts[self._here()]) - (0 if step > 0 else 1)
        self.show(self.hits[at % len(self.hits)])

    def show(self, hit: Hit) -> None:
        """Bring a hit into view, and the caret to it."""
        self.current = hit
        view = self._view
        if view.content is not None:
            caret = view.content.caret(hit.start)
            view.selection.select(caret, caret)
            view.travel.show(hit.start, hit.end)
        self._announce()

    def take(self) -> bool:
        """Select the words of the current hit, as something to go on with; False without any."""
        hit, content = self.current, self._view.content
        if hit is None or content is None:
            return False
        self._view.selection.select(content.caret(hit.start), content.caret(hit.end))
        return True

    def on_piece(self, piece: int) -> list[tuple[int, int, bool]]:
        """(start, end, is the current one) of the hits of a piece, offsets in the piece."""
        content = self._view.content
        if not self.hits or content is None:
            return []
        first = content.starts[piece]
        length = len(content.text(piece))
        low = self._place(first)
        if low and self.hits[low - 1].end > first:  # it began in the paragraph before
            low -= 1
        rows = self.hits[low : self._place(first + length)]
        return [(max(hit.start - first, 0), min(hit.end - first, length), hit == self.current) for hit in rows]

    def _here(self) -> int:
        """The piece the reader is at."""
        head = self._view.selection.head
        rect = self._view.caret_rect()
        if head is not None and 0 <= rect.center().y() <= self._view.column.height:
            return head.piece
        found = self._view.caret_on(self._view.column.height * READING / 4)
        return found[0].piece if found is not None else 0

    def _place(self, start: int) -> int:
        return bisect_left(self.hits, start, key=lambda hit: hit.start)

    def _on_time(self) -> None:
        content = self._view.content
        end = perf_counter() + _SLICE
        found = False
        while content is not None and self._left and perf_counter() < end and len(self.hits) < _MOST:
            found = self._look_at(content, self._next) or found
            self._next = (self._next + 1) % len(content.pieces)
            self._left -= 1
        if content is None or not self._left or len(self.hits) >= _MOST:
            self._timer.stop()
        if found and self.current is None:
            self.go(1)
        elif found or not self.is_running:
            self._announce()

    def _look_at(self, content: Content, piece: int) -> bool:
        text, first = content.text(piece), content.starts[piece]
        found = [(start, end, text) for start, end in ranges_in(text, self._wanted)]
        found += self._over_the_end(content, piece)
        hits = [
            Hit(content.trace.page_at(first + start) - 1, first + start, first + end, *in_sentence(words, start, end))
            for start, end, words in found
        ]
        if hits:
            at = self._place(hits[0].start)
            self.hits[at:at] = hits
        return bool(hits)

    def _over_the_end(self, content: Content, piece: int) -> list[tuple[int, int, str]]:
        """Where a paragraph ends within the words and the next one goes on with them, as on a page; with the text of
        both. A cell ends what stands in it."""
        text, after = content.text(piece), content.text(piece + 1)
        if not after or "cell" in {content.pieces[piece].kind, content.pieces[piece + 1].kind}:
            return []
        if content.starts[piece + 1] != content.starts[piece] + len(text):
            return []
        reach = 2 * len(self._wanted) + _BLANKS
        begin = max(len(text) - reach, 0)
        words = text[begin:] + after[:reach]
        edge = len(text) - begin
        return [
            (begin + start, begin + end, text + after)
            for start, end in ranges_in(words, self._wanted)
            if start < edge < end
        ]

    def _on_renewed(self) -> None:
        if self.query:
            self.start(self.query)

    def _announce(self) -> None:
        self._view.viewport().update()
        self.changed.emit()
