"""Answers to the actions of the view: zoom, turning, jumps, and which parts of the window show."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from gui.window.panes import SIDE
from gui.window.side import PANELS


class ViewDesk(QObject):
    """What one frame shows, and how large."""

    def __init__(self, frame: Any, actions: Any) -> None:
        super().__init__(frame)
        self._frame = frame
        self._actions = actions
        self._view = frame.area.view
        self._panes = frame.splitter
        self._panes.wanted_changed.connect(self._follow_panes)
        self._follow_panes()

    def handlers(self) -> dict[str, Callable[..., object]]:
        """What the actions call, by action id."""
        view = self._view
        panels = {f"view.{name}": lambda name=name: self.show_panel(name) for name, _ in PANELS}
        return {
            "view.zoom-in": lambda: self._frame.area.front.zoom_by(1),
            "view.zoom-out": lambda: self._frame.area.front.zoom_by(-1),
            "view.actual-size": lambda: self._frame.area.front.set_zoom(1.0),
            "view.fit-width": lambda: view.set_fit("width"),
            "view.fit-page": lambda: view.set_fit("page"),
            "view.back": view.travel.back,
            "view.rotate-left": lambda: view.turn_by(-90),
            "view.rotate-right": lambda: view.turn_by(90),
            "view.next-pane": lambda: self.next_pane(1),
            "view.previous-pane": lambda: self.next_pane(-1),
            "view.side": self.show_side,
            "view.full-screen": self.full_screen,
            **panels,
        }

    def full_screen(self, is_on: bool) -> None:  # noqa: FBT001 - an action's signal
        (self._frame.showFullScreen if is_on else self._frame.showNormal)()

    def show_side(self, is_on: bool) -> None:  # noqa: FBT001
        self._panes.want(SIDE, is_on=is_on)

    def show_panel(self, name: str) -> None:
        """Bring a list to the front."""
        self._actions["view.side"].setChecked(True)
        self.show_side(True)  # noqa: FBT003
        if self._frame.panels is not None:
            self._frame.panels.show_panel(name)

    def next_pane(self, step: int) -> None:
        """F6: from the pages to the list, the card and back."""
        panes = [*self._frame.chrome.left.panes, self._frame.area.front]
        if self._frame.reference is not None:
            panes += self._frame.reference.panes
        panels = self._frame.panels
        if panels is not None and self._frame.side.isVisible():
            panes += [panels.tabs.currentWidget(), panels.card]
        focus = QApplication.focusWidget()
        holds = [pane is focus or (focus is not None and pane.isAncestorOf(focus)) for pane in panes]
        at = holds.index(True) if True in holds else -step
        panes[(at + step) % len(panes)].setFocus()

    def _follow_panes(self) -> None:
        """Check what is shown, whoever chose it."""
        self._actions["view.side"].setChecked(self._panes.is_wanted(SIDE))
