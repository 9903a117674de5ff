from __future__ import annotations

import pytest

from engine.model.flow import Segment
from engine.model.trace import Trace, joined_spans, packed

SEGMENTS = (
    Segment(0, 4, 1, 10, 14),
    Segment(4, 8, 1, 16, 20),  # after a line break
    Segment(8, 9, 1, 20, 22),  # a repair of another length
    Segment(9, 12, 2, 30, 33),
    Segment(12, 15, 1, 40, 43),  # a footnote that stands on page 1, after the paragraph that goes on
)


@pytest.fixture
def trace() -> Trace:
    return Trace(packed(SEGMENTS))


def test_a_range_of_the_flow_is_found_on_its_pages(trace: Trace) -> None:
    assert list(trace.places(2, 10)) == [(2, 4, 1, 12, 14), (4, 8, 1, 16, 20), (8, 9, 1, 20, 22), (9, 10, 2, 30, 31)]
    assert list(trace.places(5, 6)) == [(5, 6, 1, 17, 18)]
    assert list(trace.places(3, 3)) == []


def test_raw_characters_are_found_in_the_flow_breaks_left_out(trace: Trace) -> None:
    assert trace.spans(1, 12, 18) == [(2, 6)]
    assert trace.spans(1, 0, 100) == [(0, 9), (12, 15)]
    assert trace.spans(2, 31, 32) == [(10, 11)]


def test_a_repair_of_another_length_is_met_as_a_whole(trace: Trace) -> None:
    assert trace.spans(1, 21, 22) == [(8, 9)]


@pytest.mark.parametrize(("page", "raw"), [((1), (14, 16)), (1, (0, 5)), (2, (0, 30)), (3, (0, 9))])
def test_characters_that_are_not_in_the_flow_are_nowhere(trace: Trace, page: int, raw: tuple[int, int]) -> None:
    assert trace.spans(page, *raw) == []


def test_pages_begin_where_their_first_character_stands(trace: Trace) -> None:
    assert trace.page_starts == {1: 0, 2: 9}
    assert [trace.page_at(offset) for offset in (0, 8, 9, 13)] == [1, 1, 2, 1]


def test_the_first_character_after_a_spot_of_a_page(trace: Trace) -> None:
    assert trace.first_at(1) == 0
    assert trace.first_at(1, 14) == 4
    assert trace.first_at(1, 18) == 6
    assert trace.first_at(2, 31) == 10
    assert trace.first_at(2, 33) is None


def test_a_flow_without_segments_has_no_places() -> None:
    empty = Trace()
    assert (list(empty.places(0, 9)), empty.spans(1, 0, 9), empty.page_at(3), empty.first_at(1)) == ([], [], 1, None)


@pytest.mark.parametrize(
    "bad",
    [(0, 4, 3, 0, 4), (0, 4, 0, 0, 4), (4, 0, 1, 0, 4), (0, 4, 1, 4, 0), (-1, 4, 1, 0, 5)],
)
def test_numbers_that_lead_nowhere_are_not_believed(trace: Trace, bad: tuple[int, int, int, int, int]) -> None:
    assert trace.is_sound(2)
    assert not Trace(packed([Segment(*bad)])).is_sound(2)


def test_segments_out_of_order_are_not_believed() -> None:
    assert not Trace(packed(reversed(SEGMENTS))).is_sound(2)


def test_ranges_that_touch_are_one() -> None:
    assert joined_spans([(4, 6), (0, 2), (2, 4), (8, 9)]) == [(0, 6), (8, 9)]


@pytest.mark.parametrize("shift", [0, 7])
def test_any_part_of_a_flow_is_moved_with_all_it_stands_at(trace: Trace, shift: int) -> None:
    end = max(part.end for part in trace.places(0, 1 << 20))
    for start in range(end + 1):
        for last in range(start, end + 2):
            parts = trace.places(start, last)
            moved = [part._replace(start=part.start + shift, end=part.end + shift) for part in parts]
            assert trace.moved(start, last, shift) == packed(moved)
