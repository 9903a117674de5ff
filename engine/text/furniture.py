"""Running matter: heads, feet, page numbers, watermarks, known by repetition, place and form over a whole document."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from engine.model.flow import FurnitureKind
from engine.text.page_numbers import PageNumber, is_page_number, labels_of, page_numbers, sequences
from engine.text.records import Fragment, Running, Sheet
from engine.text.rows import Row, rows_of
from engine.text.watermarks import find_watermarks

_DEPTH = 5
_BAND = 0.2
_DIGITS = re.compile(r"\d+")
_NUMBERED_TITLE = re.compile(r"附[件录表]\d|第\d+[章节篇编部]")  # 附件1, 附件2 at the heads of pages are titles
_EMPTY = re.compile(r"\s+")
_PRINTED = re.compile(r"(?:#[/.\-年]#[/.\-月]#日?,?(?:[上下]午)?#:#|(?:https?|file)://)")
_WORDED = re.compile(r"[^#\W]")


class Found(NamedTuple):
    """What furniture a document has, and the printed label of each page that shows one."""

    running: list[Running]
    labels: dict[int, str]


class _Edge(NamedTuple):
    """A row near an edge of a page. `offset` is its distance from that edge in points, `gap` that to the next row
    inwards; `is_small` says that it is set smaller than the text, `is_prose` that it stands like a line of it,
    `is_number` that it is a page number from end to end."""

    page: int
    side: str
    depth: int
    offset: float
    key: str
    row: Row
    gap: float
    is_small: bool
    is_prose: bool
    is_number: bool
    numbers: tuple[PageNumber, ...]


def find_furniture(sheets: Sequence[Sheet]) -> Found:
    """Running matter of all pages. Linear in the pages."""
    running = find_watermarks(sheets)
    laid_over = {(found.page, start) for found in running for start, _ in found.ranges}
    body = _body_size(sheets)
    edges = [edge for sheet in sheets for edge in _edges(sheet, laid_over, body)]
    running_rows, labels = _running_rows(edges, len(sheets))
    return Found(running + running_rows, labels_of(labels))


class _Signs(NamedTuple):
    """What tells running matter: wordings that repeat, places of heads that change, numbers that grow with the page,
    and places (side, distance, size) where rows were found to be running matter on other pages."""

    pages: int
    repeated: dict[tuple[str, str], Counter[int]]
    steady: dict[str, int]
    numbered: set[PageNumber]
    places: set[tuple[str, int, int]]


def _running_rows(edges: list[_Edge], pages: int) -> tuple[list[Running], list[PageNumber]]:
    """Rows from each edge inwards up to the first that is not running matter, and the page numbers in them."""
    signs = _Signs(pages, _repeated(edges, pages), _steady(edges, pages), _numbered(edges, pages), set())
    signs = signs._replace(places=_usual_places([edge for edge, _ in _judged(edges, signs)], pages))
    running: list[Running] = []
    labels: list[PageNumber] = []
    for edge, numbers in _judged(edges, signs):
        is_alone = edge.is_number and any(number.whole for number in numbers)
        kind: FurnitureKind = "page-number" if is_alone else "header" if edge.side == "top" else "footer"
        running.append(Running(edge.page, kind, tuple((part.start, part.end) for part in edge.row.fragments)))
        labels += numbers
    return running, labels


def _judged(edges: list[_Edge], signs: _Signs) -> list[tuple[_Edge, list[PageNumber]]]:
    found: list[tuple[_Edge, list[PageNumber]]] = []
    stopped: set[tuple[int, str]] = set()
    for edge in edges:
        if (edge.page, edge.side) in stopped:
            continue
        numbers = [n for n in edge.numbers if n in signs.numbered or _speaks(n, edge, signs.pages)]
        is_number = any(number.whole for number in numbers)
        if is_number or _is_near(edge, signs) or _is_placed(edge, signs) or _is_printers(edge):
            found.append((edge, numbers))
        elif edge.side != "beside":
            stopped.add((edge.page, edge.side))
    return found


def _usual_places(found: list[_Edge], pages: int) -> set[tuple[str, int, int]]:
    counts = Counter((edge.side, round(edge.offset / 2), round(edge.row.size)) for edge in found if edge.depth == 0)
    return {place for place, count in counts.items() if count >= max(3, 0.2 * pages)}


def _is_placed(edge: _Edge, signs: _Signs) -> bool:
    """Whether a row stands where running matter stands on other pages."""
    if _is_steady(edge, signs.steady):
        return True
    if edge.depth > 0 or edge.gap < 1.6 * edge.row.size:
        return False
    step, size = round(edge.offset / 2), round(edge.row.size)
    return any((edge.side, step + off, size) in signs.places for off in (-1, 0, 1))


def _body_size(sheets: Sequence[Sheet]) -> float:
    weights: Counter[float] = Counter()
    for sheet in sheets:
        for part in sheet.fragments:
            weights[round(part.size, 1)] += part.end - part.start
    return weights.most_common(1)[0][0] if weights else 12.0


def _edges(sheet: Sheet, laid_over: set[tuple[int, int]], body: float) -> list[_Edge]:
    """Rows near the top and the bottom of a page, from the edge inwards, and lone numbers beside its text."""
    number = sheet.info.number
    parts = [
        part for part in sheet.fragments if part.angle == 0 and part.visible and (number, part.start) not in laid_over
    ]
    rows = rows_of(parts)
    found: list[_Edge] = []
    for side, ordered in (("top", rows), ("bottom", rows[::-1])):
        for depth, row in enumerate(ordered[:_DEPTH]):
            offset = sheet.height - row.top if side == "top" else row.bottom
            if offset > _BAND * sheet.height or _in_grid(sheet, row):
                break
            following = ordered[depth + 1] if depth + 1 < len(ordered) else None
            gap = abs(row.centre - following.centre) if following is not None else 999.0
            found.append(_edge(sheet, row, side, depth, offset, gap, is_small=row.size < 0.93 * body))
    return found + _beside(sheet, parts, body)


def _edge(sheet: Sheet, row: Row, side: str, depth: int, offset: float, gap: float = 999.0, *, is_small: bool) -> _Edge:
    texts = [_EMPTY.sub("", sheet.text[part.start : part.end]) for part in row.fragments]
    text = "".join(texts)
    plain = [unicodedata.normalize("NFKC", one) for one in texts]
    key = "".join(plain)
    if not _NUMBERED_TITLE.match(key):
        key = "".join("#" if is_page_number(one) else _DIGITS.sub("#", one) for one in plain)
    numbers = page_numbers(text, sheet.info.number, side, depth)
    is_number = any(found.whole for found in numbers)
    if len(texts) > 1 and not is_number:
        for at in _apart(sheet, row):
            numbers += [found for found in page_numbers(texts[at], sheet.info.number, side, depth) if found.whole]
    is_prose = not is_small and gap < 2.2 * row.size
    return _Edge(sheet.info.number, side, depth, offset, key, row, gap, is_small, is_prose, is_number, tuple(numbers))


def _apart(sheet: Sheet, row: Row) -> list[int]:
    """Stretches at either end of a row that stand well apart from the rest, in the outer quarters of the page."""
    parts = row.fragments
    far = 2 * row.size
    ends = []
    if parts[1].left - parts[0].right > far and parts[0].right < 0.25 * sheet.width:
        ends.append(0)
    if parts[-1].left - parts[-2].right > far and parts[-1].left > 0.75 * sheet.width:
        ends.append(len(parts) - 1)
    return ends


def _in_grid(sheet: Sheet, row: Row) -> bool:
    return any(grid.box.bottom < row.centre < grid.box.top for grid in sheet.grids)


def _beside(sheet: Sheet, parts: list[Fragment], body: float) -> list[_Edge]:
    """Page numbers in the outer margin beside the text."""
    long = [part for part in parts if part.right - part.left > 0.3 * sheet.width]
    if len(long) < 3:
        return []
    left, right = min(part.left for part in long), max(part.right for part in long)
    found = []
    for part in parts:
        if part.end - part.start <= 8 and (part.right < left - body or part.left > right + body):
            row = Row([part], part.left, part.bottom, part.right, part.top, part.size)
            edge = _edge(sheet, row, "beside", 0, part.bottom, is_small=part.size < 0.93 * body)
            if any(number.whole for number in edge.numbers):
                found.append(edge)
    return found


def _numbered(edges: list[_Edge], pages: int) -> set[PageNumber]:
    """Numbers that grow with the pages."""
    numbers = [number for edge in edges for number in edge.numbers]
    return {number for group in sequences(numbers, least=2 if pages <= 10 else 3).values() for number in group}


def _repeated(edges: list[_Edge], pages: int) -> dict[tuple[str, str], Counter[int]]:
    """Distances from the edge, in steps of 2 points, at which rows of one side and wording stand on several pages, and
    on how many."""
    groups: dict[tuple[str, str], Counter[int]] = defaultdict(Counter)
    for edge in edges:
        if edge.side != "beside" and _WORDED.search(edge.key):
            groups[edge.side, edge.key][round(edge.offset / 2)] += 1
    need = 2 if pages <= 40 else 3
    found: dict[tuple[str, str], Counter[int]] = {}
    for key, steps in groups.items():
        if steps.total() >= need:
            near = Counter({step: steps[step - 1] + steps[step] + steps[step + 1] for step in steps})
            found[key] = Counter({step: count for step, count in near.items() if count >= need})
    return found


def _is_near(edge: _Edge, signs: _Signs) -> bool:
    """Whether a row stands at the same place of other pages; one set like the text must do so on half of them."""
    steps = signs.repeated.get((edge.side, edge.key))
    if not steps:
        return False
    step = round(edge.offset / 2)
    count = max(steps[step - 1], steps[step], steps[step + 1])
    return count >= max(3, 0.5 * signs.pages) if edge.is_prose else count > 0


def _steady(edges: list[_Edge], pages: int) -> dict[str, int]:
    """Sides where most pages have a small row at one distance, well apart from the text, and that distance in
    steps of 2 points: heads that name the chapter differ from page to page."""
    found: dict[str, int] = {}
    for side in ("top", "bottom"):
        outer = [edge for edge in edges if edge.side == side and edge.depth == 0 and _may_be_head(edge)]
        steps = Counter(round(edge.offset / 2) for edge in outer)
        best = max(steps, key=lambda step: steps[step - 1] + steps[step] + steps[step + 1], default=None)
        if best is not None and pages >= 5 and steps[best - 1] + steps[best] + steps[best + 1] >= 0.7 * pages:
            found[side] = best
    return found


def _is_steady(edge: _Edge, steady: dict[str, int]) -> bool:
    if edge.depth > 0 or edge.side not in steady or not _may_be_head(edge):
        return False
    return abs(round(edge.offset / 2) - steady[edge.side]) <= 1


def _may_be_head(edge: _Edge) -> bool:
    return edge.is_small and edge.gap > 2.2 * edge.row.size


def _speaks(number: PageNumber, edge: _Edge, pages: int) -> bool:
    """Whether one number alone says that it is the page's: `第1页共8页`, `— 2 —` at the foot."""
    if not number.whole or edge.side == "beside":
        return False
    apart = edge.gap > 1.6 * edge.row.size
    if 0 < number.value <= number.total and (apart or number.total == pages):
        return True
    if number.form == "dashed":
        return apart
    return pages == 1 and number.value == 1 and edge.side == "bottom" and apart


def _is_printers(edge: _Edge) -> bool:
    """Whether a browser printed the row: date and time at the head, the address at the foot."""
    return edge.depth == 0 and edge.is_small and _PRINTED.match(edge.key) is not None
