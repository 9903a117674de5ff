"""The page worker's messages as bytes, both ways. What comes from the worker is checked: it has touched the PDF.

A malformed message raises Malformed; the worker that sent it is ended.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Sequence
from math import isfinite
from typing import NamedTuple

from engine.errors import EmptyFile, NotAPdf, PasswordNeeded, PiyueError, TooLarge, WorkerStopped
from engine.model.geometry import Box
from engine.model.link import REFUSED, Bookmark, Link
from engine.model.page import PageInfo
from engine.pdf.cleaning import MAX_LABEL, MAX_TITLE, MAX_URI, clean_text, clean_uri
from engine.worker.wire import Malformed, Reader, Writer

OPEN, RENDER, TEXT, LINKS, MEASURE, BOOKMARKS = 1, 2, 3, 4, 5, 6
FAILED, MISFIT = 11, 12
"""Kinds of messages: a reply has its request's kind, or says that it failed, or that the pixels did not fit."""

MAX_PAGES = 20_000
MAX_CHARACTERS = 1_000_000
MAX_LINKS = 5_000
MAX_BOOKMARKS = 20_000
MAX_LEVEL = 100

_FAR = 1e6
_ERRORS: dict[str, type[PiyueError]] = {
    error.code: error for error in (EmptyFile, NotAPdf, PasswordNeeded, TooLarge, WorkerStopped)
}
_KEYS = ("what", "reason", "page")


class Ask(NamedTuple):
    """A request as the worker sees it; `size` and `name` are those of the shared memory that comes with it, which for
    a picture is kept for later ones under the number `slot`."""

    kind: int
    page: int = 0
    size: int = 0
    name: str = ""
    scale: float = 1.0
    clip: Box | None = None
    slot: int = 0
    is_new: bool = False


class Picture(NamedTuple):
    """Where the worker has drawn."""

    info: PageInfo
    x: int
    y: int
    width: int
    height: int
    stride: int


def pack_ask(ask: Ask) -> bytes:
    """A request."""
    writer = Writer().numbers("BIQdB?", ask.kind, ask.page, ask.size, ask.scale, ask.slot, ask.is_new).text(ask.name)
    _put_box(writer.numbers("B", ask.clip is not None), ask.clip or Box(0.0, 0.0, 0.0, 0.0))
    return writer.message()


def unpack_ask(message: bytes) -> Ask:
    """A request; comes from our own side, so only its form is checked."""
    reader = Reader(message)
    kind, page, size, scale, slot, is_new = reader.numbers("BIQdB?")
    name = reader.text(MAX_LABEL)
    has_clip = bool(reader.numbers("B")[0])
    box = _box(reader)
    reader.end()
    clip = box if has_clip else None
    return Ask(int(kind), int(page), int(size), name, scale, clip, int(slot), bool(is_new))


def pack_opened(pages: Sequence[PageInfo]) -> bytes:
    """Geometry and labels of all pages."""
    writer = Writer().numbers("BI", OPEN, len(pages))
    for info in pages:
        _put_info(writer, info)
    return writer.message()


def unpack_opened(reader: Reader) -> tuple[PageInfo, ...]:
    """Geometry and labels of all pages, numbered from 1."""
    count = reader.integer(1, MAX_PAGES)
    pages = tuple(_info(reader) for _ in range(count))
    reader.end()
    if any(info.number != number for number, info in enumerate(pages, 1)):
        raise Malformed("pages out of order")
    return pages


def pack_picture(picture: Picture) -> bytes:
    """A picture is drawn."""
    writer = Writer().numbers("B", RENDER)
    _put_info(writer, picture.info)
    return writer.numbers("5i", *picture[1:]).message()


def pack_measured(kind: int, info: PageInfo) -> bytes:
    """The true geometry of a page: as asked (MEASURE), or because a picture of it would not fit its memory (MISFIT)."""
    writer = Writer().numbers("B", kind)
    _put_info(writer, info)
    return writer.message()


def unpack_measured(reader: Reader) -> PageInfo:
    """The true geometry of a page."""
    info = _info(reader)
    reader.end()
    return info


def unpack_picture(reader: Reader, size: int) -> Picture:
    """Where the worker says it has drawn; it must lie within `size` bytes."""
    info = _info(reader)
    x, y = reader.integer(0, 1 << 30), reader.integer(0, 1 << 30)
    width, height = reader.integer(1, 1 << 26), reader.integer(1, 1 << 26)
    stride = reader.integer(1, 1 << 30)
    reader.end()
    if stride != 4 * width or stride * height > size:
        raise Malformed("picture larger than its memory")
    return Picture(info, x, y, width, height, stride)


def pack_text(info: PageInfo, text: str, boxes: array[float]) -> bytes:
    """Characters of a page; floats in this machine's own order, as both ends are on it."""
    writer = Writer().numbers("B", TEXT)
    _put_info(writer, info)
    return writer.text(text).raw(boxes.tobytes()).message()


def unpack_text(reader: Reader) -> tuple[PageInfo, str, array[float]]:
    """Characters of a page with as many boxes, all of them on a sheet."""
    info = _info(reader)
    text = reader.text(MAX_CHARACTERS)
    data = reader.raw(16 * MAX_CHARACTERS)
    reader.end()
    if len(data) != 16 * len(text):
        raise Malformed("not one box a character")
    boxes = array("f", data)
    if boxes and not (isfinite(sum(boxes)) and max(boxes) <= _FAR and min(boxes) >= -_FAR):
        raise Malformed("box off any sheet")
    return info, text, boxes


def pack_links(info: PageInfo, links: Sequence[Link]) -> bytes:
    """Links of a page."""
    writer = Writer().numbers("B", LINKS)
    _put_info(writer, info)
    writer.numbers("I", len(links))
    for link in links:
        _put_box(writer, link.box)
        writer.text(link.uri).numbers("IBd", link.page, link.top is not None, link.top or 0.0)
        writer.numbers("i", REFUSED.index(link.refused) + 1 if link.refused else 0)
    return writer.message()


def unpack_links(reader: Reader, page_count: int) -> tuple[PageInfo, tuple[Link, ...]]:
    """Links of a page to pages of this document or to harmless targets, and what others ask for."""
    info = _info(reader)
    links = tuple(_link(reader, page_count) for _ in range(reader.integer(0, MAX_LINKS)))
    reader.end()
    return info, links


def pack_bookmarks(bookmarks: Sequence[Bookmark]) -> bytes:
    """The PDF's own outline."""
    writer = Writer().numbers("BI", BOOKMARKS, len(bookmarks))
    for one in bookmarks:
        writer.text(one.title).numbers("IIBd", one.level, one.page, one.top is not None, one.top or 0.0)
    return writer.message()


def unpack_bookmarks(reader: Reader, page_count: int) -> tuple[Bookmark, ...]:
    """The PDF's own outline: plain titles that lead to pages of this document or nowhere."""
    bookmarks = tuple(_bookmark(reader, page_count) for _ in range(reader.integer(0, MAX_BOOKMARKS)))
    reader.end()
    return bookmarks


def pack_failed(error: PiyueError) -> bytes:
    """Why there is no answer."""
    writer = Writer().numbers("B", FAILED).text(error.code)
    for key in _KEYS:
        writer.text(str(error.values.get(key, "")))
    return writer.message()


def unpack_failed(reader: Reader) -> PiyueError:
    """Why there is no answer: one of the errors of PDFs, with plain values."""
    kind = _ERRORS.get(reader.text(MAX_LABEL))
    if kind is None:
        raise Malformed("unknown error")
    values: dict[str, str | int] = {}
    for key in _KEYS:
        value = reader.text(MAX_LABEL)
        if value and not value.isascii():
            raise Malformed("odd value")
        if value:
            values[key] = int(value) if value.isdigit() else value
    reader.end()
    return kind(**values)


def _put_box(writer: Writer, box: Box) -> None:
    writer.numbers("4d", *box)


def _box(reader: Reader) -> Box:
    box = Box(*reader.numbers("4d"))
    if not all(-1e7 < side < 1e7 for side in box) or box.left > box.right or box.bottom > box.top:
        raise Malformed("no box")
    return box


def _put_info(writer: Writer, info: PageInfo) -> None:
    _put_box(writer, info.box)
    writer.numbers("II", info.number, info.rotation).text(info.label)


def _info(reader: Reader) -> PageInfo:
    box = _box(reader)
    number, rotation = reader.integer(1, MAX_PAGES), reader.integer(0, 270)
    label = reader.text(MAX_LABEL)
    if box.is_empty() or rotation % 90 or label != clean_text(label, MAX_LABEL):
        raise Malformed("no page")
    return PageInfo(number, box, rotation, sys.intern(label))


def _link(reader: Reader, page_count: int) -> Link:
    box = _box(reader)
    uri = reader.text(MAX_URI)
    page, has_top = reader.integer(0, page_count), bool(reader.numbers("B")[0])
    top = reader.numbers("d")[0]
    refused = ("", *REFUSED)[reader.integer(0, len(REFUSED))]
    if (uri and uri != clean_uri(uri)) or not abs(top) < _FAR or bool(uri or page) is bool(refused):
        raise Malformed("no link")
    return Link(box, uri, page, top if has_top else None, refused)


def _bookmark(reader: Reader, page_count: int) -> Bookmark:
    title = reader.text(MAX_TITLE)
    level, page = reader.integer(1, MAX_LEVEL), reader.integer(0, page_count)
    has_top, top = bool(reader.numbers("B")[0]), reader.numbers("d")[0]
    if title != clean_text(title, MAX_TITLE) or not abs(top) < _FAR:
        raise Malformed("no bookmark")
    return Bookmark(level, title, page, top if has_top else None)
