"""Characters where the reader sees them: lines, carets, words, copying."""

from __future__ import annotations

from array import array

import pytest

from engine.model.geometry import Box
from engine.model.page import PageInfo
from gui.bridge.geometry import PageGeometry
from gui.pages.page_text import PageText
from gui.pages.prose import joined
from gui.pages.selection import Caret, TextSelection

LINES = ("指标体系，", "smart city", "建设52万户")
SIDE = 10.0


def page_text() -> PageText:
    """Three lines, 10 points a character, from the top of a page of 200 x 100 points."""
    text, boxes = "", array("f")
    for row, line in enumerate(LINES):
        for column, sign in enumerate(line):
            text += sign
            left, top = column * SIDE, 100 - row * 20
            box = (left, top - SIDE, left + SIDE, top) if sign != " " else (0, 0, 0, 0)
            boxes.extend(box)
        text += "\r\n"
        boxes.extend([0.0] * 8)
    return PageText(PageGeometry(PageInfo(1, Box(0, 0, 200, 100))), text, boxes)


def test_lines_are_found_by_height() -> None:
    text = page_text()
    assert [text.text[line.start : line.end] for line in text.lines] == list(LINES)


def test_the_caret_is_the_gap_nearest_the_pointer() -> None:
    text = page_text()
    assert text.caret_at(2 * SIDE + 1, 5) == 2
    assert text.caret_at(2 * SIDE + 9, 5) == 3
    assert text.caret_at(-20, 5) == 0


def test_a_point_between_two_lines_finds_the_nearer_one() -> None:
    text = page_text()
    assert text.line_near(5, 12) == text.lines[0]
    assert text.line_near(5, 19) == text.lines[1]


def test_words_are_runs_of_one_kind() -> None:
    text = page_text()
    at = text.text.index("52")
    assert text.text[slice(*text.word_at(at))] == "52"
    assert text.text[slice(*text.word_at(text.text.index("city")))] == "city"
    assert text.text[slice(*text.word_at(0))] == "指标体系"


def test_quads_are_one_a_line_in_page_space() -> None:
    text = page_text()
    quads = text.quads(0, text.text.index("city"))
    assert len(quads) == 2
    assert quads[0][:2] == (0.0, 100.0)


def test_copied_text_has_no_false_blanks_and_keeps_true_ones() -> None:
    assert joined("指标体\r\n系 建设") == "指标体系建设"
    assert joined("smart\r\ncity") == "smart city"
    assert joined("in 2011 we") == "in 2011 we"
    assert joined("达到 52 万户") == "达到52万户"


def test_a_selection_over_two_pages_has_a_part_on_each() -> None:
    texts = {0: page_text(), 1: page_text()}
    selection = TextSelection(texts.get)
    selection.select(Caret(1, 3), Caret(0, texts[0].text.index("建设")))
    parts = selection.parts()
    assert [part[0] for part in parts] == [1, 1]
    assert selection.text() == "建设52万户\n指标体"


def test_an_empty_selection_has_no_text() -> None:
    selection = TextSelection({}.get)
    assert selection.is_empty
    assert selection.text() == ""
    selection.select(Caret(0, 2), Caret(0, 2))
    assert selection.is_empty


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_line_begins_where_its_words_begin_however_the_page_is_turned(turn: int) -> None:
    text = page_text()
    turned = PageText(text.geometry._replace(turn=turn), text.text, text._boxes)
    box = Box(0, 90, 50, 100)
    assert turned.geometry.to_page(*turned.point_in(box, 0.0, 1.0)) == pytest.approx((0, 90))
    assert turned.geometry.to_page(*turned.point_in(box, 1.0, 0.5)) == pytest.approx((50, 95))


def test_another_range_of_the_same_texts_leaves_out_the_same_running_matter() -> None:
    selection = TextSelection(lambda _sheet: page_text())
    selection.running = lambda _sheet: [(0, 6)]
    other = selection.between(Caret(0, 2), Caret(1, 10))
    assert [part.start for part in other.stretches()] == [6, 6]
    assert selection.is_empty
