"""Rules, pictures and ink of a page."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from engine.model.geometry import Box
from engine.model.page import PageContent
from engine.pdf.drawings import MAX_RULES
from engine.pdf.reader import PdfFile

FORM = "/Type /XObject /Subtype /Form /BBox [0 0 500 500]"
IMAGE = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray"


def content(pdfs: SimpleNamespace, stream: str, more: dict[int, bytes] | None = None) -> PageContent:
    return PdfFile.open(pdfs.paged([stream], more=more)).content(1)


@pytest.mark.parametrize(
    ("stream", "rules"),
    [
        ("1 w 10 100 m 200 100 l S", [(10, 99.5, 200, 100.5)]),
        ("1 w 10 100 m 10 300 l S", [(9.5, 100, 10.5, 300)]),
        ("10 200 100 0.5 re f", [(10, 200, 110, 200.5)]),
        ("10 400 200 30 re f", []),
        ("10 500 m 300 700 l S", []),
        ("8 w 10 100 m 200 100 l S", []),
        ("1 w 10 100 m 11 100 l S", []),
        ("1 w 10 100 m 200 100 l n", []),
        ("q 2 0 0 2 0 0 cm 1 w 10 100 m 20 100 l S Q", [(20, 199, 40, 201)]),
        ("q 0 1 -1 0 300 0 cm 1 w 10 100 m 50 100 l S Q", [(199.5, 10, 200.5, 50)]),
    ],
)
def test_thin_level_and_upright_lines_are_rules(
    pdfs: SimpleNamespace, stream: str, rules: list[tuple[float, ...]]
) -> None:
    assert [tuple(round(side, 2) for side in box) for box in content(pdfs, stream).rules] == rules


def test_a_stroked_rectangle_is_four_rules(pdfs: SimpleNamespace) -> None:
    rules = content(pdfs, "1 w 50 300 100 40 re S").rules
    assert sorted(rules) == sorted(
        [Box(50, 299.5, 150, 300.5), Box(149.5, 300, 150.5, 340), Box(50, 339.5, 150, 340.5), Box(49.5, 300, 50.5, 340)]
    )


def test_rules_inside_forms_are_placed_by_every_matrix_around_them(pdfs: SimpleNamespace) -> None:
    form = pdfs.stream(b"0.5 w 10 100 m 100 100 l S", f"{FORM} /Matrix [1 0 0 1 5 5]")
    assert content(pdfs, "q 2 0 0 2 10 20 cm /X1 Do Q", {8: form}).rules == (Box(40, 229.5, 220, 230.5),)


def test_a_form_that_draws_itself_ends(pdfs: SimpleNamespace) -> None:
    form = pdfs.stream(b"10 10 m 90 10 l S /X1 Do", f"{FORM} /Resources << /XObject << /X1 8 0 R >> >>")
    assert len(content(pdfs, "/X1 Do", {8: form}).rules) <= 20


def test_pictures_are_where_they_are_drawn(pdfs: SimpleNamespace) -> None:
    page = content(pdfs, "q 100 0 0 50 20 30 cm /X1 Do Q", {8: pdfs.stream(b"\0", IMAGE)})
    assert page.pictures == (Box(20, 30, 120, 80),)


def test_rules_are_capped(pdfs: SimpleNamespace) -> None:
    stream = " ".join(f"{x} {y} m {x + 5} {y} l S" for x in range(0, 600, 6) for y in range(0, 800, 16))
    assert len(content(pdfs, stream).rules) == MAX_RULES


@pytest.mark.parametrize(
    ("stream", "has_ink"), [("", False), ("BT /F1 9 Tf (a) Tj ET", True), ("0 0 9 9 re f", True), ("/X1 Do", True)]
)
def test_a_page_has_ink_when_it_paints_anything(pdfs: SimpleNamespace, stream: str, has_ink: bool) -> None:
    assert content(pdfs, stream, {8: pdfs.stream(b"\0", IMAGE)}).has_ink is has_ink
