"""What nobody of this desk has decided yet: numerals first, then findings and all other kinds, each in text order."""

from __future__ import annotations

from typing import NamedTuple

from engine.editing.coverage import is_furniture, is_rejected
from engine.editing.items import Item
from engine.editing.view import View

KINDS_IN_ORDER = ("numeral", "finding", "metric", "task", "system", "heading")
"""What is to be checked, what an official must look at first. Of metrics only those added by hand: a metric that was
found is decided with its numeral."""

NEEDED = frozenset({"numeral", "finding"})
"""What has to be decided before checking is complete; the rest is for those whose work it is, and only told."""


class Count(NamedTuple):
    """How many items of a kind there are and how many of them are open."""

    kind: str
    total: int
    open: int


def outstanding(view: View, kind: str) -> list[Item]:
    """The open items of a kind, in text order."""
    return [item for item in _checked(view, kind) if item.verdict == "open" and not is_rejected(view, item)]


def counts_beside_numerals(view: View) -> tuple[Count, ...]:
    """The kinds there are beside the numerals, with what is open of them."""
    kinds = ((kind, _checked(view, kind)) for kind in KINDS_IN_ORDER[1:])
    return tuple(Count(kind, len(items), len(outstanding(view, kind))) for kind, items in kinds if items)


def _checked(view: View, kind: str) -> list[Item]:
    """All items of a kind that are to be checked."""
    if kind == "numeral":
        return [item for item in view.numerals if item.machine_id is not None and not is_furniture(item)]
    return [item for item in view.items(kind) if kind != "metric" or item.machine_id is None]
