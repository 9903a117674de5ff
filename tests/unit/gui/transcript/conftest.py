"""A document with text and a trace, made up, and a text view over it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from msgspec import structs
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from engine.model.flow import Segment
from engine.model.parse import ParagraphItem, Parse, Source, SourcePage, TableItem
from engine.model.trace import packed
from gui.transcript.view import TranscriptView
from tests.data.reviews import places_of
from tests.unit.gui.panels.conftest import PanelDocument


class Feed(QObject):
    """The page worker's replies that the text view listens to; nothing is ever asked."""

    links_ready = Signal(object)

    def ask_links(self, page: int) -> None:
        pass


class TextDocument(PanelDocument):
    """What the text view sees of an OpenDocument."""

    parse_progressed = Signal(int, int)

    def __init__(self, parse: Parse) -> None:
        super().__init__(parse)
        self.feed = Feed(self)

    def label(self, page: int) -> str:
        return str(page)


def traced(parse: Parse) -> Parse:
    """The parse with a trace that follows the places of its paragraphs."""
    segments = []
    for one in parse.paragraphs:
        start = one.span[0]
        for place in one.places:
            low, high = place.chars
            segments.append(Segment(start, start + high - low, place.page, low, high))
            start += high - low
    return structs.replace(parse, trace=packed(segments))


def text_parse(
    paragraphs: Sequence[tuple[str, str, int]], *, tables: Sequence[TableItem] = (), unread: Sequence[int] = ()
) -> Parse:
    """A parse of (kind, text, page); `unread` pages have no text."""
    items, at = [], 0
    raw: dict[int, int] = {}
    lines: dict[int, int] = {}
    for kind, text, page in paragraphs:
        start = raw.get(page, 0)
        items.append(
            ParagraphItem(kind, text, (at, at + len(text)), places_of(page, start, len(text), lines.get(page, 0)))
        )
        raw[page], lines[page] = start + len(text) + 2, lines.get(page, 0) + 1
        at += len(text)
    count = max([*raw, *unread])
    pages = tuple(SourcePage(str(number), "none" if number in unread else "layer") for number in range(1, count + 1))
    source = Source("讲话.pdf", "ab" * 32, count, pages)
    return traced(Parse("0.1.0", source, paragraphs=tuple(items), tables=tuple(tables)))


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[Parse], TranscriptView]:
    """A text view of a parse in a window of its own."""

    def made(parse: Parse) -> TranscriptView:
        view = TranscriptView(lambda: frozenset({"numeral"}))
        qtbot.addWidget(view)
        view.resize(800, 600)
        view.set_document(TextDocument(parse))  # type: ignore[arg-type]
        view.come_to_front()
        with qtbot.waitExposed(view):
            view.show()
        return view

    return made
