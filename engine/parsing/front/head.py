"""Reads the head of a document line by line and puts front and back matter together."""

from __future__ import annotations

import re
from collections.abc import Mapping
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
from engine.parsing.front.title import Title, find_title
from engine.parsing.numbering import read_markers

_HEAD = 40  # paragraphs that a head may have: a cover, a red head and a title page
_LONGEST_LINE = 60  # longer ones are text
_BODY_STARTS = frozenset(
    {"article", "book", "part", "chapter", "han", "han-paren", "arabic", "number", "decimal", "annex"}
)
_CONTENTS = re.compile(r"^目\s*[录次]$")
_SKIPPED = frozenset({"toc", "cell", "caption", "footnote", "formula"})


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


class _Head(NamedTuple):
    """Lines of the head by paragraph, and the paragraph the text begins with."""

    lines: Mapping[int, Line]
    title: Title
    body: int


def find_front(flow: Flow, lexicon: FrontWords) -> FrontMatter:
    """Front and back matter of a flow. Fields that are not there are None; never raises on account of the text."""
    reader = HeadReader(lexicon.organs, lexicon.surnames)
    head = _read_head(flow, reader, lexicon)
    back = find_back(flow, reader, head.body)
    values, spans = _head_fields(flow, reader, head)
    for field in back.fields:
        if field.name not in values:
            values[field.name] = field.value
            spans[field.name] = (field.start, field.end)
    if back.attachments:
        values["attachments"] = back.attachments
    return FrontMatter(
        Front(**values),
        spans,
        _start(flow, head.body),
        _end(flow, back),
        frozenset(head.lines) | head.title.paragraphs | back.paragraphs,
    )


def _start(flow: Flow, body: int) -> int:
    return flow.paragraphs[body].start if body < len(flow.paragraphs) else len(flow.text)


def _end(flow: Flow, back: Back) -> int:
    return flow.paragraphs[back.first].start if back.first is not None else len(flow.text)


def _read_head(flow: Flow, reader: HeadReader, lexicon: FrontWords) -> _Head:
    paragraphs = flow.paragraphs[:_HEAD]
    title = find_title(
        flow,
        paragraphs,
        lambda index: _ends_head(flow, paragraphs[index], reader, lexicon, index),
        lambda text: reader.read(text, titled=False).element != "other",
    )
    lines: dict[int, Line] = {}
    body = len(paragraphs)
    for index, paragraph in enumerate(paragraphs):
        if index in title.paragraphs:
            continue
        if index > title.last and _ends_head(flow, paragraph, reader, lexicon, index):
            body = index
            break
        line = reader.read(flow.of(paragraph), titled=index > title.last >= 0)
        if line.element == "other":
            if index > title.last and not _is_label(flow.of(paragraph)):
                body = index
                break
            continue
        lines[index] = line
        if line.element in {"salutation", "recipients"}:
            body = index + 1
            break
    return _Head(lines, title, body)


def _is_label(text: str) -> bool:
    """A short line of a cover that is no element: No.202110, （2022年）."""
    return len(text.strip()) <= 20


def _ends_head(flow: Flow, paragraph: Paragraph, reader: HeadReader, lexicon: FrontWords, index: int) -> bool:
    """Whether the text, or the table of contents, has begun."""
    text = flow.of(paragraph).strip()
    if (
        paragraph.kind in _SKIPPED
        or _CONTENTS.match(text)
        or text.replace(" ", "").replace("\u3000", "") in lexicon.heading_words
    ):
        return True
    if reader.read(text, titled=True).element != "other":
        return False
    if len(text) > _LONGEST_LINE or text.endswith(("。", "；")):
        return True
    readings = read_markers(text, lexicon.numbering)
    return any(reading.grammar.family in _BODY_STARTS for reading in readings) and index > 0


def _head_fields(flow: Flow, reader: HeadReader, head: _Head) -> tuple[dict[str, Any], dict[str, tuple[int, int]]]:
    values: dict[str, Any] = {}
    spans: dict[str, tuple[int, int]] = {}
    if head.title.text:
        values["title"] = head.title.text
        spans["title"] = head.title.span
    for index, line in sorted(head.lines.items()):
        start = flow.paragraphs[index].start
        for element, value, at, end in line.fields:
            _add(values, spans, element, _value(reader, element, value), (start + at, start + end))
    if "date" not in values and "subtitle" in values:
        found = find_date(values["subtitle"])
        if found:
            at = spans["subtitle"][0]
            values["date"], spans["date"] = found[0], (at, spans["subtitle"][1])
    return values, spans


def _value(reader: HeadReader, element: str, value: str) -> str | None:
    if element == "date":
        found = find_date(value)
        return found[0] if found else None
    if element == "speaker":
        return reader.person_of(value)
    if element == "subtitle":
        return " ".join(value.strip("—─-－―（）() \u3000").split())
    if element in {"role", "other", "title"}:
        return None
    return " ".join(value.split())


_JOINED = frozenset({"issuer", "subtitle", "recipients"})


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
