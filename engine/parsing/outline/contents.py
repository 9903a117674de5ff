"""The table of contents: recognised, kept out of the outline, and used as evidence for what is a heading."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from engine.model.flow import Flow

_TITLE = re.compile(
    r"^(?:[图表]\s*表?\s*)?(?:插图|附表|图表)?(?:目\s*[录次]|contents|table of contents|list of (?:figures|tables))(?:（[^）]*）)?$",
    re.IGNORECASE,
)
_LEADERS = re.compile(
    r"(?P<title>\S.{0,90}?)\s*(?:[.．·・…‥⋯_]\s*){4,}\s*(?P<page>\d{1,4}|[ivxlcIVXLC]{1,6}|[－—-]\s*\d{1,4}\s*[－—-])"
)
_PAGE_AT_END = re.compile(r"^(?P<title>\S.{0,90}?\D)[\s\u3000]*(?:[(（]\s*)?(?P<page>\d{1,4})(?:\s*[)）])?$")
_BLANKS = re.compile(r"\s+")
_LOOK_AHEAD = 400  # entries of a long table of contents


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
    entries: list[tuple[str, float]] = []
    index = 0
    paragraphs = flow.paragraphs
    while index < len(paragraphs):
        text = flow.of(paragraphs[index]).strip()
        listed = _entries(text)
        if paragraphs[index].kind == "toc" or listed:
            found.add(index)
            entries += [(key, paragraphs[index].style.indent) for key in listed or [key_of(text)]]
        elif len(text) <= 20 and _TITLE.match(text):
            found.add(index)
            after = _plain_entries(flow, index + 1)
            for entry in after:
                found.add(entry)
                entries += [(key, paragraphs[entry].style.indent) for key in _keys(flow.of(paragraphs[entry]))]
            index = after[-1] if after else index
        index += 1
    return Contents(frozenset(found), _levels(entries))


def _entries(text: str) -> list[str]:
    return [key_of(match["title"]) for match in _LEADERS.finditer(text)]


def _keys(text: str) -> list[str]:
    listed = _entries(text)
    if listed:
        return listed
    match = _PAGE_AT_END.match(text.strip())
    return [key_of(match["title"] if match else text)]


def _plain_entries(flow: Flow, start: int) -> list[int]:
    """Entries after the heading 目录: lines with page numbers, or short lines until the first of them comes again."""
    window = range(start, min(len(flow.paragraphs), start + _LOOK_AHEAD))
    texts = [flow.of(flow.paragraphs[index]).strip() for index in window]
    paged = 0
    while paged < len(texts) and (_LEADERS.search(texts[paged]) or _PAGE_AT_END.match(texts[paged])):
        paged += 1
    if paged >= 2:
        return list(window[:paged])
    return list(window[: _until_repeated(texts)])


def _until_repeated(texts: Sequence[str]) -> int:
    """How many lines a table of contents without page numbers holds: up to the second coming of its first line."""
    first = next((key for key in map(key_of, texts[:3]) if key), "")
    if not first:
        return 0
    for at, text in enumerate(texts):
        if at > 1 and key_of(text) == first:
            return at if all(len(line) <= 60 for line in texts[:at]) else 0
        if len(text) > 100:
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
