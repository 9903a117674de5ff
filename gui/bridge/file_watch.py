"""Notices that the file of an open document holds other bytes now: told by the system where it can, looked at every few
seconds where it cannot (network shares), also when another file was put in its place under the same name.

A file that was only touched, or saved again with the same bytes, has not changed. Looked at in a thread of its own: a
share that does not answer must not hold the window.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from threading import Lock, Thread
from typing import NamedTuple

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from gui.bridge.outlet import outlet

_EVERY = 4000  # milliseconds between two looks
_PATIENCE = 2  # looks that find no file before that is told: programs put another in its place
_SOON = 300  # milliseconds after the system told of something: programs write in several goes


class Sign(NamedTuple):
    """What tells one state of a file from another without reading it."""

    size: int
    changed: int
    number: int


class Looks:
    """Looks at one file, one look at a time, from any thread."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self.known: Sign | None = None

    @property
    def is_under_way(self) -> bool:
        return self._lock.locked()

    def look(self, tell: Callable[[object], None]) -> None:
        """Tell the SHA-256 (hex) of the file's bytes if it has another sign than at the last look; "" where there is no
        file, which may be for the moment only, as while another is put in its place."""
        with self._lock:
            try:
                sign = sign_of(self._path)
                if sign == self.known:
                    return
                digest = sha256(self._path.read_bytes()).hexdigest()
                if sign == sign_of(self._path):  # else it is being written: the next look tells
                    self.known = sign
                    tell(digest)
            except PermissionError:  # another program has it to itself
                return
            except OSError:
                self.known = None
                tell("")


class FileWatch(QObject):
    """Watches one file from when it is made."""

    changed = Signal()
    gone = Signal()  # it has not been there for some looks
    returned = Signal()

    def __init__(self, path: Path, parent: QObject, *, every: int = _EVERY) -> None:
        super().__init__(parent)
        self._path = path
        self.looks = Looks(path)
        self._looked = outlet(self._on_looked)
        self._hash = ""
        self._told = ""
        self._misses = 0  # looks in a row that found no file
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._on_told)
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self.look)
        self._regularly = QTimer(self, interval=every)
        self._regularly.timeout.connect(self.look)

    def start(self, data_hash: str) -> None:
        """Watch the file, whose bytes as the window has them have this SHA-256 (hex)."""
        self._hash = self._told = data_hash
        self._regularly.start()
        self.look()

    def look(self) -> None:
        """Look at the file now, unless a look is under way."""
        if not self.looks.is_under_way:
            Thread(target=self.looks.look, args=(self._looked,), name="file-watch", daemon=True).start()

    def _on_looked(self, digest: str) -> None:
        if not digest:
            self._misses += 1
            if self._misses == _PATIENCE:
                self.gone.emit()
            return
        if self._misses >= _PATIENCE:
            self.returned.emit()
        self._misses = 0
        if str(self._path) not in self._watcher.files():
            self._watcher.addPath(str(self._path))
        if digest != self._told:
            self._told = digest
            if digest != self._hash:
                self.changed.emit()

    def _on_told(self, _name: str) -> None:
        self._soon.start()


def sign_of(path: Path) -> Sign:
    """The state a file is in. Raises OSError where there is none."""
    state = path.stat()
    return Sign(state.st_size, state.st_mtime_ns, state.st_ino)
