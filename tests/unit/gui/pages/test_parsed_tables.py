"""Cells of tables by the raw characters of their pages."""

from __future__ import annotations

from types import SimpleNamespace

from engine.model.flow import Segment
from engine.model.parse import TableItem
from engine.model.place import Place
from engine.model.trace import packed
from gui.pages.parsed_tables import ParsedTables
from gui.pages.table_cells import CellPart


def test_cells_are_told_by_page_and_follow_the_parse() -> None:
    table = TableItem((("总值", "71"),), ((0, 0, 4, 6), (0, 1, 6, 8)), places=(Place(1, None, ()), Place(2, None, ())))
    trace = packed([Segment(0, 4, 1, 0, 4), Segment(4, 6, 1, 20, 22), Segment(6, 8, 2, 3, 5)])
    session = SimpleNamespace(parse=SimpleNamespace(tables=(table,), trace=trace))
    view = SimpleNamespace(document=SimpleNamespace(session=session))
    tables = ParsedTables(view)
    assert tables.on_page(0) == [CellPart(20, 22, 0, 0, 0)]
    assert tables.on_page(1) == [CellPart(3, 5, 0, 0, 1)]
    assert tables.on_page(2) == []
    session.parse = None
    assert tables.on_page(0) == []
