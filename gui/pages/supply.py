"""What the page view draws from: pictures, characters and marks of the open document, kept as they come.

Says which page must be painted anew; decides nothing about where it lies.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QTransform

from engine.errors import Cancelled, PiyueError
from engine.model.geometry import Box
from engine.model.link import Link
from engine.worker.protocol import NEAR, VISIBLE, Failed, Links, PageTextReply, Rendered, Request, TextRequest
from gui.bridge.document import OpenDocument
from gui.bridge.geometry import PageGeometry
from gui.pages.camera import Camera
from gui.pages.marks import MarkIndex, marks_of_item, marks_of_note, marks_of_view
from gui.pages.page_text import PageText
from gui.pages.pictures import Pictures
from gui.pages.wanted import Wanted, tile_box

_TEXTS = 400  # pages whose characters are kept


class PageSupply(QObject):
    """Pictures, characters, marks and failures by page index."""

    page_changed = Signal(int)  # page index, -1: all of them
    text_came = Signal(int)
    text_failed = Signal(int)

    def __init__(self, document: OpenDocument, camera: Camera, parent: QObject) -> None:
        super().__init__(parent)
        self.document = document
        self.marks = MarkIndex()
        self.failures: dict[int, PiyueError] = {}
        self.pictures = Pictures(self._ask)
        self._camera = camera
        self._serial = 0
        self._asked: dict[int, Wanted] = {}
        self._by_hand: set[int] = set()
        self._unseen: set[int] = set()  # pages that failed before anybody saw them
        self._texts: OrderedDict[int, PageText] = OrderedDict()
        self._texts_asked: set[int] = set()  # under way, or failed
        self._texts_failed: set[int] = set()
        self._links: dict[int, Sequence[Link]] = {}
        self._scene: set[str] = set()
        document.feed.rendered.connect(self._on_rendered)
        document.feed.text_ready.connect(self._on_text)
        document.feed.links_ready.connect(self._on_links)
        document.feed.failed.connect(self._on_failed)
        document.changed.connect(self._on_changed)

    def wish(self, wishes: list[Wanted]) -> None:
        """What the view needs now, most urgent first. What failed out of sight gets another chance in sight."""
        for sheet in self._unseen.intersection(self._camera.visible()):
            self._unseen.discard(sheet)
            self.pictures.retry(sheet)
        self.pictures.want(wishes)
        for sheet in self._camera.visible():
            if self._camera.layout.geometry(sheet, 1.0).rotation:  # which way its words run says how marks lie
                self.ask_text(sheet)

    def text(self, index: int) -> PageText | None:
        """Characters of a page if they have come; never asks."""
        return self._texts.get(index)

    def ask_text(self, index: int) -> None:
        """Ask for the characters of a page, once."""
        if index not in self._texts and index not in self._texts_asked and 0 <= index < len(self.document.pages):
            self._texts_asked.add(index)
            self.document.feed.ask_text(index + 1)

    def is_text_lost(self, index: int) -> bool:
        """Whether the characters of a page were asked for in vain."""
        return index in self._texts_failed

    def retry_texts(self) -> None:
        """Give the pages whose characters did not come another chance when they are asked for next."""
        self._texts_asked -= self._texts_failed
        self._texts_failed.clear()

    def link_at(self, index: int, x: float, y: float) -> Link | None:
        """The PDF's own link under a point of page space; asks for the page's links the first time."""
        if index not in self._links:
            self._links[index] = ()
            self.document.feed.ask_links(index + 1)
        for link in self._links[index]:
            if link.box.left <= x <= link.box.right and link.box.bottom <= y <= link.box.top:
                return link
        return None

    def retry(self, index: int) -> None:
        """Ask again for a page that failed."""
        self.failures.pop(index, None)
        self._by_hand.add(index)
        self._texts_asked.discard(index)
        self._texts_failed.discard(index)
        self.page_changed.emit(index)
        self.pictures.retry(index)

    def turned(self) -> None:
        """The reader turned the pages: displayed points are others now."""
        self.pictures.clear()
        self._asked.clear()
        self._texts.clear()
        self._texts_asked.clear()
        self._texts_failed.clear()

    def let_go(self) -> None:
        """The document is shown no more: pictures go now, not when Python next collects what refers to itself."""
        self.turned()
        self.deleteLater()

    def _ask(self, want: Wanted) -> None:
        self._serial += 1
        self._asked[self._serial] = want
        clip: Box | None = None
        if want.tile is not None:
            box = tile_box(self._camera, want)
            clip = self._camera.layout.geometry(want.sheet, 1.0).box_to_page(box)
        by_hand = want.sheet in self._by_hand
        self._by_hand.discard(want.sheet)
        purpose = VISIBLE if want.sheet in self._camera.visible() else NEAR
        request = Request(want.sheet + 1, want.scale, clip, self._serial, purpose=purpose, by_hand=by_hand)
        self.document.feed.render(request)

    def _on_rendered(self, reply: Rendered) -> None:
        want = self._asked.pop(reply.request.serial, None)
        if want is None:
            return
        shared = QImage(reply.pixels, reply.width, reply.height, reply.stride, QImage.Format.Format_RGB32)
        turn = self._camera.layout.turn
        image = shared.transformed(QTransform().rotate(turn)) if turn else shared.copy()
        self.failures.pop(want.sheet, None)
        self.pictures.put(want, image)
        self.page_changed.emit(want.sheet)

    def _on_text(self, reply: PageTextReply) -> None:
        index = reply.page - 1
        geometry = PageGeometry(self.document.pages[index], 1.0, self._camera.layout.turn)
        self._texts[index] = PageText(geometry, reply.text, reply.boxes)
        self._texts_asked.discard(index)
        self._texts_failed.discard(index)
        while len(self._texts) > _TEXTS:
            self._texts.popitem(last=False)
        self.text_came.emit(index)

    def _on_links(self, reply: Links) -> None:
        self._links[reply.page - 1] = reply.links

    def _on_failed(self, reply: object) -> None:
        if isinstance(reply, Failed) and isinstance(reply.request, TextRequest):
            self._texts_failed.add(reply.request.page - 1)
            self.text_failed.emit(reply.request.page - 1)
        if not isinstance(reply, Failed) or not isinstance(reply.request, Request):
            return
        want = self._asked.pop(reply.request.serial, None)
        if want is None:
            return
        if isinstance(reply.error, Cancelled):
            self.pictures.forget(want)
            return
        if want.sheet in self._camera.visible():
            self.failures[want.sheet] = reply.error
        else:
            self._unseen.add(want.sheet)
        self.pictures.fail(want)
        self.page_changed.emit(want.sheet)

    def _on_changed(self, changes: Any) -> None:
        session = self.document.session
        if session is None:
            return
        view = session.view
        is_everything = not changes.ids and "metric" in changes.kinds  # another parse, another person, a draft's review
        if is_everything or not self._scene:
            self.marks.fill(marks_of_view(view))
            self._scene = {"filled"}
            self.page_changed.emit(-1)
            return
        pages: set[int] = set()
        for item_id in changes.ids:
            note = view.note(item_id)
            item = None if note is not None else view.item(item_id)
            fresh = marks_of_note(note) if note is not None else marks_of_item(item, view) if item is not None else ()
            pages |= self.marks.put(item_id, fresh)
        for page in pages:
            self.page_changed.emit(page - 1)
