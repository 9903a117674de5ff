"""Disks that fail or die at a chosen call."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from engine.storage.disk import Disk

CALLS = (
    "read", "mode", "size", "age", "names", "make_folder", "create", "append", "set_mode", "write", "sync", "close",
    "replace", "rename", "sync_folder", "lock", "is_locked", "remove",
)  # fmt: skip


class CountingDisk(Disk):
    """Counts its calls and does something at the n-th one (from 1)."""

    def __init__(self, at: int = 0) -> None:
        self.at = at
        self.calls: list[str] = []

    def before(self, name: str, arguments: tuple[Any, ...]) -> None:
        """Called at the chosen call."""


def _counted(name: str) -> Any:
    def call(self: CountingDisk, *arguments: Any) -> Any:
        self.calls.append(name)
        if len(self.calls) == self.at:
            self.before(name, arguments)
        return getattr(Disk, name)(self, *arguments)

    return call


for _name in CALLS:
    setattr(CountingDisk, _name, _counted(_name))


class FailingDisk(CountingDisk):
    """The n-th call fails with an error number; a failing write leaves half of its bytes, and calls after it go on."""

    def __init__(self, at: int, number: int) -> None:
        super().__init__(at)
        self.number = number

    def before(self, name: str, arguments: tuple[Any, ...]) -> None:
        if name == "write":
            os.write(arguments[0], arguments[1][: len(arguments[1]) // 2])
        if name == "close":
            os.close(arguments[0])
        raise OSError(self.number, os.strerror(self.number))


class DyingDisk(CountingDisk):
    """The process is gone at the n-th call: before it, or after half a write."""

    def before(self, name: str, arguments: tuple[Any, ...]) -> None:
        if name == "write":
            os.write(arguments[0], arguments[1][: len(arguments[1]) // 2])
        os.kill(os.getpid(), 9)


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file under a folder with its bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
