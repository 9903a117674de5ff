"""Keeps the pages and the text at one place: the view behind follows the one that is read, and what was selected in the
one is selected in the other when they change places.

The reader's line is taken to be a third down the viewport in both. A jump of the pages behind (page box, thumbnails,
bookmarks, links, back and forward) takes the text along.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from engine.model.geometry import Box, box_of_quad
from gui.pages.camera import Spot
from gui.pages.selection import Caret as PageCaret
from gui.pages.view import PageView
from gui.transcript.content import Caret, Content
from gui.transcript.selection import quads_by_share
from gui.transcript.view import READING, TranscriptView

_STILL = 6.0  # points the pages may be off before that counts as a jump
_HEAD = 24.0  # pixels from the top at which the text shows where a jump led


class TwoViews(QObject):
    """One page view and one text view of the same document."""

    def __init__(self, pages: PageView, text: TranscriptView) -> None:
        super().__init__(text)
        self._pages = pages
        self._text = text
        self._is_moving = False  # also while the views change places
        self._is_due = False  # the text is to be put where the pages are, once it is there
        self._known: Spot | None = None  # where the pages were put last
        self._left: tuple[Spot, int, tuple[int, float]] | None = None  # place, page and text when the text came forward
        text.moved.connect(self._on_text_moved)
        text.renewed.connect(self._on_renewed)
        pages.moved.connect(self._on_pages_moved)

    def hold(self) -> None:
        """The views are about to change places: neither follows the other until `to_text` or `to_pages`."""
        self._is_moving = True

    def to_text(self) -> None:
        """The text is read from now on."""
        self._is_moving = False
        content = self._content
        self._is_due = content is None
        if content is None:
            return
        here = self._pages.travel.here()
        y, spot = self._anchor_on_pages()
        caret: Caret | None = Caret(0, 0)
        if here.sheet or here.down > 0:  # from the top of the document to its top
            caret = self.caret_of(content, spot)
        self._is_moving = True
        if caret is not None:
            self._text.put(caret, y)
        self._is_moving = False
        self._carry_to_text(content, caret or Caret(0, 0))
        self._known = here
        self._left = here, self._pages.camera.current(), self._place()

    def to_pages(self) -> None:
        """The pages are read from now on."""
        self._is_moving = False
        content = self._content
        if content is None:
            return
        if self._left is not None and self._left[2] == self._place():
            self._put_pages(self._left[0], 0.0, 0.0, self._left[1])
        else:
            y, caret = self._anchor_in_text()
            if caret is not None:
                self._put_pages(self.spot_of(content, caret), None, y)
        self._carry_to_pages(content)

    def caret_of(self, content: Content, spot: Spot) -> Caret | None:
        """The caret of the text at, or first after, a point of a page."""
        page = spot.sheet + 1
        text = self._pages.supply.text(spot.sheet) if self._pages.supply is not None else None
        if text is not None:
            lines = [line for line in text.lines if line.box.top > spot.down]
            raw = min(lines, key=lambda line: line.box.bottom).start if lines else len(text.text)
        else:
            raw = self._raw_by_share(content, spot)
        offset = content.trace.first_at(page, raw)
        return content.caret(offset) if offset is not None else content.end

    def spot_of(self, content: Content, caret: Caret) -> Spot:
        """Where a caret of the text stands on its page."""
        last = max(len(content.text(caret.piece)) - 1, 0)
        offset = content.offset(caret._replace(at=min(caret.at, last)))
        found = next(content.trace.places(offset, offset + 1), None)
        if found is None:
            return Spot(content.trace.page_at(offset) - 1, 0.0, 0.0)
        text = self._pages.supply.text(found.page - 1) if self._pages.supply is not None else None
        box: Box | None = text.box(found.raw_start) if text is not None and found.raw_start < len(text.text) else None
        if box is None:
            quads = quads_by_share(content.pieces[caret.piece], found.page, found.raw_start, found.raw_end)
            quad = next(quads, None)
            geometry = self._pages.camera.layout.geometry(found.page - 1, 1.0)
            box = geometry.box_to_view(box_of_quad(quad)) if quad is not None else Box(0, 0, 0, 0)
        return Spot(found.page - 1, box.left, box.bottom)

    @property
    def _content(self) -> Content | None:
        """The text, while both views are of one document and there is any."""
        content = self._text.content
        is_pair = self._pages.document is not None and self._pages.document is self._text.document
        return content if is_pair and content is not None and content.pieces else None

    def _raw_by_share(self, content: Content, spot: Spot) -> int:
        """The raw character at a height of a page, by the printed lines of the paragraphs there."""
        start = content.trace.page_starts.get(spot.sheet + 1)
        if start is None:
            return 0
        geometry = self._pages.camera.layout.geometry(spot.sheet, 1.0)
        first = content.caret(start).piece
        for piece in content.pieces[first : first + 400]:
            for place in piece.places:
                if place.page != spot.sheet + 1 or place.chars is None:
                    continue
                for number, quad in enumerate(place.quads):
                    if geometry.box_to_view(box_of_quad(quad)).top > spot.down:
                        low, high = place.chars
                        return low + round((high - low) * number / len(place.quads))
        return 1 << 30

    def _anchor_on_pages(self) -> tuple[float, Spot]:
        """The height at which the reader looks at the pages, and the point there: the selected mark while it shows."""
        view = self._pages
        camera, supply, document = view.camera, view.supply, view.document
        marks = supply.marks.of_item(document.selected) if supply is not None and document is not None else ()
        for mark in marks[:1]:
            sheet = camera.page_box(mark.page - 1)
            box = camera.geometry(mark.page - 1).box_to_view(mark.boxes[0])
            y = sheet.bottom + box.bottom
            if mark.page - 1 in camera.visible() and 0 <= y <= camera.height * 0.9:
                middle = (box.bottom + box.top) / 2 / camera.scale
                return y, Spot(mark.page - 1, box.left / camera.scale, middle)
        y = camera.height * READING
        return y, camera.spot_at(camera.width / 2, y)

    def _anchor_in_text(self) -> tuple[float, Caret | None]:
        """The height at which the reader looks at the text, and the caret there."""
        text = self._text
        marks, document, content = text.matter.marks, text.document, text.content
        span = marks.first_span(document.selected) if marks is not None and document and document.selected else None
        if span is not None and content is not None:
            caret = content.caret(span[0])
            if abs(content.block_of(caret.piece) - text.column.block) < 60:
                rect = text.column.caret_rect(caret)
                if 0 <= rect.top() <= text.column.height * 0.9:
                    return rect.top(), caret
        found = text.caret_on(text.column.height * READING)
        return (found[1], found[0]) if found is not None else (0.0, None)

    def _place(self) -> tuple[int, float]:
        return self._text.column.block, round(self._text.column.down, 1)

    def _put_pages(self, spot: Spot, x: float | None, y: float, page: int = -1) -> None:
        view = self._pages
        camera = view.camera
        if not 0 <= spot.sheet < len(camera.layout.pages):
            return
        self._is_moving = True
        across = spot.across
        if x is None:  # leave the pages where they are across
            x = camera.width / 2
            across = camera.spot_at(x, camera.height * READING).across
        is_new = camera.layout.reveal(spot.sheet)
        camera.place_spot(spot._replace(across=across), x, y)
        camera.aim = page if page >= 0 else spot.sheet
        if is_new:
            view.arrange()
        else:
            view.put(camera.x, camera.y)
        self._is_moving = False
        self._known = view.travel.here()

    def _carry_to_text(self, content: Content, here: Caret) -> None:
        """Select in the text what is selected on the pages; without that the caret is where the reader looks."""
        chosen, selection = self._pages.selection, self._text.selection
        if chosen.is_empty or chosen.anchor is None or chosen.head is None:
            if selection.head is None:
                selection.select(here, here)
            return
        ends = []
        for caret in (chosen.anchor, chosen.head):
            offset = content.trace.first_at(caret.sheet + 1, caret.at)
            ends.append(content.caret(offset) if offset is not None else content.end)
        first, last = sorted(ends)
        if last.at == 0 and last.piece > first.piece:  # the end of a paragraph, not the beginning of the next
            last = Caret(last.piece - 1, len(content.text(last.piece - 1)))
        selection.select(*((first, last) if chosen.anchor <= chosen.head else (last, first)))

    def _carry_to_pages(self, content: Content) -> None:
        """Select on the pages what is selected in the text."""
        selection = self._text.selection
        parts = selection.pieces()
        if not parts:
            self._pages.selection.clear()
            return
        (first, low, _), (last, _, high) = parts[0], parts[-1]
        start = next(content.trace.places(*_sign(content, first, low)), None)
        end = next(content.trace.places(*_sign(content, last, high - 1)), None)
        if start is None or end is None:
            return
        ends = PageCaret(start.page - 1, start.raw_start), PageCaret(end.page - 1, end.raw_end)
        for caret in ends:
            if self._pages.supply is not None:
                self._pages.supply.ask_text(caret.sheet)
        is_forward = selection.anchor is not None and selection.head is not None and selection.anchor <= selection.head
        self._pages.selection.select(*(ends if is_forward else ends[::-1]))

    def _on_text_moved(self) -> None:
        content = self._content
        if self._is_moving or not self._text.is_front or content is None or self._is_due:
            return
        if self._left is not None and self._left[2] == self._place():
            return
        y, caret = self._anchor_in_text()
        if caret is not None:
            self._put_pages(self.spot_of(content, caret), None, y)

    def _on_pages_moved(self) -> None:
        content = self._content
        if self._is_moving or not self._text.is_front or content is None:
            return
        here = self._pages.travel.here()
        known = self._known
        if known is not None and known.sheet == here.sheet and abs(known.down - here.down) < _STILL:
            return
        self._known = here
        caret = self.caret_of(content, self._pages.camera.spot_at(self._pages.camera.width / 2, _HEAD))
        if caret is not None:
            self._is_moving = True
            self._text.put(caret, _HEAD)
            self._is_moving = False

    def _on_renewed(self) -> None:
        if self._is_due and self._text.is_front:
            self.to_text()


def _sign(content: Content, piece: int, at: int) -> tuple[int, int]:
    offset = content.starts[piece] + at
    return offset, offset + 1
