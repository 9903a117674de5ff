"""The status bar: page, how far the parse is, what is saved where, zoom."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QToolButton, QWidget

from engine.settings import Settings, login_name
from gui.actions.icons import tinted_icon
from gui.bridge.document import OpenDocument
from gui.window.bars.page_box import PageBox, ZoomBox


class StatusFields(QWidget):
    """One row for the status bar; follows the frame's document."""

    def __init__(self, frame: Any) -> None:
        super().__init__()
        self._frame = frame
        self.page_box = PageBox(frame.area.view)
        self.zoom_box = ZoomBox(frame.area.view)
        self.parse = QLabel()
        self.saved = QLabel()
        self.person = QToolButton()
        self.person.setAutoRaise(True)
        self.person.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.person.setIconSize(QSize(16, 16))
        self.person.setIcon(tinted_icon("person"))
        self.person.setCursor(Qt.CursorShape.PointingHandCursor)
        self.person.setToolTip(self.tr("核对人：点这里改姓名和单位，或换人核对"))
        self.person.clicked.connect(lambda _checked=False: frame.chrome.actions["tools.identity"].trigger())
        self.progress = QProgressBar()
        self.progress.setFixedSize(96, 8)
        self.progress.setTextVisible(False)
        self.cancel = QToolButton()
        self.cancel.setText("✕")
        self.cancel.setAutoRaise(True)
        self.cancel.setToolTip(self.tr("停止识别"))
        self.cancel.setAccessibleName(self.tr("停止识别"))
        self.cancel.clicked.connect(self._on_cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(16)
        row.addWidget(self.page_box)
        row.addWidget(self.parse)
        row.addWidget(self.progress)
        row.addWidget(self.cancel)
        row.addWidget(self.saved)
        row.addStretch(1)
        row.addWidget(self.person)
        row.addWidget(self.zoom_box)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        frame.document_changed.connect(self.set_document)
        self.set_document(frame.document)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.person.setIcon(tinted_icon("person"))

    def show_person(self) -> None:
        """Who is checking: the open review's person, else the one of the settings."""
        document = self._frame.document
        session = document.session if document is not None else None
        if session is not None:
            name, office = session.person.name, session.person.office
        else:
            settings = Settings.load()
            name, office = settings.text("person.name") or login_name(), settings.text("person.office")
        words = "  ".join(filter(None, (name, office))) or self.tr("姓名和单位")
        self.person.setText(words)
        self.person.setAccessibleName(self.tr("核对人：{name}").format(name=words))

    def set_document(self, document: OpenDocument | None) -> None:
        self.parse.clear()
        self.saved.clear()
        self.show_person()
        self._show_progress(0, 0)
        self.page_box.set_document(document)
        self.zoom_box.setVisible(document is not None)
        if document is None:
            return
        document.parse_progressed.connect(self._on_progressed)
        document.parse_finished.connect(self._on_parsed)
        document.parse_failed.connect(self._on_parse_failed)
        document.save_state_changed.connect(self._on_saved)
        document.session_ready.connect(self.show_person)
        self._on_saved(*document.save_state)

    def _on_progressed(self, done: int, total: int) -> None:
        self.parse.setText(self.tr("正在识别"))
        self._show_progress(done, total)

    def _on_parsed(self) -> None:
        self._show_progress(0, 0)
        document = self._frame.document
        has_text = document is None or document.has_text
        self.parse.setText(self.tr("识别完成") if has_text else self.tr("扫描件，没有文字"))

    def _on_parse_failed(self, error: object) -> None:
        self._show_progress(0, 0)
        cancelled = getattr(error, "code", "") == "cancelled"
        self.parse.setText(self.tr("识别已停止") if cancelled else self.tr("识别未完成"))

    def _on_saved(self, code: str, values: dict[str, str]) -> None:
        self.saved.setText(save_words(code, values))
        self.saved.setToolTip(values.get("path", ""))

    def _show_progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, max(total, 1))
        self.progress.setValue(done)
        self.progress.setVisible(total > 0)
        self.cancel.setVisible(total > 0)

    def _on_cancel(self) -> None:
        if self._frame.document is not None:
            self._frame.document.cancel_parse()


def save_words(code: str, values: dict[str, str]) -> str:
    """What the status bar says of saving."""
    translate = QCoreApplication.translate
    where = {
        "beside": translate("Status", "原文件旁"),
        "folder": translate("Status", "指定文件夹"),
        "local": translate("Status", "本机"),
    }.get(values.get("where", ""), "")
    match code:
        case "saved":
            words = translate("Status", "已保存 {time}").format(time=values.get("time", ""))
            return translate("Status", "{words}（{where}）").format(words=words, where=where) if where else words
        case "changed":
            return translate("Status", "有未保存的修改")
        case "saving":
            return translate("Status", "正在保存…")
        case "kept-here":
            return translate("Status", "已保存 {time}（只在本机）").format(time=values.get("time", ""))
        case "failed":
            return translate("Status", "没有保存")
        case "read-only":
            return translate("Status", "只能查看")
        case _:
            return ""
