"""Makes the rows of a list from the session's view."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Any

from engine.editing.context import sentence_around
from engine.editing.coverage import is_rejected
from gui.actions.words import NOTE_TYPES, READINGS, VERDICTS, word
from gui.panels.cells import PageLabel, cell, page_key, page_words
from gui.panels.columns import Column
from gui.panels.item_card import LOW
from gui.panels.row import Row, text_key

_BEFORE = 8  # characters of the sentence that a list shows before a numeral


def item_row(item: Any, order: int, columns: Sequence[Column], label: PageLabel) -> Row:
    """The row of an item at a position in the text."""
    pairs = [_cell(item, column.field, label) for column in columns]
    cells = tuple(pair[0] for pair in pairs)
    level = item.value("level") if item.kind == "heading" else 0
    state = "，".join((word(VERDICTS[item.verdict]), word(READINGS[item.reading])))
    changed = frozenset(item.overridden)
    return Row(
        item.id,
        order,
        cells,
        tuple(pair[1] for pair in pairs),
        item.verdict,
        item.reading,
        changed | {"title"} if item.kind == "heading" and changed else changed,
        searchable((*cells, item.sentence, state)),
        "，".join(part for part in (*cells, state) if part),
        level if isinstance(level, int) else 1,
        item.confidence < LOW,
    )


def numeral_row(item: Any, order: int, columns: Sequence[Column], label: PageLabel, view: Any) -> Row:
    """The row of a numeral, with the words around it; one whose metric is none is none too."""
    sentence, at = sentence_around(view.parse, item.span)
    before = sentence[max(0, at - _BEFORE) : at]
    context = f"{'…' if at > _BEFORE else ''}{before}{sentence[at:]}"
    states = {"unclassified"} if item.value("class") == "other" else set()
    if item.overridden or item.former:
        states.add("changed")
    row = item_row(item, order, columns, label)
    where = next(at for at, column in enumerate(columns) if column.field == "context")
    cells = (*row.cells[:where], context, *row.cells[where + 1 :])
    reading = "rejected" if is_rejected(view, item) else item.reading
    state = "，".join((word(VERDICTS[item.verdict]), word(READINGS[reading])))
    said = "，".join(part for part in (*(cell for cell in row.cells if cell), context, state) if part)
    return row._replace(
        cells=cells,
        keys=(*row.keys[:where], text_key(context), *row.keys[where + 1 :]),
        reading=reading,
        words=searchable((*cells, sentence, state)),
        said=said,
        states=frozenset(states),
    )


def note_row(note: Any, order: int, columns: Sequence[Column], label: PageLabel, view: Any) -> Row:
    """The row of a note."""
    said = {
        "text": note.text or word(NOTE_TYPES.get(note.type, note.type)),
        "quote": note.quote,
        "author": view.person_name(note.author),
        "tags": "、".join(note.tags),
        "page": page_words(note.places, label),
    }
    cells = tuple(said.get(column.field, "") for column in columns)
    keys = tuple(
        page_key(note.places) if column.field == "page" else text_key(text)
        for column, text in zip(columns, cells, strict=True)
    )
    words = searchable((*cells, *note.tags, word(NOTE_TYPES.get(note.type, note.type))))
    return Row(
        note.id, order, cells, keys, note.type, "added", frozenset(), words, "，".join(part for part in cells if part)
    )


def searchable(parts: Sequence[str]) -> str:
    """Words as the filter compares them: widths and case made alike."""
    return unicodedata.normalize("NFKC", "\n".join(parts)).casefold()


def _cell(item: Any, field: str, label: PageLabel) -> Any:
    if field == "title" and item.kind == "heading":
        text = f"{item.value('marker') or ''}{item.value('title') or ''}"
        return text, text_key(text)
    if field == "open_below":
        return "", text_key("")
    return cell(item, field, label)
