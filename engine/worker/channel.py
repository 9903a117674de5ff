"""Messages over a socket: four bytes of length, the message, and at most one descriptor of shared memory with it."""

from __future__ import annotations

import socket
import struct
import sys
from time import monotonic

from engine.worker.wire import Malformed

MAX_MESSAGE = 1 << 28

_HEAD = struct.Struct("<I")
_CHUNK = 1 << 18


class Closed(Exception):
    """The other side has gone."""


class Late(Exception):
    """The other side did not answer in time."""


class Channel:
    """One end. Not to be used by two threads at once, but `close` may come from another one."""

    def __init__(self, end: socket.socket) -> None:
        self._end = end

    def send(self, message: bytes, descriptor: int = -1) -> None:
        """Send a message; raises Closed."""
        data = memoryview(_HEAD.pack(len(message)) + message)
        self._end.settimeout(None)
        try:
            if sys.platform != "win32" and descriptor >= 0:
                sent = socket.send_fds(self._end, [data], [descriptor])
                data = data[sent:]
            self._end.sendall(data)
        except OSError as error:
            raise Closed from error

    def receive(self, deadline: float | None = None) -> tuple[bytes, int]:
        """The next message and its descriptor (-1 without one), which is then the caller's to close.

        `deadline` is on the monotonic clock. Raises Closed, Late, Malformed.
        """
        head, descriptor = self._head(deadline)
        size = _HEAD.unpack(head)[0]
        if size > MAX_MESSAGE:
            raise Malformed("message too long")
        return self._exactly(size, deadline), descriptor

    def is_closed(self) -> bool:
        """Whether the other side has gone, or said something nobody asked for."""
        try:
            self._end.settimeout(0)
            self._end.recv(1, socket.MSG_PEEK)
        except BlockingIOError:
            return False
        except OSError:
            return True
        return True

    def close(self) -> None:
        self._end.close()

    def _head(self, deadline: float | None) -> tuple[bytes, int]:
        self._wait(deadline)
        try:
            descriptors: list[int] = []
            if sys.platform == "win32":
                head = self._end.recv(_HEAD.size)
            else:
                head, descriptors, _, _ = socket.recv_fds(self._end, _HEAD.size, 1)
        except TimeoutError as error:
            raise Late from error
        except OSError as error:
            raise Closed from error
        if not head:
            raise Closed
        return head + self._exactly(_HEAD.size - len(head), deadline), descriptors[0] if descriptors else -1

    def _exactly(self, size: int, deadline: float | None) -> bytes:
        parts = bytearray()
        while len(parts) < size:
            self._wait(deadline)
            try:
                part = self._end.recv(min(size - len(parts), _CHUNK))
            except TimeoutError as error:
                raise Late from error
            except OSError as error:
                raise Closed from error
            if not part:
                raise Closed
            parts += part
        return bytes(parts)

    def _wait(self, deadline: float | None) -> None:
        """Let the next read wait until the deadline; raises Late when that is past."""
        left = None if deadline is None else deadline - monotonic()
        if left is not None and left <= 0:
            raise Late
        try:
            self._end.settimeout(left)
        except OSError as error:
            raise Closed from error
