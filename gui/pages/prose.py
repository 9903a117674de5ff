"""Printed lines as the running text a reader wants to paste: lines of a paragraph joined, no false blanks, a break
between paragraphs, a tab between cells of one row.

Works on page geometry alone, so it serves scans that were read and documents that are not understood yet.
"""

from collections.abc import Iterator, Sequence

from engine.model.geometry import Box
from gui.bridge.text import is_wide
from gui.pages.page_text import Line, PageText

_SHORT = 2.0  # heights a line ends before its column does when its paragraph ends
_INDENT = 1.2  # heights a paragraph's first line stands in
_GAP = 1.6  # heights between two lines that stand apart
_SIZE = 1.3  # how much larger the letters of another kind of paragraph are


def prose(text: PageText, start: int, end: int) -> str:
    """Characters [start, end) of a page as they read."""
    pieces: list[str] = []
    before: int | None = None
    for at, line in enumerate(text.lines):
        low, high = max(start, line.start), min(end, line.end)
        if low >= high:
            continue
        words = "\t".join(joined(text.text[slice(*cell)]) for cell in _cells(text, at, low, high))
        if before is not None:
            pieces.append(_between(text.lines, before, at, pieces[-1], words))
        pieces.append(words)
        before = at
    return "".join(pieces)


def goes_on(text: PageText, end: int, following: PageText, start: int) -> bool:
    """Whether the paragraph that ends one page's stretch at `end` goes on with the next page's at `start`."""
    last = next((line for line in reversed(text.lines) if line.start < end), None)
    first = next((line for line in following.lines if line.end > start), None)
    if last is None or first is None:
        return False
    return not _is_short(text.lines, last) and not _is_indented(following.lines, first)


def joined(text: str) -> str:
    r"""Raw page text in one line: a blank is kept only between Latin words. "指标体\\r\\n系" becomes "指标体系",
    "smart\\r\\ncity" "smart city"."""
    joint = ""
    for line in text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufffe", "").split("\n"):
        joint = glued(joint, line.strip())
    return joint


def glued(before: str, after: str) -> str:
    """Two stretches of one paragraph."""
    if before and after and not is_wide(before[-1]) and not is_wide(after[0]):
        before += " "
    return _without_false_blanks(before + after)


def _between(lines: Sequence[Line], at: int, following: int, before: str, after: str) -> str:
    """What stands between two printed lines: a tab in a row of a table, a break, a blank, nothing."""
    one, other = lines[at], lines[following]
    if _share_row(one.box, other.box):
        return "\t" if other.box.left >= one.box.right else "\n"
    if _is_cell(lines, at) or _is_cell(lines, following):
        return "\n"
    height = max(one.box.height, other.box.height)
    sizes = sorted((one.box.height, other.box.height))
    if sizes[1] > _SIZE * sizes[0] or other.box.bottom - one.box.top > _GAP * height:
        return "\n"
    if _is_short(lines, one) or _is_indented(lines, other):
        return "\n"
    return "" if is_wide(before[-1:]) or is_wide(after[:1]) else " "


def _cells(text: PageText, at: int, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of a line that stand far apart, where the line is a row of a table with others beside it."""
    line = text.lines[at]
    if _is_cell(text.lines, at):
        before: Box | None = None
        for index in range(start, end):
            box = text.laid(index)
            if box is None:
                continue
            if before is not None and box.left - before.right > _SHORT * line.box.height:
                yield start, index
                start = index
            before = box
    yield start, end


def _is_cell(lines: Sequence[Line], at: int) -> bool:
    """Whether the line before or after it in the text stands beside it."""
    beside = (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2])
    return any(_share_row(lines[at].box, other.box) for other in beside)


def _share_row(one: Box, other: Box) -> bool:
    overlap = min(one.top, other.top) - max(one.bottom, other.bottom)
    return overlap > 0.4 * min(one.height, other.height)


def _is_short(lines: Sequence[Line], line: Line) -> bool:
    right = max(other.box.right for other in _column(lines, line))
    return line.box.right < right - _SHORT * line.box.height


def _is_indented(lines: Sequence[Line], line: Line) -> bool:
    left = min(other.box.left for other in _column(lines, line))
    return line.box.left > left + _INDENT * line.box.height


def _column(lines: Sequence[Line], line: Line) -> Iterator[Line]:
    """The lines of one size that stand above and below a line."""
    yield line
    for other in lines:
        if min(other.box.right, line.box.right) > max(other.box.left, line.box.left):
            sizes = sorted((other.box.height, line.box.height))
            if sizes[1] <= _SIZE * sizes[0]:
                yield other


def _without_false_blanks(text: str) -> str:
    kept: list[str] = []
    for index, sign in enumerate(text):
        if sign == " " and 0 < index < len(text) - 1 and (is_wide(text[index - 1]) or is_wide(text[index + 1])):
            continue
        kept.append(sign)
    return "".join(kept)
