"""The item's own words are marked in its sentence, the right ones where they stand twice."""

from __future__ import annotations

import pytest

from gui.panels.words.sentence import marked_range, sentence_html


@pytest.mark.parametrize(
    ("sentence", "quote", "at", "marked"),
    [
        ("增长5%，其中工业增长5%。", "5%", 0, (2, 4)),
        ("增长5%，其中工业增长5%。", "5%", 10, (11, 13)),
        ("达到 52 万户。", "52万户", None, (3, 8)),
        ("没有这个数。", "52万户", None, None),
        ("没有词。", "", None, None),
    ],
)
def test_where_the_quote_stands(sentence, quote, at, marked):
    assert marked_range(sentence, quote, at) == marked


def test_text_of_the_document_is_never_markup(qapp):
    html = sentence_html("<b>5%</b> & more", (3, 5))
    assert "&lt;b&gt;" in html
    assert "&amp; more" in html
    assert "<b>" not in html
