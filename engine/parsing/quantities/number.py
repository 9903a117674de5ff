"""Reads one number of a folded text: Arabic, Chinese, mixed (`1亿2千万`), fuzzy (`6600多万`), with decimals.

The grammar is a walk over tokens, left to right, without going back: time is linear in the number's length.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

DIGITS = dict(
    zip(
        "零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖俩",
        (0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4, 5, 6, 7, 8, 9, 2),
        strict=True,
    )
)
FORMAL = frozenset("壹贰叁肆伍陆柒捌玖拾")
SMALL = {"十": 10, "拾": 10, "百": 100, "千": 1000}
TENS = {"廿": 20, "卅": 30}
BIG = {"万": 10**4, "亿": 10**8, "兆": 10**12}
FUZZY = {"多": "over", "余": "over", "几": "over", "来": "about"}
NUMERAL_CHARS = "".join(DIGITS) + "".join(SMALL) + "".join(TENS) + "".join(BIG)

_TOKEN = re.compile(
    r"(?P<arabic>(?<!\d)\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|(?<![\d.])\d+\.\d+(?!\d|\.\d)|\d+|(?<!\d)\.\d+(?!\d|\.\d))"
    rf"|(?P<digit>[{''.join(DIGITS)}])|(?P<small>[十拾百千])|(?P<big>[万亿兆])|(?P<tens>[廿卅])"
    rf"|点(?P<point>[零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖]+)|(?P<fuzzy>[多余几来数])"
)
_MOST_TOKENS = 40
_MOST_DIGITS = 40
BURDENS = "减担自抱肩辜胜背欠亏增轻重债"  # 减负50亿元 is no negative number
_POWER = re.compile(r"(?:e([+-]?\d{1,3})|\^([+-]?\d{1,3}))(?![\dA-Za-z])", re.IGNORECASE)
_THOUSANDS = re.compile(r"[kK](?![A-Za-z])")
_MILLIONS = re.compile(r" ?M(?=$|[,，。 个])")
# Units that begin with a character that would else be read as a scale: 千瓦时, 百分点, 兆赫.
_SCALE_UNIT = re.compile(
    r"千(?:瓦|克|卡|伏|赫|焦|帕|字节|比特|米(?!粉))|百分点|百帕|兆(?:瓦|赫|字节|比特|伏|帕|$|[^零〇一二三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾亿万元圆美])"
)


class Number(NamedTuple):
    """A number read at [start, end): `value`, `high` for `三四十` (30 to 40), `fuzzy` a qualifier said inside it,
    `chinese` when no Arabic digit was used, `bare` when it begins with a scale (`千万`), `scale` its last 万 or 亿."""

    start: int
    end: int
    value: Decimal
    high: Decimal | None = None
    fuzzy: str | None = None
    chinese: bool = False
    bare: bool = False
    scale: int = 1


class _Walk:
    """The state while the tokens of one number go by."""

    def __init__(self) -> None:
        self.total = Decimal(0)  # closed sections of 万 and 亿
        self.section = Decimal(0)  # the section being read
        self.digit: Decimal | None = None
        self.step: Decimal | None = None  # how much the second of two neighbour digits adds: 七八十
        self.arabic_last = False
        self.last_scale = 1
        self.last_big = 0
        self.zero = False
        self.fuzzy: str | None = None
        self.count = 0
        self.arabic = False
        self.digits = ""
        self.decimal = Decimal(0)

    def add_arabic(self, text: str) -> bool:
        if self.digit is not None or self.decimal or (self.digits and not self.section and not self.total):
            return False
        if self.count and not (self.total or self.section):
            return False
        self.digit = Decimal(text.replace(",", ""))
        self.arabic = self.arabic_last = True
        return True

    def add_digit(self, char: str) -> bool:
        value = DIGITS[char]
        if self.arabic and self.digit is not None:
            return False
        if char in "零〇" and not self.digits and (self.total or self.section):
            self.zero = True
            return True
        if self.digits and char in "两俩":
            return False
        self.digits += str(value)
        self.arabic_last = False
        self.digit = Decimal(self.digits)
        return True

    def add_small(self, scale: int) -> bool:
        if self.digit is None and self.section and scale >= self.last_scale:
            return False
        unit = self._take_digit()
        if unit is None:
            return False
        self.section += (unit or 1) * scale
        self.step = self.step and self.step * scale
        self.last_scale = scale
        self.zero = False
        return True

    def add_big(self, scale: int) -> bool:
        unit = self._take_digit()
        if unit is None:
            return False
        self.section += unit
        self.step = self.step and self.step * scale
        if self.last_big and self.last_big < scale:
            self.total = (self.total + self.section) * scale
        elif self.section:
            self.total += self.section * scale
        elif self.total:
            self.total *= scale
        else:
            self.total = Decimal(scale)
        self.section = Decimal(0)
        self.last_big = scale
        self.last_scale = scale
        self.zero = False
        return True

    def _take_digit(self) -> Decimal | None:
        """The digit before a scale; two neighbour digits (七八十) make a range; longer strings take no scale."""
        digit, digits = self.digit, self.digits
        self.digit, self.digits = None, ""
        if len(digits) == 2 and not self.arabic:
            return self._split(digits)
        if len(digits) > 2:
            return None
        return digit if digit is not None else Decimal(0)

    def _split(self, digits: str) -> Decimal | None:
        low, high = int(digits[0]), int(digits[1])
        if low == 0:
            return Decimal(high)
        if high != low + 1:
            return None
        self.step = Decimal(1)
        return Decimal(low)

    def value(self) -> Decimal:
        """What has been read so far; call once, at the end."""
        if self.digit is None:
            return self.total + self.section + self.decimal
        shorthand = not self.zero and self.last_scale > 1 and not self.arabic_last
        if len(self.digits) == 2 and not self.arabic:
            low = self._split(self.digits)
            self.digit = self.digit if low is None else low
        if shorthand and (len(self.digits) == 1 or self.step):
            self.digit *= self.last_scale // 10
            self.step = self.step and self.step * (self.last_scale // 10)
        return self.total + self.section + self.digit + self.decimal


def read_number(text: str, start: int) -> Number | None:
    """The number that begins exactly at `start` (sign included), or None."""
    sign, at = _sign(text, start)
    walk, end = _walk(text, at)
    if end == at or walk.count == 0 or end - at > _MOST_DIGITS * 2:
        return None
    first = text[at]
    if sign and walk.fuzzy == "over" and first in "几多余":
        return None
    value = walk.value()
    high = value + walk.step if walk.step else None
    scale = _trailing_scale(text, at, end)
    if walk.arabic and walk.count == 1:
        value, end, scale = _suffixed(text, end, value, alone=start == 0)
    bare = (first in SMALL and first not in "十拾") or first in BIG
    return Number(start, end, sign * value if sign else value, high, walk.fuzzy, not walk.arabic, bare, scale)


def _sign(text: str, at: int) -> tuple[int, int]:
    char = text[at : at + 1]
    if (char == "负" and (at == 0 or text[at - 1] not in BURDENS)) or (
        char == "-" and (at == 0 or not _glued(text[at - 1]))
    ):
        return -1, at + 1
    return 0, at


def _glued(char: str) -> bool:
    return (char < "\u0080" and (char.isalnum() or char in "%-)_.")) or char == "）"


def _walk(text: str, at: int) -> tuple[_Walk, int]:
    walk = _Walk()
    end = at
    for _ in range(_MOST_TOKENS):
        token = _TOKEN.match(text, end)
        if token is None:
            break
        kind = token.lastgroup
        if not _accept(walk, kind or "", token, text):
            break
        walk.count += kind != "fuzzy" or token[0] in "几数"
        end = token.end()
        if kind == "point" and not (end < len(text) and text[end] in BIG):
            break
        if kind == "fuzzy" and token[0] in "多余来" and not (end < len(text) and text[end] in BIG):
            break
    return walk, end


def _accept(walk: _Walk, kind: str, token: re.Match[str], text: str) -> bool:
    piece = token[0]
    if kind in ("small", "big") and _SCALE_UNIT.match(text, token.start()):
        return False
    if kind == "arabic":
        return walk.add_arabic(piece)
    if kind == "digit":
        return walk.add_digit(piece)
    if kind == "small":
        return walk.add_small(SMALL[piece])
    if kind == "big":
        return walk.add_big(BIG[piece])
    if kind == "tens":
        walk.section += TENS[piece]
        walk.last_scale = 10
        return True
    if kind == "point":
        return _add_point(walk, token["point"])
    return _add_fuzzy(walk, piece, text, token.end())


def _add_point(walk: _Walk, digits: str) -> bool:
    if walk.count == 0 or walk.arabic or walk.fuzzy:
        return False
    plain = "".join(str(DIGITS[char]) for char in digits)
    value = walk.value()
    walk.total, walk.section, walk.last_big = Decimal(0), value + Decimal(f"0.{plain}"), 0
    walk.digit, walk.digits, walk.last_scale = None, "", 1
    return True


def _add_fuzzy(walk: _Walk, piece: str, text: str, end: int) -> bool:
    """多, 余, 来 after a number; 几 and 数 as a digit: 十几, 数百, 几十."""
    after = text[end : end + 1]
    if piece in "几数":
        if piece == "数" and (walk.count or (after not in SMALL and after not in BIG)):
            return False
        if not walk.count and after not in SMALL and after not in BIG:
            return False
        walk.fuzzy = "over"
        return True
    if walk.count == 0 or walk.fuzzy or walk.step:
        return False
    if piece == "来" and (after in "自源到"):
        return False
    if piece == "余" and after in "额量热温粮地姚杭下生":
        return False
    walk.fuzzy = FUZZY[piece]
    return True


def _trailing_scale(text: str, start: int, end: int) -> int:
    """What the last characters multiply by: 1.37万亿 by 10**12."""
    scale = 1
    end -= end > start and text[end - 1] in FUZZY
    while end > start and text[end - 1] in BIG:
        scale *= BIG[text[end - 1]]
        end -= 1
    return scale


def _suffixed(text: str, end: int, value: Decimal, *, alone: bool) -> tuple[Decimal, int, int]:
    """Powers and metric letters after plain Arabic digits: 2e5, 2^-1, 40k, 2.5 M."""
    if power := _POWER.match(text, end):
        exponent = int(power[1] or power[2])
        try:
            return (value * Decimal(10) ** exponent if power[1] else value**exponent), power.end(), 1
        except ArithmeticError:
            return value, end, 1
    if thousands := _THOUSANDS.match(text, end):
        return value * 1000, thousands.end(), 1000
    if alone and (millions := _MILLIONS.match(text, end)):
        return value * 10**6, millions.end(), 10**6
    return value, end, 1
