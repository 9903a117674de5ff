"""姓名和单位: who is checking; stands with every verdict, correction and note."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from engine.settings import Settings
from gui.dialogs.about import word_button


class IdentityDialog(QDialog):
    """Asks for name and office; keeps them in the settings when accepted. What policy has fixed cannot be changed."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setWindowTitle(self.tr("姓名和单位"))
        _, name, office = settings.person()
        self.name = QLineEdit(name)
        self.office = QLineEdit(office)
        self.name.setEnabled(not settings.is_fixed("person.name"))
        self.office.setEnabled(not settings.is_fixed("person.office"))
        self.name.setMinimumWidth(280)
        words = QLabel(self.tr("核对结论、更正和批注都会记上这个名字，同事的记录可以合在一起。"))
        words.setWordWrap(True)
        form = QFormLayout()
        form.setSpacing(8)
        form.addRow(self.tr("姓名"), self.name)
        form.addRow(self.tr("单位"), self.office)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        word_button(buttons, QDialogButtonBox.StandardButton.Ok, self.tr("确定"))
        word_button(buttons, QDialogButtonBox.StandardButton.Cancel, self.tr("取消"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(words)
        column.addLayout(form)
        column.addWidget(buttons)

    def accept(self) -> None:
        """Keep what was given; an empty name is the login name again."""
        if self.name.isEnabled():
            self._settings.set("person.name", self.name.text().strip())
        if self.office.isEnabled():
            self._settings.set("person.office", self.office.text().strip())
        super().accept()
