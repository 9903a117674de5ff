"""核对说明 in words: what was checked, by whom, with what outcome, and of which file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from gui.actions.words import KINDS, listed, word
from gui.panels.words.history_lines import time_words

HASH = 12  # characters of the PDF's hash that are shown: enough to tell two files apart


def statement_text(statement: Mapping[str, Any]) -> str:
    """The statement as it is shown, copied and printed."""
    counts = statement.get("counts") or {}
    lines = [
        QCoreApplication.translate("statement", "核对说明"),
        QCoreApplication.translate("statement", "文件：{file}（共 {pages} 页，文件校验码 {hash}）").format(
            file=statement.get("fileName", ""), pages=statement.get("pages", 0), hash=short_hash(statement)
        ),
        QCoreApplication.translate(
            "statement", "数字：{total} 处，已核 {decided} 处（逐项 {single}，成批 {bulk}），待核 {open} 处"
        ).format(
            total=_of(counts, "total"),
            decided=_of(counts, "total") - _of(counts, "open"),
            single=_of(counts, "total") - _of(counts, "open") - _of(counts, "bulk"),
            bulk=_of(counts, "bulk"),
            open=_of(counts, "open"),
        ),
        QCoreApplication.translate(
            "statement", "结论：无误 {correct}，有误 {wrong}，存疑 {doubtful}，误识 {rejected}"
        ).format(**{name: _of(counts, name) for name in ("correct", "wrong", "doubtful", "rejected")}),
        *_others(statement),
        *_checkers(statement),
        QCoreApplication.translate("statement", "完毕：{name} {time}").format(
            name=_who(statement), time=time_words(str(statement.get("at") or ""))
        ),
    ]
    return "\n".join(lines)


def state_words(statement: Mapping[str, Any]) -> str:
    """What has become of a statement since; "" while it holds."""
    if statement.get("differs"):
        return QCoreApplication.translate(
            "statement", "PDF 已不是当时核对的那一份，这份说明只说明那一份。核对后请重新“核对完毕”。"
        )
    if statement.get("changed"):
        return QCoreApplication.translate(
            "statement", "之后又有改动，这份说明说的是当时的情况。核对后请重新“核对完毕”。"
        )
    return ""


def short_hash(statement: Mapping[str, Any]) -> str:
    """The beginning of the PDF's SHA-256."""
    return str(statement.get("sha256") or "")[:HASH]


def _others(statement: Mapping[str, Any]) -> list[str]:
    """What was checked beside the numerals, in one line: “其他：疑点 3（待核 1），平台系统 28”."""
    told = []
    for one in statement.get("others") or ():
        counted, still = _counted(str(one.get("kind")), _of(one, "total")), _of(one, "open")
        said = QCoreApplication.translate("statement", "{counted}（待核 {open}）")
        told.append(said.format(counted=counted, open=still) if still else counted)
    return [QCoreApplication.translate("statement", "其他：{parts}").format(parts=listed(told))] if told else []


def _counted(kind: str, count: int) -> str:
    """How many there are of a kind, in words that fit any number: “疑点 3”."""
    said = {
        "finding": QCoreApplication.translate("statement", "疑点 {count}"),
        "metric": QCoreApplication.translate("statement", "指标 {count}"),
        "task": QCoreApplication.translate("statement", "任务 {count}"),
        "system": QCoreApplication.translate("statement", "平台系统 {count}"),
        "heading": QCoreApplication.translate("statement", "标题 {count}"),
    }
    return said.get(kind, f"{word(KINDS.get(kind, ''))} {{count}}").format(count=count)


def _checkers(statement: Mapping[str, Any]) -> list[str]:
    """Who checked first and who second, and how much: one person may have done both."""
    roles = (
        ("first", QCoreApplication.translate("statement", "初核")),
        ("second", QCoreApplication.translate("statement", "复核")),
    )
    lines = [
        QCoreApplication.translate("statement", "{role}：{names}").format(role=words, names=names)
        for role, words in roles
        if (names := _those_who_checked(statement, role))
    ]
    return lines or [
        QCoreApplication.translate("statement", "核对人：{names}").format(
            names="、".join(statement.get("people") or ()) or "—"
        )
    ]


def _those_who_checked(statement: Mapping[str, Any], role: str) -> str:
    """“张三（办公室）（43 处）、李四（12 处）”. A statement of former times holds one count for all."""
    checkers = statement.get("checkers") or ()
    said = QCoreApplication.translate("statement", "{name}（{count} 处）")
    if all(role in one for one in checkers):
        told = [said.format(name=_who(one), count=_of(one, role)) for one in checkers if _of(one, role)]
        return "、".join(told)
    count = _of(statement.get("counts") or {}, role)
    names = "、".join(_who(one) for one in checkers if one.get("role") == role)
    return said.format(name=names or "—", count=count) if names or count else ""


def _who(record: Mapping[str, Any]) -> str:
    name, office = str(record.get("name") or ""), str(record.get("office") or "")
    return (
        QCoreApplication.translate("statement", "{name}（{office}）").format(name=name, office=office)
        if office
        else name
    )


def _of(counts: Mapping[str, Any], name: str) -> int:
    return int(counts.get(name) or 0)
