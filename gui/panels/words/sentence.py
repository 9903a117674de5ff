"""The sentence an item stands in, with its own words marked."""

from __future__ import annotations

import re
from html import escape
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication, QPalette

from engine.editing.context import sentence_around
from engine.editing.corrected_text import text_between
from engine.editing.text_in_force import text_in_force
from gui.panels.words.contrast import blend, luminance, readable
from gui.style.colours import INK, VERMILION

_BLANK = re.compile(r"\s")


def marked_range(sentence: str, quote: str, at: int | None = None) -> tuple[int, int] | None:
    """Where the quote stands in the sentence, blanks not counted; `at` says which of several, by its offset."""
    letters = [index for index, letter in enumerate(sentence) if not letter.isspace()]
    packed = "".join(sentence[index] for index in letters)
    wanted = "".join(quote.split())
    if not wanted:
        return None
    starts = []
    found = packed.find(wanted)
    while found >= 0:
        starts.append(found)
        found = packed.find(wanted, found + 1)
    if not starts:
        return None
    start = min(starts, key=lambda one: abs(letters[one] - (at or 0)))
    return letters[start], letters[start + len(wanted) - 1] + 1


def sentence_html(sentence: str, mark: tuple[int, int] | None) -> str:
    """Rich text of the sentence, its marked part on a tint of ink and in bold."""
    if mark is None:
        return escape(sentence)
    palette = QGuiApplication.palette()
    window = palette.color(QPalette.ColorRole.Window)
    ground = blend(window, INK, 0.18 if luminance(window) > 0.2 else 0.55)
    colour = readable(palette.color(QPalette.ColorRole.WindowText), ground)
    start, end = mark
    style = f"background:{ground.name()};color:{colour.name()};font-weight:600"
    return (
        f'{escape(sentence[:start])}<span style="{style}">{escape(sentence[start:end])}</span>{escape(sentence[end:])}'
    )


def item_sentence(item: Any, view: Any) -> str:
    """Rich text of the sentence of an item, and below it which of its characters a person corrected; "" where it is no
    more than the item's own words."""
    ground = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    colour = readable(VERMILION, ground).name()
    told = (f'<span style="color:{colour}">{escape(words)}</span>' for words in corrections(item, view))
    parts = (_sentence(item, view), *told)
    return "<br>".join(part for part in parts if part)


def corrections(item: Any, view: Any) -> list[str]:
    """“文字已更正：布臵 → 布置” for every correction in an item's sentence; its own fields stay as they were read."""
    stretch = getattr(item.record, "sentence_span", None) or item.span
    if not stretch or not stretch[1] or item.machine_id is None:
        return []
    said = QCoreApplication.translate("card", "文字已更正：{before} → {after}")
    taken = QCoreApplication.translate("card", "（删去）")
    return [
        said.replace("{before}", text_between(view.parse, one.start, one.end)).replace("{after}", one.text or taken)
        for one in text_in_force(view).corrected_in(*stretch)
    ]


def _sentence(item: Any, view: Any) -> str:
    if item.kind == "finding":  # its box says it
        return ""
    sentence, mark = sentence_of(item, view)
    start, end = mark or (0, 0)
    around = sentence[:start] + sentence[end:]
    is_more = sentence != item.quote and any(map(str.isalnum, around))
    return sentence_html(sentence, mark) if is_more else ""


def sentence_of(item: Any, view: Any) -> tuple[str, tuple[int, int] | None]:
    """The sentence an item stands in, on one line, and where its own words are in it; what the machine found without
    a sentence of its own is looked up in the text, and the item's own words where there is none."""
    has_own = item.kind == "metric" or item.machine_id is None or not item.span
    words, at = ("", 0) if has_own or view is None else sentence_around(view.parse, item.span)
    if not words:
        return _BLANK.sub(" ", item.sentence or ""), item_mark(item)
    if item.kind == "numeral":
        return _BLANK.sub(" ", words), marked_range(words, item.quote, at)
    end = min(at + item.span[1] - item.span[0], len(words))
    return _BLANK.sub(" ", words), (at, end) if end > at else None


def item_mark(item: Any) -> tuple[int, int] | None:
    """Where an item's own words stand in its sentence."""
    machine_quote = str(item.machine("quote") or item.quote or "")
    record = item.record
    span, stretch = getattr(record, "span", None), getattr(record, "sentence_span", None)
    at = span[0] - stretch[0] if span and stretch and stretch[1] else None
    return marked_range(item.sentence or "", machine_quote, at)
