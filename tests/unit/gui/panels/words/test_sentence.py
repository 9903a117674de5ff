"""The item's own words are marked in its sentence, the right ones where they stand twice."""

from __future__ import annotations

import msgspec
import pytest

from engine.model.parse import ParagraphItem, System, Task
from gui.panels.words.sentence import item_sentence, marked_range, sentence_html, sentence_of

from ..conftest import PanelDocument, parse_of, place


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


def test_what_has_no_sentence_of_its_own_has_that_of_the_text_with_its_mention_marked(qapp):
    text = "会前。区信息办要建成政务 云平台，加快推进；再议。"
    at = 9000
    span = (at + text.index("政务"), at + text.index("，"))
    parse = msgspec.structs.replace(
        parse_of(metrics=1),
        systems=(System("s1", "政务云", 0.9, (span,), places=place(900)),),
        tasks=(Task("t1", text[3:22], 0.9, (at + 3, at + 22), places=place(900)),),
    )
    body = ParagraphItem("body", text, (at, at + len(text)), place(900))
    view = PanelDocument(msgspec.structs.replace(parse, paragraphs=(*parse.paragraphs, body))).session.view
    words, mark = sentence_of(view.systems[0], view)
    assert words == "区信息办要建成政务 云平台，加快推进；"
    assert words[slice(*mark)] == "政务 云平台"
    assert "政务 云平台</span>" in item_sentence(view.systems[0], view)
    assert item_sentence(view.tasks[0], view) == ""  # a full stop more than the task's own words
