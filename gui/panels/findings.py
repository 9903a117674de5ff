"""The findings panel: points that look wrong, by rule."""

from __future__ import annotations

from gui.panels.table_panel import TablePanel


class FindingsPanel(TablePanel):
    """Items of the kind `finding`."""

    def __init__(self) -> None:
        super().__init__("finding")
