"""The PDF's own links on the words in their boxes."""

from __future__ import annotations

from array import array
from types import SimpleNamespace

from PySide6.QtCore import QObject, Signal

from engine.model.geometry import Box
from engine.model.link import Link
from engine.model.page import PageInfo
from engine.worker.protocol import Links
from gui.bridge.geometry import PageGeometry
from gui.pages.page_text import PageText
from gui.transcript.content import Content
from gui.transcript.links import TextLinks

from .conftest import text_parse


class Worker(QObject):
    """The page worker, asked for links and characters."""

    links_ready = Signal(object)
    text_came = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[int] = []
        self.page: PageText | None = None

    def ask_links(self, page: int) -> None:
        self.asked.append(page)

    def ask_text(self, index: int) -> None:
        boxes = array("f")
        for number in range(6):
            boxes.extend((100.0 + 12 * number, 700.0, 111.0 + 12 * number, 712.0))
        self.page = PageText(PageGeometry(PageInfo(1, Box(0, 0, 595, 842)), 1.0), "见政府网站。", boxes)
        self.text_came.emit(index)

    def text(self, _index: int) -> PageText | None:
        return self.page


def test_a_link_lies_on_the_characters_in_its_box(qtbot) -> None:
    worker = Worker()
    content = Content(text_parse([("body", "见政府网站。", 1)]))
    links = TextLinks(SimpleNamespace(feed=worker), worker, content, worker)
    links.want([1])
    links.want([1])
    assert worker.asked == [1]
    link = Link(Box(111.5, 698, 160, 714), "https://www.gov.cn/")
    with qtbot.waitSignal(links.changed):
        worker.links_ready.emit(Links(1, (link, Link(Box(0, 0, 9, 9)))))
    assert links.on_piece(0) == [(1, 5, link)]
    assert links.at(0, 4) == link
    assert links.at(0, 5) is None
