"""文件要素: the document's own title, number, date and the like, shown while no item is selected."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from engine.editing.disagreements import Disagreement, disagreements_of
from engine.editing.front import LISTS, front_former, front_places, front_record, is_machine_changed
from engine.editing.values import plain_value
from engine.lexicon.lexicon import Lexicon
from gui.actions.words import field_word
from gui.panels.card.card_words import choices, question
from gui.panels.card.front_history import front_lines, newest_front_line
from gui.panels.card.history_box import HistoryBox
from gui.panels.fields.field_row import FieldRow
from gui.panels.fields.value_choice import Choice
from gui.panels.words.card_fields import CARD_FIELDS
from gui.panels.words.cells import PageLabel, page_phrase
from gui.panels.words.look import QUIET, TITLE, dress, give_role

KIND = "front"
ALWAYS = frozenset({"title", "issuer", "documentNumber", "speaker", "date"})
"""Fields that are offered even where nothing was read."""


class FrontCard(QScrollArea):
    """Every field of the front matter: the machine's reading beside the human's."""

    field_edited = Signal(str, object)
    field_reset = Signal(str)
    value_chosen = Signal(str, object)  # the conflict, the value that is to be
    places_wanted = Signal(object)
    finished = Signal(bool)

    def __init__(self, lexicon: Lexicon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = {spec.field: FieldRow(KIND, spec, lexicon) for spec in CARD_FIELDS[KIND]}
        self.more = QToolButton()
        self.history = HistoryBox()
        self._hint = QLabel()
        self._view: Any = None
        self._build()

    def show_front(self, view: Any, label: PageLabel) -> None:
        """Show the front matter in force. What is being typed is left alone."""
        self._view = view
        for field, row in self.rows.items():
            if row.editor.widget.hasFocus() and row.editor.is_changed():
                continue
            record, machine = front_record(view, field), view.front_machine(field)
            is_changed = record is not None and front_former(view, field) is None
            row.show_value(_words(field, view.front(field)), _words(field, machine), is_changed=is_changed)
            self._ask(row, field, machine)
            places = front_places(view, field)
            row.label.setToolTip(page_phrase(places, label) if places else "")
        self._fold()
        self.history.show_item(newest_front_line(view), lambda: front_lines(view))

    @property
    def first_editor(self) -> QWidget:
        """The control the focus goes to when it comes to the card."""
        return self.rows["title"].editor.widget

    def edit(self, field: str = "") -> bool:
        """Put the caret into a field, the title without a name."""
        row = self.rows.get(field or "title")
        if row is None or self._view is None:
            return False
        row.show()
        self.ensureWidgetVisible(row)
        row.editor.enter()
        return True

    def commit(self) -> None:
        """Say what is typed but not yet said."""
        for row in self.rows.values():
            row.editor.commit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            dress(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The place of a field is pointed out while it is edited."""
        if event.type() == QEvent.Type.FocusIn and self._view is not None:
            field = next((one for one, row in self.rows.items() if row.editor.widget is watched), "")
            self.places_wanted.emit(front_places(self._view, field))
        elif event.type() == QEvent.Type.FocusOut:
            self.places_wanted.emit(())
        return super().eventFilter(watched, event)

    def _ask(self, row: FieldRow, field: str, machine: object) -> None:
        """Offer what the machine reads now where it was something else when the field was corrected, and what corrected
        a former draft where this one reads otherwise."""
        told = disputed_value(self._view, field)
        if told is not None:
            row.ask(question(KIND, told), choices(KIND, told, self._view))
            return
        former = front_former(self._view, field)
        if former is not None:
            said = _words(field, former["value"]) or QCoreApplication.translate("card", "（空）")
            use = Choice(former["value"] or "", said, QCoreApplication.translate("card", "沿用"))
            row.ask(QCoreApplication.translate("card", "上一稿更正过，原文已变，没有沿用："), [use])
            return
        if not is_machine_changed(self._view, field):
            row.ask("", ())
            return
        said = _words(field, machine) or QCoreApplication.translate("card", "（空）")
        now = QCoreApplication.translate("card", "（现在的识别）")
        words = QCoreApplication.translate("card", "重新识别后，“{field}”与您更正的不同。选一个，或在上面另填：")
        row.ask(words.format(field=field_word(KIND, field)), [Choice(None, said, now)])

    def _fold(self) -> None:
        """Leave out fields that the document does not have, unless all are wanted."""
        is_all = self.more.isChecked()
        left = 0
        for field, row in self.rows.items():
            is_told = field in ALWAYS or bool(row.editor.shown) or front_record(self._view, field) is not None
            left += not is_told
            row.setVisible(is_told or is_all or row.editor.widget.hasFocus())
        self.more.setVisible(left > 0)
        self.more.setArrowType(Qt.ArrowType.DownArrow if is_all else Qt.ArrowType.RightArrow)

    def _on_chosen(self, field: str, value: object) -> None:
        told = disputed_value(self._view, field)
        if told is not None:
            self.value_chosen.emit(told.conflict, value)
        elif value is None:
            self.field_reset.emit(field)
        else:
            self.field_edited.emit(field, value)

    def _build(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        title = QLabel(self.tr("文件要素"))
        give_role(title, TITLE)
        self.setAccessibleName(title.text())
        self._hint.setText(self.tr("在列表里选一项，或点页面上的标记，这里显示它的全部内容。"))
        self._hint.setWordWrap(True)
        give_role(self._hint, QUIET)
        self.more.setText(self.tr("其他要素"))
        self.more.setCheckable(True)
        self.more.setAutoRaise(True)
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.toggled.connect(self._fold)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(title)
        column.addLayout(head)
        for field, row in self.rows.items():
            column.addWidget(row)
            self._connect(field, row)
        column.addWidget(self.more)
        column.addWidget(self.history)
        column.addWidget(self._hint)
        column.addStretch(1)
        self.setWidget(inside)

    def _connect(self, field: str, row: FieldRow) -> None:
        row.editor.committed.connect(lambda value: self.field_edited.emit(field, value))
        row.editor.finished.connect(self.finished)
        row.editor.widget.installEventFilter(self)
        row.reset_wanted.connect(self.field_reset)
        row.chosen.connect(self._on_chosen)


def disputed_value(view: Any, field: str) -> Disagreement | None:
    """What two reviewers say differently of a field."""
    told = disagreements_of(view, KIND, field)
    return next((one._replace(field=field) for one in told if one.field == "value"), None)


def _words(field: str, value: object) -> str:
    """A value as it is edited: attachments a line each."""
    if field in LISTS:
        listed = plain_value(value) or ()
        return "\n".join(str(one) for one in listed)
    return str(value or "")
