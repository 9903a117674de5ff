"""A client of a real worker process whose replies a test can wait for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue
from typing import Any

import pytest

from engine.worker.client import HOST, Deadlines, PageClient
from engine.worker.protocol import Measured

WAIT = 30.0


class Asker:
    """A page client and its replies, in order. `ask` gives the next one that is not a Measured."""

    def __init__(self, host: str = HOST, deadlines: Deadlines | None = None) -> None:
        self.replies: Queue[Any] = Queue()
        self.measured: list[Measured] = []
        self.client = PageClient.start(self.replies.put, host=host, deadlines=deadlines)

    def next(self) -> Any:
        while isinstance(reply := self.replies.get(timeout=WAIT), Measured):
            self.measured.append(reply)
        return reply

    def open(self, data: bytes) -> Any:
        self.client.open(data)
        return self.next()

    def render(self, *request: Any) -> Any:
        self.client.render(*request)
        return self.next()

    def text(self, page: int, **more: bool) -> Any:
        self.client.text(page, **more)
        return self.next()

    def links(self, page: int) -> Any:
        self.client.links(page)
        return self.next()

    def bookmarks(self) -> Any:
        self.client.bookmarks()
        return self.next()

    def close(self) -> None:
        self.client.close()
        self.client.join(WAIT)


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Asker]]:
    """Starts askers, ended with the test. Host modules of the folder `hosts` can be named."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent / "hosts"))
    askers: list[Asker] = []

    def started(host: str = HOST, deadlines: Deadlines | None = None) -> Asker:
        askers.append(Asker(host, deadlines))
        return askers[-1]

    yield started
    for asker in askers:
        asker.close()
