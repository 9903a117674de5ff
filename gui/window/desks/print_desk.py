"""Answers to printing: asks, shows how far it is, says how it went."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QFileDialog, QProgressDialog

from gui.dialogs.print_dialog import PrintDialog
from gui.pages.printing import PrintJob, PrintPlan

_TOPIC = "printing"


class PrintDesk(QObject):
    """Prints the documents of one frame, one at a time."""

    def __init__(self, frame: Any) -> None:
        super().__init__(frame)
        self._frame = frame
        self._file: Path | None = None
        self._printer: QPrinter | None = None
        self.job: PrintJob | None = None
        self.progress: QProgressDialog | None = None
        frame.document_changed.connect(self._on_document_changed)

    def handlers(self) -> dict[str, Callable[..., object]]:
        """What the actions call, by action id."""
        return {"file.print": self.ask}

    def ask(self) -> None:
        """Ask what to print, and begin."""
        document = self._frame.document
        if document is None or not document.is_open or self.job is not None:
            return
        printers = [str(name) for name in QPrinterInfo.availablePrinterNames()]
        dialog = PrintDialog(document, self._frame.area.view.page + 1, printers, self._frame)
        is_accepted = dialog.exec() == QDialog.DialogCode.Accepted
        plan = dialog.plan
        file = self._asked_file() if is_accepted and dialog.is_to_file else None
        if is_accepted and plan is not None and (file is not None or not dialog.is_to_file):
            printer = QPrinter(QPrinter.PrinterMode.HighResolution)
            if file is None:
                printer.setPrinterName(dialog.printer.currentData())
            else:
                printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
                printer.setOutputFileName(str(file))
            dialog.set_up(printer)
            self.begin(printer, plan, file)
        dialog.deleteLater()

    def begin(self, printer: QPrinter, plan: PrintPlan, file: Path | None = None) -> None:
        """Print; `file` is where a PDF is written."""
        self._frame.chrome.notices.drop(_TOPIC)
        try:
            if file is not None:
                file.touch()
        except OSError:
            self._say(self.failure_words(file), is_warning=True)
            return
        self._printer, self._file = printer, file
        self.progress = QProgressDialog(self._frame)
        self.progress.setWindowTitle(self.tr("打印"))
        self.progress.setCancelButtonText(self.tr("取消"))
        self.progress.setLabelText(self.tr("正在打印，共 %n 页…", "", len(plan.pages)))
        self.progress.setRange(0, len(plan.pages))
        self.progress.setWindowModality(Qt.WindowModality.NonModal)
        self.progress.setAutoReset(False)
        self.progress.setMinimumDuration(400)
        self.job = PrintJob(self._frame.document, printer, plan, self)
        self.progress.canceled.connect(self.job.cancel)
        self.job.progressed.connect(self.progress.setValue)
        self.job.ended.connect(self._on_ended)
        self.job.start()

    def _asked_file(self) -> Path | None:
        document = self._frame.document
        suggested = document.path.with_name(self.tr("{name} 打印.pdf").format(name=document.path.stem))
        name, _ = QFileDialog.getSaveFileName(
            self._frame, self.tr("存为 PDF 文件"), str(suggested), self.tr("PDF 文件 (*.pdf)")
        )
        if not name:
            return None
        path = Path(name) if name.lower().endswith(".pdf") else Path(name + ".pdf")
        if path.exists() and document.path.exists() and path.samefile(document.path):
            self._say(self.tr("没有打印：不能用印出来的文件覆盖正在看的原文件，请换一个文件名。"), is_warning=True)
            return None
        return path

    def _on_ended(self, how: str, missing: list[int]) -> None:
        document, file = self._frame.document, self._file
        if self.progress is not None:
            self.progress.deleteLater()
        if self.job is not None:
            self.job.deleteLater()
        self.progress = self.job = self._printer = self._file = None
        if how != "done" and file is not None:
            with contextlib.suppress(OSError):
                file.unlink()
        if how == "failed":
            self._say(self.failure_words(file), is_warning=True)
        elif how == "done" and missing and document is not None:
            labels = self.tr("、").join(document.label(page) for page in missing)
            self._say(self.tr("第 {pages} 页没有画出来，印出来是空白的。").format(pages=labels), is_warning=True)
        elif how == "done" and file is not None:
            self._say(self.tr("已存为 {file}").format(file=file))

    def failure_words(self, file: Path | None) -> str:
        """Why nothing was printed, as far as it is known, and what to do."""
        if file is not None:
            return self.tr("没有存成：“{file}”写不进去。请换一个文件夹，或者看看磁盘是否已满。").format(file=file)
        return self.tr("没有打印：打印机没有接受。请看看打印机是否开着、是否有纸，或者先存为 PDF 文件。")

    def _say(self, words: str, *, is_warning: bool = False) -> None:
        self._frame.chrome.notices.say(_TOPIC, words, is_warning=is_warning)

    def _on_document_changed(self, _document: object) -> None:
        if self.job is not None:
            self.job.cancel()
