"""A parse worker whose second page hangs, dies or lies, as the document's file name says."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import no_parsing
from msgspec import structs

from engine.model.page import PageContent
from engine.model.parse import Heading, Parse, Source, SourcePage
from engine.model.place import Place
from engine.pdf.reader import PdfFile
from engine.worker.channel import Closed, Late
from engine.worker.parse_host import ParseHost
from engine.worker.parse_messages import ParseAsk
from engine.worker.spawn import connected

assert no_parsing
BAD_PLACE = Place(99, None, ())
NAN_PLACE = Place(1, (0, 1), ((float("nan"),) * 8,))


class MisbehavingHost(ParseHost):
    """Does not parse at all, so that a test is quick: the headings are the pages' texts."""

    def _parsed(self, file: PdfFile, ask: ParseAsk) -> Parse:
        self.way = ask.request.file_name
        has_text = [False] * file.page_count
        texts = [content.text for content in self._contents(file, ask.skipped, has_text)]
        if self.way == "hang-after":
            signal.pause()
        pages = tuple(SourcePage(str(number), "layer") for number in range(1, file.page_count + 1))
        parse = Parse(
            "0",
            Source(self.way, ask.request.sha256, file.page_count, pages),
            outline=tuple(Heading(f"h{n}", 1, "", text, "block", 1.0, (0, 0)) for n, text in enumerate(texts, 1)),
        )
        return self._lie(parse)

    def _contents(self, file: PdfFile, skipped: frozenset[int], has_text: list[bool]) -> Iterator[PageContent]:
        for content in super()._contents(file, skipped, has_text):
            is_asked = content.info.number not in skipped and content.info.number > 1
            if is_asked and (self.way == "die-always" or content.info.number == 2):
                self._misbehave()
            yield content

    def _misbehave(self) -> None:
        if self.way in {"die", "die-always"}:
            os._exit(1)
        if self.way == "hang":
            signal.pause()
        if self.way == "stop":
            os.kill(os.getpid(), signal.SIGSTOP)
        if self.way == "memory":
            raise MemoryError

    def _lie(self, parse: Parse) -> Parse:
        heading = parse.outline[0]
        if self.way == "other-document":
            return structs.replace(parse, source=structs.replace(parse.source, sha256="0"))
        if self.way == "bad-place":
            return structs.replace(parse, outline=(structs.replace(heading, places=(BAD_PLACE,)),))
        if self.way == "nan-place":
            return structs.replace(parse, outline=(structs.replace(heading, places=(NAN_PLACE,)),))
        if self.way == "turned-text":
            return structs.replace(parse, outline=(structs.replace(heading, title="a\u202eb"),))
        if self.way == "wrong-type":
            return structs.replace(parse, outline=(structs.replace(heading, level="one"),))
        return parse


def main() -> None:
    try:
        MisbehavingHost(connected()).serve()
    except (Closed, Late):
        os._exit(0)
