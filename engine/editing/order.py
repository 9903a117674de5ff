"""Text order of anything that has places: its page, then where in the flow, so that two columns read as they should."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from engine.editing.items import Position, height
from engine.model.parse import Parse
from engine.model.place import Places


class _Stretch(NamedTuple):
    raw_start: int
    raw_end: int
    offset: int
    top: float


class TextOrder:
    """Maps places to positions by the paragraphs of a parse; without one, by raw characters and height."""

    def __init__(self, parse: Parse | None) -> None:
        self._pages: dict[int, list[_Stretch]] = {}
        for paragraph in parse.paragraphs if parse else ():
            offset = paragraph.span[0]
            for place in paragraph.places:
                if place.chars is None:
                    continue
                top = height((place,))
                self._pages.setdefault(place.page, []).append(_Stretch(*place.chars, offset, top))
                offset += place.chars[1] - place.chars[0]
        self._by_raw = {page: sorted(stretches) for page, stretches in self._pages.items()}

    def position(self, places: Places, span: tuple[int, int] | None = None) -> Position:
        """Where something stands in the text; `span` is its flow range where known."""
        if not places:
            return (0 if span is None else 1, float(span[0] if span else 0), 0.0)
        page, top = places[0].page, height(places)
        if span is not None:
            return page, float(span[0]), -top
        chars = places[0].chars
        if chars is not None:
            return page, self._offset_of_raw(page, chars[0]), -top
        return page, self._offset_of_height(page, top), -top

    def _offset_of_raw(self, page: int, raw: int) -> float:
        stretches = self._by_raw.get(page)
        if not stretches:
            return float(raw)
        at = bisect_right(stretches, raw, key=lambda stretch: stretch.raw_start) - 1
        if at < 0:
            return stretches[0].offset - 0.5
        stretch = stretches[at]
        return stretch.offset + min(raw, stretch.raw_end) - stretch.raw_start

    def _offset_of_height(self, page: int, top: float) -> float:
        stretches = self._pages.get(page, [])
        for stretch in stretches:
            if stretch.top <= top:
                return stretch.offset - 0.5
        last = stretches[-1] if stretches else None
        return float(last.offset + last.raw_end - last.raw_start) if last else -top
