"""The line above the 参照文件: which file it is, where the reader is in it, its parse, what can be done."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QToolButton, QWidget

from gui.bridge.document import OpenDocument
from gui.pages.view import PageView
from gui.panels.words.look import dress, give_icon
from gui.window.bars.page_box import PageBox

_NARROW = 440  # pixels, below which the page stands under the name
_START = Qt.AlignmentFlag.AlignLeft


class ElidedLabel(QLabel):
    """A name that is cut in its middle where there is no room for it."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = self._short = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(64)

    def set_whole(self, words: str, short: str) -> None:
        """Show words, as far as there is room; only the short ones where it is not enough for all."""
        self._whole, self._short = words, short
        self.setAccessibleName(words)
        self._cut()

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._cut()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._whole), super().sizeHint().height())

    def _cut(self) -> None:
        metrics = self.fontMetrics()
        words = self._whole if metrics.horizontalAdvance(self._whole) <= self.width() else self._short
        self.setText(metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, self.width()))


class ReferenceHead(QWidget):
    """Name, page and buttons; `line` tells of the parse while it is under way or has failed."""

    follow_changed = Signal(bool)

    def __init__(self, view: PageView, actions: Any) -> None:
        super().__init__()
        self._document: OpenDocument | None = None
        self._is_narrow = False
        self.name = ElidedLabel()
        self.page_box = PageBox(view)
        self.follow = self._button("follow", self.tr("跟随：在左边选一项指标，这里翻到同名指标"))
        self.metrics = self._button("metrics", self.tr("参照文件的指标"))
        for button in (self.follow, self.metrics):
            button.setCheckable(True)
            button.setChecked(True)
        self.follow.toggled.connect(self.follow_changed)
        self._lines = QGridLayout(self)
        self._lay_out(actions)
        self.parse = QLabel()
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(8)
        self.stop = self._button("close", self.tr("停止识别参照文件"))
        self.stop.clicked.connect(self._on_stop)
        self.again = self._button("reparse", self.tr("重新识别参照文件"))
        self.again.clicked.connect(self._on_again)
        self.line = QWidget()  # stands below the lists: above the pages it would move them
        under = QHBoxLayout(self.line)
        under.setContentsMargins(12, 4, 4, 4)
        under.setSpacing(8)
        under.addWidget(self.parse)
        under.addWidget(self.progress, 1)
        under.addWidget(self.stop)
        under.addWidget(self.again)
        self.line.hide()

    def set_document(self, document: OpenDocument | None) -> None:
        """Follow a document."""
        self._document = document
        self.page_box.set_document(document)
        self.line.hide()
        if document is None:
            return
        said = self.tr("参照：{name}").format(name=document.file_name)
        self.name.set_whole(said, document.file_name)
        self.name.setToolTip(str(document.path))
        document.parse_progressed.connect(self._on_progressed)
        document.parse_finished.connect(self._on_finished)
        document.parse_failed.connect(self._on_failed)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            dress(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow pane the name has a line of its own, and its beginning and end can be read."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < _NARROW
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._lines.removeWidget(self.page_box)
            self._lines.addWidget(self.page_box, *((1, 0, _START) if is_narrow else (0, 1)))

    def _lay_out(self, actions: Any) -> None:
        lines = self._lines
        lines.setContentsMargins(12, 4, 4, 4)
        lines.setSpacing(4)
        lines.setColumnStretch(0, 1)
        lines.addWidget(self.name, 0, 0)
        lines.addWidget(self.page_box, 0, 1)
        buttons = [self.follow, self.metrics]
        for name in ("reference.swap", "reference.close"):
            button = QToolButton()
            button.setDefaultAction(actions[name])
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            button.setAutoRaise(True)
            buttons.append(button)
        for column, button in enumerate(buttons, 2):
            lines.addWidget(button, 0, column)

    def _button(self, icon: str, words: str) -> QToolButton:
        button = QToolButton()
        give_icon(button, icon)
        button.setIconSize(QSize(16, 16))
        button.setAutoRaise(True)
        button.setToolTip(words)
        button.setAccessibleName(words)
        return button

    def _on_progressed(self, done: int, total: int) -> None:
        self.parse.setText(self.tr("正在识别"))
        self.progress.setRange(0, max(total, 1))
        self.progress.setValue(done)
        self._show(is_running=True)

    def _on_finished(self) -> None:
        document = self._document
        if document is not None and not document.has_text:
            self.parse.setText(self.tr("扫描件，没有文字，列不出指标"))
            self._show(is_running=False)
            self.again.hide()
        else:
            self.line.hide()

    def _on_failed(self, error: object) -> None:
        cancelled = getattr(error, "code", "") == "cancelled"
        self.parse.setText(self.tr("识别已停止") if cancelled else self.tr("识别未完成"))
        self._show(is_running=False)

    def _show(self, *, is_running: bool) -> None:
        self.progress.setVisible(is_running)
        self.stop.setVisible(is_running)
        self.again.setVisible(not is_running)
        self.line.show()

    def _on_stop(self) -> None:
        if self._document is not None:
            self._document.cancel_parse()

    def _on_again(self) -> None:
        if self._document is not None:
            self._document.reparse()
