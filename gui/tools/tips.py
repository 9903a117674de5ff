"""What hovering over a mark tells: what it is, what it says, what was decided."""

from __future__ import annotations

from html import escape
from typing import Any

from PySide6.QtCore import QCoreApplication

from gui.actions.words import KINDS, VERDICTS, word
from gui.pages.marks import Mark

_LONGEST = 120


def mark_tip(view: Any, mark: Mark) -> str:
    """Rich text for a mark's tool tip; `view` is the session's."""
    if mark.kind == "note":
        note = view.note(mark.item_id)
        words = note.text if note is not None and note.text else QCoreApplication.translate("Tips", "（没有文字）")
        author = view.person_name(note.author) if note is not None else ""
        head = f"{word(KINDS['note'])} · {author}" if author else word(KINDS["note"])
        return _rich(head, words)
    item = view.item(mark.item_id)
    if item is None:
        return ""
    head = f"{word(KINDS[mark.kind])} · {word(VERDICTS[item.verdict])}"
    return _rich(head, _body(mark, item))


def _body(mark: Mark, item: Any) -> str:
    if mark.kind == "metric":
        parts = (item.value("name"), item.quote, item.value("period"))
        return "  ".join(str(part) for part in parts if part)
    return str(item.quote)


def _rich(head: str, body: str) -> str:
    short = body if len(body) <= _LONGEST else body[:_LONGEST] + "…"
    return f"<p style='white-space:pre-wrap'><b>{escape(head)}</b><br>{escape(short)}</p>"
