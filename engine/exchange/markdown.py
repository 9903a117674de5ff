"""A parse as Markdown: headings by level, one block a paragraph, tables as pipe tables, running matter left out.

A run-in heading stays in its paragraph, in bold: paragraphs are never torn apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from engine.model.parse import Heading, ParagraphItem, Parse, TableItem

_SPECIAL = re.compile(r"([\\`*_|<])")
_AT_START = re.compile(r"^(#{1,6}\s|[-+]\s|>|~{3}|={3,}$|-{3,}$)")
_LEADER = re.compile(r"\s*(?:[.·•．…‥]\s?){4,}\s*")
_DEEPEST = 6


def to_markdown(parse: Parse) -> str:
    """The document as Markdown, blocks separated by blank lines, ended by a line feed. The title is the one heading
    of the first level; the outline's levels begin below it."""
    return "".join(f"{block}\n\n" for block in _blocks(parse)).rstrip("\n") + "\n"


def _blocks(parse: Parse) -> Iterator[str]:
    headings = _by_paragraph(parse)
    tables = {min(cell[2] for cell in table.cells): table for table in parse.tables if table.cells}
    title = _title_paragraphs(parse)
    done: set[str] = set()
    if parse.document.title and not title:
        yield f"# {_escaped(parse.document.title)}"
    for at, paragraph in enumerate(parse.paragraphs):
        if paragraph.kind == "cell":
            table = tables.pop(paragraph.span[0], None)
            if table is not None:
                yield from _table(table)
        elif at in title:
            if at == min(title):
                yield f"# {_escaped(parse.document.title or paragraph.text)}"
        else:
            yield from _paragraph(paragraph, headings.get(at, ()), done)


def _paragraph(paragraph: ParagraphItem, headings: Sequence[Heading], done: set[str]) -> Iterator[str]:
    block = next((heading for heading in headings if _is_whole(heading, paragraph)), None)
    if block is not None:
        if block.id not in done:
            done.add(block.id)
            yield f"{'#' * min(block.level + 1, _DEEPEST)} {_escaped(block.marker + block.title)}"
        return
    text = _with_bold(paragraph, headings)
    if paragraph.kind == "toc":
        text = _LEADER.sub(" …… ", text)
    if paragraph.kind == "footnote":
        yield f"> {text}"
    elif text:
        yield _AT_START.sub(r"\\\1", text)


def _is_whole(heading: Heading, paragraph: ParagraphItem) -> bool:
    """Whether a heading is all there is of a paragraph, not its first sentence."""
    return heading.style == "block" and heading.span[1] >= paragraph.span[1] - 1


def _with_bold(paragraph: ParagraphItem, headings: Sequence[Heading]) -> str:
    parts: list[str] = []
    at = 0
    base = paragraph.span[0]
    for heading in sorted(headings, key=_start):
        start, end = max(0, heading.span[0] - base), min(len(paragraph.text), heading.span[1] - base)
        if heading.style == "runin" and at <= start < end:
            parts += (_escaped(paragraph.text[at:start]), f"**{_escaped(paragraph.text[start:end])}**")
            at = end
    return "".join((*parts, _escaped(paragraph.text[at:])))


def _start(heading: Heading) -> int:
    return heading.span[0]


def _by_paragraph(parse: Parse) -> dict[int, list[Heading]]:
    """The headings that begin or go on in each paragraph."""
    found: dict[int, list[Heading]] = {}
    order = sorted(parse.outline, key=_start)
    first = 0
    for at, paragraph in enumerate(parse.paragraphs):
        while first < len(order) and order[first].span[1] <= paragraph.span[0]:
            first += 1
        for heading in order[first:]:
            if heading.span[0] >= paragraph.span[1]:
                break
            found.setdefault(at, []).append(heading)
    return found


def _title_paragraphs(parse: Parse) -> frozenset[int]:
    """The paragraphs that the title is made of: neighbours near the beginning that spell it."""
    wanted = _solid(parse.document.title or "")
    if not wanted:
        return frozenset()
    for first in range(min(30, len(parse.paragraphs))):
        spelled = ""
        for last in range(first, min(first + 6, len(parse.paragraphs))):
            spelled += _solid(parse.paragraphs[last].text)
            if spelled == wanted:
                return frozenset(range(first, last + 1))
            if not wanted.startswith(spelled):
                break
    return frozenset(at for at, one in enumerate(parse.paragraphs[:30]) if _is_in_title(parse, one))


def _is_in_title(parse: Parse, paragraph: ParagraphItem) -> bool:
    """Whether a paragraph stands where the title was read (a person may have worded it otherwise)."""
    told = [(place.page, place.chars) for place in parse.document.places.get("title", ()) if place.chars is not None]
    own = [(place.page, place.chars) for place in paragraph.places if place.chars is not None]
    return bool(own) and all(
        any(page == other and low <= first and last <= high for other, (low, high) in told)
        for page, (first, last) in own
    )


def _solid(text: str) -> str:
    return "".join(text.split())


def _table(table: TableItem) -> Iterator[str]:
    rows = [[_escaped(text).replace("\n", " ") for text in row] for row in table.rows]
    width = max((len(row) for row in rows), default=0)
    if not width:
        return
    lines = [f"| {' | '.join([*row, *[''] * (width - len(row))])} |" for row in rows]
    lines.insert(1, f"|{' --- |' * width}")
    yield "\n".join(lines)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
