"""Which columns a table shows, in which order and how wide: as the user has set them, kept in the window's settings,
and back to the table's own at any time.

One column of a table takes what the others leave, but never less than can be read: the sentence where it is shown,
else the table's main one. The user may give it a width too.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QHeaderView

from gui.panels.lists.columns import Column
from gui.panels.lists.list_view import ReviewTable, column_width
from gui.panels.words.cells import choice_words

_LEAST = 28  # pixels of any column
_READABLE = 6  # characters the column that takes the rest keeps
_STEP = 24  # pixels by which the keyboard widens a column
_SHAPE = 24  # pixels of the verdict's shape
_LONGEST = "sentence"  # the field whose words are the longest


class Store(Protocol):
    """The window's settings."""

    def value(self, key: str) -> Any: ...
    def setValue(self, key: str, value: object) -> None: ...


class ColumnLayout(QObject):
    """The columns of one table."""

    def __init__(self, table: ReviewTable, kind: str, columns: Sequence[Column], titles: Sequence[str]) -> None:
        super().__init__(table)
        self._table, self._kind = table, kind
        self._columns, self._titles = tuple(columns), tuple(titles)
        self._header = table.horizontalHeader()
        fields = [column.field for column in columns]
        main = [at for at, column in enumerate(columns) if column.width == 0]
        self._greedy = (*(at for at, field in enumerate(fields) if field == _LONGEST), *main)
        self._fixed: set[int] = set()  # of these, those the user gave a width
        self._lent: set[int] = set()
        self._is_own = 0  # the user's changes are kept, ours are not
        self._store: Store | None = None
        header = self._header
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setMinimumSectionSize(_LEAST)
        header.setStretchLastSection(False)
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.sectionResized.connect(self._on_resized)
        header.sectionMoved.connect(self._keep)
        table.resized.connect(self._fill)
        self._apply_defaults()

    def keep_in(self, store: Store) -> None:
        """Take what was kept, and keep what the user changes from now on."""
        self._store = store
        self._restore(str(store.value(self._key) or ""))

    def reset(self) -> None:
        """Back to the table's own columns."""
        self._apply_defaults()
        self._keep()

    def shown(self) -> list[int]:
        """The columns shown, from left to right."""
        order = (self._header.logicalIndex(at) for at in range(len(self._columns)))
        return [column for column in order if not self._header.isSectionHidden(column)]

    def is_shown(self, column: int) -> bool:
        return not self._header.isSectionHidden(column)

    def show_column(self, column: int, *, on: bool) -> None:
        """Show or hide a column; the first one always stays."""
        if column > 0 and self.is_shown(column) is not on:
            self._lent.discard(column)
            self._table.setColumnHidden(column, not on)
            self._fill()
            self._keep()

    def lend(self, column: int, *, on: bool) -> None:
        """Show a column that the user did not choose, for a while; what they chose stays as it is."""
        if on and not self.is_shown(column):
            self._lent.add(column)
        elif on or column not in self._lent:
            return
        else:
            self._lent.discard(column)
        self._table.setColumnHidden(column, not on)
        self._fill()

    def move(self, column: int, step: int) -> None:
        """Put a column one place to the left (-1) or right (1); the first one stays."""
        shown = self.shown()
        at = shown.index(column) + step
        if column > 0 and 0 < at < len(shown):
            self._header.moveSection(self._header.visualIndex(column), self._header.visualIndex(shown[at]))

    def widen(self, column: int, steps: int) -> None:
        """Widen a column, or with negative steps narrow it."""
        self._header.resizeSection(column, max(_LEAST, self._header.sectionSize(column) + steps * _STEP))

    @property
    def _key(self) -> str:
        return f"columns/{self._kind}"

    def _apply_defaults(self) -> None:
        self._is_own += 1
        self._fixed.clear()
        self._lent.clear()
        for at, column in enumerate(self._columns):
            self._header.moveSection(self._header.visualIndex(at), at)
            self._table.setColumnHidden(at, column.is_hidden)
            self._header.resizeSection(at, self._own_width(at))
        self._is_own -= 1
        self._fill()

    def _own_width(self, at: int) -> int:
        column = self._columns[at]
        asked = column._replace(width=column.width or _READABLE)
        words = (self._titles[at], *choice_words(self._kind, column.field).values())
        return column_width(self._table, asked, words) + (_SHAPE if at == 0 else 0)

    def _fill(self) -> None:
        """Give the wide column what is left."""
        wide, *others = [at for at in self._greedy if self.is_shown(at) and at not in self._fixed] or [-1]
        if wide < 0:
            return
        self._is_own += 1
        for at in others:
            self._header.resizeSection(at, self._own_width(at))
        taken = sum(self._header.sectionSize(at) for at in self.shown() if at != wide)
        self._header.resizeSection(wide, max(self._own_width(wide), self._table.viewport().width() - taken))
        self._is_own -= 1

    def _on_resized(self, column: int, before: int, after: int) -> None:
        if self._is_own or not before or not after:  # ours, or hidden and shown
            return
        if column in self._greedy:
            self._fixed.add(column)
        self._fill()
        self._keep()

    def _keep(self, *_moved: int) -> None:
        if self._store is None or self._is_own:
            return
        order = [self._header.logicalIndex(at) for at in range(len(self._columns))]
        told = [
            [self._columns[at].field, self._width_to_keep(at), self.is_shown(at) and at not in self._lent]
            for at in order
        ]
        self._store.setValue(self._key, json.dumps(told))

    def _width_to_keep(self, at: int) -> int:
        if at in self._greedy and at not in self._fixed:
            return 0
        was_hidden = self._header.isSectionHidden(at)
        if was_hidden:
            return self._own_width(at)
        return self._header.sectionSize(at)

    def _restore(self, told: str) -> None:
        """What is kept of columns that there still are; others keep their own form and stand at the end."""
        by_field = {column.field: at for at, column in enumerate(self._columns)}
        self._is_own += 1
        place = 0
        for field, width, is_shown in read(told):
            at = by_field.get(field, -1)
            if at < 0:
                continue
            self._header.moveSection(self._header.visualIndex(at), place)
            place += 1
            self._table.setColumnHidden(at, at > 0 and not is_shown)
            if width:
                self._header.resizeSection(at, max(_LEAST, min(width, 4000)))
                if at in self._greedy and width != self._own_width(at):
                    self._fixed.add(at)
        self._header.moveSection(self._header.visualIndex(0), 0)
        self._is_own -= 1
        self._fill()


def read(told: str) -> list[tuple[str, int, bool]]:
    """The columns as kept; none where the words are none of ours."""
    try:
        found = json.loads(told)
        return [(str(field), int(width), bool(is_shown)) for field, width, is_shown in found]
    except (TypeError, ValueError):
        return []
