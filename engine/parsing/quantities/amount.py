"""Reads one amount: a number with its unit, in all the shapes that are not plain `number unit`:
fractions, 百分之, 成 and 折, currencies in front, `五元三毛`, `两吨半`, `第二位`, `翻一番`.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from engine.lexicon.lexicon import Lexicon
from engine.parsing.quantities.number import FORMAL, NUMERAL_CHARS, Number, read_number

_PREFIX = re.compile(r"人民币|[¥￥$€£]")
_PREFIX_UNIT = {"人民币": "元", "¥": "元", "￥": "元", "$": "美元", "€": "欧元", "£": "英镑"}
_PARTS_OF = re.compile(r"负?([十百千万亿]{1,4})分之(?=[负\d.零一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾])")
_FRACTION = re.compile(r"分之(?=[负\d.零一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾])")
_SLASHED = re.compile(r"(\d{1,4})/(\d{1,4})(?![\d/年万])")
_MIXED = re.compile(r"又| (?=\d+/\d)")
_TENTHS = re.compile(
    r"个?成(?![为立员功果本都长效年交熟就套品绩形分因材人片群型活份例渝])([零一二三四五六七八九半])?(?![一二三四五六七八九])"
)
_FOLD = re.compile(r"折(?![合算旧射叠返腾])")
_TWO_DIGIT_FOLD = re.compile(r"([1-9一二三四五六七八九]) ?([1-9一二三四五六七八九]) ?折(?![合算旧射叠返腾])")
_DOUBLING = re.compile(r"翻([一二两三四五六七八九\d]?)(?:个|了)?番")
_MINOR = re.compile(r"(?:又|零)?(?=[\d零一二两三四五六七八九十])")
_MINOR_SHARE = {"角": 10, "毛": 10, "毛钱": 10}
_PER_MANY = re.compile(r"/1?0?万(?![元亿\d])")  # 孕产妇死亡率15.1/10万
_TO_ONE = re.compile(r"[：∶]1(?![\d：∶.])")  # 2.2∶1
_HALF_AFTER = re.compile(r"半(?![年月天日径导数个])")
_HALF_UNIT = re.compile(r"半(?=年(?!报)|天|日(?!制)|个|小时|月|吨|斤|米|公里|亩|价)")
_DOZEN = re.compile(r"打(?![工造击开破响通分])")
_RANK_CUE = re.compile(r"[居列排跃升降]|名列|位次|排名|位于")
_REGION = re.compile(r"(?:全[国省市区州县球]|世界)第$")
_NUMERIC_END = re.compile(r"分之|点[零一二三四五六七八九]")
_CARDINAL_SINGLE = frozenset("二两三四五六七八九十")


class Amount(NamedTuple):
    """A number and its unit at [start, end); `group` is the unit's group, `high` set when the number is itself a
    range (`七八个`), `ordinal` for 第二, `is_rank` when an ordinal tells a standing."""

    start: int
    end: int
    number_start: int
    number_end: int
    value: Decimal
    unit: str = ""
    group: str = ""
    high: Decimal | None = None
    fuzzy: str | None = None
    chinese: bool = False
    bare: bool = False
    scale: int = 1
    ordinal: bool = False
    is_rank: bool = False

    @property
    def scaled(self) -> bool:
        return self.scale > 1


def read_amount(text: str, start: int, lexicon: Lexicon) -> Amount | None:
    """The amount at `start`, where a number, a currency sign or 翻 stands; None when it is only a word (`四川`)."""
    if doubling := _DOUBLING.match(text, start):
        return _doubled(doubling)
    prefix = _PREFIX.match(text, start)
    at = prefix.end() if prefix else start
    if at < len(text) and text[at] == " ":
        at += 1
    if half := _HALF_UNIT.match(text, at):
        return _with_unit(text, Amount(start, half.end(), at, half.end(), Decimal("0.5"), chinese=True), lexicon)
    if _in_word(text, at, lexicon):
        return None
    amount = _two_digit_fold(text, at) or _parts_of(text, at) or _plain(text, at)
    if amount is None:
        return None
    amount = _with_unit(text, amount, lexicon)
    if prefix:
        unit = _PREFIX_UNIT[prefix[0]]
        return amount._replace(start=start, unit=unit, group="currency")
    amount = _ordinal(text, amount)
    return amount if _stands(text, amount, lexicon) else None


def _doubled(match: re.Match[str]) -> Amount:
    number = read_number(match[1], 0) if match[1] else None
    times = int(number.value) if number else 1
    start, end = match.span()
    return Amount(start, end, start, end, Decimal(2 ** min(times, 60)), "倍", "multiple-of", chinese=True)


def _two_digit_fold(text: str, at: int) -> Amount | None:
    if not (match := _TWO_DIGIT_FOLD.match(text, at)):
        return None
    digits = [read_number(match[i], 0) for i in (1, 2)]
    if digits[0] is None or digits[1] is None:
        return None
    value = digits[0].value * 10 + digits[1].value
    return Amount(at, match.end(), at, match.end() - 1, value, "%", "ratio", chinese=not match[1].isascii())


def _parts_of(text: str, at: int) -> Amount | None:
    """百分之五 is 5 %, 千分之一 0.1 %."""
    if not (match := _PARTS_OF.match(text, at)):
        return None
    base = read_number(match[1], 0)
    share = read_number(text, match.end())
    if text.startswith("百", match.end()) and not share:
        return None
    if base is None or share is None:
        return None
    sign = -1 if text[at] == "负" else 1
    factor = Decimal(100) / base.value
    high = None if share.high is None else share.high * factor
    return Amount(
        at, share.end, at, share.end, sign * share.value * factor, "%", "ratio", high, share.fuzzy, share.chinese
    )


def _plain(text: str, at: int) -> Amount | None:
    number = read_number(text, at)
    if number is None:
        return None
    amount = _amount_of(number)
    if mixed := _MIXED.match(text, number.end):
        part = _fraction(text, mixed.end())
        if part:
            value = number.value + (part.value if number.value >= 0 else -part.value)
            return amount._replace(end=part.end, number_end=part.end, value=value)
    return _fraction(text, at) or amount


def _amount_of(number: Number) -> Amount:
    return Amount(
        number.start,
        number.end,
        number.start,
        number.end,
        number.value,
        high=number.high,
        fuzzy=number.fuzzy,
        chinese=number.chinese,
        bare=number.bare,
        scale=number.scale,
    )


def _fraction(text: str, at: int) -> Amount | None:
    if slashed := _SLASHED.match(text, at):
        above, below = int(slashed[1]), int(slashed[2])
        if below and above < 1900:
            return Amount(at, slashed.end(), at, slashed.end(), Decimal(above) / Decimal(below))
    below_ = read_number(text, at)
    if below_ is None or not below_.value or not (joint := _FRACTION.match(text, below_.end)):
        return None
    above_ = read_number(text, joint.end())
    if above_ is None:
        return None
    return Amount(at, above_.end, at, above_.end, above_.value / below_.value, chinese=below_.chinese)


def _with_unit(text: str, amount: Amount, lexicon: Lexicon) -> Amount:
    end = amount.end
    if amount.unit:
        return amount
    if (tenths := _TENTHS.match(text, end)) and abs(amount.value) <= 10:
        extra = {"半": Decimal(5)}.get(tenths[1]) if tenths[1] else Decimal(0)
        if extra is None:
            number = read_number(tenths[1], 0)
            extra = number.value if number else Decimal(0)
        value = amount.value * 10 + extra
        return amount._replace(end=tenths.end(), value=value, unit="%", group="ratio", scale=10)  # 1—2成
    if (fold := _FOLD.match(text, end)) and 0 < amount.value < 100:
        value = amount.value * 10 if amount.value <= 10 else amount.value
        scale = 10 if amount.value <= 10 else 1
        return amount._replace(end=fold.end(), value=value, unit="%", group="ratio", scale=scale)
    if dozen := _DOZEN.match(text, end):
        return amount._replace(end=dozen.end(), value=amount.value * 12, group="count")
    if (per := _PER_MANY.match(text, end)) and not amount.chinese:
        return amount._replace(end=per.end(), unit=per[0], group="ratio")
    if (ratio := _TO_ONE.match(text, end)) and not amount.chinese:
        return amount._replace(end=ratio.end(), number_end=ratio.end(), group="proportion")
    if text.startswith(" ", end) and not amount.chinese and lexicon.units.match(text, end + 1):
        end += 1  # 135 EFlops
    if unit := lexicon.units.match_compound(text, end):
        canonical, group, unit_end = unit
        return _with_rest(text, amount._replace(end=unit_end, unit=canonical, group=group), lexicon)
    return amount


def _with_rest(text: str, amount: Amount, lexicon: Lexicon) -> Amount:
    """`一吨半`, `五元三毛`, `两美元又三美分`."""
    if amount.group in ("length", "area", "mass", "volume", "time") and (half := _HALF_AFTER.match(text, amount.end)):
        return amount._replace(end=half.end(), value=amount.value + Decimal("0.5") * amount.scale)
    if amount.group != "currency" or not (joint := _MINOR.match(text, amount.end)):
        return amount
    number = read_number(text, joint.end())
    unit = number and lexicon.units.match(text, number.end)
    if not number or not unit:
        return amount
    if unit.group == "subcurrency" or (amount.unit == "元" and unit.written == "分"):
        share = _MINOR_SHARE.get(unit.canonical, 100)
        end = number.end + len(unit.written)
        joined = amount._replace(end=end, value=amount.value + number.value / share)
        return joined if share == 100 else _with_rest(text, joined, lexicon)
    return amount


def _ordinal(text: str, amount: Amount) -> Amount:
    """第二位, 居全省第一: the ordinal belongs to the amount."""
    if amount.start == 0 or text[amount.start - 1] != "第":
        return amount
    ranked = amount.unit in ("位", "名") or _is_standing(text, amount)
    unit = "位" if ranked and not amount.unit else amount.unit
    return amount._replace(start=amount.start - 1, ordinal=True, is_rank=ranked, unit=unit)


def _is_standing(text: str, amount: Amount) -> bool:
    """居全省第一, or 创业密度全国第一 at the end of a clause."""
    if _RANK_CUE.search(text, max(0, amount.start - 12), amount.start):
        return True
    region = _REGION.search(text, max(0, amount.start - 3), amount.start)
    return region is not None and not amount.unit and (amount.end == len(text) or text[amount.end] in "，。；、）！")


def _in_word(text: str, at: int, lexicon: Lexicon) -> bool:
    """Whether the numeral characters at `at` are part of a word of the table (统一, 四川, 十分)."""
    end = at
    while end < min(len(text), at + 4) and text[end] in NUMERAL_CHARS:
        end += 1
    if end == at or end - at > 3 or _NUMERIC_END.match(text, end):
        return False
    words = lexicon.numeral_words
    for start in range(max(0, at - 3), at + 1):
        for stop in range(max(end, start + 2), min(len(text), start + 5) + 1):
            if text[start:stop] in words:
                return True
    return False


def _stands(text: str, amount: Amount, lexicon: Lexicon) -> bool:
    """Whether numeral characters are a number here and not part of some word."""
    after, before = text[amount.end : amount.end + 1], text[amount.start - 1 : amount.start]
    if not amount.chinese:
        return not (after < "\u0080" and after.isalpha()) or bool(amount.unit)
    written = text[amount.number_start : amount.number_end]
    if amount.bare and set(written) <= set("百千万亿") and amount.unit:
        return _has_cue(text, amount, lexicon)
    if amount.unit or amount.ordinal:
        return True
    if amount.bare and len(written) - (amount.fuzzy is not None) <= len(written.lstrip("百千万亿")) + 1:
        return (len(written) > 1 and not set(written) <= set("万亿")) or _has_cue(text, amount, lexicon)
    if set(written) <= set("万亿"):
        return _has_cue(text, amount, lexicon)
    if len(written) == 1:
        return _single_stands(written, before, after)
    return not (len(written) == 2 and written[0] == written[1])


def _has_cue(text: str, amount: Amount, lexicon: Lexicon) -> bool:
    return lexicon.qualifiers.before(text, amount.start) is not None


def _single_stands(char: str, before: str, after: str) -> bool:
    closed = not after or not after.isalnum() or after == "是"
    if char in _CARDINAL_SINGLE:
        return True
    if char in FORMAL or char in "零〇":
        return closed and (not before or before in "是为" or not before.isalnum())
    return closed and before not in ("之", "其", "如", "专", "归", "合", "同")
