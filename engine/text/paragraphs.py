"""Lines to paragraphs: where one ends and the next begins, within a column, over columns and over pages."""

from __future__ import annotations

import re
from collections.abc import Iterable

from engine.text.records import Line

_FULL_STOP = re.compile(r"[。！？；：.!?;:…][”’」』）)\"']*$")
_MARKER = re.compile(
    r"^(?:第[一二三四五六七八九十百零〇\d]+[章节条编部分款]|[一二三四五六七八九十]{1,3}[、.．]"
    r"|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}(?:[.．、](?!\d)|[)）])|[①-⑳]|[●•■◆▪–—]{1,2})"
)


def paragraphs_of(lines: Iterable[Line]) -> list[list[Line]]:
    """Lines grouped to paragraphs, in order."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _goes_on(group: list[Line], line: Line) -> bool:
    last = group[-1]
    if abs(last.size - line.size) > 0.08 * max(last.size, line.size):
        return False
    if is_centred(last) or is_centred(line):
        return False
    size = line.size
    margin = line.column[0]
    same_page = last.page == line.page and last.centre > line.centre
    free = last.column[1] - last.right
    if free > line.need + 0.5 * size:
        return False
    if same_page and last.bottom - line.top > 1.2 * size:
        return False
    indent = line.left - margin
    if indent > 0.8 * size:
        hanging = len(group) == 1 and last.left < line.left - 0.5 * size
        hangs = len(group) > 1 and abs(line.left - last.left) < 0.5 * size
        return hangs or (hanging and _MARKER.match(last.text) is not None)
    return not (_MARKER.match(line.text) and _FULL_STOP.search(last.text))


def is_centred(line: Line) -> bool:
    """Whether a line stands in the middle of its column with room on both sides."""
    left, right = line.left - line.column[0], line.column[1] - line.right
    if left < 2.5 * line.size or right < 2.5 * line.size:
        return False
    return abs(left - right) < max(1.2 * line.size, 0.12 * (left + right))
