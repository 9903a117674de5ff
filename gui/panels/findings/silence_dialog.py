"""Asks how far a finding is to be silenced for the office, and lists what is silenced, to let it speak again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from engine.lexicon.silence import Silence
from gui.panels.words.look import QUIET, give_role
from gui.panels.words.rules import rule_words
from gui.style.buttons import word_button
from gui.style.measure import open_at
from gui.style.rows import give_room


class SilenceDialog(QDialog):
    """Silence the rule about one quote, or the whole rule; says where that is written."""

    def __init__(self, rule: str, quote: str, where: Path, *, is_shared: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("以后不再提示"))
        name = rule_words(rule)
        short = quote if len(quote) <= 24 else f"{quote[:24]}…"
        self.quote = QRadioButton(self.tr("只是“{quote}”不再提示“{rule}”").format(quote=short, rule=name))
        self.rule = QRadioButton(self.tr("所有文件都不再提示“{rule}”").format(rule=name))
        (self.quote if quote else self.rule).setChecked(True)
        self.quote.setEnabled(bool(quote))
        shared = self.tr("对用这个文件夹的所有人有效，写入：")
        own = self.tr("只对您有效，写入：")
        told = QLabel(f"{shared if is_shared else own}\n{where}")
        told.setWordWrap(True)
        told.setTextFormat(Qt.TextFormat.PlainText)
        give_role(told, QUIET)
        later = QLabel(
            self.tr("本文件中的这处标为误报；从下次识别起不再提示。可在“核对 > 疑点 > 不再提示的疑点”恢复。")
        )
        later.setWordWrap(True)
        give_role(later, QUIET)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        word_button(buttons, QDialogButtonBox.StandardButton.Ok, self.tr("不再提示"))
        word_button(buttons, QDialogButtonBox.StandardButton.Cancel, self.tr("取消"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        for widget in (self.quote, self.rule, told, later, buttons):
            column.addWidget(widget)
        open_at(self, 420)


class SilencedDialog(QDialog):
    """What is silenced; a line can be taken back."""

    restore_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("不再提示的疑点"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("不再提示的疑点"))
        give_room(self.list)
        self._empty = QLabel(self.tr("没有不再提示的疑点。在疑点列表里按 Ctrl+Delete，可以让同类疑点以后不再提示。"))
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        give_role(self._empty, QUIET)
        self.restore = QPushButton(self.tr("恢复提示"))
        self.restore.clicked.connect(self._on_restore)
        self.list.itemSelectionChanged.connect(self._refresh)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        word_button(buttons, QDialogButtonBox.StandardButton.Close, self.tr("关闭"))
        buttons.addButton(self.restore, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        self.told = QLabel(self.tr("恢复后，按 F5 重新识别即可再看到。"))
        give_role(self.told, QUIET)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        column.addWidget(self._empty, 1)
        column.addWidget(self.list, 1)
        column.addWidget(self.told)
        column.addWidget(buttons)
        open_at(self, 480, 320)

    def show_silences(self, found: Sequence[Silence]) -> None:
        """List what is silenced."""
        self.list.clear()
        for rule, quote in found:
            words = self.tr("{rule}：“{quote}”") if quote else self.tr("{rule}：全部")
            item = QListWidgetItem(words.format(rule=rule_words(rule), quote=quote))
            item.setData(Qt.ItemDataRole.UserRole, (rule, quote))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._empty.setVisible(not found)
        self.list.setVisible(bool(found))
        self.told.setVisible(bool(found))
        self.restore.setVisible(bool(found))
        self._refresh()

    def _refresh(self) -> None:
        self.restore.setEnabled(self.list.currentItem() is not None)

    def _on_restore(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            rule, quote = item.data(Qt.ItemDataRole.UserRole)
            self.restore_wanted.emit(rule, quote)
