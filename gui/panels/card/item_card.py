"""Everything of one selected item: the machine's reading beside the human's, and the verdict.

It changes nothing itself: what the user wants goes out by signals, the detail card makes edits of it.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from engine.editing.coverage import is_rejected, judged
from engine.editing.disagreements import VERDICT, disagreements
from engine.editing.items import is_gone
from engine.lexicon.lexicon import Lexicon
from gui.actions.words import READINGS, word
from gui.panels.card.card_words import choices, missing_words, others_lines, question
from gui.panels.card.finding_box import FindingBox
from gui.panels.card.history_box import HistoryBox
from gui.panels.card.verdict_row import VerdictRow
from gui.panels.fields.editors import LineEditor
from gui.panels.fields.field_row import FieldRow
from gui.panels.fields.phrase import PhraseEditor
from gui.panels.fields.suggestions import SUGGESTED, Proposer, Suggest
from gui.panels.fields.value_choice import Choice
from gui.panels.words.card_fields import CARD_FIELDS, FIRST_FIELD, CardField
from gui.panels.words.cells import PageLabel, page_phrase, value_words
from gui.panels.words.history_lines import history_lines, newest_line
from gui.panels.words.look import HUMAN, QUIET, TITLE, dress, give_icon, give_role
from gui.panels.words.row import LOW
from gui.panels.words.sentence import item_sentence
from gui.panels.words.wording_changes import former_of, wordings


class ItemCard(QScrollArea):
    """The selected item of one kind."""

    field_edited = Signal(str, object)  # field, value; for the phrase: "", the fields it says
    field_reset = Signal(str)
    value_chosen = Signal(str, object)  # field or "verdict", one of several values
    notes_wanted = Signal(str)  # id of the first note about the item
    finished = Signal(bool)  # editing ended by Return or Escape: the list takes the keys again

    def __init__(self, kind: str, lexicon: Lexicon, suggest: Suggest, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self.item_id = ""
        self.verdicts = VerdictRow(kind)
        self.rows = {spec.field: FieldRow(kind, spec, lexicon) for spec in CARD_FIELDS.get(kind, ())}
        self._where = QLabel()
        self._state = QLabel()
        self.notes = QToolButton()
        self._missing = QLabel()
        self.sentence = QLabel()
        self.former = QLabel()
        self.finding = FindingBox() if kind == "finding" else None
        self.history = HistoryBox()
        self._note = ""
        self._body = QWidget()
        self._build()
        self._connect()
        for field, editor in (*((row.field, row.editor) for row in self.rows.values()), *self.verdicts.editors.items()):
            if field in SUGGESTED and isinstance(editor, LineEditor):
                Proposer(editor.line, field, suggest)

    def show_item(self, item: Any, view: Any, label: PageLabel) -> None:
        """Show an item of the view. What is being typed in an editor of the same item is left alone."""
        is_same = item.id == self.item_id
        self.item_id = item.id
        for part in (self.verdicts, *self.rows.values()):
            part.setEnabled(not is_gone(item))
        reading = "rejected" if item.kind == "numeral" and is_rejected(view, item) else item.reading
        self._show_head(item, reading, label)
        self._show_sentence(item, view)
        if self.finding is not None:
            self.finding.show_finding(item, view, label)
        self._show_rows(item, view, is_same=is_same)
        self.verdicts.show_item(item, reading)
        self.verdicts.show_others(others_lines(item, view))
        self.history.show_item(newest_line(item, view), lambda: history_lines(item, view))

    def _show_rows(self, item: Any, view: Any, *, is_same: bool) -> None:
        changed = frozenset(item.overridden)
        for field, row in self.rows.items():
            if is_same and row.editor.widget.hasFocus() and row.editor.is_changed():
                continue
            row.show_value(item.value(field), item.machine(field), is_changed=field in changed)
            if isinstance(row.editor, PhraseEditor):
                row.editor.show_meaning(item)
            row.ask(*_former_value(item, field))
        told = disagreements(view, view.item(judged(view, item.id)) or item)
        for field, found in told.items():
            if field in self.rows and field != VERDICT:
                self.rows[field].ask(question(self.kind, found), choices(self.kind, found, view))
        verdict = told.get(VERDICT)
        self.verdicts.ask(*((question("", verdict), choices("", verdict, view)) if verdict else ("", ())))

    @property
    def first_editor(self) -> QWidget:
        """The control the focus goes to when it comes to the card."""
        row = self.rows.get(FIRST_FIELD.get(self.kind, ""))
        return row.editor.widget if row is not None else self.verdicts.editors["should_be"].widget

    def edit(self, field: str = "") -> bool:
        """Put the caret into a field (the kind's first one without a name); False where there is none."""
        row = self.rows.get(field or FIRST_FIELD.get(self.kind, ""))
        if row is None or not self.item_id or not row.isEnabled():
            return False
        self.ensureWidgetVisible(row)
        row.editor.enter()
        return True

    def commit(self) -> None:
        """Say what is typed but not yet said."""
        for row in self.rows.values():
            row.editor.commit()
        for editor in self.verdicts.editors.values():
            editor.commit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            dress(self)

    def _show_head(self, item: Any, reading: str, label: PageLabel) -> None:
        self._where.setText(page_phrase(item.places, label))
        words = [word(READINGS[reading])]
        if item.confidence < LOW and item.verdict == "open":
            words.append(self.tr("请重点核对"))
        self._state.setText(" · ".join(words))
        give_role(self._state, QUIET if reading == "machine" and len(words) == 1 else HUMAN)
        count = len(item.note_ids)
        self._note = item.note_ids[0] if count else ""
        said = self.tr("{count} 条批注").format(count=count)
        self.notes.setText(said)
        self.notes.setToolTip(self.tr("转到写在这一项上的批注"))
        self.notes.setVisible(count > 0)

    def _show_sentence(self, item: Any, view: Any) -> None:
        html = item_sentence(item, view)
        former = former_of(item, view)
        if former is not None:
            told = wordings(*former)
            html = html if item.kind == "numeral" else told.current
            self.former.setText(self.tr("上一稿：{words}").format(words=told.former))
        self.former.setVisible(former is not None)
        self.sentence.setText(html)
        self.sentence.setVisible(bool(html))
        missing = missing_words(item, view)
        self._missing.setText(missing)
        self._missing.setVisible(bool(missing))

    def _build(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("所选条目"))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 8, 12, 12)
        column.addWidget(self._body)
        column.addStretch(1)
        self._fill_body(QVBoxLayout(self._body))
        self.setWidget(inside)

    def _fill_body(self, column: QVBoxLayout) -> None:
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        give_role(self._where, TITLE)
        head.addWidget(self._where)
        head.addStretch(1)
        give_icon(self.notes, "note")
        self.notes.setIconSize(QSize(16, 16))
        self.notes.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.notes.setAutoRaise(True)
        self.notes.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        head.addWidget(self.notes)
        head.addWidget(self._state)
        column.addLayout(head)
        give_role(self._missing, HUMAN)
        for label in (self._missing, self.former, self.sentence):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            if label is self._missing or self.finding is not None:
                column.addWidget(label)
            else:  # below the buttons, which so stay under the pointer from item to item
                self.verdicts.put_below_buttons(label)
        give_role(self.former, QUIET)
        self.former.setTextFormat(Qt.TextFormat.RichText)
        self.sentence.setTextFormat(Qt.TextFormat.RichText)
        if self.finding is not None:
            column.addWidget(self.finding)
        column.addWidget(self.verdicts)
        waiting: CardField | None = None
        for spec in CARD_FIELDS.get(self.kind, ()):
            if spec.is_half and waiting is None:
                waiting = spec
                continue
            self._place(column, waiting, spec)
            waiting = None
        column.addWidget(self.history)

    def _place(self, column: QVBoxLayout, before: CardField | None, spec: CardField) -> None:
        if before is None:
            column.addWidget(self.rows[spec.field])
            return
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.rows[before.field], 1, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.rows[spec.field], 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)

    def _connect(self) -> None:
        for field, row in self.rows.items():
            if isinstance(row.editor, PhraseEditor):
                row.editor.committed.connect(lambda fields: self.field_edited.emit("", fields))
                says = row.editor.fields_of  # a phrase that is chosen says what one that is typed does
                row.chosen.connect(lambda _field, phrase, says=says: self.value_chosen.emit("", says(phrase or "")))
            else:
                row.editor.committed.connect(lambda value, field=field: self.field_edited.emit(field, value))
                row.chosen.connect(self.value_chosen)
            row.editor.finished.connect(self.finished)
            row.reset_wanted.connect(self.field_reset)
        self.verdicts.choice.chosen.connect(lambda value: self.value_chosen.emit(VERDICT, value))
        self.verdicts.finished.connect(self.finished)
        self.notes.clicked.connect(lambda: self.notes_wanted.emit(self._note))


def _former_value(item: Any, field: str) -> tuple[str, list[Choice]]:
    """The value that corrected the wording of the former draft, offered where the wording changed since."""
    override = item.override(field) or {}
    if override.get("state") != "former":
        return "", []
    words = value_words(item.kind, field, override.get("value"))
    return QCoreApplication.translate("card", "上一稿更正过，原文已变，没有沿用："), [
        Choice(override.get("value"), words, QCoreApplication.translate("card", "沿用"))
    ]
