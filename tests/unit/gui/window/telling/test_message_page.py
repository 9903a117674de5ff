"""The page of words in the place of the document."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.dialogs.wording import Wording
from gui.window.telling.message_page import MessagePage


def test_words_of_several_lines_are_shown_whole(qtbot: QtBot) -> None:
    page = MessagePage(Wording("需要密码", "这份文件加了密码，没有密码不能打开。" * 6, "请用无密码的副本。"), [])
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    label = next(one for one in page.findChildren(QLabel) if one.wordWrap())
    assert label.heightForWidth(label.width()) > 2 * label.fontMetrics().height()
    assert label.height() >= label.heightForWidth(label.width())
