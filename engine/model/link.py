"""Where a PDF's own bookmarks and links lead. Light: named tuples only."""

from __future__ import annotations

from typing import NamedTuple

from engine.model.geometry import Box


class Bookmark(NamedTuple):
    """One entry of the PDF's own outline, flat, in order. `level` counts from 1; `page` is the PDF page, 0 where it
    leads nowhere in this document; `top` the y coordinate in page space it leads to, None for the page as a whole."""

    level: int
    title: str
    page: int
    top: float | None = None


REFUSED = ("file", "script", "program", "document", "action", "address")
"""What a link may ask for that is never opened: a file of this computer, a script, a program, another document, an
action that is not told (scripts among them), an address of another kind."""


class Link(NamedTuple):
    """An active area of a page: it leads to `page` (and `top`) of this PDF, or to `uri` (http, https, mailto), or asks
    for what is `refused` (one of REFUSED)."""

    box: Box
    uri: str = ""
    page: int = 0
    top: float | None = None
    refused: str = ""
