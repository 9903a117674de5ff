"""Page space to view pixels and back: the only place where the two meet.

Page space is PDF points, origin bottom-left, before /Rotate; view space is pixels, origin at the top-left corner of
the page as displayed, after /Rotate and the reader's own turn.

Annotations are real here: as strings those of the named tuples would each be compiled before page one.
"""

from typing import NamedTuple

from engine.model.geometry import Box
from engine.model.page import PageInfo

Point = tuple[float, float]


class PageGeometry(NamedTuple):
    """How one page lies in the view: `scale` in pixels a point, `turn` the reader's extra rotation in degrees
    clockwise (0, 90, 180, 270)."""

    info: PageInfo
    scale: float = 1.0
    turn: int = 0

    @property
    def rotation(self) -> int:
        """Degrees clockwise from page space to the view."""
        return (self.info.rotation + self.turn) % 360

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in view pixels."""
        box = self.info.box
        width, height = box.width * self.scale, box.height * self.scale
        return (height, width) if self.rotation in (90, 270) else (width, height)

    def to_view(self, x: float, y: float) -> Point:
        """View pixels of a point of page space."""
        box, scale = self.info.box, self.scale
        match self.rotation:
            case 90:
                return (y - box.bottom) * scale, (x - box.left) * scale
            case 180:
                return (box.right - x) * scale, (y - box.bottom) * scale
            case 270:
                return (box.top - y) * scale, (box.right - x) * scale
            case _:
                return (x - box.left) * scale, (box.top - y) * scale

    def to_page(self, across: float, down: float) -> Point:
        """Page space of a point in view pixels."""
        box, scale = self.info.box, self.scale
        across, down = across / scale, down / scale
        match self.rotation:
            case 90:
                return box.left + down, box.bottom + across
            case 180:
                return box.right - across, box.bottom + down
            case 270:
                return box.right - down, box.top - across
            case _:
                return box.left + across, box.top - down

    def box_to_view(self, box: Box) -> Box:
        """A box of page space as (left, top, right, bottom) of the view: y grows downwards here."""
        (x0, y0), (x1, y1) = self.to_view(box.left, box.bottom), self.to_view(box.right, box.top)
        return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    def box_to_page(self, box: Box) -> Box:
        """The box of page space under a view box (left, top, right, bottom)."""
        (x0, y0), (x1, y1) = self.to_page(box.left, box.bottom), self.to_page(box.right, box.top)
        return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
