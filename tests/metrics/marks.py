"""Reads a marked text: `{quote|name|value unit,unit|flags|period}` in the running text, `{?free}` either way.

`@title` and `@status` head the file. Flags: up, down (a change), rank, multiple, a qualifier, a status.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

_MARK = re.compile(r"\{([^{}]*)\}")
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
