"""Every example that stands in a table of measures reads as its row says."""

from __future__ import annotations

from collections import Counter

import pytest

from engine.lexicon.lexicon import Lexicon
from engine.lexicon.tables import read_rows, read_words
from engine.parsing.quantities.find import find_quantities

LEXICON = Lexicon()


@pytest.mark.parametrize("row", read_rows("units.tsv", 5), ids=lambda row: row[0])
def test_a_unit_is_read_from_its_example(row: tuple[str, ...]) -> None:
    _, unit, group, example, _ = row
    found = find_quantities(example, LEXICON)
    assert [(one.unit, one.group) for one in found] == [(unit, group)]


@pytest.mark.parametrize("row", read_rows("qualifiers.tsv", 4), ids=lambda row: f"{row[1]}-{row[0]}")
def test_a_qualifier_bounds_the_number_of_its_example(row: tuple[str, ...]) -> None:
    _, _, qualifier, example = row
    assert [one.qualifier for one in find_quantities(example, LEXICON)] == [qualifier]


@pytest.mark.parametrize("row", read_rows("trends.tsv", 4), ids=lambda row: row[0])
def test_a_word_of_change_governs_the_quantity_of_its_example(row: tuple[str, ...]) -> None:
    word, direction, role, example = row
    quantity = find_quantities(example, LEXICON)[-1]
    trend = LEXICON.trends.before(example, quantity.start)
    if role == "none":
        assert trend is None
    elif role != "compare":
        assert trend is not None
        assert (trend.direction, trend.role) == (direction, role)
        assert word.endswith(trend.word) or trend.word.endswith(word)


@pytest.mark.parametrize("row", read_rows("periods.tsv", 4), ids=lambda row: row[3])
def test_a_period_is_found_in_its_example(row: tuple[str, ...]) -> None:
    _, kind, example, period = row
    found = LEXICON.periods.find(example)
    assert (found[0].text, found[0].kind) == (period, kind)


@pytest.mark.parametrize("text", ["比2015年增长5%", "较上年末增加5亿元", "按1月3日汇率折算", "是十年前的3倍"])
def test_a_time_that_is_only_compared_with_is_no_period(text: str) -> None:
    assert LEXICON.periods.find(text) == []


@pytest.mark.parametrize("name", ["units.tsv", "qualifiers.tsv", "trends.tsv", "aliases.tsv", "words.tsv"])
def test_no_table_says_a_thing_twice(name: str) -> None:
    keys = Counter(row[0] for row in read_rows(name, 2))
    assert [key for key, times in keys.items() if times > 1] == []


def test_words_that_hold_numerals_are_no_numbers() -> None:
    odd = [word for word in read_words("numeral-words.txt") if find_quantities(word, LEXICON)]
    assert odd == []


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("GDP", "地区生产总值"),
        ("全市国内生产总值", "地区生产总值"),
        ("人均GDP", "人均地区生产总值"),
        ("规上工业增加值", "规模以上工业增加值"),
        ("粮食产量", "粮食产量"),
    ],
)
def test_the_names_of_one_indicator_have_one_key(name: str, key: str) -> None:
    assert LEXICON.aliases.key(name) == key


def test_every_alias_leads_to_its_key() -> None:
    for alias, key in read_rows("aliases.tsv", 2):
        assert LEXICON.aliases.key(alias) == key


def test_words_cover_the_text_with_tags_of_the_dictionary() -> None:
    text = "2家企业入选国家信息化标杆工程，规上企业增长5%。"
    words = LEXICON.words.tag(text)
    assert "".join(word.text for word in words) == text
    assert [(word.start, word.end) for word in words][-1][1] == len(text)
    tags = {word.text: word.tag for word in words}
    assert (tags["企业"], tags["入选"], tags["规上企业"], tags["2"]) == ("n", "v", "n", "eng")


def test_frequencies_are_those_that_jieba_would_have_built() -> None:
    for word in ("企业", "统一", "城镇", "高新技术"):
        assert LEXICON.words.has(word)
    assert not LEXICON.words.has("企业统")
