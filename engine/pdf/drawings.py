"""What a page draws besides text: rules (lines, frames, cell borders), pictures, and whether it has any ink at all."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import CDLL, addressof, c_float, c_int
from itertools import pairwise, repeat
from math import hypot
from typing import NamedTuple

from engine.model.geometry import Box
from engine.pdf.library import FORM, IMAGE, PATH, SHADING, TEXT, Matrix

MAX_OBJECTS = 50_000
MAX_RULES = 4_000
MAX_PICTURES = 500
MAX_DEPTH = 8
"""Forms inside forms that are followed."""

_MAX_SEGMENTS = 400  # of one path: a table drawn as one path has fewer, a map has more
_THIN = 3.0  # points: a filled bar that is thicker is a background, not a rule
_SHORT = 3.0  # points: shorter strokes are parts of a drawing
_FAR = 1e6
_LINE_TO, _MOVE_TO = 0, 2

_Transform = tuple[float, float, float, float, float, float]
_Point = tuple[float, float]
_IDENTITY: _Transform = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Drawings(NamedTuple):
    """Rules and pictures in page space; `has_ink` is true for a page that paints anything, text too."""

    rules: tuple[Box, ...]
    pictures: tuple[Box, ...]
    has_ink: bool


class DrawingReader:
    """Reads the drawings of pages; holds the buffers PDFium writes into."""

    def __init__(self, pdfium: CDLL) -> None:
        self._pdfium = pdfium
        self._matrix = Matrix()
        self._floats = (c_float * 4)()
        self._ints = (c_int * 2)()

    def read(self, page: int) -> Drawings:
        """Drawings of a loaded page; what goes beyond the caps is left out."""
        rules: list[Box] = []
        pictures: list[Box] = []
        has_ink = False
        for kind, item, outer in self._objects(page):
            has_ink = True
            if kind == PATH and len(rules) < MAX_RULES:
                rules += self._rules(item, outer)
            elif kind == IMAGE and len(pictures) < MAX_PICTURES:
                pictures += self._picture(item, outer)
        return Drawings(tuple(rules[:MAX_RULES]), tuple(pictures), has_ink)

    def _objects(self, page: int) -> Iterator[tuple[int, int, _Transform]]:
        """Kind, object and the transform of the forms around it, of everything but text after the first."""
        pdfium = self._pdfium
        count = min(pdfium.FPDFPage_CountObjects(page), MAX_OBJECTS)
        items: list[int] = list(map(pdfium.FPDFPage_GetObject, repeat(page), range(count)))
        kinds: list[int] = list(map(pdfium.FPDFPageObj_GetType, items))
        if TEXT in kinds:
            yield TEXT, 0, _IDENTITY
        for kind, item in zip(kinds, items, strict=True):
            if kind == FORM:
                yield from self._form_objects(item, _IDENTITY, 1)
            elif kind in (PATH, IMAGE, SHADING):
                yield kind, item, _IDENTITY

    def _form_objects(self, form: int, outer: _Transform, depth: int) -> Iterator[tuple[int, int, _Transform]]:
        pdfium = self._pdfium
        transform = _product(self._transform(form), outer)
        for index in range(min(max(0, pdfium.FPDFFormObj_CountObjects(form)), MAX_OBJECTS)):
            item = pdfium.FPDFFormObj_GetObject(form, index)
            if not item:
                continue
            kind = pdfium.FPDFPageObj_GetType(item)
            if kind != FORM:
                yield kind, item, transform
            elif depth < MAX_DEPTH:
                yield from self._form_objects(item, transform, depth + 1)

    def _transform(self, item: int) -> _Transform:
        matrix = self._matrix
        if not self._pdfium.FPDFPageObj_GetMatrix(item, addressof(matrix)):
            return _IDENTITY
        return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f

    def _picture(self, item: int, outer: _Transform) -> list[Box]:
        floats = self._floats
        at = addressof(floats)
        if not self._pdfium.FPDFPageObj_GetBounds(item, at, at + 4, at + 8, at + 12):
            return []
        left, bottom, right, top = floats
        corners = [_moved((x, y), outer) for x in (left, right) for y in (bottom, top)]
        return [box for box in (_box_around(corners),) if _is_sane(box)]

    def _rules(self, path: int, outer: _Transform) -> list[Box]:
        pdfium, ints, floats = self._pdfium, self._ints, self._floats
        at = addressof(ints)
        if not pdfium.FPDFPath_GetDrawMode(path, at, at + 4) or not (ints[0] or ints[1]):
            return []
        is_stroked = bool(ints[1])
        transform = _product(self._transform(path), outer)
        lines = self._subpaths(path, transform)
        if not is_stroked:
            return [box for line in lines for box in _filled(line)]
        pdfium.FPDFPageObj_GetStrokeWidth(path, addressof(floats))
        width = floats[0] * min(hypot(transform[0], transform[1]), hypot(transform[2], transform[3]))
        if not 0 <= width <= _THIN:
            return []
        return [box for line in lines for box in _stroked(line, width / 2)]

    def _subpaths(self, path: int, transform: _Transform) -> list[list[_Point]]:
        """Corner points of every subpath without curves, the first one again at the end of a closed one."""
        pdfium, floats = self._pdfium, self._floats
        at = addressof(floats)
        lines: list[list[_Point]] = []
        count = pdfium.FPDFPath_CountSegments(path)
        if not 1 < count <= _MAX_SEGMENTS:
            return lines
        for index in range(count):
            segment = pdfium.FPDFPath_GetPathSegment(path, index)
            pdfium.FPDFPathSegment_GetPoint(segment, at, at + 4)
            point = _moved((floats[0], floats[1]), transform)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            if kind == _MOVE_TO or not lines:
                lines.append([point])
            elif kind == _LINE_TO:
                lines[-1].append(point)
            else:
                lines.append([point])  # a curve ends the straight stretch before it
            if pdfium.FPDFPathSegment_GetClose(segment) and lines[-1][-1] != lines[-1][0]:
                lines[-1].append(lines[-1][0])
        return lines


def _stroked(line: list[_Point], half: float) -> Iterator[Box]:
    """A rule for every level or upright stretch of a stroked line."""
    for (x0, y0), (x1, y1) in pairwise(line):
        across, up = abs(x1 - x0), abs(y1 - y0)
        if max(across, up) >= _SHORT and min(across, up) <= 0.01 * max(across, up) + 0.1:
            box = _box_around([(x0, y0), (x1, y1)])
            if up <= across:
                box = Box(box.left, box.bottom - half, box.right, box.top + half)
            else:
                box = Box(box.left - half, box.bottom, box.right + half, box.top)
            if _is_sane(box):
                yield box


def _filled(line: list[_Point]) -> Iterator[Box]:
    """A rule for a filled bar that is thin: how Word and browsers draw borders."""
    if not 4 <= len(line) <= 5:
        return
    box = _box_around(line)
    corners = {(box.left, box.bottom), (box.left, box.top), (box.right, box.bottom), (box.right, box.top)}
    is_bar = all(min(hypot(x - cx, y - cy) for cx, cy in corners) < 0.2 for x, y in line)
    if is_bar and min(box.width, box.height) <= _THIN and max(box.width, box.height) >= _SHORT and _is_sane(box):
        yield box


def _moved(point: _Point, by: _Transform) -> _Point:
    x, y = point
    a, b, c, d, e, f = by
    return a * x + c * y + e, b * x + d * y + f


def _product(first: _Transform, then: _Transform) -> _Transform:
    """The transform that applies `first` and `then` the other."""
    if then is _IDENTITY:
        return first
    a, b, c, d, e, f = first
    x0, y0 = _moved((e, f), then)
    k, m, n, p, _, _ = then
    return a * k + b * n, a * m + b * p, c * k + d * n, c * m + d * p, x0, y0


def _box_around(points: list[_Point]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _is_sane(box: Box) -> bool:
    return all(-_FAR < side < _FAR for side in box)
