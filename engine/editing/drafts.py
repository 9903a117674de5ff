"""What became of an item in this draft: carried over from the former one, changed, or gone."""

from __future__ import annotations

from typing import Literal

from engine.editing.items import Item, is_gone
from engine.editing.machine import split_id
from engine.editing.rebind import is_same_text
from engine.editing.view import View

Draft = Literal["", "carried", "changed", "gone"]


def draft_of(view: View, item: Item) -> Draft:
    """`carried`: human work of a former draft, the wording being the same; `changed`: its wording or sentence is
    another; `gone`: this draft does not have it; "" for what only this text has told."""
    if is_gone(item):
        return "gone"
    if item.former is not None:
        return "changed"
    pieces = split_id(item.id)
    if pieces is None or pieces[1] == view.parse_id or view.parse is None:
        return ""
    return "" if is_same_text(view.review, item.id, view.parse) else "carried"
