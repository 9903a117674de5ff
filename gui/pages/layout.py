"""Where each page lies: rows of pages one under the other, as prefix sums over row heights, so that zooming costs
nothing.

Lengths with `scale` are pixels; the sums themselves are points. Made for 20,000 pages: nothing here walks them all
after the sums were made. Annotations are real here: as strings those of the named tuples would each be compiled before
page one.
"""

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from engine.model.page import PageInfo
from gui.bridge.geometry import PageGeometry

GAP = 16  # pixels between pages
MARGIN = 16  # pixels around the rows


class Arrangement(NamedTuple):
    """How pages stand together: `columns` to a row, the first page alone in its row at the outer side where the cover
    is apart, all rows one under the other or, when paged, one row at a time."""

    columns: int = 1
    is_cover_apart: bool = False
    is_paged: bool = False


class PageLayout:
    """Pages in rows, each row centred. Pages and rows are counted from 0.

    The stage is the run of rows that can be scrolled over: all of them, or the one that is shown. Heights are counted
    from its upper end.
    """

    def __init__(self, pages: Sequence[PageInfo], turn: int = 0, arrangement: Arrangement = Arrangement()) -> None:  # noqa: B008 - immutable
        self.pages = pages
        self.turn = turn
        self.arrangement = arrangement
        self._columns = arrangement.columns
        self._shift = self._columns - 1 if arrangement.is_cover_apart else 0
        self._tops = array("d", [0.0])
        self.widest = 0.0
        highest = 0.0
        for index, info in enumerate(pages):
            width, height = PageGeometry(info, 1.0, turn).size
            self.widest = max(self.widest, width)
            highest = max(highest, height)
            if (index + self._shift + 1) % self._columns == 0 or index == len(pages) - 1:
                self._tops.append(self._tops[-1] + highest)
                highest = 0.0
        self.rows = len(self._tops) - 1
        self.stage = range(min(1, self.rows) if arrangement.is_paged else self.rows)

    def row_of(self, index: int) -> int:
        """The row a page stands in."""
        return (index + self._shift) // self._columns

    def row(self, row: int) -> range:
        """The pages of a row, none for a row that is not there."""
        first = row * self._columns - self._shift
        return range(max(0, first), min(first + self._columns, len(self.pages)))

    def reveal(self, index: int) -> bool:
        """Bring a page onto the stage; whether another one had to give way."""
        row = self.row_of(index)
        if row in self.stage or not 0 <= index < len(self.pages):
            return False
        self.stage = range(row, row + 1)
        return True

    def size(self, scale: float) -> tuple[float, float]:
        """Width and height of the stage with its margins."""
        height = self._tops[self.stage.stop] - self._tops[self.stage.start] if self.stage else 0.0
        gaps = max(0, len(self.stage) - 1) * GAP
        return self.row_width * scale + self.between + 2 * MARGIN, height * scale + gaps + 2 * MARGIN

    @property
    def row_width(self) -> float:
        """Points the widest row of the stage is wide, without what lies between its pages."""
        if self.arrangement.is_paged and self.stage:
            return self.row_size(self.row(self.stage.start).start)[0]
        return self.widest * self._columns

    def row_size(self, index: int) -> tuple[float, float]:
        """Width and height in points a page's row needs to show whole, without what lies between its pages."""
        row = self.row_of(index)
        widest = max(self.geometry(one, 1.0).size[0] for one in self.row(row))
        return widest * self._columns, self._tops[row + 1] - self._tops[row]

    @property
    def between(self) -> int:
        """Pixels that lie between the pages of one row, all together."""
        return (self._columns - 1) * GAP

    def top(self, index: int, scale: float) -> float:
        """Where page `index` begins, from the top of the stage."""
        return self._row_top(self.row_of(index), scale)

    def geometry(self, index: int, scale: float) -> PageGeometry:
        return PageGeometry(self.pages[index], scale, self.turn)

    def left(self, index: int, scale: float, width: float) -> float:
        """Left edge of a page on a stage shown `width` pixels wide: alone in the middle, else towards the middle."""
        column = (index + self._shift) % self._columns
        cell = self.widest * scale
        share = 1 - column / (self._columns - 1) if self._columns > 1 else 0.5
        first = (width - self._columns * cell - self.between) / 2
        return first + column * (cell + GAP) + share * (cell - self.geometry(index, scale).size[0])

    def row_at(self, y: float, scale: float) -> int:
        """The row of the stage at height `y`; between two the lower one, outside the nearest."""
        at = bisect_right(self.stage, y, key=lambda row: self._row_top(row, scale) - GAP) - 1
        return self.stage[min(max(at, 0), len(self.stage) - 1)] if self.stage else 0

    def page_at(self, x: float, y: float, scale: float, width: float) -> int:
        """The page nearest to a point of a stage shown `width` pixels wide."""
        row = self.row(self.row_at(y, scale))
        passed = [index for index in row if self.left(index, scale, width) - GAP / 2 <= x]
        return passed[-1] if passed else row.start

    def visible(self, top: float, bottom: float, scale: float) -> range:
        """Indices of the pages that show between two heights."""
        if not self.stage:
            return range(0)
        first = self.row_at(top, scale)
        if self._row_top(first, scale) > bottom:
            return range(0)
        return range(self.row(first).start, self.row(self.row_at(bottom, scale)).stop)

    def _row_top(self, row: int, scale: float) -> float:
        begin = self.stage.start
        return MARGIN + (self._tops[row] - self._tops[begin]) * scale + (row - begin) * GAP
