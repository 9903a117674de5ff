"""Reads numbers of headings and lists as they are written, so that their sequence can be checked."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from engine.lexicon.numbering import Grammar, Numbering

Number = tuple[int, ...]

_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_ORDER = {"首先": 1, "其次": 2, "再次": 3, "再者": 3, "最后": 99}
LAST = 99
"""The number of 最后: it follows whatever went before."""


class Reading(NamedTuple):
    """One way to read the start of a paragraph: marker [start, end) and the number it holds; `text` is where the
    words after the marker and its blanks begin."""

    grammar: Grammar
    number: Number
    start: int
    end: int
    text: int


def read_markers(line: str, numbering: Numbering, start: int = 0) -> tuple[Reading, ...]:
    """Every reading of a marker at `start` of a line; `11.121人才` reads as 11. and as 11.121."""
    if start >= len(line) or line[start] not in numbering.openers:
        return ()
    found = []
    for grammar in numbering.grammars:
        match = grammar.pattern.match(line, start)
        if match is None:
            continue
        number = read_number(match.groupdict(), grammar.system)
        if number is not None:
            end = start + len(match.group().rstrip())
            found.append(Reading(grammar, number, start, end, _skip_blanks(line, end)))
    return tuple(found)


def read_number(groups: dict[str, str | None], system: str) -> Number | None:
    """The number of a marker's groups `n` (and `sub`), None where it is not one; the systems are those of the
    numbering table."""
    written = (groups.get("n") or "").replace(" ", "").replace("\u3000", "")
    if system == "annex":
        return (_annex(written),)
    if not written:
        return None
    if system in {"dotted", "letter-dotted"}:
        return _dotted(written)
    value = _single(written, system)
    if value is None:
        return None
    sub = groups.get("sub")
    if system == "article" and sub:
        return (value, read_han(sub[1:]) or 0)
    return (value,)


def read_han(written: str) -> int | None:
    """一 to 九千九百九十九, also by position (二〇), None when it is neither."""
    if all(sign in _DIGITS for sign in written):
        return int("".join(str(_DIGITS[sign]) for sign in written)) if written else None
    total, digit = 0, 0
    largest = 10_000
    for sign in written:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        elif sign in _UNITS and _UNITS[sign] < largest:
            largest = _UNITS[sign]
            total += (digit or 1) * largest
            digit = 0
        else:
            return None
    return total + digit


def _single(written: str, system: str) -> int | None:
    if system in {"han", "article"}:
        return int(written) if written.isdecimal() else read_han(written)
    if system == "digits":
        return int(written) if written.isdecimal() else None
    if system == "sign":
        return int(unicodedata.numeric(written, 0)) or None
    if system == "roman":
        return _roman(written)
    if system == "latin":
        return ord(written.lower()) - ord("a") + 1
    if system == "latin-or-digits":
        return _english(written)
    if system == "stem":
        return _STEMS.index(written) + 1
    return _ORDER.get(written)


def _annex(written: str) -> int:
    if not written:
        return 0
    if written.isdecimal():
        return int(written)
    return ord(written) - ord("A") + 1 if written.isascii() else read_han(written) or 0


def _dotted(written: str) -> Number:
    parts = written.replace("．", ".").split(".")
    return tuple(int(part) if part.isdecimal() else ord(part) - ord("A") + 1 for part in parts)


def _english(written: str) -> int | None:
    if written.isdecimal():
        return int(written)
    roman = _roman(written)
    if roman is not None and (len(written) > 1 or written in "IVX"):
        return roman
    return ord(written) - ord("A") + 1 if len(written) == 1 else None


def _roman(written: str) -> int | None:
    total, before = 0, 0
    for sign in reversed(written):
        value = _ROMAN.get(sign)
        if value is None:
            return None
        total += value if value >= before else -value
        before = max(before, value)
    return total


def _skip_blanks(line: str, at: int) -> int:
    while at < len(line) and line[at].isspace():
        at += 1
    return at
