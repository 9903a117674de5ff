"""The table of kinds and of their fields: published name, type, choices; one row a field."""

from __future__ import annotations

from math import isfinite
from typing import Any, Literal, NamedTuple

FieldType = Literal["text", "number", "whole", "choice", "list", "written"]
ItemKind = Literal["heading", "metric", "task", "system", "finding", "numeral", "table"]

KINDS: tuple[ItemKind, ...] = ("heading", "metric", "task", "system", "finding", "numeral", "table")
PLURALS: dict[str, str] = {
    "heading": "headings",
    "metric": "metrics",
    "task": "tasks",
    "system": "systems",
    "finding": "findings",
    "numeral": "numerals",
    "table": "tables",
}


class Field(NamedTuple):
    """One field of a kind. `name` is the published one (parse-output), `attribute` the record's; a field that `is_own`
    may be edited; `choices` for fields of type choice; `may_be_empty` allows None."""

    name: str
    type: FieldType
    attribute: str = ""
    choices: tuple[str, ...] = ()
    may_be_empty: bool = True
    is_own: bool = True


_STATUS = ("achieved", "target", "forecast")
_TARGET_TYPE = Field("targetType", "choice", "target_type", ("binding", "expected"))

FIELDS: dict[str, tuple[Field, ...]] = {
    "heading": (
        Field("level", "whole", may_be_empty=False),
        Field("marker", "text", may_be_empty=False),
        Field("title", "text", may_be_empty=False),
        Field("style", "choice", choices=("block", "runin", "thesis"), may_be_empty=False),
    ),
    "metric": (
        Field("quote", "text", may_be_empty=False),
        Field("name", "text", may_be_empty=False),
        Field("value", "number", may_be_empty=False),
        Field("value_max", "number"),
        Field("unit", "text", may_be_empty=False),
        Field("qualifier", "choice", choices=("over", "at_least", "near", "about", "under", "at_most")),
        Field("kind", "choice", choices=("level", "change", "rank", "multiple"), may_be_empty=False),
        Field("direction", "choice", choices=("up", "down")),
        Field("period", "text"),
        Field("status", "choice", choices=_STATUS, may_be_empty=False),
        Field("owner", "text"),
        _TARGET_TYPE,
        Field("written", "written"),
        Field("indicatorKey", "text", "indicator_key"),
    ),
    "task": (
        Field("text", "text", may_be_empty=False),
        Field("leader", "text"),
        Field("lead", "list"),
        Field("support", "list"),
        Field("deadline", "text"),
        _TARGET_TYPE,
        Field("category", "list"),
    ),
    "system": (
        Field("name", "text", may_be_empty=False),
        Field("owner", "text"),
        Field("status", "choice", choices=("built", "building", "planned"), may_be_empty=False),
        Field("aliases", "list"),
    ),
    "finding": (Field("suggestion", "text"),),
    "numeral": (
        Field(
            "class",
            "choice",
            "cls",
            (
                "metric",
                "date",
                "period",
                "plan",
                "document-number",
                "ordinal",
                "name",
                "slogan",
                "table",
                "furniture",
                "other",
            ),
            may_be_empty=False,
        ),
    ),
    "table": (Field("caption", "text"),),
}

FRONT_FIELDS = (
    "title", "subtitle", "issuer", "documentNumber", "copyNumber", "secrecy", "urgency", "signatory", "recipients",
    "speaker", "date", "salutation", "attachments", "note", "copiesTo", "printedBy", "enactment",
)  # fmt: skip
"""Fields of the front matter, by their published names."""


def field_of(kind: str, name: str) -> Field | None:
    """The row of a field, by its published name or the record's attribute; cells of a table are `r2c3` (row and
    column from 0). None where the kind has no such field."""
    for row in FIELDS.get(kind, ()):
        if name in (row.name, row.attribute):
            return row
    if kind == "table" and name.startswith("r") and name[1:].replace("c", "", 1).isdigit():
        return Field(name, "text")
    return None


def attribute_of(kind: str, name: str) -> str:
    """The machine record's attribute for a published field name."""
    row = field_of(kind, name)
    return (row.attribute or row.name) if row else name


def cleaned(kind: str, name: str, value: Any) -> Any:
    """A value in the type of its field. Raises ValueError (with a code, no sentence) where it cannot be.

    `"2"` for a whole number becomes 2, blanks around words go, "" becomes None where the field may be empty."""
    row = field_of(kind, name)
    if row is None:
        raise ValueError("field.unknown")
    if isinstance(value, str):
        value = value.strip()
    if value is None or value == "":
        return _emptied(row)
    return _CLEANERS[row.type](value, row)


def _emptied(row: Field) -> Any:
    if row.may_be_empty:
        return [] if row.type == "list" else None
    if row.type == "text" and row.name in ("marker", "unit"):
        return ""
    raise ValueError("field.empty")


def _text(value: Any, _row: Field) -> str:
    if not isinstance(value, str):
        raise ValueError("field.not-text")  # noqa: TRY004
    return value


def _number(value: Any, _row: Field) -> float:
    try:
        number = float(value.replace(",", "") if isinstance(value, str) else value)
    except (TypeError, ValueError, AttributeError, OverflowError) as error:
        raise ValueError("field.not-a-number") from error
    if not isfinite(number):
        raise ValueError("field.not-a-number")
    return int(number) if number.is_integer() and abs(number) < 2**53 else number


def _whole(value: Any, row: Field) -> int:
    number = _number(value, row)
    if number != int(number) or not 1 <= number <= 9:
        raise ValueError("field.out-of-range")
    return int(number)


def _choice(value: Any, row: Field) -> str:
    if value not in row.choices:
        raise ValueError("field.not-a-choice")
    return str(value)


def _list(value: Any, _row: Field) -> list[str]:
    if isinstance(value, str):
        value = value.replace("，", "、").replace(";", "、").replace("；", "、").split("、")
    if not isinstance(value, list | tuple):
        raise ValueError("field.not-a-list")  # noqa: TRY004
    return [str(one).strip() for one in value if str(one).strip()]


def _written(value: Any, _row: Field) -> dict[str, str]:
    if isinstance(value, dict):
        number, unit = value.get("number", ""), value.get("unit", "")
    else:
        number, unit = getattr(value, "number", ""), getattr(value, "unit", "")
    return {"number": str(number), "unit": str(unit)}


_CLEANERS = {
    "text": _text,
    "number": _number,
    "whole": _whole,
    "choice": _choice,
    "list": _list,
    "written": _written,
}
