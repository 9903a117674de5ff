"""Quantities of a sentence: numbers in every shape, their units and bounds."""

from __future__ import annotations

import pytest

from engine.lexicon.lexicon import Lexicon
from engine.parsing.quantities.find import find_quantities

LEXICON = Lexicon()


def read(text: str) -> list[tuple[object, ...]]:
    return [(one.value, one.unit) for one in find_quantities(text, LEXICON)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("8571.2", 8571.2),
        ("1,234,567", 1234567),
        ("１２３．５", 123.5),
        ("1.37万亿", 1.37e12),
        ("1亿2千万", 1.2e8),
        ("6600多万", 6.6e7),
        ("上千万", 1e7),
        ("十几", 10),
        ("数百", 100),
        ("一百零五", 105),
        ("一万三", 13000),
        ("两千三百五", 2350),
        ("廿五", 25),
        ("卅", 30),
        ("壹佰贰拾叁", 123),
        ("三分之一", 1 / 3),
        ("十五点七", 15.7),
        ("负三点五", -3.5),
        ("-0.57", -0.57),
        ("二十万亿", 2e13),
        ("4万万", 4e8),
        ("52 万", 520000),
    ],
)
def test_a_number_is_read_whole(text: str, value: float) -> None:
    assert [one.value for one in find_quantities(text, LEXICON)] == [pytest.approx(value)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("下降百分之三点五", 3.5, "%"),
        ("千分之一", 0.1, "%"),
        ("自然增长率-0.57‰", -0.57, "‰"),
        ("提高1.5个百分点", 1.5, "百分点"),
        ("超过五成", 50, "%"),
        ("三成半", 35, "%"),
        ("打八五折", 85, "%"),
        ("翻一番", 2, "倍"),
        ("翻两番", 4, "倍"),
        ("增长3倍", 3, "倍"),
        ("人民币50元", 50, "元"),
        ("8亿元人民币", 8e8, "元"),
        ("五元三毛", 5.3, "元"),
        ("$50", 50, "美元"),
        ("12.5元/吨", 12.5, "元/吨"),
        ("20GB/户·月", 20, "GB/户·月"),
        ("30微克/立方米", 30, "微克/立方米"),
        ("发电5万千瓦时", 50000, "千瓦时"),
        ("11万芯公里", 110000, "芯公里"),
        ("4亿人次", 4e8, "人次"),
        ("两吨半", 2.5, "吨"),
        ("接入设备50万台（套）", 500000, "台套"),
        ("20项目标", 20, "项"),
        ("20个项目", 20, "个"),
        ("近半天时间", 0.5, "天"),
    ],
)
def test_an_amount_has_its_unit(text: str, value: float, unit: str) -> None:
    assert read(text) == [(pytest.approx(value), unit)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("5%—6%", 5, 6),
        ("20~30万元", 200000, 300000),
        ("5—6万亿元", 5e12, 6e12),
        ("三到五年", 3, 5),
        ("2至3个", 2, 3),
        ("20和30之间", 20, 30),
        ("大于100并且小于300", 100, 300),
        ("七八个", 7, 8),
        ("三四十万", 300000, 400000),
    ],
)
def test_a_range_has_both_ends(text: str, low: float, high: float) -> None:
    found = find_quantities(text, LEXICON)
    assert [(one.value, one.value_max) for one in found] == [(low, high)]


@pytest.mark.parametrize(
    ("text", "quote", "qualifier"),
    [
        ("服务近200项", "近200项", "near"),
        ("超过2.4万亿元", "超过2.4万亿元", "over"),
        ("达7800余封", "7800余封", "over"),
        ("应用率达98% 以上", "98%以上", "at_least"),
        ("控制在3%以内", "3%以内", "at_most"),
        ("不得低于60%", "不得低于60%", "at_least"),
        ("节约20万吨", "20万吨", None),
        ("附近3家", "3家", None),
        ("赶超500家", "500家", None),
    ],
)
def test_a_bound_is_glued_to_its_quantity(text: str, quote: str, qualifier: str | None) -> None:
    found = find_quantities(text, LEXICON)
    assert [(one.quote, one.qualifier) for one in found] == [(quote, qualifier)]


@pytest.mark.parametrize(
    "text",
    ["我家在四川", "十分重要", "统一部署", "美味十足", "C919飞机", "PM2.5", "订单号A2021", "http://a.cn/1%20", "万"],
)
def test_numerals_of_words_and_names_are_no_quantities(text: str) -> None:
    assert find_quantities(text, LEXICON) == ()


@pytest.mark.parametrize("text", ["动漫产量居全省第二位", "增速位居全省第一", "跃居全国第3名"])
def test_a_standing_is_a_rank(text: str) -> None:
    assert [one.kind for one in find_quantities(text, LEXICON)] == ["rank"]


def test_offsets_are_those_of_the_text_with_its_blanks() -> None:
    text = "目前拥有 52 万户 用户"
    (found,) = find_quantities(text, LEXICON)
    assert text[found.start : found.end] == "52 万户"
    assert text[found.number_start : found.number_end] == "52 万"
    assert found.quote == "52万户"


def test_a_shared_unit_belongs_to_both() -> None:
    assert read("分别提高0.8和2.1个百分点") == [(0.8, "百分点"), (2.1, "百分点")]
