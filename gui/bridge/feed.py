"""The page worker's replies as Qt signals in the interface thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from engine.worker.client import PageClient
from engine.worker.protocol import Bookmarks, Failed, Links, Measured, Opened, PageTextReply, Rendered, Request
from gui.bridge.inbox import Inbox
from gui.bridge.outlet import outlet


class PageFeed(QObject):
    """Wraps the client that was started before Qt was loaded; `listen` delivers what has come meanwhile."""

    opened = Signal(object)  # Opened
    measured = Signal(object)  # Measured
    rendered = Signal(object)  # Rendered
    text_ready = Signal(object)  # PageTextReply
    links_ready = Signal(object)  # Links
    bookmarks_ready = Signal(object)  # Bookmarks
    failed = Signal(object)  # Failed, or a PiyueError of reading the file

    def __init__(self, client: PageClient, inbox: Inbox, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self._inbox = inbox

    def listen(self) -> None:
        self._inbox.listen(outlet(self._on_reply))

    def render(self, request: Request) -> None:
        self._client.render(request)

    def ask_text(self, page: int) -> None:
        """Ask for the characters of a PDF page."""
        self._client.text(page)

    def ask_links(self, page: int) -> None:
        self._client.links(page)

    def ask_bookmarks(self) -> None:
        """Ask for the PDF's own outline."""
        self._client.bookmarks()

    def close(self) -> None:
        """End the worker; replies still under way are dropped."""
        self._inbox.listen(None)
        self._client.close()

    def _on_reply(self, reply: object) -> None:
        match reply:
            case Rendered():
                self.rendered.emit(reply)
            case PageTextReply():
                self.text_ready.emit(reply)
            case Opened():
                self.opened.emit(reply)
            case Measured():
                self.measured.emit(reply)
            case Links():
                self.links_ready.emit(reply)
            case Bookmarks():
                self.bookmarks_ready.emit(reply)
            case Failed() | Exception():
                self.failed.emit(reply)
