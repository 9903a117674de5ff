"""Dates of documents, in Chinese or Arabic numerals, as ISO 8601 (GB/T 9704-2012 7.3.5.2, GB/T 7408)."""

from __future__ import annotations

import re

from engine.parsing.numbering import read_han

_HAN_DIGIT = "〇○ＯO0零一二三四五六七八九"
_ZEROS = str.maketrans("○ＯO0零", "〇〇〇〇〇")
_HAN = re.compile(
    rf"(?P<y>[一二][ ]?[{_HAN_DIGIT} ]{{1,4}}[{_HAN_DIGIT}])\s*年"
    r"\s*(?P<m>[元正一二三四五六七八九十]{1,2})\s*月(?:\s*(?P<d>[一二三四五六七八九十]{1,3})\s*日)?"
)
_ARABIC = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\s?\d)\s*[年./—-]\s*(?P<m>[01]?\s?\d)(?:\s*[月./—-]\s*(?P<d>[0-3]?\s?\d)(?!\d)\s*日?|\s*月)"
)
_WIDE = {0xFF10 + digit: 0x30 + digit for digit in range(10)}


def find_date(text: str) -> tuple[str, int, int] | None:
    """The first date of a text: ISO form (YYYY-MM-DD, or YYYY-MM without a day) and where it stands."""
    wide = text.translate(_WIDE)
    matches = [match for match in (_HAN.search(wide), _ARABIC.search(wide)) if match]
    for match in sorted(matches, key=lambda match: match.start()):
        iso = _iso(match)
        if iso:
            return iso, match.start(), match.end()
    return None


def _iso(match: re.Match[str]) -> str | None:
    year, month = _year(match["y"]), _small(match["m"])
    day = _small(match["d"]) if match["d"] else None
    if year is None or month is None or not 1 <= month <= 12 or not 1900 <= year <= 2100:
        return None
    if day is None:
        return None if match["d"] else f"{year:04d}-{month:02d}"
    return f"{year:04d}-{month:02d}-{day:02d}" if 1 <= day <= 31 else None


def _year(written: str) -> int | None:
    tight = written.replace(" ", "")
    if tight.isdecimal():
        return int(tight)
    tight = tight.translate(_ZEROS)
    if len(tight) == 3 and tight[0] == "二":
        tight = "二〇" + tight[1:]  # 二 一一年: many converted files have lost the ring of 〇
    return read_han(tight) if len(tight) == 4 else None


def _small(written: str) -> int | None:
    tight = written.replace(" ", "").replace("元", "一").replace("正", "一")
    return int(tight) if tight.isdecimal() else read_han(tight)
