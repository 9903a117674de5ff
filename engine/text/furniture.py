"""Running matter: heads, feet, page numbers, watermarks, known by repetition, place and form over a whole document."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from engine.model.flow import FurnitureKind
from engine.text.page_numbers import PageNumber, labels_of, page_numbers, sequences
from engine.text.records import Ranges, Sheet
from engine.text.rows import Row, rows_of

_DEPTH = 5
_BAND = 0.2
_DIGITS = re.compile(r"\d+")
_EMPTY = re.compile(r"\s+")


class Running(NamedTuple):
    """Running matter of one page: its kind and the raw ranges it is made of."""

    page: int
    kind: FurnitureKind
    ranges: Ranges


class Found(NamedTuple):
    """What furniture a document has, and the printed label of each page that shows one."""

    running: list[Running]
    labels: dict[int, str]


class _Edge(NamedTuple):
    """A row near the top or bottom edge of a page. `offset` is its distance from that edge in points."""

    page: int
    side: str
    depth: int
    offset: float
    text: str
    key: str
    row: Row
    gap: float
    numbers: tuple[PageNumber, ...]


def find_furniture(sheets: Sequence[Sheet]) -> Found:
    """Running matter of all pages."""
    edges = [edge for sheet in sheets for edge in _edges(sheet)]
    repeated = _repeated(edges, len(sheets))
    numbered = {id(number) for group in sequences(_numbers(edges)).values() for number in group}
    running: list[Running] = []
    labels: list[PageNumber] = []
    for side_rows in _by_side(edges):
        for edge in side_rows:
            numbers = [number for number in edge.numbers if id(number) in numbered or _speaks(number, len(sheets))]
            whole = [number for number in numbers if number.whole]
            if whole or (edge.key in repeated[edge.side] and _near(edge, repeated[edge.side][edge.key])):
                kind: FurnitureKind = "page-number" if whole else "header" if edge.side == "top" else "footer"
                running.append(Running(edge.page, kind, tuple((part.start, part.end) for part in edge.row.fragments)))
                labels += numbers
            else:
                break
    return Found(running, labels_of(labels))


def _edges(sheet: Sheet) -> list[_Edge]:
    rows = rows_of(fragment for fragment in sheet.fragments if fragment.angle == 0 and fragment.visible)
    found: list[_Edge] = []
    for side, ordered in (("top", rows), ("bottom", rows[::-1])):
        for depth, row in enumerate(ordered[:_DEPTH]):
            offset = sheet.height - row.top if side == "top" else row.bottom
            if offset > _BAND * sheet.height:
                break
            text = _EMPTY.sub("", "".join(sheet.text[part.start : part.end] for part in row.fragments))
            key = _DIGITS.sub("#", unicodedata.normalize("NFKC", text))
            following = ordered[depth + 1] if depth + 1 < len(ordered) else None
            gap = abs(row.centre - following.centre) if following is not None else 999.0
            numbers = tuple(page_numbers(text, sheet.info.number, side, depth))
            found.append(_Edge(sheet.info.number, side, depth, offset, text, key, row, gap, numbers))
    return found


def _numbers(edges: list[_Edge]) -> list[PageNumber]:
    return [number for edge in edges for number in edge.numbers]


def _by_side(edges: list[_Edge]) -> list[list[_Edge]]:
    sides: dict[tuple[int, str], list[_Edge]] = defaultdict(list)
    for edge in edges:
        sides[edge.page, edge.side].append(edge)
    return list(sides.values())


def _repeated(edges: list[_Edge], pages: int) -> dict[str, dict[str, list[float]]]:
    """Rows that stand at the same distance from the same edge of several pages: their distances, by side and key."""
    groups: dict[tuple[str, str], list[_Edge]] = defaultdict(list)
    for edge in edges:
        if re.search(r"[^#\W]", edge.key):
            groups[edge.side, edge.key].append(edge)
    found: dict[str, dict[str, list[float]]] = {"top": {}, "bottom": {}}
    need = 2 if pages <= 40 else 3
    for (side, key), group in groups.items():
        offsets = sorted(edge.offset for edge in group)
        steady = [offset for offset in offsets if sum(abs(offset - other) < 3 for other in offsets[:200]) >= need]
        if steady:
            found[side][key] = sorted({round(offset) for offset in steady})
    return found


def _near(edge: _Edge, offsets: list[float]) -> bool:
    return any(abs(edge.offset - offset) < 4 for offset in offsets)


def _speaks(number: PageNumber, pages: int) -> bool:
    """Whether one number alone says that it is a page number: `第1页共8页`, 1/8 on a document of eight pages."""
    return number.whole and 0 < number.value <= number.total == pages
