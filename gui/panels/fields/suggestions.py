"""What an editor proposes while one types: the units of the lexicon and of the office, and what other items of the
document hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from engine.errors import FileUnreadable
from engine.lexicon.lexicon import Lexicon
from engine.lexicon.office import UNITS, load_office
from engine.lexicon.unit_list import UnitList, load_unit_list
from engine.settings import Settings, office_folder
from gui.panels.words.row_filter import BETWEEN

Suggest = Callable[[str], list[str]]
"""The words to propose for a field."""

LISTS_OF_ORGANS = frozenset({"lead", "support"})
ORGAN_FIELDS = LISTS_OF_ORGANS | {"owner", "verified_with"}
SUGGESTED = ORGAN_FIELDS | {"leader", "unit", "period", "deadline"}


def suggestions(field: str, view: Any, lexicon: Lexicon) -> list[str]:
    """Words for a field, the document's own first; [] for fields without any."""
    if view is None or field not in SUGGESTED:
        return []
    if field == "unit":
        own = (item.value("unit") for item in view.metrics)
        return _distinct([*own, *(unit.canonical for unit in lexicon.units.units)])
    if field in ORGAN_FIELDS:
        listed = sorted(lexicon.unit_list.units, key=lambda unit: unit.order)
        return _distinct([*_organs(view), *(name for unit in listed for name in (unit.short, unit.full))])
    items = view.metrics if field == "period" else view.tasks
    return _distinct(item.value(field) for item in items)


class OfficeLexicon(Lexicon):
    """The lexicon with the office's own list of units in the place of ours, where it has one: that of the folder chosen
    at the moment, read anew when its file changes."""

    def __init__(self) -> None:
        super().__init__()
        self._seen: tuple[Path, int] | None = None
        self._units: UnitList | None = None

    @property
    def unit_list(self) -> UnitList:
        folder = office_folder(Settings.load())
        file = folder / UNITS
        try:
            seen = file, file.stat().st_mtime_ns
        except OSError:
            seen = file, 0
        if seen != self._seen or self._units is None:
            self._seen, self._units = seen, _units_of(folder) or load_unit_list()
        return self._units


def office_lexicon() -> Lexicon:
    """The lexicon as the office has it."""
    return OfficeLexicon()


def _units_of(folder: Path) -> UnitList | None:
    try:
        return load_office(folder).units
    except FileUnreadable:  # the parse says so; proposals go on with ours
        return None


def _organs(view: Any) -> Iterable[Any]:
    for task in view.tasks:
        yield from task.value("lead") or ()
        yield from task.value("support") or ()
    for item in (*view.metrics, *view.systems):
        yield item.value("owner")
        yield item.verified_with


def _distinct(words: Iterable[Any]) -> list[str]:
    return list(dict.fromkeys(str(word) for word in words if word))


class PartCompleter(QCompleter):
    """Completes the last of several values apart by 、, and leaves those before it."""

    def splitPath(self, path: str) -> list[str]:
        return [_apart(path)[1]]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        line = self.widget()
        before = _apart(line.text())[0] if isinstance(line, QLineEdit) else ""
        return before + str(index.data(self.completionRole()))


def _apart(text: str) -> tuple[str, str]:
    """What stands up to the last 、, and what is being typed."""
    at = max(text.rfind(sign) for sign in (BETWEEN, "，", "；", ";")) + 1
    return text[:at], text[at:].strip()


class Proposer(QObject):
    """Gives a line its proposals when it gets the focus, so that they are those of the moment."""

    def __init__(self, line: QLineEdit, field: str, suggest: Suggest) -> None:
        super().__init__(line)
        self._field, self._suggest = field, suggest
        self._words = QStringListModel(self)
        kind = PartCompleter if field in (*LISTS_OF_ORGANS, "tags") else QCompleter
        completer = kind(self._words, line)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        line.setCompleter(completer)
        line.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._words.setStringList(self._suggest(self._field))
        return False
