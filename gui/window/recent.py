"""The files opened last, newest first, as the window remembers them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings

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
