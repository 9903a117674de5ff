"""The cells of tables on the pages, by raw characters, as the parse knows them."""

from __future__ import annotations

from typing import Any

from msgspec import UNSET

from engine.model.trace import Trace
from gui.pages.table_cells import CellPart


class ParsedTables:
    """Cells of one view's document by page; none before it is parsed."""

    def __init__(self, view: Any) -> None:
        self._view = view
        self._parse: Any = None
        self._trace = Trace()
        self._pages: dict[int, list[int]] = {}  # the tables (by number) of a page

    def on_page(self, index: int) -> list[CellPart]:
        """Cells of a page (index from 0), in the order of its characters."""
        self._refresh()
        found: list[CellPart] = []
        for number in self._pages.get(index + 1, ()):
            for row, column, start, end in self._parse.tables[number].cells:
                found += [
                    CellPart(part.raw_start, part.raw_end, number, row, column)
                    for part in self._trace.places(start, end)
                    if part.page == index + 1
                ]
        return sorted(found)

    def _refresh(self) -> None:
        document = self._view.document
        session = document.session if document is not None else None
        parse = session.parse if session is not None else None
        if parse is self._parse:
            return
        self._parse, self._pages = parse, {}
        self._trace = Trace(parse.trace) if parse is not None and parse.trace is not UNSET else Trace()
        for number, table in enumerate(parse.tables if parse is not None else ()):
            for page in {place.page for place in table.places}:
                self._pages.setdefault(page, []).append(number)
