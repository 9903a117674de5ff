"""The stream of lines and tables to blocks: paragraphs go on past the tables, captions and footnotes that stand in
their way, which follow the paragraph they interrupted."""

from __future__ import annotations

from collections.abc import Iterable

from engine.text.measures import Measures
from engine.text.notes import FOOTNOTE_MARK, ends_entry
from engine.text.paragraphs import is_break
from engine.text.records import Item, Line, TableBlock

Block = list[Line] | TableBlock


def blocks_of(items: Iterable[Item], measures: Measures) -> list[Block]:
    """Paragraphs (as lines) and tables in the order of the text. Linear in the items."""
    stream = _Stream(measures)
    for item in items:
        stream.add(item)
    return stream.close()


class _Stream:
    """The paragraph that is open, and what was met since its last line."""

    def __init__(self, measures: Measures) -> None:
        self._measures = measures
        self._blocks: list[Block] = []
        self._open: list[Line] = []
        self._met: list[Block] = []

    def add(self, item: Item) -> None:
        if isinstance(item, TableBlock):
            self._met.append(item)
        elif item.kind in ("footnote", "caption", "label"):
            self._add_aside(item)
        elif self._goes_on(item):
            self._open.append(item)
        else:
            self.close()
            self._open = [item]

    def close(self) -> list[Block]:
        """All blocks up to now."""
        if self._open:
            self._blocks.append(self._open)
        self._blocks += self._met
        self._open, self._met = [], []
        return self._blocks

    def _add_aside(self, line: Line) -> None:
        last = self._met[-1] if self._met else None
        if (
            line.kind != "label"
            and isinstance(last, list)
            and last[-1].kind == line.kind
            and last[-1].page == line.page
        ):
            begins = FOOTNOTE_MARK.match(line.text) if line.kind == "footnote" else is_break(last, line, self._measures)
            if not begins:
                last.append(line)
                return
        self._met.append([line])

    def _goes_on(self, line: Line) -> bool:
        if not self._open:
            return False
        if line.kind == "toc":
            return self._open[-1].kind == "toc" and not ends_entry(self._open[-1])
        return not is_break(self._open, line, self._measures, interrupted=bool(self._met))
