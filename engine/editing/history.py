"""The undo history: named steps, merged by key, from which an outside change drops what it touched."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet

from engine.editing.edit import Edit, RecordChange, combine
from engine.editing.review import plain

LIMIT = 2000  # steps; the log of the review keeps them all


class History:
    """Two stacks of edits. A `barrier` (a merge from outside) ends merging by key, never undo itself."""

    def __init__(self) -> None:
        self._done: list[Edit] = []
        self._undone: list[Edit] = []
        self._is_open = False

    def copy(self) -> History:
        """Another history of the same steps."""
        other = History()
        other._done, other._undone, other._is_open = [*self._done], [*self._undone], self._is_open
        return other

    def push(self, edit: Edit) -> bool:
        """Add a step that was just applied; True when it was merged into the one before."""
        is_merged = bool(
            edit.merge_key
            and self._is_open
            and not self._undone
            and self._done
            and self._done[-1].merge_key == edit.merge_key
        )
        if is_merged:
            last = self._done.pop()
            edit = combine((last, edit), last.name)._replace(merge_key=edit.merge_key)
        self._undone.clear()
        if is_merged and edit.is_empty():  # typed and taken back by hand
            self.barrier()
            return is_merged
        self._done.append(edit)
        del self._done[:-LIMIT]
        self._is_open = True
        return is_merged

    def barrier(self) -> None:
        """The next step is not merged into the last one."""
        self._is_open = False

    @property
    def done(self) -> tuple[Edit, ...]:
        return tuple(self._done)

    @property
    def undo_name(self) -> str | None:
        return self._done[-1].name if self._done else None

    @property
    def redo_name(self) -> str | None:
        return self._undone[-1].name if self._undone else None

    def undo(self) -> Edit | None:
        """The edit that takes the last step back, None at the beginning."""
        if not self._done:
            return None
        self._is_open = False
        self._undone.append(self._done.pop())
        return self._undone[-1].inverted()

    def redo(self) -> Edit | None:
        """The edit that does the step taken back again, None where there is none."""
        if not self._undone:
            return None
        self._done.append(self._undone.pop())
        return self._done[-1]

    def drop(self, touched: AbstractSet[tuple[str, str]]) -> int:
        """Forget the steps that touch one of these (section, key) records; returns how many there were."""
        return self._drop(lambda change: (change.section, change.key) in touched)

    def drop_about(self, items: AbstractSet[str]) -> int:
        """Forget the steps that touch what is said of one of these machine items; returns how many there were."""
        return self._drop(lambda change: not items.isdisjoint(_items_of(change)))

    def _drop(self, is_touched: Callable[[RecordChange], bool]) -> int:
        def is_kept(edit: Edit) -> bool:
            return not any(map(is_touched, edit.changes))

        before = len(self._done) + len(self._undone)
        self._done = [edit for edit in self._done if is_kept(edit)]
        self._undone = [edit for edit in self._undone if is_kept(edit)]
        self.barrier()
        return before - len(self._done) - len(self._undone)


def _items_of(change: RecordChange) -> Iterator[str]:
    """Ids of the items a changed record is, or is about."""
    yield change.key.rpartition("/")[0] if change.section == "verdicts" else change.key
    for record in (change.before, change.after):
        known = plain(record)
        yield str(plain(known.get("about")).get("id"))
        replaced = known.get("replaces")
        yield from map(str, replaced if isinstance(replaced, list) else ())
