"""What part of the column the viewport shows: zoom, fit and the arithmetic between viewport and page points.

A spot is a page index with a point of that page in displayed points (origin top-left, after rotation), so it survives
every change of zoom.

Annotations are real here: as strings those of the named tuples would each be compiled before page one.
"""

from typing import NamedTuple

from engine.model.geometry import Box
from gui.bridge.geometry import PageGeometry
from gui.pages.layout import ColumnLayout
from gui.pages.zoom import PIXELS_A_POINT, Fit, clamped, fitted


class Spot(NamedTuple):
    """A point of a page in displayed points."""

    sheet: int
    across: float
    down: float


class Camera:
    """The view's state of zoom and place. `x` and `y` are the column's coordinates of the viewport's top-left."""

    def __init__(self) -> None:
        self.layout = ColumnLayout(())
        self.zoom = 1.0
        self.fit: Fit = "width"
        self.width = 1.0
        self.height = 1.0
        self.x = 0.0
        self.y = 0.0

    @property
    def scale(self) -> float:
        """View pixels a point."""
        return self.zoom * PIXELS_A_POINT

    @property
    def content(self) -> tuple[float, float]:
        """Size of everything that can be scrolled over, never smaller than the viewport."""
        width, height = self.layout.size(self.scale)
        return max(width, self.width), max(height, self.height)

    def refit(self) -> None:
        """Take the zoom from the fit, if the user chose one."""
        if self.fit == "free" or not self.layout.pages:
            return
        page = (self.layout.widest, 1.0) if self.fit == "width" else self.layout.geometry(self.current(), 1.0).size
        self.zoom = fitted(self.fit, page, (self.width, self.height))

    def set_zoom(self, zoom: float) -> None:
        self.zoom = clamped(zoom)
        self.fit = "free"

    def visible(self) -> range:
        """Indices of the pages that show."""
        return self.layout.visible(self.y, self.y + self.height, self.scale)

    def current(self) -> int:
        """The page the reader is on: the one under a line a third down the viewport."""
        return self.layout.index_at(self.y + self.height / 3, self.scale)

    def page_box(self, index: int) -> Box:
        """A page's rectangle (left, top, right, bottom) in viewport pixels."""
        geometry = self.geometry(index)
        left = self.layout.left(index, self.scale, self.content[0]) - self.x
        top = self.layout.top(index, self.scale) - self.y
        width, height = geometry.size
        return Box(left, top, left + width, top + height)

    def geometry(self, index: int) -> PageGeometry:
        return self.layout.geometry(index, self.scale)

    def spot_at(self, across: float, down: float) -> Spot:
        """The page point under a viewport point (outside of pages: beyond the nearest page's edge)."""
        if not self.layout.pages:
            return Spot(0, 0.0, 0.0)
        index = self.layout.index_at(self.y + down, self.scale)
        box = self.page_box(index)
        return Spot(index, (across - box.left) / self.scale, (down - box.bottom) / self.scale)

    def place_spot(self, spot: Spot, across: float, down: float) -> None:
        """Move so that a spot lies under a viewport point, as far as the column's ends allow."""
        if not self.layout.pages:
            return
        left = self.layout.left(spot.sheet, self.scale, self.content[0])
        top = self.layout.top(spot.sheet, self.scale)
        self.move_to(left + spot.across * self.scale - across, top + spot.down * self.scale - down)

    def move_to(self, x: float, y: float) -> None:
        width, height = self.content
        self.x = min(max(x, 0.0), max(0.0, width - self.width))
        self.y = min(max(y, 0.0), max(0.0, height - self.height))
