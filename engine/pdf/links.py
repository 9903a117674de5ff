"""Bookmarks and links of a PDF. Followed with a visited set and a depth cap; only harmless targets come out."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import CDLL, addressof, c_float, c_int, c_void_p, create_string_buffer

from engine.model.geometry import Box
from engine.model.link import Bookmark, Link
from engine.pdf.cleaning import MAX_TITLE, MAX_URI, clean_label, clean_uri
from engine.pdf.library import Rect

MAX_DEPTH = 100
MAX_BOOKMARKS = 20_000
MAX_LINKS = 5_000

_GO_TO, _URI = 1, 3  # kinds of actions; the rest lead nowhere for us
_REFUSED = {2: "document", 4: "program", 5: "document"}  # GoToR, Launch, GoToE; PDFium does not tell JavaScript
_REFUSED_SCHEMES = {"file": "file", "javascript": "script", "vbscript": "script", "data": "script"}


class LinkReader:
    """Reads where things lead to in one document."""

    def __init__(self, pdfium: CDLL, document: int, page_count: int) -> None:
        self._pdfium = pdfium
        self._document = document
        self._page_count = page_count

    def bookmarks(self) -> tuple[Bookmark, ...]:
        """The outline, flat; an entry met again (a loop) ends its row."""
        found: list[Bookmark] = []
        for level, bookmark in self._walk():
            page, top = self._target(
                self._pdfium.FPDFBookmark_GetDest(self._document, bookmark),
                self._pdfium.FPDFBookmark_GetAction(bookmark),
            )
            found.append(Bookmark(level, clean_label(self._title(bookmark), MAX_TITLE), page, top))
            if len(found) >= MAX_BOOKMARKS:
                break
        return tuple(found)

    def links(self, page: int) -> tuple[Link, ...]:
        """Links of a loaded page; of those that are never opened only what they ask for."""
        pdfium = self._pdfium
        at, link, rect = c_int(0), c_void_p(), Rect()
        found: list[Link] = []
        while len(found) < MAX_LINKS and pdfium.FPDFLink_Enumerate(page, addressof(at), addressof(link)):
            if not pdfium.FPDFLink_GetAnnotRect(link.value, addressof(rect)):
                continue
            left, right = sorted((rect.left, rect.right))
            bottom, top_side = sorted((rect.bottom, rect.top))
            action = pdfium.FPDFLink_GetAction(link.value)
            uri = self._uri(action)
            number, top = self._target(pdfium.FPDFLink_GetDest(self._document, link.value), action)
            refused = "" if uri or number else self._refused(action)
            if (uri or number or refused) and all(abs(side) < 1e6 for side in (left, bottom, right, top_side)):
                box = Box(left, bottom, right, top_side)
                found.append(Link(box, uri, 0 if uri else number, None if uri else top, refused))
        return tuple(found)

    def _walk(self) -> Iterator[tuple[int, int]]:
        """(level, bookmark) in order; a stack instead of recursion, since files nest them a thousand deep."""
        pdfium, document = self._pdfium, self._document
        seen: set[int] = set()
        stack: list[int | None] = [pdfium.FPDFBookmark_GetFirstChild(document, None)]
        while stack:
            bookmark = stack[-1]
            if bookmark is None or bookmark in seen:
                stack.pop()
                continue
            seen.add(bookmark)
            yield len(stack), bookmark
            stack[-1] = pdfium.FPDFBookmark_GetNextSibling(document, bookmark)
            if len(stack) < MAX_DEPTH:
                stack.append(pdfium.FPDFBookmark_GetFirstChild(document, bookmark))

    def _title(self, bookmark: int) -> bytes:
        size = self._pdfium.FPDFBookmark_GetTitle(bookmark, None, 0)
        size = min(size, 1 << 16)
        if size <= 2:
            return b""
        buffer = create_string_buffer(size)
        if self._pdfium.FPDFBookmark_GetTitle(bookmark, addressof(buffer), size) > size:
            return b""
        return buffer.raw[: size - 2]

    def _target(self, dest: int | None, action: int | None) -> tuple[int, float | None]:
        """Page number and y of a destination; page 0 where there is none inside this document."""
        pdfium = self._pdfium
        if action and pdfium.FPDFAction_GetType(action) != _GO_TO:
            return 0, None  # GoToR has a destination too, but in another file
        if not dest and action:
            dest = pdfium.FPDFAction_GetDest(self._document, action)
        if not dest:
            return 0, None
        index = pdfium.FPDFDest_GetDestPageIndex(self._document, dest)
        if not 0 <= index < self._page_count:
            return 0, None
        flags, floats = (c_int * 3)(), (c_float * 3)()
        at, to = addressof(flags), addressof(floats)
        if pdfium.FPDFDest_GetLocationInPage(dest, at, at + 4, at + 8, to, to + 4, to + 8) and flags[1]:
            top = floats[1]
            return index + 1, top if abs(top) < 1e6 else None
        return index + 1, None

    def _refused(self, action: int | None) -> str:
        """What an action asks for that is never opened; "" where it asks for nothing."""
        kind = self._pdfium.FPDFAction_GetType(action) if action else _GO_TO
        if kind == _GO_TO:
            return ""
        if kind != _URI:
            return _REFUSED.get(kind, "action")
        return _REFUSED_SCHEMES.get(self._raw_uri(action).partition(":")[0].strip().lower(), "address")

    def _uri(self, action: int | None) -> str:
        is_uri = action and self._pdfium.FPDFAction_GetType(action) == _URI
        return clean_uri(self._raw_uri(action)) if is_uri else ""

    def _raw_uri(self, action: int | None) -> str:
        """The target as the file has it; "" where it is longer than any we offer."""
        buffer = create_string_buffer(MAX_URI + 1)
        size = self._pdfium.FPDFAction_GetURIPath(self._document, action, addressof(buffer), MAX_URI + 1)
        return buffer.raw[: size - 1].decode("utf-8", "replace") if 1 < size <= MAX_URI + 1 else ""
