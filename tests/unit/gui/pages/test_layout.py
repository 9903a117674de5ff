"""Rows of pages: where each lies, which show."""

from __future__ import annotations

import pytest

from engine.model.geometry import Box
from engine.model.page import PageInfo
from gui.pages.layout import GAP, MARGIN, Arrangement, PageLayout

PAGES = tuple(PageInfo(number, Box(0, 0, 600, 800 if number % 2 else 400)) for number in range(1, 101))


def test_pages_lie_under_each_other_with_a_gap_between() -> None:
    layout = PageLayout(PAGES)
    assert layout.top(0, 1.0) == MARGIN
    assert layout.top(1, 1.0) == MARGIN + 800 + GAP
    assert layout.top(2, 2.0) == MARGIN + (800 + 400) * 2 + 2 * GAP


def test_every_height_inside_a_page_finds_that_page() -> None:
    layout = PageLayout(PAGES)
    for index in range(len(PAGES)):
        top = layout.top(index, 0.7)
        assert layout.page_at(0, top + 1, 0.7, 900) == index
        assert layout.page_at(0, top + layout.geometry(index, 0.7).size[1] - 1, 0.7, 900) == index


def test_a_height_between_two_pages_belongs_to_the_lower_one() -> None:
    layout = PageLayout(PAGES)
    assert layout.page_at(0, layout.top(5, 1.0) - 1, 1.0, 900) == 5


def test_only_pages_that_show_are_visible() -> None:
    layout = PageLayout(PAGES)
    assert layout.visible(0, 500, 1.0) == range(1)
    assert layout.visible(0, 850, 1.0) == range(2)
    assert layout.visible(layout.top(9, 1.0), layout.top(9, 1.0) + 10, 1.0) == range(9, 10)


def test_turning_swaps_widths_and_heights() -> None:
    layout = PageLayout(PAGES, turn=90)
    assert layout.widest == 800
    assert layout.top(1, 1.0) == MARGIN + 600 + GAP


def test_an_empty_document_has_no_visible_pages() -> None:
    assert PageLayout(()).visible(0, 100, 1.0) == range(0)


def test_the_layout_of_5000_pages_is_asked_without_walking_them() -> None:
    layout = PageLayout(PAGES * 50)
    asked: list[int] = []
    top = layout._row_top
    layout._row_top = lambda row, scale: asked.append(row) or top(row, scale)  # type: ignore[method-assign]
    layout.page_at(0, 1_000_000, 1.3, 900)
    assert len(asked) < 20


SPREAD, BOOK = Arrangement(columns=2), Arrangement(columns=2, is_cover_apart=True)
PAGED = Arrangement(is_paged=True)


def test_two_pages_stand_side_by_side_towards_the_middle() -> None:
    layout = PageLayout(PAGES, arrangement=SPREAD)
    assert layout.top(0, 1.0) == layout.top(1, 1.0)
    assert layout.left(0, 1.0, 1400) + 600 + GAP == layout.left(1, 1.0, 1400)
    assert layout.left(0, 1.0, 1400) == (1400 - 1200 - GAP) / 2
    assert layout.top(2, 1.0) == MARGIN + 800 + GAP


def test_the_cover_of_a_book_stands_alone_at_the_right() -> None:
    layout = PageLayout(PAGES, arrangement=BOOK)
    assert [list(layout.row(row)) for row in range(3)] == [[0], [1, 2], [3, 4]]
    assert list(layout.row(layout.rows - 1)) == [99]
    assert layout.left(0, 1.0, 1400) > 1400 / 2
    assert layout.left(1, 1.0, 1400) < 1400 / 2


@pytest.mark.parametrize("arrangement", [Arrangement(), SPREAD, BOOK])
def test_every_point_of_a_page_finds_that_page_in_every_arrangement(arrangement: Arrangement) -> None:
    layout = PageLayout(PAGES, 90, arrangement)
    for index in range(len(PAGES)):
        x, y = layout.left(index, 0.7, 1500), layout.top(index, 0.7)
        width, height = layout.geometry(index, 0.7).size
        assert layout.page_at(x + 1, y + 1, 0.7, 1500) == index
        assert layout.page_at(x + width - 1, y + height - 1, 0.7, 1500) == index


def test_of_single_pages_only_the_one_on_the_stage_is_seen() -> None:
    layout = PageLayout(PAGES, arrangement=PAGED)
    assert layout.visible(0, 1e6, 1.0) == range(1)
    assert layout.size(1.0)[1] == 800 + 2 * MARGIN
    assert layout.reveal(7)
    assert not layout.reveal(7)
    assert layout.visible(0, 1e6, 1.0) == range(7, 8)
    assert layout.top(7, 2.0) == MARGIN
    assert layout.size(1.0)[1] == 400 + 2 * MARGIN


def test_a_page_that_is_not_there_is_not_revealed() -> None:
    layout = PageLayout(PAGES[:3], arrangement=PAGED)
    assert not layout.reveal(3)
    assert not layout.reveal(-1)
    assert not PageLayout((), arrangement=PAGED).reveal(0)
