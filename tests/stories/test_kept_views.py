"""What the window showed of a document is there again with it, even after a crash."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.window.frame import Frame
from gui.window.panes import LEFT, SIDE

from .conftest import WAIT, Launch, has_parse

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

Parsed = Callable[[Path], Frame]


def places(own_folders: Path) -> list[Path]:
    return list((own_folders / "config" / "piyue" / "window-places").glob("*.ini"))


def test_arrangement_turn_tab_and_panes_are_kept_for_each_document(
    parsed: Parsed, speech: Path, sample: Path, qtbot: QtBot
) -> None:
    frame = parsed(speech)
    frame.resize(1200, 800)
    frame.chrome.actions["view.double"].trigger()
    frame.chrome.actions["view.rotate-right"].trigger()
    frame.chrome.actions["view.thumbnails"].trigger()
    frame.panels.show_panel("outline")
    frame.panels.panels["outline"].show_depth(1)
    frame.splitter.want(SIDE, is_on=True, width=333)
    frame.chrome.actions["view.side"].trigger()
    frame.open_path(sample)
    qtbot.waitUntil(lambda: has_parse(frame), timeout=WAIT)
    assert frame.close()
    again = parsed(speech)
    layout = again.area.view.camera.layout
    assert (layout.turn, layout.arrangement.columns) == (90, 2)
    assert again.panels.current_panel == "outline"
    assert again.side.isHidden()
    assert not again.splitter.left.isHidden()
    assert again.chrome.actions["view.thumbnails"].isChecked()
    assert not again.chrome.actions["view.side"].isChecked()
    again.chrome.actions["view.side"].trigger()
    assert again.splitter.width_of(SIDE) == 333
    outline = again.panels.panels["outline"]
    qtbot.waitUntil(outline.isVisible)
    first = outline.index_of(outline.headings.ids[0])
    assert outline.headings.rowCount(first)
    assert not outline.tree.isExpanded(first)


def test_the_column_of_thumbnails_is_there_before_page_one_and_nothing_moves_when_it_is_filled(
    parsed: Parsed, launch: Launch, speech: Path, qtbot: QtBot
) -> None:
    frame = parsed(speech)
    frame.chrome.actions["view.thumbnails"].trigger()
    assert frame.close()
    again = launch(speech)
    qtbot.waitUntil(lambda: again.splitter.sizes()[LEFT] > 0, timeout=WAIT)
    width = again.splitter.sizes()[LEFT]
    assert again.chrome is None
    qtbot.waitUntil(lambda: has_parse(again), timeout=WAIT)
    assert again.splitter.is_wanted(LEFT)
    assert again.chrome.left.thumbnails is not None
    assert again.splitter.sizes()[LEFT] == pytest.approx(width, abs=4)


def test_the_place_is_written_while_the_reader_goes_on_so_that_a_crash_does_not_lose_it(
    parsed: Parsed, speech: Path, own_folders: Path, qtbot: QtBot
) -> None:
    frame = parsed(speech)
    frame.area.view.glide.is_enabled = False
    frame.area.view.travel.to_page(6)
    qtbot.waitUntil(lambda: any("place=6 " in path.read_text("utf-8") for path in places(own_folders)), timeout=WAIT)


def test_what_was_folded_in_the_outline_is_written_at_once_too(
    parsed: Parsed, speech: Path, own_folders: Path, qtbot: QtBot
) -> None:
    frame = parsed(speech)
    frame.panels.show_panel("outline")
    outline = frame.panels.panels["outline"]
    qtbot.waitUntil(lambda: bool(outline.headings.ids), timeout=WAIT)
    frame.place.keep()
    outline.tree.collapse(outline.index_of(outline.headings.ids[0]))
    kept = outline.state()["folded"]
    qtbot.waitUntil(lambda: any(kept in path.read_text("utf-8") for path in places(own_folders)), timeout=WAIT)


def test_what_is_kept_of_a_document_holds_neither_its_name_nor_its_words(
    parsed: Parsed, speech: Path, own_folders: Path, qtbot: QtBot
) -> None:
    frame = parsed(speech)
    frame.document.select(frame.document.session.view.metrics[1].id, "list:metric")
    frame.place.leave()
    (kept,) = places(own_folders)
    words = kept.read_text("utf-8")
    assert "讲话" not in kept.name + words
    assert words.isascii()


def test_a_changed_file_is_loaded_anew_where_it_was_read(parsed: Parsed, speech: Path, qtbot: QtBot) -> None:
    frame = parsed(speech)
    frame.area.view.glide.is_enabled = False
    frame.area.view.travel.to_page(5)
    other = speech.with_name("~saved")
    other.write_bytes(speech.read_bytes() + b"\n")
    other.replace(speech)
    qtbot.waitUntil(lambda: frame.area.banner is not None, timeout=WAIT)
    former = frame.document
    frame.area.banner.findChild(QPushButton).click()
    qtbot.waitUntil(lambda: frame.document is not former and has_parse(frame), timeout=WAIT)
    assert frame.area.view.page == 5


def test_what_is_read_does_not_move_when_something_is_told_nor_when_it_is_put_away(
    parsed: Parsed, speech: Path, qtbot: QtBot
) -> None:
    frame = parsed(speech)
    frame.area.view.glide.is_enabled = False
    frame.area.view.travel.to_page(2)
    view = frame.area.view
    before = view.mapToGlobal(view.rect().topLeft()), view.size(), view.travel.here()
    frame.chrome.notices.say("story", "说一件事。" * 40, is_warning=True)
    qtbot.wait(1)
    banner = frame.area.banner
    assert banner.isVisible()
    assert banner.height() >= banner.heightForWidth(banner.width()) > 0
    assert (view.mapToGlobal(view.rect().topLeft()), view.size(), view.travel.here()) == before
    frame.chrome.notices.drop("story")
    qtbot.wait(1)
    assert (view.mapToGlobal(view.rect().topLeft()), view.size(), view.travel.here()) == before
