"""The files opened last, newest first, as the window remembers them, and whether they are still there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, QSettings, Signal

from gui.bridge.outlet import outlet

_KEY = "recent"
_LONGEST = 12


class RecentFiles:
    """A list of paths in the window's settings."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def paths(self) -> list[Path]:
        stored = self._settings.value(_KEY, [])
        names = [stored] if isinstance(stored, str) else stored
        return [Path(name) for name in names if isinstance(name, str) and name] if isinstance(names, list) else []

    def add(self, path: Path) -> None:
        """Put a path first."""
        rest = [one for one in self.paths() if one != path]
        self._settings.setValue(_KEY, [str(one) for one in [path, *rest][:_LONGEST]])

    def remove(self, path: Path) -> None:
        self._settings.setValue(_KEY, [str(one) for one in self.paths() if one != path])

    def clear(self) -> None:
        self._settings.remove(_KEY)


class Absent(QObject):
    """Looks in a thread of its own which files are gone: a share that does not answer must not hold the window."""

    found = Signal(object)  # Path

    def look_for(self, paths: Iterable[Path]) -> None:
        """Tell of every path where there is no file now."""
        arguments = (tuple(paths), outlet(self._on_found))
        Thread(target=_tell_missing, args=arguments, name="recent-files", daemon=True).start()

    def _on_found(self, path: Path) -> None:
        self.found.emit(path)


def _tell_missing(paths: tuple[Path, ...], tell: Callable[[object], None]) -> None:
    for path in paths:
        try:
            is_there = path.exists()
        except OSError:
            is_there = False
        if not is_there:
            tell(path)


def folder_words(path: Path) -> str:
    """Where a file lies, the home folder as ~: drafts of one name in many folders are told apart by it."""
    folder, home = path.parent, Path.home()
    return f"~/{folder.relative_to(home)}".rstrip("./") if folder.is_relative_to(home) else str(folder)
