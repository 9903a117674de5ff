"""Gathers what could be a heading: wherever a paragraph, or a sentence counted off by 一是, begins with a marker."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from engine.lexicon.numbering import Numbering
from engine.model.flow import Flow, Paragraph
from engine.parsing.numbering import Reading, read_markers
from engine.parsing.outline.looks import Look, Looks
from engine.parsing.outline.shapes import Shape, shape_of
from engine.parsing.printed import Print

NO_HEADINGS = frozenset({"caption", "footnote", "toc", "cell", "formula"})
STATUTE = frozenset({"book", "subbook", "part", "chapter", "section", "subsection", "article"})
_LONGEST_HEAD = 40
_LONGEST_MARKER = 24
COUNTED = frozenset({"is", "must", "by", "ordinal", "among", "first"})
"""Families that count sentences off within a paragraph: 一是……。二是……。"""

_COUNTED_WITHIN = re.compile(
    r"[。！？：:]\s*(?=(?:第?[一二三四五六七八九十]{1,2}(?:是|要|须|应|靠|抓|看|则|来|为|曰|[，,、：:]))|其[一二三四五六七八九十][，,、：:]|首先|其次|再次|再者|最后)"
)


class Item(NamedTuple):
    """A possible heading. Offsets are the flow's: [start, end) marker and title, `text` the title's beginning;
    `rest` counts the characters that follow in the paragraph, which the item may fill up to `limit`."""

    paragraph: int
    start: int
    text: int
    end: int
    rest: int
    limit: int
    shape: Shape
    look: Look
    readings: tuple[Reading, ...] = ()
    inline: bool = False


class MarkedItems:
    """Finds the marked items of one flow. `running` are the paragraphs found to be running heads on the way."""

    def __init__(self, flow: Flow, looks: Looks, numbering: Numbering) -> None:
        self._flow = flow
        self._looks = looks
        self._numbering = numbering
        self._print = Print(flow)
        self._heads: dict[str, float] = {}
        self.running: set[int] = set()

    def find(self, skip: frozenset[int]) -> Iterator[Item]:
        """Every marker at the start of a paragraph or of a counted sentence, in the order of the text."""
        for index, paragraph in enumerate(self._flow.paragraphs):
            if index in skip or (paragraph.kind in NO_HEADINGS and not self._is_large(paragraph)):
                continue
            line = self._flow.of(paragraph)
            if self._is_running_head(index, line):
                self.running.add(index)
                continue
            at = len(line) - len(line.lstrip())
            readings = self._readings(index, line, at)
            ends = self._statute_lines(index, line)
            if readings:
                yield self._item(index, line[: ends[0][0]] if ends else line, readings, inline=False)
            for (_, found), (end, _) in pairwise([*ends, (len(line), ())]):
                yield self._item(index, line[:end], found, inline=False)
            yield from self._counted(index, line)

    def _is_large(self, paragraph: Paragraph) -> bool:
        """Whether what was taken for a cell is set larger than the body: headings between tables."""
        look = self._looks.at(paragraph, paragraph.start, paragraph.end)
        return paragraph.kind == "cell" and self._looks.body.size > 0 and look.size > self._looks.body.size + 1

    def _is_running_head(self, index: int, line: str) -> bool:
        """Whether a short line at the head of a page has been a line before: the chapter's title runs on."""
        if len(line) > _LONGEST_HEAD:
            return False
        paragraphs = self._flow.paragraphs
        paragraph = paragraphs[index]
        weight = self._looks.weight(self._looks.at(paragraph, paragraph.start, paragraph.end))
        before = self._heads.setdefault("".join(line.split()), weight - 1)
        if before < weight or index == 0:
            return False
        return self._flow.page_at(paragraphs[index - 1].start) != self._flow.page_at(paragraph.start)

    def _statute_lines(self, index: int, line: str) -> list[tuple[int, tuple[Reading, ...]]]:
        """Printed lines within a paragraph that begin with 第六条 and a blank: paragraphs that were put together."""
        paragraph = self._flow.paragraphs[index]
        found: list[tuple[int, tuple[Reading, ...]]] = []
        for offset in paragraph.lines[1:]:
            at = offset - paragraph.start
            if line[at : at + 1] != "第":
                continue
            readings = tuple(r for r in self._readings(index, line, at) if r.grammar.family in STATUTE)
            if readings and self._print.line(offset, offset + readings[0].end - at + 1).text[-2:-1].isspace():
                found.append((at, readings))
        return found

    def _readings(self, index: int, line: str, at: int) -> tuple[Reading, ...]:
        """Markers at the start of a paragraph, read as printed: the blank of “1　总则” is part of its grammar."""
        if at >= len(line) or line[at] not in self._numbering.openers:
            return ()
        start = self._flow.paragraphs[index].start
        printed = self._print.line(start + at, start + min(len(line), at + _LONGEST_MARKER))
        if not printed.added:
            return read_markers(line, self._numbering, at)
        whole = printed.text + line[at + printed.back(len(printed.text)) :]
        readings = tuple(
            reading._replace(start=at, end=at + printed.back(reading.end), text=at + printed.back(reading.text))
            for reading in read_markers(whole, self._numbering)
        )
        return readings or read_markers(line, self._numbering, at)  # 附 件 ： spaced out

    def _item(self, index: int, line: str, readings: tuple[Reading, ...], *, inline: bool) -> Item:
        paragraph = self._flow.paragraphs[index]
        marker = max(readings, key=_end)  # 9.1插入 is read as 9. too
        words = shape_of(line, marker.text)
        start = paragraph.start + marker.start
        end = paragraph.start + max(words.end, marker.end)
        look = self._looks.at(paragraph, start, end)
        text, limit = paragraph.start + words.start, paragraph.start + len(line)
        return Item(index, start, text, end, words.rest, limit, words.shape, look, readings, inline)

    def _counted(self, index: int, line: str) -> Iterator[Item]:
        """Sentences of a paragraph that begin with 一是, 二要, 其次: “……经验。一是在决策部署上讲求统筹引领。各级……”."""
        for match in _COUNTED_WITHIN.finditer(line):
            readings = tuple(
                reading
                for reading in read_markers(line, self._numbering, match.end())
                if reading.grammar.family in COUNTED
            )
            opens = match.group()[0] in "。！？" or any(reading.number == (1,) for reading in readings)
            if readings and opens:
                yield self._item(index, line, readings, inline=True)


def _end(reading: Reading) -> int:
    return reading.end
