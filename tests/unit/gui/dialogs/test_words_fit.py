"""No word of a dialog is cut off when it opens, in either language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from engine.settings import Settings
from gui.dialogs.about import AboutDialog
from gui.dialogs.identity import IdentityDialog
from gui.dialogs.keys import KeysDialog
from gui.dialogs.language import install_language
from gui.panels.findings.silence_dialog import SilencedDialog, SilenceDialog
from gui.panels.lists.column_filter import ColumnFilterBox
from gui.panels.outline.split_dialog import SplitDialog
from gui.panels.words.row_filter import ColumnFilter
from gui.style.measure import open_at

WHERE = Path("/mnt/共享/办公厅/督查室/本单位名单/silence.tsv")
DIALOGS: dict[str, Callable[[], QDialog]] = {
    "about": AboutDialog,
    "identity": lambda: IdentityDialog(Settings(None, {"person.name": "张三"}, {})),
    "keys": KeysDialog,
    "silence": lambda: SilenceDialog("year.title", "二〇一一年九月二十八日", WHERE, is_shared=True),
    "silenced": SilencedDialog,
    "split": lambda: SplitDialog("构建了一张信息高速公路网络", is_text=True),
    "filter": lambda: ColumnFilterBox("指标名称", [("固定电话用户数", 3)], ColumnFilter(), None),
}


@pytest.fixture(params=["zh_CN", "en"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    install_language(qapp, request.param)
    yield request.param
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


@pytest.mark.parametrize("name", DIALOGS)
def test_no_word_is_cut_off(qtbot: QtBot, language: str, name: str) -> None:
    dialog = DIALOGS[name]()
    qtbot.addWidget(dialog)
    dialog.open()
    for label in dialog.findChildren(QLabel):
        if label.isVisible():
            assert label.width() >= (label.minimumSizeHint() if label.wordWrap() else label.sizeHint()).width()
            assert label.height() >= label.heightForWidth(label.width()), label.text()
    for button in dialog.findChildren(QAbstractButton):
        if button.isVisible() and button.text():
            assert button.width() >= button.sizeHint().width(), button.text()
    room = dialog.screen().availableGeometry()
    assert dialog.height() <= room.height()


def test_a_dialog_is_no_larger_than_the_screen(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    open_at(dialog, 100_000, 100_000)
    room = dialog.screen().availableGeometry()
    assert room.contains(dialog.rect())
