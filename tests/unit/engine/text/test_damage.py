"""Repairs of damaged text: what the tables promise, what the patterns read, and what must be left alone."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.lexicon.damage import load_damage
from engine.lexicon.tables import read_rows
from engine.text.damage import broken_characters, repairs_of

DAMAGE = load_damage()
VARIANTS = read_rows("variants.tsv", 4)


def mended(text: str) -> str:
    for repair in reversed(repairs_of(text, DAMAGE)):
        text = text[: repair.start] + repair.after + text[repair.end :]
    return text


@pytest.mark.parametrize("row", VARIANTS, ids=[row[0] for row in VARIANTS])
def test_every_variant_repairs_its_example(row: tuple[str, ...]) -> None:
    wrong, right = row[3].split(" → ")
    assert mended(wrong) == right


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("(二 一一年九月二十八日)", "(二〇一一年九月二十八日)"),
        ("(二一一年九月二十八日)", "(二〇一一年九月二十八日)"),
        ("二 八年三月", "二〇〇八年三月"),
        ("二〇一 年", "二〇一〇年"),
        ("一九九 年", "一九九〇年"),
        ("二○一一年", "二〇一一年"),
        ("二0一一年", "二〇一一年"),
        ("二零一一年", "二〇一一年"),
        ("\u2f79络建设", "网络建设"),
        ("⻓⻋⻅", "长车见"),
        ("\uf9e1明", "李明"),
        ("２０１１年", "2011年"),
        ("增长１２．５%", "增长12.5%"),
        ("201 1年", "2011年"),
        ("99 .5%", "99.5%"),
        ("达到23. 5万", "达到23.5万"),
        ("共1, 234万元", "共1,234万元"),
        ("共110 — 5 — 0多家", "共1100多家"),
        ("55\u2009235人", "55235人"),
        ("零\u200b宽", "零宽"),
    ],
)
def test_damage_is_read_as_it_was(broken: str, whole: str) -> None:
    assert mended(broken) == whole


@pytest.mark.parametrize(
    "text",
    [
        "布置",
        "1. 2012年工作",
        "第二 三年级",
        "百分之二 三年",
        "二、三年",
        "二十一年",
        "二三年",
        "2011—9—28",
        "持戒修行",
        "一顷良田",
        "讣告",
        "㎡与℃、Ⅲ级、①",
        "（一）“引号”，。",
        "2 300万元",
    ],
)
def test_what_is_whole_is_left_alone(text: str) -> None:
    assert repairs_of(text, DAMAGE) == ()


def test_only_words_with_living_characters_wait_for_a_person() -> None:
    assert [repair.certain for repair in repairs_of("布臵，戒者", DAMAGE)] == [True, False]


def test_broken_characters_are_private_and_replacement_ones_but_not_symbol_bullets() -> None:
    assert list(broken_characters("总\ue5f1产\ufffd量\uf0b7")) == [(1, 2), (3, 4)]


@settings(deadline=None)
@given(
    st.text(alphabet=st.characters(codec="utf-8") | st.sampled_from("二〇○ 一九年月日0123.,%—臵戒者\u2f79\uf9e1２．"))
)
def test_repairs_stand_in_order_do_not_overlap_and_say_what_stands_there(text: str) -> None:
    at = 0
    for repair in repairs_of(text, DAMAGE):
        assert at <= repair.start < repair.end
        assert text[repair.start : repair.end] == repair.before != repair.after
        at = repair.end


@settings(deadline=None)
@given(st.text(alphabet="二〇○ 一九年月日0123.,%—臵戒者\u2f79\uf9e1２．", max_size=30))
def test_a_repaired_text_needs_at_most_one_more_look(text: str) -> None:
    once = mended(mended(text))
    assert mended(once) == once


@pytest.mark.bench
def test_cost_is_linear() -> None:
    def seconds(size: int) -> float:
        text = "（二 一一年九月二十八日）99 .5%，布臵1, 234万元，" * size
        start = time.perf_counter()
        repairs_of(text, DAMAGE)
        return time.perf_counter() - start

    seconds(100)
    assert seconds(8000) < 16 * max(seconds(1000), 0.001)
