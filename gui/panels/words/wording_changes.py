"""The wording of the former draft beside the present one, the characters that differ marked in both."""

from __future__ import annotations

from difflib import SequenceMatcher
from html import escape
from typing import Any, NamedTuple

from PySide6.QtGui import QGuiApplication

from engine.anchoring.normalise import normal_text
from gui.panels.words.look import HUMAN, role_colour

LONGEST = 2000  # characters compared; beyond, both stand unmarked


class Wordings(NamedTuple):
    """Rich text of the two wordings."""

    former: str
    current: str


def former_of(item: Any, view: Any) -> tuple[str, str] | None:
    """(former wording, present wording) of an item whose words changed with a new draft: whole sentences where both
    are known, else its own words. None where nothing changed."""
    if not item.former:
        return None
    target = view.review.record("targets", item.id) or {}
    sentence = str(target.get("formerSentence") or "")
    if sentence and normal_text(sentence) != normal_text(item.sentence):
        return sentence, item.sentence
    return item.former, str(item.machine("quote") or item.quote)


def wordings(former: str, current: str) -> Wordings:
    """Both wordings as rich text: what only the former had struck out, what only the present one has underlined."""
    if max(len(former), len(current)) > LONGEST:
        return Wordings(escape(former), escape(current))
    gone, new = _style("line-through"), _style("underline")
    olds, news = [], []
    for tag, start, end, at, until in SequenceMatcher(None, former, current, autojunk=False).get_opcodes():
        old, young = escape(former[start:end]), escape(current[at:until])
        olds.append(old if tag == "equal" or not old else f'<span style="{gone}">{old}</span>')
        news.append(young if tag == "equal" or not young else f'<span style="{new}">{young}</span>')
    return Wordings("".join(olds), "".join(news))


def _style(line: str) -> str:
    colour = role_colour(HUMAN, QGuiApplication.palette()).name()
    return f"text-decoration:{line};color:{colour};font-weight:600"
