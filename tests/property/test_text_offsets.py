"""Code points and UTF-16 units count the same text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gui.bridge.text import code_point_of_utf16, utf16_of_code_point

texts = st.text(alphabet=st.sampled_from("a中𠀀😀é"), max_size=40)


@given(texts, st.integers(0, 40))
def test_a_code_point_goes_to_utf16_and_back(text: str, index: int) -> None:
    index = min(index, len(text))
    assert code_point_of_utf16(text, utf16_of_code_point(text, index)) == index


@given(texts)
def test_the_end_counts_what_utf16_counts(text: str) -> None:
    assert utf16_of_code_point(text, len(text)) == len(text.encode("utf-16-le")) // 2


def test_the_second_half_of_a_pair_belongs_to_its_character() -> None:
    assert code_point_of_utf16("𠀀a", 1) == 0
    assert utf16_of_code_point("𠀀a", 2) == 3
