"""Reads a marked text: `{quote|name|value unit,unit|flags|period}` in the running text, `{?free}` either way.

`@title` and `@status` head the file. Flags: up, down (a change), rank, multiple, a qualifier, a status.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from engine.model.flow import Flow
from engine.model.parse import Heading

_MARK = re.compile(r"\{([^{}]*)\}")
_HEADING = re.compile(r"([一二三四五六七]、|第[一二三四五]章 )(.*)|(（[一二三四五六七]）)([^。]*。)")
_QUALIFIERS = {"over", "at_least", "near", "about", "under", "at_most"}
_STATUS = {"achieved", "target", "forecast"}


def read_marked(path: Path) -> tuple[str, list[str], dict[str, Any]]:
    """Title, paragraphs and gold of a marked text."""
    title, status = "", "achieved"
    paragraphs: list[str] = []
    gold: dict[str, Any] = {"metrics": [], "either_way": []}
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("@title "):
            title = line[7:]
        elif line.startswith("@status "):
            status = line[8:]
        elif line.strip():
            paragraphs.append(_MARK.sub(lambda mark, status=status: _take(mark[1], status, gold), line))
    return title, paragraphs, gold


def headings_of(flow: Flow) -> tuple[Heading, ...]:
    """The headings of a marked text: lines of their own with 一、 or 第一章, first sentences with （一）."""
    found = []
    for paragraph in flow.paragraphs:
        if match := _HEADING.match(flow.of(paragraph)):
            marker, title = match[1] or match[3], match[2] or match[4]
            span = (paragraph.start, paragraph.start + match.end())
            level = 1 if match[1] else 2
            style = "block" if match[1] else "runin"
            found.append(Heading(f"h{len(found) + 1}", level, marker, title, style, 1.0, span))
    return tuple(found)


def _take(mark: str, status: str, gold: dict[str, Any]) -> str:
    if mark.startswith("?"):
        gold["either_way"].append(mark[1:])
        return ""
    quote, name, amount, flags, period = [*mark.split("|"), ""][:5]
    numbers, _, units = amount.partition(" ")
    low, _, high = numbers.partition("~")
    metric: dict[str, Any] = {"quote": quote, "name": name, "value": float(low), "unit": units.split(",")}
    if high:
        metric["value_max"] = float(high)
    told = set(flags.split(",")) - {""}
    direction = next(iter(told & {"up", "down"}), None)
    metric["direction"] = direction
    metric["kind"] = "change" if direction else next(iter(told & {"rank", "multiple"}), "level")
    metric["qualifier"] = next(iter(told & _QUALIFIERS), None)
    metric["status"] = next(iter(told & _STATUS), status)
    metric["period"] = period or None
    gold["metrics"].append(metric)
    return quote
