"""Reads the head of a document line by line and puts front and back matter together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple, Protocol

from engine.lexicon.numbering import Numbering
from engine.lexicon.organs import Organs
from engine.lexicon.surnames import Surnames
from engine.model.flow import Flow, Paragraph
from engine.model.parse import Front
from engine.parsing.front.back import Back, find_back
from engine.parsing.front.dates import find_date
from engine.parsing.front.elements import HeadReader, Line
from engine.parsing.front.matter import FrontMatter
from engine.parsing.front.title import Title, TitleFinder
from engine.parsing.numbering import read_markers
from engine.parsing.printed import Print

_HEAD = 40  # paragraphs that a head may have: a cover, a red head and a title page
_LONGEST_LINE = 60  # longer ones are text
_BODY_STARTS = frozenset(
    {
        "article",
        "book",
        "part",
        "chapter",
        "han",
        "han-paren",
        "arabic",
        "number",
        "decimal",
        "annex",
        "stem",
        "stem-paren",
    }
)
_CONTENTS = re.compile(r"^目\s*[录次]$")
_SKIPPED = frozenset({"toc", "cell", "caption", "footnote", "formula"})
_JOINED = frozenset({"issuer", "subtitle", "recipients"})
_SILENT = frozenset({"role", "other", "title"})


class FrontWords(Protocol):
    """What front matter asks of the lexicon."""

    @property
    def numbering(self) -> Numbering: ...
    @property
    def organs(self) -> Organs: ...
    @property
    def surnames(self) -> Surnames: ...
    @property
    def heading_words(self) -> frozenset[str]: ...


class _Found(NamedTuple):
    """One line of the head: its paragraph, where it begins in the flow, and what it is."""

    paragraph: int
    start: int
    line: Line


class _Head(NamedTuple):
    """Lines of the head in order, the title, and the paragraph the text begins with."""

    lines: tuple[_Found, ...]
    title: Title
    body: int


def find_front(flow: Flow, lexicon: FrontWords) -> FrontMatter:
    """Front and back matter of a flow. Fields that are not there are None; never raises on account of the text."""
    reader = HeadReader(lexicon.organs, lexicon.surnames)
    head = _HeadFinder(flow, reader, lexicon).find()
    back = find_back(flow, reader, head.body)
    values, spans = _head_fields(reader, head)
    for field in back.fields:
        if field.name not in values:
            values[field.name] = field.value
            spans[field.name] = (field.start, field.end)
    if back.attachments:
        values["attachments"] = back.attachments
    matter = frozenset(found.paragraph for found in head.lines) | head.title.paragraphs | back.paragraphs
    return FrontMatter(Front(**values), spans, _start(flow, head.body), _end(flow, back), matter | _cover(flow, head))


def _start(flow: Flow, body: int) -> int:
    return flow.paragraphs[body].start if body < len(flow.paragraphs) else len(flow.text)


def _end(flow: Flow, back: Back) -> int:
    return flow.paragraphs[back.first].start if back.first is not None else len(flow.text)


def _cover(flow: Flow, head: _Head) -> frozenset[int]:
    """Every paragraph of a title page: of the page the title stands on, where the text begins on a later one."""
    if head.title.last < 0 or head.body >= len(flow.paragraphs):
        return frozenset()
    page = flow.page_at(head.title.span[0])
    if flow.page_at(flow.paragraphs[head.body].start) <= page:
        return frozenset()
    return frozenset(index for index in range(head.body) if flow.page_at(flow.paragraphs[index].start) <= page)


class _HeadFinder:
    """Goes through the first paragraphs of one flow until its text begins."""

    def __init__(self, flow: Flow, reader: HeadReader, words: FrontWords) -> None:
        self._flow = flow
        self._reader = reader
        self._words = words
        self._print = Print(flow)
        self._paragraphs = flow.paragraphs[:_HEAD]

    def find(self) -> _Head:
        title = TitleFinder(self._flow, self._reader, self._words.numbering, self._ends_head).find(self._paragraphs)
        lines: list[_Found] = []
        for index, paragraph in enumerate(self._paragraphs):
            if index in title.paragraphs:
                continue
            below = index > title.last
            if below and self._ends_head(index):
                return _Head(tuple(lines), title, index)
            found = list(self._lines_of(index, paragraph, titled=below and title.last >= 0))
            if not found and below and paragraph.end - paragraph.start > _LONGEST_LINE // 3:
                return _Head(tuple(lines), title, index)
            lines += found
            if found and found[-1].line.element in {"salutation", "recipients"}:
                return _Head(tuple(lines), title, index + 1)
        return _Head(tuple(lines), title, len(self._paragraphs))

    def _lines_of(self, index: int, paragraph: Paragraph, *, titled: bool) -> Iterator[_Found]:
        """What a paragraph of the head is: as a whole, or line by line where its lines were put together."""
        whole = self._read(paragraph.start, paragraph.end, titled=titled)
        if whole.element != "other":
            yield _Found(index, paragraph.start, whole)
            return
        if self._flow.text.startswith(("（", "("), paragraph.start) and index + 1 < len(self._paragraphs):
            both = self._read(paragraph.start, self._paragraphs[index + 1].end, titled=titled)
            if both.element == "enactment":  # a long bracket broken in two
                yield _Found(index, paragraph.start, both)
                yield _Found(index + 1, paragraph.start, Line("other"))
                return
        if len(paragraph.lines) > 1 and paragraph.end - paragraph.start <= 2 * _LONGEST_LINE:
            for start, end in pairwise((*paragraph.lines, paragraph.end)):
                line = self._read(start, end, titled=titled)
                if line.element != "other":
                    yield _Found(index, start, line)

    def _read(self, start: int, end: int, *, titled: bool) -> Line:
        printed = self._print.line(start, end)
        line = self._reader.read(printed.text, titled=titled)
        if line.element == "other":  # 抄 送 ： spaced out
            return self._reader.read(self._flow.text[start:end], titled=titled)
        fields = tuple((name, value, printed.back(at), printed.back(to)) for name, value, at, to in line.fields)
        return Line(line.element, fields)

    def _ends_head(self, index: int) -> bool:
        """Whether the text, or the table of contents, has begun."""
        paragraph = self._paragraphs[index]
        text = self._print.line(paragraph.start, paragraph.end).text.strip()
        bare = text.replace(" ", "").replace("\u3000", "")
        if paragraph.kind in _SKIPPED or _CONTENTS.match(text) or bare.lower() in self._words.heading_words:
            return True
        if self._reader.read(text, titled=True).element != "other":
            return False
        if len(text) > 2 * _LONGEST_LINE or text.endswith(("。", "；")):
            return True
        readings = read_markers(text, self._words.numbering)
        return index > 0 and any(reading.grammar.family in _BODY_STARTS for reading in readings)


def _head_fields(reader: HeadReader, head: _Head) -> tuple[dict[str, Any], dict[str, tuple[int, int]]]:
    values: dict[str, Any] = {}
    spans: dict[str, tuple[int, int]] = {}
    if head.title.text:
        values["title"] = head.title.text.strip()
        spans["title"] = head.title.span
    for found in head.lines:
        for element, value, at, end in found.line.fields:
            _add(values, spans, element, _value(reader, element, value), (found.start + at, found.start + end))
    for source in ("subtitle", "enactment"):
        date = find_date(values.get(source) or "")
        if date and "date" not in values:
            values["date"], spans["date"] = date[0], spans[source]
    return values, spans


def _value(reader: HeadReader, element: str, value: str) -> str | None:
    if element == "date":
        found = find_date(value)
        return found[0] if found else None
    if element == "speaker":
        return reader.person_of(value)
    if element == "subtitle":
        return " ".join(value.strip("—─-－―（）() \u3000").split())
    if element in _SILENT:
        return None
    return " ".join(value.split())


def _add(
    values: dict[str, Any], spans: dict[str, tuple[int, int]], name: str, value: str | None, span: tuple[int, int]
) -> None:
    if not value:
        return
    if name not in values:
        values[name], spans[name] = value, span
    elif name in _JOINED and span[0] - spans[name][1] <= 2:
        values[name] = f"{values[name]} {value}" if name == "issuer" else values[name] + value
        spans[name] = (spans[name][0], span[1])
