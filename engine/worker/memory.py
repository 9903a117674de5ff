"""Memory shared with a worker: a PDF's bytes, which it can only read, and pixels, which it writes.

On Linux an anonymous file whose descriptor travels over the channel, sealed so that the other side can neither cut it
short (which would end us with SIGBUS) nor, for a document, change it; elsewhere an unlinked file. On Windows a named
mapping.
"""

from __future__ import annotations

import mmap
import os
import sys

if sys.platform == "linux":
    import fcntl

_SLICE = 1 << 26  # bytes written at once
_UNSEEN = 2  # references to a map: its block's, and that of whoever asks; every view of it is one more


class Shared:
    """A block of memory another process can map: by `descriptor`, or on Windows by `name`. Freed when neither a handle
    nor a map of it is left."""

    def __init__(self, size: int, descriptor: int = -1, name: str = "", memory: mmap.mmap | None = None) -> None:
        self.size = size
        self.descriptor = descriptor
        self.name = name
        self._memory = memory

    @classmethod
    def document(cls, data: bytes | bytearray | memoryview) -> Shared:
        """A copy of a PDF's bytes, not mapped here. Raises OSError (no memory left)."""
        return _document(data)

    @classmethod
    def pixels(cls, size: int) -> Shared:
        """A zeroed block for a picture, mapped here; what is not touched takes no memory. Raises OSError."""
        return _pixels(size)

    def map(self) -> mmap.mmap:
        """The memory of a block made by `pixels`."""
        if self._memory is None:
            raise ValueError("a document is not mapped in this process")
        return self._memory

    def copy(self) -> bytes:
        """What the block holds. Raises OSError."""
        if self._memory is not None:
            return self._memory[: self.size]
        with mmap.mmap(self.descriptor, self.size, access=mmap.ACCESS_READ) as view:
            return view[:]

    def is_free(self) -> bool:
        """Whether nobody holds a view of the memory mapped here."""
        return self._memory is None or sys.getrefcount(self._memory) == _UNSEEN

    def close(self) -> None:
        """Give the handle back; maps stay for as long as they are used."""
        if self.descriptor >= 0:
            os.close(self.descriptor)
            self.descriptor = -1

    def __del__(self) -> None:
        self.close()


if sys.platform == "win32":

    def mapped(size: int, descriptor: int, name: str, *, is_document: bool) -> mmap.mmap:
        """In the worker: the memory of a block. Raises OSError or ValueError where it is not such a block."""
        del descriptor, is_document
        return mmap.mmap(-1, size, tagname=name)

    def _document(data: bytes | bytearray | memoryview) -> Shared:
        block = _pixels(len(data))
        block.map()[:] = bytes(data)
        return block

    def _pixels(size: int) -> Shared:
        name = f"piyue-{os.getpid()}-{os.urandom(8).hex()}"
        return Shared(size, name=name, memory=mmap.mmap(-1, size, tagname=name))

else:

    def mapped(size: int, descriptor: int, name: str, *, is_document: bool) -> mmap.mmap:
        """In the worker: the memory of a block. Writes into a document, if any, stay private. Closes the descriptor.
        Raises OSError or ValueError where it is not such a block."""
        del name
        try:
            return mmap.mmap(descriptor, size, access=mmap.ACCESS_COPY if is_document else mmap.ACCESS_WRITE)
        finally:
            os.close(descriptor)

    def _document(data: bytes | bytearray | memoryview) -> Shared:
        block = Shared(len(data), _anonymous("piyue-document"))
        view = memoryview(data)
        at = 0
        while at < len(data):
            at += os.write(block.descriptor, view[at : at + _SLICE])
        _seal(block.descriptor, may_write=False)
        return block

    def _pixels(size: int) -> Shared:
        descriptor = _anonymous("piyue-pixels")
        os.ftruncate(descriptor, size)
        _seal(descriptor, may_write=True)
        return Shared(size, descriptor, memory=mmap.mmap(descriptor, size))


if sys.platform == "linux":

    def _anonymous(name: str) -> int:
        return os.memfd_create(name, os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)

    def _seal(descriptor: int, *, may_write: bool) -> None:
        seals = fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW | fcntl.F_SEAL_SEAL
        fcntl.fcntl(descriptor, fcntl.F_ADD_SEALS, seals if may_write else seals | fcntl.F_SEAL_WRITE)

elif sys.platform != "win32":

    def _anonymous(name: str) -> int:
        path = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"{name}-{os.urandom(8).hex()}")  # noqa: PTH118, S108
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        os.unlink(path)  # noqa: PTH108
        return descriptor

    def _seal(descriptor: int, *, may_write: bool) -> None:
        """Files have no seals: the worker is trusted not to cut them short."""
