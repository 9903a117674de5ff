"""The parse worker: reads every page, builds the flow, parses it, says how far it is, and ends when it is idle."""

from __future__ import annotations

import os
import re
from array import array
from collections.abc import Iterator
from time import monotonic

from msgspec import structs

from engine.errors import PiyueError, TooLarge, WorkerStopped
from engine.lexicon.lexicon import Lexicon
from engine.model.geometry import Box
from engine.model.page import PageContent, PageInfo
from engine.model.parse import Parse, Source, SourcePage
from engine.model.trace import packed
from engine.parsing.document import parse_flow
from engine.pdf.library import load_library
from engine.pdf.reader import PdfFile
from engine.text.flow import build_flow
from engine.worker import messages, parse_messages
from engine.worker.channel import Channel, Closed, Late
from engine.worker.confinement import confine, expire
from engine.worker.memory import mapped
from engine.worker.parse_messages import ParseAsk
from engine.worker.spawn import connected

IDLE = 20.0
"""Seconds without work after which the worker ends; a parse with jieba's tagger weighs 170 MB."""

_LONGEST = 60
"""Seconds for one page; the window waits 5."""


class ParseHost:
    """Answers the parses of one channel, one after the other; keeps the lexicon in between."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._lexicon = Lexicon()

    def serve(self, idle: float = IDLE) -> None:
        """Answer until the window goes or nothing comes for a while."""
        while True:
            message, descriptor = self._channel.receive(monotonic() + idle)
            ask = parse_messages.unpack_ask(message)
            expire(_LONGEST)
            try:
                reply = parse_messages.pack_parsed(self._parse(ask, descriptor))
            except PiyueError as error:
                reply = messages.pack_failed(error)
            except MemoryError:
                reply = messages.pack_failed(WorkerStopped(reason="memory"))
            expire(0)
            self._channel.send(reply)

    def _parse(self, ask: ParseAsk, descriptor: int) -> Parse:
        try:
            data = mapped(ask.size, descriptor, ask.name, is_document=True)
        except (OSError, ValueError) as error:
            raise TooLarge(what="bytes") from error
        file = PdfFile.open(data)
        try:
            return self._parsed(file, ask)
        finally:
            file.close()

    def _parsed(self, file: PdfFile, ask: ParseAsk) -> Parse:
        total = file.page_count
        has_text = [False] * total
        flow = build_flow(self._contents(file, ask.skipped, has_text), self._lexicon.damage)
        pages = tuple(
            SourcePage(flow.labels.get(number) or str(number), "layer" if has_text[number - 1] else "none")
            for number in range(1, total + 1)
        )
        request = ask.request
        parse = parse_flow(
            flow,
            Source(request.file_name, request.sha256, total, pages),
            bookmarks=file.bookmarks() if request.bookmarks else (),
            lexicon=self._lexicon,
            file_title=told_title(request.file_name, file.title()),
        )
        return structs.replace(parse, trace=packed(flow.segments))

    def _contents(self, file: PdfFile, skipped: frozenset[int], has_text: list[bool]) -> Iterator[PageContent]:
        """The pages in order, each announced before it is touched; an empty one for those that cannot be read. That
        all are read is told at once: what follows takes its time, and the last page is not to be blamed for it."""
        total = file.page_count
        for number in range(1, total + 1):
            expire(_LONGEST)
            self._channel.send(parse_messages.pack_progress(number - 1, total))
            content = _content(file, number, skipped)
            has_text[number - 1] = any(run.visible for run in content.fonts) and not content.text.isspace()
            yield content
        expire(10 * _LONGEST + total)
        self._channel.send(parse_messages.pack_progress(total, total))


def file_title(file_name: str) -> str | None:
    """A file's name without its suffix, None for a name that is all suffix."""
    stem = file_name.rpartition(".")[0] or file_name
    return stem.strip() or None


def told_title(file_name: str, title: str) -> str | None:
    """What the findings hold against the text: the file's name where it tells a year, else the PDF's own title where
    that does (2022年…讲话 over a speech of 2011), else the name."""
    name = file_title(file_name)
    has_year = re.compile(r"(?:19|20)\d\d").search
    return title if not has_year(name or "") and has_year(title) else name


def _content(file: PdfFile, number: int, skipped: frozenset[int]) -> PageContent:
    if number not in skipped:
        try:
            return file.content(number)
        except PiyueError:
            pass  # PDFium cannot load this page; the others go on
    return PageContent(PageInfo(number, Box(0.0, 0.0, *file.page_size(number))), "", array("f"))


def main() -> None:
    """Run until the window closes the channel, or idle."""
    channel = connected()
    load_library()
    confine()
    try:
        ParseHost(channel).serve()
    except (Closed, Late):
        os._exit(0)  # without tearing down: nobody waits for it
