"""A page's raw characters to fragments: stretches of one line, turned upright, double prints taken out.

PDFium breaks its text at most line ends already, so whole stretches are looked at and single characters only where
a stretch is irregular.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import sub

from engine.model.geometry import Box
from engine.model.page import FontRun, PageContent
from engine.text.grid import grids_of
from engine.text.records import Fragment, Sheet

_STRETCH = re.compile(r"[^\r\n]+")
_EMPTY = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff\ufffe]+")
_INK = re.compile(r"[^\s\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff\ufffe]")

WIDE = 1.3
"""A gap of so many times the size ends a fragment: wider than justified text has, narrower than table columns."""


def read_sheet(content: PageContent) -> Sheet:
    """The fragments of one page, upright."""
    turn = _main_turn(content.fonts)
    lefts, bottoms, rights, tops = _turned(content, turn)
    _close_blanks(content.text, lefts, bottoms, rights, tops)
    width, height = content.info.box.width, content.info.box.height
    rules = [upright(box, content.info.box, turn) for box in content.rules]
    sheet = Sheet(
        content.info,
        content.text,
        *((height, width) if turn in (90, 270) else (width, height)),
        turn,
        content.fonts,
        [],
        lefts,
        bottoms,
        rights,
        tops,
        rules,
        [upright(box, content.info.box, turn) for box in content.pictures],
        grids_of(rules),
    )
    sheet.fragments = _without_doubles(sheet, list(_fragments(sheet)))
    _show_hidden(sheet)
    return sheet


def _show_hidden(sheet: Sheet) -> None:
    """Text that paints nothing counts where there is hardly any other: it is what was recognised on a scan."""
    hidden = sum(part.end - part.start for part in sheet.fragments if not part.visible)
    if hidden and hidden > 0.8 * sum(part.end - part.start for part in sheet.fragments):
        for part in sheet.fragments:
            part.visible = True


def upright(box: Box, page: Box, turn: int) -> Box:
    """A box of page space, turned so that text of direction `turn` runs from left to right."""
    left, bottom, right, top = box
    if turn == 90:
        return Box(bottom - page.bottom, page.right - right, top - page.bottom, page.right - left)
    if turn == 180:
        return Box(page.right - right, page.top - top, page.right - left, page.top - bottom)
    if turn == 270:
        return Box(page.top - top, left - page.left, page.top - bottom, right - page.left)
    return Box(left - page.left, bottom - page.bottom, right - page.left, top - page.bottom)


def sideways(box: Box, page: Box, turn: int) -> Box:
    """An upright box back in page space: what `upright` was given."""
    left, bottom, right, top = box
    if turn == 90:
        return Box(page.right - top, left + page.bottom, page.right - bottom, right + page.bottom)
    if turn == 180:
        return Box(page.right - right, page.top - top, page.right - left, page.top - bottom)
    if turn == 270:
        return Box(bottom + page.left, page.top - right, top + page.left, page.top - left)
    return Box(left + page.left, bottom + page.bottom, right + page.left, top + page.bottom)


def _main_turn(fonts: tuple[FontRun, ...]) -> int:
    weights: dict[int, int] = {}
    for run in fonts:
        turn = round(run.angle / 90) * 90 % 360
        weights[turn] = weights.get(turn, 0) + run.end - run.start
    return max(weights, key=lambda turn: weights[turn], default=0)


def _turned(content: PageContent, turn: int) -> tuple[list[float], list[float], list[float], list[float]]:
    """Lefts, bottoms, rights and tops of all raw characters, upright."""
    boxes = content.boxes
    left, bottom, right, top = content.info.box
    lefts, bottoms, rights, tops = list(boxes[0::4]), list(boxes[1::4]), list(boxes[2::4]), list(boxes[3::4])
    if turn == 90:
        return (
            [y - bottom for y in bottoms],
            [right - x for x in rights],
            [y - bottom for y in tops],
            [right - x for x in lefts],
        )
    if turn == 180:
        return (
            [right - x for x in rights],
            [top - y for y in tops],
            [right - x for x in lefts],
            [top - y for y in bottoms],
        )
    if turn == 270:
        return (
            [top - y for y in tops],
            [x - left for x in lefts],
            [top - y for y in bottoms],
            [x - left for x in rights],
        )
    if left or bottom:
        return (
            [x - left for x in lefts],
            [y - bottom for y in bottoms],
            [x - left for x in rights],
            [y - bottom for y in tops],
        )
    return lefts, bottoms, rights, tops


def _close_blanks(text: str, lefts: list[float], bottoms: list[float], rights: list[float], tops: list[float]) -> None:
    """Blanks shrink to the right edge of what stands before them, so that the gap shows before the next character."""
    for match in _EMPTY.finditer(text):
        start, end = match.span()
        if start == 0:
            continue
        for at in range(start, end):
            lefts[at] = rights[at] = rights[start - 1]
            bottoms[at], tops[at] = bottoms[start - 1], tops[start - 1]


def _fragments(sheet: Sheet) -> Iterator[Fragment]:
    text, fonts = sheet.text, sheet.fonts
    at = 0
    for match in _STRETCH.finditer(text):
        start, end = match.span()
        while at < len(fonts) and fonts[at].end <= start:
            at += 1
        last = at
        while last < len(fonts) and fonts[last].start < end:
            last += 1
        for runs in _alike(fonts[at:last]) or [[FontRun(start, end, "", 0.0)]]:
            yield from _pieces(sheet, max(start, runs[0].start), min(end, runs[-1].end), runs)


def _alike(runs: tuple[FontRun, ...]) -> list[list[FontRun]]:
    """Neighbouring runs of one size, direction and visibility."""
    groups: list[list[FontRun]] = []
    for run in runs:
        if groups:
            last = groups[-1][-1]
            if abs(last.size - run.size) < 0.3 and last.angle == run.angle and last.visible == run.visible:
                groups[-1].append(run)
                continue
        groups.append([run])
    return groups


def _pieces(sheet: Sheet, start: int, end: int, runs: list[FontRun]) -> Iterator[Fragment]:
    """Fragments of a stretch set in one size."""
    first = _INK.search(sheet.text, start, end)
    if first is None:
        return
    start = first.start()
    while _EMPTY.match(sheet.text[end - 1]):
        end -= 1
    size = runs[0].size or max(sheet.tops[start:end]) - min(sheet.bottoms[start:end])
    angle = (runs[0].angle - sheet.turn) % 360
    if min(angle, 360 - angle) > 4 or _is_regular(sheet, start, end, size):
        yield _fragment(sheet, start, end, size, runs)
        return
    for piece_start, piece_end in _split(sheet, start, end, size):
        yield _fragment(sheet, piece_start, piece_end, size, runs)


def _is_regular(sheet: Sheet, start: int, end: int, size: float) -> bool:
    """Whether a stretch stands on one line, goes to the right all along and has no wide gap and no double print."""
    if max(sheet.tops[start:end]) - min(sheet.bottoms[start:end]) > 1.6 * size:
        return False
    if end - start == 1:
        return True
    gaps: list[float] = list(map(sub, sheet.lefts[start + 1 : end], sheet.rights[start : end - 1]))
    return max(gaps) < WIDE * size and min(gaps) > -0.6 * size


def _split(sheet: Sheet, start: int, end: int, size: float) -> Iterator[tuple[int, int]]:
    """Ranges of an irregular stretch, cut at wide gaps, jumps and characters printed twice."""
    begin, previous = -1, -1
    for match in _INK.finditer(sheet.text, start, end):
        at = match.start()
        if previous >= 0:
            if sheet.text[at] == sheet.text[previous] and _same_spot(sheet, at, previous, size):
                if begin >= 0:
                    yield begin, previous + 1
                begin = -1
                continue
            if begin >= 0 and _is_jump(sheet, previous, at, size):
                yield begin, previous + 1
                begin = -1
        if begin < 0:
            begin = at
        previous = at
    if begin >= 0:
        yield begin, previous + 1


def _same_spot(sheet: Sheet, one: int, other: int, size: float) -> bool:
    """Whether two characters are one printed twice. Exactly one box is one glyph that stands for two (a long dash)."""
    across = abs(sheet.lefts[one] - sheet.lefts[other])
    up = abs(sheet.bottoms[one] - sheet.bottoms[other])
    reach = min(0.3 * size, 0.4 * (sheet.rights[one] - sheet.lefts[one]))
    return across < reach and up < 0.3 * size and (across > 0.0 or up > 0.0)


def _is_jump(sheet: Sheet, before: int, after: int, size: float) -> bool:
    gap = sheet.lefts[after] - sheet.rights[before]
    if sheet.lefts[after] == sheet.lefts[before] and sheet.bottoms[after] == sheet.bottoms[before]:
        return False
    if not -0.6 * size < gap < WIDE * size:
        return True
    overlap = min(sheet.tops[after], sheet.tops[before]) - max(sheet.bottoms[after], sheet.bottoms[before])
    return overlap < -0.35 * size


def _fragment(sheet: Sheet, start: int, end: int, size: float, runs: list[FontRun]) -> Fragment:
    main = max(runs, key=lambda run: min(end, run.end) - max(start, run.start)) if len(runs) > 1 else runs[0]
    bold = main.bold
    if len(runs) > 1:
        heavy = sum(max(0, min(end, run.end) - max(start, run.start)) for run in runs if run.bold)
        bold = 2 * heavy > end - start
    angle = (runs[0].angle - sheet.turn) % 360
    return Fragment(
        start,
        end,
        min(sheet.lefts[start:end]),
        min(sheet.bottoms[start:end]),
        max(sheet.rights[start:end]),
        max(sheet.tops[start:end]),
        size,
        bold,
        main.name,
        0 if min(angle, 360 - angle) <= 4 else angle,
        runs[0].visible,
    )


def _without_doubles(sheet: Sheet, fragments: list[Fragment]) -> list[Fragment]:
    """Fragments printed once: bold by double printing sets the same text again at almost the same spot."""
    seen: dict[str, list[Fragment]] = {}
    kept: list[Fragment] = []
    for fragment in fragments:
        if fragment.right <= fragment.left and fragment.top <= fragment.bottom:
            continue
        twins = seen.setdefault(sheet.text[fragment.start : fragment.end], [])
        if any(_overlaid(fragment, twin) for twin in twins):
            continue
        twins.append(fragment)
        kept.append(fragment)
    return kept


def _overlaid(one: Fragment, other: Fragment) -> bool:
    reach = min(0.3 * one.size, 0.4 * (one.right - one.left))
    return abs(one.left - other.left) < reach and abs(one.bottom - other.bottom) < 0.3 * one.size
