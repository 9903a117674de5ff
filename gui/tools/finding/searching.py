"""Searches what a view shows, piece by piece from where the reader is, without holding up the window."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import deque
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from gui.tools.finding.grounds import Ground
from gui.tools.finding.search import Edge, Hit, edges_of, folded, hits_over, in_sentence, ranges_in

_SLICE = 0.006  # seconds of searching before the window is answered
_IN_FLIGHT = 4  # pieces whose text is waited for at a time
_MOST = 5000  # hits that are kept


class Searching(QObject):
    """One search over the text of a view. `hits` are in the order of the text."""

    changed = Signal()  # hits were found, or the search has ended, or another hit is the current one
    given_up = Signal()  # the reader wants the hits no more

    def __init__(self, ground: Ground, parent: QObject) -> None:
        super().__init__(parent)
        self.query = ""
        self.hits: list[Hit] = []
        self.current: Hit | None = None
        self.unread: set[int] = set()  # pieces that could not be searched
        self._ground = ground
        self._wanted = ""
        self._has_text = False
        self._left: deque[int] = deque()
        self._asked: set[int] = set()
        self._tails: dict[int, Edge] = {}  # of pieces whose next one was not looked at yet
        self._heads: dict[int, Edge] = {}  # of pieces whose former one was not
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_time)
        ground.came.connect(self._on_came)
        ground.lost.connect(self._on_lost)
        ground.renewed.connect(self._on_renewed)

    @property
    def is_running(self) -> bool:
        return bool(self._left or self._asked)

    @property
    def is_cut(self) -> bool:
        """Whether there are more hits than are kept."""
        return len(self.hits) >= _MOST

    @property
    def is_textless(self) -> bool:
        """Whether the whole document was looked through and holds no text at all."""
        is_through = bool(self.query) and not self.is_running and not self.unread
        return is_through and not self._has_text and self._ground.is_known

    def start(self, query: str) -> None:
        """Look for something else; "" ends the search."""
        self.query, self.hits, self.current, self._has_text = query, [], None, False
        self._wanted = folded(query).text
        for kept in (self._left, self._asked, self.unread, self._tails, self._heads):
            kept.clear()
        count = self._ground.count() if self._wanted else 0
        if count:
            here = self._ground.here()
            self._left.extend(range(here, count))
            self._left.extend(range(here))
            self._timer.start()
        else:
            self._timer.stop()
        self._announce()

    def give_up(self) -> bool:
        """End the search because the reader says so; False where none was."""
        if not self.query:
            return False
        self.start("")
        self.given_up.emit()
        return True

    def go(self, step: int) -> None:
        """Make the next (1) or the previous (-1) hit the current one and show it."""
        if not self.hits:
            return
        if self.current in self.hits:
            at = self.hits.index(self.current) + step
        else:
            at = bisect_left(self.hits, (self._ground.here(),)) - (0 if step > 0 else 1)
        self.show(self.hits[at % len(self.hits)])

    def show(self, hit: Hit) -> None:
        """Bring a hit into view."""
        self.current = hit
        self._ground.show(hit)
        self._announce()

    def take(self) -> bool:
        """Select the words of the current hit, as something to go on with; False without any."""
        if self.current is None:
            return False
        self._ground.select(self.current)
        return True

    def on(self, piece: int) -> list[tuple[int, int, bool]]:
        """(start, end, is the current one) of the hits on a piece."""
        low = bisect_left(self.hits, (piece,))
        found = [(hit.start, hit.end, hit == self.current) for hit in self._from(low, piece)]
        before = self.hits[low - 1] if low else None
        if before is not None and before.piece == piece - 1 and before.rest is not None:
            found.insert(0, (*before.rest, before == self.current))
        return found

    def _from(self, low: int, piece: int) -> list[Hit]:
        return self.hits[low : bisect_left(self.hits, (piece + 1,), lo=low)]

    def _on_time(self) -> None:
        end = perf_counter() + _SLICE
        before = len(self.hits)
        while self._left and len(self._asked) < _IN_FLIGHT and not self.is_cut and perf_counter() < end:
            piece = self._left.popleft()
            if not self._look_at(piece):
                (self.unread if self._ground.is_lost(piece) else self._asked).add(piece)
        self._go_on(before)

    def _on_came(self, piece: int) -> None:
        if piece in self._asked:
            self._asked.discard(piece)
            before = len(self.hits)
            self._look_at(piece)
            self._go_on(before)

    def _on_lost(self, piece: int) -> None:
        if piece in self._asked:
            self._asked.discard(piece)
            self.unread.add(piece)
            self._go_on(len(self.hits))

    def _go_on(self, before: int) -> None:
        """Search on, stop or wait; and tell what was found since there were so many hits."""
        if self.is_cut:
            self._left.clear()
            self._asked.clear()
        if self._left and len(self._asked) < _IN_FLIGHT:
            self._timer.start()
        else:
            self._timer.stop()
        if len(self.hits) > before and self.current is None:
            self.go(1)
        elif len(self.hits) > before or not self.is_running:
            self._announce()

    def _look_at(self, piece: int) -> bool:
        """Whether the text of a piece was there to be searched."""
        text = self._ground.text(piece)
        if text is None:
            return False
        self._has_text = self._has_text or bool(text.strip())
        for start, end in ranges_in(text, self._wanted):
            self._keep(piece, (start, end), None, in_sentence(text, start, end))
        head, tail = edges_of(text, self._ground.aside(piece), self._wanted)
        if (former := self._tails.pop(piece - 1, None)) is not None:
            self._look_over(piece - 1, former, head)
        else:
            self._heads[piece] = head
        if (following := self._heads.pop(piece + 1, None)) is not None:
            self._look_over(piece, tail, following)
        else:
            self._tails[piece] = tail
        return True

    def _look_over(self, piece: int, tail: Edge, head: Edge) -> None:
        """Words that begin at the end of a piece and go on in the next."""
        if self._ground.goes_on(piece):
            for start, rest, words, low, high in hits_over(tail, head, self._wanted):
                self._keep(piece, start, rest, in_sentence(words, low, high))

    def _keep(
        self, piece: int, where: tuple[int, int], rest: tuple[int, int] | None, said: tuple[str, str, str]
    ) -> None:
        insort(self.hits, Hit(piece, *where, rest, self._ground.sheet(piece, where[0]), *said), key=_place)

    def _on_renewed(self) -> None:
        """The text is another: the reader stays where he is."""
        if self.query:
            current = self.current
            self.start(self.query)
            self.current = current

    def _announce(self) -> None:
        self._ground.repaint()
        self.changed.emit()


def _place(hit: Hit) -> tuple[int, int]:
    return hit.piece, hit.start
