"""What the text station passes between its steps, in upright coordinates; character indexes stay the raw ones.

Upright means: turned so that the page's main text runs from left to right, origin bottom-left of the visible page.
"""

from __future__ import annotations

from array import array
from typing import Literal, NamedTuple

from msgspec import Struct

from engine.model.flow import Align, FurnitureKind
from engine.model.geometry import Box
from engine.model.page import FontRun, PageInfo
from engine.text.grid import Grid, Rule

LineKind = Literal["text", "footnote", "caption", "toc", "label"]
Ranges = tuple[tuple[int, int], ...]


class Fragment(Struct, gc=False):
    """Raw characters [start, end) on one line without a wide gap. `angle` is the direction beside the page's main
    one, in degrees counter-clockwise; `font` and `bold` are what most of the characters are set in."""

    start: int
    end: int
    left: float
    bottom: float
    right: float
    top: float
    size: float
    bold: bool
    font: str
    angle: int = 0
    visible: bool = True

    @property
    def centre(self) -> float:
        return (self.top + self.bottom) / 2


class Line(Struct, gc=False):
    """One printed line of one column. `text` is cleaned, `ranges` the raw ranges it is made of, one to one with
    `text`; `column` is the extent of the text column; `need` the width of the first unbreakable stretch."""

    page: int
    text: str
    ranges: Ranges
    left: float
    bottom: float
    right: float
    top: float
    size: float
    bold: bool
    font: str
    column: tuple[float, float] = (0.0, 0.0)
    need: float = 0.0
    kind: LineKind = "text"
    align: Align = "left"

    @property
    def centre(self) -> float:
        return (self.top + self.bottom) / 2


class Running(NamedTuple):
    """Running matter of one page: its kind and the raw ranges it is made of; `picture` for a seal that is one."""

    page: int
    kind: FurnitureKind
    ranges: Ranges
    picture: Box | None = None


class Sheet(Struct):
    """One page after its characters were read. `boxes` are the raw ones; `width`, `height`, `fragments`, `levels` (its
    level rules), `grids` (the tables its rules make) and `pictures` are upright. `turn` is the main text's direction in
    page space (0, 90, 180, 270)."""

    info: PageInfo
    text: str
    width: float
    height: float
    turn: int
    fonts: tuple[FontRun, ...]
    fragments: list[Fragment]
    boxes: array[float]
    levels: list[Rule]
    pictures: list[Box]
    grids: list[Grid]


class TableCell(Struct, gc=False):
    """One table cell with its lines; spans count rows and columns."""

    row: int
    column: int
    row_span: int
    column_span: int
    lines: list[Line]


class TableBlock(Struct):
    """A table in the stream of lines. `box` is its extent on `page`; cells in reading order, those without text too;
    `starts` are the left edges of its columns."""

    page: int
    box: Box
    rows: int
    columns: int
    cells: list[TableCell]
    starts: tuple[float, ...]
    head_rows: int = 1


Item = Line | TableBlock
