"""The column of pages: where each lies, which show."""

from __future__ import annotations

from engine.model.geometry import Box
from engine.model.page import PageInfo
from gui.pages.layout import GAP, MARGIN, ColumnLayout

PAGES = tuple(PageInfo(number, Box(0, 0, 600, 800 if number % 2 else 400)) for number in range(1, 101))


def test_pages_lie_under_each_other_with_a_gap_between() -> None:
    layout = ColumnLayout(PAGES)
    assert layout.top(0, 1.0) == MARGIN
    assert layout.top(1, 1.0) == MARGIN + 800 + GAP
    assert layout.top(2, 2.0) == MARGIN + (800 + 400) * 2 + 2 * GAP


def test_every_height_inside_a_page_finds_that_page() -> None:
    layout = ColumnLayout(PAGES)
    for index in range(len(PAGES)):
        top = layout.top(index, 0.7)
        assert layout.index_at(top + 1, 0.7) == index
        assert layout.index_at(top + layout.geometry(index, 0.7).size[1] - 1, 0.7) == index


def test_a_height_between_two_pages_belongs_to_the_lower_one() -> None:
    layout = ColumnLayout(PAGES)
    assert layout.index_at(layout.top(5, 1.0) - 1, 1.0) == 5


def test_only_pages_that_show_are_visible() -> None:
    layout = ColumnLayout(PAGES)
    assert layout.visible(0, 500, 1.0) == range(1)
    assert layout.visible(0, 850, 1.0) == range(2)
    assert layout.visible(layout.top(9, 1.0), layout.top(9, 1.0) + 10, 1.0) == range(9, 10)


def test_turning_swaps_widths_and_heights() -> None:
    layout = ColumnLayout(PAGES, turn=90)
    assert layout.widest == 800
    assert layout.top(1, 1.0) == MARGIN + 600 + GAP


def test_an_empty_document_has_no_visible_pages() -> None:
    assert ColumnLayout(()).visible(0, 100, 1.0) == range(0)


def test_the_layout_of_5000_pages_is_asked_without_walking_them() -> None:
    layout = ColumnLayout(PAGES * 50)
    asked: list[int] = []
    top = layout.top
    layout.top = lambda index, scale: asked.append(index) or top(index, scale)  # type: ignore[method-assign]
    layout.index_at(1_000_000, 1.3)
    assert len(asked) < 20
