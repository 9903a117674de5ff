"""What was done to the document's own fields, in words: from the log of the review, newest first."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from engine.editing.front import front_former
from engine.editing.journey import Happening, happenings
from gui.actions.words import field_word
from gui.panels.words.cells import value_words
from gui.panels.words.history_lines import time_words

KIND = "front"


def front_lines(view: Any) -> tuple[str, ...]:
    """Lines such as “11-23 14:03 张三 更改成文日期：2011-09-28 → 2011-09-29”."""
    lines = []
    for one in reversed(happenings(view.review)):
        words = _deed(one) if one.section == KIND and one.field in ("", "value") else ""
        if words and one.op.startswith("undo:"):
            words = QCoreApplication.translate("card", "撤销：{words}").format(words=words)
        if words:
            lines.append(_line(view, one.at, one.by, words))
    return tuple(dict.fromkeys(lines))


def newest_front_line(view: Any) -> str:
    """The last correction that holds, "" for none."""
    records = [one for one in view.review.sections[KIND].items() if front_former(view, one[0]) is None]
    events = [(str(record.get("at") or ""), str(record.get("by") or ""), field) for field, record in records]
    if not events:
        return ""
    at, by, field = max(events)
    words = QCoreApplication.translate("card", "更改{field}").format(field=field_word(KIND, field))
    return _line(view, at, by, words)


def _deed(one: Happening) -> str:
    before, after = one.before, one.after
    if not one.field:  # the first correction, or back to the machine's reading
        machine = next((each.get("machine") for each in (before, after) if isinstance(each, dict)), None)
        before, after = (each.get("value") if isinstance(each, dict) else machine for each in (before, after))
    was, is_now = (value_words(KIND, one.key, value) or "—" for value in (before, after))
    words = QCoreApplication.translate("card", "更改{field}：{before} → {after}")
    return words.format(field=field_word(KIND, one.key), before=was, after=is_now) if was != is_now else ""


def _line(view: Any, at: str, by: str, words: str) -> str:
    return " ".join(part for part in (time_words(at), view.person_name(by), words) if part)
