"""Coverage in words: the line in the toolbar, its tooltip, its short form."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.editing.coverage import Coverage


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


def short_words(coverage: Coverage) -> str:
    """“55/61”, where there is no room for more."""
    return QCoreApplication.translate("coverage", "已核 {decided}/{total}").format(
        decided=coverage.decided, total=coverage.total
    )
