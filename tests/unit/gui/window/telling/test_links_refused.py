"""A link that is not opened says what it asks for."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from engine.model.geometry import Box
from engine.model.link import REFUSED, Link
from gui.tools.pointing.tips import link_tip
from gui.window.desks.reading_desk import ReadingDesk
from gui.window.desks.text_desk import TextDesk
from gui.window.telling.notices import Notices

PLACE = Box(0, 0, 9, 9)


@pytest.mark.parametrize("what", REFUSED)
def test_a_click_on_a_link_that_is_not_opened_says_so_and_offers_nothing(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    said: list[tuple[Any, ...]] = []
    monkeypatch.setattr(Notices, "say", lambda _self, topic, text, **more: said.append((topic, text, more)))
    notices = Notices.__new__(Notices)
    link = Link(PLACE, refused=what)
    Notices.offer_link(notices, link)
    assert said == [("link", link_tip(link), {})]
    assert "批阅不" in link_tip(link)


def test_each_kind_of_link_that_is_not_opened_has_words_of_its_own() -> None:
    assert len({link_tip(Link(PLACE, refused=what)) for what in REFUSED}) == len(REFUSED)
    assert link_tip(Link(PLACE, page=3)) == ""


@pytest.mark.parametrize("desk", [ReadingDesk, TextDesk])
def test_both_views_hand_on_a_link_that_is_not_opened(desk: Any) -> None:
    told: list[Link] = []
    signal = SimpleNamespace(emit=told.append)
    link = Link(PLACE, refused="file")
    desk._on_link_clicked(SimpleNamespace(link_offered=signal, _desk=SimpleNamespace(link_offered=signal)), link)
    assert told == [link]
