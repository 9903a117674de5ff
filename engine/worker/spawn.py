"""Starts and ends worker processes: everything about them that differs between systems.

A worker is this Python with a host module, isolated from the environment and from site customisation (which also
saves 10 ms), connected by one socket and nothing else.
"""

from __future__ import annotations

import os
import socket
import sys
from contextlib import suppress
from os import path

from engine.worker.channel import Channel

ROOT = path.dirname(path.dirname(path.dirname(path.abspath(__file__))))  # noqa: PTH100, PTH120  (pathlib is 5 ms)
"""The folder that holds our packages."""

CHANNEL = 3
"""Descriptor of the socket in a POSIX worker."""

FROZEN_FLAG = "--piyue-worker"
"""In a frozen program the executable is ours: with this word its entry point must run `main` of the module after it."""

_KILL = 9
"""SIGKILL; Windows ends the process whatever the number. The module `signal` takes 1 ms to import."""

_KEPT = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT", "TMPDIR", "TEMP", "TMP", "LANG", "LC_ALL", "LC_CTYPE")
_BOOT = (
    "import sys; sys.path += [path for path in sys.argv[2:] if path not in sys.path]; "
    "__import__('importlib').import_module(sys.argv[1]).main()"
)


class Child:
    """A running worker: its channel and its process."""

    def __init__(self, channel: Channel, pid: int, process: object = None) -> None:
        self.channel = channel
        self.pid = pid
        self._process = process  # keeps the handle open on Windows
        self._status: int | None = None

    def kill(self) -> None:
        """End it at once. It may have ended already."""
        if self._status is None:
            with suppress(OSError):
                os.kill(self.pid, _KILL)

    def end(self) -> int:
        """Kill it, wait for it and close the channel; returns the signal that ended it, 0 for an ordinary exit."""
        self.kill()
        self.channel.close()
        if self._status is None:
            self._status = _ended_by(self.pid)
        return self._status


def spawn(host: str) -> Child:
    """Start a worker that runs the function `main` of module `host`. Raises OSError."""
    near, far = socket.socketpair()
    with far:
        return _spawned(host, Channel(near), far)


def command(host: str) -> list[str]:
    """The command line of a worker."""
    if getattr(sys, "frozen", False):
        return [sys.executable, FROZEN_FLAG, host]
    return [sys.executable, "-I", "-S", "-c", _BOOT, host, ROOT, *_import_path()]


def _import_path() -> list[str]:
    """Where the worker may import from: as we do, but not from the folder the user happens to be in."""
    here = os.getcwd()  # noqa: PTH109
    return [folder for folder in sys.path if folder and folder != here]


def environment() -> dict[str, str]:
    """What a worker may know of our environment: how to find libraries, and the language."""
    return {name: os.environ[name] for name in _KEPT if name in os.environ}


if sys.platform == "win32":
    import subprocess

    def _spawned(host: str, channel: Channel, far: socket.socket) -> Child:
        process = subprocess.Popen(  # noqa: S603
            command(host), stdin=subprocess.PIPE, env=environment(), creationflags=subprocess.CREATE_NO_WINDOW
        )
        if process.stdin is not None:
            with process.stdin as pipe:
                pipe.write(far.share(process.pid))
        return Child(channel, process.pid, process)

    def _ended_by(pid: int) -> int:
        del pid  # the process object waits for itself
        return 0

    def connected() -> Channel:
        """In the worker: the channel to the window."""
        return Channel(socket.fromshare(sys.stdin.buffer.read()))

else:

    def _spawned(host: str, channel: Channel, far: socket.socket) -> Child:
        words = command(host)
        actions = [
            (os.POSIX_SPAWN_DUP2, far.fileno(), CHANNEL),
            (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
            (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
        ]
        return Child(channel, os.posix_spawn(words[0], words, environment(), file_actions=actions))

    def _ended_by(pid: int) -> int:
        """Wait for a process; the signal that ended it, 0 for an ordinary exit."""
        try:
            status = os.waitpid(pid, 0)[1]
        except OSError:
            return 0
        return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0

    def connected() -> Channel:
        """In the worker: the channel to the window."""
        return Channel(socket.socket(fileno=CHANNEL))
