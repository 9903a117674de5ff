"""Sentences of the detail card: why an item is missing, what colleagues hold of it, what was said differently."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from engine.editing.coverage import judged
from engine.editing.disagreements import VERDICT, Disagreement, Said
from engine.editing.items import verdict_of
from engine.editing.people import who
from gui.actions.words import VERDICTS, field_word, word
from gui.panels.fields.value_choice import Choice
from gui.panels.words.basis import basis_words
from gui.panels.words.cells import value_words
from gui.panels.words.history_lines import time_words


def missing_words(item: Any, view: Any) -> str:
    """Why an item with human work is not on the page (any more); "" for one that is."""
    if view.review.record("added", item.id) is not None or item.machine_id is not None or view.parse is None:
        return ""
    return QCoreApplication.translate(
        "card",
        "在现在的文件里没有找到这一项：原文删掉了或改动太大。您做过的核对和更正都还在；"
        "如果它换了说法，请在新的说法上重新核对，这一条就不必再管。",
    )


def others_lines(item: Any, view: Any) -> tuple[str, ...]:
    """“李四 11-23 14:03 有误，应为 53万户（依据：统计公报）”, a line for every other person who decided."""
    owner = view.item(judged(view, item.id)) or item
    own = who(view, view.person)
    lines = []
    for person, record in owner.verdicts.items():
        known = who(view, person)
        is_self = person == view.person or (own.get("name") and _who(known) == _who(own))
        if is_self or verdict_of(record) == "open":
            continue
        name = view.person_name(person) or QCoreApplication.translate("card", "另一位核对人")
        parts = (name, time_words(str(record.get("at"))), verdict_words(record))
        lines.append(" ".join(part for part in parts if part))
    return tuple(lines)


def verdict_words(record: Any) -> str:
    """“有误，应为 53万户（依据：统计公报）”."""
    words = word(VERDICTS[verdict_of(record)])
    if record.get("shouldBe"):
        words = QCoreApplication.translate("card", "{verdict}，应为 {value}").format(
            verdict=words, value=record["shouldBe"]
        )
    basis = basis_words(record.get("basis"))
    if basis:
        words = QCoreApplication.translate("card", "{verdict}（依据：{basis}）").format(verdict=words, basis=basis)
    return words


def question(kind: str, found: Disagreement) -> str:
    """What to ask about values that were said differently."""
    name = field_word(kind, found.field) if found.field != VERDICT else QCoreApplication.translate("card", "核对结论")
    if any(not said.by for said in found.values):
        return QCoreApplication.translate("card", "重新识别后，“{field}”与您更正的不同。选一个，或在上面另填：").format(
            field=name
        )
    if found.field == VERDICT:
        return QCoreApplication.translate("card", "同一人在两处给了不同的结论。选一个：")
    return QCoreApplication.translate("card", "“{field}”有两种改法。选一个，或在上面另填：").format(field=name)


def choices(kind: str, found: Disagreement, view: Any) -> list[Choice]:
    """The values of a disagreement as they are offered."""
    return [Choice(one.value, _value(kind, found.field, one), said_words(one, view)) for one in found.values]


def _value(kind: str, field: str, one: Said) -> str:
    if field == VERDICT:
        return verdict_words(one.value) if isinstance(one.value, dict) else ""
    return value_words(kind, field, one.value) or QCoreApplication.translate("card", "（空）")


def said_words(one: Said, view: Any) -> str:
    """Who said a value, and when."""
    if not one.by:
        return QCoreApplication.translate("card", "（现在的识别）")
    return " ".join(part for part in (view.person_name(one.by), time_words(one.at)) if part)


def _who(record: Any) -> tuple[Any, Any]:
    return record.get("name"), record.get("office")
