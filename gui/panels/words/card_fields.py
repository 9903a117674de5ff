"""Which fields the detail card shows of each kind, in which order, and with which editor."""

from __future__ import annotations

from typing import Literal, NamedTuple

EditorKind = Literal["line", "text", "number", "choice", "list", "level", "phrase", "date"]


class CardField(NamedTuple):
    """One field of the card. Two `is_half` fields in a row share a line."""

    field: str
    editor: EditorKind
    is_half: bool = False


CARD_FIELDS: dict[str, tuple[CardField, ...]] = {
    "heading": (
        CardField("title", "line"),
        CardField("marker", "line", is_half=True),
        CardField("level", "level", is_half=True),
        CardField("style", "choice"),
    ),
    "metric": (
        CardField("quote", "phrase"),
        CardField("name", "line"),
        CardField("period", "line"),
        CardField("status", "choice", is_half=True),
        CardField("kind", "choice", is_half=True),
        CardField("direction", "choice", is_half=True),
        CardField("qualifier", "choice", is_half=True),
        CardField("value", "number", is_half=True),
        CardField("unit", "line", is_half=True),
        CardField("value_max", "number", is_half=True),
        CardField("targetType", "choice", is_half=True),
        CardField("owner", "line"),
    ),
    "task": (
        CardField("text", "text"),
        CardField("leader", "line"),
        CardField("lead", "list"),
        CardField("support", "list"),
        CardField("deadline", "line", is_half=True),
        CardField("targetType", "choice", is_half=True),
    ),
    "system": (
        CardField("name", "line"),
        CardField("owner", "line"),
        CardField("status", "choice"),
        CardField("aliases", "list"),
    ),
    "finding": (CardField("suggestion", "line"),),
    "numeral": (CardField("class", "choice"),),
    "front": (
        CardField("title", "line"),
        CardField("subtitle", "line"),
        CardField("issuer", "line"),
        CardField("documentNumber", "line"),
        CardField("date", "date"),
        CardField("speaker", "line"),
        CardField("salutation", "line"),
        CardField("recipients", "line"),
        CardField("signatory", "line"),
        CardField("secrecy", "line"),
        CardField("urgency", "line"),
        CardField("copyNumber", "line"),
        CardField("enactment", "line"),
        CardField("attachments", "text"),
        CardField("note", "line"),
        CardField("copiesTo", "line"),
        CardField("printedBy", "line"),
    ),
}

FIRST_FIELD: dict[str, str] = {
    "heading": "title",
    "metric": "quote",
    "task": "text",
    "system": "name",
    "finding": "suggestion",
    "numeral": "class",
}
"""What F2 edits."""
