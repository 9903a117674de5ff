"""Finds the title of a document, also over several lines: the largest short lines at its head."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from engine.lexicon.numbering import Numbering
from engine.model.flow import Flow, Paragraph
from engine.parsing.front.dates import find_date
from engine.parsing.front.elements import HeadReader
from engine.parsing.numbering import read_markers
from engine.parsing.printed import Print

_MOST_LINES = 5
_ALIKE = 0.92  # sizes of recognised lines differ by some points in a hundred
_WORDED = re.compile("[\u3400-\u9fff]{2}|[A-Za-z]{4}")
_SENTENCE_END = re.compile(r"[。；，,：:;]$")
_TAIL = re.compile(
    r"^[（(](?:试行|暂行|草案|征求意见稿|送审稿|审议稿|讨论稿|建议稿|修订稿?|修正|代拟稿|初稿|摘要|节选|第[一二三四五六七八九十]+稿|[12]\d{3}\s*年?\s*[-—–~～至]\s*[12]\d{3}\s*年?)[）)]$"
)
_LABELLED = re.compile(r"^[\u4e00-\u9fff]{2,8}[：:]")  # 项目编号：LJZB-2024-031
_STEMS = frozenset({"stem", "stem-paren"})
_SUBJECT = re.compile(r"关于|的(?:通知|意见|报告|决定|方案|办法|规定|公告|通报|函|批复|请示)")
_COMPLETE = re.compile(
    r"(?:报告|通知|意见|讲话|方案|办法|规定|公报|纪要|总结|规划|条例|决定|函|批复|公告|通告|计划|纲要|白皮书|解读|细则|预案|手册|规范|标准|章程)$"
)
_CJK_GAP = re.compile("(?<![\u3400-\u9fff，、：；）》”])[ \u3000]+|[ \u3000]+(?![\u3400-\u9fff《“（])")


class Title(NamedTuple):
    """The title's words and flow range; `last` is its last paragraph, -1 where there is none."""

    text: str = ""
    span: tuple[int, int] = (0, 0)
    paragraphs: frozenset[int] = frozenset()
    last: int = -1


class TitleFinder:
    """Finds the title of one flow. `ends_head` tells whether the text has begun with a paragraph."""

    def __init__(self, flow: Flow, reader: HeadReader, numbering: Numbering, ends_head: Callable[[int], bool]) -> None:
        self._flow = flow
        self._numbering = numbering
        self._print = Print(flow)
        self._reader = reader
        self._ends_head = ends_head

    def find(self, paragraphs: Sequence[Paragraph]) -> Title:
        """The title among the first paragraphs: the lines set largest before the text begins; without sizes the
        first lines that are nothing else."""
        candidates = self._candidates(paragraphs)
        if not candidates:
            return Title()
        largest = max(paragraphs[index].style.size for index in candidates)
        first = next(index for index in candidates if paragraphs[index].style.size >= _ALIKE * largest)
        lines = self._with_following(paragraphs, first)
        start, end = paragraphs[lines[0]].start, paragraphs[lines[-1]].end
        text = "".join(self._words(paragraphs[index]) for index in lines)
        return Title(text, (start, end), frozenset(lines), lines[-1])

    def _candidates(self, paragraphs: Sequence[Paragraph]) -> list[int]:
        found: list[int] = []
        for index, paragraph in enumerate(paragraphs):
            if found and self._ends_head(index):
                break
            if self._is_title_line(self._text(paragraph)):
                found.append(index)
            elif self._ends_head(index):
                break
        return found

    def _is_title_line(self, text: str) -> bool:
        if _LABELLED.match(text) or not 2 <= len(text) <= 120 or not _WORDED.search(text) or _SENTENCE_END.search(text):
            return False
        found = find_date(text)
        if found is not None and found[2] - found[1] >= len(text) - 4:
            return False
        return not self._reader.is_person(text) and self._reader.read(text, titled=False).element == "other"

    def _with_following(self, paragraphs: Sequence[Paragraph], first: int) -> list[int]:
        """The lines right below that are set alike (a title of several lines), and （试行） however it is set."""
        lines = [first]
        own = paragraphs[first].style
        for index in range(first + 1, min(len(paragraphs), first + _MOST_LINES)):
            text, style = self._text(paragraphs[index]), paragraphs[index].style
            if _TAIL.match(text):
                lines.append(index)
                break
            is_open = self._is_open(paragraphs, lines)
            if not is_open and not style.size and _COMPLETE.search(self._text(paragraphs[lines[-1]])):
                break
            if not is_open and self._is_marked(text):
                break  # （甲）收入 right below a title that is set like the text
            alike = abs(style.size - own.size) <= max(1, (1 - _ALIKE) * own.size) and style.bold == own.bold
            if not alike or self._ends_head(index) or not (is_open or self._goes_on(paragraphs, lines, text)):
                break
            lines.append(index)
        return lines

    def _is_open(self, paragraphs: Sequence[Paragraph], lines: Sequence[int]) -> bool:
        """Whether a 《 of the title so far is not closed: 关于印发《临江市三年行动方案 / （2024—2026年）》的通知."""
        text = "".join(self._text(paragraphs[index]) for index in lines)
        return text.count("《") > text.count("》")

    def _is_marked(self, text: str) -> bool:
        return any(reading.grammar.family in _STEMS for reading in read_markers(text, self._numbering))

    def _goes_on(self, paragraphs: Sequence[Paragraph], lines: Sequence[int], text: str) -> bool:
        if not _WORDED.search(text) or _SENTENCE_END.search(text):
            return False
        element = self._reader.read(text, titled=True).element
        if element == "other":
            return True
        before = "".join(self._text(paragraphs[index]) for index in lines)
        return element == "issuer" and _SUBJECT.search(before) is None and self._reader.is_organs(before)

    def _text(self, paragraph: Paragraph) -> str:
        return self._print.line(paragraph.start, paragraph.end).text.strip()

    def _words(self, paragraph: Paragraph) -> str:
        """A line of the title: blanks stay between Chinese words and between Latin ones."""
        text = " ".join(self._text(paragraph).split())
        if text.isascii():
            return text + " "
        return _CJK_GAP.sub(lambda match: " " if _is_latin_gap(text, match) else "", text)


def _is_latin_gap(text: str, match: re.Match[str]) -> bool:
    return text[match.start() - 1 : match.start()].isalpha() and text[match.end() : match.end() + 1].isascii()
