"""Replacing a file on Windows: ReplaceFile with a backup name, again and again while another program holds the file.

Rules of the call and its errors: Microsoft's reference of ReplaceFileW.
"""

from __future__ import annotations

import ctypes
import errno
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

SECONDS = 2.5  # how long another program (a virus scanner) may hold a file
PAUSE = 0.05
BACKUP = ".piyue-old"

_MISSING = frozenset({2, 3})  # no file to be replaced yet
_HELD = frozenset(
    {5, 32, 33, 1175, 1176}
)  # access denied, sharing and lock violations, replaced file still in its place
_HALF = 1177  # the old file has its backup name already, the new one is still under its own
_UNABLE = frozenset({1, 50, 87, 120})  # a file system or share without this call

ReplaceCall = Callable[[str, str, str], int]
"""(replaced, replacement, backup) -> 0 or the system's error number."""


def replace_patiently(
    source: Path,
    target: Path,
    *,
    call: ReplaceCall,
    clock: Callable[[], float] = time.monotonic,
    pause: Callable[[float], object] = time.sleep,
) -> None:
    """Put `source` in the place of `target`, tried for `SECONDS` while somebody holds one of them. Raises OSError; the
    old file is then in its place, or under its name with `BACKUP`."""
    until = clock() + SECONDS
    backup = half_replaced(target)
    while True:
        failure = _attempt(source, target, backup, call)
        if failure is None:
            backup.unlink(missing_ok=True)
            return
        if clock() >= until:
            raise failure
        pause(PAUSE)


def half_replaced(path: Path) -> Path:
    """Where the old file stands when a replacement was interrupted between its two renames."""
    return path.with_name(path.name + BACKUP)


def _attempt(source: Path, target: Path, backup: Path, call: ReplaceCall) -> OSError | None:
    """One try; None when it is done, an error where another may help. Raises what waiting does not mend."""
    number = 2 if not target.exists() else call(str(target), str(source), str(backup))
    if number == 0:
        return None
    if number in _MISSING or number in _UNABLE or number == _HALF:
        try:
            source.replace(target)
        except PermissionError as error:
            return error
        return None
    failure = OSError(errno.EBUSY if number in _HELD - {5} else errno.EACCES, f"ReplaceFile: {number}", str(target))
    if number in _HELD:
        return failure
    raise OSError(errno.EIO, f"ReplaceFile: {number}", str(target))


def replace_call() -> ReplaceCall:
    """The system's call; only on Windows."""
    kernel: Any = getattr(ctypes, "WinDLL")("kernel32", use_last_error=True)  # noqa: B009 - not there elsewhere
    last_error: Callable[[], int] = getattr(ctypes, "get_last_error")  # noqa: B009
    function = kernel.ReplaceFileW
    function.argtypes = [ctypes.c_wchar_p] * 3 + [ctypes.c_uint32, ctypes.c_void_p, ctypes.c_void_p]
    function.restype = ctypes.c_int

    def call(replaced: str, replacement: str, backup: str) -> int:
        if function(replaced, replacement, backup, 0, None, None):
            return 0
        return last_error() or errno.EIO

    return call
