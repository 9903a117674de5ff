"""Tiles of a page: they meet, cover the page, and stay inside it, for every rotation, crop box and scale."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.model.geometry import Box
from engine.model.page import PageInfo
from engine.model.pixels import page_pixels, pixel_rect

origins = st.floats(-500, 500)
lengths = st.floats(20, 900)
pages = st.builds(
    lambda left, bottom, width, height, rotation: PageInfo(
        1, Box(left, bottom, left + width, bottom + height), rotation
    ),
    origins,
    origins,
    lengths,
    lengths,
    st.sampled_from([0, 90, 180, 270]),
)
QUICK = settings(max_examples=60, deadline=None)
scales = st.floats(0.05, 8)


@QUICK
@given(pages, scales, st.floats(0.1, 0.9))
def test_two_halves_meet_without_gap_or_overlap(page: PageInfo, scale: float, share: float) -> None:
    box = page.box
    middle = box.left + share * box.width
    halves = [Box(box.left, box.bottom, middle, box.top), Box(middle, box.bottom, box.right, box.top)]
    rects = sorted(pixel_rect(page, scale, half) for half in halves)
    full = page_pixels(page, scale)
    if page.rotation % 180:
        spans, whole = sorted((rect.y, rect.height) for rect in rects), full[1]
    else:
        spans, whole = sorted((rect.x, rect.width) for rect in rects), full[0]
    if whole >= 2 and all(length >= 2 for _, length in spans):
        assert spans[0][0] == 0
        assert sum(spans[0]) == spans[1][0]
        assert sum(spans[1]) == whole


@QUICK
@given(pages, scales, origins, origins, lengths, lengths)
def test_a_tile_has_a_pixel_and_lies_on_the_page(
    page: PageInfo, scale: float, left: float, bottom: float, width: float, height: float
) -> None:
    rect = pixel_rect(page, scale, Box(left, bottom, left + width, bottom + height))
    full_width, full_height = page_pixels(page, scale)
    assert rect.width >= 1
    assert rect.height >= 1
    assert 0 <= rect.x <= full_width - rect.width
    assert 0 <= rect.y <= full_height - rect.height


@QUICK
@given(pages, scales)
def test_the_whole_page_is_the_tile_of_its_box(page: PageInfo, scale: float) -> None:
    assert pixel_rect(page, scale, page.box) == pixel_rect(page, scale, None)
