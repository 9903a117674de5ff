"""The sentence a range of the flow stands in: for what has no sentence of its own, such as a numeral."""

from __future__ import annotations

import re
from bisect import bisect_right

from engine.model.parse import Parse

_ENDS = re.compile(r"[。！？!?；;][”’」』）)]*")


def sentence_around(parse: Parse | None, span: tuple[int, int] | None) -> tuple[str, int]:
    """(sentence, offset of the range in it); a row of a table as its cells apart by blanks. ("", 0) where unknown."""
    if parse is None or span is None:
        return "", 0
    at = bisect_right(parse.paragraphs, span[0], key=lambda paragraph: paragraph.span[0]) - 1
    if at >= 0 and span[0] < parse.paragraphs[at].span[1]:
        paragraph = parse.paragraphs[at]
        return _cut(paragraph.text, span[0] - paragraph.span[0])
    return _row_of(parse, span[0])


def _cut(text: str, at: int) -> tuple[str, int]:
    start, end = 0, len(text)
    for found in _ENDS.finditer(text):
        if found.end() <= at:
            start = found.end()
        elif found.start() >= at:
            end = found.end()
            break
    return text[start:end], at - start


def _row_of(parse: Parse, offset: int) -> tuple[str, int]:
    for table in parse.tables:
        for row, column, start, end in table.cells:
            if start <= offset < end and row < len(table.rows):
                before = "".join(f"{cell}  " for cell in table.rows[row][:column])
                return "  ".join(table.rows[row]), len(before) + offset - start
    return "", 0
