"""Page numbers in all forms that offices print."""

from __future__ import annotations

import pytest

from engine.text.page_numbers import is_page_number, labels_of, page_numbers, roman, sequences


@pytest.mark.parametrize(
    ("printed", "form", "value", "total"),
    [
        ("—1—", "dashed", 1, 0),
        ("-12-", "dashed", 12, 0),
        ("－３－", "dashed", 3, 0),
        ("7", "arabic", 7, 0),
        ("第1页共14页", "chinese", 1, 14),
        ("第2页,共8页", "chinese", 2, 8),
        ("共14页第3页", "chinese", 3, 14),
        ("第5页", "chinese", 5, 0),
        ("1/14", "of", 1, 14),
        ("Page2of9", "of", 2, 9),
        ("iv", "roman", 4, 0),
        ("XII", "roman", 12, 0),
    ],
)
def test_every_form_of_page_number_is_read(printed: str, form: str, value: int, total: int) -> None:
    (number,) = page_numbers(printed, 1, "bottom", 0)
    assert (number.form, number.value, number.total, number.whole) == (form, value, total, True)
    assert is_page_number(printed)


@pytest.mark.parametrize("printed", ["2023年", "国发〔2015〕9号", "civil", "第三章", ""])
def test_other_words_with_digits_are_no_page_number(printed: str) -> None:
    assert not is_page_number(printed)


def test_numbers_within_a_running_head_are_candidates_only() -> None:
    (number,) = page_numbers("公报2025年第3期12".replace("2025年第3期", ""), 4, "top", 0)
    assert (number.value, number.whole) == (12, False)


def test_roman_numerals_subtract_the_lesser_before_the_greater() -> None:
    assert [roman(sign) for sign in ("i", "iv", "ix", "xiv", "xl", "L")] == [1, 4, 9, 14, 40, 50]


def test_only_numbers_that_grow_with_the_page_make_a_sequence() -> None:
    steady = [page_numbers(str(page + 3), page, "bottom", 0)[0] for page in (1, 2, 3)]
    stray = page_numbers("88", 2, "bottom", 1)
    (group,) = sequences([*steady, *stray], least=2).values()
    assert [number.value for number in group] == [4, 5, 6]


def test_a_number_without_a_total_labels_before_one_with_it() -> None:
    own, site = page_numbers("—5—", 1, "bottom", 1), page_numbers("1/8", 1, "bottom", 0)
    assert labels_of([*own, *site]) == {1: "5"}
    assert labels_of(site) == {1: "1"}
