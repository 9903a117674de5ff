"""The window's end of the page worker: asks one thing at a time, with a deadline, and starts the worker anew when it
dies, hangs or talks nonsense.

Methods never block; replies come from the client's own thread. Import light: this runs before Qt is loaded.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection
from threading import Condition, Thread
from time import monotonic
from typing import NamedTuple

from engine.errors import Cancelled, EmptyFile, PiyueError, TooLarge, WorkerStopped
from engine.model.page import PageInfo
from engine.model.pixels import MAX_PIXELS, pixel_rect
from engine.worker import messages
from engine.worker.channel import Channel, Closed, Late
from engine.worker.memory import Shared
from engine.worker.pending import admitted
from engine.worker.protocol import (
    AnyRequest,
    Failed,
    Links,
    LinksRequest,
    Measured,
    Opened,
    OpenRequest,
    PageTextReply,
    Rendered,
    Reply,
    Request,
    TextRequest,
)
from engine.worker.spawn import Child, spawn
from engine.worker.stopping import GaveUp, reason_of
from engine.worker.wire import Malformed, Reader

HOST = "engine.worker.page_host"
DEATHS = 2
"""A page that ended the worker so often is asked again only by hand."""


class Deadlines(NamedTuple):
    """Seconds a request may take."""

    opening: float = 10.0
    text: float = 5.0
    picture: float = 5.0


class PageClient:
    """Asks the page worker. Every request gets one reply: what was asked for, or Failed."""

    def __init__(self, on_reply: Callable[[Reply], None], host: str, deadlines: Deadlines) -> None:
        self._on_reply = on_reply
        self._host = host
        self._deadlines = deadlines
        self._changed = Condition()
        self._waiting: tuple[AnyRequest, ...] = ()
        self._dropped: list[AnyRequest] = []
        self._next_document: Shared | PiyueError | None = None
        self._is_closed = False
        # The rest belongs to the client's thread alone.
        self._document: Shared | None = None
        self._pages: list[PageInfo] = []
        self._deaths: Counter[int] = Counter()
        self._reasons: dict[int, str] = {}
        self._has_opened = False
        self._child: Child | None = None
        self._thread = Thread(target=self._run, name="page-client", daemon=True)

    @classmethod
    def start(
        cls, on_reply: Callable[[Reply], None], *, host: str = HOST, deadlines: Deadlines | None = None
    ) -> PageClient:
        """Start the worker and return at once; it gets ready meanwhile. `on_reply` is called from another thread."""
        client = cls(on_reply, host, deadlines or Deadlines())
        client._start_worker()
        client._thread.start()
        return client

    @property
    def pid(self) -> int:
        """Process id of the worker running now, 0 without one."""
        child = self._child
        return child.pid if child else 0

    def open(self, data: bytes | Shared) -> None:
        """Open a document; what was asked of the one before is cancelled. Copies the bytes (1 ms for 4 MB)."""
        document = _shared(data)
        with self._changed:
            self._next_document = document
        self._admit(OpenRequest())

    def render(self, request: Request) -> None:
        """Ask for a picture."""
        self._admit(request)

    def text(self, page: int, *, by_hand: bool = False) -> None:
        """Ask for the characters of a page."""
        self._admit(TextRequest(page, by_hand))

    def links(self, page: int, *, by_hand: bool = False) -> None:
        """Ask for the links of a page."""
        self._admit(LinksRequest(page, by_hand))

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
        child = self._child
        if child:
            child.kill()

    def join(self, timeout: float | None = None) -> None:
        """Wait until the client's thread has ended after `close`."""
        self._thread.join(timeout)

    def _admit(self, request: AnyRequest) -> None:
        with self._changed:
            decision = admitted(self._waiting, request)
            self._waiting = decision.waiting
            self._dropped += decision.cancelled
            self._changed.notify()

    # --- in the client's thread ---

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
        if self._child:
            self._child.end()

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
        page = 0 if isinstance(request, OpenRequest) else request.page
        try:
            if not isinstance(request, OpenRequest):
                self._check(request)
            reply = self._asked(request)
        except PiyueError as error:
            return Failed(request, error)
        except (Closed, GaveUp, Late, Malformed, OSError) as failure:
            return Failed(request, self._stopped(failure, page))
        if not isinstance(request, OpenRequest) and request.by_hand:
            del self._deaths[page]
        return reply

    def _asked(self, request: AnyRequest) -> Reply:
        if isinstance(request, OpenRequest):
            return self._opened()
        channel = self._ready()
        if isinstance(request, Request):
            return self._rendered(channel, request)
        deadline = monotonic() + self._deadlines.text
        if isinstance(request, TextRequest):
            channel.send(messages.pack_ask(messages.Ask(messages.TEXT, request.page)))
            info, text, boxes = messages.unpack_text(_reply(channel, messages.TEXT, deadline))
            self._measured(request.page, info)
            return PageTextReply(request.page, text, boxes)
        channel.send(messages.pack_ask(messages.Ask(messages.LINKS, request.page)))
        info, links = messages.unpack_links(_reply(channel, messages.LINKS, deadline), len(self._pages))
        self._measured(request.page, info)
        return Links(request.page, links)

    def _check(self, request: Request | TextRequest | LinksRequest) -> None:
        """Refuse what cannot be asked."""
        if not 1 <= request.page <= len(self._pages):
            raise WorkerStopped(reason="closed")
        if self._deaths[request.page] >= DEATHS and not request.by_hand:
            raise WorkerStopped(reason=self._reasons[request.page])

    def _opened(self) -> Opened:
        with self._changed:
            document, self._next_document = self._next_document, None
        self._document, self._pages, self._has_opened = None, [], False
        self._deaths.clear()
        if document is None or isinstance(document, PiyueError):
            raise document or WorkerStopped(reason="closed")
        self._document = document
        self._open_in(self._living(), document)
        return Opened(tuple(self._pages))

    def _open_in(self, channel: Channel, document: Shared) -> None:
        ask = messages.Ask(messages.OPEN, size=document.size, name=document.name)
        channel.send(messages.pack_ask(ask), document.descriptor)
        deadline = monotonic() + self._deadlines.opening
        pages = messages.unpack_opened(_reply(channel, messages.OPEN, deadline))
        if self._pages and len(pages) != len(self._pages):
            raise Malformed("another document")
        self._pages = self._pages or list(pages)
        self._has_opened = True

    def _rendered(self, channel: Channel, request: Request) -> Rendered:
        known = self._pages[request.page - 1]
        try:
            return self._drawn(channel, request, known)
        except _Misfit as misfit:
            self._measured(request.page, misfit.info)
            return self._drawn(channel, request, misfit.info)

    def _drawn(self, channel: Channel, request: Request, info: PageInfo) -> Rendered:
        if not 0 < request.scale < 1e4:
            raise TooLarge(what="pixels")
        rect = pixel_rect(info, request.scale, request.clip)
        if rect.width * rect.height > MAX_PIXELS:
            raise TooLarge(what="pixels")
        memory = Shared.pixels(4 * rect.width * rect.height)
        ask = messages.Ask(messages.RENDER, request.page, memory.size, memory.name, request.scale, request.clip)
        channel.send(messages.pack_ask(ask), memory.descriptor)
        memory.close()
        picture = messages.unpack_picture(
            _reply(channel, messages.RENDER, monotonic() + self._deadlines.picture), memory.size
        )
        self._measured(request.page, picture.info)
        pixels = memoryview(memory.map())[: picture.stride * picture.height]
        return Rendered(request, picture.width, picture.height, picture.stride, pixels, picture.x, picture.y)

    def _measured(self, page: int, info: PageInfo) -> None:
        """Correct what was said of a page before it was loaded."""
        if info.number != page:
            raise Malformed("another page")
        if info != self._pages[page - 1]:
            self._pages[page - 1] = info
            self._on_reply(Measured(info))

    def _ready(self) -> Channel:
        """The channel of a living worker that has the document open. Raises what opening raises."""
        channel = self._living()
        if not self._has_opened:
            if self._document is None:
                raise WorkerStopped(reason="closed")
            self._open_in(channel, self._document)
        return channel

    def _living(self) -> Channel:
        child = self._child
        if child is None or child.channel.is_closed():
            self._start_worker()
            child = self._child
            if child is None:
                raise WorkerStopped(reason="crash")
        return child.channel

    def _start_worker(self) -> None:
        if self._child:
            self._child.end()
        self._has_opened = False
        try:
            self._child = spawn(self._host)
        except OSError:
            self._child = None

    def _stopped(self, failure: Exception, page: int) -> WorkerStopped:
        """End the worker after a failure, start the next, and say why."""
        child = self._child
        reason = reason_of(failure, child.end() if child else 0)
        self._child = None
        if page:
            self._deaths[page] += 1
            self._reasons[page] = reason
        if not self._is_closed:
            self._start_worker()
        return WorkerStopped(reason=reason)


class _Misfit(Exception):
    """A page is not what it was taken for."""

    def __init__(self, info: PageInfo) -> None:
        super().__init__(info)
        self.info = info


def _shared(data: bytes | Shared) -> Shared | PiyueError:
    if isinstance(data, Shared):
        return data
    if not data:
        return EmptyFile()
    try:
        return Shared.document(data)
    except OSError:
        return TooLarge(what="bytes")


def _reply(channel: Channel, kind: int, deadline: float) -> Reader:
    """The body of the next message, which must be of a kind; raises what it says when it says that it failed."""
    message, descriptor = channel.receive(deadline)
    if descriptor >= 0:
        raise Malformed("a descriptor nobody asked for")
    reader = Reader(message)
    got = reader.numbers("B")[0]
    if got == messages.FAILED:
        error = messages.unpack_failed(reader)
        raise GaveUp if isinstance(error, WorkerStopped) else error
    if got == messages.MISFIT:
        raise _Misfit(messages.unpack_misfit(reader))
    if got != kind:
        raise Malformed("another reply")
    return reader
