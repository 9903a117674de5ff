"""What humans did to an item, in words: from the log of the review, newest first."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from engine.editing.coverage import judged
from engine.editing.journey import Happening
from gui.actions.words import READINGS, VERDICTS, field_word, verdict_word, word
from gui.panels.words.basis import basis_words
from gui.panels.words.cells import value_words

_DETAILS = {"shouldBe": "should_be", "basis": "basis", "verifiedWith": "verified_with"}
_SILENT = frozenset({"written", "indicatorKey", "bulk", "reopened", "changedBy", "step", "anchor", "replaces"})


def history_lines(item: Any, view: Any) -> tuple[str, ...]:
    """Lines such as “11-23 14:03 张三 更改指标名称：用户 → 用户数”, newest first; a numeral has those of its metric."""
    found = view.chronicle.of(item.id)
    owner = judged(view, item.id)
    if owner != item.id:
        found += view.chronicle.of(owner)
        found.sort(key=lambda one: one.at)
    lines = []
    for one in reversed(found):
        words = _words(item.kind, one)
        if words:
            lines.append(" ".join(part for part in (time_words(one.at), view.person_name(one.by), words) if part))
    return tuple(dict.fromkeys(lines))


def newest_line(item: Any, view: Any) -> str:
    """The last thing done, as far as the item's own records tell: cheap enough for every selection. "" for none."""
    events = []
    for field in item.overridden:
        record = item.override(field) or {}
        if field not in _SILENT:
            events.append((str(record.get("at") or ""), str(record.get("by") or ""), _changed(item.kind, field)))
    for person, record in item.verdicts.items():
        if str(record.get("verdict")) in VERDICTS:
            events.append((str(record.get("at") or ""), person, verdict_word(item.kind, str(record["verdict"]))))
    rejection = item.override("reading")
    if rejection is not None and item.reading == "rejected":
        events.append((str(rejection.get("at") or ""), str(rejection.get("by") or ""), word(READINGS["rejected"])))
    if not events:
        return ""
    at, by, words = max(events)
    return " ".join(part for part in (time_words(at), view.person_name(by), words) if part)


def time_words(stamp: str) -> str:
    """A stored time (UTC, ISO 8601) as the reader's clock says it: “11-23 14:03”, with the year when it is not this
    one; "" where it is none."""
    try:
        moment = datetime.fromisoformat(stamp).astimezone()
    except ValueError:
        return ""
    is_now = moment.year == datetime.now().astimezone().year
    return f"{moment:%m-%d %H:%M}" if is_now else f"{moment:%Y-%m-%d %H:%M}"


def _words(kind: str, one: Happening) -> str:
    words = _deed(kind, one)
    if words and one.op.startswith("undo:"):
        return QCoreApplication.translate("card", "撤销：{words}").format(words=words)
    return words


def _deed(kind: str, one: Happening) -> str:
    if one.field in _SILENT:
        return ""
    if one.section == "verdicts":
        return _verdict(one)
    if one.field in ("reading", "rejected"):
        is_rejected = one.after in ("rejected", True)
        return word(READINGS["rejected"]) if is_rejected else QCoreApplication.translate("card", "取消误识")
    if one.field == "places":
        return QCoreApplication.translate("card", "更改位置")
    if one.section == "added" and not one.field:
        return word(READINGS["added"])
    if one.section == "overrides":
        return _changed(kind, one.field, one.before, one.after)
    return ""


def _verdict(one: Happening) -> str:
    if not one.field:  # the whole record: given for the first time, or taken back to nothing
        record = one.after if isinstance(one.after, dict) else None
        return word(VERDICTS.get(str((record or {}).get("verdict")), VERDICTS["open"]))
    if one.field == "verdict":
        return word(VERDICTS.get(str(one.after), VERDICTS["open"]))
    field = _DETAILS.get(one.field)
    if field is None:
        return ""
    said = [basis_words(value) if field == "basis" else str(value or "") for value in (one.before, one.after)]
    return _arrow(field_word("", field), *said)


def _changed(kind: str, field: str, *values: object) -> str:
    name = field_word(kind, field)
    if not values:
        return QCoreApplication.translate("card", "更改{field}").format(field=name)
    return _arrow(name, *(value_words(kind, field, value) for value in values))


def _arrow(name: str, before: str, after: str) -> str:
    if before == after:
        return ""
    words = QCoreApplication.translate("card", "更改{field}：{before} → {after}")
    return words.format(field=name, before=before or "—", after=after or "—")
