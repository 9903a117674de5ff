"""Numbers that do not add up: parts and totals, shares, differences and rates, with room for rounding."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from engine.model.flow import Flow
from engine.parsing.findings.point import Point

_NUMBER = r"(?<!\d)\d{1,12}(?!\d)(?:,\d{3}){0,4}(?:\.\d{1,6})?"
_VERB = r"(?:达到|达|完成|实现|为|是|约|增加到|增至|[：:])?"


def sum_points(flow: Flow) -> Iterator[Point]:
    """Findings of arithmetic within a sentence or paragraph of the text, and of tables with a row of totals."""
    for paragraph in flow.paragraphs:
        if paragraph.kind in {"toc", "cell", "formula", "caption"}:
            continue
        text = flow.of(paragraph)
        if not re.search(r"\d", text):
            continue
        for point in (*_three(text), *_shares(text), *_points(text), *_rates(text), *_exceeding(text)):
            yield point._replace(start=point.start + paragraph.start, end=point.end + paragraph.start)


def room(numbers: Sequence[str]) -> Decimal:
    """How far rounding alone may put a sum off: half a unit of the last place for each number."""
    return sum((Decimal(1).scaleb(-_places(number)) / 2 for number in numbers), Decimal(0))


def _places(number: str) -> int:
    return len(number.partition(".")[2])


def value(number: str) -> Decimal:
    """The number, its thousands commas dropped."""
    return Decimal(number.replace(",", ""))


_SECTOR = r"第{n}产业(?:增加值|投资|从业人员)?{verb}({number})(万|亿)?(元|人)"
_TOTAL = re.compile(
    rf"(?P<name>生产总值|GDP|增加值|投资|从业人员)(?:[（(]GDP[）)])?{_VERB}(?P<total>{_NUMBER})(?P<scale>万|亿)?(?P<unit>元|人)"
)
_SECTORS = [re.compile(_SECTOR.format(n=n, verb=_VERB, number=_NUMBER)) for n in "一二三"]


def _three(text: str) -> Iterator[Point]:
    """地区生产总值 and the added value of the three sectors, told one after the other in one paragraph."""
    first = _SECTORS[0].search(text)
    while first:
        second = _SECTORS[1].search(text, first.end(), first.end() + 120)
        third = _SECTORS[2].search(text, second.end(), second.end() + 120) if second else None
        totals = list(_TOTAL.finditer(text, max(0, first.start() - 160), first.start()))
        if second and third and totals:
            parts = [first, second, third]
            total = totals[-1]
            like = (total["scale"], total["unit"])
            if (
                all((part[2], part[3]) == like for part in parts)
                and "第" not in text[max(0, total.start() - 3) : total.start()]
            ):
                yield from _sum_of(total["total"], [part[1] for part in parts], total.start("total"), third.end(1))
        first = _SECTORS[0].search(text, first.end())


def _sum_of(total: str, parts: list[str], start: int, end: int) -> Iterator[Point]:
    whole = sum(map(value, parts), Decimal(0))
    if abs(whole - value(total)) > room([total, *parts]):
        yield Point("sum.parts", start, end, None, {"total": float(value(total)), "sum": float(whole)})


_RATIO = re.compile(
    rf"(?:结构|构成|比例|之比|比)(?:优化|调整|变化|演变)?(?:为|是|由|从)?(?:上年的)?\s*(?P<list>{_NUMBER}(?:\s*[:：∶]\s*{_NUMBER}){{1,6}})"
    rf"(?:(?:调整|优化|变化|演变|变)?(?:为|到|至)(?P<later>{_NUMBER}(?:\s*[:：∶]\s*{_NUMBER}){{1,6}}))?"
)
_OF_A_WHOLE = re.compile("产业|结构|构成")  # other ratios (50:30:18) need not be shares of a hundred
_SHARES = re.compile(
    rf"(?P<names>第?一、(?:第?)二、(?:第?)三次?产业)[^。；;]{{0,30}}?(?:比重|贡献率|构成|份额)[^。；;\d]{{0,8}}"
    rf"(?P<list>{_NUMBER}[%％](?:[、，,和]{{1,2}}{_NUMBER}[%％]){{2}})"
)


def _shares(text: str) -> Iterator[Point]:
    for match in _RATIO.finditer(text):
        if not _OF_A_WHOLE.search(text, max(0, match.start() - 20), match.start("list")):
            continue
        for group in ("list", "later"):
            if match[group]:
                yield from _hundred(re.findall(_NUMBER, match[group]), match.start(group), match.end(group), near=6)
    for match in _SHARES.finditer(text):
        yield from _hundred(re.findall(_NUMBER, match["list"]), match.start("list"), match.end("list"), near=12)


def _hundred(numbers: list[str], start: int, end: int, *, near: int) -> Iterator[Point]:
    """Shares near a hundred are meant to make a hundred; a ratio such as 6:3:3 is not one."""
    whole = sum(map(value, numbers), Decimal(0))
    off = abs(whole - 100)
    if len(numbers) >= 3 and room([*numbers]) < off <= near:
        yield Point("sum.shares", start, end, None, {"total": 100.0, "sum": float(whole)})


_CHANGE = re.compile(
    rf"[由从](?:[^，。；;\d]{{0,8}})(?P<a>{_NUMBER})[%％](?P<way>提高|上升|增加|增长|提升|下降|降低|回落|降|升|减少)(?:到|至)[^，。；;\d]{{0,6}}"
    rf"(?P<b>{_NUMBER})[%％][，,、]?(?:共|累计|比[^，。；;\d]{{1,6}})?(?:提高|上升|增加|提升|下降|降低|回落|减少|增长)了?(?P<c>{_NUMBER})个百分点"
)


def _points(text: str) -> Iterator[Point]:
    """由60.2%提高到65.2%，提高5个百分点."""
    for match in _CHANGE.finditer(text):
        told = value(match["c"])
        real = abs(value(match["b"]) - value(match["a"]))
        if abs(told - real) > room([match["a"], match["b"], match["c"]]):
            yield Point("sum.points", *match.span(), None, {"points": float(real)})


_RATE = re.compile(
    rf"(?P<total>{_NUMBER})(?P<unit>[^\W\d万亿])(?![^\W\d]{{0,2}}以)[^。；;\d%]{{0,24}}?(?P<verb>[一-龥]{{2}})(?:了)?(?P<part>{_NUMBER})(?P=unit)"
    rf"[，,、](?:[一-龥]{{0,2}})?(?P=verb)率(?:为|达到|达|约)?(?P<rate>{_NUMBER})[%％]"
)
_SHARE = re.compile(
    rf"(?P<part>{_NUMBER})(?P<unit>[^\W\d万亿])[，,、]?占(?:全[^，。；;\d]{{0,6}})?(?:总数|总量|总人数|总户数|总额)(?P<total>{_NUMBER})(?P=unit)的(?P<rate>{_NUMBER})[%％]"
)


def _rates(text: str) -> Iterator[Point]:
    """受理200件，办结190件，办结率95%; 30人，占总数200人的15%."""
    for pattern in (_RATE, _SHARE):
        for match in pattern.finditer(text):
            part, total, told = value(match["part"]), value(match["total"]), value(match["rate"])
            if total < part or total == 0:
                continue
            real = 100 * part / total
            if abs(real - told) > room([match["rate"]]) + Decimal("0.001"):
                yield Point("sum.rate", *match.span(), None, {"rate": round(float(real), 2)})


_PARTS = re.compile(
    rf"(?:共|总计|合计|累计|一共)?[^，。；;\d（(]{{0,14}}(?P<total>{_NUMBER})(?P<scale>[万亿]?)(?P<unit>[^\W\d万亿])[，,（(]其中[，,：:]?(?P<parts>[^。；;（）()]{{2,120}})"
)


_AVERAGE = re.compile("平均|人均|户均|均|每|最高|最大|最多|单个|单笔")  # 人均补助2000元，其中最高5000元


def _exceeding(text: str) -> Iterator[Point]:
    """共检查企业120家，其中工业企业150家: no part is greater than what it is part of."""
    for match in _PARTS.finditer(text):
        parts = list(re.finditer(rf"({_NUMBER})([万亿]?)([^\W\d万亿])", match["parts"]))
        if not parts or re.search(r"增|降|减|比上年|同比|目标|计划|率", match["parts"][: parts[0].start()]):
            continue
        part = parts[0]
        if _AVERAGE.search(match.group()[: match.start("parts") - match.start() + part.start()]):
            continue
        if part[3] != match["unit"] or part[2] != match["scale"]:
            continue
        if value(part[1]) > value(match["total"]):
            at = match.start("parts")
            yield Point(
                "sum.exceeds", match.start("total"), at + part.end(), None, {"total": float(value(match["total"]))}
            )
