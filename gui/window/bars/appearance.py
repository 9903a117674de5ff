"""The look of the program as the settings have it: theme and motion, chosen in the menu, by settings or by policy."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QActionGroup, QGuiApplication
from PySide6.QtWidgets import QApplication

from engine.settings import Settings
from gui.pages.glide import set_motion
from gui.style.theme import SYSTEM, THEMES, apply_theme, draw_edges

_THEME, _MOTION = "window.theme", "window.motion"


class Appearance(QObject):
    """Answers to the actions of theme and motion in one frame. All windows look alike: each reads the settings again
    when it comes to the front."""

    def __init__(self, frame: Any, actions: Any) -> None:
        super().__init__(frame)
        self._frame = frame
        self._actions = actions
        self._settings = Settings.load()
        group = QActionGroup(self)
        for theme in THEMES:
            group.addAction(actions[f"view.theme-{theme}"])
        self._applied = str(frame.settings.value("theme") or SYSTEM)
        self._follow()
        self._draw_edges()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._draw_edges)
        frame.installEventFilter(self)

    def handlers(self) -> dict[str, Callable[..., object]]:
        """What the actions call, by action id; nothing for what policy has fixed."""
        themes = {f"view.theme-{theme}": lambda _on, theme=theme: self._set(_THEME, theme) for theme in THEMES}
        motion = {"view.motion": lambda is_on: self._set(_MOTION, is_on)}
        return {
            **({} if self._settings.is_fixed(_THEME) else themes),
            **({} if self._settings.is_fixed(_MOTION) else motion),
        }

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate:
            self._settings = Settings.load()
            self._follow()
        return False

    def _draw_edges(self) -> None:
        """The system may be dark by itself, or become it."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            draw_edges(application)

    def _set(self, key: str, value: str | bool) -> None:  # noqa: FBT001 - a setting's value
        with contextlib.suppress(OSError):  # a home that cannot be written: it lasts as long as the program
            self._settings.set(key, value)
        self._follow()

    def _follow(self) -> None:
        """Look as the settings say; the window remembers the theme for its next start, before settings are read."""
        theme, has_motion = self._settings.text(_THEME), bool(self._settings.get(_MOTION))
        self._actions[f"view.theme-{theme}"].setChecked(True)
        self._actions["view.motion"].setChecked(has_motion)
        application = QApplication.instance()
        if not isinstance(application, QApplication):
            return
        set_motion(application, is_on=has_motion)
        if theme != self._applied:
            self._applied = theme
            self._frame.settings.setValue("theme", theme)
            apply_theme(application, theme)
