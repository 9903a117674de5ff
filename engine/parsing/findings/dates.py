"""Dates that cannot be or contradict each other: 31 June, a weekday that does not fit, a file name of another year."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date

from engine.model.flow import Flow
from engine.model.parse import Front
from engine.parsing.findings.point import Point

_HAN = {sign: value for value, sign in enumerate("〇一二三四五六七八九")}
_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_YEAR = r"(?:(?P<year>(?:19|20)\d\d|[一二][〇零九][〇零一二三四五六七八九]{2})\s*年\s*)?"
_DATE = re.compile(
    rf"(?<![\d.正腊闰冬]){_YEAR}(?<![\d.一二三四五六七八九十正腊闰])(?P<month>{_NUMBER})\s*月\s*(?P<day>{_NUMBER})\s*日(?!元|报|志)"
)
_WEEKDAY = re.compile(r"\s*[，,（(]?\s*(?:星期|周|礼拜)(?P<day>[一二三四五六日天])")
_LUNAR = re.compile(r"(?:农历|阴历|夏历|旧历)[^，。；]{0,10}$")
_RANGE = re.compile(
    r"(?<![\d.])(?P<a>(?:19|20)\d\d)\s*年?\s*(?:(?P<am>\d{1,2})\s*月)?\s*(?:至|到|[—－–~～-]{1,2})\s*"
    r"(?P<b>(?:19|20)\d\d)\s*年(?:\s*(?P<bm>\d{1,2})\s*月)?"
)
_TITLE_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*(?=年)")
_TITLE_RANGE = re.compile(r"(?:19|20)\d\d\s*年?\s*(?:[-—－–~～]+|至|到)\s*(?:19|20)\d\d")
_AIMS = re.compile(r"规划|纲要|远景|展望|愿景|目标|计划|方案|行动|十[一二三四五六]五|以来|历史|回顾|年鉴|志")


def date_points(flow: Flow, document: Front, file_title: str | None) -> Iterator[Point]:
    """Findings of dates. `document.date` is the day the document was made."""
    made = _day(document.date)
    for paragraph in flow.paragraphs:
        text = flow.of(paragraph)
        if "年" not in text and "月" not in text:
            continue
        for point in (*_impossible(text, made), *_ranges(text)):
            yield point._replace(start=point.start + paragraph.start, end=point.end + paragraph.start)
    if made:
        yield from _titles(flow, document, made, file_title)


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        return None


def _impossible(text: str, made: date | None) -> Iterator[Point]:
    for match in _DATE.finditer(text):
        if _LUNAR.search(text[max(0, match.start() - 16) : match.start()]):
            continue
        month, day = _value(match["month"]), _value(match["day"])
        year = _year(match["year"])
        if not 1 <= month <= 12:
            yield Point("date.impossible", *match.span(), expected={"months": 12.0})
            continue
        last = calendar.monthrange(year or 2000, month)[1]  # 2000: a year that has a 29 February
        if not 1 <= day <= last:
            yield Point("date.impossible", *match.span(), expected={"last_day": float(last)})
        else:
            yield from _weekday(text, match, (year, month, day), made)


def _weekday(text: str, match: re.Match[str], when: tuple[int | None, int, int], made: date | None) -> Iterator[Point]:
    """A weekday beside a date; without a year the document's own year is meant, in winter perhaps the next."""
    told = _WEEKDAY.match(text, match.end())
    year, month, day = when
    if told is None or (year is None and made is None):
        return
    years = [year] if year else [made.year, *([made.year + 1] if made.month >= 11 else [])] if made else []
    fits = []
    for each in years:
        try:
            fits.append("一二三四五六日"[date(each, month, day).weekday()])
        except ValueError:
            continue
    if fits and told["day"].replace("天", "日") not in fits:
        written = text[match.start() : told.end()]
        right = written[:-1] + fits[0]
        yield Point("date.weekday", match.start(), told.end(), right, {"weekday": fits[0]})


def _ranges(text: str) -> Iterator[Point]:
    for match in _RANGE.finditer(text):
        start = (int(match["a"]), int(match["am"] or 0))
        end = (int(match["b"]), int(match["bm"] or (12 if match["am"] else 0)))
        if end < start:
            yield Point("date.order", *match.span(), expected={"from": float(start[0]), "to": float(end[0])})


def _titles(flow: Flow, document: Front, made: date, file_title: str | None) -> Iterator[Point]:
    """2022年…讲话 as the file's name over a speech of 2011. A year off is usual (a report on last year)."""
    for title, where in ((file_title, "file"), (document.title, "title")):
        if not title or _AIMS.search(title) or _TITLE_RANGE.search(title):
            continue
        years = [int(year) for year in _TITLE_YEAR.findall(title)]
        if years and all(abs(year - made.year) >= 2 for year in years):
            start, end = _date_span(flow, made) if where == "file" else _title_span(flow, title)
            expected: dict[str, str | float] = {f"{where}_year": float(years[0]), "document_year": float(made.year)}
            yield Point("date.title", start, end, None, expected, quote=title)


def _title_span(flow: Flow, title: str) -> tuple[int, int]:
    at = max(0, flow.text.find(title))
    return at, at + len(title)


def _date_span(flow: Flow, made: date) -> tuple[int, int]:
    """Where the document says its date: the first spelling of that day."""
    for match in _DATE.finditer(flow.text):
        if _year(match["year"]) == made.year and _value(match["month"]) == made.month:
            return match.span()
    return 0, min(len(flow.text), 20)


def _year(written: str | None) -> int | None:
    if not written:
        return None
    if written.isdigit():
        return int(written)
    return int("".join(str(_HAN.get(sign, 0)) for sign in written))


def _value(written: str) -> int:
    """1 to 99 in digits or Chinese (二十八, 三十)."""
    if written.isdigit():
        return int(written)
    tens, ten, ones = written.partition("十")
    if not ten:
        return _HAN.get(written, 0) if len(written) == 1 else 0
    return 10 * (_HAN.get(tens, 0) if tens else 1) + (_HAN.get(ones, 0) if ones else 0)
