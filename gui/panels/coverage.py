"""How much has been checked: decided and open metrics of the document, in the toolbar and in words."""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QWidget

from gui.bridge.document import OpenDocument


class Coverage(NamedTuple):
    """Items with a verdict and without one; what is no item (误识) counts in neither."""

    decided: int
    open: int


def coverage_of(view: Any) -> Coverage:
    """Coverage over the metrics in force."""
    counted = [item.verdict != "open" for item in view.metrics if item.reading != "rejected"]
    decided = sum(counted)
    return Coverage(decided, len(counted) - decided)


def coverage_words(coverage: Coverage) -> str:
    """“已核 37，待核 15”."""
    said = QCoreApplication.translate("coverage", "已核 {decided}，待核 {open}")
    return said.format(decided=coverage.decided, open=coverage.open)


class CoverageLabel(QLabel):
    """Coverage of a document, kept up to date."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: OpenDocument | None = None
        self.coverage = Coverage(0, 0)
        self.setToolTip(QCoreApplication.translate("coverage", "指标的核对进度"))
        self.setContentsMargins(8, 0, 12, 0)

    def set_document(self, document: OpenDocument | None) -> None:
        """Count another document."""
        if self._document is not None and self._document is not document:
            self._document.changed.disconnect(self._count)
            self._document.parse_finished.disconnect(self._count)
            self._document.session_ready.disconnect(self._count)
        if document is not None and document is not self._document:
            document.changed.connect(self._count)
            document.parse_finished.connect(self._count)
            document.session_ready.connect(self._count)
        self._document = document
        self._count()

    def _count(self, *_changes: object) -> None:
        session = self._document.session if self._document is not None else None
        self.coverage = coverage_of(session.view) if session is not None else Coverage(0, 0)
        words = coverage_words(self.coverage) if sum(self.coverage) else ""
        self.setText(words)
        self.setAccessibleName(words)
