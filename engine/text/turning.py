"""Page space to upright coordinates and back: pages whose text runs upwards, downwards or upside down."""

from __future__ import annotations

from engine.model.geometry import Box
from engine.model.page import FontRun, PageContent
from engine.text.records import Sheet


def sides(sheet: Sheet, start: int, end: int) -> list[tuple[float, float]]:
    """Left and right of raw characters [start, end), upright; blanks shrink to the right edge of what stands before."""
    found: list[tuple[float, float]] = []
    before = 0.0
    for at in range(start, end):
        box = Box(*sheet.boxes[4 * at : 4 * at + 4])
        if box.is_empty() or sheet.text[at].isspace():
            found.append((before, before))
            continue
        left, _, right, _ = upright(box, sheet.info.box, sheet.turn)
        found.append((left, right))
        before = right
    return found


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


def main_turn(fonts: tuple[FontRun, ...]) -> int:
    """The direction most of a page's text runs in: 0, 90, 180 or 270 degrees counter-clockwise in page space."""
    weights: dict[int, int] = {}
    for run in fonts:
        turn = round(run.angle / 90) * 90 % 360
        weights[turn] = weights.get(turn, 0) + run.end - run.start
    return max(weights, key=lambda turn: weights[turn], default=0)


def turned(content: PageContent, turn: int) -> tuple[list[float], list[float], list[float], list[float]]:
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
