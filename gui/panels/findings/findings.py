"""The findings panel: points that look wrong, by rule."""

from __future__ import annotations

from gui.panels.lists.table_panel import TablePanel


class FindingsPanel(TablePanel):
    """Items of the kind `finding`: decided by the words of findings, see `FINDING_VERDICTS`."""

    def __init__(self) -> None:
        super().__init__("finding")

    def empty_words(self) -> str:
        session = self.document.session if self.document is not None else None
        if session is not None and session.parse is not None:
            return self.tr("没有发现疑点。")
        return super().empty_words()
