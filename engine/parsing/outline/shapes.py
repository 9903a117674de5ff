"""How a paragraph goes on after its marker: a heading alone or run in before its text, a sentence, a list item."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Shape = Literal["bare", "block", "lead", "runin", "label", "term", "sentence", "item", "long"]

LONGEST_BLOCK = 60  # characters of a heading that stands alone; 政府工作报告 has headings of 45
LONGEST_RUNIN = 45
LONGEST_LABEL = 12  # （一）工作目标：到2025年……
_UNIT = re.compile(
    r"“[^”]{0,120}”|《[^》]{0,120}》|（[^）]{0,80}）|\([^)]{0,80}\)|[。！？!?；;：:]|\.(?=\s|$)", re.DOTALL
)
_LEADING = re.compile(r"[\s：:、．.，,—–\-]*")
_LEADING_BLANKS = re.compile(r"\s*")


class Words(NamedTuple):
    """The title [start, end) of a line, its shape, and how many characters follow it in the line."""

    shape: Shape
    start: int
    end: int
    rest: int


def shape_of(line: str, start: int, *, marked: bool = True) -> Words:
    """The shape of line[start:]; offsets count from the line's beginning. `marked` says that a marker went before."""
    leading = (_LEADING if marked else _LEADING_BLANKS).match(line, start)
    start = leading.end() if leading else start
    end = len(line.rstrip())
    if start >= end:
        return Words("bare", end, end, 0)
    colon, stop = _first_stops(line, start, end)
    if stop is None:
        return _unstopped(line, start, end, colon)
    return _stopped(line, start, end, colon, stop)


def _first_stops(line: str, start: int, end: int) -> tuple[int | None, int | None]:
    """Where the first colon and the first end of sentence or clause are, outside of quotes and brackets."""
    colon = None
    for match in _UNIT.finditer(line, start, end):
        if match.end() - match.start() > 1:
            continue
        if match.group() in "：:":
            colon = match.start() if colon is None else colon
            continue
        return colon, match.start()
    return colon, None


def _unstopped(line: str, start: int, end: int, colon: int | None) -> Words:
    if line[end - 1] in "：:":
        return Words("lead", start, _trim(line, start, end - 1), 0)
    if line[end - 1] in "，,、":
        return Words("long", start, end, 0)
    if width_of(line, start, end) <= LONGEST_BLOCK:
        return Words("block", start, end, 0)
    if colon is not None and 0 < colon - start <= LONGEST_LABEL:
        return Words("term", start, _trim(line, start, colon), end - colon - 1)
    return Words("long", start, end, 0)


def _stopped(line: str, start: int, end: int, colon: int | None, stop: int) -> Words:
    title_end = _trim(line, start, stop)
    rest = end - stop - 1
    longest = LONGEST_LABEL if title_end - start <= LONGEST_RUNIN else 2 * LONGEST_LABEL
    if colon is not None and 0 < colon - start <= longest:
        single = rest <= 0 or line[stop] in "；;"
        return Words("term" if single else "label", start, _trim(line, start, colon), end - colon - 1)
    if line[stop] in "；;":
        return Words("item", start, title_end, rest)
    if rest <= 0 and line[stop] in "？！?!" and width_of(line, start, end) <= LONGEST_BLOCK:
        return Words("block", start, stop + 1, 0)  # 一、《办法》出台的背景是什么？
    if rest <= 0:
        return Words("sentence", start, title_end, 0)
    if width_of(line, start, title_end) <= LONGEST_RUNIN:
        return Words("runin", start, title_end, rest)
    return Words("long", start, title_end, rest)


def width_of(line: str, start: int, end: int) -> float:
    """The length of a stretch in Chinese characters: Latin ones are half as wide."""
    return end - start - 0.5 * sum(sign < "\u0500" for sign in line[start:end])


def _trim(line: str, start: int, end: int) -> int:
    while end > start and line[end - 1].isspace():
        end -= 1
    return end
