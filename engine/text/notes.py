"""Lines that are not running text though they stand in it: captions, footnotes, entries of a table of contents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from engine.text.measures import Measures
from engine.text.paragraphs import is_set_apart
from engine.text.records import Item, Line, Sheet, TableBlock

CAPTION = re.compile(
    r"^(?:续?[附图表]?[图表]|专栏|Figure|Fig\.|Table|Chart)\s*(?:[A-Za-z]?\d{1,3}(?:[-—–.．]\d{1,3})*|[一二三四五六七八九十]{1,3})(?![\d%])"
)
_FIGURE = re.compile(r"^(?:附?图|Figure|Fig\.|Chart)")
_SOURCE = re.compile(r"^(?:资料来源|数据来源|图片来源|来源|单位|注|说明|备注)[:：]")
_STOP = re.compile(r"[。；！？，、]$")
_LEADER = re.compile(r"(?:[.·•．…‥]\s?){4,}\s*[-—–]?\s*(?:\d{1,4}|[ivxlcIVXLC]{1,6})?\s*[-—–]?$|…{2,}\s*\d{1,4}$")
FOOTNOTE_MARK = re.compile(r"^(?:[①-⑳⁰¹²³⁴-⁹]|[\[［【〔]\d{1,3}[\]］】〕]|\d{1,2}(?![\d.．、%年月日,，])|[*†‡※]{1,3})")
_PAGE = re.compile(r"^(?:\d{1,4}|[ivxlcIVXLC]{1,7})$")
_CONTENTS = re.compile(r"^(?:目录|目次|contents)$", re.IGNORECASE)


def mark_lines(pages: Sequence[list[Item]], sheets: Sequence[Sheet], measures: Measures) -> None:
    """Set the kind of every line that is a caption, a footnote or an entry of a table of contents."""
    for items, sheet in zip(pages, sheets, strict=True):
        _join_entries(items)
        lines = [item for item in items if isinstance(item, Line)]
        _mark_contents(lines)
        for at, item in enumerate(items):
            if isinstance(item, Line) and item.kind == "text" and _is_caption(item, items, at, sheet, measures):
                item.kind = "caption"
                if _FIGURE.match(item.text):
                    _mark_labels(items[:at], measures)
        _mark_footnotes([line for line in lines if line.kind == "text"], sheet, measures)


def _mark_labels(above: list[Item], measures: Measures) -> None:
    """Short small lines right above a figure's caption are its labels."""
    for item in reversed(above):
        if not isinstance(item, Line):
            return
        if item.kind == "caption" or _SOURCE.match(item.text):
            item.kind = "caption"
            continue
        width = item.column[1] - item.column[0]
        if item.kind != "text" or item.size > 0.93 * measures.body or item.right - item.left > 0.75 * width:
            return
        item.kind = "label"


def _mark_contents(lines: list[Line]) -> None:
    """Entries end in dots and a page number; lines between entries are the heads of entries that go on."""
    entries = [at for at, line in enumerate(lines) if _LEADER.search(line.text)]
    if not entries or (len(entries) == 1 and not any(_CONTENTS.match(line.text) for line in lines)):
        return
    for at in entries:
        lines[at].kind = "toc"
    for before, after in pairwise(entries):
        if 1 < after - before <= 3:
            for at in range(before + 1, after):
                if not is_set_apart(lines[at]):
                    lines[at].kind = "toc"


def _join_entries(items: list[Item]) -> None:
    """On a page of contents, put together titles and page numbers that stand far apart on one line without dots."""
    entries = [item for item in items if isinstance(item, Line) and _LEADER.search(item.text)]
    is_contents = any(isinstance(item, Line) and _CONTENTS.match(item.text) for item in items)
    if len(entries) < 3 and not is_contents:
        return
    edge = max((entry.right for entry in entries), default=None)
    for at in range(len(items) - 1, 0, -1):
        title, number = items[at - 1], items[at]
        if not (isinstance(title, Line) and isinstance(number, Line) and _PAGE.match(number.text)):
            continue
        beside = abs(title.centre - number.centre) < 0.4 * title.size and title.right < number.left
        if beside and (edge is None or abs(number.right - edge) < 2 * number.size) and not _LEADER.search(title.text):
            title.text += number.text
            title.ranges += number.ranges
            title.right, title.kind = number.right, "toc"
            del items[at]


def ends_entry(line: Line) -> bool:
    """Whether an entry of a table of contents is complete: it has its dots."""
    return line.kind == "toc" and (_LEADER.search(line.text) is not None or line.text[-1].isdigit())


def _mark_footnotes(lines: list[Line], sheet: Sheet, measures: Measures) -> None:
    """Small lines at the foot of a column that begin with a mark or stand under a short rule."""
    at = len(lines) - 1
    while at >= 0:
        end = at
        while at >= 0 and lines[at].size < 0.93 * measures.body and (at == end or _above(lines[at], lines[at + 1])):
            at -= 1
        first = _first_note(lines[at + 1 : end + 1], sheet)
        if first is not None and at >= 0:
            for line in lines[at + 1 + first : end + 1]:
                line.kind = "footnote"
        at = _column_end(lines, min(at, end - 1))


def _column_end(lines: list[Line], at: int) -> int:
    """The last line of the column before the one that line `at` stands in."""
    while at > 0 and _above(lines[at - 1], lines[at]):
        at -= 1
    return at - 1


def _above(line: Line, below: Line) -> bool:
    return line.centre > below.centre and line.left < below.right and below.left < line.right + 200


def _first_note(small: list[Line], sheet: Sheet) -> int | None:
    if not small or small[0].bottom > 0.6 * sheet.height:
        small_start = next((at for at, line in enumerate(small) if line.top < 0.6 * sheet.height), None)
        if small_start is None:
            return None
    else:
        small_start = 0
    for at in range(small_start, len(small)):
        line = small[at]
        if FOOTNOTE_MARK.match(line.text) or _under_rule(line, sheet):
            return at
    return None


def _under_rule(line: Line, sheet: Sheet) -> bool:
    """Whether a short rule stands right above a line, as word processors part footnotes."""
    for rule in sheet.levels:
        if line.top - 2 <= rule.at <= line.top + 1.8 * line.size and abs(rule.start - line.column[0]) < 4 * line.size:
            return rule.end - rule.start < 0.75 * (line.column[1] - line.column[0])
    return False


def _is_caption(line: Line, items: list[Item], at: int, sheet: Sheet, measures: Measures) -> bool:
    if CAPTION.match(line.text):
        if _STOP.search(line.text):
            return False
        return is_set_apart(line) or _beside_table(items, at) or _beside_picture(line, sheet)
    if not _SOURCE.match(line.text):
        return False
    small = line.size < 0.95 * measures.body or is_set_apart(line)
    return small and (_beside_table(items, at) or _beside_picture(line, sheet))


def _beside_table(items: list[Item], at: int) -> bool:
    near = items[max(0, at - 2) : at + 3]
    return any(isinstance(item, TableBlock) for item in near)


def _beside_picture(line: Line, sheet: Sheet) -> bool:
    reach = 3 * line.size
    return any(
        abs(picture.bottom - line.top) < reach or abs(picture.top - line.bottom) < reach
        for picture in sheet.pictures
        if picture.height > 2 * line.size and picture.height < 0.95 * sheet.height
    )
