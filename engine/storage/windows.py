"""Windows: replacing a file with a backup name, again and again while another program holds it; which processes run.

Rules of the calls and their errors: Microsoft's reference of ReplaceFileW, OpenProcess and GetProcessTimes.
"""

from __future__ import annotations

import contextlib
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
_IGNORE_MERGE_ERRORS = 2  # who may write, but not change permissions (most shares), saves all the same
_ERRNOS = {
    **dict.fromkeys((39, 112, 1295), errno.ENOSPC),
    **dict.fromkeys((53, 55, 59, 64, 67, 1167, 1231), errno.ENODEV),
    19: errno.EROFS,
}
"""Errors of disks and shares that Python does not tell apart: full; not reachable; write-protected."""


def errno_of(error: OSError) -> int:
    """The error's number, told finer where Windows does."""
    return _ERRNOS.get(getattr(error, "winerror", None) or 0, error.errno or 0)


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
        is_last = clock() >= until
        failure = _attempt(source, target, backup, call)
        if failure is not None and is_last:
            failure = _renamed(source, target) and failure
        if failure is None:
            _dropped(backup)
            return
        if is_last:
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
        return _renamed(source, target)
    failure = OSError(errno.EBUSY if number in _HELD - {5} else errno.EACCES, f"ReplaceFile: {number}", str(target))
    if number in _HELD:
        return failure
    raise OSError(_ERRNOS.get(number, errno.EIO), f"ReplaceFile: {number}", str(target))


def _renamed(source: Path, target: Path) -> OSError | None:
    """Put in its place by a rename, for which fewer rights are enough; the error of who must wait. Raises others."""
    try:
        source.replace(target)
    except PermissionError as error:
        return error
    return None


def _dropped(backup: Path) -> None:
    """The old file is not needed any more; where somebody still reads it, the next save takes it away."""
    with contextlib.suppress(OSError):
        backup.unlink(missing_ok=True)


def replace_call() -> ReplaceCall:
    """The system's call; only on Windows."""
    kernel: Any = getattr(ctypes, "WinDLL")("kernel32", use_last_error=True)  # noqa: B009 - not there elsewhere
    last_error: Callable[[], int] = getattr(ctypes, "get_last_error")  # noqa: B009
    function = kernel.ReplaceFileW
    function.argtypes = [ctypes.c_wchar_p] * 3 + [ctypes.c_uint32, ctypes.c_void_p, ctypes.c_void_p]
    function.restype = ctypes.c_int

    def call(replaced: str, replacement: str, backup: str) -> int:
        if function(replaced, replacement, backup, _IGNORE_MERGE_ERRORS, None, None):
            return 0
        return last_error() or errno.EIO

    return call


_QUERY, _STILL_ACTIVE, _NO_SUCH_PROCESS = 0x1000, 259, 87


def process_began(pid: int) -> int | None:
    """When a running process began (its FILETIME); 0 where the system does not tell, None where it is over. Only on
    Windows."""
    kernel: Any = getattr(ctypes, "WinDLL")("kernel32", use_last_error=True)  # noqa: B009 - not there elsewhere
    last_error: Callable[[], int] = getattr(ctypes, "get_last_error")  # noqa: B009
    kernel.OpenProcess.restype = ctypes.c_void_p
    kernel.OpenProcess.argtypes = [ctypes.c_uint32, ctypes.c_int, ctypes.c_uint32]
    kernel.GetExitCodeProcess.argtypes = [ctypes.c_void_p, ctypes.POINTER(ctypes.c_uint32)]
    kernel.GetProcessTimes.argtypes = [ctypes.c_void_p, *[ctypes.POINTER(ctypes.c_uint64)] * 4]
    kernel.CloseHandle.argtypes = [ctypes.c_void_p]
    handle = kernel.OpenProcess(_QUERY, 0, pid)
    if not handle:
        return None if last_error() == _NO_SUCH_PROCESS else 0
    try:
        code, times = ctypes.c_uint32(), [ctypes.c_uint64() for _ in range(4)]
        if kernel.GetExitCodeProcess(handle, ctypes.byref(code)) and code.value != _STILL_ACTIVE:
            return None
        return times[0].value if kernel.GetProcessTimes(handle, *map(ctypes.byref, times)) else 0
    finally:
        kernel.CloseHandle(handle)
