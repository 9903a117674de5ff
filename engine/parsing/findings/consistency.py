"""The same indicator at the same time with two values, or with one value and two units."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from engine.model.flow import Flow
from engine.model.parse import Metric
from engine.parsing.findings.point import Point

_LEAST_NAME = 4
_SCALES = frozenset({"%", "‰", "百分点", "倍", "位", ""})
# Names that say too little: two of them in one document are rarely the same thing.
_VAGUE = re.compile(
    r"^(?:总量|总数|总额|人数|户数|企业|单位|项目|资金|投资|面积|规模|比重|占比|收入|支出|产值|数量|增速|增长|比例|覆盖率|完成率|其中)"
)


def consistency_points(flow: Flow, metrics: Sequence[Metric]) -> Iterator[Point]:
    """Findings over metrics of the text: names must be the same to the letter, a year must be told, at least once in
    the sentence itself, and the two must stand in different sentences."""
    by_name: dict[tuple[str, str, str], list[Metric]] = {}
    for metric in metrics:
        if _counts(metric):
            by_name.setdefault((_tight(metric.name), _tight(metric.period or ""), metric.status), []).append(metric)
    for same in by_name.values():
        for number, metric in enumerate(same[1:], 1):
            point = _against(same[:number], metric, flow)
            if point:
                yield point


def _counts(metric: Metric) -> bool:
    name = _tight(metric.name)
    return (
        metric.source == "text"
        and metric.kind == "level"
        and metric.value_max is None
        and len(name) >= _LEAST_NAME
        and not _VAGUE.match(name)
        and metric.period is not None
        and re.search(r"\d{4}|全年|“", metric.period) is not None
        and metric.confidence >= 0.5
    )


def _tight(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _against(before: list[Metric], metric: Metric, flow: Flow) -> Point | None:
    """A metric against the ones of its name before it, the nearest first. Where the document itself gives the name
    many values (a list of counties) nothing is judged."""
    if len({each.value for each in (*before, metric)}) > 2:
        return None
    for other in reversed(before):
        if other.sentence_span == metric.sentence_span or _same_sentence(flow, other, metric):
            continue
        if not _is_dated(other) and not _is_dated(metric):
            continue
        items = (other.id, metric.id)
        if other.unit == metric.unit and other.value != metric.value and _one_contradicts(other, metric):
            expected: dict[str, str | float] = {"value": other.value, "quote": other.quote}
            return Point("consistency.value", *metric.span, None, expected, items)
        if other.value == metric.value and other.unit != metric.unit and not {other.unit, metric.unit} & _SCALES:
            return Point("consistency.unit", *metric.span, None, {"unit": other.unit, "quote": other.quote}, items)
    return None


def _is_dated(metric: Metric) -> bool:
    """The sentence itself says when: a time that only governs the section is weak ground for a contradiction."""
    return metric.period is not None and metric.period in metric.sentence


def _one_contradicts(other: Metric, metric: Metric) -> bool:
    """近200 and 198 do not contradict; 939.05亿 and 939亿 are one number rounded; ten times more is another scope."""
    if other.qualifier or metric.qualifier:
        return False
    small, large = sorted((abs(other.value), abs(metric.value)))
    if small == 0 or large / small > 3:
        return False
    return large - small > 0.5 * max(_last_place(other), _last_place(metric))


def _last_place(metric: Metric) -> float:
    """What one of the last digit written is worth: .01 of 亿 in 939.05亿."""
    number = metric.written.number
    scale = next(
        (10.0**power for sign, power in (("万亿", 12), ("亿", 8), ("万", 4)) if sign in number + metric.written.unit),
        1.0,
    )
    decimals = re.search(r"\.(\d+)", number)
    return float(scale * 10.0 ** -(len(decimals[1]) if decimals else 0))


def _same_sentence(flow: Flow, other: Metric, metric: Metric) -> bool:
    first, last = sorted((other.span, metric.span))
    return not re.search("[。！？!?]", flow.text[first[1] : last[0]]) and flow.paragraph_at(
        first[0]
    ) == flow.paragraph_at(last[0])
