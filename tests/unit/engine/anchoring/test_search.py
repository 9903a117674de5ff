from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.anchoring.anchor import Quote, anchor_places, anchor_quote, anchor_record, quote_of
from engine.anchoring.locate import locate
from engine.anchoring.normalise import normal_text, normalise
from engine.anchoring.pages import DocumentText, PagePart
from engine.anchoring.prints import paragraph_prints, share_matched
from engine.anchoring.search import find
from engine.model.place import Place

TEXT = (
    "全市固定电话用户达到52万户，比上年增长5%。移动电话用户达到206万户，比上年增长12%。"
    "宽带用户达到38万户，比上年增长5%。光缆总长度达到11万芯公里，其中农村4万芯公里。"
)


def document(*pages: str) -> DocumentText:
    return DocumentText(list(enumerate(pages, 1)))


def found_words(quote: Quote, *pages: str, near: tuple[int, float] | None = None) -> str | None:
    text = document(*pages)
    found = find(quote, text, near)
    return None if found is None else text.text[found.start : found.end]


def quote(words: str, after: str = "") -> Quote:
    start = TEXT.index(words, TEXT.index(after) if after else 0)
    return quote_of(TEXT, start, start + len(words))


def test_blanks_widths_and_line_ends_do_not_matter() -> None:
    broken = TEXT.replace("用户", "用 户\r\n").replace("52", "５２").replace("，", ",")
    assert found_words(quote("52万户"), broken) == "52万户"


def test_a_short_quote_that_stands_twice_is_told_apart_by_its_context() -> None:
    text = document(TEXT)
    first, second = (find(quote("5%", after), text) for after in ("全市", "宽带"))
    assert first is not None
    assert second is not None
    assert text.text[: first.start].endswith("52万户,比上年增长")
    assert text.text[: second.start].endswith("38万户,比上年增长")


def test_equal_sentences_are_told_apart_by_where_they_stood() -> None:
    line = "各单位要高度重视，认真落实。"
    pages = (line + "甲" * 400 + line, "乙" * 400 + line)
    text = document(*pages)
    bare = Quote("认真落实")
    places = [at for at in range(len(text.text)) if text.text.startswith("认真落实", at)]
    for place in places:
        found = find(bare._replace(prefix="各单位要高度重视，", suffix="。"), text, (place + 3, 100.0))
        assert found is not None
        assert found.start == place


def test_equal_sentences_without_a_place_are_lost_not_guessed() -> None:
    line = "各单位要高度重视，认真落实。"
    assert found_words(Quote("认真落实", "各单位要高度重视，", "。"), line * 3) is None


def test_a_changed_number_is_found_in_its_context_and_told() -> None:
    text = document(TEXT.replace("52万户", "58.5万户"))
    found = find(quote("52万户"), text)
    assert found is not None
    assert (text.text[found.start : found.end], found.how) == ("58.5万户", "changed")


def test_a_sentence_with_a_few_other_characters_is_found_fuzzily() -> None:
    words = quote("移动电话用户达到206万户，比上年增长12%")
    changed = TEXT.replace("移动电话用户达到206万户", "移动电话用户数达到了206万户")
    text = document(changed)
    found = find(words, text)
    assert found is not None
    assert found.how == "fuzzy"
    assert text.text[found.start : found.end] == "移动电话用户数达到了206万户,比上年增长12%"


def test_what_is_gone_is_lost() -> None:
    assert found_words(quote("宽带用户达到38万户"), TEXT.replace("宽带用户达到38万户，比上年增长5%。", "")) is None
    assert found_words(quote("52万户"), "与此无关的另一份文件，讲的是绿化造林。" * 9) is None
    assert found_words(Quote("  \n"), TEXT) is None


def test_a_quote_may_cross_pages() -> None:
    half = TEXT.index("206")
    text = document(TEXT[: half + 1], TEXT[half + 1 :])
    found = find(quote("206万户"), text)
    assert found is not None
    assert text.parts(found.start, found.end) == (PagePart(1, half, half + 1), PagePart(2, 0, 4))


def test_an_anchor_without_words_stays_on_its_page() -> None:
    box = (Place(3, None, ((1.0, 9.0, 5.0, 9.0, 1.0, 2.0, 5.0, 2.0),)),)
    located = locate(anchor_record(box), document(TEXT), lambda _page: (), shift=lambda _page, _raw: None)
    assert located is not None
    assert (located.places, located.how) == (box, "unmoved")


def test_a_found_anchor_has_the_quads_of_its_lines() -> None:
    raw = "第一行文字\r\n第二行文字"
    boxes: list[float] = []
    for at, _ in enumerate(raw):
        line, column = divmod(at, 7)
        boxes += (
            [0.0] * 4 if at in (5, 6) else [10.0 * column, 100.0 - 20 * line, 10.0 * column + 10, 112.0 - 20 * line]
        )
    words = Quote("文字第二行", "第一行", "文字")
    anchor = anchor_record((Place(1, (3, 10), ()),), words)
    located = locate(anchor, document(raw), lambda _page: boxes, shift=lambda _page, _raw: 3)
    assert located is not None
    assert located.places[0].chars == (3, 10)
    assert len(located.places[0].quads) == 2


@pytest.mark.parametrize(
    "anchor", [None, 3, {}, {"parts": 1}, {"parts": [1, {"page": 0}, {"page": 1, "quads": [[1]], "chars": [3, 1]}]}]
)
def test_an_anchor_that_makes_no_sense_has_no_places(anchor: object) -> None:
    assert all(not place.quads and place.chars is None for place in anchor_places(anchor))
    assert anchor_quote(anchor) is None


def test_an_anchor_comes_back_as_it_was_stored() -> None:
    places = (Place(2, (3, 9), ((1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0),)), Place(3, None, ()))
    record = anchor_record(places, Quote("一", "二", "三"))
    assert anchor_places(record) == places
    assert anchor_quote(record) == Quote("一", "二", "三")


def test_paragraphs_are_compared_without_their_text_being_kept() -> None:
    one = paragraph_prints(["全市固定电话用户达到52万户。", "一、", "移动电话用户达到206万户。"])
    other = paragraph_prints(["移动电话 用户达到206万户。", "新增的一段文字在此。"])
    assert len(one) == 2
    assert share_matched(one, other) == 0.5
    assert share_matched([], other) == 0.0


@given(st.text(max_size=80))
def test_every_normal_character_comes_from_a_character_of_the_text(text: str) -> None:
    normal = normalise(text)
    assert len(normal.origins) == len(normal.text)
    assert normal.origins == sorted(normal.origins)
    assert all(0 <= at < len(text) for at in normal.origins)
    assert normal_text(normal.text) == normal.text or not text.isprintable()


@given(st.lists(st.text("一二三四五六七八九十0123 \r\n，。", max_size=60), min_size=1, max_size=4), st.data())
def test_what_is_found_word_for_word_is_the_quote(pages: list[str], data: st.DataObject) -> None:
    text = document(*pages)
    page = data.draw(st.integers(0, len(pages) - 1))
    start = data.draw(st.integers(0, len(pages[page])))
    end = data.draw(st.integers(start, len(pages[page])))
    words = quote_of(pages[page], start, end)
    found = find(words, text, (text.offset(page + 1, start) or 0, 50.0))
    if found is not None and found.how == "exact":
        assert text.text[found.start : found.end] == normal_text(words.exact)
