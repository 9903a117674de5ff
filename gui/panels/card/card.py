"""The detail card of the side pane: shows what is selected, and makes edits of what the user does in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from engine.editing.edit import Changes
from engine.editing.threads import root_of
from gui.bridge.document import OpenDocument
from gui.panels.card.card_writer import CardWriter
from gui.panels.card.front_card import FrontCard
from gui.panels.card.item_card import ItemCard
from gui.panels.card.note_card import NoteCard
from gui.panels.card.offer import Offer
from gui.panels.card.referring import Referring
from gui.panels.fields.suggestions import office_lexicon, suggestions
from gui.panels.words.announce import announce
from gui.panels.words.look import HUMAN, QUIET, give_role


class DetailCard(QWidget):
    """The selected item or note of a document; the document's own fields when nothing is selected."""

    finished = Signal()  # editing ended: the list takes the keys again
    action_wanted = Signal(str)  # what a button of the card asks for, by its action's id
    notes_wanted = Signal(str)  # the note about the item shown
    reference_wanted = Signal()  # a 参照文件 to be opened
    decided = Signal(str)  # a verdict that is given whole, 应为 with 有误, or "rejected": on to the next item

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: OpenDocument | None = None
        self._lexicon = office_lexicon()
        self._cards: dict[str, ItemCard] = {}
        self._note: NoteCard | None = None
        self._front: FrontCard | None = None
        self._stack = QStackedWidget()
        self._empty = QLabel(self.tr("在列表里选一项，或点页面上的标记，这里显示它的全部内容。"))
        self._problem = QLabel()
        self.offer = Offer()
        self.writer = CardWriter(self)
        self.writer.refused.connect(self._on_refused)
        self._awaits_should_be = False
        self._is_resting = False
        self._referring = Referring(self)
        self._build()

    def sizeHint(self) -> QSize:
        """Room for the verdict and the first few fields; the rest is scrolled to."""
        line = self.fontMetrics().height()
        return QSize(28 * line, 17 * line)

    def set_document(self, document: OpenDocument | None) -> None:
        """Follow another document's selection and changes."""
        if self._document is not None and self._document is not document:
            self._document.selection_changed.disconnect(self._on_selected)
            self._document.changed.disconnect(self._on_changed)
        if document is not None and document is not self._document:
            document.selection_changed.connect(self._on_selected)
            document.changed.connect(self._on_changed)
        self._document = document
        self.writer.document = document
        self._referring.set_document(document)
        self.offer.hide()
        self._show(document.selected if document is not None else "")

    @property
    def item_id(self) -> str:
        """The item or note shown, "" for none."""
        return self.writer.item_id

    @property
    def problem(self) -> str:
        """Why the last value was not taken, "" when it was."""
        return self._problem.text() if self._problem.isVisible() else ""

    @property
    def current(self) -> ItemCard | NoteCard | FrontCard | None:
        """The card in front."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, ItemCard | NoteCard | FrontCard) else None

    def edit(self, field: str = "") -> bool:
        """Put the caret into a field of what is shown, its first one without a name."""
        shown = self.current
        if isinstance(shown, NoteCard):
            shown.edit()
            return True
        return shown.edit(field) if shown is not None else False

    def edit_should_be(self) -> None:
        """Open 应为; what is given there decides, and `decided` follows."""
        shown = self.current
        if isinstance(shown, ItemCard):
            self._awaits_should_be = True
            shown.verdicts.edit_should_be()

    def edit_basis(self) -> None:
        """依据: to the same metrics of the 参照文件, or to what opens one."""
        shown = self.current
        if isinstance(shown, ItemCard) and shown.kind != "heading":
            self._referring.refresh(shown)
            shown.verdicts.go_to_reference()
            shown.ensureWidgetVisible(shown.verdicts.reference)

    @contextmanager
    def at_rest(self) -> Iterator[None]:
        """While a decision is made and the next item is gone to, show only what comes of it."""
        self._is_resting = True
        try:
            yield
        finally:
            self._is_resting = False
            self._show(self._document.selected if self._document is not None else "")

    def commit(self) -> None:
        """Take over what is typed but not yet said (before saving, closing, exporting)."""
        shown = self.current
        if shown is not None:
            shown.commit()

    def _build(self) -> None:
        self._empty.setWordWrap(True)
        self._empty.setMargin(16)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        give_role(self._empty, QUIET)
        give_role(self._problem, HUMAN)
        self._problem.setWordWrap(True)
        self._problem.setContentsMargins(12, 4, 12, 0)
        self._problem.hide()
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.offer)
        column.addWidget(self._problem)
        column.addWidget(self._stack)
        self.setAccessibleName(self.tr("所选条目"))

    def _on_selected(self, item_id: str, _initiator: str) -> None:
        if item_id != self.writer.item_id:
            self._awaits_should_be = False
            self.offer.hide()
            self.commit()
            self.writer.end_step()
        self._show(item_id)

    def _on_changed(self, changes: Changes) -> None:
        if "statement" in changes.kinds:
            self.offer.hide()
        selected = self._document.selected if self._document is not None else ""
        if (
            not changes.ids or selected in changes.ids or not {"front", "text"}.isdisjoint(changes.kinds)
        ):  # not what is shown: what was deleted and is selected may be back
            self._show(selected)

    def _show(self, item_id: str) -> None:
        self.writer.item_id = item_id
        if self._is_resting:
            return
        self._problem.hide()
        document = self._document
        session = document.session if document is not None else None
        if document is None or session is None or not item_id:
            self._show_nothing()
            return
        view = session.view
        note = view.note(root_of(view, item_id))
        item = view.item(item_id) if note is None else None
        if note is not None and not note.deleted:
            self.writer.item_id = note.id
            card = self._note_card()
            card.show_note(note, view, document.label)
            self._bring_forward(card, card.text.widget)
        elif item is not None:
            shown = self._item_card(item.kind)
            shown.show_item(item, view, document.label)
            self._referring.show_later(shown)
            self._bring_forward(shown, shown.first_editor)
        else:
            self._show_nothing()

    def _bring_forward(self, card: QWidget, first: QWidget) -> None:
        """Show a card; the focus, when the card gets it, goes to its first editor."""
        self._stack.setCurrentWidget(card)
        self.setFocusProxy(first)

    def _show_nothing(self) -> None:
        self.writer.item_id = ""
        document = self._document
        session = document.session if document is not None else None
        if document is None or session is None or session.parse is None:
            self._stack.setCurrentWidget(self._empty)
            return
        card = self._front_card()
        card.show_front(session.view, document.label)
        self._bring_forward(card, card.first_editor)

    def _item_card(self, kind: str) -> ItemCard:
        card = self._cards.get(kind)
        if card is None:
            card = self._cards[kind] = ItemCard(kind, self._lexicon, self._suggest)
            self.writer.serve_item(card)
            card.finished.connect(self._on_finished)
            card.verdicts.verdict_chosen.connect(self._on_verdict)
            card.verdicts.rejection_chosen.connect(lambda is_on: self._on_verdict("rejected" if is_on else "open"))
            card.notes_wanted.connect(self.notes_wanted)
            if card.finding is not None:
                card.finding.asked.connect(self.action_wanted)
                card.finding.places_wanted.connect(self._on_places_wanted)
            self._referring.serve(card)
            self._stack.addWidget(card)
        return card

    def _suggest(self, field: str) -> list[str]:
        session = self.writer.session
        return suggestions(field, session.view if session is not None else None, self._lexicon)

    def _front_card(self) -> FrontCard:
        if self._front is None:
            self._front = FrontCard(self._lexicon)
            self.writer.serve_front(self._front)
            self._front.finished.connect(self._on_finished)
            self._front.places_wanted.connect(self._on_places_wanted)
            self._stack.addWidget(self._front)
        return self._front

    def _note_card(self) -> NoteCard:
        if self._note is None:
            self._note = NoteCard()
            self.writer.serve_note(self._note)
            self._note.finished.connect(self._on_finished)
            self._note.jump_wanted.connect(self.notes_wanted)
            self._stack.addWidget(self._note)
        return self._note

    def _on_places_wanted(self, places: object) -> None:
        if self._document is not None:
            self._document.show_places(places, "card")

    def _on_verdict(self, verdict: str) -> None:
        """A button does what its key does: 有误 asks what it should be, the others go on."""
        if verdict == "wrong":
            self.edit_should_be()
        elif verdict != "open":
            self.decided.emit(verdict)

    def _on_refused(self, words: str) -> None:
        self._problem.setText(words)
        self._problem.show()
        announce(self, words)

    def _on_finished(self, is_taken: bool) -> None:  # noqa: FBT001 - a slot
        self.writer.end_step()
        is_answer, self._awaits_should_be = self._awaits_should_be and is_taken, False
        if is_answer:
            self.decided.emit("wrong")
        self.finished.emit()
