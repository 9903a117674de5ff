"""What each paragraph is, as far as its setting and form tell; the outline station decides about headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.model.flow import ParagraphKind
from engine.text.measures import Measures
from engine.text.paragraphs import MARKER, is_set_apart
from engine.text.records import Line
from engine.text.stream import Block

_DIGITS = "〇零○一二三四五六七八九十"
_DATE = re.compile(
    rf"^[（(]?(?:\d{{4}}年\d{{1,2}}月(?:\d{{1,2}}日)?|[{_DIGITS}\s]{{2,5}}年[{_DIGITS}\s]{{1,3}}月(?:[{_DIGITS}\s]{{1,4}}日)?)[）)]?$"
)
_STOP = re.compile(r"[。；，：！？;,:!?]$")
_FORMULA = re.compile(r"[=＝≈≤≥∑√∫±×÷]")
_HAN = re.compile(r"[\u4e00-\u9fff]")


def kinds_of(blocks: Sequence[Block], measures: Measures) -> list[ParagraphKind]:
    """The kind of each block; tables stand as `cell`."""
    kinds: list[ParagraphKind] = []
    is_before_text = True
    for block in blocks:
        if not isinstance(block, list):
            kinds.append("cell")
            continue
        kind = _kind(block, measures, is_before_text=is_before_text)
        if kind in ("body", "list") and len(block) > 1:
            is_before_text = False
        kinds.append(kind)
    _mark_signatures(blocks, kinds)
    return kinds


def _kind(lines: list[Line], measures: Measures, *, is_before_text: bool) -> ParagraphKind:
    first = lines[0]
    if first.kind == "label":
        return "cell"
    if first.kind != "text":
        return first.kind
    text = "".join(line.text for line in lines)
    if len(lines) == 1 and _DATE.match(text) and is_set_apart(first):
        return "date"
    if (
        first.align == "centre"
        and len(text) < 60
        and _FORMULA.search(text)
        and len(_HAN.findall(text)) < 0.3 * len(text)
    ):
        return "formula"
    width = first.column[1] - first.column[0]
    is_wide = first.align == "centre" or first.right - first.left > 0.8 * width
    if is_before_text and first.size >= 1.25 * measures.body and is_wide and len(lines) <= 3:
        return "title"
    if _is_heading(lines, text, measures):
        return "heading"
    return "list" if MARKER.match(text) else "body"


def _is_heading(lines: list[Line], text: str, measures: Measures) -> bool:
    """Short, without a full stop, and told from the text by number, weight, size or place."""
    if len(lines) > 3 or len(text) > 80 or _STOP.search(text):
        return False
    first = lines[0]
    if MARKER.match(text):
        return len(lines) == 1 or first.bold or first.size > 1.05 * measures.body or first.align == "centre"
    return (
        first.size > 1.08 * measures.body or (first.align == "centre" and (first.bold or len(text) < 20)) or first.bold
    )


def _mark_signatures(blocks: Sequence[Block], kinds: list[ParagraphKind]) -> None:
    """Lines at the right right above a date are who signs."""
    for at, kind in enumerate(kinds):
        if kind != "date":
            continue
        dated = blocks[at]
        follows_right = isinstance(dated, list) and dated[0].align == "right"
        for before in range(at - 1, max(-1, at - 4), -1):
            block = blocks[before]
            if not isinstance(block, list) or len(block) > 1 or _STOP.search(block[0].text):
                break
            if block[0].align != "right" and not (follows_right and block[0].left > _middle(block[0])):
                break
            kinds[before] = "signature"


def _middle(line: Line) -> float:
    return line.column[0] + 0.35 * (line.column[1] - line.column[0])
