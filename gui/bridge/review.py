"""The review of an open document: its parse under way, its session, its saving. Loaded after page one is drawn."""

from __future__ import annotations

from hashlib import sha256

from PySide6.QtCore import QObject, Qt, Signal

from engine.editing.review import Review
from engine.editing.session import Person, Session
from engine.settings import Settings
from engine.worker.parse_client import ParseClient, Parsed
from engine.worker.protocol import Failed, ParseRequest, Progress
from gui.bridge.document import OpenDocument


class ReviewWork(QObject):
    """Attaches itself to a document whose pages are known, and starts the parse."""

    _replied = Signal(object)

    def __init__(self, document: OpenDocument) -> None:
        super().__init__(document)
        self._document = document
        self._data = document.reading.wait() or b""
        self._sha256 = sha256(self._data).hexdigest()
        self._replied.connect(self._on_reply, Qt.ConnectionType.QueuedConnection)
        self._parser = ParseClient.start(self._replied.emit)
        self.session = Session(Review(), None, Person(*Settings.load().person()))
        document.attach_review(self, self.session)
        self.reparse()

    def reparse(self) -> None:
        """Understand the document (anew)."""
        self._document.parse_progressed.emit(0, len(self._document.pages))
        self._parser.parse(self._data, ParseRequest(self._document.file_name, self._sha256))

    def cancel_parse(self) -> None:
        self._parser.cancel()

    def save_now(self) -> None:
        pass

    def close(self) -> bool:
        """Save what is not saved yet and end the parse worker; False when it could not be saved anywhere."""
        self._parser.close()
        return True

    def _on_reply(self, reply: object) -> None:
        document = self._document
        match reply:
            case Progress():
                document.parse_progressed.emit(reply.done, reply.total)
            case Parsed():
                parse = reply.parse
                document.take_labels({number: page.label for number, page in enumerate(parse.source.pages, 1)})
                document.has_text = any(page.text != "none" for page in parse.source.pages)
                document.announce(self.session.set_parse(parse), "parse")
                document.parse_finished.emit()
            case Failed():
                document.parse_failed.emit(reply.error)
