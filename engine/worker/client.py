"""The window's end of the page worker: a queue of requests and a thread that has them answered one by one.

Methods never block; replies come from the client's own thread. Import light: this runs before Qt is loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from threading import Condition, Thread

from engine.errors import Cancelled, EmptyFile, PiyueError, TooLarge, WorkerStopped
from engine.worker.memory import Shared
from engine.worker.page_worker import HOST, Deadlines, PageWorker
from engine.worker.pending import admitted
from engine.worker.protocol import (
    AnyRequest,
    BookmarksRequest,
    Failed,
    LinksRequest,
    Opened,
    OpenRequest,
    Reply,
    Request,
    TextRequest,
)


class PageClient:
    """Asks the page worker. Every request gets one reply: what was asked for, or Failed."""

    def __init__(self, on_reply: Callable[[Reply], None], host: str, deadlines: Deadlines) -> None:
        self._on_reply = on_reply
        self._changed = Condition()
        self._waiting: tuple[AnyRequest, ...] = ()
        self._dropped: list[AnyRequest] = []
        self._document: Shared | PiyueError | None = None
        self._is_closed = False
        self._worker = PageWorker(on_reply, host, deadlines)
        self._thread = Thread(target=self._run, name="page-client", daemon=True)

    @classmethod
    def start(
        cls, on_reply: Callable[[Reply], None], *, host: str = HOST, deadlines: Deadlines | None = None
    ) -> PageClient:
        """Start the worker and return at once; it gets ready meanwhile. `on_reply` is called from another thread."""
        client = cls(on_reply, host, deadlines or Deadlines())
        client._worker.start()
        client._thread.start()
        return client

    @property
    def pid(self) -> int:
        """Process id of the worker running now, 0 without one."""
        return self._worker.pid

    def open(self, data: bytes | Shared) -> None:
        """Open a document; what was asked of the one before is cancelled. Copies bytes (1 ms for 4 MB)."""
        document = _shared(data)
        with self._changed:
            self._document = document
            self._admit(OpenRequest())

    def render(self, request: Request) -> None:
        """Ask for a picture."""
        with self._changed:
            self._admit(request)

    def text(self, page: int, *, by_hand: bool = False) -> None:
        """Ask for the characters of a page."""
        with self._changed:
            self._admit(TextRequest(page, by_hand))

    def links(self, page: int, *, by_hand: bool = False) -> None:
        """Ask for the links of a page."""
        with self._changed:
            self._admit(LinksRequest(page, by_hand))

    def bookmarks(self) -> None:
        """Ask for the PDF's own outline."""
        with self._changed:
            self._admit(BookmarksRequest())

    def cancel(self, serials: Collection[int]) -> None:
        """Call off pictures that have not been begun; they are answered with Cancelled."""
        with self._changed:
            gone = [old for old in self._waiting if isinstance(old, Request) and old.serial in serials]
            self._waiting = tuple(old for old in self._waiting if old not in gone)
            self._dropped += gone
            self._changed.notify()

    def close(self) -> None:
        """End the worker. What is still waiting gets no reply. Does not wait for anything."""
        with self._changed:
            self._is_closed = True
            self._changed.notify()
        self._worker.kill()

    def join(self, timeout: float | None = None) -> None:
        """Wait until the client's thread has ended after `close`."""
        self._thread.join(timeout)

    def _admit(self, request: AnyRequest) -> None:
        decision = admitted(self._waiting, request)
        self._waiting = decision.waiting
        self._dropped += decision.cancelled
        self._changed.notify()

    def _run(self) -> None:
        while (taken := self._take()) is not None:
            dropped, request = taken
            for old in dropped:
                self._on_reply(Failed(old, Cancelled()))
            if request is None:
                continue
            reply = self._answered(request)
            if self._is_closed:
                break
            self._on_reply(reply)
            if isinstance(reply, Opened) and not self._waiting:
                self._worker.warm()
        self._worker.end()

    def _take(self) -> tuple[list[AnyRequest], AnyRequest | None] | None:
        """What was called off and the next request; None when the client is closed."""
        with self._changed:
            while not (self._waiting or self._dropped or self._is_closed):
                self._changed.wait()
            if self._is_closed:
                return None
            dropped, self._dropped = self._dropped, []
            request, self._waiting = (self._waiting[0], self._waiting[1:]) if self._waiting else (None, ())
            return dropped, request

    def _answered(self, request: AnyRequest) -> Reply:
        if isinstance(request, OpenRequest):
            with self._changed:
                document, self._document = self._document, None
            return self._worker.open(document or WorkerStopped(reason="closed"))
        return self._worker.answer(request)


def _shared(data: bytes | Shared) -> Shared | PiyueError:
    if isinstance(data, Shared):
        return data
    if not data:
        return EmptyFile()
    try:
        return Shared.document(data)
    except OSError:
        return TooLarge(what="bytes")
