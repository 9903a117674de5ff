"""Which blanks of the raw text belong to the words."""

from __future__ import annotations

import pytest

from engine.text.blanks import cleaned, parts_words


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("综 合 治 理", "综合治理"),
        ("2012 年", "2012年"),
        ("Smart City", "Smart City"),
        ("8.9% 、 27.7%", "8.9%、27.7%"),
        ("使用 IP 网络", "使用IP网络"),
        ("Over The Top", "Over The Top"),
        ("目\u3000\u3000录", "目录"),
        ("第 一 、 二 产业", "第一、二产业"),
    ],
)
def test_blanks_stay_between_latin_words_only(raw: str, text: str) -> None:
    assert cleaned(raw, [(0, len(raw))])[0] == text


@pytest.mark.parametrize("raw", ["综 合 AB  CD 12 年", "a b\u200bc", "  x  y "])
def test_ranges_lead_back_to_the_raw_characters(raw: str) -> None:
    text, ranges = cleaned(raw, [(0, len(raw))])
    assert sum(end - start for start, end in ranges) == len(text)
    back = "".join(raw[start:end] for start, end in ranges)
    assert [sign for sign in back if not sign.isspace()] == [sign for sign in text if sign != " "]


def test_a_line_break_parts_latin_words_but_not_chinese() -> None:
    assert parts_words("public", "data")
    assert not parts_words("公共", "数据")
    assert not parts_words("使用", "data")
