"""What an editor proposes while one types: the units of the lexicon, and what other items of the document hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from engine.lexicon.lexicon import Lexicon

Suggest = Callable[[str], list[str]]
"""The words to propose for a field."""

ORGAN_FIELDS = frozenset({"owner", "leader", "verified_with"})
SUGGESTED = ORGAN_FIELDS | {"unit", "period", "deadline"}


def suggestions(field: str, view: Any, lexicon: Lexicon) -> list[str]:
    """Words for a field, the document's own first; [] for fields without any."""
    if view is None or field not in SUGGESTED:
        return []
    if field == "unit":
        own = (item.value("unit") for item in view.metrics)
        return _distinct([*own, *(unit.canonical for unit in lexicon.units.units)])
    if field in ORGAN_FIELDS:
        return _distinct(_organs(view))
    items = view.metrics if field == "period" else view.tasks
    return _distinct(item.value(field) for item in items)


def _organs(view: Any) -> Iterable[Any]:
    for task in view.tasks:
        yield from task.value("lead") or ()
        yield from task.value("support") or ()
    for item in (*view.metrics, *view.systems):
        yield item.value("owner")
        yield item.verified_with


def _distinct(words: Iterable[Any]) -> list[str]:
    return list(dict.fromkeys(str(word) for word in words if word))


class Proposer(QObject):
    """Gives a line its proposals when it gets the focus, so that they are those of the moment."""

    def __init__(self, line: QLineEdit, field: str, suggest: Suggest) -> None:
        super().__init__(line)
        self._field, self._suggest = field, suggest
        self._words = QStringListModel(self)
        completer = QCompleter(self._words, line)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        line.setCompleter(completer)
        line.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._words.setStringList(self._suggest(self._field))
        return False
