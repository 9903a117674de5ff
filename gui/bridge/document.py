"""One open document as the window knows it: its pages, its review, what is selected, and how it is saved.

The door to the review for everything with a screen: panels and tools call `apply`, `undo` and `select` here and listen
to the signals; nobody else holds the session. Light, because it exists before page one is drawn: what needs the review
comes with `attach_review`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from engine.model.page import PageInfo
from engine.worker.protocol import Failed, Measured, Opened, OpenRequest
from gui.bridge.feed import PageFeed
from gui.bridge.reading import FileReading


class Review(Protocol):
    """What `attach_review` brings: the parse under way, the session and its saving (gui.bridge.review)."""

    def save_now(self) -> None: ...
    def close(self) -> bool: ...
    def abandon(self) -> None: ...
    def reparse(self) -> None: ...
    def cancel_parse(self) -> None: ...


class OpenDocument(QObject):
    """A document from the moment its path is known. `session` is None until the review is loaded."""

    opened = Signal()
    failed = Signal(object)  # PiyueError: the document cannot be shown at all
    parse_progressed = Signal(int, int)
    parse_finished = Signal()
    parse_failed = Signal(object)
    session_ready = Signal()
    changed = Signal(object)  # engine.editing Changes
    selection_changed = Signal(str, str)  # item id or "", initiator
    save_state_changed = Signal(str, object)  # code, values
    page_text_ready = Signal(int)
    page_measured = Signal(int)  # PDF page whose box or rotation is not what was said at first
    noticed = Signal(str, object)  # code and values of something the reader should know
    places_wanted = Signal(object, str)  # places to show and point out (none: stop pointing), initiator
    reference_changed = Signal()  # another 参照文件, or none
    about_to_save = Signal()  # say now what is typed and not yet said

    def __init__(self, path: Path, feed: PageFeed, reading: FileReading, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.feed = feed
        self.reading = reading
        self.pages: tuple[PageInfo, ...] = ()
        self.sha256 = ""  # of the bytes as they were read, once known
        self.session: Any = None
        self.error: Exception | None = None
        self.save_error: Exception | None = None
        self.is_unread = False  # recognition ended without a result
        self.has_text = True
        self.selected = ""
        self.save_state: tuple[str, dict[str, str]] = ("", {})
        self.labels: dict[int, str] = {}
        self.reference: OpenDocument | None = None
        self.is_read_only = False
        self.taking_over: Any = None  # what can be brought into the review (gui.bridge.taking_over)
        self._review: Review | None = None
        self.parse_failed.connect(self._on_parse_failed)
        feed.setParent(self)
        feed.opened.connect(self._on_opened)
        feed.measured.connect(self._on_measured)
        feed.failed.connect(self._on_failed)
        feed.text_ready.connect(lambda reply: self.page_text_ready.emit(reply.page))

    @property
    def file_name(self) -> str:
        return self.path.name

    @property
    def is_open(self) -> bool:
        """Whether the pages are known."""
        return bool(self.pages)

    def label(self, page: int) -> str:
        """The printed label of a PDF page: as recognised, else the PDF's own, else the number."""
        own = self.pages[page - 1].label if 0 < page <= len(self.pages) else ""
        return self.labels.get(page) or own or str(page)

    def take_labels(self, labels: dict[int, str]) -> None:
        """Printed page labels as recognised."""
        self.labels = labels

    def hold_review(self, review: Review, taking_over: Any) -> None:
        """The review is being looked for."""
        self._review = review
        self.taking_over = taking_over

    def attach_review(self, review: Review, session: Any) -> None:
        """The review is loaded: from now on there is something to change."""
        self._review = review
        self.session = session
        self.session_ready.emit()

    def select(self, item_id: str, initiator: str) -> None:
        """Make an item or note the selected one ("" for none)."""
        self.selected = item_id
        self.selection_changed.emit(item_id, initiator)

    def show_places(self, places: Any, initiator: str) -> None:
        """Ask the view in front to bring places into view and point them out; none ends the pointing."""
        self.places_wanted.emit(places, initiator)

    def apply(self, edit: Any, initiator: str) -> None:
        """Change the review, if it may be changed."""
        if self.is_read_only:
            self.noticed.emit("read-only", {})
        elif self.session is not None:
            self.announce(self.session.apply(edit, initiator), initiator)

    def undo(self) -> None:
        if self.session is not None:
            self.announce(self.session.undo(), "undo")

    def redo(self) -> None:
        if self.session is not None:
            self.announce(self.session.redo(), "redo")

    def save_now(self) -> None:
        if self._review is not None:
            self._review.save_now()

    def reparse(self) -> None:
        """Understand the document anew."""
        if self._review is not None:
            self._review.reparse()

    def cancel_parse(self) -> None:
        if self._review is not None:
            self._review.cancel_parse()

    def set_save_state(self, code: str, values: dict[str, str]) -> None:
        self.save_state = (code, values)
        self.save_state_changed.emit(code, values)

    def close(self) -> bool:
        """Save and end every worker of this document. False: the review could not be saved and is still open."""
        if self._review is not None and not self._review.close():
            return False
        self._end()
        return True

    def abandon(self) -> None:
        """End every worker although the review could not be saved."""
        if self._review is not None:
            self._review.abandon()
        self._end()

    def _end(self) -> None:
        """End the page worker, and whatever is laid beside."""
        if self.reference is not None:
            self.reference.abandon()
        self.feed.close()

    def announce(self, changes: Any, initiator: str) -> None:
        """Tell everybody what changed."""
        if changes is not None:
            self.changed.emit(changes._replace(initiator=initiator))

    def _on_opened(self, reply: Opened) -> None:
        if not self.pages:
            self.pages = tuple(reply.pages)
            self.opened.emit()

    def _on_parse_failed(self, _error: object) -> None:
        self.is_unread = self.session is None or self.session.parse is None

    def _on_measured(self, reply: Measured) -> None:
        page = reply.page
        if 0 < page.number <= len(self.pages):
            self.pages = (*self.pages[: page.number - 1], page, *self.pages[page.number :])
            self.page_measured.emit(page.number)

    def _on_failed(self, reply: object) -> None:
        if isinstance(reply, Failed):
            if not isinstance(reply.request, OpenRequest) or self.pages:
                return
            error: Exception = reply.error
        elif isinstance(reply, Exception):
            error = reply
        else:
            return
        self.error = error
        self.failed.emit(error)
