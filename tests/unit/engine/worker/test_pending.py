"""Which waiting requests a new one cancels, and the order of the rest."""

from __future__ import annotations

from engine.model.geometry import Box
from engine.worker.pending import Decision, admitted
from engine.worker.protocol import (
    NEAR,
    THUMBNAIL,
    VISIBLE,
    AnyRequest,
    LinksRequest,
    OpenRequest,
    Request,
    TextRequest,
)


def picture(page: int, purpose: int = VISIBLE, near: tuple[int, int] = (0, 0), scale: float = 1.0) -> Request:
    return Request(page, scale, None, page, near, purpose)


def test_a_document_cancels_everything_of_the_one_before() -> None:
    waiting = (picture(1), TextRequest(2))
    assert admitted(waiting, OpenRequest()) == Decision((OpenRequest(),), waiting)


def test_visible_pictures_come_before_text_and_links_before_near_ones_before_thumbnails() -> None:
    requests: list[AnyRequest] = [
        picture(1, THUMBNAIL),
        picture(2, NEAR),
        LinksRequest(3),
        TextRequest(3),
        picture(4),
        picture(5),
    ]
    waiting: tuple[AnyRequest, ...] = ()
    for request in requests:
        waiting = admitted(waiting, request).waiting
    assert waiting == (picture(4), picture(5), LinksRequest(3), TextRequest(3), picture(2, NEAR), picture(1, THUMBNAIL))


def test_opening_stays_before_what_is_asked_of_the_document() -> None:
    assert admitted((OpenRequest(),), picture(1)).waiting == (OpenRequest(), picture(1))


def test_pictures_of_pages_no_longer_near_are_cancelled() -> None:
    waiting = (picture(1), picture(8), picture(9, NEAR), picture(3, THUMBNAIL), TextRequest(1))
    new = picture(10, near=(9, 11))
    decision = admitted(waiting, new)
    assert decision.cancelled == (picture(1), picture(8))
    assert decision.waiting == (new, TextRequest(1), picture(9, NEAR), picture(3, THUMBNAIL))


def test_without_saying_what_is_near_nothing_is_cancelled() -> None:
    assert admitted((picture(1), picture(99)), picture(50)).cancelled == ()


def test_thumbnails_cancel_thumbnails_only() -> None:
    waiting = (picture(1), picture(2, THUMBNAIL))
    assert admitted(waiting, picture(50, THUMBNAIL, (40, 60))).cancelled == (picture(2, THUMBNAIL),)


def test_the_same_picture_is_drawn_once() -> None:
    old, new = Request(1, 2.0, Box(0, 0, 9, 9), 1), Request(1, 2.0, Box(0, 0, 9, 9), 2)
    assert admitted((old,), new) == Decision((new,), (old,))


def test_another_scale_of_a_page_is_another_picture() -> None:
    assert admitted((picture(1, scale=1.0),), picture(1, scale=2.0)).cancelled == ()


def test_the_same_text_is_asked_once_and_answered_once() -> None:
    assert admitted((TextRequest(1), TextRequest(2)), TextRequest(1)) == Decision((TextRequest(2), TextRequest(1)), ())
