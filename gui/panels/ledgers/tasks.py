"""The tasks panel: what somebody is to do, with units and deadlines."""

from __future__ import annotations

from gui.panels.lists.table_panel import TablePanel


class TasksPanel(TablePanel):
    """Items of the kind `task`."""

    def __init__(self) -> None:
        super().__init__("task")
