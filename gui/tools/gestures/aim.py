"""What lies under a point of a page view: marks, links, text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt

from engine.model.geometry import Box
from engine.model.link import Link
from gui.pages.camera import Spot
from gui.pages.marks import Mark
from gui.pages.page_text import PageText
from gui.pages.selection import Caret
from gui.pages.view import PageView

_SMALLEST = 3.0  # points a box must measure


class Aim:
    """Answers for one view; points are the viewport's."""

    def __init__(self, view: PageView) -> None:
        self.view = view

    def spot(self, point: QPointF) -> Spot | None:
        """The page point, None while there are no pages."""
        if self.view.supply is None or not self.view.camera.layout.pages:
            return None
        return self.view.camera.spot_at(point.x(), point.y())

    def is_on_page(self, point: QPointF) -> bool:
        """Whether a sheet lies under the point."""
        spot = self.spot(point)
        if spot is None:
            return False
        sheet = self.view.camera.page_box(spot.sheet)
        return sheet.left <= point.x() <= sheet.right and sheet.bottom <= point.y() <= sheet.top

    def marks(self, point: QPointF) -> list[Mark]:
        """Marks under the point, the smallest first."""
        spot, supply = self.spot(point), self.view.supply
        if spot is None or supply is None:
            return []
        geometry = self.view.camera.layout.geometry(spot.sheet, 1.0)
        return supply.marks.at(spot.sheet + 1, *geometry.to_page(spot.across, spot.down))

    def link(self, point: QPointF) -> Link | None:
        """The PDF's own link, once the page's links are known."""
        spot, supply = self.spot(point), self.view.supply
        if spot is None or supply is None:
            return None
        geometry = self.view.camera.layout.geometry(spot.sheet, 1.0)
        return supply.link_at(spot.sheet, *geometry.to_page(spot.across, spot.down))

    def text(self, sheet: int) -> PageText | None:
        """A page's characters; asks for them where they have not come."""
        supply = self.view.supply
        if supply is None:
            return None
        supply.ask_text(sheet)
        return supply.text(sheet)

    def caret(self, point: QPointF) -> Caret | None:
        """The gap between characters nearest the point."""
        return self.caret_of(self.spot(point))

    def caret_of(self, spot: Spot | None) -> Caret | None:
        """The gap between characters nearest a spot; None while the text has not come, which is asked for."""
        text = self.text(spot.sheet) if spot is not None else None
        return Caret(spot.sheet, text.caret_at(spot.across, spot.down)) if spot is not None and text else None

    def unit(self, caret: Caret, clicks: int) -> tuple[Caret, Caret] | None:
        """The word (two clicks) or the line (three) around a caret."""
        text = self.text(caret.sheet)
        if text is None:
            return None
        start, end = text.line_at(caret.at) if clicks == 3 else text.word_at(caret.at)
        return Caret(caret.sheet, start), Caret(caret.sheet, end)

    @property
    def height(self) -> float:
        """Of what shows, in pixels."""
        return self.view.camera.height

    def select(self, anchor: Caret, head: Caret) -> None:
        self.view.selection.select(anchor, head)

    def scroll_by(self, step: float) -> None:
        """Show what lies so many pixels further down, at once."""
        self.view.scroll_to(self.view.camera.x, self.view.camera.y + step, glide=False)

    def when_text_comes(self, call: Callable[[], None]) -> None:
        """Call once when the characters of any page have come."""
        if self.view.supply is not None:
            once = Qt.ConnectionType.SingleShotConnection
            self.view.supply.text_came.connect(lambda _sheet: call(), once)

    def is_over_text(self, point: QPointF) -> bool:
        """Whether a line of text lies under the point."""
        spot = self.spot(point)
        text = self.text(spot.sheet) if spot is not None else None
        return spot is not None and text is not None and text.is_over(spot.across, spot.down)

    def box_of(self, sheet: int, rect: QRectF, *, keeps_size: bool) -> Box | None:
        """A viewport rectangle as a box of a page's space, moved (`keeps_size`) or cut to lie on it; None where too
        little of it is left to be seen."""
        camera = self.view.camera
        page = camera.page_box(sheet)
        left, top = rect.left() - page.left, rect.top() - page.bottom
        if keeps_size:
            left = min(max(left, 0.0), max(0.0, page.width - rect.width()))
            top = min(max(top, 0.0), max(0.0, page.height - rect.height()))
        right, low = min(left + rect.width(), page.width), min(top + rect.height(), page.height)
        left, top = max(left, 0.0), max(top, 0.0)
        if min(right - left, low - top) < _SMALLEST * camera.scale:
            return None
        return camera.geometry(sheet).box_to_page(Box(left, top, right, low))

    def line_end(self, page: int, box: Box, along: float) -> QPointF:
        """Where the lower edge of a line of text begins (0.0) or ends (1.0) in the viewport."""
        sheet, text = self.view.camera.page_box(page - 1), self.text(page - 1)
        if text is None:
            shown = self.rect(page, box)
            return QPointF(shown.left + along * shown.width, shown.top)
        x, y = text.point_in(box, along, 1.0)
        return QPointF(sheet.left + x * self.view.camera.scale, sheet.bottom + y * self.view.camera.scale)

    def rect(self, page: int, box: Box) -> Box:
        """Where a box of a PDF page shows in the viewport (y grows downwards)."""
        camera = self.view.camera
        sheet = camera.page_box(page - 1)
        left, top, right, low = camera.geometry(page - 1).box_to_view(box)
        return Box(sheet.left + left, sheet.bottom + top, sheet.left + right, sheet.bottom + low)
