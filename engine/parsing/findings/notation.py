"""Numerals against GB/T 15835-2011 where the standard is plain; 20余次 and 二十余次 are both right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.model.flow import Flow
from engine.parsing.findings.point import Point

_HAN = "一二三四五六七八九"
_DASH = r"[—－–~～]{1,2}|-|至|到"
# 15—30% should be 15%—30%, 9—16亿 should be 9亿—16亿 (GB/T 15835-2011 5.1.6)
_RANGE = re.compile(
    r"(?<![\d.,%％‰\-—年月第至到])(?P<a>\d{1,9}(?:\.\d{1,6})?)(?:[—－–~～]{1,2}|-)(?P<b>\d{1,9}(?:\.\d{1,6})?)(?P<unit>[%％‰]|[万亿](?![\d]))"
)
_NEIGHBOURS = re.compile(
    rf"(?<![第、大初高前后周期\d{_HAN}十百千万零〇])(?P<a>[{_HAN}])、(?P<b>[{_HAN}])(?=(?:个(?!百分点|方面|是|问题的)|天|次(?!产业)|名(?!单)|倍|岁|十(?:个|人|名|家|年|天|岁|次)|百(?:个|人|名|家)|千(?:个|人|名)|年(?!级)|小时|分钟))"
)
_MIXED = re.compile(
    r"(?<![\d.,])\d+(?:\.\d+)?[百千](?![米克瓦伏卡赫帕安兆字分比万]|年|岛|禧|家姓|货|日|度|姓|里|合|斤顶)(?:[\d一二三四五六七八九]+[百十]?|(?=[多余]?[元人家户吨个名项件亩]))"
)
_MIXED_DATE = re.compile(
    r"(?:\d{4}年[一二三四五六七八九十]{1,3}月(?:[\d一二三四五六七八九十]{1,3}日)?"
    r"|[一二][〇零○九][〇零○一二三四五六七八九]{2}年\d{1,2}月(?:[\d一二三四五六七八九十]{1,3}日)?"
    r"|(?:\d{4}年)?\d{1,2}月[一二三四五六七八九十]{1,3}日|(?<![\d年])[一二三四五六七八九十]{1,3}月\d{1,2}日)"
)
_SHORT_YEAR = re.compile(
    r"(?<![\d.\-—/〔\[（(第])(?P<year>0\d)年(?=\d{1,2}月|[底初末]|以来|度|全年|上半年|下半年|的|，|、|至|—|到|春|夏|秋|冬)"
)
_TWICE = re.compile(
    r"(?:大约|约为|约|大概)\s*\d[\d.,]*\s*[万亿]?[^\d\s，。；、（）()]{0,4}?(?:左右|上下)"
    r"|(?:超过|突破|逾)\s*\d[\d.,]*\s*[万亿]?(?:多|余)[^\d\s，。；、]{0,3}"
    r"|(?:超过|不低于|不少于|至少)\s*\d[\d.,]*\s*[万亿]?[^\d\s，。；、（）()]{0,4}?以上"
)


def notation_points(flow: Flow) -> Iterator[Point]:
    """Findings of spelling. Formulas and tables of contents are passed over."""
    for paragraph in flow.paragraphs:
        if paragraph.kind in {"toc", "formula"}:
            continue
        for point in _in_text(flow.of(paragraph)):
            yield point._replace(start=point.start + paragraph.start, end=point.end + paragraph.start)


def _in_text(text: str) -> Iterator[Point]:
    for match in _RANGE.finditer(text):
        if float(match["a"]) < float(match["b"]):
            right = match.group().replace(match["a"], match["a"] + match["unit"], 1)
            yield Point("notation.range", *match.span(), right, {"text": right})
    for match in _NEIGHBOURS.finditer(text):
        if _HAN.index(match["b"]) == _HAN.index(match["a"]) + 1:
            right = match["a"] + match["b"]
            yield Point("notation.neighbours", *match.span(), right, {"text": right})
    for match in _MIXED.finditer(text):
        yield Point("notation.mixed", *match.span())
    for match in _MIXED_DATE.finditer(text):
        yield Point("notation.mixed-date", *match.span())
    for match in _SHORT_YEAR.finditer(text):
        right = f"20{match.group()}"
        yield Point("notation.short-year", *match.span(), right, {"text": right})
    for match in _TWICE.finditer(text):
        yield Point("notation.double-approximation", *match.span())
