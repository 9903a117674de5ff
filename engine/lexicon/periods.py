"""How a text says when (全年, “十一五”期间, 截至2023年6月30日); table `periods.tsv`."""

from __future__ import annotations

import re
from typing import NamedTuple

_PARTS = {
    "{Y}": r"(?:(?:19|20)\d{2}|[一二][〇○零九一二三四五六七八]{3})",
    "{N}": r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})",
    "{M}": r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])",
    "{D}": r"(?:[12]\d|3[01]|0?[1-9])",
    "{Q}": r"[一二三四1-4]",
    "{P}": r"(?:[“\"]?十[一二三四五六七]?五[”\"]?+|[“\"][六七八九]五[”\"])",
}
# The characters that any of the patterns may begin with: looking ahead for one of them makes the search twice as fast.
_STARTS = (
    '(?=[0-9一二两三四五六七八九十〇○零“"截到至从自过未今近最前这经全第上下本当去'
    "明目年期月季岁任规计多历长连几每逐日单累提])"
)
# A time that is only compared with: 比2015年增长, 较上年末, 按1月3日汇率, 是十年前的3倍.
_COMPARED = re.compile(r"(?:比|较|同|与|按|相比|相对|于|对比)$")
_AFTER_COMPARED = re.compile(
    r"同期|的?水平|相比|前的|价格计算|不变价|的(?:\d+(?:\.\d+)?|[一二两三四五六七八九十几]+)[多余]?倍"
)
_EACH = frozenset("人户亩生吨位名家")  # 每人每年550元 is a unit, no time


class Period(NamedTuple):
    """A time said at [start, end) of a text; `kind` is wide, span, point, weak or last."""

    start: int
    end: int
    text: str
    kind: str


class PeriodTable:
    """All patterns as one expression, the earlier row winning."""

    def __init__(self, rows: list[tuple[str, ...]]) -> None:
        self.rows = rows
        self._kinds = [kind for pattern, kind, _, _ in rows if "[\\u" not in pattern]
        self._pattern = re.compile(
            _STARTS + "(?:" + "|".join(f"({_filled(pattern)})" for pattern, *_ in rows if "[\\u" not in pattern) + ")"
        )
        self._since = re.compile("|".join(_filled(pattern) for pattern, *_ in rows if "[\\u" in pattern))

    def find(self, text: str) -> list[Period]:
        """Every time a text says, without those it only compares with."""
        found = []
        for match in self._pattern.finditer(text):
            start, end = match.span()
            if _COMPARED.search(text, max(0, start - 3), start) or _AFTER_COMPARED.match(text, end):
                continue
            if match[0][0].isdigit() and start and (text[start - 1].isdigit() or text[start - 1] in ".-"):
                continue
            kind = self._kinds[(match.lastindex or 1) - 1]
            if kind == "weak" and text[max(0, start - 1) : start] in _EACH:
                continue
            found.append(Period(start, end, match[0].rstrip("，"), kind))
        return self._with_since(text, found) if "以来" in text else found

    def _with_since(self, text: str, found: list[Period]) -> list[Period]:
        """Also `党的十八大以来`, where no other time stands."""
        for match in self._since.finditer(text):
            if not any(period.start < match.end() and match.start() < period.end for period in found):
                found.append(Period(*match.span(), match[0], "wide"))
        return sorted(found)


def _filled(pattern: str) -> str:
    for name, expression in _PARTS.items():
        pattern = pattern.replace(name, expression)
    return pattern
