"""姓名和单位: who is checking; stands with every verdict, correction and note."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from engine.settings import Settings, become, known_people
from gui.style.buttons import word_button
from gui.style.measure import open_at


class IdentityDialog(QDialog):
    """Asks for name and office; keeps them in the settings when accepted. What policy has fixed cannot be changed.

    At a shared desktop another person goes on under an id of their own: what the former one decided stays theirs."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setWindowTitle(self.tr("姓名和单位"))
        _, name, office = settings.person()
        self._former = (name, office)
        self.name = QLineEdit(name)
        self.office = QLineEdit(office)
        self.name.setEnabled(not settings.is_fixed("person.name"))
        self.office.setEnabled(not settings.is_fixed("person.office"))
        self.name.setMinimumWidth(280)
        self.name.selectAll()  # another person types their own name over it
        self.another = QCheckBox(self.tr("换人核对：以前的记录仍归“{name}”").format(name=name))
        self.another.setVisible(bool(settings.text("person.name")) and self.name.isEnabled())
        self._is_told = False
        self.another.clicked.connect(self._on_told)
        self.name.textChanged.connect(self._on_typed)
        self.office.textChanged.connect(self._on_typed)
        self._offer_known()
        self._lay_out()
        self._on_typed()
        open_at(self, 360)

    def accept(self) -> None:
        """Keep what was given; an empty name is the login name again."""
        name, office = self._given()
        is_same = not (self.another.isVisibleTo(self) and self.another.isChecked())
        if (name, office) != self._former:
            become(self._settings, name, office, is_same_person=is_same)
        super().accept()

    def _given(self) -> tuple[str, str]:
        return self.name.text().strip(), self.office.text().strip()

    def _offer_known(self) -> None:
        """Who has checked here before comes back by name, with the office."""
        self._offices = dict(known_people(self._settings))
        completer = QCompleter(list(self._offices), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(lambda name: self.office.setText(self._offices.get(name, self.office.text())))
        self.name.setCompleter(completer)

    def _on_typed(self) -> None:
        """Another name is another person, unless it is said to be the same one."""
        name, office = self._given()
        self.another.setEnabled((name, office) != self._former)
        if not self._is_told:
            self.another.setChecked(name != self._former[0])

    def _on_told(self) -> None:
        self._is_told = True

    def _lay_out(self) -> None:
        words = QLabel(self.tr("核对结论、更正和批注都会记上这个名字，同事的记录可以合在一起。"))
        words.setWordWrap(True)
        form = QFormLayout()
        form.setSpacing(8)
        form.addRow(self.tr("姓名"), self.name)
        form.addRow(self.tr("单位"), self.office)
        form.addRow("", self.another)
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
