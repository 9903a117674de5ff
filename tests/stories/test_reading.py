"""Reading as in a good reader: zoom, pages, search, thumbnails, where one was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from engine.model.geometry import box_of_quad
from gui.window.frame import Frame

from .conftest import WAIT, leave
from .gestures import drag_over, middle_of

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

Parsed = Callable[[Path], Frame]


def still(frame: Frame, qtbot: QtBot) -> None:
    """Wait until nothing glides and every picture is there."""
    view = frame.area.view
    qtbot.waitUntil(lambda: not view.glide.is_running and not view.supply.pictures.is_waiting(), timeout=WAIT)


def test_a_page_number_typed_goes_to_that_page_and_back(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    box = frame.chrome.status.page_box
    box.focus()
    box.edit.setText("5")
    QTest.keyClick(box.edit, Qt.Key.Key_Return)
    still(frame, qtbot)
    assert frame.area.view.page == 4
    frame.chrome.actions["view.back"].trigger()
    still(frame, qtbot)
    assert frame.area.view.page == 0


def test_the_wheel_with_control_zooms_around_the_pointer(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    view = frame.area.view
    at = QPointF(300, 200)
    spot = view.camera.spot_at(at.x(), at.y())
    event = QWheelEvent(
        at, view.viewport().mapToGlobal(at), QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    before = view.camera.zoom
    QApplication.sendEvent(view.viewport(), event)
    assert view.camera.zoom == pytest.approx(before * 1.15**2)
    after = view.camera.spot_at(at.x(), at.y())
    assert (after.sheet, after.across, after.down) == pytest.approx((spot.sheet, spot.across, spot.down), abs=1.5)


def test_at_800_percent_the_page_is_drawn_in_tiles(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    view = frame.area.view
    view.set_zoom(8.0)
    still(frame, qtbot)
    assert any(want.tile is not None for want in view.supply.pictures._images)
    assert view.supply.pictures.size < 100 << 20


def test_turning_the_page_keeps_marks_on_their_words(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    view = frame.area.view
    frame.chrome.actions["view.rotate-right"].trigger()
    still(frame, qtbot)
    assert view.camera.layout.turn == 90
    metric = frame.document.session.view.metrics[0]
    view.show_places(metric.places, glide=False)
    pressed = view.supply.marks.of_item(metric.id)[0]
    box = view.camera.geometry(pressed.page - 1).box_to_view(pressed.boxes[0])
    assert box.height > 0
    assert box.width > 0


def test_words_are_found_listed_and_counted(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    frame.chrome.actions["edit.find"].trigger()
    find = frame.chrome.find
    find.edit.setText("智慧 城市")
    QTest.keyClick(find.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not find.search.is_running, timeout=WAIT)
    assert len(find.search.hits) > 10
    assert find.model.rowCount() == len(find.search.hits)
    first = find.search.current
    QTest.keyClick(find.edit, Qt.Key.Key_Return)
    assert find.search.current == find.search.hits[find.search.hits.index(first) + 1]
    QTest.keyClick(find.edit, Qt.Key.Key_Escape)
    assert find.isHidden()
    assert not find.search.hits


def test_selected_words_are_copied_without_false_blanks(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    view = frame.area.view
    metrics = [one for one in frame.document.session.view.metrics if one.places[0].page == 2]
    view.show_places(metrics[0].places, glide=False)
    view.supply.ask_text(1)
    qtbot.waitUntil(lambda: view.supply.text(1) is not None, timeout=WAIT)
    drag_over(frame, metrics[0].places[0], metrics[2].places[0])
    frame.chrome.actions["edit.copy"].trigger()
    words = QGuiApplication.clipboard().text()
    assert metrics[0].quote in words
    assert " " not in words


def test_the_reader_finds_the_place_again(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    view = frame.area.view
    view.set_zoom(1.5)
    view.travel.to_page(6)
    still(frame, qtbot)
    spot = view.travel.here()
    assert frame.close_document()
    leave(frame, qtbot)
    again = parsed(speech).area.view
    assert again.camera.zoom == pytest.approx(1.5, abs=0.001)
    here = again.travel.here()
    assert here.sheet == spot.sheet
    assert here.down == pytest.approx(spot.down, abs=2)


def test_a_file_changed_outside_is_offered_again(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    speech.write_bytes(speech.read_bytes() + b"\n")
    qtbot.waitUntil(lambda: frame.area.banner is not None, timeout=WAIT)
    assert speech.name in frame.area.banner.text


def test_running_matter_is_greyed_on_demand(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    still(frame, qtbot)
    view = frame.area.view
    running = frame.document.session.parse.furniture
    assert {item.kind for item in running} >= {"header", "footer"}
    box = box_of_quad(running[0].places[0].quads[0])
    place = view.camera.geometry(0).box_to_view(box)
    sheet = view.camera.page_box(0)
    spot = QPointF(sheet.left + place.left - 1, sheet.bottom + (place.bottom + place.top) / 2).toPoint()

    def lightness() -> int:
        return view.viewport().grab().toImage().pixelColor(spot).lightness()

    assert lightness() == 255
    frame.chrome.actions["view.furniture"].trigger()
    assert lightness() < 250
    frame.chrome.actions["view.furniture"].trigger()
    assert lightness() == 255


def test_text_is_selected_although_the_drag_began_before_the_text_was_there(
    parsed: Parsed, speech: Path, qtbot: QtBot
) -> None:
    frame = parsed(speech)
    view = frame.area.view
    metric = next(one for one in frame.document.session.view.metrics if one.places[0].page == 2)
    view.show_places(metric.places, glide=False)
    viewport, at = view.viewport(), middle_of(frame, metric.places[0])
    assert view.supply.text(1) is None
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=at)
    qtbot.waitUntil(lambda: view.supply.text(1) is not None, timeout=WAIT)
    for step in (20, 60, 100):
        QTest.mouseMove(viewport, at + QPoint(step, 0))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=at + QPoint(100, 0))
    assert view.selection.text()
    assert frame.chrome.desk.bar.isVisible()


@pytest.mark.qt_log_ignore("propagateSizeHints", "does not support")
def test_the_right_button_offers_what_can_be_done_with_the_mark_under_it(
    parsed: Parsed, speech: Path, qtbot: QtBot
) -> None:
    frame = parsed(speech)
    view, document = frame.area.view, frame.document
    metric = next(one for one in document.session.view.metrics if one.places[0].page == 2)
    view.show_places(metric.places, glide=False)
    view.customContextMenuRequested.emit(middle_of(frame, metric.places[0]))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    names = [action.objectName() for action in menu.actions()]
    assert document.selected == metric.id
    assert "check.wrong" in names
    assert "note.highlight" not in names
    next(action for action in menu.actions() if action.objectName() == "check.wrong").trigger()
    assert document.session.view.item(metric.id).verdict == "wrong"
    menu.close()
