"""Opening PDFs good and bad, the geometry of pages, and drawing them."""

from __future__ import annotations

import io
from types import SimpleNamespace

import pypdf
import pytest

from engine.errors import EmptyFile, NotAPdf, PasswordNeeded, PiyueError, TooLarge
from engine.model.geometry import Box
from engine.model.page import PageInfo
from engine.pdf.reader import PdfFile


def info(pdfs: SimpleNamespace, page: str) -> PageInfo:
    return PdfFile.open(pdfs.paged([""], page=page)).page_info(1)


@pytest.mark.parametrize(
    ("page", "box", "rotation"),
    [
        ("/MediaBox [0 0 300 400]", (0, 0, 300, 400), 0),
        ("/MediaBox [10 20 310 420]", (10, 20, 310, 420), 0),
        ("/MediaBox [310 420 10 20]", (10, 20, 310, 420), 0),
        ("/MediaBox [0 0 300 400] /CropBox [50 60 1000 1000]", (50, 60, 300, 400), 0),
        ("/MediaBox [0 0 300 400] /Rotate 90", (0, 0, 300, 400), 90),
        ("/MediaBox [0 0 300 400] /Rotate -90", (0, 0, 300, 400), 270),
        ("/MediaBox [0 0 300 400] /Rotate 450", (0, 0, 300, 400), 90),
        ("/MediaBox [0 0 0 0]", (0, 0, 612, 792), 0),
        ("/MediaBox [0 0 1e30 1e30]", (0, 0, 612, 792), 0),
        ("/MediaBox [a b c d]", (0, 0, 612, 792), 0),
    ],
)
def test_a_pages_box_is_its_crop_box_within_its_media_box(
    pdfs: SimpleNamespace, page: str, box: tuple[float, ...], rotation: int
) -> None:
    got = info(pdfs, page)
    assert (tuple(got.box), got.rotation) == (box, rotation)


def test_the_box_of_a_page_is_inherited(pdfs: SimpleNamespace) -> None:
    assert info(pdfs, "").box == Box(0, 0, 600, 800)


@pytest.mark.parametrize("page", ["", "/Rotate 90", "/CropBox [100 100 300 400]", "/Rotate 270 /CropBox [0 0 99 200]"])
def test_the_size_known_without_loading_is_that_of_the_loaded_page(pdfs: SimpleNamespace, page: str) -> None:
    file = PdfFile.open(pdfs.paged([""], page=page))
    assert file.page_size(1) == pytest.approx(file.page_info(1).size)


def test_text_boxes_do_not_depend_on_rotation_and_crop_box(pdfs: SimpleNamespace) -> None:
    stream = pdfs.line("word", 120, 330)
    plain = PdfFile.open(pdfs.paged([stream])).text(1)
    turned = PdfFile.open(pdfs.paged([stream], page="/Rotate 90 /CropBox [100 300 300 400]")).text(1)
    assert plain == turned


@pytest.mark.parametrize("labels", ["/PageLabels << /Nums [0 << /S /r >> 1 << /S /D /St 7 /P (A-) >>] >>"])
def test_pages_have_their_own_labels(pdfs: SimpleNamespace, labels: str) -> None:
    file = PdfFile.open(pdfs.paged(["", ""], catalog=labels))
    assert [file.page_label(1), file.page_info(2).label] == ["i", "A-7"]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptyFile),
        (b"This is a text file.\n", NotAPdf),
        (b"%PDF-1.7\n", NotAPdf),
        (b"\0" * 5000, NotAPdf),
    ],
)
def test_bytes_that_are_no_pdf_are_said_so(data: bytes, error: type[PiyueError]) -> None:
    with pytest.raises(error):
        PdfFile.open(data)


def test_a_pdf_without_pages_is_no_pdf_to_us(pdfs: SimpleNamespace) -> None:
    with pytest.raises(NotAPdf):
        PdfFile.open(pdfs.paged([]))


def test_more_pages_than_the_cap_are_refused(pdfs: SimpleNamespace) -> None:
    with pytest.raises(TooLarge):
        PdfFile.open(pdfs.paged([""]).replace(b"/Count 1", b"/Count 20001"))


def encrypted(data: bytes, password: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_an_encrypted_pdf_with_an_empty_user_password_opens(pdfs: SimpleNamespace) -> None:
    assert PdfFile.open(encrypted(pdfs.paged([pdfs.line("word")]), "")).text(1)[0] == "word"


def test_an_encrypted_pdf_asks_for_its_password(pdfs: SimpleNamespace) -> None:
    data = encrypted(pdfs.paged([pdfs.line("word")]), "secret")
    with pytest.raises(PasswordNeeded):
        PdfFile.open(data)
    assert PdfFile.open(data, "secret").text(1)[0] == "word"


def test_a_page_that_cannot_be_loaded_does_not_hinder_the_others(pdfs: SimpleNamespace) -> None:
    data = pdfs.paged([pdfs.line("a"), pdfs.line("b")]).replace(b"/Kids [10 0 R 12 0 R]", b"/Kids [99 0 R 12 0 R]")
    file = PdfFile.open(data)
    with pytest.raises(NotAPdf):
        file.content(1)
    assert file.content(2).text == "b"


@pytest.mark.parametrize("size", [40, 200, 500, 900, 1500])
def test_a_pdf_cut_short_opens_or_is_refused(pdfs: SimpleNamespace, size: int) -> None:
    data = pdfs.paged([pdfs.line("word")])
    try:
        file = PdfFile.open(data[: len(data) - size])
    except NotAPdf:
        return
    assert len(file.content(1).text) <= 4


def pixel(buffer: bytearray, stride: int, x: int, y: int) -> tuple[int, ...]:
    return tuple(buffer[y * stride + 4 * x : y * stride + 4 * x + 4])


def test_a_page_is_drawn_blue_first_on_white_top_row_first(pdfs: SimpleNamespace) -> None:
    file = PdfFile.open(pdfs.paged(["1 0 0 rg 0 700 100 100 re f"]))
    buffer = bytearray(600 * 800 * 4)
    assert file.render(1, 1.0, None, buffer) == (600, 800, 2400)
    assert pixel(buffer, 2400, 50, 50) == (0, 0, 255, 255)
    assert pixel(buffer, 2400, 150, 50) == (255, 255, 255, 255)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_tile_shows_the_part_of_the_page_it_was_asked_for(pdfs: SimpleNamespace, rotation: int) -> None:
    page = f"/CropBox [100 100 500 700] /Rotate {rotation}"
    file = PdfFile.open(pdfs.paged(["0 0 1 rg 200 300 40 60 re f"], page=page))
    buffer = bytearray(4 * 120 * 120)
    width, height, stride = file.render(1, 2.0, Box(200, 300, 240, 360), buffer)
    assert (width, height) == ((80, 120) if rotation % 180 == 0 else (120, 80))
    assert {pixel(buffer, stride, x, y) for x in range(width) for y in range(height)} == {(255, 0, 0, 255)}


def test_annotations_are_drawn(pdfs: SimpleNamespace) -> None:
    form = pdfs.stream(b"0 1 0 rg 0 0 100 100 re f", "/Type /XObject /Subtype /Form /BBox [0 0 100 100]")
    stamp = b"<< /Type /Annot /Subtype /Stamp /Rect [0 700 100 800] /F 4 /AP << /N 8 0 R >> >>"
    file = PdfFile.open(pdfs.paged([""], page="/Annots [9 0 R]", more={8: form, 9: stamp}))
    buffer = bytearray(600 * 800 * 4)
    file.render(1, 1.0, None, buffer)
    assert pixel(buffer, 2400, 50, 50) == (0, 255, 0, 255)


SEAL = b"<< /Type /Annot /Subtype /Widget /FT /Sig /T (seal) /Rect [0 700 100 800] /F 4 /AP << /N 8 0 R >> >>"


@pytest.mark.parametrize("page", ["", "/Rotate 180", "/CropBox [0 600 600 800]"])
def test_the_fields_of_a_form_and_the_seals_of_signatures_are_drawn(pdfs: SimpleNamespace, page: str) -> None:
    seal = pdfs.stream(b"1 0 0 rg 0 0 100 100 re f", "/Type /XObject /Subtype /Form /BBox [0 0 100 100]")
    data = pdfs.paged(
        ["", ""],
        page=f"{page} /Annots [9 0 R]",
        catalog="/AcroForm << /Fields [9 0 R] /SigFlags 3 >>",
        more={8: seal, 9: SEAL},
    )
    file = PdfFile.open(data)
    buffer = bytearray(100 * 100 * 4)
    for number in (1, 2, 1):
        _, _, stride = file.render(number, 1.0, Box(0, 700, 100, 800), buffer)
        assert pixel(buffer, stride, 50, 50) == (0, 0, 255, 255)
    file.close()


def test_a_picture_beyond_the_cap_is_refused(pdfs: SimpleNamespace) -> None:
    file = PdfFile.open(pdfs.paged([""]))
    for scale in (20.0, 1e9):
        with pytest.raises(TooLarge):
            file.render(1, scale, None, bytearray(8))


def test_a_picture_larger_than_its_memory_is_refused(pdfs: SimpleNamespace) -> None:
    with pytest.raises(TooLarge):
        PdfFile.open(pdfs.paged([""])).render(1, 1.0, None, bytearray(600 * 800 * 4 - 1))


def test_more_pages_than_are_kept_loaded_can_be_read_in_any_order(pdfs: SimpleNamespace) -> None:
    file = PdfFile.open(pdfs.paged([pdfs.line(str(number)) for number in range(10)]))
    assert [file.text(number)[0] for number in (1, 9, 2, 10, 5, 1, 7, 3, 1)] == list("081940620")


def test_closing_twice_is_harmless(pdfs: SimpleNamespace) -> None:
    file = PdfFile.open(pdfs.paged([""]))
    file.page_info(1)
    file.close()
    file.close()


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("matrix", ["1 0 0 1 72 700", "0 1 -1 0 300 72", "-1 0 0 -1 500 300", "0 -1 1 0 300 700"])
def test_the_order_of_text_is_that_of_reading_however_the_page_and_the_words_lie(
    pdfs: SimpleNamespace, turn: int, matrix: str
) -> None:
    words = f"BT /F1 12 Tf {matrix} Tm (first) Tj 60 0 Td (second) Tj -60 -20 Td (third) Tj ET"
    file = PdfFile.open(pdfs.paged([words], page=f"/Rotate {turn}"))
    assert file.text(1)[0].split() == ["first", "second", "third"]
    assert file.page_info(1).rotation == turn
