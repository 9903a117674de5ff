"""Every numeral of a document, once, with what it is: the list that a reviewer's coverage stands on."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator

from engine.model.flow import Flow, Furniture
from engine.model.page import quads_of
from engine.model.parse import Heading, Metric, Numeral, NumeralClass
from engine.model.place import Place, Places
from engine.parsing.metrics.scan import Scan
from engine.parsing.metrics.sorting import sort_of_period

_DIGITS = re.compile(
    r"[0-9０-９]+(?:[.．,，](?=[0-9０-９])[0-9０-９]+)*|[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793]|[\u2160-\u217f]+"
    r"|[\u00b2\u00b3\u00b9\u2070-\u2089]+|[\u00bc-\u00be\u2150-\u215e]"
)
_CHINESE = re.compile(r"[零〇一二三四五六七八九十百千]+")
_AFTER_DATE = re.compile(r"\s*[年月日号]|[-/.:：][0-9]")
_DOCUMENT = re.compile(r"[〔\[（(]\s*$")
_AFTER_DOCUMENT = re.compile(r"\s*(?:号|〕|\])")
_OUTSIDE: frozenset[str] = frozenset(("toc", "formula"))

Span = tuple[int, int]


def find_numerals(
    flow: Flow, metrics: tuple[Metric, ...], outline: tuple[Heading, ...], scans: tuple[Scan, ...]
) -> tuple[Numeral, ...]:
    """All digit strings and numerals of the flow in order, then those of running matter (with no span)."""
    finder = _Finder(flow, metrics, outline)
    found = [numeral for scan in scans for numeral in finder.of(scan)]
    found += [numeral for furniture in flow.furniture for numeral in _of_furniture(flow, furniture)]
    return tuple(found)


class _Finder:
    """Knows the metrics and heading markers of the document by place."""

    def __init__(self, flow: Flow, metrics: tuple[Metric, ...], outline: tuple[Heading, ...]) -> None:
        self.flow = flow
        self.metrics = sorted(metrics, key=lambda metric: metric.span)
        self.starts = [metric.span[0] for metric in self.metrics]
        self.markers = sorted((heading.span[0], heading.span[0] + len(heading.marker)) for heading in outline)

    def of(self, scan: Scan) -> Iterator[Numeral]:
        """The numerals of one paragraph, in order, none of them overlapping another."""
        pieces: list[tuple[Span, NumeralClass]] = []
        taken = _Taken()
        for span in self._markers(scan):
            self._add(pieces, taken, span, "ordinal")
        for sentence in scan.sentences:
            for mention in sentence.mentions:
                span = self._without_leaders(scan.span(mention.quantity.number_start, mention.quantity.number_end))
                self._add(pieces, taken, span, mention.sort)
        for sentence in scan.sentences:
            for period in sentence.periods:
                for span in _numerals_in(self.flow, *scan.span(period.start, period.end)):
                    self._add(pieces, taken, span, sort_of_period(period.text))
        for span in _leftovers(self.flow, scan, taken):
            self._add(pieces, taken, span, self._leftover(span))
        for span, sort in sorted(pieces):
            yield self._numeral(scan, span, sort)

    def _without_leaders(self, span: Span) -> Span:
        """The dots that lead to a page number of the contents (......3) are no part of it."""
        start = span[0]
        while start < span[1] and self.flow.text[start] in ".．":
            start += 1
        return (start, span[1])

    def _add(self, pieces: list[tuple[Span, NumeralClass]], taken: _Taken, span: Span, sort: NumeralClass) -> None:
        if span[1] > span[0] and taken.is_free(span):
            taken.add(span)
            pieces.append((span, sort))

    def _markers(self, scan: Scan) -> Iterator[Span]:
        at = bisect_right(self.markers, (scan.paragraph.start, -1))
        for start, end in self.markers[at:]:
            if start >= scan.paragraph.end:
                return
            yield from _numerals_in(self.flow, start, end)

    def _leftover(self, span: Span) -> NumeralClass:
        text = self.flow.text
        before, after = text[max(0, span[0] - 3) : span[0]], text[span[1] : span[1] + 3]
        if _DOCUMENT.search(before) and _AFTER_DOCUMENT.match(after):
            return "document-number"
        if _AFTER_DATE.match(after):
            return "date"
        if not text[span[0]].isascii() and not text[span[0]].isdecimal():  # ①, Ⅲ, note marks ¹ ²
            return "ordinal"
        return "name" if (before[-1:].isascii() and before[-1:].isalpha()) or after[:1].isalpha() else "other"

    def _numeral(self, scan: Scan, span: Span, sort: NumeralClass) -> Numeral:
        item = None
        if scan.paragraph.kind == "cell":
            metric = self._metric(span)
            item = metric.id if metric else None
            sort = "table" if sort in ("metric", "other", "name", "slogan", "period", "date") else sort
        elif sort == "metric":
            metric = self._metric(span) or self._next(scan, span)
            item = metric.id if metric else None
            sort = "metric" if metric else "other"
        if scan.paragraph.kind in _OUTSIDE and sort == "metric":
            sort = "other"
        if scan.paragraph.kind == "toc" and sort == "other":  # the page a heading stands on
            sort = "ordinal"
        return Numeral(self.flow.text[slice(*span)], sort, span, item, self.flow.places(*span))

    def _metric(self, span: Span) -> Metric | None:
        at = bisect_right(self.starts, span[0]) - 1
        if at >= 0 and self.metrics[at].span[0] <= span[0] and span[1] <= self.metrics[at].span[1]:
            return self.metrics[at]
        return None

    def _next(self, scan: Scan, span: Span) -> Metric | None:
        """从A到B: A belongs to the metric of B."""
        at = bisect_right(self.starts, span[0])
        if at < len(self.metrics) and self.metrics[at].span[0] < min(scan.paragraph.end, span[1] + 40):
            return self.metrics[at]
        return None


class _Taken:
    """Ranges already given to a numeral, in order of arrival within a paragraph."""

    def __init__(self) -> None:
        self._points: set[int] = set()

    def is_free(self, span: Span) -> bool:
        return self._points.isdisjoint(range(*span))

    def free_runs(self, text: str, span: Span) -> Iterator[Span]:
        """The stretches of digits within a range that are still free."""
        start = None
        for at in range(span[0], span[1] + 1):
            free = at < span[1] and at not in self._points and text[at].isdecimal()
            if free and start is None:
                start = at
            elif not free and start is not None:
                yield start, at
                start = None

    def add(self, span: Span) -> None:
        self._points.update(range(*span))


def _leftovers(flow: Flow, scan: Scan, taken: _Taken) -> Iterator[Span]:
    """Digit strings that are nothing yet; `121` alone where `11.` was a heading's marker."""
    for match in _DIGITS.finditer(flow.text, scan.paragraph.start, scan.paragraph.end):
        if taken.is_free(match.span()):
            yield match.span()
        else:
            yield from taken.free_runs(flow.text, match.span())


def _numerals_in(flow: Flow, start: int, end: int) -> Iterator[Span]:
    spans = [match.span() for match in _DIGITS.finditer(flow.text, start, end)]
    spans += [match.span() for match in _CHINESE.finditer(flow.text, start, end)]
    yield from sorted(spans)


def _of_furniture(flow: Flow, furniture: Furniture) -> Iterator[Numeral]:
    for match in _DIGITS.finditer(furniture.text):
        yield Numeral(match[0], "furniture", None, None, _places(flow, furniture, *match.span()))


def _places(flow: Flow, furniture: Furniture, start: int, end: int) -> Places:
    """Where part of a running text stands: exactly, when its characters are those of the page one to one."""
    if len(furniture.places) != 1:
        return furniture.places
    place = furniture.places[0]
    if place.chars is None:
        return furniture.places
    first, last = place.chars
    if last - first != len(furniture.text):
        return furniture.places
    boxes = flow.boxes.get(place.page, array("f"))
    quads = tuple(box.quad() for box in quads_of(boxes, first + start, first + end)) if boxes else ()
    return (Place(place.page, (first + start, first + end), quads),)
