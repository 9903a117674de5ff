"""Where a caret goes on one page: by characters, words, printed lines, in the order of the text and over columns.

Gaps are those of `PageText`; None says that the way leads off the page.
"""

from __future__ import annotations

from engine.model.geometry import Box
from gui.pages.page_text import Line, PageText


def by_sign(text: PageText, at: int, step: int) -> int | None:
    """A character on (1) or back (-1); what stands between two lines is one step."""
    line = text.line_of(at)
    if line is None:
        return None
    if step > 0:
        if at < line.end:
            return at + 1
        following = next((other.start for other in text.lines if other.start >= max(line.end, at)), None)
        return following if following is None or following > at else min(at + 1, len(text.text))
    if at > line.end:
        return line.end
    if at > line.start:
        return at - 1
    return next((other.end for other in reversed(text.lines) if other.end <= line.start and other.end < at), None)


def by_word(text: PageText, at: int, step: int) -> int | None:
    """To the end of the word (1) or to its beginning (-1)."""
    there = by_sign(text, at, step)
    if there is None:
        return None
    start, end = text.word_at(there - 1 if step > 0 else there)
    return max(there, end) if step > 0 else min(there, start)


def by_line(text: PageText, at: int, step: int, goal: float) -> int | None:
    """To the line below (1) or above (-1) in the same column, there to the gap nearest to the abscissa `goal` of the
    upright page; at a column's end to the next column, as far from its left edge."""
    line = text.line_of(at)
    if line is None:
        return None
    following = _in_order(text, line, step)
    leaps = following is not None and _way(line.box, following.box, -step) > 0  # to the top of the next column
    found = following if leaps else _beside(text, line, step, goal) or following
    if found is None:
        return None
    return text.nearest_gap(found, goal + found.box.left - line.box.left if leaps else goal)


def end_of_line(text: PageText, at: int, step: int) -> int:
    """The end (1) or the beginning (-1) of the printed line."""
    start, end = text.line_at(at)
    return end if step > 0 else start


def is_other_column(text: PageText, one: int, other: int) -> bool:
    """Whether two carets stand on lines that do not overlap from side to side."""
    first, second = text.line_of(one), text.line_of(other)
    if first is None or second is None:
        return False
    return first.box.left > second.box.right or second.box.left > first.box.right


def first_gap(text: PageText) -> int:
    """Before the first character of the text, 0 on a page without any."""
    return text.lines[0].start if text.lines else 0


def last_gap(text: PageText) -> int:
    """Behind the last character of the text, 0 on a page without any."""
    return text.lines[-1].end if text.lines else 0


def _beside(text: PageText, line: Line, step: int, goal: float) -> Line | None:
    """The nearest line above or below that shares the column."""
    left, right = min(line.box.left, goal), max(line.box.right, goal)
    below = [
        other
        for other in text.lines
        if _way(line.box, other.box, step) > 0 and other.box.left <= right and other.box.right >= left
    ]
    if not below:
        return None
    near = min(_way(line.box, other.box, step) for other in below)
    row = [other for other in below if _way(line.box, other.box, step) <= near + line.box.height / 2]
    return min(row, key=lambda other: max(other.box.left - goal, goal - other.box.right, 0.0))


def _way(one: Box, other: Box, step: int) -> float:
    """How far the middle of a line lies below (or above) another's, less than 0 where it lies on the other side."""
    way = (other.bottom + other.top - one.bottom - one.top) / 2 * step
    return way if way > 0.4 * min(one.height, other.height) else -1.0


def _in_order(text: PageText, line: Line, step: int) -> Line | None:
    """The next line in the order of the text that does not stand beside this one."""
    at = text.lines.index(line) + step
    while 0 <= at < len(text.lines):
        other = text.lines[at]
        if _way(line.box, other.box, 1) > 0 or _way(line.box, other.box, -1) > 0:
            return other
        at += step
    return None
