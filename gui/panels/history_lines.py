"""What humans did to an item, in words, oldest first: from the times and names its records hold."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from gui.actions.words import VERDICTS, field_word, word
from gui.panels.cells import value_words


def history_lines(item: Any, view: Any) -> tuple[str, ...]:
    """Lines such as “11-23 14:03 张三 更改指标名称：用户 → 用户数”."""
    events: list[tuple[str, str]] = []
    for field in item.overridden:
        record = item.override(field) or {}
        if field == "written":
            continue
        before = value_words(item.kind, field, record.get("machine", item.machine(field)))
        after = value_words(item.kind, field, record.get("value"))
        words = QCoreApplication.translate("card", "更改{field}：{before} → {after}").format(
            field=field_word(item.kind, field), before=before or "—", after=after or "—"
        )
        events.append((str(record.get("at") or ""), _line(record, view, words)))
    for person, record in item.verdicts.items():
        verdict = VERDICTS.get(str(record.get("verdict")))
        if verdict:
            events.append((str(record.get("at") or ""), _line({**record, "by": person}, view, word(verdict))))
    return tuple(line for _at, line in sorted(events))


def time_words(stamp: str) -> str:
    """A stored time (UTC, ISO 8601) as the reader's clock says it: “11-23 14:03”; "" where it is none."""
    try:
        moment = datetime.fromisoformat(stamp).astimezone()
    except ValueError:
        return ""
    return f"{moment:%m-%d %H:%M}"


def _line(record: Any, view: Any, words: str) -> str:
    name = view.person_name(str(record.get("by") or ""))
    return " ".join(part for part in (time_words(str(record.get("at") or "")), name, words) if part)
