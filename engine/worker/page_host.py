"""The page worker: opens the document it is handed and draws or reads one page at a time. Opens no path of the user.

Imports PDFium and our light modules only, so that it is ready in some 60 ms.
"""

from __future__ import annotations

import mmap
import os

from engine.errors import NotAPdf, PiyueError, TooLarge, WorkerStopped
from engine.model.geometry import Box
from engine.model.page import PageInfo
from engine.model.pixels import pixel_rect
from engine.pdf.library import load_library
from engine.pdf.reader import PdfFile
from engine.worker import messages
from engine.worker.channel import Channel, Closed
from engine.worker.confinement import confine, expire
from engine.worker.memory import mapped
from engine.worker.messages import Ask
from engine.worker.spawn import connected

_LONGEST = 60
"""Seconds for one request; the window waits 10 at most."""


class PageHost:
    """Answers the requests of one channel, one after the other."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._file: PdfFile | None = None
        self._canvases: dict[int, mmap.mmap] = {}

    def serve(self) -> None:
        """Answer until the window goes. A lack of memory ends the worker after saying so."""
        while True:
            message, descriptor = self._channel.receive()
            ask = messages.unpack_ask(message)
            expire(_LONGEST)
            try:
                reply = self.answer(ask, descriptor)
            except PiyueError as error:
                reply = messages.pack_failed(error)
            except MemoryError:
                reply = messages.pack_failed(WorkerStopped(reason="memory"))
            expire(0)
            self._channel.send(reply)

    def answer(self, ask: Ask, descriptor: int) -> bytes:
        """The reply to one request."""
        if ask.kind == messages.OPEN:
            return self._open(ask, descriptor)
        file = self._opened()
        if ask.kind == messages.RENDER:
            return self._draw(file, ask, descriptor)
        if ask.kind == messages.BOOKMARKS:
            return messages.pack_bookmarks(file.bookmarks())
        if ask.kind == messages.MEASURE:
            return messages.pack_measured(messages.MEASURE, file.page_info(ask.page))
        if ask.kind == messages.TEXT:
            return messages.pack_text(file.page_info(ask.page), *file.text(ask.page))
        return messages.pack_links(file.page_info(ask.page), file.links(ask.page))

    def _opened(self) -> PdfFile:
        if self._file is None:
            raise NotAPdf
        return self._file

    def _open(self, ask: Ask, descriptor: int) -> bytes:
        if self._file:
            self._file.close()
            self._file = None
        try:
            data = mapped(ask.size, descriptor, ask.name, is_document=True)
        except (OSError, ValueError) as error:
            raise TooLarge(what="bytes") from error
        self._file = PdfFile.open(data)
        return messages.pack_opened(page_infos(self._file))

    def _draw(self, file: PdfFile, ask: Ask, descriptor: int) -> bytes:
        if ask.is_new:
            self._canvases.pop(ask.slot, None)
            try:
                self._canvases[ask.slot] = mapped(ask.size, descriptor, ask.name, is_document=False)
            except (OSError, ValueError) as error:
                raise TooLarge(what="pixels") from error
        info = file.page_info(ask.page)
        rect = pixel_rect(info, ask.scale, ask.clip)
        if 4 * rect.width * rect.height > ask.size:
            return messages.pack_measured(messages.MISFIT, info)
        width, height, stride = file.render(ask.page, ask.scale, ask.clip, self._canvases[ask.slot])
        return messages.pack_picture(messages.Picture(info, rect.x, rect.y, width, height, stride))


def page_infos(file: PdfFile) -> list[PageInfo]:
    """All pages by their displayed size. None is loaded: that takes 10 microseconds a page, and no page can do harm."""
    return [
        PageInfo(number, Box(0.0, 0.0, *file.page_size(number)), 0, file.page_label(number))
        for number in range(1, file.page_count + 1)
    ]


def main() -> None:
    """Run until the window closes the channel."""
    channel = connected()
    load_library()
    confine()
    try:
        PageHost(channel).serve()
    except Closed:
        os._exit(0)  # without tearing down: nobody waits for it
