"""The column left of the pages: small pages with what is open and noted, the PDF's own bookmarks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import Fit
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.style.colours import INK, VERMILION
from gui.tools.words.writing import write_box
from gui.window.frame import Frame

from .conftest import WAIT

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

Parsed = Callable[[Path], Frame]


@pytest.fixture
def book(sample: Path, tmp_path: Path) -> Path:
    """The sample with an outline of two levels, one entry of which leads nowhere."""
    writer = PdfWriter(clone_from=PdfReader(sample))
    first = writer.add_outline_item(title="一、总体要求", page_number=0)
    writer.add_outline_item(title="（一）目标", page_number=1, parent=first, fit=Fit.xyz(top=400))
    writer.add_outline_item(title="二、重点任务", page_number=4)
    writer.add_outline_item(title="附注", page_number=None)
    path = tmp_path / "book.pdf"
    writer.write(path)
    return path


def still(frame: Frame, qtbot: QtBot) -> None:
    view = frame.area.view
    qtbot.waitUntil(lambda: not view.glide.is_running and not view.supply.pictures.is_waiting(), timeout=WAIT)


def shown_bookmarks(frame: Frame, qtbot: QtBot) -> object:
    frame.chrome.actions["view.bookmarks"].trigger()
    pane = frame.chrome.left.bookmarks
    qtbot.waitUntil(lambda: pane.model is not None, timeout=WAIT)
    return pane


def test_thumbnails_show_every_page_and_go_there(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    frame.chrome.actions["view.thumbnails"].trigger()
    small = frame.chrome.left.thumbnails
    qtbot.waitUntil(lambda: len(small.pictures) >= 3, timeout=WAIT)
    QTest.mouseClick(small.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, small._row() * 2 + 40))
    still(frame, qtbot)
    assert frame.area.view.page == 2


def test_thumbnails_are_walked_by_keys_and_enter_reads_on(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    frame.activateWindow()
    frame.chrome.actions["view.thumbnails"].trigger()
    small, view = frame.chrome.left.thumbnails, frame.area.view
    pages = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_End, Qt.Key.Key_Home):
        QTest.keyClick(small, key)
        still(frame, qtbot)
        pages.append(view.page)
    assert pages == [1, 2, 1, len(frame.document.pages) - 1, 0]
    QTest.keyClick(small, Qt.Key.Key_Return)
    assert view.hasFocus() or not frame.isActiveWindow()


def test_thumbnails_tell_what_is_open_and_what_is_noted(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    document = frame.document
    frame.chrome.actions["view.thumbnails"].trigger()
    small = frame.chrome.left.thumbnails
    view = document.session.view
    page = view.metrics[0].places[0].page
    open_items = sum(
        item.places[0].page == page and item.verdict == "open" and item.reading != "rejected"
        for item in (*view.metrics, *view.findings)
    )
    assert f"{open_items} 项待核" in small.words(page - 1)
    assert "批注" not in small.words(page - 1)
    row = QRect(0, small._row() * (page - 1), small.viewport().width(), small._row())
    frame.area.view.travel.to_page(0)
    still(frame, qtbot)
    row.translate(0, -small.verticalScrollBar().value())

    def colours() -> set[int]:
        image = small.viewport().grab(row).toImage()
        return {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}

    assert INK.rgb() in colours()
    assert VERMILION.rgb() not in colours()
    write_box(document, page, document.pages[page - 1].box)
    assert "1 条批注" in small.words(page - 1)
    assert QColor(VERMILION).rgb() in colours()


def test_bookmarks_lead_to_their_pages_by_click_and_enter(parsed: Parsed, book: Path, qtbot: QtBot) -> None:
    frame = parsed(book)
    pane = shown_bookmarks(frame, qtbot)
    view, tree, model = frame.area.view, pane.tree, pane.model
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["一、总体要求", "二、重点任务", "附注"]
    inner = model.index(0, 0, model.index(0, 0))
    assert (inner.data(), inner.siblingAtColumn(1).data()) == ("（一）目标", frame.document.label(2))
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(model.index(1, 0)).center())
    still(frame, qtbot)
    assert view.page == 4
    tree.setCurrentIndex(inner)
    QTest.keyClick(tree, Qt.Key.Key_Return)
    still(frame, qtbot)
    assert view.page == 1
    assert view.camera.geometry(1).to_view(0, 400)[1] + view.camera.page_box(1).bottom == pytest.approx(16, abs=2)
    frame.chrome.actions["view.back"].trigger()
    still(frame, qtbot)
    assert view.page == 4
    tree.setCurrentIndex(model.index(2, 0))
    QTest.keyClick(tree, Qt.Key.Key_Return)
    assert view.page == 4


def test_the_bookmark_that_is_read_stands_out(parsed: Parsed, book: Path, qtbot: QtBot) -> None:
    frame = parsed(book)
    pane = shown_bookmarks(frame, qtbot)
    view, model = frame.area.view, pane.model
    assert model.bookmarks[model.reading].title == "一、总体要求"
    view.travel.to_page(2)
    still(frame, qtbot)
    assert model.bookmarks[model.reading].title == "（一）目标"
    pane.tree.collapseAll()
    view.travel.to_page(3)
    still(frame, qtbot)
    assert model.bookmarks[model.reading].title == "一、总体要求"
    view.travel.to_page(6)
    still(frame, qtbot)
    assert model.bookmarks[model.reading].title == "二、重点任务"
    assert model.index(1, 0).data(Qt.ItemDataRole.FontRole).bold()


def test_bookmarks_are_asked_for_when_they_are_looked_at_and_their_lack_is_said(
    parsed: Parsed, speech: Path, qtbot: QtBot
) -> None:
    frame = parsed(speech)
    asked: list[object] = []
    frame.document.feed.bookmarks_ready.connect(asked.append)
    frame.chrome.actions["view.thumbnails"].trigger()
    qtbot.waitUntil(lambda: len(frame.chrome.left.thumbnails.pictures) >= 3, timeout=WAIT)
    assert not asked
    frame.chrome.actions["view.bookmarks"].trigger()
    pane = frame.chrome.left.bookmarks
    qtbot.waitUntil(lambda: bool(asked), timeout=WAIT)
    assert "没有书签" in pane.words.text()
    assert frame.chrome.actions["view.bookmarks"].isChecked()
    assert not frame.chrome.actions["view.thumbnails"].isChecked()
    frame.chrome.actions["view.bookmarks"].trigger()
    assert not pane.isVisible()
    assert not frame.chrome.actions["view.bookmarks"].isChecked()
