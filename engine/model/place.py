"""Where something stands: one part a page, by raw characters and by quads."""

from __future__ import annotations

from msgspec import Struct

from engine.model.geometry import Quad


class Place(Struct, frozen=True):
    """A stretch of one page. `page` counts from 1; `chars` is the half-open range of code points in PDFium's raw
    text of that page (None on a scan); `quads` are in PDF page space."""

    page: int
    chars: tuple[int, int] | None
    quads: tuple[Quad, ...]


Places = tuple[Place, ...]
