"""Workers that hang, die, run out of memory or talk nonsense: one request is lost, the others go on."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from engine.errors import WorkerStopped
from engine.worker.page_worker import Deadlines
from engine.worker.protocol import Failed, PageTextReply, Rendered, Request

Start = Callable[..., Any]
HOST = "misbehaving_page_host"
HASTY = Deadlines(text=0.4, picture=0.4)


@pytest.fixture
def asker(start: Start, pdfs: SimpleNamespace) -> Any:
    asker = start(HOST, HASTY)
    asker.open(pdfs.paged([pdfs.line(f"page {number}") for number in range(1, 14)]))
    return asker


def test_killing_the_worker_while_it_draws_is_said_and_the_next_request_succeeds(
    start: Start, pdfs: SimpleNamespace
) -> None:
    asker = start(HOST)
    asker.open(pdfs.paged([pdfs.line(f"page {number}") for number in range(1, 14)]))
    request = Request(13, 1.0, None, 1)
    asker.client.render(request)
    pid = asker.client.pid
    os.waitid(os.P_PID, pid, os.WSTOPPED | os.WNOWAIT)  # in the middle of page 13
    os.kill(pid, signal.SIGKILL)
    failed = asker.next()
    assert failed.request == request
    assert isinstance(failed.error, WorkerStopped)
    assert failed.error.values == {"reason": "crash"}
    assert isinstance(asker.render(Request(1, 1.0, None, 2)), Rendered)


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (2, "deadline"),
        (3, "crash"),
        (4, "memory"),
        (5, "crash"),
        (6, "crash"),
        (7, "crash"),
        (8, "crash"),
        (10, "memory"),
        (12, "crash"),
    ],
)
def test_a_page_that_stops_the_worker_is_said_and_the_others_go_on(asker: Any, page: int, reason: str) -> None:
    pid = asker.client.pid
    failed = asker.text(page)
    assert isinstance(failed, Failed)
    assert isinstance(failed.error, WorkerStopped)
    assert failed.error.values == {"reason": reason}
    assert asker.text(1).text == "page 1"
    assert asker.client.pid != pid


def test_a_hanging_picture_is_given_up_at_its_deadline(asker: Any) -> None:
    failed = asker.render(Request(2, 1.0, None, 1))
    assert failed.error.values == {"reason": "deadline"}
    assert isinstance(asker.render(Request(1, 1.0, None, 2)), Rendered)


def test_a_reply_about_another_page_is_not_believed(asker: Any) -> None:
    assert isinstance(asker.text(9), Failed)


def test_a_reply_nobody_asked_for_ends_the_worker_and_is_not_taken_for_another(asker: Any) -> None:
    pid = asker.client.pid
    assert isinstance(asker.text(11), PageTextReply)
    following = asker.text(1)  # noticed before asking, or as the answer to it
    assert isinstance(following, Failed) or following.text == "page 1"
    assert asker.text(1).text == "page 1"
    assert asker.client.pid != pid


def test_a_page_that_stopped_the_worker_twice_is_asked_again_only_by_hand(asker: Any) -> None:
    for _ in range(2):
        asker.text(3)
    pid = asker.client.pid
    refused = asker.text(3)
    assert refused.error.values == {"reason": "crash"}
    assert asker.client.pid == pid
    asker.text(3, by_hand=True)
    assert asker.client.pid != pid


def test_a_host_that_does_not_start_is_said(start: Start, pdfs: SimpleNamespace, capfd: Any) -> None:
    failed = start("no_such_host").open(pdfs.paged([""]))
    assert isinstance(failed, Failed)
    assert isinstance(failed.error, WorkerStopped)
