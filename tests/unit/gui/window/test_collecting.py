"""Cycles of Python objects are collected in the interface's thread, and only there."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from threading import Thread

import pytest
from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from gui.window.collecting import Collecting, collect_all, collect_if_due

MANY = 3000


@pytest.fixture
def collecting(qapp: QApplication) -> Iterator[Collecting]:
    parent = QObject()
    yield Collecting(parent)
    gc.unfreeze()
    gc.enable()


class Ring:
    def __init__(self) -> None:
        self.me = self


def make_many() -> list[list[int]]:
    return [[number] for number in range(MANY)]


def test_no_thread_collects_by_itself(collecting):
    ring = weakref.ref(Ring())
    kept: list[object] = []
    thread = Thread(target=lambda: kept.extend(make_many()))
    thread.start()
    thread.join()
    assert ring() is not None


def test_what_python_would_have_collected_is_collected_when_the_time_comes(collecting, qtbot):
    ring = weakref.ref(Ring())
    kept = make_many()
    qtbot.waitUntil(lambda: ring() is None, timeout=10_000)
    assert len(kept) == MANY


def test_nothing_is_looked_for_while_little_was_made(collecting):
    gc.collect()
    ring = weakref.ref(Ring())
    collect_if_due()
    assert ring() is not None


def test_what_a_parse_brings_is_not_walked_over_until_its_document_goes(collecting):
    gc.collect()
    ring, parse = weakref.ref(Ring()), [[number] for number in range(30_000)]
    collect_if_due()
    gc.collect()
    assert gc.get_freeze_count() > len(parse)
    assert ring() is not None
    collect_all()
    assert ring() is None


def test_when_a_document_has_gone_the_next_pause_of_the_reader_is_waited_for(collecting, qtbot):
    loop = QEventLoop()
    ring = weakref.ref(Ring(), lambda _: loop.quit())
    gc.freeze()
    collecting._pause.setInterval(200)
    moves = QTimer(interval=5)
    moves.start()
    collecting.collect_all_later()
    QTimer.singleShot(700, loop.quit)
    loop.exec()
    assert ring() is not None
    moves.stop()
    QTimer.singleShot(10_000, loop.quit)
    loop.exec()  # `waitUntil` would look again and again, which is no pause
    assert ring() is None


def test_what_outlives_the_oldest_generation_is_not_walked_over_again(collecting, monkeypatch):
    monkeypatch.setattr(gc, "get_count", lambda: (701, 11, 11))
    kept = make_many()
    before = gc.get_freeze_count()
    collect_if_due()
    assert gc.get_freeze_count() >= before + len(kept)
