"""The raw text of every page of a PDF with its character boxes, asked of a page worker of its own; for deciding whose
review it is and for finding marks again. Blocks: call it off the interface thread or where waiting is all right."""

from __future__ import annotations

from collections.abc import Sequence
from queue import SimpleQueue
from typing import NamedTuple, TypeVar

from engine.errors import PiyueError
from engine.worker.client import PageClient
from engine.worker.memory import Shared
from engine.worker.protocol import Failed, Opened, PageTextReply, Reply

_Kind = TypeVar("_Kind", Opened, PageTextReply)


class PageTexts(NamedTuple):
    """(number, raw text) of every page in order, "" where a page cannot be read, and four floats a character by
    page."""

    pages: tuple[tuple[int, str], ...]
    held: dict[int, Sequence[float]]

    def boxes(self, page: int) -> Sequence[float]:
        """Character boxes of a page, empty where it cannot be read."""
        return self.held.get(page, ())


def read_page_texts(data: bytes | Shared) -> PageTexts:
    """All page texts. Raises the PiyueError with which the PDF does not open."""
    replies: SimpleQueue[Reply] = SimpleQueue()
    client = PageClient.start(replies.put)
    try:
        client.open(data)
        opened = _reply(replies, Opened)
        held: dict[int, Sequence[float]] = {}
        pages: list[tuple[int, str]] = []
        for info in opened.pages:
            client.text(info.number)
            try:
                reply = _reply(replies, PageTextReply)
            except PiyueError:
                pages.append((info.number, ""))
                continue
            pages.append((info.number, reply.text))
            held[info.number] = reply.boxes
        return PageTexts(tuple(pages), held)
    finally:
        client.close()


def _reply(replies: SimpleQueue[Reply], kind: type[_Kind]) -> _Kind:
    """The next reply of a kind; what the worker tells besides is passed over."""
    while True:
        reply = replies.get()
        if isinstance(reply, kind):
            return reply
        if isinstance(reply, Failed):
            raise reply.error
