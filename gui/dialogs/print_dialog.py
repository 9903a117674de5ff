"""Asks what is to be printed, on which printer and how; a file in PDF is always among the printers."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from gui.bridge.document import OpenDocument
from gui.pages.page_labels import pages_of_words
from gui.pages.printing import PrintPlan
from gui.style.buttons import word_button
from gui.style.measure import open_at

ALL, CURRENT, CHOSEN = range(3)
TO_FILE = ""

_SIZES = (
    QPageSize.PageSizeId.A4,
    QPageSize.PageSizeId.A3,
    QPageSize.PageSizeId.A5,
    QPageSize.PageSizeId.B4,
    QPageSize.PageSizeId.B5,
    QPageSize.PageSizeId.Letter,
)


class PrintDialog(QDialog):
    """What the user wants printed; `plan` and `set_up` hold the answer once it was accepted."""

    def __init__(self, document: OpenDocument, page: int, printers: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._page = page
        self.setWindowTitle(self.tr("打印"))
        self.printer = QComboBox()
        for name in printers:
            self.printer.addItem(name, name)
        self.printer.addItem(self.tr("存为 PDF 文件"), TO_FILE)
        usual = self.printer.findData(QPrinterInfo.defaultPrinterName())
        self.printer.setCurrentIndex(max(usual, 0))
        self.lack = QLabel(self.tr("这台电脑没有安装打印机，可以先存为 PDF 文件，再到别的电脑上打印。"))
        self.lack.setWordWrap(True)
        self.lack.setVisible(not printers)
        self.pages = QButtonGroup(self)
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("如 1-3，5"))
        self.words.setAccessibleName(self.tr("要打印的页码"))
        self.trouble = QLabel()
        self.copies = QSpinBox()
        self.copies.setRange(1, 999)
        self.sides = QComboBox()
        self.paper = QComboBox()
        self.fit = QComboBox()
        self.marked = QComboBox()
        self.colour = QComboBox()
        self._fill()
        self._lay_out()
        self.printer.currentIndexChanged.connect(self._refresh)
        self.pages.idClicked.connect(self._refresh)
        self.words.textChanged.connect(self._refresh)
        self._refresh()
        open_at(self, 440)

    @property
    def is_to_file(self) -> bool:
        return bool(self.printer.currentData() == TO_FILE)

    @property
    def plan(self) -> PrintPlan | None:
        """What was chosen; None while the pages named are none of this document."""
        pages: tuple[int, ...] | None = tuple(range(1, len(self._document.pages) + 1))
        if self.pages.checkedId() == CURRENT:
            pages = (self._page,)
        elif self.pages.checkedId() == CHOSEN:
            pages = pages_of_words(self._document, self.words.text())
        return PrintPlan(pages, self.marked.currentData(), bool(self.fit.currentData())) if pages else None

    def set_up(self, printer: QPrinter) -> None:
        """Tell a printer what was chosen."""
        printer.setDocName(self._document.file_name)
        printer.setPageSize(QPageSize(self.paper.currentData()))
        printer.setColorMode(self.colour.currentData())
        if not self.is_to_file:
            printer.setCopyCount(self.copies.value())
            printer.setDuplex(self.sides.currentData())

    def _fill(self) -> None:
        choices: tuple[tuple[QComboBox, tuple[tuple[str, Any], ...]], ...] = (
            (
                self.sides,
                (
                    (self.tr("单面"), QPrinter.DuplexMode.DuplexNone),
                    (self.tr("双面，长边翻转"), QPrinter.DuplexMode.DuplexLongSide),
                    (self.tr("双面，短边翻转"), QPrinter.DuplexMode.DuplexShortSide),
                ),
            ),
            (self.paper, tuple((QPageSize.name(size), size) for size in _SIZES)),
            (self.fit, ((self.tr("适合纸张"), True), (self.tr("实际大小"), False))),
            (
                self.marked,
                (
                    (self.tr("打印批注"), "notes"),
                    (self.tr("打印批注和识别标注"), "all"),
                    (self.tr("只打印原文"), "none"),
                ),
            ),
            (
                self.colour,
                ((self.tr("彩色"), QPrinter.ColorMode.Color), (self.tr("黑白"), QPrinter.ColorMode.GrayScale)),
            ),
        )
        for box, rows in choices:
            for words, value in rows:
                box.addItem(words, value)
        for number, words in enumerate((self.tr("全部"), self.tr("当前页"), self.tr("页码"))):
            button = QRadioButton(words)
            self.pages.addButton(button, number)
        self.pages.button(ALL).setChecked(True)

    def _lay_out(self) -> None:
        ranges = QWidget()
        range_row = QHBoxLayout(ranges)
        range_row.setContentsMargins(0, 0, 0, 0)
        for button in self.pages.buttons():
            range_row.addWidget(button)
        range_row.addWidget(self.words, 1)
        form = QGridLayout()
        form.setSpacing(8)
        form.setColumnStretch(1, 1)
        form.setColumnStretch(3, 1)
        lines: tuple[tuple[tuple[str, QWidget], ...], ...] = (  # two beside each other: the dialog fits 384 units
            ((self.tr("打印机"), self.printer),),
            (("", self.lack),),
            ((self.tr("范围"), ranges),),
            (("", self.trouble),),
            ((self.tr("份数"), self.copies), (self.tr("单双面"), self.sides)),
            ((self.tr("纸张"), self.paper), (self.tr("大小"), self.fit)),
            ((self.tr("内容"), self.marked), (self.tr("颜色"), self.colour)),
        )
        for at, line in enumerate(lines):
            for half, (words, field) in enumerate(line):
                if words:
                    label = QLabel(words)
                    label.setBuddy(field)
                    form.addWidget(label, at, 2 * half)
                form.addWidget(field, at, 2 * half + 1, 1, 3 if len(line) == 1 else 1)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        word_button(self.buttons, QDialogButtonBox.StandardButton.Cancel, self.tr("取消"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self.buttons)

    def _refresh(self, *_: object) -> None:
        """Grey what does not apply, and say at once when a page is named that is not there."""
        is_chosen = self.pages.checkedId() == CHOSEN
        self.words.setEnabled(is_chosen)
        is_wrong = is_chosen and bool(self.words.text().strip()) and self.plan is None
        self.trouble.setText(self.tr("没有这样的页，请按页面上印的页码写。") if is_wrong else "")
        self.trouble.setVisible(is_wrong)
        self.copies.setEnabled(not self.is_to_file)
        self.sides.setEnabled(not self.is_to_file)
        words = self.tr("存为 PDF…") if self.is_to_file else self.tr("打印")
        word_button(self.buttons, QDialogButtonBox.StandardButton.Ok, words)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self.plan is not None)
