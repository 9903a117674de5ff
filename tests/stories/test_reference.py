"""A 参照文件 laid beside the document: read-only, with its own pages, metrics, search and parse."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from engine.editing.verbs import set_field
from engine.model.geometry import box_of_quad
from gui.window.frame import Frame
from gui.window.telling.message_page import MessagePage

from .conftest import WAIT, has_parse

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support")

Parsed = Callable[[Path], Frame]


@pytest.fixture
def last_year(sample: Path, tmp_path: Path) -> Path:
    """Another copy of the sample, in a folder of its own."""
    path = tmp_path / "去年" / "去年讲话.pdf"
    path.parent.mkdir()
    shutil.copyfile(sample, path)
    return path


def reference_parsed(frame: Frame) -> bool:
    reference = frame.document.reference if frame.document is not None else None
    return reference is not None and reference.session is not None and reference.session.parse is not None


def lay_beside(frame: Frame, path: Path, qtbot: QtBot) -> None:
    frame.resize(1600, 900)
    frame.reference.open(path)
    qtbot.waitUntil(lambda: reference_parsed(frame), timeout=WAIT)


def test_a_reference_is_chosen_by_the_menu_and_shows_its_pages_and_its_metrics(
    parsed: Parsed, speech: Path, last_year: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = parsed(speech)
    frame.resize(1600, 900)
    assert not frame.chrome.actions["reference.close"].isEnabled()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(last_year), ""))
    told = []
    frame.document.reference_changed.connect(lambda: told.append(frame.document.reference))
    frame.chrome.actions["reference.open"].trigger()
    qtbot.waitUntil(lambda: reference_parsed(frame), timeout=WAIT)
    reference, pane = frame.document.reference, frame.reference.pane
    assert told[-1] is reference
    assert reference.path == last_year
    assert pane.isVisible()
    assert pane.metrics.model.rowCount() == len(reference.session.view.metrics) > 10
    assert frame.chrome.actions["reference.close"].isEnabled()
    metric = reference.session.view.metrics[-1]
    pane.metrics.go_to(metric.id, "list:metric")
    qtbot.waitUntil(lambda: pane.view.page == metric.places[0].page - 1, timeout=WAIT)
    assert frame.area.view.page == 0


def test_nothing_is_ever_written_for_a_reference_and_the_corrections_beside_it_are_used(
    parsed: Parsed, speech: Path, last_year: Path, qtbot: QtBot
) -> None:
    frame = parsed(last_year)
    document = frame.document
    metric, by = document.session.view.metrics[1], document.session.person.id
    document.apply(set_field(document.session.view, item=metric.id, field="name", value="改过的名称", by=by), "story")
    frame.open_path(speech)
    qtbot.waitUntil(lambda: frame.document is not document and has_parse(frame), timeout=WAIT)
    before = {path: path.stat().st_mtime_ns for path in last_year.parent.iterdir()}
    lay_beside(frame, last_year, qtbot)
    reference = frame.document.reference
    assert reference.session.view.item(metric.id).value("name") == "改过的名称"
    edit = set_field(reference.session.view, item=metric.id, field="name", value="再改", by=by)
    reference.apply(edit, "story")
    reference.save_now()
    assert reference.session.view.item(metric.id).value("name") == "改过的名称"
    assert frame.close_document()
    assert {path: path.stat().st_mtime_ns for path in last_year.parent.iterdir()} == before


def test_a_metric_chosen_in_the_document_brings_the_same_one_of_the_reference_into_view(
    parsed: Parsed, speech: Path, last_year: Path, qtbot: QtBot
) -> None:
    frame = parsed(speech)
    lay_beside(frame, last_year, qtbot)
    reference, pane = frame.document.reference, frame.reference.pane
    metric = frame.document.session.view.metrics[-1]
    frame.document.select(metric.id, "list:metric")
    assert reference.session.view.item(reference.selected).value("name") == metric.value("name")
    qtbot.waitUntil(lambda: not pane.view.glide.is_running, timeout=WAIT)
    assert pane.view.page == metric.places[0].page - 1
    pane.head.follow.setChecked(False)
    frame.document.select(frame.document.session.view.metrics[0].id, "list:metric")
    assert pane.metrics.current_id == reference.selected == metric.id


def test_places_of_the_reference_are_shown_there(parsed: Parsed, speech: Path, last_year: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    lay_beside(frame, last_year, qtbot)
    places = frame.document.reference.session.view.metrics[-1].places
    frame.reference.show(places)
    view = frame.reference.pane.view
    qtbot.waitUntil(lambda: not view.glide.is_running and view.page == places[0].page - 1, timeout=WAIT)
    frame.document.reference.show_places(frame.document.reference.session.view.metrics[0].places, "card")
    qtbot.waitUntil(lambda: not view.glide.is_running and view.page == 0, timeout=WAIT)
    assert frame.area.view.page == 0


def test_the_keys_of_copying_finding_and_zooming_are_the_reference_s_while_it_has_the_focus(
    parsed: Parsed, speech: Path, last_year: Path, qtbot: QtBot
) -> None:
    frame = parsed(speech)
    lay_beside(frame, last_year, qtbot)
    view = frame.reference.pane.view
    frame.activateWindow()
    view.setFocus()
    metric = frame.document.reference.session.view.metrics[1]
    view.show_places(metric.places, glide=False)
    at = metric.places[0].page - 1
    view.supply.ask_text(at)
    qtbot.waitUntil(lambda: view.supply.text(at) is not None, timeout=WAIT)
    sheet, box = view.camera.page_box(at), box_of_quad(metric.places[0].quads[0])
    spot = view.camera.geometry(at).box_to_view(box)
    point = QPoint(round(sheet.left + (spot.left + spot.right) / 2), round(sheet.bottom + (spot.bottom + spot.top) / 2))
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert view.selection.text()
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == view.selection.text()
    before = frame.area.view.camera.zoom, view.camera.zoom
    QTest.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert (frame.area.view.camera.zoom, view.camera.zoom > before[1]) == (before[0], True)
    QTest.keyClick(view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    find = frame.reference.pane.find_bar
    assert find.isVisible()
    assert frame.chrome.find.isHidden()
    find.edit.setText("智慧城市")
    QTest.keyClick(find.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not find.search.is_running and len(find.search.hits) > 10, timeout=WAIT)


@pytest.mark.parses_anew
def test_its_parse_is_shown_stopped_and_begun_again(
    parsed: Parsed, speech: Path, last_year: Path, qtbot: QtBot
) -> None:
    frame = parsed(speech)
    frame.reference.open(last_year)
    head = frame.reference.pane.head
    qtbot.waitUntil(head.stop.isVisible, timeout=WAIT)
    head.stop.click()
    qtbot.waitUntil(head.again.isVisible, timeout=WAIT)
    assert not head.progress.isVisible()
    head.again.click()
    qtbot.waitUntil(lambda: reference_parsed(frame) and not head.progress.isVisible(), timeout=WAIT)


def test_document_and_reference_change_places_each_where_it_was_read(
    parsed: Parsed, speech: Path, last_year: Path, qtbot: QtBot
) -> None:
    frame = parsed(speech)
    lay_beside(frame, last_year, qtbot)
    frame.area.view.glide.is_enabled = frame.reference.pane.view.glide.is_enabled = False
    frame.area.view.travel.to_page(5)
    frame.reference.pane.view.travel.to_page(3)
    frame.chrome.actions["reference.swap"].trigger()
    qtbot.waitUntil(lambda: has_parse(frame) and reference_parsed(frame), timeout=WAIT)
    assert (frame.document.path, frame.document.reference.path) == (last_year, speech)
    assert (frame.area.view.page, frame.reference.pane.view.page) == (3, 5)


def test_the_reference_is_there_again_with_its_document_and_gone_with_another(
    parsed: Parsed, speech: Path, last_year: Path, sample: Path, qtbot: QtBot
) -> None:
    frame = parsed(speech)
    lay_beside(frame, last_year, qtbot)
    former = frame.document.reference
    pid = former.feed._client.pid
    frame.reference.pane.view.travel.to_page(4)
    frame.open_path(sample)
    qtbot.waitUntil(lambda: has_parse(frame), timeout=WAIT)
    assert frame.document.reference is None
    assert not frame.reference.pane.isVisible()
    qtbot.waitUntil(lambda: not Path(f"/proc/{pid}/exe").exists(), timeout=WAIT)
    frame.open_path(speech)
    qtbot.waitUntil(lambda: has_parse(frame) and reference_parsed(frame), timeout=WAIT)
    assert frame.document.reference.path == last_year
    assert frame.reference.pane.view.page == 4
    frame.chrome.actions["reference.close"].trigger()
    assert frame.document.reference is None
    assert not frame.reference.pane.isVisible()
    assert frame.close_document()
    frame.open_path(speech)
    qtbot.waitUntil(lambda: has_parse(frame), timeout=WAIT)
    assert frame.document.reference is None
    offered = []
    frame.chrome.actions["reference.open"].trigger()
    assert frame.document.reference.path == last_year
    assert frame.area.banner.text == f"又打开了上次的参照文件“{last_year.name}”。"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QFileDialog, "getOpenFileName", lambda *words: (offered.append(words[2]), ("", ""))[1])
        frame.area.banner.buttons[0].click()
    assert offered == [str(last_year)]


def test_a_reference_that_cannot_be_shown_says_so_in_its_place_and_another_can_be_chosen(
    parsed: Parsed, speech: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    frame = parsed(speech)
    broken = tmp_path / "坏.pdf"
    broken.write_bytes(b"no pdf at all")
    frame.reference.open(broken)
    area = frame.reference.pane.area
    qtbot.waitUntil(lambda: isinstance(area.instead, MessagePage), timeout=WAIT)
    assert frame.area.instead is None
    closing = area.instead.findChildren(QPushButton)[-1]
    closing.click()
    assert frame.document.reference is None
    assert not frame.reference.pane.isVisible()


def test_a_pdf_dropped_on_the_reference_takes_its_place(
    parsed: Parsed, speech: Path, last_year: Path, sample: Path, qtbot: QtBot
) -> None:
    frame = parsed(speech)
    lay_beside(frame, last_year, qtbot)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(sample))])
    no_keys = Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, no_keys)
    frame.reference.pane.dropEvent(event)
    assert frame.document.reference.path == sample
    assert frame.document.path == speech


def test_f6_goes_through_the_reference_too(parsed: Parsed, speech: Path, last_year: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    lay_beside(frame, last_year, qtbot)
    frame.activateWindow()
    frame.area.view.setFocus()
    frame.chrome.actions["view.next-pane"].trigger()
    assert frame.reference.pane.view.hasFocus()
    frame.chrome.actions["view.next-pane"].trigger()
    assert frame.reference.pane.metrics.list.hasFocus()
