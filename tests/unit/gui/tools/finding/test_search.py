"""Finding words on a page: blanks, breaks, width and case do not count."""

from __future__ import annotations

import pytest

from gui.tools.finding.search import hits_on


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("推进智慧\r\n城市建设", "智慧城市"),
        ("推进智慧城市建设", "智慧 城市"),
        ("达到５２万户", "52万"),
        ("达到 52 万户", "52万户"),
        ("Smart City", "smartcity"),
        ("指标﹕完成", "指标:完成"),
    ],
)
def test_words_are_found_whatever_is_between_them(text: str, query: str) -> None:
    assert len(list(hits_on(0, text, query))) == 1


def test_a_hit_knows_its_raw_characters_and_what_stands_around() -> None:
    text = "我区固定电话用户数52 万\r\n户，光缆"
    hit = next(iter(hits_on(3, text, "52万户")))
    assert (hit.sheet, text[hit.start : hit.end]) == (3, "52 万\r\n户")
    assert hit.before.endswith("用户数")
    assert hit.after.startswith("，光缆")


def test_hits_do_not_overlap() -> None:
    assert [hit.start for hit in hits_on(0, "一一一一", "一一")] == [0, 2]


def test_an_empty_query_finds_nothing() -> None:
    assert list(hits_on(0, "任何文字", "  ")) == []
