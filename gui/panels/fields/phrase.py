"""原文表述 edited as one phrase: what is typed is parsed as the machine parses the page, and shown while typing."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from engine.lexicon.lexicon import Lexicon
from engine.parsing.quantities.find import find_quantities
from gui.actions.words import QUALIFIERS, word
from gui.panels.fields.editors import LineEditor
from gui.panels.words.cells import number_words
from gui.panels.words.look import QUIET, give_role

PHRASE_FIELDS = ("quote", "value", "value_max", "unit", "qualifier", "written")
"""The fields that one phrase sets together."""


def phrase_fields(text: str, lexicon: Lexicon) -> dict[str, Any] | None:
    """The fields that a phrase says (see PHRASE_FIELDS), None where it does not hold exactly one quantity."""
    phrase = "".join(text.split())
    found = find_quantities(phrase, lexicon)
    if len(found) != 1:
        return None
    quantity = found[0]
    return {
        "quote": phrase,
        "value": quantity.value,
        "value_max": quantity.value_max,
        "unit": quantity.unit,
        "qualifier": quantity.qualifier,
        "written": {
            "number": phrase[quantity.number_start : quantity.number_end],
            "unit": phrase[quantity.number_end : quantity.unit_end],
        },
    }


def quantity_words(value: float, value_max: float | None, unit: str, qualifier: str | None) -> str:
    """A quantity folded: “= 750,000,000,000 元 · 超过（多、余）”."""
    number = number_words(value) if value_max is None else f"{number_words(value)} – {number_words(value_max)}"
    parts = [f"= {number} {unit}".rstrip()]
    if qualifier:
        parts.append(word(QUALIFIERS.get(qualifier, qualifier)))
    return " · ".join(parts)


class PhraseEditor(LineEditor):
    """The phrase, with what it means below it. Commits a dict of fields: those of PHRASE_FIELDS, or the quote alone
    where the phrase says no quantity, or several; the line below says so while it is typed."""

    meaning_shown = Signal(str)

    def __init__(self, lexicon: Lexicon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lexicon = lexicon
        self._in_force = ""  # what the phrase that is not being changed says
        self.holder = QWidget(parent)
        self.meaning = QLabel(self.holder)
        give_role(self.meaning, QUIET)
        column = QVBoxLayout(self.holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.line)
        column.addWidget(self.meaning)
        self.line.textChanged.connect(self._on_text)

    def commit(self) -> None:
        text = self._taken()
        if text == self.shown or not isinstance(text, str):
            return
        if not text:
            self.show_value(self.shown)
            return
        fields = self.fields_of(text)
        self.shown = fields["quote"]
        self.committed.emit(fields)

    def fields_of(self, text: str) -> dict[str, Any]:
        """The fields that a phrase says."""
        return phrase_fields(text, self._lexicon) or {"quote": text}

    def is_whole(self) -> bool:
        text = self.line.text()
        fields = phrase_fields(text, self._lexicon)
        return fields is not None and fields["quote"] == text

    def show_meaning(self, item: Any) -> None:
        """Show what the item's fields say (they may have been set apart from the phrase)."""
        value = item.value("value")
        unit, qualifier = item.value("unit"), item.value("qualifier")
        words = quantity_words(value, item.value("value_max"), unit or "", qualifier) if value is not None else ""
        self._in_force = words
        self._say(words)

    def _on_text(self, text: str) -> None:
        if text.strip() == str(self.shown or ""):
            self._say(self._in_force)
            return
        fields = phrase_fields(text, self._lexicon)
        if fields is None:
            self._say(QCoreApplication.translate("card", "从这句话看不出一个数量，数值保持不变"))
        else:
            self._say(quantity_words(fields["value"], fields["value_max"], fields["unit"], fields["qualifier"]))

    def _say(self, words: str) -> None:
        self.meaning.setText(words)
        self.line.setAccessibleDescription(words)
        self.meaning_shown.emit(words)
