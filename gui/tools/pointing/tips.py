"""What hovering over a mark tells: what it is, what it says, what was decided, and how many marks lie there."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from PySide6.QtCore import QCoreApplication

from engine.model.link import Link
from gui.actions.noop import QT_TRANSLATE_NOOP
from gui.actions.words import KINDS, NOTE_TYPES, VERDICTS, word
from gui.pages.marks import Mark

_LONGEST = 120
_REFUSED: dict[str, str] = {
    "file": QT_TRANSLATE_NOOP("Tips", "这个链接指向电脑里的一个文件（file:），批阅不打开它。"),
    "script": QT_TRANSLATE_NOOP("Tips", "这个链接要运行一段脚本（javascript: 等），批阅不运行它。"),
    "program": QT_TRANSLATE_NOOP("Tips", "这个链接要启动一个程序或打开一个文件（Launch），批阅不启动、不打开它。"),
    "document": QT_TRANSLATE_NOOP("Tips", "这个链接指向另一份文件或附件，批阅不打开它。"),
    "action": QT_TRANSLATE_NOOP("Tips", "这个链接要执行一个动作（可能是脚本），批阅不执行它。"),
    "address": QT_TRANSLATE_NOOP("Tips", "这个链接不是网页或邮件地址，批阅不打开它。"),
}


def mark_tip(view: Any, marks: Sequence[Mark]) -> str:
    """Rich text for the tool tip of the marks at one point, the topmost first; `view` is the session's."""
    head, body = tip_words(view, marks[0])
    if not head:
        return ""
    others = len({mark.item_id for mark in marks}) - 1
    more = QCoreApplication.translate("Tips", "此处还有 {count} 处标注，再点一下切换").format(count=others)
    return _rich(head, body, more if others else "")


def corrected_tip(before: str, after: str) -> str:
    """Rich text for the tool tip of characters that a person corrected."""
    head = QCoreApplication.translate("Tips", "已更正文字")
    taken = QCoreApplication.translate("Tips", "（删去）")
    return _rich(head, f"{before} → {after or taken}", "")


def link_tip(link: Link) -> str:
    """Where a link out of the document leads, or why it is not opened; "" for one inside it."""
    return link.uri or (refusal(link) if link.refused else "")


def refusal(link: Link) -> str:
    """What a link asks for, and that it is not done."""
    return QCoreApplication.translate("Tips", _REFUSED.get(link.refused, _REFUSED["address"]))


def tip_words(view: Any, mark: Mark) -> tuple[str, str]:
    """What a mark is, and what it says; "" twice for what is not there any more."""
    if mark.kind == "note":
        note = view.note(mark.item_id)
        if note is None:
            return "", ""
        words = note.text or QCoreApplication.translate("Tips", "（没有文字）")
        author = view.person_name(note.author)
        kind = word(NOTE_TYPES.get(note.type, KINDS["note"]))
        return (f"{kind} · {author}" if author else kind), words
    item = view.item(mark.item_id)
    if item is None:
        return "", ""
    return f"{_kind(mark, item)} · {word(VERDICTS[item.verdict])}", _body(mark, item)


def _kind(mark: Mark, item: Any) -> str:
    if mark.kind != "heading":
        return word(KINDS[mark.kind])
    return QCoreApplication.translate("Tips", "{level} 级标题").format(level=item.value("level"))


def _body(mark: Mark, item: Any) -> str:
    if mark.kind == "metric":
        parts = (item.value("name"), item.quote, item.value("period"))
        return "  ".join(str(part) for part in parts if part)
    return str(item.quote)


def _rich(head: str, body: str, more: str) -> str:
    short = body if len(body) <= _LONGEST else body[:_LONGEST] + "…"
    last = f"<br><i>{escape(more)}</i>" if more else ""
    return f"<p style='white-space:pre-wrap'><b>{escape(head)}</b><br>{escape(short)}{last}</p>"
