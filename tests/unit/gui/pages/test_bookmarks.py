"""The tree of bookmarks: any flat outline makes a sound tree."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QObject
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from engine.model.link import Bookmark
from gui.pages.bookmarks import BookmarkTree

DOCUMENT: Any = SimpleNamespace(label=lambda page: f"p{page}")


def tree(*levels: int) -> BookmarkTree:
    marks = [Bookmark(level, f"{at}", at % 5) for at, level in enumerate(levels)]
    return BookmarkTree(marks, DOCUMENT, parent=_KEPT)


_KEPT = QObject()


def shape(model: BookmarkTree, parent: QModelIndex | None = None) -> Any:
    above = parent or QModelIndex()
    rows = [model.index(row, 0, above) for row in range(model.rowCount(above))]
    return [(row.data(), shape(model, row)) if model.rowCount(row) else row.data() for row in rows]


def test_levels_make_branches_and_a_level_left_out_hangs_on_the_one_before() -> None:
    assert shape(tree(1, 2, 3, 2, 1)) == [("0", [("1", ["2"]), "3"]), "4"]
    assert shape(tree(3, 1, 5, 4, 2)) == ["0", ("1", ["2", "3", "4"])]


@pytest.mark.parametrize("levels", [(1,), (1, 2, 3, 2, 1), (3, 1, 5, 4, 2), tuple(range(1, 100))])
def test_qt_finds_nothing_wrong_with_the_model(qtbot: QtBot, levels: tuple[int, ...]) -> None:
    model = tree(*levels)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_reading(len(levels) - 1)
    assert model.at(model.place(len(levels) - 1)) == len(levels) - 1


def test_a_bookmark_that_leads_nowhere_has_no_page() -> None:
    model = tree(1, 1)
    assert model.index(0, 1).data() == ""
    assert model.index(1, 1).data() == "p1"
