"""Blocks and carets of the text view."""

from __future__ import annotations

import pytest
from msgspec import structs

from engine.model.parse import FurnitureItem, TableItem
from engine.model.place import Place
from gui.transcript.content import Caret, Content
from gui.transcript.heights import Heights

from .conftest import text_parse

CELLS = [("cell", "指标", 1), ("cell", "数值", 1), ("cell", "人口", 1)]
TABLE = TableItem((("指标", "数值"), ("人口", "")), ((0, 0, 4, 6), (0, 1, 6, 8), (1, 0, 8, 10), (1, 1, 10, 10)))


def kinds(content: Content) -> list[str]:
    return [block.kind for block in content.blocks]


def test_the_end_of_a_paragraph_is_another_caret_than_the_beginning_of_the_next() -> None:
    content = Content(text_parse([("body", "甲乙", 1), ("body", "丙", 1)]))
    assert content.offset(Caret(0, 2)) == content.offset(Caret(1, 0)) == 2
    assert content.caret(2) == Caret(1, 0)
    assert content.caret(99) == content.end == Caret(1, 1)


def test_a_range_is_taken_apart_by_paragraphs() -> None:
    content = Content(text_parse([("body", "甲乙", 1), ("body", "丙", 1), ("body", "丁戊", 2)]))
    assert list(content.parts(1, 4)) == [(0, 1, 2), (1, 0, 1), (2, 0, 1)]
    assert list(content.between(Caret(0, 2), Caret(2, 1))) == [(1, 0, 1), (2, 0, 1)]


def test_a_table_is_one_block_of_its_cells_empty_ones_too() -> None:
    content = Content(text_parse([("body", "上文正文", 1), *CELLS, ("body", "下文", 1)], tables=[TABLE]))
    assert kinds(content) == ["body", "table", "body"]
    assert [content.text(piece) for piece in range(1, 5)] == ["指标", "数值", "人口", ""]
    assert content.caret(10).piece == 5  # not in the empty cell


def test_long_tables_are_cut_between_rows_but_never_through_a_cell() -> None:
    rows = 30
    cells = tuple((row, 0, row, row + 1) for row in range(rows))
    sizes = tuple((6, 1) if row == 10 else (1, 1) for row in range(rows))
    table = TableItem(tuple(("一",) for _ in range(rows)), cells, sizes=sizes)
    content = Content(text_parse([("cell", "一", 1)] * rows, tables=[table]))
    assert [block.rows for block in content.blocks] == [(0, 16), (16, 28), (28, 30)]
    assert sum(block.pieces for block in content.blocks) == rows


def test_pages_without_text_say_so_where_they_stand() -> None:
    content = Content(text_parse([("body", "甲", 1), ("body", "乙", 4)], unread=(2, 3)))
    assert kinds(content) == ["body", "unread", "body"]
    assert content.blocks[1].pages == (2, 3)


def test_running_matter_stands_before_its_page_when_asked_for() -> None:
    parse = text_parse([("body", "甲", 1), ("body", "乙", 2)])
    parse = structs.replace(parse, furniture=(FurnitureItem("header", "页眉", (Place(2, (90, 92), ()),)),))
    assert kinds(Content(parse)) == ["body", "body"]
    content = Content(parse, shows_furniture=True)
    assert kinds(content) == ["body", "furniture", "body"]
    assert content.blocks[1].words == "页眉"


def test_pages_begin_at_their_first_character() -> None:
    content = Content(text_parse([("body", "甲乙", 1), ("body", "丙", 2)]))
    assert content.pages_begun(0) == [(0, 1)]
    assert content.pages_begun(1) == [(0, 2)]
    assert content.page(content.end) == 2


@pytest.mark.parametrize("count", [1, 2, 7, 64, 100])
def test_a_block_is_found_at_every_height(count: int) -> None:
    heights = Heights([float(index + 1) for index in range(count)])
    for index in range(count):
        assert heights.at(heights.top(index)) == index
        assert heights.at(heights.top(index) + heights[index] - 0.5) == index
    heights.put(count // 2, 100.0)
    assert heights.top(count) == heights.total == pytest.approx(sum(heights[index] for index in range(count)))
    assert heights.at(-5) == 0
    assert heights.at(1e9) == count - 1
