"""较早的版本: what was saved before, kept on this computer; one of them can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from threading import Event, Thread

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from engine.storage.versions import Version, VersionFacts
from gui.bridge.document import OpenDocument
from gui.bridge.outlet import outlet
from gui.style.buttons import word_button
from gui.style.measure import open_at
from gui.style.rows import give_room

_WAITING = "…"


class VersionsDialog(QDialog):
    """Lists the versions, newest first; what each holds is read beside the interface."""

    chosen = Signal(object, str)  # the version to go back to (None: an empty review), its time in words

    def __init__(self, document: OpenDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("恢复较早的版本"))
        self._versions: tuple[Version, ...] = document.taking_over.versions()
        self._over = Event()
        words = QLabel(
            self.tr("每次保存都在本机留一份。恢复是一步操作，可以撤销；现在的内容也留在列表里。")
            if self._versions
            else self.tr("这份文件在本机还没有较早的版本。")
        )
        words.setWordWrap(True)
        self.list = self._made_list()
        self.buttons = QDialogButtonBox()
        self.restore = self.buttons.addButton(self.tr("恢复到这个版本"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(QDialogButtonBox.StandardButton.Close)
        word_button(self.buttons, QDialogButtonBox.StandardButton.Close, self.tr("关闭"))
        self.buttons.accepted.connect(self._on_accepted)
        self.buttons.rejected.connect(self.reject)
        self.list.itemSelectionChanged.connect(self._refresh)
        self.list.itemActivated.connect(lambda _item, _column: self._on_accepted())
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        for widget in (words, self.list, self.buttons):
            column.addWidget(widget)
        open_at(self, 680, 460)
        self.finished.connect(self._over.set)
        self._refresh()
        self._thread: Thread | None = None
        if self._versions and document.session is not None:
            facts_of, own = document.taking_over.facts_of, document.session.snapshot()
            arguments = (self._versions, lambda version: facts_of(version, own), self._over, outlet(self._on_read))
            self._thread = Thread(target=_read_all, args=arguments, name="piyue-versions", daemon=True)
            self._thread.start()

    def _made_list(self) -> QTreeWidget:
        made = QTreeWidget()
        made.setRootIsDecorated(False)
        give_room(made)
        made.setAccessibleName(self.tr("较早的版本"))
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        titles = (self.tr("保存时间"), self.tr("保存人"), self.tr("核对结论"), self.tr("更正"), self.tr("批注"))
        made.setHeaderLabels([*titles, self.tr("与现在不同")])
        header = made.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for version in self._versions:
            row = QTreeWidgetItem(made, [version_time(version.at), _WAITING])
            for at in range(2, 6):
                row.setTextAlignment(at, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        blank = QTreeWidgetItem(made, [self.tr("从空白开始")])
        blank.setData(0, Qt.ItemDataRole.UserRole, 1)
        made.setCurrentIndex(made.model().index(0, 0))
        return made

    def _on_read(self, read: tuple[int, VersionFacts | None]) -> None:
        at, facts = read
        row = self.list.topLevelItem(at)
        if row is None:
            return
        if facts is None:
            row.setText(1, self.tr("读不出来"))
            row.setDisabled(True)
        else:
            differs = str(facts.differs) if facts.differs else self.tr("相同")
            told = (facts.who, str(facts.verdicts), str(facts.corrections), str(facts.notes), differs)
            for column, words in enumerate(told, 1):
                row.setText(column, words)
            row.setData(0, Qt.ItemDataRole.UserRole, facts.differs)
        self._refresh()

    def _refresh(self) -> None:
        row = self._row()
        differs = row.data(0, Qt.ItemDataRole.UserRole) if row is not None and not row.isDisabled() else None
        self.restore.setEnabled(bool(differs))

    def _row(self) -> QTreeWidgetItem | None:
        found = self.list.selectedItems()
        return found[0] if found else None

    def _on_accepted(self) -> None:
        row = self._row()
        if row is not None and self.restore.isEnabled():
            at = self.list.indexOfTopLevelItem(row)
            self.chosen.emit(self._versions[at] if at < len(self._versions) else None, row.text(0))
            self.accept()


def _read_all(
    versions: tuple[Version, ...],
    facts_of: Callable[[Version], VersionFacts | None],
    over: Event,
    tell: Callable[[object], None],
) -> None:
    for at, version in enumerate(versions):
        if over.is_set():
            return
        tell((at, facts_of(version)))


def version_time(at: datetime) -> str:
    """The local time of a version, to the second: two saves of one minute differ."""
    return at.astimezone().strftime("%Y-%m-%d %H:%M:%S")
