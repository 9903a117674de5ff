"""How much has been checked: decided and open numerals of the document, in the toolbar and in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QWidget

from engine.editing.coverage import Coverage, Tally
from engine.editing.edit import Changes
from gui.bridge.document import OpenDocument

_NOTHING = Coverage(0, 0, 0, 0, 0, 0, 0, 0, 0, frozenset())


def coverage_words(coverage: Coverage) -> str:
    """“数字 61 处：已核 55，待核 6”."""
    said = QCoreApplication.translate("coverage", "数字 {total} 处：已核 {decided}，待核 {open}")
    return said.format(total=coverage.total, decided=coverage.decided, open=coverage.open)


def coverage_tip(coverage: Coverage) -> str:
    """What the decided ones are, those decided one by one apart from those decided in bulk."""
    said = QCoreApplication.translate(
        "coverage",
        "文件里所有数字的核对进度（页眉页脚除外）\n"
        "逐项核对 {single}，成批核对 {bulk}\n"
        "无误 {correct}，有误 {wrong}，存疑 {doubtful}，误识 {rejected}",
    )
    return said.format(
        single=coverage.decided - coverage.bulk,
        bulk=coverage.bulk,
        correct=coverage.correct,
        wrong=coverage.wrong,
        doubtful=coverage.doubtful,
        rejected=coverage.rejected,
    )


class CoverageLabel(QLabel):
    """Coverage of a document, kept up to date."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: OpenDocument | None = None
        self._tally: Tally | None = None
        self.coverage = _NOTHING
        self.setContentsMargins(8, 0, 12, 0)

    def set_document(self, document: OpenDocument | None) -> None:
        """Count another document."""
        if self._document is not None and self._document is not document:
            self._document.changed.disconnect(self._on_changed)
            self._document.parse_finished.disconnect(self._count)
            self._document.session_ready.disconnect(self._count)
        if document is not None and document is not self._document:
            document.changed.connect(self._on_changed)
            document.parse_finished.connect(self._count)
            document.session_ready.connect(self._count)
        self._document = document
        self._count()

    def _on_changed(self, changes: Changes) -> None:
        """Count what changed; all of it when everything may have: another parse, other names of people."""
        if (
            self._tally is None
            or not changes.ids
            or changes.initiator in {"parse", "merge"}
            or "people" in changes.kinds
        ):
            self._count()
            return
        self._tally.renew(changes.ids)
        self._show()

    def _count(self) -> None:
        session = self._document.session if self._document is not None else None
        self._tally = Tally(session.view) if session is not None and session.parse is not None else None
        self._show()

    def _show(self) -> None:
        self.coverage = self._tally.coverage if self._tally is not None else _NOTHING
        words = coverage_words(self.coverage) if self._tally is not None else ""
        self.setText(words)
        self.setAccessibleName(words)
        self.setToolTip(coverage_tip(self.coverage) if words else "")
