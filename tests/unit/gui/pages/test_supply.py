"""What the page view draws from."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from engine.errors import WorkerStopped
from engine.worker.protocol import Failed, TextRequest
from gui.pages.supply import PageSupply


class Feed(QObject):
    """The page worker."""

    rendered = Signal(object)
    text_ready = Signal(object)
    links_ready = Signal(object)
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[int] = []

    def ask_text(self, page: int) -> None:
        self.asked.append(page)


class Document(QObject):
    """An open document of three pages."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.feed = Feed()
        self.pages = [None] * 3


@pytest.fixture
def document(qtbot: QtBot) -> Document:
    return Document()


def test_a_page_whose_characters_do_not_come_is_told_and_asked_for_again_only_on_demand(
    document: Document, qtbot: QtBot
) -> None:
    camera: Any = SimpleNamespace()
    supply = PageSupply(document, camera, document)
    supply.ask_text(1)
    with qtbot.waitSignal(supply.text_failed) as told:
        document.feed.failed.emit(Failed(TextRequest(2), WorkerStopped(reason="late")))
    assert told.args == [1]
    assert supply.is_text_lost(1)
    supply.ask_text(1)
    assert document.feed.asked == [2]
    supply.retry_texts()
    supply.ask_text(1)
    assert document.feed.asked == [2, 2]
    assert not supply.is_text_lost(1)
