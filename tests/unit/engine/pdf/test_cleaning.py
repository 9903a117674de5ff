"""Titles, labels and targets one can show."""

from __future__ import annotations

import pytest

from engine.pdf.cleaning import OVERRIDES, clean_label, clean_text, clean_uri


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("一、总则", "一、总则"),
        ("a\tb\nc\x00d", "a b c d"),
        ("report\u202efdp.exe", "reportfdp.exe"),
        ("  x  ", "x"),
        ("\ufeff标题", "标题"),
    ],
)
def test_text_becomes_one_printable_line(text: str, clean: str) -> None:
    assert clean_text(text, 100) == clean


def test_text_is_cut_at_its_limit() -> None:
    assert clean_text("字" * 500, 100) == "字" * 100


def test_cleaning_twice_changes_nothing() -> None:
    text = "a b" + "".join(OVERRIDES) + " " * 300 + "c"
    assert clean_text(clean_text(text, 5), 5) == clean_text(text, 5)


def test_labels_are_utf16() -> None:
    assert clean_label("第1页".encode("utf-16-le") + b"\x00") == "第1页\ufffd"


@pytest.mark.parametrize("uri", ["https://例子.cn/路?q=1", "HTTP://x", "mailto:a@b.cn"])
def test_harmless_targets_stay_as_they_are(uri: str) -> None:
    assert clean_uri(uri) == uri


@pytest.mark.parametrize(
    "uri", ["file:///x", "ftp://x", "//x", "https://x\u202ey", "https://x\ny", "https://" + "x" * 3000]
)
def test_other_targets_are_dropped(uri: str) -> None:
    assert clean_uri(uri) == ""
