"""A parse as a page of plain text: what a person wants to see first."""

from __future__ import annotations

from collections.abc import Iterator

from engine.model.parse import Front, Heading, Metric, Parse

_FRONT = (
    ("标题", "title"),
    ("副标题", "subtitle"),
    ("发文机关", "issuer"),
    ("发文字号", "document_number"),
    ("讲话人", "speaker"),
    ("日期", "date"),
    ("主送", "recipients"),
)


def summary(parse: Parse) -> str:
    """Front matter, outline, metrics, and how many of the rest; ends with a line break."""
    return "\n".join(_lines(parse)) + "\n"


def _lines(parse: Parse) -> Iterator[str]:
    scanned = sum(page.text == "none" for page in parse.source.pages)
    note = f"，其中 {scanned} 页没有文字" if scanned else ""
    yield f"{parse.source.file_name}  {parse.source.page_count} 页{note}"
    yield from _front(parse.document)
    yield ""
    yield f"提纲 {len(parse.outline)}"
    yield from (_heading(heading) for heading in parse.outline)
    yield ""
    yield f"指标 {len(parse.metrics)}"
    yield from (_metric(metric) for metric in parse.metrics)
    yield ""
    counts = (("任务", parse.tasks), ("系统", parse.systems), ("表格", parse.tables), ("疑点", parse.findings))
    yield "  ".join(f"{name} {len(items)}" for name, items in counts)


def _front(front: Front) -> Iterator[str]:
    for name, field in _FRONT:
        value = getattr(front, field)
        if value:
            yield f"{name}：{value}"


def _heading(heading: Heading) -> str:
    page = heading.places[0].page if heading.places else 0
    return f"{'  ' * heading.level}{heading.marker}{heading.title}  [{page}]"


def _metric(metric: Metric) -> str:
    page = metric.places[0].page if metric.places else 0
    period = f"（{metric.period}）" if metric.period else ""
    return f"  {metric.name}{period}：{metric.quote}  [{page}]"
