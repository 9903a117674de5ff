"""Finding words in a text: blanks, breaks, width and case do not count."""

from __future__ import annotations

import pytest

from gui.tools.finding.search import edges_of, folded, hits_over, in_sentence, ranges_in


def found(text: str, query: str) -> list[str]:
    return [text[start:end] for start, end in ranges_in(text, folded(query).text)]


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
    assert len(found(text, query)) == 1


def test_what_is_found_are_raw_characters_told_with_what_stands_around() -> None:
    text = "我区固定电话用户数52 万\r\n户，光缆"
    ((start, end),) = ranges_in(text, "52万户")
    assert text[start:end] == "52 万\r\n户"
    assert in_sentence(text, start, end) == ("我区固定电话用户数", "52万户", "，光缆")


def test_what_is_found_does_not_overlap() -> None:
    assert found("一一一一", "一一") == ["一一", "一一"]


def test_an_empty_query_finds_nothing() -> None:
    assert found("任何文字", "  ") == []


def test_words_go_on_over_the_edge_past_what_is_set_aside() -> None:
    one, other = "建设智慧\r\n— 1 —", "内部资料 \r\n城市，惠及全民"
    tail = edges_of(one, [(6, 7), (8, len(one))], "智慧城市")[1]
    head = edges_of(other, [(0, 4)], "智慧城市")[0]
    ((start, rest, words, low, high),) = hits_over(tail, head, "智慧城市")
    assert (one[slice(*start)], other[slice(*rest)]) == ("智慧", "城市")
    assert in_sentence(words, low, high) == ("建设", "智慧城市", "，惠及全民")
    assert not list(hits_over(edges_of(one, [], "智慧城市")[1], head, "智慧城市"))
