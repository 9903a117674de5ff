"""Cells say values as a reader would: nothing lost, pages as printed."""

from __future__ import annotations

import pytest

from engine.model.place import Place
from gui.panels.words.cells import number_words, page_phrase, page_words, value_words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (750000000000, "750,000,000,000"),
        (98.5, "98.5"),
        (-0.57, "-0.57"),
        (0.1 + 0.2, "0.3"),
        (1e21, "1e+21"),
        (0, "0"),
    ],
)
def test_numbers_keep_every_digit_that_counts(number, words):
    assert number_words(number) == words


def labelled(page: int) -> str:
    return {1: "封面", 2: "1", 3: "3"}[page]


@pytest.mark.parametrize(
    ("page", "short", "phrase"),
    [
        (1, "封面 (1)", "封面（PDF 第 1 页）"),
        (2, "1 (2)", "第 1 页（PDF 第 2 页）"),
        (3, "3", "第 3 页"),
    ],
)
def test_pages_are_cited_as_printed_with_the_pdf_page_where_it_differs(qapp, page, short, phrase):
    places = (Place(page, None, ()),)
    assert page_words(places, labelled) == short
    assert page_phrase(places, labelled) == phrase


def test_what_has_no_place_says_so(qapp):
    assert page_words((), labelled) == ""
    assert page_phrase((), labelled) == "未定位"


@pytest.mark.parametrize(
    ("kind", "field", "value", "words"),
    [
        ("metric", "status", "target", "目标"),
        ("metric", "qualifier", None, ""),
        ("task", "lead", ("区信息办", "区财政局"), "区信息办、区财政局"),
        ("heading", "level", 2, "2"),
        ("finding", "rule", "damage.glyph", "字形损坏"),
        ("finding", "rule", "never.heard", "never.heard"),
    ],
)
def test_values_in_words(qapp, kind, field, value, words):
    assert value_words(kind, field, value) == words
