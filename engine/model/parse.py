"""The parse: what the machine understood of a document, and its JSON form (`piyue parse --json`).

Records are frozen; `span` is an item's range in the flow (in memory and on the worker's wire only, never stored in a
sidecar), `places` where it stands on the pages. Field names follow the published JSON.
"""

from __future__ import annotations

from typing import Literal

from msgspec import UNSET, Struct, UnsetType, field

from engine.model.flow import FurnitureKind, ParagraphKind
from engine.model.place import Places

Kind = Literal["level", "change", "rank", "multiple"]
Qualifier = Literal["over", "at_least", "near", "about", "under", "at_most"]
Status = Literal["achieved", "target", "forecast"]
NumeralClass = Literal[
    "metric", "date", "period", "plan", "document-number", "ordinal", "name", "slogan", "table", "furniture", "other"
]


class SourcePage(Struct, frozen=True):
    """A page as cited: its printed label and where its text came from."""

    label: str
    text: Literal["layer", "ocr", "none"]


class Source(Struct, frozen=True, rename="camel"):
    """The PDF a parse was made of."""

    file_name: str
    sha256: str
    page_count: int
    pages: tuple[SourcePage, ...] = ()


class Front(Struct, frozen=True, rename="camel"):
    """Front and back matter after GB/T 9704-2012. `date` is ISO 8601 (YYYY-MM-DD)."""

    title: str | None = None
    subtitle: str | None = None
    issuer: str | None = None
    document_number: str | None = None
    copy_number: str | None = None
    secrecy: str | None = None
    urgency: str | None = None
    signatory: str | None = None
    recipients: str | None = None
    speaker: str | None = None
    date: str | None = None
    salutation: str | None = None
    attachments: tuple[str, ...] = ()
    note: str | None = None
    copies_to: str | None = None
    printed_by: str | None = None
    enactment: str | None = None
    places: dict[str, Places] = {}


class Heading(Struct, frozen=True):
    """One entry of the outline. `level` counts from 1; `marker` as printed, "" when unnumbered; a `runin` heading is
    the first sentence of a paragraph, a `thesis` an unnumbered one after a dash."""

    id: str
    level: int
    marker: str
    title: str
    style: Literal["block", "runin", "thesis"]
    confidence: float
    span: tuple[int, int]
    places: Places = ()


class Written(Struct, frozen=True):
    """A quantity's number and unit as printed, blanks removed."""

    number: str
    unit: str


class FieldPlace(Struct, frozen=True):
    """Where one field of an item was read from; `derived` when it was put together or inherited."""

    places: Places
    derived: bool = False


class Metric(
    Struct,
    frozen=True,
    rename={"target_type": "targetType", "indicator_key": "indicatorKey", "owner_short": "ownerShort"},
):
    """One quantity said of one indicator. `value` has 万 and 亿 folded in; `unit` is without them; a range has
    `value_max`; `period` as written; `heading` is the id of the heading it stands under; `owner_short` is the owner's
    规范化简称."""

    id: str
    name: str
    value: float
    unit: str
    kind: Kind
    status: Status
    quote: str
    written: Written
    sentence: str
    confidence: float
    span: tuple[int, int]
    value_max: float | None = None
    qualifier: Qualifier | None = None
    direction: Literal["up", "down"] | None = None
    period: str | None = None
    owner: str | None = None
    target_type: Literal["binding", "expected"] | None = None
    heading: str | None = None
    indicator_key: str = ""
    source: Literal["text", "table"] = "text"
    sentence_span: tuple[int, int] = field(name="sentenceSpan", default=(0, 0))
    places: Places = ()
    fields: dict[str, FieldPlace] = {}
    owner_short: str | None = None


class Task(
    Struct,
    frozen=True,
    rename={"target_type": "targetType", "lead_short": "leadShort", "support_short": "supportShort"},
):
    """A stretch of text that somebody is to do. `lead` and `support` are units as written, in the order of the text;
    `lead_short` and `support_short` the same units by the short names (规范化简称) of the unit list."""

    id: str
    text: str
    confidence: float
    span: tuple[int, int]
    heading: str | None = None
    category: tuple[str, ...] = ()
    leader: str | None = None
    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    lead_short: tuple[str, ...] = ()
    support_short: tuple[str, ...] = ()
    deadline: str | None = None
    target_type: Literal["binding", "expected"] | None = None
    metrics: tuple[str, ...] = ()
    places: Places = ()
    fields: dict[str, FieldPlace] = {}


class System(Struct, frozen=True):
    """A platform, network, database, centre, park or project the text names; `spans` are all its mentions."""

    id: str
    name: str
    confidence: float
    spans: tuple[tuple[int, int], ...]
    owner: str | None = None
    status: Literal["built", "building", "planned"] = "built"
    aliases: tuple[str, ...] = ()
    metrics: tuple[str, ...] = ()
    places: Places = ()
    fields: dict[str, FieldPlace] = {}


class Numeral(Struct, frozen=True, rename={"cls": "class"}):
    """Any digits or numeral characters on the page, whatever they are; `item` is the metric it belongs to.
    `span` is None for numerals of furniture, which are not in the flow."""

    text: str
    cls: NumeralClass
    span: tuple[int, int] | None
    item: str | None = None
    places: Places = ()


class Finding(Struct, frozen=True):
    """A point that looks wrong, by the named rule. `expected` says what was expected, as data, never a sentence."""

    id: str
    rule: str
    severity: Literal["error", "warning", "hint"]
    quote: str
    span: tuple[int, int] | None
    suggestion: str | None = None
    expected: dict[str, str | float] = {}
    items: tuple[str, ...] = ()
    places: Places = ()


class ParagraphItem(Struct, frozen=True):
    """One paragraph of the flow as published."""

    kind: ParagraphKind
    text: str
    span: tuple[int, int]
    places: Places = ()


class TableItem(Struct, frozen=True, rename="camel"):
    """One table as published: its text by row, the flow range of every cell (row, column, start, end), and of how many
    rows and columns it is (`sizes`; empty where every cell is of one)."""

    rows: tuple[tuple[str, ...], ...]
    cells: tuple[tuple[int, int, int, int], ...] = ()
    caption: str | None = None
    head_rows: int = 1
    places: Places = ()
    sizes: tuple[tuple[int, int], ...] = ()


class FurnitureItem(Struct, frozen=True):
    """Running matter as published."""

    kind: FurnitureKind
    text: str
    places: Places = ()


class Parse(Struct, frozen=True):
    """What the machine understood of one document. `schema` is [major, minor]. `trace` tells where every code point of
    the flow stands (`engine.model.trace`); it is there on the way from worker to window and never published."""

    engine: str
    source: Source
    document: Front = Front()
    outline: tuple[Heading, ...] = ()
    metrics: tuple[Metric, ...] = ()
    tasks: tuple[Task, ...] = ()
    systems: tuple[System, ...] = ()
    numerals: tuple[Numeral, ...] = ()
    findings: tuple[Finding, ...] = ()
    paragraphs: tuple[ParagraphItem, ...] = ()
    tables: tuple[TableItem, ...] = ()
    furniture: tuple[FurnitureItem, ...] = ()
    schema: tuple[int, int] = (1, 0)
    trace: bytes | UnsetType = UNSET
