"""A parse as a page of plain text: what a person wants to see first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_FRONT = (
    ("标题", "title"),
    ("副标题", "subtitle"),
    ("发文机关", "issuer"),
    ("发文字号", "documentNumber"),
    ("讲话人", "speaker"),
    ("日期", "date"),
    ("主送", "recipients"),
)
_COUNTS = (("任务", "tasks"), ("系统", "systems"), ("表格", "tables"), ("疑点", "findings"))

Record = dict[str, Any]


def summary(parse: Record) -> str:
    """Front matter, outline, metrics, and how many of the rest, of a parse in its published form; ends with a line
    break."""
    return "\n".join(_lines(parse)) + "\n"


def _lines(parse: Record) -> Iterator[str]:
    source = parse["source"]
    scanned = sum(page["text"] == "none" for page in source["pages"])
    note = f"，其中 {scanned} 页没有文字" if scanned else ""
    yield f"{source['fileName']}  {source['pageCount']} 页{note}"
    yield from (f"{name}：{parse['document'][field]}" for name, field in _FRONT if parse["document"].get(field))
    yield ""
    yield f"提纲 {len(parse['outline'])}"
    labels = [page["label"] for page in source["pages"]]
    yield from (_heading(heading) + _page(heading, labels) for heading in parse["outline"])
    yield ""
    yield f"指标 {len(parse['metrics'])}"
    yield from (_metric(metric) + _page(metric, labels) for metric in parse["metrics"])
    yield ""
    yield "  ".join(f"{name} {len(parse[items])}" for name, items in _COUNTS)


def _heading(heading: Record) -> str:
    return f"{'  ' * heading['level']}{heading['marker']}{heading['title']}"


def _metric(metric: Record) -> str:
    period = f"（{metric['period']}）" if metric["period"] else ""
    return f"  {metric['name']}{period}：{metric['quote']}"


def _page(item: Record, labels: list[str]) -> str:
    """The printed page an item stands on, with the PDF page where that differs."""
    places = item.get("places")
    if not places:
        return ""
    page = places[0]["page"]
    label = labels[page - 1]
    return f"  [{label}]" if label == str(page) else f"  [{label} (PDF {page})]"
