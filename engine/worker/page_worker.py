"""The page worker as blocking calls: asks one thing at a time, with a deadline, and starts the worker anew when it
dies, hangs or talks nonsense. Belongs to one thread; import light, it runs before Qt is loaded.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from time import monotonic
from typing import NamedTuple

from engine.errors import PiyueError, TooLarge, WorkerStopped
from engine.model.page import PageInfo
from engine.model.pixels import MAX_PIXELS, pixel_rect
from engine.worker import messages
from engine.worker.canvas import Canvases
from engine.worker.channel import Channel, Closed, Late
from engine.worker.memory import Shared
from engine.worker.messages import Ask
from engine.worker.protocol import (
    Bookmarks,
    BookmarksRequest,
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

Asked = Request | TextRequest | LinksRequest | BookmarksRequest

_LIGHT = 0.03  # seconds; a page that takes longer to load may take long to draw, and is not drawn for nothing
_WARM_PIXELS = 2_000_000  # a page of A4 as wide as most windows


class Deadlines(NamedTuple):
    """Seconds a request may take; `measuring` is what opening waits for the first page's geometry, and
    what drawing it ahead may take."""

    opening: float = 10.0
    measuring: float = 1.0
    text: float = 5.0
    picture: float = 5.0


class PageWorker:
    """A child process that holds one document open."""

    def __init__(self, on_measured: Callable[[Measured], None], host: str, deadlines: Deadlines) -> None:
        self._on_measured = on_measured
        self._host = host
        self._deadlines = deadlines
        self._document: Shared | None = None
        self._pages: list[PageInfo] = []
        self._deaths: Counter[int] = Counter()
        self._reasons: dict[int, str] = {}
        self._has_opened = False
        self._is_light = False  # whether the first page was loaded in no time
        self._canvases = Canvases()
        self._sent: dict[int, Shared] = {}  # what the worker running now has by slot
        self._child: Child | None = None

    @property
    def pid(self) -> int:
        """Process id of the worker running now, 0 without one."""
        child = self._child
        return child.pid if child else 0

    def start(self) -> None:
        """Start the process and return at once; it gets ready meanwhile."""
        self.end()
        try:
            self._child = spawn(self._host)
        except OSError:
            self._child = None

    def kill(self) -> None:
        """End the process, from any thread; whoever waits for an answer gets Failed."""
        child = self._child
        if child:
            child.kill()

    def end(self) -> int:
        """End the process and clean up after it; returns the signal that had ended it before, if one had."""
        child, self._child, self._has_opened = self._child, None, False
        self._sent.clear()
        return child.end() if child else 0

    def open(self, document: Shared | PiyueError) -> Opened | Failed:
        """Open a document instead of the one before (an error: there is none, and that is why)."""
        self._document, self._pages, self._has_opened = None, [], False
        self._deaths.clear()
        try:
            if isinstance(document, PiyueError):
                raise document
            self._document = document
            self._open_in(self._living(), document)
        except PiyueError as error:
            return Failed(OpenRequest(), error)
        except (Closed, GaveUp, Late, Malformed, OSError) as failure:
            return Failed(OpenRequest(), self._stopped(failure, 0))
        self._measure_first()
        return Opened(tuple(self._pages))

    def warm(self) -> None:
        """Draw the first page once for nothing, while nobody waits: its fonts are loaded then, and a canvas has its
        memory. The picture that is asked for later comes 10 ms sooner."""
        if not self._is_light:
            return
        try:
            width, height = self._pages[0].size
            scale = (_WARM_PIXELS / (width * height)) ** 0.5
            self._drawn(self._ready(), Request(1, scale, None, 0), self._pages[0], self._deadlines.measuring)
        except (PiyueError, _Misfit):
            return
        except Late as failure:
            self._stopped(failure, 0)
        except (Closed, GaveUp, Malformed, OSError) as failure:
            self._stopped(failure, 1)

    def answer(self, request: Asked) -> Reply:
        """The reply to a request."""
        page = request.page
        try:
            self._check(request)
            reply = self._asked(request)
        except PiyueError as error:
            return Failed(request, error)
        except (Closed, GaveUp, Late, Malformed, OSError) as failure:
            return Failed(request, self._stopped(failure, page))
        if not isinstance(request, BookmarksRequest) and request.by_hand:
            del self._deaths[page]
        return reply

    def _check(self, request: Asked) -> None:
        """Refuse what cannot be asked."""
        if isinstance(request, BookmarksRequest):
            return
        if not 1 <= request.page <= len(self._pages):
            raise WorkerStopped(reason="closed")
        if self._deaths[request.page] >= DEATHS and not request.by_hand:
            raise WorkerStopped(reason=self._reasons[request.page])

    def _asked(self, request: Asked) -> Reply:
        channel = self._ready()
        if isinstance(request, BookmarksRequest):
            reader = _exchanged(channel, Ask(messages.BOOKMARKS), self._deadlines.text)
            return Bookmarks(messages.unpack_bookmarks(reader, len(self._pages)))
        if isinstance(request, Request):
            return self._rendered(channel, request)
        kind = messages.TEXT if isinstance(request, TextRequest) else messages.LINKS
        reader = _exchanged(channel, Ask(kind, request.page), self._deadlines.text)
        if isinstance(request, TextRequest):
            info, text, boxes = messages.unpack_text(reader)
            self._measured(request.page, info)
            return PageTextReply(request.page, text, boxes)
        info, links = messages.unpack_links(reader, len(self._pages))
        self._measured(request.page, info)
        return Links(request.page, links)

    def _open_in(self, channel: Channel, document: Shared) -> None:
        ask = Ask(messages.OPEN, size=document.size, name=document.name)
        pages = messages.unpack_opened(_exchanged(channel, ask, self._deadlines.opening, document.descriptor))
        if self._pages and len(pages) != len(self._pages):
            raise Malformed("another document")
        self._pages = self._pages or list(pages)
        self._has_opened = True

    def _measure_first(self) -> None:
        """Load the first page and take those of its displayed size to be like it. A first page that ends the worker
        or takes long does not keep the document from opening."""
        self._is_light = False
        start = monotonic()
        try:
            channel = self._living()
            first = messages.unpack_measured(_exchanged(channel, Ask(messages.MEASURE, 1), self._deadlines.measuring))
        except PiyueError:
            return
        except Late as failure:
            self._stopped(failure, 0)
        except (Closed, GaveUp, Malformed, OSError) as failure:
            self._stopped(failure, 1)
        else:
            self._pages = like_first(self._pages, first)
            self._is_light = monotonic() - start < _LIGHT

    def _rendered(self, channel: Channel, request: Request) -> Rendered:
        try:
            return self._drawn(channel, request, self._pages[request.page - 1], self._deadlines.picture)
        except _Misfit as misfit:
            self._measured(request.page, misfit.info)
            return self._drawn(channel, request, misfit.info, self._deadlines.picture)

    def _drawn(self, channel: Channel, request: Request, info: PageInfo, seconds: float) -> Rendered:
        if not 0 < request.scale < 1e4:
            raise TooLarge(what="pixels")
        rect = pixel_rect(info, request.scale, request.clip)
        if rect.width * rect.height > MAX_PIXELS:
            raise TooLarge(what="pixels")
        canvas = self._canvases.take(4 * rect.width * rect.height)
        block = canvas.block
        is_new = self._sent.get(canvas.slot) is not block
        ask = Ask(
            messages.RENDER, request.page, block.size, block.name, request.scale, request.clip, canvas.slot, is_new
        )
        self._sent.pop(canvas.slot, None)
        reader = _exchanged(channel, ask, seconds, block.descriptor if is_new else -1)
        self._sent[canvas.slot] = block
        picture = messages.unpack_picture(reader, block.size)
        self._measured(request.page, picture.info)
        pixels = memoryview(block.map())[: picture.stride * picture.height]
        return Rendered(request, picture.width, picture.height, picture.stride, pixels, picture.x, picture.y)

    def _measured(self, page: int, info: PageInfo) -> None:
        """Correct what was said of a page before it was loaded."""
        if info.number != page:
            raise Malformed("another page")
        if info != self._pages[page - 1]:
            self._pages[page - 1] = info
            self._on_measured(Measured(info))

    def _ready(self) -> Channel:
        """The channel of a living worker that has the document open. Raises what opening raises."""
        channel = self._living()
        if not self._has_opened:
            if self._document is None:
                raise WorkerStopped(reason="closed")
            self._open_in(channel, self._document)
        return channel

    def _living(self) -> Channel:
        if self._child is None or self._child.channel.is_closed():
            self.start()
        if self._child is None:
            raise WorkerStopped(reason="crash")
        return self._child.channel

    def _stopped(self, failure: Exception, page: int) -> WorkerStopped:
        """End the worker after a failure, start the next, and say why."""
        reason = reason_of(failure, self.end())
        if page:
            self._deaths[page] += 1
            self._reasons[page] = reason
        self.start()
        return WorkerStopped(reason=reason)


def like_first(pages: list[PageInfo], first: PageInfo) -> list[PageInfo]:
    """Pages known by displayed size only, once the first is measured: those as large are taken to be like it."""
    size = tuple(round(side, 2) for side in first.size)
    return [
        page._replace(box=first.box, rotation=first.rotation)
        if tuple(round(side, 2) for side in page.size) == size
        else page
        for page in pages
    ]


class _Misfit(Exception):
    """A page is not what it was taken for."""

    def __init__(self, info: PageInfo) -> None:
        super().__init__(info)
        self.info = info


def _exchanged(channel: Channel, ask: Ask, seconds: float, descriptor: int = -1) -> Reader:
    """Ask, and the body of the reply, which must be of the same kind. Raises what the worker says when it failed."""
    deadline = monotonic() + seconds
    channel.send(messages.pack_ask(ask), descriptor)
    message, got = channel.receive(deadline)
    if got >= 0:
        raise Malformed("a descriptor nobody asked for")
    reader = Reader(message)
    kind = reader.numbers("B")[0]
    if kind == messages.FAILED:
        error = messages.unpack_failed(reader)
        raise GaveUp if isinstance(error, WorkerStopped) else error
    if kind == messages.MISFIT and ask.kind == messages.RENDER:
        raise _Misfit(messages.unpack_measured(reader))
    if kind != ask.kind:
        raise Malformed("another reply")
    return reader
