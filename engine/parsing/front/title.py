"""Finds the title of a document, also over several lines: the largest short lines at its head."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from engine.model.flow import Flow, Paragraph
from engine.parsing.front.dates import find_date

_MOST_LINES = 5
_WORDED = re.compile("[\u3400-\u9fff]{2}|[A-Za-z]{4}")
_SENTENCE_END = re.compile(r"[。；，,：:;]$")


class Title(NamedTuple):
    """The title's words and flow range; `last` is its last paragraph, -1 where there is none."""

    text: str = ""
    span: tuple[int, int] = (0, 0)
    paragraphs: frozenset[int] = frozenset()
    last: int = -1


def find_title(
    flow: Flow, paragraphs: Sequence[Paragraph], ends_head: Callable[[int], bool], is_element: Callable[[str], bool]
) -> Title:
    """The title among the first paragraphs: the lines set largest before the text begins; without sizes the first
    lines that are nothing else."""
    candidates: list[int] = []
    for index, paragraph in enumerate(paragraphs):
        text = flow.of(paragraph).strip()
        if candidates and ends_head(index):
            break
        if _is_title_line(text, is_element):
            candidates.append(index)
        elif ends_head(index):
            break
    if not candidates:
        return Title()
    first = _largest(flow, paragraphs, candidates)
    lines = _with_following(paragraphs, candidates, first)
    start, end = paragraphs[lines[0]].start, paragraphs[lines[-1]].end
    return Title(_joined([flow.of(paragraphs[index]) for index in lines]), (start, end), frozenset(lines), lines[-1])


def _is_title_line(text: str, is_element: Callable[[str], bool]) -> bool:
    if not 2 <= len(text) <= 120 or not _WORDED.search(text) or _SENTENCE_END.search(text):
        return False
    found = find_date(text)
    if found is not None and found[2] - found[1] >= len(text) - 4:
        return False
    return not is_element(text)


def _largest(flow: Flow, paragraphs: Sequence[Paragraph], candidates: Sequence[int]) -> int:
    del flow
    return max(candidates, key=lambda index: (round(paragraphs[index].style.size), -index))


def _with_following(paragraphs: Sequence[Paragraph], candidates: Sequence[int], first: int) -> list[int]:
    """The lines right below that are set alike: a title of several lines."""
    lines = [first]
    for index in candidates:
        style, own = paragraphs[index].style, paragraphs[lines[-1]].style
        if (
            index == lines[-1] + 1
            and abs(style.size - own.size) <= 1
            and style.bold == own.bold
            and len(lines) < _MOST_LINES
        ):
            lines.append(index)
    return lines


def _joined(lines: Sequence[str]) -> str:
    """Lines put together as read: a blank only between Latin words."""
    text = ""
    for line in lines:
        words = " ".join(line.split())
        gap = " " if text and text[-1].isascii() and words[:1].isascii() and text[-1].isalnum() else ""
        text += gap + words
    return text
