"""Page space and view pixels are the same place for every rotation, turn, crop box and scale."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.model.geometry import Box
from engine.model.page import PageInfo
from gui.bridge.geometry import PageGeometry

lengths = st.floats(10, 5000)
corners = st.floats(-2000, 2000)
shares = st.floats(0, 1)
turns = st.sampled_from((0, 90, 180, 270))


@st.composite
def geometries(draw: st.DrawFn) -> PageGeometry:
    left, bottom = draw(corners), draw(corners)
    box = Box(left, bottom, left + draw(lengths), bottom + draw(lengths))
    info = PageInfo(1, box, draw(turns))
    return PageGeometry(info, draw(st.floats(0.05, 20)), draw(turns))


@given(geometries(), shares, shares)
def test_a_point_goes_to_the_view_and_back(geometry: PageGeometry, across: float, down: float) -> None:
    box = geometry.info.box
    x, y = box.left + across * box.width, box.bottom + down * box.height
    back = geometry.to_page(*geometry.to_view(x, y))
    assert back == pytest.approx((x, y), abs=1e-6)


@given(geometries(), shares, shares)
def test_every_point_of_the_page_lies_inside_its_picture(geometry: PageGeometry, across: float, down: float) -> None:
    box = geometry.info.box
    x, y = geometry.to_view(box.left + across * box.width, box.bottom + down * box.height)
    width, height = geometry.size
    assert -1e-6 <= x <= width + 1e-6
    assert -1e-6 <= y <= height + 1e-6


@given(geometries(), shares, shares, shares, shares)
def test_a_box_goes_to_the_view_and_back(
    geometry: PageGeometry, left: float, right: float, low: float, high: float
) -> None:
    page = geometry.info.box
    xs, ys = sorted((left, right)), sorted((low, high))
    box = Box(
        page.left + xs[0] * page.width,
        page.bottom + ys[0] * page.height,
        page.left + xs[1] * page.width,
        page.bottom + ys[1] * page.height,
    )
    assert geometry.box_to_page(geometry.box_to_view(box)) == pytest.approx(box, abs=1e-6)


@given(geometries())
def test_the_size_in_the_view_is_the_displayed_size_of_the_page(geometry: PageGeometry) -> None:
    turned = geometry.info._replace(rotation=geometry.rotation)
    width, height = turned.size
    assert geometry.size == pytest.approx((width * geometry.scale, height * geometry.scale))


def test_a_page_rotated_by_90_shows_its_left_edge_at_the_top() -> None:
    geometry = PageGeometry(PageInfo(1, Box(0, 0, 200, 100), 90))
    assert geometry.to_view(0, 0) == (0, 0)
    assert geometry.to_view(0, 100) == (100, 0)
    assert geometry.to_view(200, 0) == (0, 200)
