"""Pages one under the other, one at a time, side by side: whatever is done on a page is done there too."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.pages.wanted import Wanted
from gui.window.frame import Frame

from .conftest import WAIT
from .gestures import click_place, drag_over, is_in_view

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

Parsed = Callable[[Path], Frame]
MODES = ("view.continuous", "view.single", "view.double")


def still(frame: Frame, qtbot: QtBot) -> None:
    view = frame.area.view
    qtbot.waitUntil(lambda: not view.glide.is_running and not view.supply.pictures.is_waiting(), timeout=WAIT)


def wheel(frame: Frame, notches: int, *, control: bool = False, at: QPointF | None = None) -> None:
    viewport = frame.area.view.viewport()
    point = at or QPointF(300, 200)
    keys = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        point, viewport.mapToGlobal(point), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton, keys,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(viewport, event)


def choose(frame: Frame, name: str, qtbot: QtBot) -> None:
    frame.chrome.actions[name].trigger()
    still(frame, qtbot)


def test_one_mode_is_checked_and_it_is_the_one_in_force(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    actions = frame.chrome.actions
    for name in (*MODES, "view.continuous"):
        choose(frame, name, qtbot)
        assert [one for one in MODES if actions[one].isChecked()] == [name]
        assert not frame.grab().isNull()


def test_of_single_pages_one_shows_and_the_keys_turn_them(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    view = frame.area.view
    choose(frame, "view.single", qtbot)
    choose(frame, "view.fit-page", qtbot)
    assert list(view.camera.visible()) == [0]
    for key, page in (
        (Qt.Key.Key_PageDown, 1),
        (Qt.Key.Key_Down, 2),
        (Qt.Key.Key_Space, 3),
        (Qt.Key.Key_Left, 2),
        (Qt.Key.Key_PageUp, 1),
        (Qt.Key.Key_End, len(frame.document.pages) - 1),
        (Qt.Key.Key_PageDown, len(frame.document.pages) - 1),
        (Qt.Key.Key_Home, 0),
    ):
        QTest.keyClick(view, key)
        still(frame, qtbot)
        assert view.page == page
        assert list(view.camera.visible()) == [page]


def test_the_wheel_turns_a_single_page_at_its_end_only(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    view = frame.area.view
    choose(frame, "view.single", qtbot)
    view.set_zoom(1.5)
    still(frame, qtbot)
    wheel(frame, -1)
    assert view.page == 0
    view.scroll_to(0, 1e9, glide=False)
    wheel(frame, -1)
    still(frame, qtbot)
    assert view.page == 1
    assert view.camera.y < 20
    wheel(frame, 1)
    wheel(frame, 1)
    still(frame, qtbot)
    assert view.page == 0
    assert view.camera.y == pytest.approx(view.camera.content[1] - view.camera.height, abs=20)


def test_two_pages_stand_side_by_side_and_the_cover_alone(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    camera = frame.area.view.camera
    choose(frame, "view.side", qtbot)  # room for two
    choose(frame, "view.double", qtbot)
    left, right = camera.page_box(0), camera.page_box(1)
    assert left.bottom == right.bottom
    assert left.right < right.left
    assert right.right <= camera.width
    choose(frame, "view.cover", qtbot)
    assert camera.page_box(0).left > camera.width / 2
    assert camera.page_box(1).bottom == camera.page_box(2).bottom > camera.page_box(0).bottom
    assert frame.chrome.actions["view.double"].isChecked()


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("is_turned", [False, True])
def test_marks_and_text_are_where_they_show_in_every_mode(
    parsed: Parsed, speech: Path, qtbot: QtBot, mode: str, is_turned: bool
) -> None:
    frame = parsed(speech)
    view, document = frame.area.view, frame.document
    choose(frame, mode, qtbot)
    if is_turned:
        choose(frame, "view.rotate-right", qtbot)
    metrics = [one for one in document.session.view.metrics if one.places[0].page == 4]
    document.select(metrics[0].id, "list")
    still(frame, qtbot)
    assert is_in_view(frame, metrics[0].places[0])
    assert 3 in view.camera.visible()
    document.select("", "list")
    click_place(frame, metrics[0].places[0])
    assert document.selected == metrics[0].id
    view.supply.ask_text(3)
    qtbot.waitUntil(lambda: view.supply.text(3) is not None, timeout=WAIT)
    if not is_turned:
        drag_over(frame, metrics[0].places[0], metrics[0].places[0])
        assert metrics[0].quote[:2] in view.selection.text()


@pytest.mark.parametrize("mode", MODES)
def test_back_and_forward_lead_through_the_jumps_in_every_mode(
    parsed: Parsed, speech: Path, qtbot: QtBot, mode: str
) -> None:
    frame = parsed(speech)
    view = frame.area.view
    choose(frame, mode, qtbot)
    for page in (5, 2):
        view.travel.to_page(page)
        still(frame, qtbot)
        assert view.page == page
    viewport = view.viewport()
    row = view.camera.layout.row_of
    pages = []
    for button in (Qt.MouseButton.BackButton, Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton):
        QTest.mouseClick(viewport, button, pos=QPoint(200, 200))
        still(frame, qtbot)
        pages.append(row(view.page))
    choose(frame, "view.forward", qtbot)
    assert [*pages, row(view.page)] == [row(5), row(0), row(5), row(2)]


@pytest.mark.parametrize("mode", MODES)
def test_zooming_keeps_the_point_under_the_pointer_in_every_mode(
    parsed: Parsed, speech: Path, qtbot: QtBot, mode: str
) -> None:
    frame = parsed(speech)
    view = frame.area.view
    choose(frame, mode, qtbot)
    view.set_zoom(2.0)
    view.scroll_to(150, 300, glide=False)
    at = QPointF(310, 240)
    before = view.camera.spot_at(at.x(), at.y())
    for notches in (2, 3, -2):
        wheel(frame, notches, control=True, at=at)
    after = view.camera.spot_at(at.x(), at.y())
    assert after.sheet == before.sheet
    assert (after.across, after.down) == pytest.approx((before.across, before.down), abs=1.5)


def test_keys_go_from_page_to_page_although_several_show(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    view = frame.area.view
    view.set_zoom(0.25)
    pages = []
    for _ in range(len(frame.document.pages) - 1):
        choose(frame, "view.next-page", qtbot)
        pages.append(view.page)
    assert pages == list(range(1, len(frame.document.pages)))
    choose(frame, "view.first-page", qtbot)
    assert view.page == 0


def test_another_screen_gets_pictures_as_sharp_as_it_is(
    parsed: Parsed, speech: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = parsed(speech)
    view = frame.area.view
    still(frame, qtbot)
    sharp = Wanted(0, view.camera.scale * 1.5)
    assert view.supply.pictures.get(sharp) is None
    monkeypatch.setattr(view, "devicePixelRatioF", lambda: 1.5)
    view.viewport().update()
    qtbot.waitUntil(lambda: view.supply.pictures.get(sharp) is not None, timeout=WAIT)


def test_a_zoom_typed_is_taken_within_its_bounds(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    box, camera = frame.chrome.status.zoom_box, frame.area.view.camera
    for words, zoom in (("137", 1.37), ("9999%", 8.0), ("1", 0.25), ("nan", 0.25)):
        box.lineEdit().setText(words)
        QTest.keyClick(box.lineEdit(), Qt.Key.Key_Return)
        assert camera.zoom == pytest.approx(zoom)
        assert box.currentText() == f"{round(zoom * 100)}%"
