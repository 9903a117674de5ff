"""What the pages of a document say, kept by hash with its review, for the day the PDF is replaced by another."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from threading import Thread

from PySide6.QtCore import QObject, Signal

from engine.editing.session import Session
from engine.errors import PiyueError
from engine.model.parse import Parse
from engine.storage.binding import PdfText, knows_text, remember, text_facts
from engine.storage.page_texts import read_page_texts
from engine.storage.places import PdfFacts
from engine.worker.memory import Shared
from gui.bridge.outlet import outlet


class TextMemory(QObject):
    """Reads the pages once, beside the first change; nothing is read of a document that is only looked at."""

    remembered = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._session: Session | None = None

    def keep(self, session: Session, pdf: PdfFacts, shared: Shared | None) -> None:
        """Have the pages read if the session's review does not know them yet."""
        if self._session is session or session.parse is None or shared is None or knows_text(session.review):
            return
        self._session = session
        arguments = (session.parse, pdf, shared, outlet(self._on_read))
        Thread(target=_read_pages, args=arguments, name="piyue-texts", daemon=True).start()

    def _on_read(self, facts: dict[str, object]) -> None:
        session = self._session
        if session is not None and session.review.source.get("sha256") == facts.get("sha256"):
            remember(session.review, facts)
            self.remembered.emit()


def _read_pages(parse: Parse, pdf: PdfFacts, shared: Shared, tell: Callable[[object], None]) -> None:
    with contextlib.suppress(PiyueError):  # a worker that does not answer
        texts = read_page_texts(shared)
        tell(text_facts(pdf, PdfText(texts.pages, texts.boxes, parse)))
