"""Which pictures the view needs for what it shows, in which order: one pure function.

A page up to 8 megapixels is one picture; beyond that a coarse picture of it and sharp tiles over what shows.

Annotations are real here: as strings those of the named tuples would each be compiled before page one.
"""

from collections.abc import Iterator
from typing import NamedTuple

from engine.model.geometry import Box
from gui.pages.camera import Camera

WHOLE = 8_000_000  # device pixels up to which a page is one picture
COARSE = 500_000  # device pixels of the first, coarse picture
EAGER = 3_000_000  # device pixels above which a page gets a coarse picture first
TILE = 1024  # device pixels, the side of a tile

Tile = tuple[int, int]


class Wanted(NamedTuple):
    """One picture: a page (index), `scale` in device pixels a point, and a tile (column, row) or None for the whole."""

    sheet: int
    scale: float
    tile: Tile | None = None


def wanted(camera: Camera, ratio: float, *, neighbours: bool = True) -> list[Wanted]:
    """The pictures of the visible pages, most urgent first, then of the pages before and after. `ratio` is device
    pixels a view pixel."""
    shown = camera.visible()
    wishes: list[Wanted] = []
    sharp: list[Wanted] = []
    for index in shown:
        if not is_across(camera, index):
            continue
        area = page_pixels(camera, index, ratio)
        if area > EAGER:
            wishes.append(Wanted(index, coarse_scale(camera, index)))
        sharp += [Wanted(index, camera.scale * ratio)] if area <= WHOLE else list(_tiles(camera, index, ratio))
    wishes += sharp
    if neighbours and shown:
        layout = camera.layout
        for index in (*layout.row(layout.row_of(shown.stop)), *layout.row(layout.row_of(shown.start) - 1)):
            small = page_pixels(camera, index, ratio) <= EAGER
            wishes.append(Wanted(index, camera.scale * ratio if small else coarse_scale(camera, index)))
    return wishes


def is_across(camera: Camera, index: int) -> bool:
    """Whether a page of a visible row is not beside the viewport."""
    page = camera.page_box(index)
    return page.right > 0 and page.left < camera.width


def page_pixels(camera: Camera, index: int, ratio: float) -> float:
    """Device pixels of a whole page at the present zoom."""
    width, height = camera.geometry(index).size
    return width * height * ratio * ratio


def coarse_scale(camera: Camera, index: int) -> float:
    """Device pixels a point of a page's coarse picture, the same at every zoom."""
    width, height = camera.layout.geometry(index, 1.0).size
    scale: float = (COARSE / max(1.0, width * height)) ** 0.5
    return round(scale, 3)


def tile_box(camera: Camera, want: Wanted) -> Box:
    """A tile's rectangle in displayed points of its page (left, top, right, bottom), cut at the page's edge."""
    width, height = camera.layout.geometry(want.sheet, 1.0).size
    column, row = want.tile or (0, 0)
    side = TILE / want.scale
    return Box(column * side, row * side, min((column + 1) * side, width), min((row + 1) * side, height))


def _tiles(camera: Camera, index: int, ratio: float) -> Iterator[Wanted]:
    page = camera.page_box(index)
    scale = camera.scale * ratio
    first_column, last_column = _span(-page.left, camera.width - page.left, page.width, ratio)
    first_row, last_row = _span(-page.bottom, camera.height - page.bottom, page.height, ratio)
    for row in range(first_row, last_row + 1):
        for column in range(first_column, last_column + 1):
            yield Wanted(index, scale, (column, row))


def _span(low: float, high: float, length: float, ratio: float) -> tuple[int, int]:
    last = max(0, int((length * ratio - 1) // TILE))
    first = max(0, int(max(low, 0.0) * ratio // TILE))
    return first, min(last, max(first, int(max(high - 0.01, 0.0) * ratio // TILE)))
