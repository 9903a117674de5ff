"""Answers to the actions that open a dialog: 关于, 快捷键, 姓名和单位, and the choice of language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox

from engine.editing.session import Person
from engine.settings import Settings
from gui.actions.build import ActionSet
from gui.dialogs.about import AboutDialog
from gui.dialogs.identity import IdentityDialog
from gui.dialogs.keys import KeysDialog


class DialogDesk(QObject):
    """Dialogs of one frame. `open_*` shows one without blocking and returns it."""

    def __init__(self, frame: Any, actions: ActionSet) -> None:
        super().__init__(frame)
        self._frame = frame
        self._actions = actions
        self._settings = Settings.load()
        self._remember_language()
        actions["tools.english"].setChecked(self._settings.text("window.language") == "en")
        actions.connect_handlers(self.handlers())

    def handlers(self) -> dict[str, Callable[..., object]]:
        """What the actions call, by action id."""
        return {
            "help.about": self.open_about,
            "help.keys": self.open_keys,
            "tools.identity": self.open_identity,
            "tools.english": self.choose_english,
        }

    def open_about(self) -> AboutDialog:
        dialog = AboutDialog(self._frame)
        dialog.open()
        return dialog

    def open_keys(self) -> KeysDialog:
        dialog = KeysDialog(self._actions, self._frame)
        dialog.open()
        return dialog

    def open_identity(self) -> IdentityDialog:
        """Ask who is checking; the open review goes on under that name."""
        dialog = IdentityDialog(self._settings, self._frame)
        dialog.accepted.connect(self._on_identified)
        dialog.open()
        return dialog

    def choose_english(self, is_on: bool) -> None:  # noqa: FBT001 - an action's signal
        """Keep the language for the next start, and say so."""
        self._settings.set("window.language", "en" if is_on else "zh_CN")
        self._remember_language()
        box = QMessageBox(self._frame)
        box.setIcon(QMessageBox.Icon.Information)
        box.setWindowTitle(self.tr("语言"))
        box.setText(
            "The window will be in English the next time it is opened." if is_on else "下次打开时，界面将显示为中文。"
        )
        box.addButton(self.tr("确定"), QMessageBox.ButtonRole.AcceptRole)
        box.open()

    def _remember_language(self) -> None:
        """The window's own file holds the language too: it is read before anything else."""
        self._frame.settings.setValue("language", self._settings.text("window.language"))

    def _on_identified(self) -> None:
        document = self._frame.document
        session = document.session if document is not None else None
        if document is not None and session is not None:
            document.announce(session.set_person(Person(*self._settings.person())), "identity")
