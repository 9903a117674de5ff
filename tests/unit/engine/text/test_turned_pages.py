"""The flow is the same however a page is turned, cropped or scaled."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PageObject, PdfReader, PdfWriter, Transformation
from pypdf.generic import RectangleObject

from engine.model.flow import Flow
from engine.pdf.reader import PdfFile
from engine.text.flow import build_flow


@pytest.fixture(scope="module")
def source(root: Path) -> bytes:
    return (root / "tests" / "data" / "layouts" / "office-notes.pdf").read_bytes()


@pytest.fixture(scope="module")
def straight(source: bytes) -> Flow:
    return flow_of(source)


def flow_of(data: bytes) -> Flow:
    file = PdfFile.open(data)
    try:
        return build_flow([file.content(number) for number in range(1, file.page_count + 1)])
    finally:
        file.close()


def rebuilt(data: bytes, change: object) -> bytes:
    writer = PdfWriter()
    for page in PdfReader(BytesIO(data)).pages:
        writer.add_page(page)
        change(writer.pages[-1])  # type: ignore[operator]
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_page_with_rotate_reads_alike(source: bytes, straight: Flow, angle: int) -> None:
    flow = flow_of(rebuilt(source, lambda page: page.rotate(angle)))
    assert flow.text == straight.text
    assert [page.rotation for page in flow.pages] == [angle] * len(straight.pages)


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_text_drawn_turned_reads_alike(source: bytes, straight: Flow, angle: int) -> None:
    def turn(page: PageObject) -> None:
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        shift = {90: (height, 0.0), 180: (width, height), 270: (0.0, width)}[angle]
        page.add_transformation(Transformation().rotate(angle).translate(*shift))
        if angle != 180:
            page.mediabox = RectangleObject((0, 0, height, width))
            page.cropbox = page.mediabox

    flow = flow_of(rebuilt(source, turn))
    assert flow.text == straight.text
    assert [paragraph.kind for paragraph in flow.paragraphs] == [paragraph.kind for paragraph in straight.paragraphs]


def test_a_crop_box_away_from_the_origin_reads_alike(source: bytes, straight: Flow) -> None:
    def move(page: PageObject) -> None:
        page.add_transformation(Transformation().translate(200, -150))
        left, bottom, right, top = (float(side) for side in page.mediabox)
        page.mediabox = RectangleObject((left + 200, bottom - 150, right + 200, top - 150))
        page.cropbox = page.mediabox

    assert flow_of(rebuilt(source, move)).text == straight.text


@pytest.mark.parametrize("scale", [0.5, 2.0])
def test_a_page_of_another_size_reads_alike(source: bytes, straight: Flow, scale: float) -> None:
    flow = flow_of(rebuilt(source, lambda page: page.scale_by(scale)))
    assert flow.text == straight.text
