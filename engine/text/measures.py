"""How a document is set, measured over all its lines: text columns, line pitch, whether paragraphs are indented."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from engine.text.records import Line

OPENING = "（《“‘「『【〈〔([{<\"'"
CLOSING = "，。、；：？！）》”’」』】〉〕,.;:!?)]}>\"'"
_PITCH_STEP = 0.5  # points


class Measures(Struct):
    """What is usual in a document. `body` is the size most text is set in; `pitches` the usual distance from line to
    line by size (rounded to whole points); `indented` the share of paragraphs that begin with an indent, None
    where no paragraph tells, `indent` by how many sizes."""

    body: float
    pitches: dict[int, float]
    indented: float | None
    indent: float

    def pitch(self, size: float) -> float:
        """Usual distance from line to line at a size."""
        return self.pitches.get(round(size)) or 1.6 * size


def measure(lines: Sequence[Line]) -> Measures:
    """Measures of a document whose lines know their columns."""
    weights: Counter[float] = Counter()
    for line in lines:
        weights[round(line.size, 1)] += len(line.text)
    body = weights.most_common(1)[0][0] if weights else 12.0
    return Measures(body, _pitches(lines), *_starts(lines, body))


def align_lines(lines: Iterable[Line], measures: Measures) -> None:
    """Tell centred lines and lines at the right from those that begin at the left of their column."""
    for line in lines:
        if _is_centred(line, measures.body):
            line.align = "centre"
        elif _is_right(line):
            line.align = "right"


def _is_centred(line: Line, body: float) -> bool:
    """In the middle with room on both sides. A first-line indent before a line that ends a little early looks alike:
    with little room only a line that is larger or bolder than the text is centred."""
    left, right = line.left - line.column[0], line.column[1] - line.right
    if min(left, right) < 1.2 * line.size or abs(left - right) > max(1.2 * line.size, 0.1 * (left + right)):
        return False
    if (left + right) / 2 > 3.2 * line.size:
        return True
    return abs(left - right) < 0.6 * line.size and (line.bold or line.size > 1.08 * body)


def _is_right(line: Line) -> bool:
    """At the right of its column, as a signature or a date."""
    left, right = line.left - line.column[0], line.column[1] - line.right
    return left > 0.4 * (line.column[1] - line.column[0]) and right < 6 * line.size and left > 1.5 * right


def set_columns(pages: Iterable[list[Line]]) -> None:
    """Give every line the extent of its column: as wide as its page shows, on sparse pages as the document has it.
    Columns that stand side by side come with edges as found, which tell which column of the document they are."""
    groups: defaultdict[int, list[list[Line]]] = defaultdict(list)
    for page in pages:
        parts: defaultdict[int, list[Line]] = defaultdict(list)
        for line in page:
            parts[round(line.column[0] / 12) if line.column[1] > line.column[0] else -1].append(line)
        for key, part in parts.items():
            groups[key].append(part)
    for group in groups.values():
        usual = _edges([line for part in group for line in part], least=3)
        for part in group:
            own = _edges(part, least=2) if len(part) >= 3 else None
            column = left, right = _agreed(own, usual, part)
            for line in part:
                line.column = (line.left, right) if left - line.size < line.left < left else column


def _edges(lines: list[Line], least: int) -> tuple[float, float] | None:
    """Leftmost and rightmost place where a fair share of lines begins and ends, None when nothing repeats. Brackets
    and commas at an edge do not count: their boxes may stand half out of the column."""
    starts = sorted(line.left for line in lines if line.text[0] not in OPENING)
    ends = sorted(-line.right for line in lines if line.text[-1] not in CLOSING)
    left = first_cluster(starts, max(least, 0.03 * len(starts)))
    right = first_cluster(ends, max(least, 0.03 * len(ends)))
    if left is None or right is None or -right <= left:
        return None
    return left, -right


def first_cluster(values: list[float], need: float) -> float | None:
    """The least of the first values that stand close together in number."""
    at = 0
    for end, value in enumerate(values):
        while value - values[at] > 4:
            at += 1
        if end - at + 1 >= need:
            return values[at]
    return None


def _agreed(
    own: tuple[float, float] | None, usual: tuple[float, float] | None, page: list[Line]
) -> tuple[float, float]:
    outer = min(line.left for line in page), max(line.right for line in page)
    if own is None:
        own = usual if usual is not None else outer
    if usual is None:
        return own
    left, right = own
    size = page[0].size
    few = len(page) < 12
    if usual[0] < left and (few or left - usual[0] < 5 * size):
        left = usual[0]
    if usual[1] > right and (few or usual[1] - right < 3 * size):
        right = usual[1]
    return left, right


def _pitches(lines: Sequence[Line]) -> dict[int, float]:
    """The commonest distance by size, measured where the line above is full, so that the line below goes on; where
    there are no such lines, between all."""
    within: defaultdict[int, Counter[int]] = defaultdict(Counter)
    every: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for above, below in pairwise(lines):
        if above.page != below.page or abs(above.size - below.size) >= 0.5:
            continue
        pitch = above.centre - below.centre
        if not 0.8 * below.size < pitch < 4 * below.size:
            continue
        step = round(pitch / _PITCH_STEP)
        every[round(below.size)][step] += 1
        is_full = above.column[1] - above.right < below.need + 0.5 * below.size
        if is_full and below.left - below.column[0] < 0.8 * below.size:
            within[round(below.size)][step] += 1
    return {size: _commonest(within.get(size) or steps) * _PITCH_STEP for size, steps in every.items()}


def _commonest(steps: Counter[int]) -> int:
    """The commonest distance, the lower of two that are about as common."""
    top = max(_near(steps, step) for step in steps)
    first = min(step for step in steps if _near(steps, step) >= 0.6 * top)
    return max((first, first + 1), key=lambda step: steps[step])


def _near(steps: Counter[int], step: int) -> int:
    return steps[step - 1] + steps[step] + steps[step + 1]


def _starts(lines: Sequence[Line], body: float) -> tuple[float | None, float]:
    """Of the lines that follow an evident paragraph end, the share that is indented, and by how much they usually are,
    in sizes."""
    total = 0
    insets: Counter[float] = Counter()
    for above, below in pairwise(lines):
        if abs(below.size - body) > 0.6 or abs(above.size - body) > 0.6:
            continue
        if below.column[1] - below.right > 8 * body and below.left - below.column[0] > 4 * body:
            continue
        if above.column[1] - above.right > below.need + 1.5 * body and above.left - above.column[0] < 3 * body:
            total += 1
            inset = (below.left - below.column[0]) / body
            if inset > 0.8:
                insets[round(4 * inset) / 4] += 1
    usual = insets.most_common(1)[0][0] if insets else 2.0
    if total >= 2:
        return insets.total() / total, usual
    starts = sum(1 for line in lines if 1.2 * body < line.left - line.column[0] < 3 * body)
    return (min(1.0, 4 * starts / len(lines)) if lines else None), usual
