"""关于批阅: what the program is, which version, what it is built with."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from gui.actions.words import listed
from gui.style.buttons import word_button
from gui.style.measure import open_at

PARTS = ("PySide6-Essentials", "pypdfium2", "pypdf", "jieba", "msgspec", "rapidfuzz")


def version_of(distribution: str) -> str:
    """The installed version of a distribution, "" where it is not installed as one."""
    try:
        return version(distribution)
    except PackageNotFoundError:
        return ""


class AboutDialog(QDialog):
    """A few words; closes by Escape."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("关于批阅"))
        title = QLabel(self.tr("批阅 {version}").format(version=version_of("piyue")).strip())
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 1.6)
        font.setWeight(QFont.Weight.DemiBold)
        title.setFont(font)
        words = QLabel(
            self.tr("公文核对：原文在左，识别结果在右，逐条核对，更正和批注另存在旁边的文件里，PDF 本身从不改动。")
            + "\n\n"
            + self.tr("全部在本机完成，不联网。")
        )
        words.setWordWrap(True)
        built = listed(f"{name} {version_of(name)}".strip() for name in PARTS)
        parts = QLabel(self.tr("以 MIT 许可证发布。使用了 {parts}。").format(parts=built))
        parts.setWordWrap(True)
        parts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        word_button(buttons, QDialogButtonBox.StandardButton.Close, self.tr("关闭"))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        for widget in (title, words, parts, buttons):
            column.addWidget(widget)
        open_at(self, 460)
