"""Code points and UTF-16 units count the same text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gui.bridge.text import Units, word_around, word_edge

texts = st.text(alphabet=st.sampled_from("a中𠀀😀é"), max_size=40)


@given(texts, st.integers(0, 40))
def test_a_code_point_goes_to_utf16_and_back(text: str, index: int) -> None:
    index = min(index, len(text))
    assert Units(text).code_point(Units(text).utf16(index)) == index


@given(texts)
def test_the_end_counts_what_utf16_counts(text: str) -> None:
    assert Units(text).utf16(len(text)) == len(text.encode("utf-16-le")) // 2


def test_the_second_half_of_a_pair_belongs_to_its_character() -> None:
    assert Units("𠀀a").code_point(1) == 0
    assert Units("𠀀a").utf16(2) == 3


def test_words_are_runs_of_one_kind() -> None:
    text = "达到52.3万户，Smart city"
    assert [text[slice(*word_around(text, at))] for at in (0, 3, 7, 10, 16)] == [
        "达到",
        "52.3",
        "万户",
        "Smart",
        "city",
    ]
    assert [word_edge(text, 0, 1), word_edge(text, 9, 1), word_edge(text, 15, -1)] == [2, 15, 9]
    assert word_edge(text, len(text), 1) == len(text)
    assert word_edge(text, 0, -1) == 0


@given(texts, st.integers(0, 40), st.sampled_from([-1, 1]))
def test_going_by_words_goes_on_and_stays_inside(text: str, at: int, step: int) -> None:
    at = min(at, len(text))
    there = word_edge(text, at, step)
    assert 0 <= there <= len(text)
    assert (there - at) * step > 0 or there == (len(text) if step > 0 else 0)
