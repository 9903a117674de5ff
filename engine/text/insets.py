"""Boxes, quotations and notes that are set in on both sides: columns of their own within a column."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from engine.text.measures import CLOSING, Measures, first_cluster
from engine.text.paragraphs import MARKER
from engine.text.records import Line

_STOP = re.compile(r"[。；：！？]$")


def narrow_blocks(lines: Sequence[Line], measures: Measures) -> None:
    """Boxes and quotations that are set in on both sides are columns of their own: lines of one left edge, not the
    usual indent, that end together well before the column does."""
    blocks: defaultdict[int, list[Line]] = defaultdict(list)
    for line in lines:
        inset = (line.left - line.column[0]) / line.size
        if line.kind == "text" and line.align == "left" and 0.6 < inset < 8 and abs(inset - measures.indent) > 0.8:
            blocks[round(line.left / 3)].append(line)
    for block in blocks.values():
        ends = sorted(-line.right for line in block if line.text[-1] not in CLOSING)
        edge = first_cluster(ends, max(3, 0.15 * len(ends)))
        if edge is None:
            continue
        for line in block:
            if line.column[1] + edge > 2 * line.size and line.right < 0.5 * line.size - edge:
                line.column = (line.left, -edge)
    for run in _runs(lines):
        _narrow_run(run)


def _runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines of one page and size that follow each other and begin at one place."""
    run: list[Line] = []
    for line in lines:
        last = run[-1] if run else None
        goes_on = (
            last is not None
            and last.page == line.page
            and last.kind == line.kind == "text"
            and abs(last.size - line.size) < 0.5
            and 0 < last.centre - line.centre < 3 * line.size
            and abs(last.left - line.left) < (1.1 if len(run) == 1 else 0.3) * line.size
        )
        if not goes_on and len(run) > 2:
            yield run
        run = [*run, line] if goes_on else [line]
    if len(run) > 2:
        yield run


def _narrow_run(run: list[Line]) -> None:
    """Lines that end together too, away from both sides of their column, are a block: the note under a law's title."""
    first, size = run[0], run[0].size
    right = max(line.right for line in run)
    wide = right - first.left > 0.5 * (first.column[1] - first.column[0])
    set_in = min(line.left for line in run) - first.column[0] > 1.2 * size and first.column[1] - right > 1.2 * size
    if not (wide and set_in) or any(right - line.right > 0.7 * size for line in run[:-1]):
        return
    if any(MARKER.match(line.text) for line in run[1:]) or any(_STOP.search(line.text) for line in run[:-1]):
        return
    for line in run:
        line.column = (min(run[-1].left, line.left), right)
        line.align = "left"
