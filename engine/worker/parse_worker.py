"""The parse worker as one blocking call: a deadline a page, and a page that ends the worker is left out next time."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from time import monotonic
from typing import NamedTuple

from engine.errors import Cancelled, WorkerStopped
from engine.model.parse import Parse
from engine.worker import messages, parse_messages
from engine.worker.channel import Channel, Closed, Late
from engine.worker.memory import Shared
from engine.worker.protocol import ParseRequest
from engine.worker.spawn import Child, spawn
from engine.worker.stopping import GaveUp, reason_of
from engine.worker.wire import Malformed, Reader

HOST = "engine.worker.parse_host"
MAX_SKIPPED = 3
"""Pages left out of one parse because they ended the worker; with more of them the parse is given up."""


class ParseDeadlines(NamedTuple):
    """Seconds without a sign of life: until the first page (the worker's start counts), a page, and the parse after
    them, with so much more for every page."""

    opening: float = 15.0
    page: float = 5.0
    parse: float = 60.0
    parse_page: float = 0.2


class ParseWorker:
    """Runs parses in a child process, which is started when needed. `cancel` may come from another thread."""

    def __init__(self, host: str = HOST, deadlines: ParseDeadlines | None = None) -> None:
        self._host = host
        self._deadlines = deadlines or ParseDeadlines()
        self._lock = Lock()
        self._child: Child | None = None
        self._is_cancelled = False

    @property
    def pid(self) -> int:
        """Process id of the worker, 0 without one."""
        child = self._child
        return child.pid if child else 0

    def parse(self, document: Shared, request: ParseRequest, on_progress: Callable[[int, int], None]) -> Parse:
        """Parse a document, calling `on_progress` with pages done and in all.

        Raises what the PDF has against it, WorkerStopped, or Cancelled.
        """
        skipped: set[int] = set()
        while True:
            progress = _Progress(on_progress)
            try:
                return self._attempt(document, request, skipped, progress)
            except (Closed, GaveUp, Late, Malformed, OSError) as failure:
                reason = reason_of(failure, self._end())
                if self._is_cancelled:
                    raise Cancelled from failure
                page = progress.page
                if not page or page in skipped or len(skipped) == MAX_SKIPPED:
                    raise WorkerStopped(reason=reason) from failure
                skipped.add(page)

    def rearm(self) -> None:
        """Forget an earlier `cancel`; before every parse that follows one."""
        with self._lock:
            self._is_cancelled = False

    def cancel(self) -> None:
        """Give up the parse that is running, or about to run; it raises Cancelled."""
        with self._lock:
            self._is_cancelled = True
            if self._child:
                self._child.kill()

    def close(self) -> None:
        """End the worker; not while a parse is running."""
        self._end()

    def _attempt(self, document: Shared, request: ParseRequest, skipped: set[int], progress: _Progress) -> Parse:
        channel = self._living()
        ask = parse_messages.pack_ask(request, document.size, document.name, sorted(skipped))
        channel.send(ask, document.descriptor)
        deadlines = self._deadlines
        seconds = deadlines.opening
        while True:
            message, descriptor = channel.receive(monotonic() + seconds)
            if descriptor >= 0:
                raise Malformed("a descriptor nobody asked for")
            reader = Reader(message)
            kind = reader.numbers("B")[0]
            if kind == parse_messages.PARSED:
                return parse_messages.unpack_parsed(message, request)
            if kind == messages.FAILED:
                error = messages.unpack_failed(reader)
                raise GaveUp if isinstance(error, WorkerStopped) else error
            if kind != parse_messages.PROGRESS:
                raise Malformed("another reply")
            done, total = parse_messages.unpack_progress(reader)
            progress.report(done, total)
            seconds = deadlines.page if done < total else deadlines.parse + total * deadlines.parse_page

    def _living(self) -> Channel:
        with self._lock:
            if self._is_cancelled:
                raise Closed
            if self._child is None or self._child.channel.is_closed():
                if self._child:
                    self._child.end()
                self._child = spawn(self._host)
            return self._child.channel

    def _end(self) -> int:
        """End the worker; returns the signal that had ended it before, if one had."""
        with self._lock:
            child, self._child = self._child, None
            return child.end() if child else 0


class _Progress:
    """Where a parse is: `page` is the one being read, 0 before and after."""

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        self.page = 0
        self._tell = tell

    def report(self, done: int, total: int) -> None:
        self.page = done + 1 if done < total else 0
        self._tell(done, total)
