"""The PDF's own links in the text: asked for page by page as pages show, and laid on the characters in their boxes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from PySide6.QtCore import QObject, Signal

from engine.model.link import Link
from engine.worker.protocol import Links
from gui.bridge.document import OpenDocument
from gui.pages.page_text import PageText
from gui.transcript.content import Content


class TextLinks(QObject):
    """Links by piece. Of those that are never opened the worker tells only what they ask for."""

    changed = Signal()

    def __init__(self, document: OpenDocument, supply: Any, content: Content, parent: QObject) -> None:
        super().__init__(parent)
        self._feed = document.feed
        self._supply = supply
        self._content = content
        self._asked: set[int] = set()
        self._waiting: dict[int, tuple[Link, ...]] = {}  # pages whose characters have not come
        self._rows: dict[int, list[tuple[int, int, Link]]] = {}
        self._feed.links_ready.connect(self._on_links)
        supply.text_came.connect(self._on_text)

    def want(self, pages: Iterable[int]) -> None:
        """These PDF pages show."""
        for page in pages:
            if page not in self._asked:
                self._asked.add(page)
                self._feed.ask_links(page)

    def on_piece(self, piece: int) -> list[tuple[int, int, Link]]:
        """(start, end, link) of the links of a piece."""
        return self._rows.get(piece, [])

    def at(self, piece: int, at: int) -> Link | None:
        """The link under a character of a piece."""
        return next((link for start, end, link in self.on_piece(piece) if start <= at < end), None)

    def _on_links(self, reply: Links) -> None:
        links = tuple(link for link in reply.links if link.uri or link.page or link.refused)
        if reply.page in self._asked and links:
            self._waiting[reply.page] = links
            if self._supply.text(reply.page - 1) is None:
                self._supply.ask_text(reply.page - 1)
            else:
                self._on_text(reply.page - 1)

    def _on_text(self, index: int) -> None:
        links = self._waiting.pop(index + 1, None)
        text = self._supply.text(index)
        if links is None or text is None:
            return
        trace, content = self._content.trace, self._content
        for link in links:
            for low, high in _characters(text, link):
                for start, end in trace.spans(index + 1, low, high):
                    for piece, first, last in content.parts(start, end):
                        self._rows.setdefault(piece, []).append((first, last, link))
        self.changed.emit()


def _characters(text: PageText, link: Link) -> Iterator[tuple[int, int]]:
    """Raw characters whose middles lie in a link's box, as ranges."""
    box = text.geometry.box_to_view(link.box)
    start = -1
    for line in text.lines:
        if line.box.top < box.bottom or line.box.bottom > box.top:
            continue
        for index in range(line.start, line.end + 1):
            sign = text.box(index) if index < line.end else None
            is_in = sign is not None and (
                box.left <= (sign.left + sign.right) / 2 <= box.right
                and box.bottom <= (sign.bottom + sign.top) / 2 <= box.top
            )
            if is_in and start < 0:
                start = index
            elif not is_in and start >= 0 and (sign is not None or index == line.end):
                yield start, index
                start = -1
