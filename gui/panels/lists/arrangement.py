"""The order in which a list shows its items: filtered, sorted, doubts first, under the lines of their groups. Pure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from gui.panels.words.row import Row
from gui.panels.words.row_filter import BETWEEN, RowFilter

RowOf = Callable[[str], Row]
_HEAD = "\x1d"  # begins the key of a group's line; ids of items never do


class Order(NamedTuple):
    """What is asked for: `column` to sort by (-1: the order of the text), `group` the column to group by (-1: none);
    of a `is_list` group column the first value counts; `is_of_text`: its groups stand in the order of the text, what
    has no value too."""

    row_filter: RowFilter
    column: int = -1
    is_falling: bool = False
    has_doubts_first: bool = False
    group: int = -1
    is_list: bool = False
    is_of_text: bool = False


class Group(NamedTuple):
    """Items with one value in the column that groups; `words` is "" where they have none."""

    key: str
    words: str
    ids: tuple[str, ...]


class GroupHead(NamedTuple):
    """A group's line: its words, how many items it holds, how many of them are open (None: they are not checked)."""

    words: str
    total: int
    open: int | None
    is_folded: bool

    @property
    def said(self) -> str:
        """The line in words: “2010年 · 12 项，待核 3”."""
        words = self.words or QCoreApplication.translate("groups", "（未注明）")
        if self.open is None:
            return QCoreApplication.translate("groups", "{words} · {count} 项").format(words=words, count=self.total)
        return QCoreApplication.translate("groups", "{words} · {count} 项，待核 {open}").format(
            words=words, count=self.total, open=self.open
        )


def arranged(ids: Sequence[str], row_of: RowOf, order: Order) -> list[str]:
    """The items shown, in their order."""
    shown = list(ids)
    if not order.row_filter.is_empty():
        shown = [item_id for item_id in shown if order.row_filter.takes(row_of(item_id))]
    if order.column >= 0:
        keys = {item_id: row_of(item_id).keys[order.column] for item_id in shown}
        filled = [item_id for item_id in shown if not keys[item_id][0]]
        empty = [item_id for item_id in shown if keys[item_id][0]]
        shown = sorted(filled, key=keys.__getitem__, reverse=order.is_falling) + empty
    if order.has_doubts_first:
        shown.sort(key=lambda one: row_of(one).verdict not in {"doubtful", "wrong"})
    return shown


def groups_of(shown: Iterable[str], row_of: RowOf, order: Order) -> list[Group]:
    """The groups in the order in which the text names them, what has no value last (but before the first heading what
    has none above it); inside as shown."""
    members: dict[str, list[str]] = {}
    first: dict[str, int] = {}
    for item_id in shown:
        row = row_of(item_id)
        words = group_words(row, order)
        key = f"{_HEAD}{words}\x1f{row.keys[order.group][1]:g}" if not order.is_list else f"{_HEAD}{words}"
        members.setdefault(key, []).append(item_id)
        first[key] = min(first.get(key, row.order), row.order)
    words_of = {key: group_words(row_of(ids[0]), order) for key, ids in members.items()}
    keys = sorted(members, key=lambda key: (not words_of[key] and not order.is_of_text, first[key]))
    return [Group(key, words_of[key], tuple(members[key])) for key in keys]


def group_words(row: Row, order: Order) -> str:
    """The value a row is grouped by."""
    cell = row.cells[order.group]
    return cell.partition(BETWEEN)[0] if order.is_list else cell


def lines_of(groups: Sequence[Group], folded: Collection[str]) -> list[str]:
    """The lines of a grouped list: the key of each group, then its items unless it is folded."""
    lines: list[str] = []
    for group in groups:
        lines.append(group.key)
        if group.key not in folded:
            lines.extend(group.ids)
    return lines


def is_head(line: str) -> bool:
    """Whether a line is that of a group."""
    return line.startswith(_HEAD)


def is_wanted(row: Row, verdict: str | None) -> bool:
    """Whether a row has a verdict, and is an item at all; every row where none is asked for."""
    return verdict is None or (row.verdict == verdict and row.reading != "rejected")
