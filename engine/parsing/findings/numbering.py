"""Numbers of headings and enumerations that are missing, doubled, or followed by mixed punctuation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from engine.lexicon.numbering import Numbering
from engine.model.flow import Flow
from engine.model.parse import Heading
from engine.parsing.findings.point import Point
from engine.parsing.numbering import read_han, read_markers


class Numbered(NamedTuple):
    """A heading with its number: `shape` is its marker with the number left out (（#）), `stop` what follows it."""

    heading: Heading
    number: int
    shape: str
    stop: str
    parent: int


_DIGITS = r"[一二三四五六七八九十百零〇\d]+"
_SHAPE = re.compile(
    rf"^(?P<before>[（(〔]?\s*第?\s*)(?P<number>{_DIGITS})(?P<after>[^一-龥\d]*|[章节条款篇编部分项]+|是|要)$"
)
_WIDTH = str.maketrans("(),．", "（），.")
_ORDINAL = re.compile(
    r"(?:^|(?<=[。；;：:，,\s]))(?P<number>[一二三四五六七八九十]{1,2})(?P<after>[是要])(?![一二三四五六七八九十]|[方否不])"
)
_SIGN = re.compile(r"(?:^|(?<=[。；;：:，,\s]))[（(](?P<number>[一二三四五六七八九十]{1,2}|\d{1,2})[）)]")


def numbering_points(flow: Flow, outline: Sequence[Heading], numbering: Numbering) -> Iterator[Point]:
    """Findings of numbering. A gap is only raised when the missing number stands nowhere between its neighbours."""
    numbered = _numbered(outline)
    yield from _sequences(flow, numbered, numbering)
    yield from _punctuation(numbered)
    for paragraph in flow.paragraphs:
        if paragraph.kind in {"body", "list"}:
            text = flow.of(paragraph)
            for pattern in (_ORDINAL, _SIGN):
                for point in _enumeration(text, pattern):
                    yield point._replace(start=point.start + paragraph.start, end=point.end + paragraph.start)


def _numbered(outline: Sequence[Heading]) -> list[Numbered]:
    """Headings with a number, and the index of the heading each stands under (-1: none)."""
    found: list[Numbered] = []
    stack: list[tuple[int, int]] = []
    for index, heading in enumerate(outline):
        while stack and stack[-1][0] >= heading.level:
            stack.pop()
        parent = stack[-1][1] if stack else -1
        stack.append((heading.level, index))
        match = _SHAPE.match(heading.marker.strip())
        number = _number(match["number"]) if match else None
        if match and number is not None:
            after = re.sub(r"\s+", "", match["after"])
            before = match["before"].replace(" ", "").translate(_WIDTH)
            digits = "1" if match["number"].isdigit() else "一"
            word = "" if re.match(r"[^\w]*$", after) else after
            found.append(Numbered(heading, number, before + digits + word, after.translate(_WIDTH), parent))
    return found


def _number(written: str) -> int | None:
    return int(written) if written.isdigit() and len(written) < 4 else read_han(written)


def _sequences(flow: Flow, numbered: list[Numbered], numbering: Numbering) -> Iterator[Point]:
    """Each heading against the one before it of the same shape under the same parent; a run that goes on from the
    part before (1. 2. | 3. 4.) is in order."""
    last: dict[tuple[int, str], Numbered] = {}
    anywhere: dict[str, int] = {}
    for each in numbered:
        before = last.get((each.parent, each.shape))
        went_on = each.number == anywhere.get(each.shape, 0) + 1
        if before and not went_on and each.number != 1:
            yield from _step(flow, before, each, numbering)
        last[each.parent, each.shape] = each
        anywhere[each.shape] = each.number


def _step(flow: Flow, before: Numbered, each: Numbered, numbering: Numbering) -> Iterator[Point]:
    start, end = each.heading.span[0], each.heading.span[0] + len(each.heading.marker)
    items = (before.heading.id, each.heading.id)
    expected: dict[str, str | float] = {"number": float(before.number + 1), "after": float(before.number)}
    if each.number == before.number and each.number > 1:
        yield Point("numbering.doubled", start, end, None, expected, items, each.heading.marker)
    elif 1 < each.number - before.number <= 3:
        between = (before.heading.span[0] + len(before.heading.marker), start)
        missing = range(before.number + 1, each.number)
        if not any(_stands_between(flow, between, number, numbering) for number in missing):
            yield Point("numbering.skipped", start, end, None, expected, items, each.heading.marker)


def _stands_between(flow: Flow, between: tuple[int, int], number: int, numbering: Numbering) -> bool:
    """Whether a paragraph between begins with the number in any form (a heading the outline did not take), or the
    number stands with 、 or in brackets within a sentence."""
    first, last = flow.paragraph_at(between[0]), flow.paragraph_at(between[1])
    for paragraph in flow.paragraphs[first : last + 1]:
        for reading in read_markers(flow.of(paragraph).lstrip(), numbering):
            if reading.number[-1] == number:
                return True
    han = _han(number)
    pattern = rf"(?:^|[^\d一二三四五六七八九十])(?:{number}|{han})\s*(?:[、.．）)]|是|要)"
    return re.search(pattern, flow.text[between[0] : between[1]]) is not None


def _han(number: int) -> str:
    signs = "〇一二三四五六七八九"
    tens, ones = divmod(number, 10)
    if number >= 100:
        return str(number)
    return (("" if tens == 1 else signs[tens]) + "十" if tens else "") + (signs[ones] if ones else "")


def _punctuation(numbered: list[Numbered]) -> Iterator[Point]:
    """1. 2. 3、: what follows the number differs from most of its run. Only signs count, and runs of three or more."""
    runs: dict[tuple[int, str], list[Numbered]] = {}
    for each in numbered:
        if each.stop in {"", ".", "、", "，", "：", "）、", "）", "）."}:
            runs.setdefault((each.parent, each.shape), []).append(each)
    for run in runs.values():
        stops = Counter(each.stop for each in run)
        usual, most = stops.most_common(1)[0]
        if len(run) < 3 or len(stops) < 2 or most <= len(run) / 2:
            continue
        for each in run:
            if each.stop != usual:
                start = each.heading.span[0]
                marker = each.heading.marker
                right = marker.rstrip("、.，：． ")[: len(marker)] + usual.lstrip("）")
                yield Point(
                    "numbering.punctuation", start, start + len(marker), right, {"stop": usual}, (each.heading.id,)
                )


def _enumeration(text: str, pattern: re.Pattern[str]) -> Iterator[Point]:
    """一是…二是…四是 within a paragraph, from the first on."""
    expected = 0
    for match in pattern.finditer(text):
        number = _number(match["number"])
        if number == 1:
            expected = 2
        elif expected and number == expected:
            expected += 1
        elif expected and number is not None and expected < number <= expected + 2:
            if not re.search(
                rf"(?<![\d一二三四五六七八九十])(?:{_han(expected)}|{expected})[是要、）)]", text[: match.start()]
            ):
                yield Point("numbering.skipped", *match.span(), expected={"number": float(expected)})
            expected = number + 1
        elif expected and number == expected - 1:
            yield Point("numbering.doubled", *match.span(), expected={"number": float(expected)})
        else:
            expected = 0
