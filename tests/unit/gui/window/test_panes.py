"""Panes side by side: what each is given, and what is remembered of it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.window.panes import BESIDE, LEFT, SIDE, Panes


@pytest.fixture
def panes(qtbot: QtBot) -> Panes:
    made = Panes(QWidget())
    qtbot.addWidget(made)
    made.resize(1300, 700)
    made.show()
    made.set_open(is_open=True)
    return made


def shown(panes: Panes) -> list[bool]:
    return [panes.widget(at).isVisible() for at in range(panes.count())]


def test_without_a_document_the_pages_have_the_window_to_themselves(panes: Panes) -> None:
    panes.want(LEFT, is_on=True)
    panes.set_open(is_open=False)
    assert shown(panes) == [False, True, False, False]
    panes.set_open(is_open=True)
    assert shown(panes) == [True, True, False, True]


def test_pages_and_what_lies_beside_them_share_what_the_others_leave(panes: Panes) -> None:
    panes.want(BESIDE, is_on=True)
    _, pages, beside, side = panes.sizes()
    assert abs(pages - beside) <= 2
    panes.want(SIDE, is_on=False)
    _, pages, wider, _ = panes.sizes()
    assert abs(pages - wider) <= 2
    assert wider == pytest.approx(beside + side / 2, abs=4)


def test_a_pane_comes_back_as_wide_as_it_was(panes: Panes) -> None:
    panes.want(SIDE, is_on=True, width=300)
    panes.want(SIDE, is_on=False)
    assert panes.sizes()[SIDE] == 0
    panes.want(SIDE, is_on=True)
    assert panes.sizes()[SIDE] == pytest.approx(300, abs=2)


def test_in_a_narrow_window_the_pages_keep_some_room(panes: Panes) -> None:
    panes.resize(600, 700)
    panes.want(LEFT, is_on=True, width=400)
    panes.want(BESIDE, is_on=True)
    assert panes.sizes()[1] >= 150
