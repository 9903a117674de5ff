"""Makes the rows of a list from the session's view."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from engine.editing.breakdown import is_checked_once
from engine.editing.context import sentence_around
from engine.editing.coverage import is_rejected
from engine.editing.drafts import draft_of
from gui.actions.words import READINGS, VERDICTS, listed, verdict_word, word
from gui.panels.lists.columns import Column
from gui.panels.words.basis import basis_words
from gui.panels.words.cells import PageLabel, cell
from gui.panels.words.row import LOW, OTHERS_WRONG, Row, SortKey, number_key, text_key
from gui.panels.words.sentence import sentence_of

_BESIDE: dict[str, Callable[[Any], object]] = {
    "should_be": lambda item: item.should_be,
    "basis": lambda item: basis_words(item.basis),
    "verified_with": lambda item: item.verified_with,
    "former": lambda item: item.former,
}
"""What a list shows that is no field of the item's reading."""
_BEFORE = 8  # characters of the sentence that a list shows before a numeral


def item_row(item: Any, order: int, columns: Sequence[Column], label: PageLabel, view: Any = None) -> Row:
    """The row of an item at a position in the text; `view` for what stands around it."""
    sentence, mark = (
        sentence_of(item, view) if any(one.field == "sentence" for one in columns) else (item.sentence, None)
    )
    beside = {"sentence": (sentence, text_key(sentence))}
    pairs = [beside.get(column.field) or _cell(item, column.field, label, view) for column in columns]
    cells = tuple(pair[0] for pair in pairs)
    level = item.value("level") if item.kind == "heading" else 0
    is_misfire = item.kind == "finding" and item.reading == "rejected"
    reading = verdict_word("finding", "reject") if is_misfire else word(READINGS[item.reading])
    states = states_of(item, view)
    state = listed((verdict_word(item.kind, item.verdict), *_others(states), reading))
    changed = frozenset(item.overridden)
    said = [cell for cell, column in zip(cells, columns, strict=True) if cell and column.is_said]
    return Row(
        item.id,
        order,
        cells,
        tuple(pair[1] for pair in pairs),
        item.verdict,
        item.reading,
        changed | {"title"} if item.kind == "heading" and changed else changed,
        searchable((*cells, sentence, state)),
        listed((*said, state)),
        level if isinstance(level, int) else 1,
        item.confidence < LOW,
        states,
        mark,
    )


def states_of(item: Any, view: Any) -> frozenset[str]:
    """States to filter by beside verdict and reading."""
    states = set()
    if item.overridden or item.reading in {"added", "rejected"}:
        states.add("changed")
    if item.confidence < LOW:
        states.add("low")
    if item.conflicts:
        states.add("conflict")
    if item.is_wrong_elsewhere:
        states.add(OTHERS_WRONG)
    if view is not None and is_checked_once(view, item, {}):
        states.add("once")
    draft = draft_of(view, item) if view is not None else ""
    return frozenset(states | {f"draft-{draft}"} if draft else states)


def _others(states: Collection[str]) -> tuple[str, ...]:
    """What somebody else holds of what is open here: the second checker is to see it."""
    return (QCoreApplication.translate("card", "另一人判为有误"),) if OTHERS_WRONG in states else ()


def numeral_row(item: Any, order: int, columns: Sequence[Column], label: PageLabel, view: Any) -> Row:
    """The row of a numeral, with the words around it; one whose metric is none is none too."""
    sentence, at = sentence_around(view.parse, item.span)
    before = ("…" if at > _BEFORE else "") + sentence[max(0, at - _BEFORE) : at]
    context = before + sentence[at:]
    row = item_row(item, order, columns, label, view)
    where = next(at for at, column in enumerate(columns) if column.field == "context")
    cells = (*row.cells[:where], context, *row.cells[where + 1 :])
    reading = "rejected" if is_rejected(view, item) else item.reading
    state = listed((word(VERDICTS[item.verdict]), *_others(row.states), word(READINGS[reading])))
    said = [cell for cell, column in zip(row.cells, columns, strict=True) if cell and column.is_said]
    return row._replace(
        cells=cells,
        keys=(*row.keys[:where], text_key(context), *row.keys[where + 1 :]),
        reading=reading,
        words=searchable((*cells, sentence, state)),
        said=listed(part for part in (*said, context, state) if part),
        states=row.states | {"unclassified"} if item.value("class") == "other" else row.states,
        mark=(len(before), len(before) + len(item.quote)) if context else None,
    )


def searchable(parts: Sequence[str]) -> str:
    """Words as the filter compares them: widths and case made alike."""
    return unicodedata.normalize("NFKC", "\n".join(parts)).casefold()


def _cell(item: Any, field: str, label: PageLabel, view: Any) -> tuple[str, SortKey]:
    if field == "title" and item.kind == "heading":
        text = f"{item.value('marker') or ''}{item.value('title') or ''}"
        return text, text_key(text)
    if field in {"open_below", "decided", "context"}:
        return "", text_key("")
    if field == "heading":
        above = view.heading_of(item) if view is not None else None
        return (
            ("", text_key(""))
            if above is None
            else (above.quote, number_key(above.position[0] * 1e7 + above.position[1]))
        )
    if field in _BESIDE:
        text = " ".join(str(_BESIDE[field](item) or "").split())
        return text, text_key(text)
    return cell(item, field, label)
