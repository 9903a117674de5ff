"""Bands of a page to print: whole pixels, nothing twice, nothing left out."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF

from engine.model.geometry import Box
from engine.model.page import PageInfo
from engine.model.pixels import page_pixels, pixel_rect
from gui.bridge.geometry import PageGeometry
from gui.pages.printing import Sheet, bands_of


@pytest.mark.parametrize("fine", [300 / 72, 600 / 72, 1.37])
@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_bands_meet_and_cover_the_page(fine: float, rotation: int) -> None:
    info = PageInfo(1, Box(10, 20, 605.3, 861.9), rotation)
    geometry = PageGeometry(info)
    rects = [
        pixel_rect(info, fine, geometry.box_to_page(band)) for band in bands_of(Sheet(geometry, 1, fine, QPointF()))
    ]
    width, height = page_pixels(info, fine)
    assert rects[0].y == 0
    assert all((one.x, one.width) == (0, width) for one in rects)
    assert all(one.y + one.height == other.y for one, other in pairwise(rects))
    assert rects[-1].y + rects[-1].height == height
    assert max(one.width * one.height for one in rects) <= 2_100_000
