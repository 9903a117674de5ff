"""Pages to the flow: the station's one door."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

from engine.lexicon.damage import Damage
from engine.model.flow import Flow
from engine.model.page import PageContent
from engine.text.assembly import assemble
from engine.text.continued import join_tables
from engine.text.furniture import Found, find_furniture
from engine.text.insets import narrow_blocks
from engine.text.layout import running_items
from engine.text.measures import Measures, align_lines, measure, set_columns
from engine.text.notes import mark_lines
from engine.text.records import Line, Running, Sheet
from engine.text.sheet import read_sheet
from engine.text.stream import Block, blocks_of


def build_flow(pages: Iterable[PageContent], damage: Damage | None = None) -> Flow:
    """The flow of a document's pages, which come in order. Damaged characters are repaired when their tables are given.

    Cost is linear in pages and characters; a page's content is let go of once it is read. Never raises on odd content.
    """
    boxes: dict[int, array[float]] = {}
    sheets: list[Sheet] = []
    for content in pages:
        boxes[content.info.number] = content.boxes
        sheets.append(read_sheet(content))
    found = find_furniture(sheets)
    blocks, measures = _blocks(sheets, found)
    return assemble(sheets, boxes, found, blocks, measures, damage)


def _blocks(sheets: list[Sheet], found: Found) -> tuple[list[Block], Measures]:
    """Paragraphs and tables in the order of the text; heads of tables that are only repeated join the furniture."""
    pages = running_items(sheets, found)
    lines = [[item for item in page if isinstance(item, Line)] for page in pages]
    set_columns(lines)
    every = [line for page in lines for line in page]
    measures = measure(every)
    align_lines(every, measures)
    heads = join_tables(pages)
    found.running.extend(Running(line.page, "header", line.ranges) for line in heads)
    mark_lines(pages, sheets, measures)
    narrow_blocks(every, measures)
    return blocks_of((item for page in pages for item in page), measures), measures
