"""Pages to the flow: the station's one door."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

from engine.model.flow import Flow
from engine.model.page import PageContent
from engine.text.assembly import assemble
from engine.text.furniture import find_furniture
from engine.text.layout import running_lines
from engine.text.measures import measure, set_columns
from engine.text.paragraphs import paragraphs_of
from engine.text.records import Sheet
from engine.text.sheet import read_sheet


def build_flow(pages: Iterable[PageContent]) -> Flow:
    """The flow of a document's pages, which come in order. Cost is linear in pages and characters; a page's content
    is let go of once it is read. Never raises on odd content."""
    boxes: dict[int, array[float]] = {}
    sheets: list[Sheet] = []
    for content in pages:
        boxes[content.info.number] = content.boxes
        sheets.append(read_sheet(content))
    found = find_furniture(sheets)
    by_page = running_lines(sheets, found)
    set_columns(by_page)
    lines = [line for page in by_page for line in page]
    return assemble(sheets, boxes, found, paragraphs_of(lines, measure(lines)))
