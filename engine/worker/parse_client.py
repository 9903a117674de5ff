"""Parsing for the window: in the background, one document at a time; and for the command line: one blocking call."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from threading import Condition, Thread
from time import monotonic
from typing import NamedTuple

from msgspec import UNSET, structs

from engine.errors import Cancelled, EmptyFile, FileMissing, FileUnreadable, PiyueError, TooLarge
from engine.model.parse import Parse
from engine.worker.memory import Shared
from engine.worker.parse_worker import HOST, ParseDeadlines, ParseWorker
from engine.worker.protocol import Failed, ParseRequest, Progress

_TELL_EVERY = 0.05  # seconds between two Progress replies


class Parsed(NamedTuple):
    """A document is parsed."""

    parse: Parse


ParseReply = Progress | Parsed | Failed


class _Job(NamedTuple):
    request: ParseRequest
    document: Shared


class ParseClient:
    """Runs one parse at a time; a new one cancels the one before. Every parse ends with Parsed or Failed."""

    def __init__(self, on_reply: Callable[[ParseReply], None], worker: ParseWorker) -> None:
        self._on_reply = on_reply
        self._worker = worker
        self._changed = Condition()
        self._next: _Job | None = None
        self._dropped: list[_Job] = []
        self._running: _Job | None = None
        self._is_closed = False
        self._told = 0.0
        self._thread = Thread(target=self._run, name="parse-client", daemon=True)

    @classmethod
    def start(
        cls,
        on_reply: Callable[[ParseReply], None],
        *,
        host: str = HOST,
        deadlines: ParseDeadlines | None = None,
    ) -> ParseClient:
        """Get ready; the worker is started with the first parse. `on_reply` is called from another thread."""
        client = cls(on_reply, ParseWorker(host, deadlines))
        client._thread.start()
        return client

    @property
    def pid(self) -> int:
        """Process id of the worker running now, 0 without one."""
        return self._worker.pid

    def parse(self, data: bytes | Shared, request: ParseRequest) -> None:
        """Parse a document instead of whatever is being parsed. Raises TooLarge where there is no memory for it."""
        job = _Job(request, shared(data))
        with self._changed:
            self._stop()
            self._next = job

    def cancel(self) -> None:
        """Give up what is being parsed or waiting to be; answered with Cancelled."""
        with self._changed:
            self._stop()

    def close(self) -> None:
        """End the worker. What is running gets no reply. Does not wait for anything."""
        with self._changed:
            self._is_closed = True
            self._stop()

    def join(self, timeout: float | None = None) -> None:
        """Wait until the client's thread has ended after `close`."""
        self._thread.join(timeout)

    def _stop(self) -> None:
        if self._running:
            self._worker.cancel()
        if self._next:
            self._dropped.append(self._next)
            self._next = None
        self._changed.notify()

    # --- in the client's thread ---

    def _run(self) -> None:
        while (taken := self._take()) is not None:
            dropped, job = taken
            for old in dropped:
                self._on_reply(Failed(old.request, Cancelled()))
            if job is None:
                continue
            reply = self._parsed(job)
            with self._changed:
                self._running = None
                if self._is_closed:
                    break
            self._on_reply(reply)
        self._worker.close()

    def _take(self) -> tuple[list[_Job], _Job | None] | None:
        with self._changed:
            while not (self._next or self._dropped or self._is_closed):
                self._changed.wait()
            if self._is_closed:
                return None
            dropped, self._dropped = self._dropped, []
            self._running, self._next = self._next, None
            self._worker.rearm()
            self._told = 0.0
            return dropped, self._running

    def _parsed(self, job: _Job) -> Parsed | Failed:
        try:
            return Parsed(self._worker.parse(job.document, job.request, self._tell))
        except PiyueError as error:
            return Failed(job.request, error)

    def _tell(self, done: int, total: int) -> None:
        now = monotonic()
        if done == total or now - self._told >= _TELL_EVERY:
            self._told = now
            self._on_reply(Progress(done, total))


def shared(data: bytes | Shared) -> Shared:
    """A document's bytes where workers can map them. Raises EmptyFile, TooLarge."""
    if isinstance(data, Shared):
        return data
    if not data:
        raise EmptyFile
    try:
        return Shared.document(data)
    except OSError as error:
        raise TooLarge(what="bytes") from error


def read_file(path: Path) -> bytes:
    """A file's bytes. Raises FileMissing, FileUnreadable, EmptyFile."""
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise FileMissing(name=path.name) from error
    except OSError as error:
        raise FileUnreadable(name=path.name) from error
    if not data:
        raise EmptyFile(name=path.name)
    return data


def parse_file(
    path: Path,
    *,
    bookmarks: bool = True,
    is_traced: bool = False,
    on_progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> Parse:
    """Parse a PDF file and wait for it; the parse is as published, unless `is_traced` keeps where every code point
    stands. Raises PiyueError."""
    data = read_file(path)
    worker = ParseWorker()
    try:
        request = ParseRequest(path.name, sha256(data).hexdigest(), bookmarks)
        parse = worker.parse(shared(data), request, on_progress)
        return parse if is_traced else structs.replace(parse, trace=UNSET)
    finally:
        worker.close()
