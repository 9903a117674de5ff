"""Selected text: two carets, each a page and a gap between its characters, over as many pages as lie between.

Annotations are real here: as strings those of the named tuples would each be compiled before page one.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from engine.model.geometry import Quad
from gui.pages.page_text import PageText, joined


class Caret(NamedTuple):
    """A gap between characters of a page (index from 0); carets are ordered as the text is."""

    sheet: int
    at: int


class Stretch(NamedTuple):
    """Selected characters [start, end) of one page."""

    sheet: int
    start: int
    end: int


class TextSelection:
    """What is selected; `text_of` gives a page's text or None while it has not come."""

    def __init__(self, text_of: Callable[[int], PageText | None]) -> None:
        self._text_of = text_of
        self.anchor: Caret | None = None
        self.head: Caret | None = None

    @property
    def is_empty(self) -> bool:
        return self.anchor is None or self.head is None or self.anchor == self.head

    def clear(self) -> None:
        self.anchor = self.head = None

    def select(self, anchor: Caret, head: Caret) -> None:
        self.anchor, self.head = anchor, head

    def stretch_on(self, index: int) -> Stretch | None:
        """What is selected of one page whose text has come."""
        text = self._text_of(index)
        if text is None or self.anchor is None or self.head is None:
            return None
        first, last = sorted((self.anchor, self.head))
        if not first.sheet <= index <= last.sheet:
            return None
        start = first.at if index == first.sheet else 0
        end = last.at if index == last.sheet else len(text.text)
        return Stretch(index, start, end) if start < end else None

    def stretches(self) -> Iterator[Stretch]:
        """Every page's part, in order; pages whose text has not come are left out."""
        if self.anchor is None or self.head is None:
            return
        first, last = sorted((self.anchor, self.head))
        for index in range(first.sheet, last.sheet + 1):
            part = self.stretch_on(index)
            if part is not None:
                yield part

    def text(self) -> str:
        """The selected text as a reader wants to paste it."""
        return joined("\n".join(self._raw(part) for part in self.stretches()))

    def parts(self) -> list[tuple[int, tuple[int, int], tuple[Quad, ...], str]]:
        """(PDF page, raw characters, quads, quote) of every page's part, without blanks at its ends."""
        found = []
        for part in self.stretches():
            text = self._text_of(part.sheet)
            if text is None:
                continue
            start, end = text.trimmed(part.start, part.end)
            quads = text.quads(start, end)
            if quads:
                found.append((text.geometry.info.number, (start, end), quads, joined(text.text[start:end])))
        return found

    def _raw(self, part: Stretch) -> str:
        text = self._text_of(part.sheet)
        return "" if text is None else text.text[part.start : part.end]
