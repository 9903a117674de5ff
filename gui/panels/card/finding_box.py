"""What a finding says: its rule, why it was raised, where it stands, and what can be done with it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from engine.editing.context import sentence_around
from engine.editing.machine import item_id
from engine.model.place import Places
from gui.actions.words import SEVERITIES, word
from gui.panels.words.cells import PageLabel, page_words
from gui.panels.words.look import HUMAN, INKED, QUIET, give_role
from gui.panels.words.rules import is_repair, known_answer, reason_words, rule_words
from gui.panels.words.sentence import sentence_html

_MOST = 6  # places with a button of their own
_SHORT = 6  # characters of a word on a button


class FindingBox(QWidget):
    """The part of the card that only findings have."""

    asked = Signal(str)  # the id of an action
    places_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.rule = QLabel()
        self.sentence = QLabel()
        self.quote = QLabel()
        self.reason = QLabel()
        self.places: tuple[Places, ...] = ()
        self.buttons: list[QToolButton] = []
        self.accept = self._action("finding.accept", "")
        self.keep = self._action("finding.keep", "")
        self._places = QHBoxLayout()
        self._lay_out()

    def show_finding(self, item: Any, view: Any, label: PageLabel) -> None:
        """Show a finding of the view."""
        rule = str(item.machine("rule") or "")
        severity = word(SEVERITIES.get(str(item.machine("severity")), ""))
        self.rule.setText(" · ".join(part for part in (rule_words(rule), severity) if part))
        give_role(self.rule, HUMAN if item.machine("severity") == "error" else INKED)
        sentence, at = sentence_around(view.parse, item.span)
        start, end = item.span or (0, 0)
        self.sentence.setText(sentence_html(sentence, (at, at + end - start) if end > start else None))
        self.sentence.setVisible(bool(sentence))
        words = QCoreApplication.translate("finding", "原文印作“{quote}”") if is_repair(rule) else "“{quote}”"
        self.quote.setText(words.replace("{quote}", item.quote))
        self.quote.setVisible(bool(item.quote) and sentence[at : at + end - start] != item.quote)
        reason = reason_words(rule, item.machine("expected") or {})
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
        self._show_actions(item, rule)
        self.places = places_of(item, view)
        self._show_places(label)

    def _show_actions(self, item: Any, rule: str) -> None:
        answer = known_answer(item)
        self.accept.setVisible(bool(answer))
        self.keep.setVisible(bool(answer) and is_repair(rule))
        if is_repair(rule):
            self.accept.setText(QCoreApplication.translate("finding", "按“{text}”读").format(text=_short(answer)))
            self.keep.setText(QCoreApplication.translate("finding", "原文就是“{text}”").format(text=_short(item.quote)))
        else:
            self.accept.setText(QCoreApplication.translate("finding", "采纳，应为“{text}”").format(text=_short(answer)))
        self.accept.setToolTip(answer)

    def _show_places(self, label: PageLabel) -> None:
        for button in self.buttons:
            self._places.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        if len(self.places) < 2:
            return
        for at, places in enumerate(self.places[:_MOST]):
            button = QToolButton()
            button.setText(place_words(at, places, label))
            button.setAccessibleName(button.text())
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(lambda _on, places=places: self.places_wanted.emit(places))
            self.buttons.append(button)
            self._places.insertWidget(at, button)

    def _lay_out(self) -> None:
        self.sentence.setTextFormat(Qt.TextFormat.RichText)
        for one in (self.quote, self.reason):
            one.setTextFormat(Qt.TextFormat.PlainText)
        for one in (self.sentence, self.quote, self.reason):
            one.setWordWrap(True)
            one.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        give_role(self.reason, QUIET)
        self._places.setSpacing(4)
        self._places.addStretch(1)
        first, second = QHBoxLayout(), QHBoxLayout()
        for button in (self.accept, self.keep):
            first.addWidget(button)
        for action, words in (
            ("finding.note", QCoreApplication.translate("finding", "写成批注")),
            ("finding.silence", QCoreApplication.translate("finding", "以后不再提示…")),
        ):
            second.addWidget(self._action(action, words))
        for row in (first, second):
            row.setSpacing(4)
            row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.rule)
        column.addWidget(self.sentence)
        column.addWidget(self.quote)
        column.addWidget(self.reason)
        for row in (self._places, first, second):
            column.addLayout(row)

    def _action(self, action: str, words: str) -> QPushButton:
        button = QPushButton(words)
        button.clicked.connect(lambda _on: self.asked.emit(action))
        return button


def places_of(item: Any, view: Any) -> tuple[Places, ...]:
    """The places a finding speaks of, one after the other: the items it compares, else its own places."""
    found: list[Places] = []
    for one in item.machine("items") or ():
        other = view.item(item_id("metric", view.parse_id, one))
        if other is not None and other.places:
            found.append(other.places)
    if len(found) < 2:
        found = [(place,) for place in item.places]
    return tuple(found)


def place_words(at: int, places: Places, label: PageLabel) -> str:
    """“第 1 处，页码 3”."""
    words = QCoreApplication.translate("finding", "第 {number} 处，页码 {page}")
    return words.format(number=at + 1, page=page_words(places, label))


def _short(words: str) -> str:
    return words if len(words) <= _SHORT else f"{words[:_SHORT]}…"
