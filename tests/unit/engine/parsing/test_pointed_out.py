"""What is read of words that a person points out: a metric's phrase, a heading's level."""

from __future__ import annotations

import pytest

from engine.lexicon.lexicon import Lexicon
from engine.parsing.metrics.phrase import read_phrase
from engine.parsing.outline.guess import Neighbour, guess_heading

LEXICON = Lexicon()


def read(paragraph: str, words: str):
    start = paragraph.index(words)
    return read_phrase(paragraph, start, start + len(words), LEXICON)


def test_a_phrase_is_read_with_its_name_period_and_sentence():
    found = read("一是甲。2023年，全市实现地区生产总值7500多亿元，比上年增长5.2%。", "7500多亿元")
    assert (found.name, found.period, found.kind) == ("地区生产总值", "2023年", "level")
    assert (found.quantity.value, found.quantity.qualifier) == (750_000_000_000, "over")
    assert found.sentence == "2023年，全市实现地区生产总值7500多亿元，比上年增长5.2%。"


def test_the_quantity_meant_is_the_one_that_is_touched():
    found = read("全市实现地区生产总值7500亿元，增长5.2%。", "增长5.2%")
    assert (found.quantity.quote, found.kind, found.direction) == ("5.2%", "change", "up")


def test_what_the_machine_takes_for_no_metric_is_read_all_the_same():
    found = read("设立3个专班。", "3个")
    assert found is not None
    assert found.quantity.value == 3


def test_words_without_a_quantity_say_nothing():
    assert read("没有数字的一句话。", "数字") is None


BEFORE = [Neighbour(1, "一、总体要求"), Neighbour(2, "（一）指导思想"), Neighbour(2, "（二）基本原则")]


@pytest.mark.parametrize(
    ("text", "before", "after", "guess"),
    [
        ("（三）主要目标", BEFORE, [], (2, "（三）", "主要目标")),
        ("二、重点任务", BEFORE, [], (1, "二、", "重点任务")),
        ("1.加强领导", BEFORE, [], (3, "1.", "加强领导")),
        ("一、总体要求", [], [Neighbour(2, "（一）指导思想")], (1, "一、", "总体要求")),
        ("主要成效", BEFORE, [], (3, "", "主要成效")),
        ("主要成效", [Neighbour(1, "工作回顾")], [], (1, "", "主要成效")),
        ("前　言", [], [], (1, "", "前言")),
    ],
)
def test_a_headings_level_is_that_of_headings_numbered_alike_else_by_the_kind_of_number(text, before, after, guess):
    assert guess_heading(text, before, after, LEXICON.numbering) == guess
