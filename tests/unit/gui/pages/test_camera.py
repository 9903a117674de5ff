"""Zoom and place: what lies under the pointer stays there, fits fit."""

from __future__ import annotations

import pytest

from engine.model.geometry import Box
from engine.model.page import PageInfo
from gui.pages.camera import Camera
from gui.pages.layout import MARGIN, Arrangement, PageLayout
from gui.pages.wanted import EAGER, TILE, WHOLE, page_pixels, tile_box, wanted
from gui.pages.zoom import LARGEST, SMALLEST, STEPS, Fit, clamped, stepped


@pytest.fixture
def camera() -> Camera:
    made = Camera()
    made.layout = PageLayout(tuple(PageInfo(number, Box(0, 0, 595, 842)) for number in range(1, 21)))
    made.width, made.height = 900.0, 700.0
    return made


def test_zooming_keeps_the_spot_under_the_pointer(camera: Camera) -> None:
    camera.set_zoom(2.0)
    camera.move_to(200, 5000)
    spot = camera.spot_at(300, 250)
    camera.set_zoom(3.0)
    camera.place_spot(spot, 300, 250)
    again = camera.spot_at(300, 250)
    assert again.sheet == spot.sheet
    assert (again.across, again.down) == pytest.approx((spot.across, spot.down), abs=0.01)


def test_fit_width_leaves_the_margins_free(camera: Camera) -> None:
    camera.fit = "width"
    camera.refit()
    assert camera.layout.geometry(0, camera.scale).size[0] == pytest.approx(900 - 2 * MARGIN)


def test_fit_page_shows_a_whole_page(camera: Camera) -> None:
    camera.fit = "page"
    camera.refit()
    assert camera.layout.geometry(0, camera.scale).size[1] <= 700 - 2 * MARGIN + 0.01


def test_fit_width_goes_by_the_page_that_is_read(camera: Camera) -> None:
    sizes = [(595, 842), (1190, 842), (595, 842)]
    camera.layout = PageLayout(tuple(PageInfo(n, Box(0, 0, *size)) for n, size in enumerate(sizes, 1)))
    camera.fit = "width"
    camera.refit()
    camera.centre()
    box = camera.page_box(0)
    assert (box.left, box.right) == pytest.approx((MARGIN, 900 - MARGIN))
    camera.fitted = 1
    camera.refit()
    camera.centre()
    assert camera.page_box(1).left == pytest.approx(MARGIN)
    assert camera.page_box(1).right == pytest.approx(900 - MARGIN)


@pytest.mark.parametrize("fit", ["width", "page"])
def test_a_fit_does_not_hang_on_the_scroll_bars_that_show(camera: Camera, fit: Fit) -> None:
    sizes = [(595, 842), (1190, 842), (300, 200)]
    camera.layout = PageLayout(tuple(PageInfo(n, Box(0, 0, *size)) for n, size in enumerate(sizes, 1)))
    camera.fit, camera.room, camera.bars = fit, (900.0, 700.0), (15.0, 15.0)
    zooms = set()
    for camera.width, camera.height in ((900.0, 700.0), (885.0, 700.0), (885.0, 685.0), (900.0, 685.0)):
        camera.refit()
        zooms.add(camera.zoom)
    assert len(zooms) == 1


def test_a_page_alone_on_the_stage_is_not_scrolled_beside_as_the_widest(camera: Camera) -> None:
    sizes = [(595, 842), (1190, 842)]
    pages = tuple(PageInfo(n, Box(0, 0, *size)) for n, size in enumerate(sizes, 1))
    camera.layout = PageLayout(pages, 0, Arrangement(is_paged=True))
    camera.refit()
    assert camera.content[0] == pytest.approx(900)
    assert camera.page_box(0).left == pytest.approx(MARGIN)


def test_choosing_a_zoom_ends_the_fit(camera: Camera) -> None:
    camera.set_zoom(1.5)
    assert camera.fit == "free"


def test_moving_stops_at_the_ends(camera: Camera) -> None:
    camera.move_to(-50, -50)
    assert (camera.x, camera.y) == (0, 0)
    camera.move_to(0, 1e9)
    assert camera.y == pytest.approx(camera.content[1] - camera.height)


def test_steps_go_up_and_down_the_ladder() -> None:
    assert stepped(1.0, 1) == 1.1
    assert stepped(1.0, -1) == 0.9
    assert stepped(0.97, 1) == 1.0
    assert stepped(LARGEST, 1) == LARGEST
    assert stepped(SMALLEST, -3) == SMALLEST
    assert (clamped(100.0), clamped(0.0)) == (LARGEST, SMALLEST)
    assert list(STEPS) == sorted(STEPS)


def test_what_shows_is_wanted_before_its_neighbours(camera: Camera) -> None:
    camera.set_zoom(1.0)
    camera.move_to(0, camera.layout.top(5, camera.scale) + 10)
    first = wanted(camera, 1.0)[0]
    assert first.sheet == 5
    assert {want.sheet for want in wanted(camera, 1.0)} >= {4, 6}


def test_a_large_page_is_a_coarse_picture_and_tiles_over_what_shows(camera: Camera) -> None:
    camera.set_zoom(4.0)
    camera.move_to(0, camera.layout.top(3, camera.scale) + 100)
    assert page_pixels(camera, 3, 1.0) > WHOLE
    wishes = [want for want in wanted(camera, 1.0) if want.sheet == 3]
    assert wishes[0].tile is None
    tiles = [want for want in wishes if want.tile is not None]
    assert 1 <= len(tiles) <= 4
    for want in tiles:
        box = tile_box(camera, want)
        assert box.width * want.scale <= TILE + 0.01


def test_a_middling_page_gets_a_coarse_picture_first(camera: Camera) -> None:
    camera.set_zoom(2.0)
    assert EAGER < page_pixels(camera, 0, 1.0) <= WHOLE
    wishes = [want for want in wanted(camera, 1.0) if want.sheet == 0]
    assert len(wishes) == 2
    assert wishes[0].scale < wishes[1].scale


def test_two_pages_fit_a_narrow_window_below_the_smallest_zoom(camera: Camera) -> None:
    camera.layout = PageLayout(camera.layout.pages, arrangement=Arrangement(columns=2))
    camera.width = 300.0
    camera.fit = "width"
    camera.refit()
    assert camera.zoom < SMALLEST
    assert camera.page_box(1).right == pytest.approx(300 - MARGIN)


@pytest.mark.parametrize("paged", [False, True])
def test_a_page_lower_than_the_window_stands_in_its_middle(camera: Camera, paged: bool) -> None:
    camera.layout = PageLayout(camera.layout.pages[:1], arrangement=Arrangement(is_paged=paged))
    camera.set_zoom(0.25)
    box = camera.page_box(0)
    assert box.bottom == pytest.approx(camera.height - box.top)
    assert camera.spot_at(camera.width / 2, camera.height / 2).down == pytest.approx(421, abs=0.1)


def test_the_page_asked_for_is_the_current_one_while_it_shows(camera: Camera) -> None:
    camera.set_zoom(0.25)
    camera.aim = 2
    assert camera.current() == 2
    camera.move_to(0, 3000)
    assert camera.current() > 2


def test_pages_beside_the_window_are_not_wanted(camera: Camera) -> None:
    camera.layout = PageLayout(camera.layout.pages, arrangement=Arrangement(columns=2))
    camera.set_zoom(3.0)
    camera.move_to(0, 100)
    assert {want.sheet for want in wanted(camera, 1.0, neighbours=False)} == {0}
    camera.move_to(1e9, 100)
    assert {want.sheet for want in wanted(camera, 1.0, neighbours=False)} == {1}
