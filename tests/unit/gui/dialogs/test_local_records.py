"""Clearing what this computer keeps: never what holds unsaved work without a clear question."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from engine.editing import verbs
from engine.editing.session import Session
from engine.storage.local_records import local_records
from engine.storage.saver import Saver
from gui.dialogs.local_records import LocalRecordsDialog
from tests.data.reviews import ZHANG, opened_in, sample_parse, shelf_in


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> LocalRecordsDialog:
    """A document with one saved version and one step that only the journal has."""
    opened = opened_in(tmp_path)
    saver = Saver(opened, shelf_in(tmp_path), ZHANG)
    session = Session(opened.review, sample_parse(12), ZHANG, on_step=saver.note)
    session.apply(verbs.reject(session.view, item=session.view.metrics[0].id, by=ZHANG.id))
    saver.save(saver.snapshot(session))
    session.apply(verbs.reject(session.view, item=session.view.metrics[1].id, by=ZHANG.id))
    saver.sync()
    saver.close()
    made = LocalRecordsDialog(shelf_in(tmp_path))
    qtbot.addWidget(made)
    return made


def answer(dialog: LocalRecordsDialog, words: str) -> QMessageBox:
    box = dialog.findChildren(QMessageBox)[-1]
    next(button for button in box.buttons() if button.text() == words).click()
    return box


def test_a_document_is_listed_with_what_is_kept_of_it(dialog: LocalRecordsDialog) -> None:
    row = dialog.list.topLevelItem(0)
    assert row is not None
    assert (row.text(0), row.text(2), row.text(4)) == ("讲话.pdf", "1", "有只存在本机的修改")


def test_unsaved_work_is_named_in_the_question_and_stays_unless_told_otherwise(
    dialog: LocalRecordsDialog, tmp_path: Path
) -> None:
    dialog.remove_all.click()
    box = answer(dialog, "清除，但保留这些修改")
    assert "“讲话.pdf”有只存在本机" in box.informativeText()
    assert box.defaultButton().text() == "取消"
    (record,) = local_records(shelf_in(tmp_path))
    assert (record.versions, record.has_unsaved) == (0, True)
    dialog.remove.click()
    answer(dialog, "取消")
    assert local_records(shelf_in(tmp_path))[0].has_unsaved
    dialog.remove.click()
    answer(dialog, "连同这些修改一起清除")
    assert local_records(shelf_in(tmp_path)) == ()
    assert not dialog.remove_all.isEnabled()
