"""Puts together what belongs to single lists: the desks of the outline, the findings and the notes."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from gui.actions.build import ActionSet
from gui.panels.checking.front_desk import FrontDesk
from gui.panels.findings.findings_desk import FindingsDesk
from gui.panels.notes.notes_desk import NotesDesk
from gui.panels.outline.outline_desk import OutlineDesk


class ListDesks(QObject):
    """The desks of one side pane."""

    def __init__(self, side: Any, actions: ActionSet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.findings = FindingsDesk(side.panels["findings"], side.card, actions, self)
        self.notes = NotesDesk(side.panels["notes"], side.card, actions, self)
        self.front = FrontDesk(side, actions, self)
        self.outline = OutlineDesk(side.panels["outline"], actions, self)
