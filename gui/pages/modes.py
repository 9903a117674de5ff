"""The ways pages can stand together, as choices of the menu, and the jumps between pages. Loaded after page one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup

from gui.pages.layout import Arrangement
from gui.pages.view import PageView

MODES = {
    "view.continuous": Arrangement(),
    "view.single": Arrangement(is_paged=True),
    "view.double": Arrangement(columns=2),
}


class PageModes(QObject):
    """Answers to the actions of page modes and of going from page to page in one view."""

    def __init__(self, view: PageView, actions: Any, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._actions = actions
        group = QActionGroup(self)
        for name in MODES:
            group.addAction(actions[name])
        view.arrangement_changed.connect(self._refresh)
        self._refresh()

    def handlers(self) -> dict[str, Callable[..., object]]:
        """What the actions call, by action id."""
        view = self._view
        return {
            **{name: lambda _on, name=name: self.choose(name) for name in MODES},
            "view.cover": self.set_cover_apart,
            "view.forward": view.travel.forward,
            "view.next-page": lambda: view.travel.turn(1),
            "view.previous-page": lambda: view.travel.turn(-1),
            "view.first-page": lambda: view.travel.to_end(-1),
            "view.last-page": lambda: view.travel.to_end(1),
        }

    def choose(self, name: str) -> None:
        """Let the pages stand together in one of the modes; side by side as a book where the cover was apart before."""
        is_apart = MODES[name].columns > 1 and self._actions["view.cover"].isChecked()
        self._view.set_arrangement(MODES[name]._replace(is_cover_apart=is_apart))

    def set_cover_apart(self, is_on: bool) -> None:  # noqa: FBT001 - an action's signal
        """Side by side with the first page alone, or with the second beside it."""
        self._view.set_arrangement(MODES["view.double"]._replace(is_cover_apart=is_on))

    def _refresh(self) -> None:
        """Check what is in force, whoever chose it."""
        now = self._view.camera.layout.arrangement
        for name, arrangement in MODES.items():
            if now._replace(is_cover_apart=False) == arrangement:
                self._actions[name].setChecked(True)
        if now.columns > 1:
            self._actions["view.cover"].setChecked(now.is_cover_apart)
