"""Boxes of text that does not stand upright: turned, mirrored, slanted or stretched.

PDFium's loose box knows upright text only. Text turned by quarters gets the like: from its origin to the next one
along the line, from descent to ascent across it. Text at other angles (watermarks) keeps the tight box.
"""

from __future__ import annotations

from array import array
from ctypes import CDLL, addressof, c_double, c_float

from engine.pdf.library import Matrix

_ASCENT, _DESCENT = 0.86, -0.14  # of an ordinary Chinese font, where a font says nothing sensible

_Sides = tuple[float, float, float, float]


def is_upright(matrix: Matrix) -> bool:
    """Whether text of this matrix is neither turned, mirrored, slanted nor stretched."""
    off = 0.02 * abs(matrix.a)
    return bool(matrix.a > 0 and abs(matrix.b) < off and abs(matrix.c) < off and abs(matrix.d - matrix.a) < off)


class TurnedText:
    """Computes the boxes of one text object at a time; holds the buffers PDFium writes into."""

    def __init__(self, pdfium: CDLL) -> None:
        self._pdfium = pdfium
        self._float = c_float()
        self._doubles = (c_double * 4)()

    def put_boxes(self, text_page: int, span: range, text_object: int, matrix: Matrix, boxes: array[float]) -> None:
        """Overwrite the boxes of the characters `span` (left, bottom, right, top each) of one text object."""
        tight = [self._tight_box(text_page, index) for index in span]
        is_level = abs(matrix.b) < 0.05 * abs(matrix.a)
        is_plumb = abs(matrix.a) < 0.05 * abs(matrix.b)
        if is_level or is_plumb:
            origins = [self._origin(text_page, index) for index in span]
            heights = self._heights(text_object)
            sides = (
                _level_boxes(tight, origins, heights, matrix)
                if is_level
                else _plumb_boxes(tight, origins, heights, matrix)
            )
        else:
            sides = tight
        for index, box in zip(span, sides, strict=True):
            boxes[4 * index : 4 * index + 4] = array("f", box)

    def _heights(self, text_object: int) -> tuple[float, float]:
        """Ascent and descent of a text object's font at its size, in text space."""
        pdfium, value = self._pdfium, self._float
        pdfium.FPDFTextObj_GetFontSize(text_object, addressof(value))
        size = value.value
        font = pdfium.FPDFTextObj_GetFont(text_object)
        ascent = descent = 0.0
        if font is not None and pdfium.FPDFFont_GetAscent(font, size, addressof(value)):
            ascent = value.value
            if pdfium.FPDFFont_GetDescent(font, size, addressof(value)):
                descent = value.value
        if not 0.5 * abs(size) <= ascent - descent <= 2 * abs(size):
            return _ASCENT * size, _DESCENT * size
        return ascent, descent

    def _tight_box(self, text_page: int, index: int) -> _Sides:
        doubles = self._doubles
        at = addressof(doubles)
        if not self._pdfium.FPDFText_GetCharBox(text_page, index, at, at + 8, at + 16, at + 24):
            return 0.0, 0.0, 0.0, 0.0
        left, right, bottom, top = doubles
        return left, bottom, right, top

    def _origin(self, text_page: int, index: int) -> tuple[float, float]:
        doubles = self._doubles
        self._pdfium.FPDFText_GetCharOrigin(text_page, index, addressof(doubles), addressof(doubles) + 8)
        return doubles[0], doubles[1]


def _level_boxes(
    tight: list[_Sides], origins: list[tuple[float, float]], heights: tuple[float, float], matrix: Matrix
) -> list[_Sides]:
    """Boxes of text that runs level, to the right or (upside down, mirrored) to the left."""
    ascent, descent = heights
    boxes: list[_Sides] = []
    for number, ((left, _, right, _), (x, y)) in enumerate(zip(tight, origins, strict=True)):
        following = origins[number + 1][0] if number + 1 < len(origins) else None
        low, high = _along(left, right, x, following, forwards=matrix.a > 0)
        bottom, top = sorted((y + descent * matrix.d, y + ascent * matrix.d))
        boxes.append((low, bottom, high, top))
    return boxes


def _plumb_boxes(
    tight: list[_Sides], origins: list[tuple[float, float]], heights: tuple[float, float], matrix: Matrix
) -> list[_Sides]:
    """Boxes of text that runs up or down the page."""
    ascent, descent = heights
    boxes: list[_Sides] = []
    for number, ((_, bottom, _, top), (x, y)) in enumerate(zip(tight, origins, strict=True)):
        following = origins[number + 1][1] if number + 1 < len(origins) else None
        low, high = _along(bottom, top, y, following, forwards=matrix.b > 0)
        left, right = sorted((x + descent * matrix.c, x + ascent * matrix.c))
        boxes.append((left, low, right, high))
    return boxes


def _along(low: float, high: float, origin: float, following: float | None, *, forwards: bool) -> tuple[float, float]:
    """A character's extent along its line: from its origin to the next one, unless that lies back or far off."""
    length = high - low
    if forwards:
        reach = following if following is not None and high <= following <= high + length else high
        return min(low, origin), reach
    reach = following if following is not None and low - length <= following <= low else low
    return reach, max(high, origin)
