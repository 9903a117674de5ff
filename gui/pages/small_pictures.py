"""Small pictures of pages, asked for when they are to be shown and kept as long as there is room."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QTransform

from engine.worker.protocol import THUMBNAIL, Failed, Rendered, Request
from gui.bridge.document import OpenDocument

_KEPT = 300  # pictures in memory
_SERIALS = 1 << 40  # our requests are told from the page view's by their numbers


class SmallPictures(QObject):
    """Pictures by page index, all made at one turn of the reader's and for one ratio of the screen."""

    came = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.turn = 0
        self.ratio = 1.0
        self._document: OpenDocument | None = None
        self._images: OrderedDict[int, QImage] = OrderedDict()
        self._asked: set[int] = set()
        self._failed: set[int] = set()

    def __len__(self) -> int:
        return len(self._images)

    def set_document(self, document: OpenDocument | None) -> None:
        self._document = document
        self._forget()
        if document is not None:
            document.feed.rendered.connect(self._on_rendered)
            document.feed.failed.connect(self._on_failed)

    def make_for(self, turn: int, ratio: float) -> None:
        """Turn and ratio from now on; others make the pictures useless."""
        if (turn, ratio) != (self.turn, self.ratio):
            self.turn, self.ratio = turn, ratio
            self._forget()

    def get(self, index: int, scale: float, shown: range) -> QImage | None:
        """A page's picture; asks for it when it is not there, and no longer for pages out of `shown`. `scale` is view
        pixels a point."""
        image = self._images.get(index)
        if image is not None:
            self._images.move_to_end(index)
        elif self._document is not None and index not in self._asked and index not in self._failed:
            self._asked.add(index)
            near = (shown.start + 1, shown.stop)
            request = Request(index + 1, scale * self.ratio, None, _SERIALS + index, near, purpose=THUMBNAIL)
            self._document.feed.render(request)
        return image

    def _forget(self) -> None:
        self._images.clear()
        self._asked.clear()
        self._failed.clear()

    def _on_rendered(self, reply: Rendered) -> None:
        index = reply.request.serial - _SERIALS
        if reply.request.purpose != THUMBNAIL or index not in self._asked:
            return
        self._asked.discard(index)
        shared = QImage(reply.pixels, reply.width, reply.height, reply.stride, QImage.Format.Format_RGB32)
        self._images[index] = shared.transformed(QTransform().rotate(self.turn)) if self.turn else shared.copy()
        while len(self._images) > _KEPT:
            self._images.popitem(last=False)
        self.came.emit()

    def _on_failed(self, reply: object) -> None:
        """What was scrolled past before its turn may be asked for again; what could not be drawn stays blank."""
        if isinstance(reply, Failed) and isinstance(reply.request, Request) and reply.request.purpose == THUMBNAIL:
            index = reply.request.serial - _SERIALS
            self._asked.discard(index)
            if reply.error.code != "cancelled":
                self._failed.add(index)
            self.came.emit()
