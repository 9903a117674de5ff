"""The line for finding words."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.window.bars.find_bar import FindBar


class View(QWidget):
    """A page view without pages."""

    def __init__(self) -> None:
        super().__init__()
        self.overlay = SimpleNamespace(search=None)
        self.supply = None
        self.selection = SimpleNamespace(text=str)

    def viewport(self) -> QWidget:
        return self


class Area(QObject):
    """A page area that shows the view."""

    front_changed = Signal()

    def __init__(self, view: View) -> None:
        super().__init__()
        self.view = self.front = view


class Frame(QObject):
    """A window with nothing else."""

    document_changed = Signal(object)
    document = None

    def __init__(self, view: View) -> None:
        super().__init__()
        self.area = Area(view)


@pytest.fixture
def bar(qtbot: QtBot) -> Any:
    view = View()
    frame = Frame(view)
    made = FindBar(frame)
    for widget in (view, made):
        qtbot.addWidget(widget)
    yield made
    del frame


def test_pages_that_could_not_be_searched_are_counted_when_the_search_ends(bar: FindBar) -> None:
    bar.search.start("智慧")
    bar.search.unread = {3, 4}
    bar.search.changed.emit()
    assert bar.count.text() == "没有找到；有 2 页读不出文字，没有查找"


def test_opened_again_the_line_looks_for_its_words_at_once_and_once(bar: FindBar) -> None:
    bar.ask()
    bar.edit.setText("智慧")
    bar.step(1)
    bar.leave()
    assert not bar.search.query
    bar.ask()
    assert bar.search.query == "智慧"
    bar.search.unread = {1}
    bar.ask()
    assert bar.search.unread == {1}
