"""What part of the stage the viewport shows: zoom, fit and the arithmetic between viewport and page points.

A spot is a page index with a point of that page in displayed points (origin top-left, after rotation), so it survives
every change of zoom.

Annotations are real here: as strings those of the named tuples would each be compiled before page one.
"""

from typing import NamedTuple

from engine.model.geometry import Box
from gui.bridge.geometry import PageGeometry
from gui.pages.layout import PageLayout
from gui.pages.zoom import PIXELS_A_POINT, Fit, clamped, fitted


class Spot(NamedTuple):
    """A point of a page in displayed points."""

    sheet: int
    across: float
    down: float


class Camera:
    """The view's state of zoom and place. `x` and `y` are the stage's coordinates of the viewport's top-left; `aim` is
    the page the reader asked for, which is the current one for as long as it shows, -1 for none; `fitted` is the page
    a fit goes by. `room` is what the viewport would measure without scroll bars, `bars` how thick these are: were the
    zoom taken from the viewport itself, a bar could come and go with it for ever."""

    def __init__(self) -> None:
        self.layout = PageLayout(())
        self.aim = -1
        self.zoom = 1.0
        self.fit: Fit = "width"
        self.fitted = 0
        self.room: tuple[float, float] | None = None
        self.bars = (0.0, 0.0)
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
        """Size of the stage, never smaller than the viewport."""
        width, height = self.layout.size(self.scale)
        return max(width, self.width), max(height, self.height)

    def refit(self) -> None:
        """Take the zoom from the fit, if the user chose one."""
        layout = self.layout
        if self.fit == "free" or not layout.pages:
            return
        row = layout.row_size(min(self.fitted, len(layout.pages) - 1))
        width, height = self.room or (self.width, self.height)
        self.zoom = fitted(self.fit, row, (width - layout.between, height))
        across, down = layout.size(self.scale)
        if down > height + 1:
            width -= self.bars[0]
        if across > width + 1 and layout.row_width > row[0]:
            height -= self.bars[1]
        self.zoom = fitted(self.fit, row, (width - layout.between, height))

    def centre(self) -> None:
        """What is fitted stands in the middle, where wider pages than it make the stage wider than the viewport."""
        if self.fit != "free":
            self.move_to((self.content[0] - self.width) / 2, self.y)

    def set_zoom(self, zoom: float) -> None:
        self.zoom = clamped(zoom)
        self.fit = "free"

    def visible(self) -> range:
        """Indices of the pages that show."""
        y = self.y - self._lead()
        return self.layout.visible(y, y + self.height, self.scale)

    def current(self) -> int:
        """The page the reader is on: the one asked for while it shows, else the one a third from the top left."""
        return self.aim if self.aim in self.visible() else self._page_at(self.width / 3, self.height / 3)

    def left(self, index: int) -> float:
        """Left edge of a page on the stage."""
        return self.layout.left(index, self.scale, self.content[0])

    def top(self, index: int) -> float:
        """Upper edge of a page on the stage."""
        return self._lead() + self.layout.top(index, self.scale)

    def page_box(self, index: int) -> Box:
        """A page's rectangle (left, top, right, bottom) in viewport pixels."""
        left, top = self.left(index) - self.x, self.top(index) - self.y
        width, height = self.geometry(index).size
        return Box(left, top, left + width, top + height)

    def geometry(self, index: int) -> PageGeometry:
        return self.layout.geometry(index, self.scale)

    def spot_at(self, across: float, down: float) -> Spot:
        """The page point under a viewport point (outside of pages: beyond the nearest page's edge)."""
        if not self.layout.pages:
            return Spot(0, 0.0, 0.0)
        index = self._page_at(across, down)
        box = self.page_box(index)
        return Spot(index, (across - box.left) / self.scale, (down - box.bottom) / self.scale)

    def place_spot(self, spot: Spot, across: float, down: float) -> None:
        """Move so that a spot lies under a viewport point, as far as the stage's ends allow."""
        if not self.layout.pages:
            return
        self.layout.reveal(spot.sheet)
        left, top = self.left(spot.sheet), self.top(spot.sheet)
        self.move_to(left + spot.across * self.scale - across, top + spot.down * self.scale - down)

    def move_to(self, x: float, y: float) -> None:
        width, height = self.content
        self.x = min(max(x, 0.0), max(0.0, width - self.width))
        self.y = min(max(y, 0.0), max(0.0, height - self.height))

    def _page_at(self, across: float, down: float) -> int:
        return self.layout.page_at(self.x + across, self.y + down - self._lead(), self.scale, self.content[0])

    def _lead(self) -> float:
        """What lies above a stage lower than the viewport, so that it stands in the middle."""
        return max(0.0, (self.height - self.layout.size(self.scale)[1]) / 2)
