"""Finds the metrics of a document: every quantity said of an indicator, with name, kind, period, status and owner."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import structs

from engine.lexicon.lexicon import Lexicon
from engine.lexicon.trends import Trend
from engine.model.flow import Flow
from engine.model.parse import FieldPlace, Heading, Kind, Metric, Status, Task, Written
from engine.parsing.metrics.left import with_far_bound
from engine.parsing.metrics.lists import name_all
from engine.parsing.metrics.names import Context, Name
from engine.parsing.metrics.periods import PeriodKeeper
from engine.parsing.metrics.scan import Scan, scan_flow
from engine.parsing.metrics.sentence import Sentence, find_slots
from engine.parsing.metrics.status import StatusJudge
from engine.parsing.metrics.tables import table_metrics
from engine.parsing.quantities.quantity import Quantity

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
    year: int | None = None,
    matter: frozenset[int] = frozenset(),
    scans: tuple[Scan, ...] | None = None,
) -> tuple[Metric, ...]:
    """Every metric of prose and tables, in the order of the text. `title` is the document's and `year` the one it is
    of, for the status; `matter` the paragraphs that are front or back matter, where nothing is measured; `scans` the
    flow as `scan_flow` read it, when that has been done already."""
    periods = PeriodKeeper()
    judge = StatusJudge(title, flow, outline, lexicon, year)
    found: list[Metric] = []
    for scan in scan_flow(flow, lexicon) if scans is None else scans:
        if scan.paragraph.kind not in _PROSE or scan.at in matter:
            continue
        previous = ""
        periods.new_paragraph()
        judge.new_paragraph()
        for sentence in scan.sentences:
            periods.new_sentence(scan.reading.text, sentence)
            drafts = _drafts(scan, sentence, previous, periods, judge, lexicon)
            found += [_metric(flow, scan, draft, outline, tasks, lexicon) for draft in drafts]
            judge.close(scan.reading.text, sentence)
            previous = drafts[-1].name.subject if drafts else ""
    for table in flow.tables:
        start = table.cells[0].start if table.cells else 0
        heading = _heading(outline, start)
        status = judge.status_at(start)
        found += [structs.replace(one, heading=heading) for one in table_metrics(flow, table, status, lexicon)]
    found.sort(key=lambda metric: metric.span)
    return tuple(structs.replace(metric, id=f"m{at}") for at, metric in enumerate(found, 1))


def _drafts(
    scan: Scan,
    sentence: Sentence,
    previous: str,
    periods: PeriodKeeper,
    judge: StatusJudge,
    lexicon: Lexicon,
) -> list[Draft]:
    reading = scan.reading
    slots = find_slots(reading.text, sentence, lexicon.trends.word)
    context = Context(reading.text, reading.shown, sentence.periods, previous, lexicon)
    drafts: list[Draft] = []
    for slot, name in name_all(slots, context):
        if name.is_base or not name.text:
            continue
        period, period_span = periods.period_of(slot, name)
        status = judge.status(reading.text, sentence, slot, scan.paragraph.start, period)
        if drafts and not name.spans:
            status = drafts[-1].status  # 预计全年人均生产总值72447元，比上年增长2.0%
        kind = kind_of(slot.quantity, name.trend)
        drafts.append(Draft(with_far_bound(reading.text, slot), name, kind, period, period_span, status, sentence))
    return drafts


def kind_of(quantity: Quantity, trend: Trend | None) -> Kind:
    """What a quantity says: a rank, a change, a multiple or a level."""
    if quantity.kind == "rank":
        return "rank"
    if trend is not None:
        return "change"
    return "multiple" if quantity.group.startswith("multiple") else "level"


def _metric(
    flow: Flow,
    scan: Scan,
    draft: Draft,
    outline: tuple[Heading, ...],
    tasks: tuple[Task, ...],
    lexicon: Lexicon,
) -> Metric:
    quantity, reading, span_of = draft.quantity, scan.reading, scan.span
    span = span_of(quantity.start, quantity.end)
    sentence_span = span_of(draft.sentence.start, draft.sentence.end)
    name_places = tuple(place for start, end in draft.name.spans for place in flow.places(*span_of(start, end)))
    fields = {"name": FieldPlace(name_places, derived=draft.name.derived)}
    if draft.period and draft.period_span:
        fields["period"] = FieldPlace(flow.places(*span_of(*draft.period_span)))
    trend = draft.name.trend
    task = _task(tasks, span[0])
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
        owner=task.lead[0] if task else None,
        owner_short=task.lead_short[0] if task and task.lead_short else None,
        heading=_heading(outline, span[0]),
        indicator_key=lexicon.aliases.key(draft.name.text),
        sentence_span=sentence_span,
        places=flow.places(*span),
        fields=fields,
    )


def _task(tasks: tuple[Task, ...], offset: int) -> Task | None:
    """The innermost task around a place that says who leads it."""
    inside = [task for task in tasks if task.span[0] <= offset < task.span[1] and task.lead]
    return min(inside, key=lambda task: task.span[1] - task.span[0], default=None)


def _heading(outline: tuple[Heading, ...], offset: int) -> str | None:
    under = [heading.id for heading in outline if heading.span[0] <= offset]
    return under[-1] if under else None
