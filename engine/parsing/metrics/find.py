"""Finds the metrics of a document: every quantity said of an indicator, with name, kind, period, status and owner."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import structs

from engine.lexicon.lexicon import Lexicon
from engine.lexicon.trends import Trend
from engine.model.flow import Flow, Paragraph
from engine.model.parse import FieldPlace, Heading, Kind, Metric, Status, Task, Written
from engine.parsing.metrics.lists import name_all
from engine.parsing.metrics.names import Context, Name
from engine.parsing.metrics.periods import PeriodKeeper
from engine.parsing.metrics.sentence import Sentence, find_slots, split_sentences
from engine.parsing.metrics.status import StatusJudge
from engine.parsing.quantities.find import Quantity
from engine.parsing.quantities.reading import Reading, read_text

_PROSE = frozenset(("body", "list", "heading", "footnote"))


class Draft(NamedTuple):
    """A metric before it has its id and places; offsets of the paragraph's reading."""

    quantity: Quantity
    name: Name
    kind: Kind
    period: str | None
    period_span: tuple[int, int] | None
    status: Status
    sentence: Sentence


def find_metrics(
    flow: Flow,
    outline: tuple[Heading, ...],
    tasks: tuple[Task, ...],
    lexicon: Lexicon,
    *,
    title: str | None = None,
    matter: frozenset[int] = frozenset(),
) -> tuple[Metric, ...]:
    """Every metric of the prose, in the order of the text. `title` is the document's, for the default status; `matter`
    the paragraphs that are front or back matter, where nothing is measured."""
    periods = PeriodKeeper()
    judge = StatusJudge(title, outline, lexicon)
    found: list[Metric] = []
    for index, paragraph in enumerate(flow.paragraphs):
        if paragraph.kind not in _PROSE or index in matter:
            continue
        reading = read_text(flow.of(paragraph))
        previous = ""
        periods.new_paragraph()
        for sentence in split_sentences(reading, lexicon):
            periods.new_sentence(reading.text, sentence)
            drafts = _drafts(reading, sentence, paragraph.start, previous, periods, judge, lexicon)
            found += [_metric(flow, paragraph, reading, draft, outline, tasks, lexicon) for draft in drafts]
            previous = drafts[-1].name.subject if drafts else ""
    return tuple(structs.replace(metric, id=f"m{at}") for at, metric in enumerate(found, 1))


def _drafts(
    reading: Reading,
    sentence: Sentence,
    base: int,
    previous: str,
    periods: PeriodKeeper,
    judge: StatusJudge,
    lexicon: Lexicon,
) -> list[Draft]:
    slots = find_slots(reading.text, sentence)
    context = Context(reading.text, reading.shown, sentence.periods, previous, lexicon)
    drafts: list[Draft] = []
    for slot, name in name_all(slots, context):
        if name.is_base or not name.text:
            continue
        period, period_span = periods.period_of(slot, name)
        status = judge.status(reading.text, sentence, slot, base)
        if drafts and not name.spans and drafts[-1].status == "forecast" and status == "achieved":
            status = "forecast"  # 预计全年人均生产总值72447元，比上年增长2.0%
        kind = _kind(slot.quantity, name.trend)
        drafts.append(Draft(slot.quantity, name, kind, period, period_span, status, sentence))
    return drafts


def _kind(quantity: Quantity, trend: Trend | None) -> Kind:
    if quantity.kind == "rank":
        return "rank"
    if trend is not None:
        return "change"
    return "multiple" if quantity.group.startswith("multiple") else "level"


def _metric(
    flow: Flow,
    paragraph: Paragraph,
    reading: Reading,
    draft: Draft,
    outline: tuple[Heading, ...],
    tasks: tuple[Task, ...],
    lexicon: Lexicon,
) -> Metric:
    quantity, base = draft.quantity, paragraph.start

    def span_of(start: int, end: int) -> tuple[int, int]:
        first, last = reading.original(start, end)
        return base + first, base + last

    span = span_of(quantity.start, quantity.end)
    sentence_span = span_of(draft.sentence.start, draft.sentence.end)
    name_places = tuple(place for start, end in draft.name.spans for place in flow.places(*span_of(start, end)))
    fields = {"name": FieldPlace(name_places, derived=draft.name.derived)}
    if draft.period and draft.period_span:
        fields["period"] = FieldPlace(flow.places(*span_of(*draft.period_span)))
    trend = draft.name.trend
    return Metric(
        id="",
        name=draft.name.text,
        value=quantity.value,
        unit=quantity.unit,
        kind=draft.kind,
        status=draft.status,
        quote=quantity.quote,
        written=Written(
            reading.shown[quantity.number_start : quantity.number_end],
            reading.shown[quantity.number_end : quantity.unit_end],
        ),
        sentence=reading.shown[draft.sentence.start : draft.sentence.end].strip(),
        confidence=draft.name.sure,
        span=span,
        value_max=quantity.value_max,
        qualifier=quantity.qualifier,
        direction=trend.direction if trend and draft.kind == "change" else None,
        period=draft.period,
        owner=_owner(tasks, span[0]),
        heading=_heading(outline, span[0]),
        indicator_key=lexicon.aliases.key(draft.name.text),
        sentence_span=sentence_span,
        places=flow.places(*span),
        fields=fields,
    )


def _owner(tasks: tuple[Task, ...], offset: int) -> str | None:
    inside = [task for task in tasks if task.span[0] <= offset < task.span[1] and task.lead]
    return min(inside, key=lambda task: task.span[1] - task.span[0]).lead[0] if inside else None


def _heading(outline: tuple[Heading, ...], offset: int) -> str | None:
    under = [heading.id for heading in outline if heading.span[0] <= offset]
    return under[-1] if under else None
