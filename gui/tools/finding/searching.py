"""Searches a document page by page, from the page the reader is on, without holding up the window."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque

from PySide6.QtCore import QObject, Signal

from gui.pages.selection import Caret
from gui.pages.view import PageView
from gui.tools.finding.search import Hit, hits_on

_IN_FLIGHT = 4  # pages whose text is asked for at a time
_MOST = 5000  # hits that are kept


class Searching(QObject):
    """One search over the document of a page view. `hits` are in the order of the text."""

    changed = Signal()  # hits were found, or the search has ended, or another hit is the current one

    def __init__(self, view: PageView) -> None:
        super().__init__(view)
        self.query = ""
        self.hits: list[Hit] = []
        self.current: Hit | None = None
        self._view = view
        self._left: deque[int] = deque()
        self._asked: set[int] = set()
        self._supply: object = None

    @property
    def is_running(self) -> bool:
        return bool(self._left or self._asked)

    def start(self, query: str) -> None:
        """Look for something else; "" ends the search."""
        supply = self._view.supply
        self.query, self.hits, self.current = query, [], None
        self._left.clear()
        self._asked.clear()
        if query.strip() and supply is not None:
            if self._supply is not supply:
                supply.text_came.connect(self._on_text)
                self._supply = supply
            count = len(supply.document.pages)
            here = self._view.page
            self._left.extend((here + step) % count for step in range(count))
            self._ask()
        self._announce()

    def go(self, step: int) -> None:
        """Make the next (1) or the previous (-1) hit the current one and show it."""
        if not self.hits:
            return
        if self.current is None:
            at = bisect_left(self.hits, (self._view.page, 0, 0))
            self.show(self.hits[(at if step > 0 else at - 1) % len(self.hits)])
        else:
            self.show(self.hits[(self.hits.index(self.current) + step) % len(self.hits)])

    def show(self, hit: Hit) -> None:
        """Bring a hit into view."""
        self.current = hit
        supply = self._view.supply
        text = supply.text(hit.sheet) if supply is not None else None
        if text is None and supply is not None:
            supply.ask_text(hit.sheet)
            self._view.travel.to_page(hit.sheet)
        elif text is not None:
            boxes = [text.geometry.box_to_page(box) for box in text.boxes(hit.start, hit.end)]
            if boxes:
                self._view.travel.show_box(hit.sheet + 1, boxes[0])
        self._announce()

    def take(self) -> bool:
        """Select the words of the current hit, as something to go on with; False without any."""
        hit = self.current
        if hit is not None:
            self._view.selection.select(Caret(hit.sheet, hit.start), Caret(hit.sheet, hit.end))
        return hit is not None

    def on_page(self, sheet: int) -> list[Hit]:
        """Hits of one page."""
        low = bisect_left(self.hits, (sheet, 0, 0))
        high = bisect_left(self.hits, (sheet + 1, 0, 0))
        return self.hits[low:high]

    def _ask(self) -> None:
        supply = self._view.supply
        while self._left and len(self._asked) < _IN_FLIGHT and supply is not None:
            sheet = self._left.popleft()
            self._asked.add(sheet)
            if supply.text(sheet) is not None:
                self._on_text(sheet)
            else:
                supply.ask_text(sheet)

    def _on_text(self, sheet: int) -> None:
        if sheet not in self._asked:
            return
        self._asked.discard(sheet)
        text = self._view.supply.text(sheet) if self._view.supply is not None else None
        found = list(hits_on(sheet, text.text, self.query)) if text is not None else []
        if found:
            at = bisect_left(self.hits, found[0])
            self.hits[at:at] = found
            del self.hits[_MOST:]
        is_first = bool(found) and self.current is None
        if is_first:
            self.show(found[0])
        elif found or not self.is_running:
            self._announce()
        self._ask()
        if not self.is_running:
            self._announce()

    def _announce(self) -> None:
        self._view.viewport().update()
        self.changed.emit()
