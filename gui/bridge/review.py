"""The review of an open document: its parse under way, its session, its saving. Loaded after page one is drawn.

The parse and the saving run beside the interface; only `Session` is worked with in its thread.
"""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from threading import Event, Thread

from PySide6.QtCore import QObject, Qt, Signal

from engine.editing.review import Review
from engine.editing.session import Session
from engine.errors import PiyueError
from engine.model.parse import Parse
from engine.settings import Settings
from engine.storage.importing import import_review
from engine.storage.store import (
    Autosave,
    Opened,
    PdfFacts,
    Saver,
    SaveState,
    open_review,
    person_of,
    settled,
    shelf_of,
)
from engine.worker.parse_client import ParseClient, Parsed
from engine.worker.protocol import Failed, ParseRequest, Progress
from gui.bridge.document import OpenDocument

_PATIENCE = 10.0  # seconds the closing window waits for the last save


class ReviewWork(QObject):
    """Attaches itself to a document whose pages are known, opens its review, and starts the parse."""

    _replied = Signal(object)
    _told = Signal(object)
    _settled = Signal(object)

    def __init__(self, document: OpenDocument) -> None:
        super().__init__(document)
        self._outcome = ""  # code of the last save
        self._told_last = Event()
        self._document = document
        self._data = document.reading.wait() or b""
        self._sha256 = sha256(self._data).hexdigest()
        settings = Settings.load()
        self._person = person_of(settings)
        self._shelf = shelf_of(settings)
        facts = PdfFacts(document.path, self._sha256, len(self._data), document.pages)
        self._found = open_review(facts, self._shelf)
        is_undecided = self._found.binding == "undecided"  # of a PDF with other bytes: empty until the parse tells
        self._begin(self._found._replace(review=Review()) if is_undecided else self._found)
        self._replied.connect(self._on_reply, Qt.ConnectionType.QueuedConnection)
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)
        self._settled.connect(self._on_settled, Qt.ConnectionType.QueuedConnection)
        self._parser = ParseClient.start(self._replied.emit)
        document.changed.connect(self._on_changed)
        document.attach_review(self, self.session)
        self._tell_opening()
        self.reparse()

    def reparse(self) -> None:
        """Understand the document (anew)."""
        self._document.parse_progressed.emit(0, len(self._document.pages))
        self._parser.parse(self._data, ParseRequest(self._document.file_name, self._sha256))

    def cancel_parse(self) -> None:
        self._parser.cancel()

    def save_now(self) -> None:
        """Save at once; the outcome is told like that of any other save."""
        self._autosave.save_now(self.session)

    def close(self) -> bool:
        """Save what is open and end the parse worker; False when it could be saved nowhere: everything goes on then."""
        if self.session.is_dirty and not self._opened.is_read_only:
            self._told_last.clear()
            self._autosave.save_now(self.session)
            if not self._told_last.wait(_PATIENCE) or self._outcome == "failed":
                return False
        self.abandon()
        return True

    def abandon(self) -> None:
        """End parse and saving whatever is still open; the journal has what it could take."""
        self._autosave.close(None, _PATIENCE)
        self._parser.close()

    def _tell(self, state: SaveState) -> None:
        """On the saving thread."""
        self._outcome = state.code
        if state.code in {"saved", "kept-here", "failed"}:
            self._told_last.set()
        self._told.emit(state)

    def _begin(self, opened: Opened) -> None:
        """A session over what was opened, and its saving."""
        self._opened = opened
        self._saver = Saver(opened, self._shelf, self._person)
        self._autosave = Autosave(self._saver, self._tell)
        step = self._autosave.step
        self.session = Session(opened.review, None, self._person, on_step=step, is_unsaved=opened.is_recovered)

    def _settle(self, parse: Parse) -> None:
        """Off the interface thread: whose review it is that stands under this name."""
        try:
            self._settled.emit((parse, *settled(self._found, self._data, parse)))
        except PiyueError as error:
            self._settled.emit((parse, None, error))

    def _on_settled(self, outcome: tuple[object, ...]) -> None:
        parse, opened, told, *_ = outcome
        if not isinstance(parse, Parse) or not isinstance(opened, Opened):
            self._document.parse_failed.emit(told)
            return
        former = self.session.review
        self._autosave.close()
        self._begin(opened)
        if former.has_work():  # marks made while it was being decided
            self.session.apply(import_review(self.session.review, former).edit, "merge")
        self._document.attach_review(self, self.session)
        self._tell_place()
        self._document.noticed.emit(f"opening.{getattr(told, 'kind', '')}", {})
        self._take(parse)

    def _tell_opening(self) -> None:
        document = self._document
        for notice in self._opened.notices:
            document.noticed.emit(f"opening.{notice.code}", dict(notice.values))
        if self._opened.is_read_only:
            document.set_save_state("read-only", {})
        else:
            self._tell_place()

    def _tell_place(self) -> None:
        """Where the review stands, or that it is on its way there."""
        document = self._document
        if self.session.is_dirty:
            document.set_save_state("changed", {})
            self._autosave.changed(self.session)
        elif self._opened.base is not None:
            revision = self._opened.review.meta.get("revision")
            at = str(revision.get("savedAt") or "") if isinstance(revision, dict) else ""
            document.set_save_state("saved", self._place(at, self._opened.where.home))

    def _on_changed(self, changes: object) -> None:
        if getattr(changes, "initiator", "") in {"parse", "merge"} or not self.session.is_dirty:
            return
        if not self._opened.is_read_only:
            self._document.set_save_state("changed", {})
            self._autosave.changed(self.session)

    def _on_told(self, state: SaveState) -> None:
        document = self._document
        if state.saved is not None:
            changes = self._saver.take_in(self.session, state.saved)
            if changes.ids:
                document.announce(changes, "merge")
        document.save_error = state.error
        if state.code == "saved" and state.saved is not None:
            if not self.session.is_dirty:
                document.set_save_state("saved", self._place(state.saved.at, state.saved.where.home))
        elif state.code == "kept-here" and state.saved is not None:
            document.set_save_state("kept-here", self._place(state.saved.at, "local"))
        elif state.code in {"saving", "failed"}:
            document.set_save_state(state.code, {})

    def _place(self, at: str, home: str) -> dict[str, str]:
        return {"time": local_time(at), "where": home, "path": str(self._saver.where.path)}

    def _on_reply(self, reply: object) -> None:
        match reply:
            case Progress():
                self._document.parse_progressed.emit(reply.done, reply.total)
            case Parsed():
                self._take(reply.parse)
            case Failed():
                self._document.parse_failed.emit(reply.error)

    def _take(self, parse: Parse) -> None:
        if self._opened.binding == "undecided":
            Thread(target=self._settle, args=(parse,), name="piyue-settle", daemon=True).start()
            return
        document = self._document
        document.take_labels({number: page.label for number, page in enumerate(parse.source.pages, 1)})
        document.has_text = any(page.text != "none" for page in parse.source.pages)
        document.announce(self.session.set_parse(parse), "parse")
        document.parse_finished.emit()


def local_time(at: str) -> str:
    """“14:03” of an ISO 8601 time stamp, with the date in front when it was not today; "" for what is no time."""
    try:
        moment = datetime.fromisoformat(at).astimezone()
    except ValueError:
        return ""
    if moment.date() == datetime.now().astimezone().date():
        return moment.strftime("%H:%M")
    return moment.strftime("%Y-%m-%d %H:%M")
