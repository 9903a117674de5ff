"""How stretches of text are set, against the body of the same document: size, weight, typeface, centring."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from statistics import median
from typing import NamedTuple

from engine.model.flow import Align, Flow, FontSpan, Paragraph

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_SUFFIX = re.compile(
    r"[-,_ ]?(?:Regular|Bold|Medium|Light|Italic|BoldMT|MT|PSMT|GB2312|GBK|Identity-H).*$", re.IGNORECASE
)
_CJK = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")


class Look(NamedTuple):
    """Size in half points, so that rounding does not tell two settings apart; the typeface without its suffixes."""

    size: int = 0
    bold: bool = False
    font: str = ""
    align: Align = "left"


def is_alike(one: Look, other: Look) -> bool:
    """Whether two stretches are set alike, as far as sizes can be measured (recognised text: to a point)."""
    return abs(one.size - other.size) <= 3 and (one.bold, one.font) == (other.bold, other.font)


class Looks:
    """The looks of one flow: `body` is the one that most of its running text has."""

    def __init__(self, flow: Flow) -> None:
        self._flow = flow
        self._starts = [span.start for span in flow.fonts]
        self.body = self._body()
        self.indent = self._indent()

    def at(self, paragraph: Paragraph, start: int, end: int) -> Look:
        """The look of flow [start, end) of a paragraph, judged at its first Chinese character: digits and Latin
        letters are set in fonts of their own."""
        match = _CJK.search(self._flow.text, start, end)
        span = self._span_at(match.start() if match else start)
        if span is None:
            style = paragraph.style
            return Look(round(2 * style.size), style.bold, typeface(style.font), style.align)
        return Look(round(2 * span.size), span.bold, typeface(span.name), paragraph.style.align)

    def weight(self, look: Look) -> float:
        """How much a look stands out from the body: 0 not at all, 1 by one feature, more by several."""
        body = self.body
        if not look.size or not body.size:
            return 0.0
        points = 0.0
        points += 1.0 if look.bold and not body.bold else 0.0
        points += min(2.0, (look.size - body.size) / 3) if look.size > body.size + 1 else 0.0
        points += 0.8 if look.font and body.font and look.font != body.font else 0.0
        points += 0.8 if look.align == "centre" and body.align != "centre" else 0.0
        points -= 1.0 if look.size < body.size - 1 else 0.0
        return points

    def _span_at(self, offset: int) -> FontSpan | None:
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return None
        span = self._flow.fonts[at]
        return span if span.end > offset else None

    def _indent(self) -> float:
        """The first-line indent that most long paragraphs have, 0 where most have none."""
        indents = [
            paragraph.style.indent
            for paragraph in self._flow.paragraphs
            if paragraph.kind == "body" and paragraph.end - paragraph.start > 60
        ]
        return median(indents) if indents and median(indents) >= self.body.size / 2 else 0.0

    def _body(self) -> Look:
        votes: Counter[Look] = Counter()
        for paragraph in self._flow.paragraphs:
            length = paragraph.end - paragraph.start
            if paragraph.kind in {"body", "list"} and length > 30:
                middle = paragraph.start + length // 2
                chinese = _CJK.search(self._flow.text, middle, paragraph.end) is not None
                look = self.at(paragraph, middle, paragraph.end)
                votes[look._replace(align="left")] += 4 * length if chinese else length
        return votes.most_common(1)[0][0] if votes else Look()


def typeface(name: str) -> str:
    """A font's name without subset prefix, weight and encoding: `ABCDEE+KaiTi_GB2312` is `kaiti`."""
    return _SUFFIX.sub("", _SUBSET.sub("", name)).replace(" ", "").lower()
