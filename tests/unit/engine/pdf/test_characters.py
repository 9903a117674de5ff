"""Text, boxes and fonts of a page."""

from __future__ import annotations

from array import array
from types import SimpleNamespace

import pytest

from engine.model.page import FontRun, PageContent
from engine.pdf.characters import Characters, clean_boxes, with_pairs_joined
from engine.pdf.fonts import font_name
from engine.pdf.reader import PdfFile

TURNS = {90: "0 1 -1 0 300 300", -90: "0 -1 1 0 300 300", 180: "-1 0 0 -1 300 300"}


def content(pdfs: SimpleNamespace, stream: str, **more: object) -> PageContent:
    return PdfFile.open(pdfs.paged([stream], **more)).content(1)


def test_every_code_point_has_one_box(pdfs: SimpleNamespace) -> None:
    page = content(pdfs, pdfs.line("Ab") + pdfs.line("4E0000644E8C", y=650, font="F2"))
    assert page.text == "Ab\r\n一\U00020000二"
    assert len(page.boxes) == 4 * len(page.text)


def test_characters_pdfium_makes_up_have_no_box(pdfs: SimpleNamespace) -> None:
    page = content(pdfs, pdfs.line("one") + pdfs.line("two", y=650))
    assert [index for index in range(8) if page.box(index) == (0, 0, 0, 0)] == [3, 4]


def test_boxes_of_a_line_are_equally_high_whatever_the_glyph(pdfs: SimpleNamespace) -> None:
    page = content(pdfs, pdfs.line("x.gM"))
    assert len({(page.box(index).bottom, page.box(index).top) for index in range(4)}) == 1


def test_boxes_of_a_run_touch(pdfs: SimpleNamespace) -> None:
    page = content(pdfs, pdfs.line("4E004E8C4E00", font="F2"))
    assert [page.box(index).left for index in (1, 2)] == [page.box(index).right for index in (0, 1)]


@pytest.mark.parametrize("angle", TURNS)
def test_text_turned_by_quarters_has_boxes_as_high_as_the_font(pdfs: SimpleNamespace, angle: int) -> None:
    page = content(pdfs, f"q {TURNS[angle]} cm {pdfs.line('.il', 0, 0)} Q")
    boxes = [page.box(index) for index in range(3)]
    across = [box.height if angle == 180 else box.width for box in boxes]
    assert all(14 < size < 20 for size in across)
    assert page.fonts[0].angle == angle
    assert page.fonts[0].size == 16


def test_a_font_size_is_that_on_the_page(pdfs: SimpleNamespace) -> None:
    assert content(pdfs, f"q 2 0 0 2 0 0 cm {pdfs.line('a', 5, 5, 9)} Q").fonts[0].size == 18


def test_stretched_text_is_as_high_as_its_font(pdfs: SimpleNamespace) -> None:
    plain = content(pdfs, pdfs.line("a", 5, 5)).box(0)
    narrow = content(pdfs, pdfs.line("a", 5, 5, before="50 Tz")).box(0)
    assert narrow.height == pytest.approx(plain.height, abs=0.5)


@pytest.mark.parametrize(
    ("before", "is_visible"), [("0 Tr", True), ("3 Tr", False), ("7 Tr", False), ("/G1 gs", False), ("2 Tr", True)]
)
def test_text_that_paints_nothing_is_marked(pdfs: SimpleNamespace, before: str, is_visible: bool) -> None:
    stream = pdfs.line("a", before=before)
    data = pdfs.paged([stream]).replace(b"/XObject <<", b"/ExtGState << /G1 << /ca 0 >> >> /XObject <<")
    assert PdfFile.open(data).content(1).fonts[0].visible is is_visible


def test_a_bold_made_by_stroking_is_bold(pdfs: SimpleNamespace) -> None:
    assert content(pdfs, pdfs.line("a", before="2 Tr")).fonts[0].bold
    assert not content(pdfs, pdfs.line("a")).fonts[0].bold


def test_runs_cover_the_text_without_overlap(pdfs: SimpleNamespace) -> None:
    page = content(pdfs, pdfs.line("ab") + pdfs.line("4E00", y=650, font="F2") + pdfs.line("c", y=600, size=9))
    ends = [0, *(run.end for run in page.fonts)]
    assert [run.start for run in page.fonts] == ends[:-1]
    assert ends[-1] == len(page.text)


def test_a_hyphen_at_a_lines_end_stays_a_hyphen(pdfs: SimpleNamespace) -> None:
    assert content(pdfs, pdfs.line("ab-") + pdfs.line("cd", y=680)).text.startswith("ab-")


def test_characters_that_turn_text_around_become_blanks(pdfs: SimpleNamespace) -> None:
    data = pdfs.paged([pdfs.line("4E0000654E8C", font="F2")]).replace(b"<0064> <D840DC00>", b"<0065>     <202E>  ")
    assert PdfFile.open(data).text(1)[0] == "一 二"


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (b"ABCDEF+SimSun", "SimSun"),
        ("仿宋_GB2312".encode("gb18030"), "仿宋_GB2312"),
        ("仿宋".encode(), "仿宋"),
        (b"Arial\x07-Bold", "Arial-Bold"),
        (b"", ""),
        (b"\xff\xff", "ÿÿ"),
    ],
)
def test_font_names_lose_their_subset_mark_and_are_decoded(raw: bytes, name: str) -> None:
    assert font_name(raw) == name


def test_boxes_off_any_sheet_are_emptied_and_sides_put_in_order() -> None:
    boxes = array("f", [1, 2, 3, 4, float("nan"), 0, 1, 1, 0, 0, float("inf"), 1, 5, 0, 4, 1, 0, 0, 2e6, 1])
    clean_boxes(boxes)
    assert boxes.tolist() == [1, 2, 3, 4, *[0.0] * 8, 4, 0, 5, 1, *[0.0] * 4]


def test_pairs_of_utf16_units_become_one_code_point() -> None:
    boxes = array("f", range(16))
    joined = with_pairs_joined("a\ud840\udc00b", array("f", boxes), ())
    assert joined == Characters("a\U00020000b", boxes[0:8] + boxes[12:16], ())


def test_runs_shrink_with_their_pairs() -> None:
    fonts = (FontRun(0, 2, "a", 1), FontRun(2, 4, "b", 1))
    joined = with_pairs_joined("\ud840\udc00xy", array("f", bytes(64)), fonts)
    assert [(run.start, run.end) for run in joined.fonts] == [(0, 1), (1, 3)]


def test_a_unit_without_its_other_half_is_replaced() -> None:
    assert with_pairs_joined("\ud840a", array("f", bytes(32)), ()).text == "\ufffda"
