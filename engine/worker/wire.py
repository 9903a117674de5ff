"""The bytes of one message: numbers by `struct`, strings with their length before them. Reading believes nothing.

Not JSON and not msgspec: both cost the window 10 ms of import before the first page.
"""

from __future__ import annotations

import struct

_LENGTH = struct.Struct("<I")


class Malformed(Exception):
    """A message is not what the protocol says; the process that sent it is not to be trusted any further."""


class Writer:
    """Builds one message."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def numbers(self, form: str, *values: float) -> Writer:
        """Values by a `struct` format, little end first, without padding."""
        self._parts.append(struct.pack("<" + form, *values))
        return self

    def text(self, text: str) -> Writer:
        return self.raw(text.encode())

    def raw(self, data: bytes) -> Writer:
        self._parts += (_LENGTH.pack(len(data)), data)
        return self

    def message(self) -> bytes:
        return b"".join(self._parts)


class Reader:
    """Takes one message apart; raises Malformed where it is too short, too long or no UTF-8."""

    def __init__(self, message: bytes) -> None:
        self._message = message
        self._at = 0

    def numbers(self, form: str) -> tuple[float, ...]:
        """Values by a `struct` format."""
        try:
            values = struct.unpack_from("<" + form, self._message, self._at)
        except struct.error as error:
            raise Malformed("too short") from error
        self._at += struct.calcsize("<" + form)
        return values

    def integer(self, low: int, high: int) -> int:
        """A signed 32-bit number from low to high."""
        value = int(self.numbers("i")[0])
        if not low <= value <= high:
            raise Malformed(f"{value} is not in {low}..{high}")
        return value

    def text(self, limit: int) -> str:
        """A string of at most `limit` code points."""
        try:
            text = self.raw(4 * limit).decode()
        except UnicodeDecodeError as error:
            raise Malformed("no UTF-8") from error
        if len(text) > limit:
            raise Malformed("string too long")
        return text

    def raw(self, limit: int) -> bytes:
        """Bytes, at most `limit`."""
        size = int(self.numbers("I")[0])
        if size > limit or self._at + size > len(self._message):
            raise Malformed("bytes too long")
        self._at += size
        return self._message[self._at - size : self._at]

    def end(self) -> None:
        """Nothing may follow."""
        if self._at != len(self._message):
            raise Malformed("too long")
