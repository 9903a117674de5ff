"""Jumps of the page view: to a page, to a place, back and forward; short ways glide, shown places do not move."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

from engine.model.geometry import Box
from engine.model.page import PageInfo
from gui.pages.camera import Camera, Spot
from gui.pages.layout import GAP, MARGIN
from gui.pages.marks import box_of_places
from gui.pages.trail import Stop, Trail

_COMFORT = 0.12  # share of the viewport's height at its top and bottom where a shown place feels cut off
_HIGH = 0.6  # share of the height above which a place is shown from its top instead of centred


class Mover(Protocol):
    """What can be moved: the page view."""

    camera: Camera
    is_front: bool

    def scroll_to(self, x: float, y: float, *, glide: bool = True, aim: int = -1) -> None: ...
    def arrange(self) -> None: ...


class Travel:
    """Where the view goes, and where it has been."""

    def __init__(self, view: Mover) -> None:
        self.trail = Trail()
        self._view = view

    def here(self) -> Spot:
        """The spot at the viewport's top left."""
        return self._view.camera.spot_at(0, 0)

    def leave(self) -> None:
        """Remember where the reader is, before a jump."""
        self.trail.leave(self._stop())

    def to_page(self, index: int) -> None:
        """Show a page's top; the way back is remembered."""
        pages = self._view.camera.layout.pages
        if pages:
            self.leave()
            self._go(min(max(index, 0), len(pages) - 1))

    def to_target(self, page: int, top: float | None) -> None:
        """Show a PDF page from a height of page space on, as a link or a bookmark asks for; None is its upper edge."""
        camera = self._view.camera
        if top is None or not 0 < page <= len(camera.layout.pages):
            self.to_page(page - 1)
            return
        here = self._stop()
        is_new = self._reveal(page - 1)
        self.trail.leave(here)
        box = camera.layout.pages[page - 1].box
        height = min(max(top, box.bottom), box.top)
        down = camera.geometry(page - 1).box_to_view(Box(box.left, height, box.right, height)).bottom
        sheet = camera.page_box(page - 1)
        self._view.scroll_to(camera.x, camera.y + sheet.bottom + down - GAP, glide=not is_new, aim=page - 1)

    def turn(self, rows: int, *, at_end: bool = False) -> bool:
        """Show the row before (-1) or after (1) the one that is read, from its top or at its end; False where there is
        none."""
        layout = self._view.camera.layout
        pages = layout.row(layout.row_of(self._view.camera.current()) + rows) if layout.pages else range(0)
        if pages:
            self._go(pages.start, at_end=at_end)
        return bool(pages)

    def to_end(self, direction: int) -> None:
        """Show the beginning (-1) or the end (1) of the document."""
        pages = self._view.camera.layout.pages
        if pages:
            self.leave()
            self._go(0 if direction < 0 else len(pages) - 1, at_end=direction > 0)

    def back(self) -> None:
        self._follow(self.trail.back(self._stop()))

    def forward(self) -> None:
        self._follow(self.trail.forward(self._stop()))

    def on_places_wanted(self, places: Iterable[Any], initiator: str) -> None:
        """Somebody asks the view in front to show places."""
        camera = self._view.camera
        if initiator != "page" and self._view.is_front:
            self.show(camera.layout.pages, places)

    def show(self, pages: Iterable[PageInfo], places: Iterable[Any], *, glide: bool = True) -> None:
        """Bring the first of some places into view."""
        found = box_of_places(pages, places)
        if found is not None:
            self.show_box(*found, glide=glide)

    def show_box(self, page: int, box: Box, *, glide: bool = True) -> None:
        """Bring a box of a PDF page into view, moving only when it does not already show comfortably."""
        camera = self._view.camera
        if not 0 < page <= len(camera.layout.pages):
            return
        here = self._stop()
        if self._reveal(page - 1):
            self.trail.leave(here)
            glide = False
        sheet = camera.page_box(page - 1)
        left, top, right, low = camera.geometry(page - 1).box_to_view(box)
        top, low = top + sheet.bottom, low + sheet.bottom
        left, right = left + sheet.left, right + sheet.left
        x, y = camera.x, camera.y
        rim = _COMFORT * camera.height
        if top < rim or low > camera.height - rim:
            y += (top + low) / 2 - camera.height * 0.4 if low - top < camera.height * _HIGH else top - rim
        if left < 0 or right > camera.width:
            x += (left + right) / 2 - camera.width / 2
        if (x, y) == (camera.x, camera.y):
            return
        if abs(y - camera.y) > camera.height:
            self.trail.leave(here)
        self._view.scroll_to(x, y, glide=glide, aim=page - 1)

    def _go(self, index: int, *, at_end: bool = False) -> None:
        """Show a page's top, or its end where it is higher than the viewport."""
        camera = self._view.camera
        is_new = self._reveal(index)
        sheet = camera.page_box(index)
        x = camera.x
        if not 0 <= (sheet.left + sheet.right) / 2 <= camera.width:
            x += sheet.left - MARGIN
        y = sheet.bottom - GAP / 2
        if at_end:
            y = max(y, sheet.top - camera.height + MARGIN)
        self._view.scroll_to(x, camera.y + y, glide=not is_new, aim=index)

    def _reveal(self, index: int) -> bool:
        """Bring a page onto the stage; whether that took another one away."""
        camera = self._view.camera
        if not camera.layout.reveal(index):
            return False
        camera.aim = camera.fitted = index
        camera.refit()
        camera.move_to(camera.x, 0.0)
        camera.centre()
        self._view.arrange()
        return True

    def _stop(self) -> Stop:
        return Stop(self.here(), self._view.camera.current())

    def _follow(self, stop: Stop | None) -> None:
        camera = self._view.camera
        if stop is not None and stop.spot.sheet < len(camera.layout.pages):
            spot = stop.spot
            is_new = self._reveal(spot.sheet)
            left = camera.left(spot.sheet) + spot.across * camera.scale
            top = camera.top(spot.sheet) + spot.down * camera.scale
            self._view.scroll_to(left, top, glide=not is_new, aim=stop.page)
