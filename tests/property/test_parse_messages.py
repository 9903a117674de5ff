"""The parse on the wire: it arrives as it was sent; what was altered on the way is refused or still a sound parse."""

from __future__ import annotations

from math import isfinite

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.model.parse import Heading, Metric, Parse, Source, SourcePage, Written
from engine.model.place import Place
from engine.worker.parse_messages import pack_ask, pack_parsed, unpack_ask, unpack_parsed
from engine.worker.protocol import ParseRequest
from engine.worker.wire import Malformed

QUICK = settings(max_examples=60, deadline=None)
REQUEST = ParseRequest("讲话.pdf", "00" * 32)
PLACE = Place(1, (3, 9), ((10.0, 20.0, 30.0, 20.0, 10.0, 8.0, 30.0, 8.0),))
PARSE = Parse(
    "0.1.0",
    Source(REQUEST.file_name, REQUEST.sha256, 2, (SourcePage("1", "layer"), SourcePage("2", "none"))),
    outline=(Heading("h1", 1, "一、", "总则", "block", 0.9, (0, 4), (PLACE,)),),
    metrics=(
        Metric(
            "m1",
            "用户数",
            52.0,
            "户",
            "level",
            "achieved",
            "52户",
            Written("52", "户"),
            "句",
            0.9,
            (5, 8),
            places=(PLACE,),
        ),
    ),
)
PACKED = pack_parsed(PARSE)


def test_a_parse_arrives_as_it_was_sent() -> None:
    assert unpack_parsed(PACKED, REQUEST) == PARSE


@QUICK
@given(st.lists(st.tuples(st.integers(1, len(PACKED) - 1), st.integers(0, 255)), min_size=1, max_size=4))
def test_an_altered_parse_is_refused_or_sound(changes: list[tuple[int, int]]) -> None:
    message = bytearray(PACKED)
    for at, value in changes:
        message[at] = value
    check(bytes(message))


@QUICK
@given(st.integers(1, len(PACKED) - 1), st.binary(max_size=20))
def test_a_parse_cut_short_is_refused(size: int, more: bytes) -> None:
    check(PACKED[:size] + more)


@QUICK
@given(st.binary(max_size=200))
def test_noise_is_no_parse(noise: bytes) -> None:
    check(PACKED[:1] + noise)


@QUICK
@given(
    st.builds(ParseRequest, st.text(max_size=50), st.text("0123456789abcdef", max_size=64), st.booleans()),
    st.integers(0, 1 << 40),
    st.sets(st.integers(1, 20_000), max_size=5),
)
def test_requests_arrive_as_they_were_sent(request: ParseRequest, size: int, skipped: set[int]) -> None:
    got = unpack_ask(pack_ask(request, size, "", sorted(skipped)))
    assert (got.size, got.skipped, got.request.sha256, got.request.bookmarks) == (
        size,
        skipped,
        request.sha256,
        request.bookmarks,
    )


def check(message: bytes) -> None:
    try:
        parse = unpack_parsed(message, REQUEST)
    except Malformed:
        return
    assert parse.source.sha256 == REQUEST.sha256
    assert all(isfinite(metric.value) for metric in parse.metrics)
    for item in (*parse.outline, *parse.metrics):
        assert all(1 <= place.page <= parse.source.page_count for place in item.places)
        assert all(isfinite(side) for place in item.places for quad in place.quads for side in quad)
