"""Pages set by hand: lines of characters at given places, as PDFium would report them."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import NamedTuple

from engine.model.geometry import Box
from engine.model.page import FontRun, PageContent, PageInfo

A4 = Box(0.0, 0.0, 595.0, 842.0)


class Set(NamedTuple):
    """One stretch of text: left and bottom edge, size; full-width signs are as wide as the size, others half."""

    text: str
    left: float = 80.0
    bottom: float = 700.0
    size: float = 16.0
    bold: bool = False
    angle: int = 0
    visible: bool = True
    spread: float = 0.0


def width_of(sign: str, size: float) -> float:
    return size / 2 if sign < "\u2000" else size


def page(*stretches: Set, number: int = 1, rules: Sequence[Box] = (), pictures: Sequence[Box] = ()) -> PageContent:
    """A page of stretches in drawing order, each on a line of its own."""
    text, boxes, fonts = "", array("f"), []
    for stretch in stretches:
        start, x = len(text), stretch.left
        for sign in stretch.text:
            wide = width_of(sign, stretch.size)
            boxes.extend((0, 0, 0, 0) if sign == " " else (x, stretch.bottom, x + wide, stretch.bottom + stretch.size))
            x += wide + stretch.spread
        text += stretch.text + "\r\n"
        boxes.extend((0.0,) * 8)
        fonts.append(FontRun(start, len(text), "FangSong", stretch.size, stretch.bold, stretch.angle, stretch.visible))
    return PageContent(PageInfo(number, A4), text, boxes, tuple(fonts), tuple(rules), tuple(pictures))


def prose(words: str, top: float = 740.0, *, signs: int = 27, indent: int = 2, left: float = 80.0) -> list[Set]:
    """One paragraph of full-width signs, set in lines of so many signs at 28 points, the first one indented."""
    lines = [words[: signs - indent]]
    rest = words[signs - indent :]
    lines += [rest[at : at + signs] for at in range(0, len(rest), signs)]
    return [
        Set(line, left + (indent * 16.0 if at == 0 else 0.0), top - 28.0 * at) for at, line in enumerate(lines) if line
    ]


def rule(left: float, right: float, y: float) -> Box:
    return Box(left, y - 0.25, right, y + 0.25)


def wall(x: float, bottom: float, top: float) -> Box:
    return Box(x - 0.25, bottom, x + 0.25, top)
