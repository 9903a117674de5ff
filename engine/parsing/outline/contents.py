"""The table of contents: recognised, kept out of the outline, and used as evidence for what is a heading."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from engine.model.flow import Flow, Paragraph

_TITLE = re.compile(
    r"^(?:[图表]\s*表?\s*)?(?:插图|附表|图表)?"
    r"(?:目\s*[录次]|contents|table of contents|list of (?:figures|tables))(?:（[^）]*）)?$",
    re.IGNORECASE,
)
_LEADERS = re.compile(
    r"(?P<title>\S.{0,90}?)\s*(?:[.．·・…‥⋯_]\s*){4,}\s*(?P<page>\d{1,4}|[ivxlcIVXLC]{1,6}|[－—-]\s*\d{1,4}\s*[－—-])"
)
_DOTTED = re.compile(r"[.．·・…‥⋯_]\s*[.．·・…‥⋯_]\s*[.．·・…‥⋯_]")
_PAGE_AT_END = re.compile(r"^(?P<title>\S.{0,90}?\D)[\s\u3000]*(?:[(（]\s*)?(?P<page>\d{1,4})(?:\s*[)）])?$")
_GLUED = re.compile(r"^\s*目\s*[录次](?=[第一前摘引绪1\s])")
_PAGE_BEFORE = re.compile(r"^\d{1,3}(?=[第一二三四五六七八九十附（(])")  # the page of the entry before, run over
_BLANKS = re.compile(r"\s+")
_LOOK_AHEAD = 400  # entries of a long table of contents
_LONGEST_GAP = 12  # short lines between two parts of a table of contents on one page


class Contents(NamedTuple):
    """`paragraphs` are the indices of the table of contents itself; `levels` gives for every entry, by its key
    (`key_of`), the rank of its indent from 1."""

    paragraphs: frozenset[int] = frozenset()
    levels: Mapping[str, int] = {}


def key_of(text: str) -> str:
    """A title as it is compared between contents, bookmarks and text: NFKC, without blanks, in small letters."""
    return _BLANKS.sub("", unicodedata.normalize("NFKC", text)).lower().rstrip(".。:：")


def find_contents(flow: Flow) -> Contents:
    """Paragraphs of kind toc, lines with leaders, and what stands between a heading 目录 and the text it lists."""
    found: set[int] = set()
    titles: set[int] = set()
    for index, paragraph in enumerate(flow.paragraphs):
        text = flow.of(paragraph).strip()
        if paragraph.kind == "toc" or (_DOTTED.search(text) and _LEADERS.search(text)):
            found.add(index)
        elif len(text) <= 20 and _TITLE.match(text):
            found.add(index)
            titles.add(index)
    found.update(
        index for index, paragraph in enumerate(flow.paragraphs) if index + 1 in found and _opens(flow.of(paragraph))
    )
    for title in titles:
        if title + 1 not in found:
            found.update(_plain_entries(flow, title + 1))
    _fill(flow, found)
    entries = [
        (key, flow.paragraphs[index].style.indent) for index in sorted(found - titles) for key in _keys(flow, index)
    ]
    return Contents(frozenset(found), _levels(entries))


def _opens(text: str) -> bool:
    """Whether a line is the title 目录 with the first entry run into it."""
    return len(text) <= 60 and _GLUED.match(text) is not None


def _fill(flow: Flow, found: set[int]) -> None:
    """Takes in the few short lines between two parts of a table of contents: entries that lost their page numbers,
    running heads."""
    known = sorted(found)
    for before, after in pairwise(known):
        between = range(before + 1, after)
        near = flow.page_at(flow.paragraphs[after].start) - flow.page_at(flow.paragraphs[before].start) <= 1
        if (
            near
            and 0 < len(between) <= _LONGEST_GAP
            and all(_is_short(flow.of(flow.paragraphs[index])) for index in between)
        ):
            found.update(between)


def _is_short(text: str) -> bool:
    return len(text) <= 60 and "。" not in text


def _keys(flow: Flow, index: int) -> list[str]:
    """The entries of one paragraph: by their leaders, else line by line."""
    paragraph = flow.paragraphs[index]
    listed = [key_of(_PAGE_BEFORE.sub("", match["title"])) for match in _LEADERS.finditer(flow.of(paragraph))]
    return listed or [key_of(_without_page(line)) for line in _lines(flow, paragraph)]


def _without_page(text: str) -> str:
    match = _PAGE_AT_END.match(text.strip())
    return match["title"] if match else text


def _lines(flow: Flow, paragraph: Paragraph) -> list[str]:
    """The printed lines of a paragraph."""
    starts = [*paragraph.lines, paragraph.end] if paragraph.lines else [paragraph.start, paragraph.end]
    return [flow.text[start:end] for start, end in pairwise(starts)]


def _plain_entries(flow: Flow, start: int) -> list[int]:
    """Entries after the heading 目录: lines with page numbers, or short lines until the first of them comes again."""
    window = range(start, min(len(flow.paragraphs), start + _LOOK_AHEAD))
    texts = [flow.of(flow.paragraphs[index]).strip() for index in window]
    paged = 0
    while paged < len(texts) and _PAGE_AT_END.match(texts[paged]):
        paged += 1
    if paged >= 2:
        return list(window[:paged])
    return list(window[: _until_repeated(flow, window)])


def _until_repeated(flow: Flow, window: range) -> int:
    """How many paragraphs a table of contents without page numbers holds: up to the second coming of its first line."""
    first = ""
    for at, index in enumerate(window):
        for number, line in enumerate(_lines(flow, flow.paragraphs[index])):
            key = key_of(line)
            if not first:
                first = key
            elif key == first:
                return at if number == 0 else at + 1
            if len(key) > 60:
                return 0
    return 0


def _levels(entries: Sequence[tuple[str, float]]) -> dict[str, int]:
    """Indents that differ by less than three points are one level."""
    steps: list[float] = []
    for indent in sorted({indent for _, indent in entries}):
        if not steps or indent - steps[-1] > 3:
            steps.append(indent)
    levels: dict[str, int] = {}
    for key, indent in entries:
        if key:
            levels.setdefault(key, 1 + max(at for at, step in enumerate(steps) if indent >= step - 0.001))
    return levels
