"""What is understood of a 参照文件: its parse with the corrections of the review that lies beside it, read and never
written. Hashing, opening and parsing have threads of their own."""

from __future__ import annotations

import contextlib
from hashlib import sha256
from threading import Thread

from PySide6.QtCore import QObject

from engine.editing.review import Review
from engine.editing.session import Session
from engine.errors import Cancelled, FileUnreadable, PiyueError
from engine.lexicon.office import load_office
from engine.model.parse import Parse
from engine.parsing.office import for_office
from engine.settings import Settings, office_folder
from engine.storage.store import Opened, PdfFacts, open_review, person_of, shelf_of
from engine.worker.parse_client import ParseClient, Parsed, ParseReply
from engine.worker.protocol import Failed, ParseRequest, Progress
from gui.bridge.document import OpenDocument
from gui.bridge.outlet import outlet


class ReferenceWork(QObject):
    """Attaches itself to a document whose pages are known and understands it; there is nothing to save."""

    def __init__(self, document: OpenDocument) -> None:
        super().__init__(document)
        self._document = document
        self._sha256 = ""
        self._settings = Settings.load()
        self._is_over = False
        self._is_stopped = False  # the reader wants no parse for now
        self._early: Parse | None = None  # came before the review was found
        document.is_read_only = True
        self._found, self._replied = outlet(self._on_found), outlet(self._on_reply)
        self._parser = ParseClient.start(self._hand_on)
        document.hold_review(self, None)
        document.parse_progressed.emit(0, len(document.pages))
        Thread(target=self._open, name="piyue-reference", daemon=True).start()

    def save_now(self) -> None:
        """Nothing of a reference is ever saved."""

    def reparse(self) -> None:
        """Understand the document (anew)."""
        self._is_stopped = False
        self._document.parse_progressed.emit(0, len(self._document.pages))
        if self._sha256:  # else it begins by itself
            self._parse()

    def cancel_parse(self) -> None:
        self._is_stopped = True
        self._parser.cancel()
        self._document.parse_failed.emit(Cancelled())

    def close(self) -> bool:
        self.abandon()
        return True

    def abandon(self) -> None:
        """End the parse worker."""
        self._is_over = True
        self._parser.close()

    # -- on other threads ----------------------------------------------------------------------------------------------

    def _open(self) -> None:
        document, reading = self._document, self._document.reading
        pages = document.pages
        data = reading.wait() or b""
        self._sha256 = document.sha256 = sha256(data).hexdigest()
        facts = PdfFacts(document.path, self._sha256, len(data), pages)
        reading.data = None  # the workers have their own block
        if not self._is_stopped:
            self._parse()
        try:
            found: object = open_review(facts, shelf_of(self._settings))
        except (PiyueError, OSError) as error:
            found = error
        self._found(found)

    def _parse(self) -> None:
        shared = self._document.reading.shared
        if shared is not None:
            self._parser.parse(shared, ParseRequest(self._document.path.name, self._sha256))
        if self._is_stopped:  # meanwhile
            self._parser.cancel()

    def _hand_on(self, reply: ParseReply) -> None:
        """The parse as the office wants it: units by its own list."""
        if isinstance(reply, Parsed):
            with contextlib.suppress(FileUnreadable):  # said when the document itself is opened
                reply = Parsed(for_office(reply.parse, load_office(office_folder(self._settings))))
        self._replied(reply)

    # -- on the interface's thread -------------------------------------------------------------------------------------

    def _on_found(self, found: object) -> None:
        """Corrections made for other bytes under this name are left out: their places may be others."""
        if self._is_over:
            return
        review = found.review if isinstance(found, Opened) and found.binding != "undecided" else Review()
        self._document.attach_review(self, Session(review, None, person_of(self._settings)))
        if self._early is not None:
            self._take(self._early)

    def _on_reply(self, reply: object) -> None:
        if self._is_over:
            return
        match reply:
            case Progress():
                self._document.parse_progressed.emit(reply.done, reply.total)
            case Parsed():
                self._take(reply.parse)
            case Failed():
                self._document.parse_failed.emit(reply.error)

    def _take(self, parse: Parse) -> None:
        document = self._document
        if document.session is None:
            self._early = parse
            return
        document.take_labels({number: page.label for number, page in enumerate(parse.source.pages, 1)})
        document.has_text = any(page.text != "none" for page in parse.source.pages)
        document.announce(document.session.set_parse(parse), "parse")
        document.parse_finished.emit()
