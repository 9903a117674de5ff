"""Scrolling a long document with many marks in the real window: how long paints take, how long it stops answering."""

from __future__ import annotations

import os
import statistics
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from engine.model.geometry import Box
from gui.app import window_settings
from gui.bridge.start import started
from gui.pages.layout import Arrangement
from gui.pages.marks import Mark
from gui.pages.wanted import Wanted
from gui.window.frame import Frame
from gui.window.windows import Windows

from .documents import write_pdf
from .memory import family, pss

pytestmark = [pytest.mark.bench, pytest.mark.qt_log_ignore("propagateSizeHints")]

PAGES, MARKS = 500, 2000
WAIT = 60_000


@pytest.fixture
def shown(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """Open a PDF in a real window, without the review (its parse would take the other processor)."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setattr(Frame, "_begin_review", lambda self: None)
    frames: list[Frame] = []
    drawn: list[float] = []

    def opened(pdf: Path) -> Frame:
        frame = Windows(window_settings()).make()
        frames.append(frame)
        frame.resize(1280, 800)
        frame.open_start(started(pdf))
        frame.show()
        with qtbot.waitSignal(frame.area.view.first_page_drawn, timeout=WAIT):
            pass
        drawn.append(time.perf_counter())
        qtbot.waitUntil(lambda: frame.is_complete, timeout=WAIT)
        return frame

    opened.drawn = drawn  # when page one was there
    yield opened
    for frame in frames:
        frame.close_document()
        frame.close()
        frame.deleteLater()
    qtbot.wait(1)


def marks() -> list[Mark]:
    """2,000 marks spread over the pages, every fourth one decided."""
    states = ("machine", "correct", "wrong", "doubtful")
    found = []
    for number in range(MARKS):
        page, row = number * PAGES // MARKS + 1, number % 4
        box = Box(90 + row * 30, 760 - row * 160, 220 + row * 30, 776 - row * 160)
        found.append(Mark(f"m{number}", "metric", states[number % 4], page, (box,)))
    return found


@pytest.mark.parametrize("columns", [1, 2])
def test_paints_stay_below_8_ms_at_200_percent(
    shown, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, columns: int
) -> None:
    frame = shown(write_pdf(tmp_path / "long.pdf", PAGES))
    view = frame.area.view
    view.supply.marks.fill(marks())
    view.set_arrangement(Arrangement(columns=columns))
    view.set_zoom(2.0)
    paints: list[float] = []
    paint = view.canvas.paint

    def timed(*args: object) -> bool:
        begun = time.perf_counter()
        is_sharp = paint(*args)
        paints.append((time.perf_counter() - begun) * 1000)
        return is_sharp

    monkeypatch.setattr(view.canvas, "paint", timed)
    gaps: list[float] = []
    last = time.perf_counter()

    def step() -> None:
        nonlocal last
        now = time.perf_counter()
        gaps.append((now - last) * 1000)
        last = now
        view.scroll_to(view.camera.x, view.camera.y + 120, glide=False)

    timer = QTimer()
    timer.setInterval(10)
    timer.timeout.connect(step)
    timer.start()
    qtbot.waitUntil(lambda: len(gaps) >= 600, timeout=WAIT)
    timer.stop()
    paints.sort()
    high = paints[len(paints) * 95 // 100]
    print(f"\npaints {len(paints)}  median {statistics.median(paints):.2f} ms  p95 {high:.2f} ms")
    print(f"longest block {max(gaps[5:]):.1f} ms")
    assert high < 8
    assert max(gaps[5:]) < 50


def test_any_of_5000_pages_is_there_within_half_a_second(shown, qtbot: QtBot, tmp_path: Path) -> None:
    pdf = write_pdf(tmp_path / "huge.pdf", 5000, lines=20)
    begun = time.perf_counter()
    frame = shown(pdf)
    first = shown.drawn[-1] - begun
    view = frame.area.view
    view.glide.is_enabled = False
    jumps = []
    for index in (4999, 10, 2500, 3777, 1, 4000):
        begun = time.perf_counter()
        view.travel.to_page(index)
        sharp = Wanted(index, view.camera.scale * view.devicePixelRatioF())
        qtbot.waitUntil(lambda sharp=sharp: view.supply.pictures.get(sharp) is not None, timeout=WAIT)
        jumps.append(time.perf_counter() - begun)
    for index in range(0, 5000, 40):
        view.travel.to_page(index)
        qtbot.waitUntil(lambda: not view.supply.pictures.is_waiting(), timeout=WAIT)
    memory = pss(family(os.getpid()))
    print(
        f"\n5,000 pages: page one {first:.2f} s  slowest jump {max(jumps):.3f} s  PSS of all processes {memory:.0f} MiB"
    )
    assert first < 2
    assert max(jumps) < 0.5
    assert memory < 500
