"""A file put in the place of another so that whoever looks sees the old one or the new one, never anything else."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from engine.errors import NotSaved
from engine.storage.disk import Disk, not_saved
from engine.storage.windows import half_replaced

TEMPORARY = ".piyue-tmp"


def replace_file(disk: Disk, path: Path, data: bytes, *, new_mode: int = 0o666) -> None:
    """Write `data` to `path`: temporary file in the same folder with the old one's mode, fsync, replace, fsync of the
    folder, read back and compare. Raises NotSaved; the old file is then as it was (or the new one whole)."""
    temporary = path.with_name(f".{path.name[:80]}.{os.getpid():x}{os.urandom(4).hex()}{TEMPORARY}")
    try:
        mode = _mode(disk, path)
        _write_new(disk, temporary, data, new_mode if mode is None else mode)
        if mode is not None:
            disk.set_mode(temporary, mode)
        disk.replace(temporary, path)
        disk.sync_folder(path.parent)
        if disk.read(path) != data:
            raise NotSaved(cause="other", errno=0)
    except OSError as error:
        raise not_saved(error) from error
    finally:
        with contextlib.suppress(OSError):
            disk.remove(temporary)


def sweep(disk: Disk, path: Path) -> None:
    """Remove what killed programs left of writing `path`; only for who holds its mutex. Never raises."""
    with contextlib.suppress(OSError):
        names = disk.names(path.parent)
        for name in names:
            if name.startswith(f".{path.name[:80]}.") and name.endswith(TEMPORARY):
                disk.remove(path.with_name(name))
        if path.name in names and half_replaced(path).name in names:
            disk.remove(half_replaced(path))


def _mode(disk: Disk, path: Path) -> int | None:
    try:
        return disk.mode(path)
    except FileNotFoundError:
        return None


def _write_new(disk: Disk, path: Path, data: bytes, mode: int) -> None:
    descriptor = disk.create(path, mode)
    try:
        disk.write(descriptor, data)
        disk.sync(descriptor)
    finally:
        disk.close(descriptor)
