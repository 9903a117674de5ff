"""Which kinds of marks show: by the menu 视图 > 标注, kept for every document, and numerals in the place of metrics
while their list is in front."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QSettings, Signal

KINDS = ("heading", "metric", "task", "system", "note", "finding")
"""Kinds that can be hidden, in the order of their lists; numerals go with metrics."""

_KEY = "marks.hidden"


class MarkKinds(QObject):
    """What is hidden. `changed` tells every view of the document."""

    changed = Signal(object)  # frozenset of kinds

    def __init__(self, settings: QSettings, actions: Any, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._actions = actions
        stored = str(settings.value(_KEY) or "")
        self._chosen = frozenset(kind for kind in KINDS if kind in stored.split(","))
        self._with_numerals = False
        self._show_checks()

    @property
    def hidden(self) -> frozenset[str]:
        """Kinds that are not marked now."""
        if "metric" in self._chosen:
            return self._chosen | {"numeral"}
        return self._chosen | {"metric" if self._with_numerals else "numeral"}

    def handlers(self) -> dict[str, Any]:
        """What answers to the actions of the submenu."""
        checks = {f"marks.{kind}": lambda is_on, kind=kind: self.show_kind(kind, is_on=is_on) for kind in KINDS}
        return {**checks, "marks.all": lambda: self._choose(frozenset()), "marks.none": self._hide_all}

    def show_kind(self, kind: str, *, is_on: bool) -> None:
        """Show or hide the marks of a kind."""
        self._choose(self._chosen - {kind} if is_on else self._chosen | {kind})

    def show_numerals(self, is_on: bool) -> None:  # noqa: FBT001 - a switch
        """Mark every numeral in the place of the metrics, or the metrics."""
        self._with_numerals = is_on
        self.changed.emit(self.hidden)

    def _hide_all(self) -> None:
        self._choose(frozenset(KINDS))

    def _choose(self, hidden: frozenset[str]) -> None:
        self._chosen = hidden
        self._settings.setValue(_KEY, ",".join(kind for kind in KINDS if kind in hidden))
        self._show_checks()
        self.changed.emit(self.hidden)

    def _show_checks(self) -> None:
        for kind in KINDS:
            self._actions[f"marks.{kind}"].setChecked(kind not in self._chosen)
