"""A page's raw characters to fragments: stretches of one line, turned upright, double prints taken out.

PDFium breaks its text at most line ends already, so whole stretches are looked at and single characters only where
a stretch is irregular.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import sub
from typing import NamedTuple

from engine.model.page import FontRun, PageContent
from engine.text.grid import grids_of, level_rules
from engine.text.records import Fragment, Sheet
from engine.text.turning import main_turn, turned, upright

_STRETCH = re.compile(r"[^\r\n]+")
_EMPTY = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff\ufffe]+")
_INK = re.compile(r"[^\s\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff\ufffe]")

_TILE = 12.0  # points: twins are looked for in the tiles around
WIDE = 1.3
"""A gap of so many times the size ends a fragment: wider than justified text has, narrower than table columns."""


class _Marks(NamedTuple):
    """A page's raw characters, upright: one number a character on each side."""

    text: str
    fonts: tuple[FontRun, ...]
    turn: int
    lefts: list[float]
    bottoms: list[float]
    rights: list[float]
    tops: list[float]


def read_sheet(content: PageContent) -> Sheet:
    """The fragments of one page, upright."""
    turn = main_turn(content.fonts)
    marks = _Marks(content.text, content.fonts, turn, *turned(content, turn))
    _close_blanks(marks)
    width, height = content.info.box.width, content.info.box.height
    rules = [upright(box, content.info.box, turn) for box in content.rules]
    fragments = _without_doubles(marks, list(_fragments(marks)))
    _show_hidden(fragments)
    return Sheet(
        content.info,
        content.text,
        *((height, width) if turn in (90, 270) else (width, height)),
        turn,
        content.fonts,
        fragments,
        content.boxes,
        level_rules(rules),
        [upright(box, content.info.box, turn) for box in content.pictures],
        grids_of(rules),
    )


def _show_hidden(fragments: list[Fragment]) -> None:
    """Text that paints nothing counts where there is hardly any other: it is what was recognised on a scan."""
    hidden = sum(part.end - part.start for part in fragments if not part.visible)
    if hidden and hidden > 0.8 * sum(part.end - part.start for part in fragments):
        for part in fragments:
            part.visible = True


def _close_blanks(marks: _Marks) -> None:
    """Blanks shrink to the right edge of what stands before them, so that the gap shows before the next character."""
    _, _, _, lefts, bottoms, rights, tops = marks
    for match in _EMPTY.finditer(marks.text):
        start, end = match.span()
        if start == 0:
            continue
        for at in range(start, end):
            lefts[at] = rights[at] = rights[start - 1]
            bottoms[at], tops[at] = bottoms[start - 1], tops[start - 1]


def _fragments(marks: _Marks) -> Iterator[Fragment]:
    text, fonts = marks.text, marks.fonts
    at = 0
    for match in _STRETCH.finditer(text):
        start, end = match.span()
        while at < len(fonts) and fonts[at].end <= start:
            at += 1
        last = at
        while last < len(fonts) and fonts[last].start < end:
            last += 1
        for runs in _alike(fonts[at:last]) or [[FontRun(start, end, "", 0.0)]]:
            yield from _pieces(marks, max(start, runs[0].start), min(end, runs[-1].end), runs)


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


def _pieces(marks: _Marks, start: int, end: int, runs: list[FontRun]) -> Iterator[Fragment]:
    """Fragments of a stretch set in one size."""
    first = _INK.search(marks.text, start, end)
    if first is None:
        return
    start = first.start()
    while _EMPTY.match(marks.text[end - 1]):
        end -= 1
    size = runs[0].size or max(marks.tops[start:end]) - min(marks.bottoms[start:end])
    angle = (runs[0].angle - marks.turn) % 360
    if min(angle, 360 - angle) > 4 or _is_regular(marks, start, end, size):
        yield _fragment(marks, start, end, size, runs)
        return
    for piece_start, piece_end in _split(marks, start, end, size):
        yield _fragment(marks, piece_start, piece_end, size, runs)


def _is_regular(marks: _Marks, start: int, end: int, size: float) -> bool:
    """Whether a stretch stands on one line, goes to the right all along and has no wide gap and no double print."""
    if max(marks.tops[start:end]) - min(marks.bottoms[start:end]) > 1.6 * size:
        return False
    if end - start == 1:
        return True
    gaps: list[float] = list(map(sub, marks.lefts[start + 1 : end], marks.rights[start : end - 1]))
    return max(gaps) < WIDE * size and min(gaps) > -0.6 * size


def _split(marks: _Marks, start: int, end: int, size: float) -> Iterator[tuple[int, int]]:
    """Ranges of an irregular stretch, cut at wide gaps, jumps and characters printed twice."""
    begin, previous = -1, -1
    for match in _INK.finditer(marks.text, start, end):
        at = match.start()
        if previous >= 0:
            if marks.text[at] == marks.text[previous] and _same_spot(marks, at, previous, size):
                if begin >= 0:
                    yield begin, previous + 1
                begin = -1
                continue
            if begin >= 0 and _is_jump(marks, previous, at, size):
                yield begin, previous + 1
                begin = -1
        if begin < 0:
            begin = at
        previous = at
    if begin >= 0:
        yield begin, previous + 1


def _same_spot(marks: _Marks, one: int, other: int, size: float) -> bool:
    """Whether two characters are one printed twice. Exactly one box is one glyph that stands for two (a long dash)."""
    across = abs(marks.lefts[one] - marks.lefts[other])
    up = abs(marks.bottoms[one] - marks.bottoms[other])
    reach = min(0.3 * size, 0.4 * (marks.rights[one] - marks.lefts[one]))
    return across < reach and up < 0.3 * size and (across > 0.0 or up > 0.0)


def _is_jump(marks: _Marks, before: int, after: int, size: float) -> bool:
    gap = marks.lefts[after] - marks.rights[before]
    if marks.lefts[after] == marks.lefts[before] and marks.bottoms[after] == marks.bottoms[before]:
        return False
    if not -0.6 * size < gap < WIDE * size:
        return True
    overlap = min(marks.tops[after], marks.tops[before]) - max(marks.bottoms[after], marks.bottoms[before])
    return overlap < -0.35 * size


def _fragment(marks: _Marks, start: int, end: int, size: float, runs: list[FontRun]) -> Fragment:
    main = max(runs, key=lambda run: min(end, run.end) - max(start, run.start)) if len(runs) > 1 else runs[0]
    bold = main.bold
    if len(runs) > 1:
        heavy = sum(max(0, min(end, run.end) - max(start, run.start)) for run in runs if run.bold)
        bold = 2 * heavy > end - start
    angle = (runs[0].angle - marks.turn) % 360
    return Fragment(
        start,
        end,
        min(marks.lefts[start:end]),
        min(marks.bottoms[start:end]),
        max(marks.rights[start:end]),
        max(marks.tops[start:end]),
        size,
        bold,
        main.name,
        0 if min(angle, 360 - angle) <= 4 else angle,
        runs[0].visible,
    )


def _without_doubles(marks: _Marks, fragments: list[Fragment]) -> list[Fragment]:
    """Fragments printed once: bold by double printing sets the same text again at almost the same spot."""
    seen: dict[tuple[str, int, int], list[Fragment]] = {}
    kept: list[Fragment] = []
    for fragment in fragments:
        if fragment.right <= fragment.left or fragment.top <= fragment.bottom:
            continue
        text = marks.text[fragment.start : fragment.end]
        across, up = int(fragment.left // _TILE), int(fragment.bottom // _TILE)
        near = (seen.get((text, x, y), ()) for x in (across, across - 1, across + 1) for y in (up, up - 1, up + 1))
        if any(_overlaid(fragment, twin) for twins in near for twin in twins):
            continue
        seen.setdefault((text, across, up), []).append(fragment)
        kept.append(fragment)
    return kept


def _overlaid(one: Fragment, other: Fragment) -> bool:
    reach = min(0.3 * one.size, 0.4 * (one.right - one.left), _TILE)
    return abs(one.left - other.left) < reach and abs(one.bottom - other.bottom) < min(0.3 * one.size, _TILE)
