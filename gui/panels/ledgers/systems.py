"""The systems panel: platforms, networks and projects the text names."""

from __future__ import annotations

from gui.panels.lists.table_panel import TablePanel


class SystemsPanel(TablePanel):
    """Items of the kind `system`."""

    def __init__(self) -> None:
        super().__init__("system")
