"""Assembles the parse of a document: every station in its order, all of them pure."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import structs

from engine.lexicon.lexicon import Lexicon
from engine.model.flow import Flow, Table
from engine.model.link import Bookmark
from engine.model.parse import FurnitureItem, ParagraphItem, Parse, Source, TableItem
from engine.parsing.findings.station import find_findings
from engine.parsing.front import find_front
from engine.parsing.metrics.find import find_metrics
from engine.parsing.metrics.scan import scan_flow
from engine.parsing.numerals import find_numerals
from engine.parsing.outline import find_outline
from engine.parsing.systems import find_systems
from engine.parsing.tasks import find_tasks, with_metrics

ENGINE = "0.1.0"


def parse_flow(
    flow: Flow,
    source: Source,
    *,
    bookmarks: tuple[Bookmark, ...] = (),
    lexicon: Lexicon,
    file_title: str | None = None,
) -> Parse:
    """Everything the machine understands of a flow. `bookmarks` are evidence for the outline (pass none to leave them
    out); `file_title` is the file's name without suffix, held against the text by the findings (None: not). Pure, and
    never raises on account of what the text says."""
    front = find_front(flow, lexicon)
    outline = find_outline(flow, front, bookmarks, lexicon)
    tasks = find_tasks(flow, outline, lexicon)
    scans = scan_flow(flow, lexicon)
    date, title = front.front.date, front.front.title
    year = int(date[:4]) if date else None
    metrics = find_metrics(flow, outline, tasks, lexicon, title=title, year=year, matter=front.matter, scans=scans)
    parse = Parse(
        engine=ENGINE,
        source=source,
        document=structs.replace(
            front.front, places={field: flow.places(*span) for field, span in front.spans.items()}
        ),
        outline=tuple(one if one.places else structs.replace(one, places=flow.places(*one.span)) for one in outline),
        metrics=metrics,
        tasks=with_metrics(tasks, metrics),
        systems=find_systems(flow, outline, metrics, lexicon),
        numerals=find_numerals(flow, metrics, outline, scans),
        paragraphs=tuple(_paragraphs(flow)),
        tables=tuple(_table(flow, table) for table in flow.tables if table.cells),
        furniture=tuple(FurnitureItem(one.kind, one.text, one.places) for one in flow.furniture),
    )
    return structs.replace(parse, findings=find_findings(flow, parse, file_title, lexicon))


def _paragraphs(flow: Flow) -> Iterator[ParagraphItem]:
    for paragraph in flow.paragraphs:
        start, end = paragraph.start, paragraph.end
        yield ParagraphItem(paragraph.kind, flow.of(paragraph), (start, end), flow.places(start, end))


def _table(flow: Flow, table: Table) -> TableItem:
    rows = [[""] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row][cell.column] = flow.of(cell)
    sizes = tuple((cell.row_span, cell.column_span) for cell in table.cells)
    first, last = table.cells[0].start, table.cells[-1].end
    return TableItem(
        tuple(tuple(row) for row in rows),
        tuple((cell.row, cell.column, cell.start, cell.end) for cell in table.cells),
        flow.of(table.caption) if table.caption else None,
        table.head_rows,
        flow.places(first, last),
        () if all(size == (1, 1) for size in sizes) else sizes,
    )
