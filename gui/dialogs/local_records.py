"""清除本机记录: what this computer keeps of documents (versions, journals, reviews not in their place), and its
removal. What holds work that is nowhere else goes only after a question that says so."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QMessageBox,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from engine.storage.local_records import LocalRecord, local_records, remove_local
from engine.storage.places import Shelf
from gui.dialogs.versions import version_time
from gui.style.buttons import word_button
from gui.style.measure import open_at
from gui.style.rows import give_room


class LocalRecordsDialog(QDialog):
    """One row a document; several can be chosen."""

    def __init__(self, shelf: Shelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._records: tuple[LocalRecord, ...] = ()
        self.setWindowTitle(self.tr("清除本机记录"))
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.list = QTreeWidget()
        self.list.setRootIsDecorated(False)
        give_room(self.list)
        self.list.setAccessibleName(self.tr("本机记录"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setHeaderLabels(
            [self.tr("文件"), self.tr("最近修改"), self.tr("版本"), self.tr("大小"), self.tr("说明")]
        )
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.remove = self.buttons.addButton(self.tr("清除所选(&D)"), role)
        self.remove_all = self.buttons.addButton(self.tr("全部清除(&A)"), role)
        self.buttons.addButton(QDialogButtonBox.StandardButton.Close)
        word_button(self.buttons, QDialogButtonBox.StandardButton.Close, self.tr("关闭"))
        for button in (self.remove, self.remove_all):
            button.setAutoDefault(False)  # Return must not remove anything
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
        self.remove.clicked.connect(lambda _checked=False: self._remove(self._chosen()))
        self.remove_all.clicked.connect(lambda _checked=False: self._remove(self._records))
        self.buttons.rejected.connect(self.reject)
        self.list.itemSelectionChanged.connect(self._refresh)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        for widget in (self.words, self.list, self.buttons):
            column.addWidget(widget)
        self._fill()
        open_at(self, 720, 460)

    def _fill(self) -> None:
        self._records = tuple(sorted(local_records(self._shelf), key=lambda record: record.at, reverse=True))
        self.list.clear()
        for record in self._records:
            told = self.tr("有只存在本机的修改") if record.has_unsaved else ""
            name = record.file_name or self.tr("（名称不详）")
            size = QLocale().formattedDataSize(record.bytes, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
            row = QTreeWidgetItem(self.list, [name, version_time(record.at), str(record.versions), size, told])
            row.setToolTip(0, str(record.folder))
            for at in (2, 3):
                row.setTextAlignment(at, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if self._records:
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.words.setText(
            self.tr(
                "本机保留着核对过的文件的较早版本和没来得及保存的修改。清除后不能恢复；文件旁边的核对记录不受影响。"
            )
            if self._records
            else self.tr("本机没有留下任何记录。")
        )
        self._refresh()

    def _refresh(self) -> None:
        self.remove.setEnabled(bool(self.list.selectedItems()))
        self.remove_all.setEnabled(bool(self._records))

    def _chosen(self) -> tuple[LocalRecord, ...]:
        rows = (self.list.indexOfTopLevelItem(row) for row in self.list.selectedItems())
        return tuple(self._records[at] for at in sorted(rows))

    def _remove(self, records: tuple[LocalRecord, ...]) -> None:
        """Ask once; where work would be lost, ask apart and keep it unless told otherwise."""
        unsaved = [record for record in records if record.has_unsaved]
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.windowTitle())
        box.setText(self.tr("清除 %n 份文件的本机记录？", "", len(records)))
        wipe: QPushButton | None = None
        if unsaved:
            names = "、".join(f"“{record.file_name or self.tr('（名称不详）')}”" for record in unsaved[:5])
            box.setInformativeText(
                self.tr("{names}有只存在本机、还没有存到文件旁边的修改，清除它们就再也找不回来了。").format(names=names)
            )
            box.addButton(self.tr("清除，但保留这些修改"), QMessageBox.ButtonRole.AcceptRole)
            wipe = box.addButton(self.tr("连同这些修改一起清除"), QMessageBox.ButtonRole.DestructiveRole)
        else:
            box.setInformativeText(self.tr("较早的版本清除后不能恢复。"))
            box.addButton(self.tr("清除"), QMessageBox.ButtonRole.AcceptRole)
        stay = box.addButton(self.tr("取消"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.buttonClicked.connect(
            lambda button: self._wipe(records, unsaved_too=button is wipe) if button is not stay else None
        )
        box.open()

    def _wipe(self, records: tuple[LocalRecord, ...], *, unsaved_too: bool) -> None:
        failed = []
        for record in records:
            try:
                remove_local(record.folder, self._shelf, unsaved_too=unsaved_too)
            except OSError:
                failed.append(record.file_name or record.folder.name)
        self._fill()
        if failed:
            self.words.setText(self.tr("有些记录系统不让清除：{names}。").format(names="、".join(failed)))
