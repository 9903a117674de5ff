"""Brings the metrics of the 参照文件 to the card, and what is chosen of them to the review."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer, SignalInstance
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from engine.editing.coverage import judged
from engine.editing.same_metrics import same_metrics
from gui.bridge.document import OpenDocument
from gui.panels.card.card_writer import CardWriter
from gui.panels.card.item_card import ItemCard
from gui.panels.words.announce import announce
from gui.panels.words.basis import basis_of, basis_words

_PAUSE = 120  # milliseconds a selection rests before the 参照文件 is searched for it
_TYPED_IN = (QLineEdit, QPlainTextEdit)
KINDS = ("metric", "numeral")
"""Kinds whose items can be found in a 参照文件."""


class Card(Protocol):
    """The detail card as its 参照文件 needs it."""

    finished: SignalInstance
    reference_wanted: SignalInstance
    writer: CardWriter


class Referring(QObject):
    """Fills and answers the lists of metrics below 依据."""

    def __init__(self, card: Any) -> None:
        super().__init__(card)
        self._card: Card = card
        self._document: OpenDocument | None = None
        self._waiting: ItemCard | None = None
        self._asked = ""  # the item for whose sake a 参照文件 is being opened
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_PAUSE)
        self._rest.timeout.connect(self._on_rested)

    def set_document(self, document: OpenDocument | None) -> None:
        """Follow another document's 参照文件."""
        if self._document is not None and self._document is not document:
            self._document.reference_changed.disconnect(self._on_reference)
        if document is not None and document is not self._document:
            document.reference_changed.connect(self._on_reference)
        self._document = document

    def serve(self, card: ItemCard) -> None:
        """Listen to the list of a card."""
        listed = card.verdicts.reference
        if card.kind not in KINDS:
            listed.hide()
            return
        listed.open_wanted.connect(lambda: self._ask(card))
        listed.page_wanted.connect(self._show_page)
        listed.taken.connect(lambda metric: self._take(card, metric, is_wrong=False))
        listed.wrong.connect(lambda metric: self._take(card, metric, is_wrong=True))
        listed.left.connect(self._card.finished)

    def show_later(self, card: ItemCard) -> None:
        """Search the 参照文件 for the item a card shows, once the selection rests."""
        self._waiting = card
        if card.kind not in KINDS:
            return
        if self._reference is None or card.item_id != card.verdicts.reference.item_id:
            card.verdicts.reference.show_metrics(None, None if self._reference is None else (), str)
            card.verdicts.reference.item_id = ""
            self._rest.start()

    def refresh(self, card: ItemCard) -> None:
        """Search at once."""
        self._rest.stop()
        document, reference = self._document, self._reference
        session = document.session if document is not None else None
        if card.kind not in KINDS or session is None:
            return
        listed = card.verdicts.reference
        item = session.view.item(judged(session.view, card.item_id))
        if reference is None or reference.session is None or item is None:
            listed.show_metrics(None, None if reference is None else (), str)
            return
        own = item if item.kind == "metric" else session.view.metric_of(item)
        found = same_metrics(reference.session.view, own) if own is not None else ()
        listed.show_metrics(own, found, reference.label)
        listed.item_id = card.item_id
        if reference.session.parse is not None:
            self._answer(card)

    @property
    def _reference(self) -> OpenDocument | None:
        return self._document.reference if self._document is not None else None

    def _on_rested(self) -> None:
        if self._waiting is not None:
            self.refresh(self._waiting)

    def _on_reference(self) -> None:
        if self._waiting is not None:
            self._waiting.verdicts.reference.item_id = ""
            self.show_later(self._waiting)
            self._rest.start()

    def _ask(self, card: ItemCard) -> None:
        self._asked = card.item_id
        self._card.reference_wanted.emit()

    def _answer(self, card: ItemCard) -> None:
        """The 参照文件 that was opened from the card is read: its metrics get the keys, without any the list does."""
        asked, self._asked = self._asked, ""
        if asked != card.item_id or isinstance(QApplication.focusWidget(), _TYPED_IN):
            return
        if not card.verdicts.reference.focus():
            self._card.finished.emit()
        card.ensureWidgetVisible(card.verdicts.reference)

    def _show_page(self, metric: Any) -> None:
        if self._reference is not None:
            self._reference.show_places(metric.places, "card")

    def _take(self, card: ItemCard, metric: Any, *, is_wrong: bool) -> None:
        reference = self._reference
        if reference is None:
            return
        basis = basis_of(metric, reference.file_name, reference.label)
        details: dict[str, Any] = {"basis": basis}
        if is_wrong:
            details |= {"should_be": metric.quote, "verdict": "wrong"}
        self._card.writer.write_details(details)
        announce(card, self.tr("依据：{basis}").format(basis=basis_words(basis)))
        self._card.finished.emit()
