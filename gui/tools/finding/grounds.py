"""What is searched, in pieces: the pages as they are printed, or the paragraphs of the text view."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QObject, Signal

from gui.pages import selection as on_pages
from gui.pages.view import PageView
from gui.tools.finding.search import Hit
from gui.transcript.content import Caret
from gui.transcript.view import READING, TranscriptView


class Ground(QObject):
    """Pieces of text in their order, numbered from 0, and the view that shows them."""

    came = Signal(int)  # the text of a piece that was asked for
    lost = Signal(int)  # a piece that was asked for in vain
    renewed = Signal()  # the text is another

    @property
    def is_known(self) -> bool:
        """Whether the text, or that there is none, is known."""
        raise NotImplementedError

    def count(self) -> int:
        """How many pieces there are."""
        raise NotImplementedError

    def here(self) -> int:
        """The piece the reader is at."""
        raise NotImplementedError

    def text(self, piece: int) -> str | None:
        """The text of a piece; None while it has not come: it is asked for then."""
        raise NotImplementedError

    def is_lost(self, _piece: int) -> bool:
        """Whether the text of a piece cannot be read."""
        return False

    def aside(self, piece: int) -> Iterable[tuple[int, int]]:
        """What words do not go on with into the next piece: running heads and feet."""
        raise NotImplementedError

    def goes_on(self, piece: int) -> bool:
        """Whether words may go on from a piece to the next."""
        raise NotImplementedError

    def sheet(self, piece: int, at: int) -> int:
        """The page (index from 0) of a character."""
        raise NotImplementedError

    def show(self, hit: Hit) -> None:
        """Bring a hit into view."""
        raise NotImplementedError

    def select(self, hit: Hit) -> None:
        """Select the words of a hit."""
        raise NotImplementedError

    def repaint(self) -> None:
        """Other hits are to be shown."""
        raise NotImplementedError


class PageGround(Ground):
    """The pages of a page view."""

    is_known = True

    def __init__(self, view: PageView) -> None:
        super().__init__(view)
        self._view = view
        self._supply: Any = None

    def count(self) -> int:
        supply = self._view.supply
        if supply is not self._supply and supply is not None:
            supply.text_came.connect(self.came)
            supply.text_failed.connect(self.lost)
            supply.document.parse_finished.connect(self.renewed)  # what is running matter is known now
        self._supply = supply
        if supply is not None:
            supply.retry_texts()
        return len(supply.document.pages) if supply is not None else 0

    def here(self) -> int:
        return self._view.page

    def text(self, piece: int) -> str | None:
        supply = self._view.supply
        if supply is None:
            return ""
        supply.ask_text(piece)
        text = supply.text(piece)
        return text.text if text is not None else None

    def is_lost(self, piece: int) -> bool:
        supply = self._view.supply
        return supply is not None and supply.is_text_lost(piece)

    def aside(self, piece: int) -> Iterable[tuple[int, int]]:
        return self._view.selection.running(piece)

    def goes_on(self, _piece: int) -> bool:
        return True

    def sheet(self, piece: int, _at: int) -> int:
        return piece

    def show(self, hit: Hit) -> None:
        supply = self._view.supply
        text = supply.text(hit.piece) if supply is not None else None
        boxes = text.boxes(hit.start, hit.end) if text is not None else []
        if text is not None and boxes:
            self._view.travel.show_box(hit.piece + 1, text.geometry.box_to_page(boxes[0]))
        elif supply is not None:
            supply.ask_text(hit.piece)
            self._view.travel.to_page(hit.piece)

    def select(self, hit: Hit) -> None:
        end = (hit.piece, hit.end) if hit.rest is None else (hit.piece + 1, hit.rest[1])
        self._view.selection.select(on_pages.Caret(hit.piece, hit.start), on_pages.Caret(*end))

    def repaint(self) -> None:
        self._view.viewport().update()


class TextGround(Ground):
    """The paragraphs and cells of a text view."""

    def __init__(self, view: TranscriptView) -> None:
        super().__init__(view)
        self._view = view
        view.renewed.connect(self.renewed)

    @property
    def is_known(self) -> bool:
        return self._view.content is not None

    def count(self) -> int:
        content = self._view.content
        return len(content.pieces) if content is not None else 0

    def here(self) -> int:
        head = self._view.selection.head
        rect = self._view.caret_rect()
        if head is not None and 0 <= rect.center().y() <= self._view.column.height:
            return head.piece
        found = self._view.caret_on(self._view.column.height * READING / 4)
        return found[0].piece if found is not None else 0

    def text(self, piece: int) -> str:
        content = self._view.content
        return content.text(piece) if content is not None else ""

    def aside(self, _piece: int) -> Iterable[tuple[int, int]]:
        return ()

    def goes_on(self, piece: int) -> bool:
        """A cell ends what stands in it."""
        content = self._view.content
        if content is None or "cell" in {one.kind for one in content.pieces[piece : piece + 2]}:
            return False
        return content.starts[piece + 1] == content.starts[piece] + len(content.text(piece))

    def sheet(self, piece: int, at: int) -> int:
        content = self._view.content
        return content.trace.page_at(content.starts[piece] + at) - 1 if content is not None else 0

    def show(self, hit: Hit) -> None:
        view = self._view
        if view.content is not None:
            caret = Caret(hit.piece, hit.start)
            view.selection.select(caret, caret)
            first = view.content.starts[hit.piece]
            view.travel.show(first + hit.start, first + hit.end)

    def select(self, hit: Hit) -> None:
        end = (hit.piece, hit.end) if hit.rest is None else (hit.piece + 1, hit.rest[1])
        self._view.selection.select(Caret(hit.piece, hit.start), Caret(*end))

    def repaint(self) -> None:
        self._view.viewport().update()
