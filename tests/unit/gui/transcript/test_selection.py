"""What is selected in the text, and where that stands on the pages."""

from __future__ import annotations

from array import array

import pytest

from engine.model.geometry import Box, box_of_quad
from engine.model.page import PageInfo
from gui.bridge.geometry import PageGeometry
from gui.pages.page_text import PageText
from gui.transcript.content import Caret, Content
from gui.transcript.selection import FlowSelection

from .conftest import text_parse
from .test_content import CELLS, TABLE


def selection_of(content: Content, start: Caret, end: Caret, texts=lambda _index: None) -> FlowSelection:
    selection = FlowSelection(texts)
    selection.content = content
    selection.select(start, end)
    return selection


@pytest.fixture
def content() -> Content:
    return Content(text_parse([("body", "甲乙丙丁", 1), ("body", "戊己", 1), ("body", "庚辛", 2)]))


def test_paragraphs_are_copied_as_lines(content: Content) -> None:
    assert selection_of(content, Caret(0, 2), Caret(2, 1)).text() == "丙丁\n戊己\n庚"


def test_the_cells_of_a_row_are_copied_apart_by_tabs() -> None:
    content = Content(text_parse([("body", "上文正文", 1), *CELLS], tables=[TABLE]))
    assert selection_of(content, Caret(1, 0), content.end).text() == "指标\t数值\n人口"


def test_neighbours_on_a_page_are_one_part(content: Content) -> None:
    parts = selection_of(content, Caret(0, 2), Caret(2, 2)).parts()
    assert [(page, chars, words) for page, chars, _, words in parts] == [(1, (2, 8), "丙丁戊己"), (2, (0, 2), "庚辛")]


def test_a_whole_paragraph_has_the_quads_of_its_printed_lines(content: Content) -> None:
    ((_, _, quads, _),) = selection_of(content, Caret(0, 0), Caret(0, 4)).parts()
    assert quads == content.pieces[0].places[0].quads


def test_half_a_paragraph_has_half_its_line_until_the_characters_come(content: Content) -> None:
    ((_, _, quads, _),) = selection_of(content, Caret(0, 2), Caret(0, 4)).parts()
    whole, half = box_of_quad(content.pieces[0].places[0].quads[0]), box_of_quad(quads[0])
    assert (half.left, half.right) == (pytest.approx((whole.left + whole.right) / 2), whole.right)


def test_quads_are_exact_once_the_characters_are_there(content: Content) -> None:
    boxes = array("f")
    for index in range(8):
        boxes.extend((100.0 + 12 * index, 700.0, 111.0 + 12 * index, 712.0))
    info = PageInfo(1, Box(0, 0, 595, 842))
    page = PageText(PageGeometry(info, 1.0), "甲乙丙丁\r\n戊己", boxes)
    ((_, _, quads, _),) = selection_of(content, Caret(0, 1), Caret(0, 3), {0: page}.get).parts()
    assert box_of_quad(quads[0]) == Box(112.0, 700.0, 135.0, 712.0)


def test_a_quote_has_what_stands_around_it_across_paragraphs(content: Content) -> None:
    quote = selection_of(content, Caret(1, 0), Caret(1, 2)).quote()
    assert quote == ("戊己", "甲乙丙丁", "庚辛")


def test_nothing_selected_has_no_parts(content: Content) -> None:
    selection = selection_of(content, Caret(1, 1), Caret(1, 1))
    assert selection.is_empty
    assert (selection.text(), selection.parts(), selection.quote()) == ("", [], None)
