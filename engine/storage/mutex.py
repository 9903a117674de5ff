"""The mutex of a save, held for milliseconds, and the presence file, which only tells who else is here."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from engine.editing.review import now
from engine.errors import NotSaved
from engine.storage.disk import Disk
from engine.storage.windows import process_began

PATIENCE = 3.0  # seconds to wait for another editor's save
ABANDONED = 60.0  # a mutex of another computer this old was left by a crash: a save takes milliseconds


@contextlib.contextmanager
def mutex(disk: Disk, sidecar: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Alone at a sidecar. Raises NotSaved(busy) when another editor does not let go, OSError when the folder does not
    let us. A mutex of a dead process of this computer is passed over silently."""
    path = sidecar.with_name(f".{sidecar.name[:80]}.mutex")
    until = time.monotonic() + patience
    while not _taken(disk, path):
        if _is_dead(disk, path):
            _pass_over(disk, path)
        elif time.monotonic() > until:
            raise NotSaved(cause="busy")
        else:
            time.sleep(0.02)
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            disk.remove(path)


def _taken(disk: Disk, path: Path) -> bool:
    try:
        descriptor = disk.create(path, 0o666)
    except FileExistsError:
        return False
    try:
        disk.write(descriptor, json.dumps([socket.gethostname(), os.getpid(), process_start(os.getpid())]).encode())
    except OSError:
        with contextlib.suppress(OSError):
            disk.remove(path)
        raise
    finally:
        disk.close(descriptor)
    return True


def _pass_over(disk: Disk, path: Path) -> None:
    """Take a dead program's mutex away. Of two who do, the later one may have got the new one of the earlier: that is
    put back."""
    taken = path.with_name(f"{path.name}-{os.getpid():x}{os.urandom(4).hex()}")
    with contextlib.suppress(FileNotFoundError):
        disk.rename(path, taken)
        if not _is_dead(disk, taken):
            disk.rename(taken, path)
        disk.remove(taken)


def _is_dead(disk: Disk, path: Path) -> bool:
    try:
        age = disk.age(path)
        data = disk.read(path)
    except OSError:
        return False
    try:
        host, pid, start = json.loads(data)
    except (ValueError, TypeError):
        return age > 2.0  # died between making and filling it
    if host == socket.gethostname():
        return not is_alive(pid, start)
    return age > ABANDONED


def is_alive(pid: object, start: object = None) -> bool:
    """Whether that process of this computer still runs (and is the one that started then)."""
    if not isinstance(pid, int) or pid <= 0:
        return False
    running = process_start(pid)
    return running is not None and not (running and start and running != start)


def process_start(pid: int) -> int | None:
    """When a running process began, in the system's own count, for numbers of processes come again; 0 where it does
    not tell, None where no such process runs."""
    if os.name == "nt":
        return process_began(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return None
    except OSError:
        pass  # somebody else's
    try:
        return int(Path(f"/proc/{pid}/stat").read_bytes().rpartition(b")")[2].split()[19])
    except (OSError, ValueError, IndexError):
        return 0


class Presence(NamedTuple):
    """Who has a review open: name, computer, since when (ISO 8601)."""

    name: str
    host: str
    since: str


def presence_path(sidecar: Path) -> Path:
    """`.~lock.讲话.pdf.piyue.json#`, as office programs name theirs."""
    return sidecar.with_name(f".~lock.{sidecar.name}#")


def announce(disk: Disk, sidecar: Path, name: str) -> bool:
    """Say that we are here; where somebody else is announced, theirs stays, unless they died on this computer. False
    when not written. Never raises."""
    if present(disk, sidecar) is None:
        withdraw(disk, sidecar)
    try:
        descriptor = disk.create(presence_path(sidecar), 0o666)
    except OSError:
        return False
    try:
        told = {
            "name": name,
            "host": socket.gethostname(),
            "since": now(),
            "pid": os.getpid(),
            "start": process_start(os.getpid()),
        }
        disk.write(descriptor, json.dumps(told, ensure_ascii=False).encode())
    except OSError:
        return False
    finally:
        with contextlib.suppress(OSError):
            disk.close(descriptor)
    return True


def withdraw(disk: Disk, sidecar: Path) -> None:
    """Take our own announcement away. Never raises."""
    with contextlib.suppress(OSError):
        disk.remove(presence_path(sidecar))


def present(disk: Disk, sidecar: Path) -> Presence | None:
    """Who is announced, for who opens and has not announced himself yet; None for nobody or a dead process of this
    computer."""
    try:
        told = json.loads(disk.read(presence_path(sidecar)))
        name, host, since = (str(told.get(key, "")) for key in ("name", "host", "since"))
    except (OSError, ValueError, AttributeError):
        return None
    if host == socket.gethostname() and not is_alive(told.get("pid"), told.get("start")):
        return None
    return Presence(name, host, since)
