"""The page worker's messages: what is packed comes out the same, and nonsense is either refused or harmless."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from math import isfinite
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import PiyueError
from engine.model.geometry import Box
from engine.model.link import REFUSED, Bookmark, Link
from engine.model.page import PageInfo
from engine.pdf.cleaning import OVERRIDES, clean_text
from engine.worker import messages
from engine.worker.wire import Malformed, Reader

sides = st.floats(-9e5, 9e5, allow_nan=False)
boxes = st.tuples(sides, sides, st.floats(0.1, 1e4), st.floats(0.1, 1e4)).map(
    lambda sides: Box(sides[0], sides[1], sides[0] + sides[2], sides[1] + sides[3])
)
labels = st.text(max_size=30).map(lambda text: clean_text(text, 100))
infos = st.builds(PageInfo, st.integers(1, 20_000), boxes, st.sampled_from([0, 90, 180, 270]), labels)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
links = st.one_of(
    boxes.map(lambda box: Link(box, "https://example.org/例")),
    st.builds(lambda box, refused: Link(box, refused=refused), boxes, st.sampled_from(REFUSED)),
    st.builds(lambda box, page, top: Link(box, "", page, top), boxes, st.integers(1, 9), st.one_of(st.none(), sides)),
)
bookmarks = st.builds(Bookmark, st.integers(1, 100), labels, st.integers(0, 9), st.one_of(st.none(), sides))
pictures = st.builds(
    lambda info, width, height: messages.Picture(info, 1, 2, width, height, 4 * width),
    infos,
    st.integers(1, 50),
    st.integers(1, 50),
)

QUICK = settings(max_examples=40, deadline=None)

UNPACK: dict[int, Callable[[Reader], Any]] = {
    messages.OPEN: messages.unpack_opened,
    messages.RENDER: lambda reader: messages.unpack_picture(reader, 10_000),
    messages.TEXT: messages.unpack_text,
    messages.LINKS: lambda reader: messages.unpack_links(reader, 9),
    messages.BOOKMARKS: lambda reader: messages.unpack_bookmarks(reader, 9),
    messages.MEASURE: messages.unpack_measured,
    messages.FAILED: messages.unpack_failed,
}


def packed_text(info: PageInfo, text: str) -> bytes:
    return messages.pack_text(info, text, array("f", range(4 * len(text))))


replies = st.one_of(
    st.lists(infos, min_size=1, max_size=4)
    .map(lambda pages: [page._replace(number=number) for number, page in enumerate(pages, 1)])
    .map(messages.pack_opened),
    pictures.map(messages.pack_picture),
    st.builds(packed_text, infos, texts),
    st.builds(messages.pack_links, infos, st.lists(links, max_size=4)),
    st.lists(bookmarks, max_size=4).map(messages.pack_bookmarks),
    infos.map(lambda info: messages.pack_measured(messages.MEASURE, info)),
    st.sampled_from(["memory", "crash"]).map(lambda why: messages.pack_failed(messages.WorkerStopped(reason=why))),
)


def read(message: bytes) -> Any:
    """What the window makes of a message."""
    reader = Reader(message)
    kind = int(reader.numbers("B")[0])
    if kind not in UNPACK:
        raise Malformed("unknown kind")
    return UNPACK[kind](reader)


def floats(value: Any) -> list[float]:
    if isinstance(value, float):
        return [value]
    return [one for part in value for one in floats(part)] if isinstance(value, tuple | list | array) else []


def strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [one for part in value for one in strings(part)] if isinstance(value, tuple | list) else []


@QUICK
@given(infos, texts)
def test_text_arrives_as_it_was_sent(info: PageInfo, text: str) -> None:
    assert read(packed_text(info, text)) == (info, text, array("f", range(4 * len(text))))


@QUICK
@given(infos, st.lists(links, max_size=4))
def test_links_arrive_as_they_were_sent(info: PageInfo, sent: list[Link]) -> None:
    assert read(messages.pack_links(info, sent)) == (info, tuple(sent))


@QUICK
@given(st.lists(bookmarks, max_size=5))
def test_bookmarks_arrive_as_they_were_sent(sent: list[Bookmark]) -> None:
    assert read(messages.pack_bookmarks(sent)) == tuple(sent)


@QUICK
@given(
    st.sampled_from(
        [
            Bookmark(0, "a", 1),
            Bookmark(101, "a", 1),
            Bookmark(1, "a", 10),
            Bookmark(1, "a\u202eb", 1),
            Bookmark(1, "a\n", 1),
        ]
    )
)
def test_bookmarks_out_of_the_document_or_not_plain_are_refused(bad: Bookmark) -> None:
    with pytest.raises(Malformed):
        read(messages.pack_bookmarks([bad]))


@QUICK
@given(pictures)
def test_pictures_arrive_as_they_were_sent(picture: messages.Picture) -> None:
    assert read(messages.pack_picture(picture)) == picture


@QUICK
@given(st.lists(infos, min_size=1, max_size=5))
def test_pages_arrive_as_they_were_sent(pages: list[PageInfo]) -> None:
    numbered = tuple(page._replace(number=number) for number, page in enumerate(pages, 1))
    assert read(messages.pack_opened(numbered)) == numbered


@QUICK
@given(
    st.builds(
        messages.Ask,
        st.integers(1, 6),
        st.integers(0, 20_000),
        st.integers(0, 1 << 40),
        texts,
        st.floats(0.001, 1e4),
        st.one_of(st.none(), boxes),
        st.integers(0, 4),
        st.booleans(),
    )
)
def test_requests_arrive_as_they_were_sent(ask: messages.Ask) -> None:
    assert messages.unpack_ask(messages.pack_ask(ask)) == ask


@QUICK
@given(st.binary(max_size=300))
def test_noise_is_refused_or_harmless(message: bytes) -> None:
    check(message)


@QUICK
@given(replies, st.data())
def test_a_message_cut_or_altered_is_refused_or_harmless(message: bytes, data: st.DataObject) -> None:
    altered = bytearray(message)
    for _ in range(data.draw(st.integers(1, 3))):
        altered[data.draw(st.integers(0, len(altered) - 1))] = data.draw(st.integers(0, 255))
    check(bytes(altered[: data.draw(st.integers(1, len(altered)))]))
    check(bytes(altered))
    check(bytes(altered) + b"\0")


def check(message: bytes) -> None:
    try:
        got = read(message)
    except Malformed:
        return
    if isinstance(got, PiyueError):
        assert set(got.values) <= {"what", "reason", "page"}
        return
    assert all(isfinite(value) for value in floats(got))
    if message[0] != messages.TEXT:
        assert not any(OVERRIDES.intersection(text) or not text.isprintable() for text in strings(got))
