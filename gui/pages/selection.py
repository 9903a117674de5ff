"""Selected text: two carets, each a page and a gap between its characters, over as many pages as lie between.

Annotations are real here: as strings those of the named tuples would each be compiled before page one.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from engine.model.geometry import Quad
from gui.late import load
from gui.pages.page_text import PageText
from gui.pages.prose import glued, goes_on, joined, prose
from gui.pages.table_cells import CellPart, in_order

END = 1 << 30  # a gap behind the last character of any page


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
    """What is selected; `text_of` gives a page's text or None while it has not come.

    `running` gives the ranges of a page's running heads and feet: a selection over several pages leaves them out."""

    def __init__(self, text_of: Callable[[int], PageText | None]) -> None:
        self._text_of = text_of
        self.anchor: Caret | None = None
        self.head: Caret | None = None
        self.running: Callable[[int], Iterable[tuple[int, int]]] = _none
        self.cells: Callable[[int], Sequence[CellPart]] = _no_cells

    @property
    def is_empty(self) -> bool:
        return self.anchor is None or self.head is None or self.anchor == self.head

    @property
    def sheets(self) -> range:
        """The pages it lies on."""
        if self.anchor is None or self.head is None or self.anchor == self.head:
            return range(0)
        first, last = sorted((self.anchor, self.head))
        return range(first.sheet, last.sheet + 1)

    def clear(self) -> None:
        self.anchor = self.head = None

    def select(self, anchor: Caret, head: Caret) -> None:
        self.anchor, self.head = anchor, head

    def with_texts(self, text_of: Callable[[int], PageText | None]) -> "TextSelection":
        """The same range over texts that are kept elsewhere."""
        copy = TextSelection(text_of)
        copy.anchor, copy.head = self.anchor, self.head
        copy.running, copy.cells = self.running, self.cells
        return copy

    def between(self, anchor: Caret, head: Caret) -> "TextSelection":
        """Another range of the same texts, which leaves out the same running matter."""
        other = self.with_texts(self._text_of)
        other.select(anchor, head)
        return other

    def stretches_on(self, index: int) -> list[Stretch]:
        """What is selected of one page whose text has come."""
        text = self._text_of(index)
        sheets = self.sheets
        if text is None or index not in sheets or self.anchor is None or self.head is None:
            return []
        first, last = sorted((self.anchor, self.head))
        start = first.at if index == first.sheet else 0
        end = min(last.at if index == last.sheet else END, len(text.text))
        found = []
        for low, high in sorted(self.running(index)) if len(sheets) > 1 else ():
            if start < min(low, end):
                found.append(Stretch(index, start, min(low, end)))
            start = max(start, high)
        return [*found, Stretch(index, start, end)] if start < end else found

    def stretches(self) -> Iterator[Stretch]:
        """Every page's parts, in order; pages whose text has not come are left out."""
        for index in self.sheets:
            yield from self.stretches_on(index)

    def text(self) -> str:
        """The selected text as a reader wants to paste it."""
        said = ""
        last: tuple[PageText, int] | None = None
        was_table = False
        for part in self.stretches():
            text = self._text_of(part.sheet)
            if text is None:
                continue
            words_of = partial(prose, text)
            for start, end, words, is_table in in_order(self.cells(part.sheet), part.start, part.end, words_of):
                if last is None:
                    said = words
                elif was_table or is_table or not goes_on(*last, text, start):
                    said = f"{said}\n{words}"
                else:
                    said = glued(said, words)
                last, was_table = (text, end), is_table
        return said

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

    def quote(self) -> Any:
        """The selected words (`anchoring.anchor.Quote`) with what stands around them on their page, None for none."""
        parts = self.parts()
        if not parts:
            return None
        page, (start, end), _, words = parts[0]
        text = self._text_of(page - 1)
        if text is None or len(parts) > 1:
            return load("quote")("".join(part[3] for part in parts) or words)
        return load("quote-of")(text.text, start, end)


def _no_cells(_index: int) -> Sequence[CellPart]:
    return ()


def _none(_index: int) -> Iterable[tuple[int, int]]:
    return ()
