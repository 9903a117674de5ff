"""Messages and descriptors over a socket, and what becomes of broken ones."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Iterator
from time import monotonic

import pytest

from engine.worker.channel import Channel, Closed, Late
from engine.worker.wire import Malformed, Reader, Writer


@pytest.fixture
def ends() -> Iterator[tuple[Channel, socket.socket]]:
    near, far = socket.socketpair()
    channel = Channel(near)
    yield channel, far
    channel.close()
    far.close()


Ends = tuple[Channel, socket.socket]


def test_messages_arrive_whole_and_in_order(ends: Ends) -> None:
    other = Channel(ends[1])
    for message in (b"one", b"", b"x" * 50_000):
        other.send(message)
        assert ends[0].receive() == (message, -1)


@pytest.mark.skipif(sys.platform == "win32", reason="memory goes by name there")
def test_a_descriptor_travels_with_its_message(ends: Ends) -> None:
    reading, writing = os.pipe()
    Channel(ends[1]).send(b"message", writing)
    message, descriptor = ends[0].receive()
    os.write(descriptor, b"through")
    assert (message, os.read(reading, 10)) == (b"message", b"through")
    for one in (reading, writing, descriptor):
        os.close(one)


def test_nothing_within_the_deadline_is_late(ends: Ends) -> None:
    with pytest.raises(Late):
        ends[0].receive(monotonic() + 0.01)
    with pytest.raises(Late):
        ends[0].receive(monotonic() - 1)


def test_half_a_message_within_the_deadline_is_late(ends: Ends) -> None:
    ends[1].sendall(b"\x09\0\0\0half")
    with pytest.raises(Late):
        ends[0].receive(monotonic() + 0.01)


def test_the_other_side_going_is_closed(ends: Ends) -> None:
    ends[1].sendall(b"\x09\0\0\0half")
    ends[1].close()
    with pytest.raises(Closed):
        ends[0].receive()
    with pytest.raises(Closed):
        ends[0].send(b"x" * 1_000_000)


def test_a_length_beyond_the_cap_is_refused_before_it_is_read(ends: Ends) -> None:
    ends[1].sendall(b"\xff\xff\xff\xff")
    with pytest.raises(Malformed):
        ends[0].receive()


def test_a_channel_knows_that_the_other_side_has_gone_or_spoken_unasked(ends: Ends) -> None:
    assert not ends[0].is_closed()
    ends[1].sendall(b"x")
    assert ends[0].is_closed()
    ends[1].close()
    assert ends[0].is_closed()


def test_numbers_out_of_range_and_strings_too_long_are_malformed() -> None:
    message = Writer().numbers("i", 5).text("字字").message()
    with pytest.raises(Malformed):
        Reader(message).integer(0, 4)
    reader = Reader(message)
    assert reader.integer(0, 5) == 5
    with pytest.raises(Malformed):
        reader.text(1)


@pytest.mark.parametrize("message", [b"", b"\1\0\0", b"\2\0\0\0\xff\xff", b"\xff\xff\xff\xff"])
def test_strings_cut_off_or_not_utf8_are_malformed(message: bytes) -> None:
    with pytest.raises(Malformed):
        Reader(message).text(100)


def test_bytes_after_the_end_are_malformed() -> None:
    with pytest.raises(Malformed):
        Reader(b"x").end()
