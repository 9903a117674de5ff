"""What conversion broke in a stretch of text, and what it said before: pure functions over strings.

Nothing is repaired silently: every repair names the rule of its finding (`damage.*`), the flow keeps the original.
Rules whose name begins with `form.` are spellings that print alike and are no finding.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from engine.lexicon.damage import Damage


class TextRepair(NamedTuple):
    """Code points [start, end) of a text, `before` as they stand, should read `after` (possibly empty). `certain` is
    false where a person should decide."""

    start: int
    end: int
    before: str
    after: str
    rule: str
    certain: bool = True


def repairs_of(text: str, damage: Damage) -> tuple[TextRepair, ...]:
    """Repairs of a line or paragraph, in order, never overlapping. Blanks must still stand as the page has them
    (a lost 〇 leaves nothing but a blank). Linear in the length of the text."""
    found = [*_by_character(text, damage), *_by_word(text, damage), *_by_pattern(text)]
    found.sort(key=lambda repair: (repair.start, -repair.end))
    kept: list[TextRepair] = []
    for repair in found:
        if not kept or repair.start >= kept[-1].end:
            kept.append(repair)
    return tuple(kept)


def broken_characters(text: str) -> Iterator[tuple[int, int]]:
    """Ranges of characters that stand for nothing any more: private use, replacement and stray control characters."""
    for match in _BROKEN.finditer(text):
        yield match.span()


# Private-use code points below U+F000 are taken for damage; above stand the symbol fonts' bullets and arrows.
_BROKEN = re.compile("[\ue000-\uefff\U000f0000-\U0010fffd\ufffd\ufffe\uffff]+|[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]+")
_COMPATIBLE = re.compile(
    "[\u2e80-\u2fd5\uf900-\ufaff\U0002f800-\U0002fa1f\ufb00-\ufb06]|[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+"
    "|(?<=[0-9\uff10-\uff19])\uff0e(?=[0-9\uff10-\uff19])|[\u200b-\u200d\u2060\ufeff\u00ad]+"
)


def _by_character(text: str, damage: Damage) -> Iterator[TextRepair]:
    """Characters with another code for the same sign, and characters that no word of the language holds."""
    for match in _COMPATIBLE.finditer(text):
        before = match.group()
        rule, after = _same_sign(before, damage)
        if after != before:
            yield TextRepair(match.start(), match.end(), before, after, rule)
    if damage.dead is None:
        return
    for match in damage.dead.finditer(text):
        yield TextRepair(match.start(), match.end(), match.group(), damage.characters[match.group()], "damage.glyph")


def _same_sign(before: str, damage: Damage) -> tuple[str, str]:
    first = before[0]
    if first in "\u200b\u200c\u200d\u2060\ufeff\u00ad":
        return "form.invisible", ""
    if "\uff0e" <= first <= "\uff5a":
        return "damage.width", unicodedata.normalize("NFKC", before)
    after = damage.radicals.get(first) or unicodedata.normalize("NFKC", before)
    return ("damage.radical" if first <= "\u2fd5" else "damage.compatibility"), after


def _by_word(text: str, damage: Damage) -> Iterator[TextRepair]:
    """Living characters that stand where no word can stand with them (戒者 for 或者)."""
    if damage.words is None:
        return
    for match in damage.words.finditer(text):
        before = match.group()
        after = damage.repairs[before]
        for at, (old, new) in enumerate(zip(before, after, strict=True)):
            if old != new and old not in damage.characters:
                start = match.start() + at
                yield TextRepair(start, start + 1, old, new, "damage.glyph", certain=False)


_DIGITS = "一二三四五六七八九〇零"
# 二 一一年, 二 八年 (both lost), 二〇一 年: blanks where 〇 stood, the result a year of 1900 to 2099.
_ZERO_YEAR = re.compile(rf"(?<![{_DIGITS}十百千万之第])(?:二|一九)[{_DIGITS}0oOＯ０○ОοΟ◯\s]{{1,9}}(?=年)")
_MONTH = re.compile(r"年\s*[一二三四五六七八九十]{1,3}\s*月")
# 二一一年九月: the blank itself is lost; no year of three digits is meant.
_LOST_YEAR = re.compile(
    r"(?<![〇一二三四五六七八九零十百千万之第])二(?=[一二][〇一二三四五六七八九]年\s*[一二三四五六七八九十]{1,2}月)"
)
# 201 1年, 20 11 年: a year that a blank cuts in two.
_SPLIT_YEAR = re.compile(r"(?<![\d.A-Za-z])(?:1[ \u3000]*9|2[ \u3000]*0)[ \u3000]*\d[ \u3000]*\d(?=[ \u3000]*年)")
# 99 .5%, 23. 5万: a blank beside the decimal point; "1. 2012年" at the head of a line is a number and its text.
_SPLIT_POINT = re.compile(r"(?<=\d)[ \u3000]+\.(?=\d)|(?<=[^\s\d.]\d)\.[ \u3000]+(?=\d+[ \u3000]*[%％‰万亿])")
_SPLIT_POINT_LONG = re.compile(r"(?<=[^\s\d.]\d\d)\.[ \u3000]+(?=\d+[ \u3000]*[%％‰万亿])")
_SPLIT_COMMA = re.compile(r"(?<=\d),[ \u3000]+(?=\d{3}(?:,\d{3})*(?:\.\d+)?[ \u3000]*[%％‰万亿元吨人户])")
_THIN = re.compile("(?<=\\d)[\u2009\u202f\u2006\u2008](?=\\d{3}(?!\\d))")
# 11 — 5 — 0多家: a page mark left within a number.
_PAGE_MARK = re.compile(r"(?<=\d)\s*[—－–]\s+\d{1,4}\s+[—－–]\s*(?=[\d.])")


def _by_pattern(text: str) -> Iterator[TextRepair]:
    for match in _ZERO_YEAR.finditer(text):
        after = _year(match.group(), dated=_MONTH.match(text, match.end()) is not None)
        if after and after != match.group():
            lost = any(sign.isspace() for sign in match.group())
            yield TextRepair(
                match.start(), match.end(), match.group(), after, "damage.zero" if lost else "notation.zero"
            )
    for match in _LOST_YEAR.finditer(text):
        yield TextRepair(
            match.start(),
            match.end() + 2,
            text[match.start() : match.end() + 2],
            f"二〇{text[match.end() : match.end() + 2]}",
            "damage.zero",
            certain=False,
        )
    for match in _SPLIT_YEAR.finditer(text):
        after = "".join(match.group().split())
        if after != match.group():
            yield TextRepair(match.start(), match.end(), match.group(), after, "damage.split-number")
    for pattern, after in ((_SPLIT_POINT, "."), (_SPLIT_POINT_LONG, "."), (_SPLIT_COMMA, ",")):
        for match in pattern.finditer(text):
            yield TextRepair(match.start(), match.end(), match.group(), after, "damage.split-number", certain=False)
    for match in _THIN.finditer(text):
        yield TextRepair(match.start(), match.end(), match.group(), "", "form.thousands")
    for match in _PAGE_MARK.finditer(text):
        yield TextRepair(match.start(), match.end(), match.group(), "", "damage.page-mark", certain=False)


def _year(written: str, *, dated: bool) -> str | None:
    """The year of four characters that a damaged one must have been, None when that cannot be told: blanks stand for
    〇. Where only two characters are left (二 八 is 二〇〇八) a month must follow, or it may be 二、三年."""
    signs = ["〇" if sign in "0oOＯ０○ОοΟ◯零" else sign for sign in written]
    solid = "".join(sign for sign in signs if not sign.isspace())
    if len(solid) == 4:
        year = solid
    elif len(solid) == 3 and not written[-1].isspace() and written[0] == "二" and "〇" not in solid:
        year = "二〇" + solid[1:] if written[1].isspace() else ""
    elif len(solid) == 3:
        year = _filled(written)
    elif len(solid) == 2 and dated and solid[0] == "二" and written[1].isspace():
        year = "二〇一〇" if solid[1] == "一" and written[-1].isspace() else f"二〇〇{solid[1]}"
    else:
        return None
    return year if re.fullmatch(rf"(?:二[〇零]|一九)[{_DIGITS}]{{2}}", year) else None


def _filled(written: str) -> str:
    """A year of three characters and blanks in one place: 〇 in that place."""
    parts = written.split()
    if written[-1].isspace():
        parts.append("")
    return "〇".join(parts) if len(parts) == 2 else ""
