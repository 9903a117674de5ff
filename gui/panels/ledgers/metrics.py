"""The ledger panel: every metric of the document, 原文表述 first."""

from __future__ import annotations

from gui.panels.lists.table_panel import TablePanel


class MetricsPanel(TablePanel):
    """Items of the kind `metric`."""

    def __init__(self) -> None:
        super().__init__("metric")
