"""The columns of every list, as a table: field, width in characters, whether it stretches."""

from __future__ import annotations

from typing import NamedTuple


class Column(NamedTuple):
    """One column: the field it shows and its width in CJK characters; a width of 0 takes what is left. A cell of an
    `is_list` column holds several values; what is not `is_said` is left out of what a screen reader says of the row."""

    field: str
    width: int
    is_hidden: bool = False
    is_figure: bool = False
    is_list: bool = False
    is_said: bool = True


_VERDICT = (
    Column("verdict", 3, is_hidden=True, is_said=False),  # every row ends with it
    Column("should_be", 6, is_hidden=True),
    Column("basis", 8, is_hidden=True),
    Column("verified_with", 6, is_hidden=True),
)

GROUPINGS: dict[str, tuple[str, ...]] = {
    "metric": ("heading", "period", "status", "owner"),
    "task": ("lead", "heading", "deadline"),
    "system": ("owner", "status", "heading"),
    "numeral": ("class", "heading"),
    "note": ("author", "note_state", "tags", "note_color", "type"),
    "finding": ("rule", "severity", "heading"),
}
"""What rows of a kind can be grouped by, the most useful first."""

COLUMNS: dict[str, tuple[Column, ...]] = {
    "heading": (
        Column("title", 0),
        Column("page", 4, is_figure=True),
        Column("open_below", 3, is_figure=True),
        Column("decided", 4, is_figure=True),
    ),
    "metric": (
        Column("quote", 6),
        Column("name", 0),
        Column("period", 5),
        Column("status", 3),
        Column("kind", 3, is_hidden=True),
        Column("value", 8, is_hidden=True, is_figure=True, is_said=False),  # 原文表述 says both
        Column("unit", 4, is_hidden=True, is_said=False),
        Column("owner", 8, is_hidden=True),
        *_VERDICT,
        Column("heading", 8, is_hidden=True, is_said=False),
        Column("sentence", 16, is_hidden=True, is_said=False),
        Column("former", 7, is_hidden=True),
        Column("page", 4, is_figure=True),
    ),
    "task": (
        Column("text", 0),
        Column("lead", 7, is_list=True),
        Column("support", 7, is_hidden=True, is_list=True),
        Column("leader", 4, is_hidden=True),
        Column("deadline", 6),
        *_VERDICT,
        Column("heading", 8, is_hidden=True, is_said=False),
        Column("sentence", 16, is_hidden=True, is_said=False),
        Column("former", 8, is_hidden=True),
        Column("page", 4, is_figure=True),
    ),
    "system": (
        Column("name", 0),
        Column("owner", 6),
        Column("status", 4),
        Column("aliases", 6, is_hidden=True, is_list=True),
        *_VERDICT,
        Column("heading", 8, is_hidden=True, is_said=False),
        Column("sentence", 16, is_hidden=True, is_said=False),
        Column("former", 7, is_hidden=True),
        Column("page", 4, is_figure=True),
    ),
    "note": (
        Column("text", 0),
        Column("quote", 7),
        Column("author", 4),
        Column("tags", 5, is_hidden=True, is_list=True),
        Column("note_state", 5, is_hidden=True, is_list=True),
        Column("note_color", 4, is_hidden=True),
        Column("type", 4, is_hidden=True),
        Column("replies", 3, is_hidden=True, is_figure=True),
        Column("at", 6, is_hidden=True),
        Column("page", 4, is_figure=True),
    ),
    "numeral": (
        Column("quote", 4),
        Column("context", 0),
        Column("class", 4),
        Column("verdict", 3, is_hidden=True, is_said=False),
        Column("should_be", 6, is_hidden=True),
        Column("heading", 8, is_hidden=True, is_said=False),
        Column("former", 5, is_hidden=True),
        Column("page", 4, is_figure=True),
    ),
    "finding": (
        Column("quote", 0),
        Column("rule", 8),
        Column("suggestion", 7),
        Column("severity", 3, is_hidden=True),
        *_VERDICT,
        Column("heading", 8, is_hidden=True, is_said=False),
        Column("sentence", 16, is_hidden=True, is_said=False),
        Column("page", 4, is_figure=True),
    ),
}
