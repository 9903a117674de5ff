"""The paragraph around selected words."""

from __future__ import annotations

from types import SimpleNamespace

from engine.model.place import Place
from gui.tools.words.paragraph import around


def parse(*paragraphs: tuple[str, int, int, int]) -> SimpleNamespace:
    """Paragraphs by text, page and raw characters."""
    found = [
        SimpleNamespace(text=text, places=(Place(page, (start, end), ()),)) for text, page, start, end in paragraphs
    ]
    return SimpleNamespace(paragraphs=found)


def part(page: int, start: int, end: int, words: str) -> tuple:
    return page, (start, end), (), words


def test_equal_words_are_told_apart_by_where_they_stand():
    document = parse(("甲增长5%。乙增长5%。丙增长5%。", 1, 0, 20))
    assert around(document, [part(1, 9, 11, "5%")]).start == 9
    assert around(document, [part(1, 9, 11, "5%")]).sentence == "乙增长5%。"


def test_words_on_another_page_or_of_another_paragraph_are_not_found():
    document = parse(("甲增长5%。", 1, 0, 6), ("乙增长6%。", 1, 8, 14))
    assert around(document, [part(2, 3, 5, "5%")]).text == ""
    assert around(document, [part(1, 11, 13, "6%")]).text == "乙增长6%。"
    assert around(document, []).text == ""


def test_blanks_of_the_page_do_not_matter():
    document = parse(("建设 52 万户", 1, 0, 8))
    assert around(document, [part(1, 3, 7, "52万户")]).start == 3
