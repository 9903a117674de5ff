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


def overlap(one: Places, other: Places) -> bool:
    """Whether two places have characters of a page in common."""
    return any(
        a.page == b.page and a.chars is not None and b.chars is not None
        and a.chars[0] < b.chars[1] and b.chars[0] < a.chars[1]
        for a in one for b in other
    )  # fmt: skip
