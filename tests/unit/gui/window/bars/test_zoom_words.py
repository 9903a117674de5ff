"""What is typed into the zoom box."""

from __future__ import annotations

import pytest

from gui.window.bars.page_box import zoom_of


@pytest.mark.parametrize(("words", "zoom"), [("150", 1.5), (" 87.5 % ", 0.875), ("１２０％", 1.2), ("-5", -0.05)])
def test_a_number_is_percent_with_or_without_its_sign(words: str, zoom: float) -> None:
    assert zoom_of(words) == pytest.approx(zoom)


@pytest.mark.parametrize("words", ["", "%", "大", "nan", "inf", "1e999"])
def test_what_is_no_number_changes_nothing(words: str) -> None:
    assert zoom_of(words) is None
