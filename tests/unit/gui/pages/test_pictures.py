"""The store of pictures: bounded, two requests at a time, nothing asked twice."""

from __future__ import annotations

from PySide6.QtGui import QImage

from gui.pages.pictures import IN_FLIGHT, Pictures
from gui.pages.wanted import Wanted


def picture(side: int = 10) -> QImage:
    return QImage(side, side, QImage.Format.Format_RGB32)


def wants(*sheets: int) -> list[Wanted]:
    return [Wanted(sheet, 1.0) for sheet in sheets]


def test_only_two_requests_are_on_their_way() -> None:
    asked: list[Wanted] = []
    pictures = Pictures(asked.append)
    pictures.want(wants(1, 2, 3, 4))
    assert asked == wants(1, 2)
    assert len(asked) == IN_FLIGHT
    pictures.put(asked[0], picture())
    assert asked == wants(1, 2, 3)


def test_what_was_scrolled_past_is_never_asked_for() -> None:
    asked: list[Wanted] = []
    pictures = Pictures(asked.append)
    pictures.want(wants(1, 2, 3, 4))
    pictures.want(wants(8, 9))
    for want in wants(1, 2):
        pictures.put(want, picture())
    assert asked == wants(1, 2, 8, 9)


def test_the_least_recently_drawn_go_when_memory_is_full_but_never_what_shows() -> None:
    pictures = Pictures(lambda _want: None, limit=1000)
    for want in wants(1, 2, 3):
        pictures.put(want, picture())
    assert pictures.size <= 1000
    pictures.want(wants(3))
    pictures.put(Wanted(4, 1.0), picture())
    assert pictures.get(Wanted(3, 1.0)) is not None
    assert pictures.get(Wanted(1, 1.0)) is None


def test_a_failed_picture_is_asked_for_again_only_on_retry() -> None:
    asked: list[Wanted] = []
    pictures = Pictures(asked.append)
    pictures.want(wants(1))
    pictures.fail(Wanted(1, 1.0))
    pictures.want(wants(1))
    assert asked == wants(1)
    assert not pictures.is_waiting()
    pictures.retry(1)
    assert asked == wants(1, 1)


def test_a_picture_called_off_may_be_asked_for_again() -> None:
    asked: list[Wanted] = []
    pictures = Pictures(asked.append)
    pictures.want(wants(1))
    pictures.forget(Wanted(1, 1.0))
    assert asked == wants(1, 1)


def test_until_the_sharp_picture_comes_the_nearest_other_one_stands_in() -> None:
    pictures = Pictures(lambda _want: None)
    small, large = picture(5), picture(20)
    pictures.put(Wanted(1, 0.5), small)
    pictures.put(Wanted(1, 2.0), large)
    assert pictures.stand_in(1, 1.9) == large
    assert pictures.stand_in(1, 0.5) == small
    assert pictures.stand_in(2, 1.0) is None
