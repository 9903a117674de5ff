"""Running matter is greyed where the parse says, and only when asked for."""

from __future__ import annotations

from types import SimpleNamespace

from PySide6.QtGui import QImage, QPainter

from engine.model.geometry import Box
from engine.model.page import PageInfo
from engine.model.parse import FurnitureItem
from engine.model.place import Place
from gui.bridge.geometry import PageGeometry
from gui.pages.mark_painting import paint_running_matter
from gui.pages.running_matter import RunningMatter, boxes_by_page

HEAD = (10.0, 90.0, 60.0, 90.0, 10.0, 80.0, 60.0, 80.0)
FURNITURE = (
    FurnitureItem("header", "公报", (Place(1, (0, 2), (HEAD,)),)),
    FurnitureItem("watermark", "样本", (Place(2, (0, 2), (HEAD, HEAD)),)),
)


def view_of(parse: object) -> SimpleNamespace:
    session = SimpleNamespace(view=SimpleNamespace(text=SimpleNamespace(parse=parse), is_text_stale=False))
    return SimpleNamespace(
        document=SimpleNamespace(session=session), viewport=lambda: SimpleNamespace(update=lambda: None)
    )


def test_nothing_is_greyed_until_asked_for_and_nothing_after() -> None:
    running = RunningMatter(view_of(SimpleNamespace(furniture=FURNITURE)))
    assert running.on_page(0) == []
    running.show(True)
    assert running.on_page(0) == [Box(10, 80, 60, 90)]
    assert len(running.on_page(1)) == 2
    assert running.on_page(2) == []
    running.show(False)
    assert running.on_page(0) == []


def test_a_newer_parse_is_followed_and_none_greys_nothing() -> None:
    view = view_of(SimpleNamespace(furniture=FURNITURE))
    running = RunningMatter(view)
    running.show(True)
    assert running.on_page(0)
    view.document.session.view.text = SimpleNamespace(parse=None)
    assert running.on_page(0) == []
    view.document = None
    assert running.on_page(0) == []


def test_words_of_running_matter_grow_pale_and_their_ground_grey() -> None:
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    image.setPixelColor(30, 15, "black")
    painter = QPainter(image)
    sheet = PageGeometry(PageInfo(1, Box(0, 0, 100, 100)), 1.0)
    boxes = boxes_by_page(FURNITURE)[1]
    paint_running_matter(painter, image.rect().toRectF(), sheet, boxes)
    painter.end()
    assert 100 < image.pixelColor(30, 15).lightness() < image.pixelColor(35, 15).lightness() < 250
    assert image.pixelColor(50, 50).lightness() == 255
