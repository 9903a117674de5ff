"""The parse worker's messages as bytes. The parse itself is MessagePack, decoded into its records, which checks types;
what types do not tell (pages there are, finite geometry, titles one can show) is checked here.
"""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from math import isfinite
from typing import NamedTuple, Protocol

import msgspec

from engine.model.parse import Parse
from engine.model.place import Place, Places
from engine.model.trace import Trace
from engine.pdf.cleaning import OVERRIDES
from engine.worker.protocol import ParseRequest
from engine.worker.wire import Malformed, Reader, Writer

PARSE, PROGRESS, PARSED = 21, 22, 23

_MAX_NAME = 4_000
_MAX_PAGES = 20_000
_FAR = 1e7


class _Placed(Protocol):
    @property
    def places(self) -> Places: ...


_DECODER = msgspec.msgpack.Decoder(Parse)


class ParseAsk(NamedTuple):
    """A parse as the worker is asked for it; `size` and `name` are those of the document's memory, `skipped` pages
    that ended a worker before."""

    request: ParseRequest
    size: int
    name: str
    skipped: frozenset[int]


def pack_ask(request: ParseRequest, size: int, name: str, skipped: Collection[int]) -> bytes:
    """A request."""
    writer = Writer().numbers("BBQ", PARSE, request.bookmarks, size)
    for text in (name, request.file_name, request.sha256):
        writer.text(text.encode("utf-8", "replace").decode())
    writer.numbers(f"I{len(skipped)}I", len(skipped), *skipped)
    return writer.message()


def unpack_ask(message: bytes) -> ParseAsk:
    """A request, as the worker reads it."""
    reader = Reader(message)
    _, bookmarks, size = reader.numbers("BBQ")
    name, file_name, sha256 = (reader.text(_MAX_NAME) for _ in range(3))
    skipped = frozenset(map(int, reader.numbers(f"{reader.integer(0, _MAX_PAGES)}I")))
    reader.end()
    return ParseAsk(ParseRequest(file_name, sha256, bool(bookmarks)), int(size), name, skipped)


def pack_progress(done: int, total: int) -> bytes:
    """So many pages are read."""
    return Writer().numbers("Bii", PROGRESS, done, total).message()


def unpack_progress(reader: Reader) -> tuple[int, int]:
    """Pages read, and pages in all."""
    done, total = reader.integer(0, _MAX_PAGES), reader.integer(0, _MAX_PAGES)
    reader.end()
    if done > total:
        raise Malformed("more than everything")
    return done, total


def pack_parsed(parse: Parse) -> bytes:
    """The outcome."""
    return bytes((PARSED,)) + msgspec.msgpack.encode(parse)


def unpack_parsed(message: bytes, request: ParseRequest) -> Parse:
    """The outcome, checked. Raises Malformed."""
    try:
        with _uncollected():
            parse = _DECODER.decode(memoryview(message)[1:])
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise Malformed("no parse") from error
    source = parse.source
    if source.sha256 != request.sha256 or source.file_name != request.file_name:
        raise Malformed("parse of another document")
    if not 1 <= source.page_count <= _MAX_PAGES or len(source.pages) > source.page_count:
        raise Malformed("pages that are not there")
    if not all(_is_place(place, source.page_count) for place in _places(parse)):
        raise Malformed("places that are not there")
    if not all(isfinite(metric.value) and isfinite(metric.value_max or 0.0) for metric in parse.metrics):
        raise Malformed("numbers that are none")
    if parse.trace is not msgspec.UNSET and not Trace(parse.trace).is_sound(source.page_count):
        raise Malformed("a trace that leads nowhere")
    if any(not OVERRIDES.isdisjoint(text) for text in _labels(parse)):
        raise Malformed("text that turns around")
    return parse


@contextmanager
def _uncollected() -> Iterator[None]:
    """No garbage collection meanwhile: it would look at a hundred thousand new records again and again, and the window
    would stand still for 0.2 s instead of 0.03 (800 pages)."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _places(parse: Parse) -> Iterator[Place]:
    """Every place of the parse."""
    items: tuple[Sequence[_Placed], ...] = (
        parse.outline,
        parse.metrics,
        parse.tasks,
        parse.systems,
        parse.numerals,
        parse.findings,
        parse.paragraphs,
        parse.tables,
        parse.furniture,
    )
    yield from chain.from_iterable(item.places for item in chain.from_iterable(items))
    yield from chain.from_iterable(parse.document.places.values())
    for fields in chain(
        (item.fields for item in parse.metrics),
        (item.fields for item in parse.tasks),
        (item.fields for item in parse.systems),
    ):
        yield from chain.from_iterable(part.places for part in fields.values())


def _is_place(place: Place, page_count: int) -> bool:
    if not 1 <= place.page <= page_count:
        return False
    if place.chars is not None and not 0 <= place.chars[0] <= place.chars[1]:
        return False
    return all(isfinite(total) and abs(total) < _FAR for total in map(sum, place.quads))


def _labels(parse: Parse) -> Iterator[str]:
    """What is shown on one line of a list."""
    document = parse.document
    yield from filter(None, (document.title, document.subtitle, document.issuer, document.speaker))
    yield from (page.label for page in parse.source.pages)
    yield from (heading.title for heading in parse.outline)
    yield from (metric.name for metric in parse.metrics)
    yield from (system.name for system in parse.systems)
