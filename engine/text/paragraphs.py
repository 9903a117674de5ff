"""Lines to paragraphs: where one ends and the next begins, within a column, over columns and over pages.

Every sign of a new paragraph has a weight; the weights are added up. How much a sign says depends on how the document
is set: with first-line indents a line without one goes on, with blank space between paragraphs the space decides.
"""

from __future__ import annotations

import re

from engine.text.measures import Measures
from engine.text.records import Line

_STOP = re.compile(r"[。！？；：.!?;:…][”’」』）)\"']*$")
_OPEN_END = re.compile(r"[，、,（(《“‘〈【\[\-—]$")
_CLOSED_START = re.compile(r"^[，。、；：？！）》”’〉」』】\],;:?!%‰]")
MARKER = re.compile(
    r"^(?:第[一二三四五六七八九十百零〇\d]{1,4}[章节条编部分款篇]|附(?:件|录|表)[\d一二三四五六七八九十]*[:：]?"
    r"|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}(?:[.．、](?!\d)|[)）])"
    r"|\d{1,2}(?:[.．]\d{1,2}){1,3}(?![\d%])|[①-⑳❶-❿㈠-㈩]|[A-Za-z][.．)）]|[●•■◆▪○◇□★☆➢✓※►▶·]|[–—-]{1,2}(?!\d))"
)
_STRONG_MARKER = re.compile(r"^第[一二三四五六七八九十百零〇\d]{1,4}[章节条编]")
_BULLET = re.compile(r"^[●•■◆▪○◇□★☆➢✓※►▶·]")


def is_break(group: list[Line], line: Line, measures: Measures, *, interrupted: bool = False) -> bool:
    """Whether a line begins a new paragraph after the lines of `group`; `interrupted` when something else stands
    between them on the page."""
    last = group[-1]
    if last.kind != line.kind or abs(last.size - line.size) > 0.1 * max(last.size, line.size):
        return True
    if _is_open_note(group, line, measures):
        return False
    if is_set_apart(last) or is_set_apart(line):
        return not _wraps_centred(group, line, measures)
    weight = _room(last, line) + _indent(group, line, measures) + _wording(last, line) + _dress(group, line)
    if interrupted or last.page != line.page or last.centre <= line.centre:
        weight += _unseen_space(last, measures)
    else:
        weight += _space(last, line, measures)
    return weight > 2


def is_set_apart(line: Line) -> bool:
    """Whether a line is centred or at the right."""
    return line.align != "left"


def _is_open_note(group: list[Line], line: Line, measures: Measures) -> bool:
    """Whether the lines are a note in brackets under a title whose closing bracket has not come yet."""
    first, last = group[0], group[-1]
    if first.text[0] not in "（(" or len(group) > 12 or last.page != line.page:
        return False
    if last.centre - line.centre > measures.pitch(line.size) + 0.6 * line.size or last.centre < line.centre:
        return False
    text = "".join(one.text for one in group)
    return text.count("（") + text.count("(") > text.count("）") + text.count(")")


def _wraps_centred(group: list[Line], line: Line, measures: Measures) -> bool:
    """A long centred heading goes on when its first line had no room for more."""
    last = group[-1]
    if not (line.align == "centre" and last.page == line.page and last.bold == line.bold):
        return False
    if last.centre - line.centre > measures.pitch(line.size) + 0.6 * line.size or last.centre < line.centre:
        return False
    if abs(last.size - line.size) > 0.5 or _STOP.search(last.text) or MARKER.match(line.text):
        return False
    if last.align == "left" and (len(group) > 1 or last.left - last.column[0] > 1.2 * last.size):
        return False
    return last.right - last.left > 0.86 * (line.column[1] - line.column[0])


def _room(last: Line, line: Line) -> float:
    """Room left at a line's end that the next line's first word would have fitted in says that it ended there."""
    free = last.column[1] - last.right
    spare = (free - line.need) / line.size
    if spare > 3:
        return 6.0
    if spare > 0.6:
        return 3.5
    return 1.5 if spare > 0.2 else -0.5


def _indent(group: list[Line], line: Line, measures: Measures) -> float:
    size = line.size
    inset = (line.left - line.column[0]) / size
    last = group[-1]
    before = (last.left - last.column[0]) / size
    indented = measures.indented if measures.indented is not None else 0.5
    if len(group) > 1 and inset > 0.6 and abs(inset - before) < 0.35:
        return -3.0  # all lines but the first are set in
    if inset > 0.6:
        if len(group) == 1 and inset > before + 0.6:
            hangs = MARKER.match(last.text) is not None and MARKER.match(line.text) is None
            return -2.5 if hangs else 4.0  # a hanging item goes on under its text
        if abs(inset - before) < 0.35 and abs(inset - measures.indent) > 0.8 and not MARKER.match(line.text):
            return 0.0  # a block that is set in as a whole
        return 5.0 if inset < 4.5 else 3.0
    if before > 0.6 and len(group) > 1 and inset < before - 0.6:
        return 4.0
    return -4.5 * indented + 0.5 * (1 - indented)


def _space(last: Line, line: Line, measures: Measures) -> float:
    extra = (last.centre - line.centre - measures.pitch(line.size)) / line.size
    if extra < 0.25:
        return -1.0 if extra > -0.3 else 0.0
    return min(6.0, 7.0 * extra)


def _unseen_space(last: Line, measures: Measures) -> float:
    """Over a page break or a table no space can be seen: where paragraphs have no indent the full stop decides."""
    indented = measures.indented if measures.indented is not None else 0.5
    return 2.0 * (1 - indented) if _STOP.search(last.text) else 0.0


def _wording(last: Line, line: Line) -> float:
    weight = 0.0
    ends = _STOP.search(last.text) is not None
    if _OPEN_END.search(last.text) or _CLOSED_START.match(line.text):
        weight -= 3.0
    if MARKER.match(line.text):
        weight += (4.5 if ends else 1.0) if _STRONG_MARKER.match(line.text) else 2.5 if ends else 0.5
        if _BULLET.match(line.text):
            weight += 3.0
    return weight + (0.8 if ends else -0.8)


def _dress(group: list[Line], line: Line) -> float:
    """A heading in another face than the text under it."""
    last = group[-1]
    if last.bold != line.bold and len(group) == 1:
        return 1.5
    return 0.0
