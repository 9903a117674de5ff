"""Text in columns, tables and on its side: lines, the caret's way, what is copied."""

from __future__ import annotations

from array import array

import pytest

from engine.model.geometry import Box
from engine.model.page import PageInfo
from gui.bridge.geometry import PageGeometry
from gui.pages.page_text import PageText
from gui.pages.prose import goes_on, prose
from gui.pages.selection import END, Caret, TextSelection
from gui.pages.table_cells import CellPart
from gui.tools.caret.caret_motion import by_line, by_sign, by_word, is_other_column

SIDE = 10.0
WIDE, HIGH = 400.0, 200.0

COLUMNS = (
    (20, 0, "左栏第一段落首行一二"),
    (0, 15, "左栏第一段落次行一二三四"),
    (0, 30, "左栏段末。"),
    (220, 0, "右栏第一段落首行一二"),
    (200, 15, "右栏第一段落次行一二三四"),
    (200, 30, "右栏段末。"),
)
TABLE = (
    (0, 0, "指标"), (150, 0, "二年"), (250, 0, "三年"),
    (0, 15, "总值"), (150, 15, "71"), (250, 15, "75"),
)  # fmt: skip


def laid_out(lines: tuple[tuple[float, float, str], ...], turn: int = 0, gap: str = "\r\n") -> PageText:
    """Lines that begin at (left, top), 10 points a character, from the top of a page of 400 x 200 points."""
    text, boxes = "", array("f")
    for left, top, words in lines:
        for at, sign in enumerate(words):
            x, y = left + at * SIDE, HIGH - top
            boxes.extend((x, y - SIDE, x + SIDE, y))
            text += sign
        text += gap
        boxes.extend([0.0] * 4 * len(gap))
    return PageText(PageGeometry(PageInfo(1, Box(0, 0, WIDE, HIGH)), 1.0, turn), text, boxes)


def lines_of(text: PageText) -> list[str]:
    return [text.text[line.start : line.end] for line in text.lines]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_lines_are_the_same_however_the_reader_turns_the_page(turn: int) -> None:
    text = laid_out(COLUMNS, turn)
    assert lines_of(text) == [words for _, _, words in COLUMNS]
    assert text.quads(0, 10) == laid_out(COLUMNS).quads(0, 10)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_point_finds_its_gap_however_the_page_is_turned(turn: int) -> None:
    text = laid_out(COLUMNS, turn)
    at = text.text.index("次行")
    box = text.box(at)
    assert text.caret_at((box.left + box.right) / 2, (box.bottom + box.top) / 2) in (at, at + 1)
    assert text.is_over((box.left + box.right) / 2, (box.bottom + box.top) / 2)


def test_down_from_the_end_of_a_column_leads_to_the_top_of_the_next() -> None:
    text = laid_out(COLUMNS)
    last = text.text.index("左栏段末") + 2
    there = by_line(text, last, 1, text.abscissa(last))
    assert there is not None
    assert text.line_of(there) == text.lines[3]
    assert is_other_column(text, last, there)
    back = by_line(text, there, -1, text.abscissa(there))
    assert back is not None
    assert text.line_of(back) == text.lines[2]


def test_down_keeps_to_the_column_and_to_the_abscissa() -> None:
    text = laid_out(COLUMNS)
    start = text.text.index("右栏第一段落首行") + 3
    there = by_line(text, start, 1, text.abscissa(start))
    assert there is not None
    assert text.text[there] == text.text[text.lines[4].start + 5]
    assert by_line(text, text.lines[-1].start, 1, 200.0) is None


def test_down_in_a_table_leads_to_the_cell_below() -> None:
    text = laid_out(TABLE)
    start = text.text.index("三年")
    there = by_line(text, start, 1, text.abscissa(start))
    assert there is not None
    assert text.text[there : there + 2] == "75"


def test_signs_are_gone_through_over_the_ends_of_lines() -> None:
    text = laid_out(COLUMNS)
    end = text.lines[0].end
    assert by_sign(text, end - 1, 1) == end
    assert by_sign(text, end, 1) == text.lines[1].start
    assert by_sign(text, text.lines[1].start, -1) == end
    assert by_sign(text, 0, -1) is None
    assert by_sign(text, text.lines[-1].end, 1) is None


def test_words_are_gone_through_from_end_to_end() -> None:
    text = laid_out(((0, 0, "共有52万户，增长"),))
    assert by_word(text, 0, 1) == 2
    assert by_word(text, 2, 1) == 4
    assert by_word(text, 4, -1) == 2


def test_paragraphs_are_copied_as_paragraphs_over_columns() -> None:
    text = laid_out(COLUMNS)
    assert prose(text, 0, len(text.text)).split("\n") == [
        "左栏第一段落首行一二左栏第一段落次行一二三四左栏段末。",
        "右栏第一段落首行一二右栏第一段落次行一二三四右栏段末。",
    ]


def test_rows_of_a_table_are_copied_with_tabs() -> None:
    text = laid_out(TABLE)
    assert prose(text, 0, len(text.text)) == "指标\t二年\t三年\n总值\t71\t75"


UNEVEN = (
    (0, 0, "表前的话。"),
    (0, 60, "总值"), (150, 45, "比上年"), (150, 55, "增长"), (150, 65, "七成"), (300, 70, "71"),
    (0, 100, "投资"), (300, 100, "75"),
    (0, 140, "表后的话。"),
)  # fmt: skip
CELLS = {"总值": (0, 0), "比上年": (0, 1), "增长": (0, 1), "七成": (0, 1), "71": (0, 2), "投资": (1, 0), "75": (1, 2)}


def with_cells(page: PageText) -> TextSelection:
    """A selection over pages that all are `page`, whose table is known."""
    found = [
        CellPart(page.text.index(words), page.text.index(words) + len(words), 0, *at) for words, at in CELLS.items()
    ]
    selection = TextSelection({0: page, 1: page}.get)
    selection.cells = lambda _sheet: sorted(found)
    return selection


def test_cells_at_unequal_heights_are_copied_as_the_rows_of_their_table() -> None:
    page = laid_out(UNEVEN)
    selection = with_cells(page)
    selection.select(Caret(0, 0), Caret(0, END))
    assert selection.text() == "表前的话。\n总值\t比上年增长七成\t71\n投资\t\t75\n表后的话。"
    whole = selection.text()
    assert selection.with_texts({0: page}.get).text() == whole
    selection.select(Caret(0, page.text.index("长")), Caret(0, page.text.index("71") + 1))
    assert selection.text() == "长七成\t7"


def test_a_table_at_the_foot_of_a_page_does_not_run_into_the_next_page() -> None:
    page = laid_out(UNEVEN)
    selection = with_cells(page)
    selection.select(Caret(0, page.text.index("75")), Caret(1, 4))
    selection.running = lambda sheet: [(page.text.index("表后"), len(page.text))] if sheet == 0 else []
    assert selection.text() == "75\n表前的话"


def test_a_paragraph_goes_on_over_the_page_unless_it_ended_or_another_is_indented() -> None:
    full = laid_out(((20, 0, "一二三四五六七八"), (0, 15, "一二三四五六七八九十")))
    ended = laid_out(((0, 0, "一二三四五六七八九十"), (0, 15, "一二三。")))
    plain = laid_out(((0, 0, "一二三四五六七八九十"), (0, 15, "一二三四五六七八九十")))
    assert goes_on(full, len(full.text), plain, 0)
    assert not goes_on(ended, len(ended.text), plain, 0)
    assert not goes_on(plain, len(plain.text), full, 0)


def test_a_selection_over_pages_leaves_running_matter_out_and_one_on_a_page_keeps_it() -> None:
    page = laid_out(((0, 0, "页眉"), (0, 30, "正文一二三四"), (0, 180, "第一页")))
    selection = TextSelection({0: page, 1: page}.get)
    running = [(0, 2), (page.text.index("第一页"), len(page.text))]
    selection.running = lambda _sheet: running
    selection.select(Caret(0, 0), Caret(1, END))
    assert "页眉" not in selection.text()
    assert "第一页" not in selection.text()
    assert [part[3] for part in selection.parts()] == ["正文一二三四", "正文一二三四"]
    selection.select(Caret(0, 0), Caret(0, END))
    assert "页眉" in selection.text()


def test_the_quote_of_a_selection_has_what_stands_around_it() -> None:
    page = laid_out(((0, 0, "一二三四五六七"),))
    selection = TextSelection({0: page}.get)
    selection.select(Caret(0, 2), Caret(0, 4))
    assert selection.quote() == ("三四", "一二", "五六七\r\n")
    selection.clear()
    assert selection.quote() is None
