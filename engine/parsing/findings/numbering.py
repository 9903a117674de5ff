"""Numbers of headings and enumerations that are missing, doubled, or followed by mixed punctuation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from engine.lexicon.numbering import Numbering
from engine.model.flow import Flow, Paragraph
from engine.model.parse import Heading
from engine.parsing.findings.point import Point
from engine.parsing.numbering import read_han, read_markers


class Numbered(NamedTuple):
    """A paragraph that begins with a number: flow [start, end) is its marker. `shape` is the marker with the number
    left out (（一）), `stop` what follows the number; `parent` is the index of the one it stands under (-1: none)."""

    start: int
    end: int
    number: int
    shape: str
    stop: str
    parent: int


_DIGITS = r"[一二三四五六七八九十百零〇\d]+"
_SHAPE = re.compile(
    rf"^(?P<before>[（(〔]?\s*第?\s*)(?P<number>{_DIGITS})(?P<after>\s*[^一-龥\d]*|\s*[章节条款篇编部分项]+|是|要)$"
)
_WIDTH = str.maketrans("(),．", "（），.")
_ORDINAL = re.compile(
    r"(?:^|(?<=[。；;：:，,\s]))(?P<number>[一二三四五六七八九十]{1,2})(?P<after>[是要])(?![一二三四五六七八九十]|[方否不])"
)
_SIGN = re.compile(r"(?:^|(?<=[。；;：:，,\s]))[（(](?P<number>[一二三四五六七八九十]{1,2}|\d{1,2})[）)]")
_PASSED_OVER = frozenset({"title", "toc", "cell", "caption", "formula", "footnote", "signature", "date"})


def numbering_points(flow: Flow, outline: Sequence[Heading], numbering: Numbering) -> Iterator[Point]:
    """Findings of numbering. A gap is only raised when the missing number stands nowhere between its neighbours."""
    numbered = _numbered(flow, numbering)
    ids = {heading.span[0]: heading.id for heading in outline}
    for point in (*_sequences(flow, numbered), *_punctuation(numbered, flow)):
        yield point._replace(items=(ids[point.start],) if point.start in ids else ())
    for paragraph in flow.paragraphs:
        if paragraph.kind in {"body", "list"}:
            text = flow.of(paragraph)
            for pattern in (_ORDINAL, _SIGN):
                for point in _enumeration(text, pattern):
                    yield point._replace(start=point.start + paragraph.start, end=point.end + paragraph.start)


def _numbered(flow: Flow, numbering: Numbering) -> list[Numbered]:
    """Paragraphs with a number, and what each stands under: the last one of a shape that opened before its own."""
    found: list[Numbered] = []
    stack: list[Numbered] = []
    for paragraph in flow.paragraphs:
        if paragraph.kind in _PASSED_OVER:
            continue
        each = _marker_of(flow, paragraph, numbering)
        if each is None:
            continue
        at = next((index for index, other in enumerate(stack) if other.shape == each.shape), len(stack))
        del stack[at:]
        each = each._replace(parent=stack[-1].start if stack else -1)
        stack.append(each)
        found.append(each)
    return found


def _marker_of(flow: Flow, paragraph: Paragraph, numbering: Numbering) -> Numbered | None:
    """The marker at the head of a paragraph, as most of its readings have it."""
    line = flow.text[paragraph.start : min(paragraph.end, paragraph.start + _REACH)]
    for reading in read_markers(line, numbering, len(line) - len(line.lstrip())):
        match = _SHAPE.match(line[reading.start : reading.end])
        number = _number(match["number"]) if match else None
        if match and number is not None:
            after = re.sub(r"\s+", "", match["after"]).translate(_WIDTH)
            before = re.sub(r"\s+", "", match["before"]).translate(_WIDTH)
            digits = "1" if match["number"].isdigit() else "一"
            word = "" if re.match(r"[^\w]*$", after) else after
            start, end = paragraph.start + reading.start, paragraph.start + reading.end
            return Numbered(start, end, number, before + digits + word, after, -1)
    return None


_REACH = 40  # a marker stands in the first characters of its paragraph


def _number(written: str) -> int | None:
    return int(written) if written.isdigit() and len(written) < 4 else read_han(written)


def _sequences(flow: Flow, numbered: list[Numbered]) -> Iterator[Point]:
    """Each number against the one before it of the same shape under the same parent; a run that goes on from the
    part before (1. 2. | 3. 4.) is in order, and 1 begins a new run."""
    last: dict[tuple[int, str], Numbered] = {}
    anywhere: dict[str, int] = {}
    for each in numbered:
        before = last.get((each.parent, each.shape))
        went_on = each.number == anywhere.get(each.shape, 0) + 1
        if before and not went_on and each.number != 1:
            yield from _step(flow, before, each)
        last[each.parent, each.shape] = each
        anywhere[each.shape] = each.number


def _step(flow: Flow, before: Numbered, each: Numbered) -> Iterator[Point]:
    expected: dict[str, str | float] = {"number": float(before.number + 1), "after": float(before.number)}
    if each.number == before.number and each.number > 1:
        yield Point("numbering.doubled", each.start, each.end, None, expected)
    elif 1 < each.number - before.number <= 3:
        missing = range(before.number + 1, each.number)
        if not any(_stands_between(flow, (before.end, each.start), number, each.shape) for number in missing):
            yield Point("numbering.skipped", each.start, each.end, None, expected)


def _stands_between(flow: Flow, between: tuple[int, int], number: int, shape: str) -> bool:
    """Whether the number stands between in the form of its run: a paragraph may have been joined to the one before."""
    written = str(number) if "1" in shape else _han(number)
    if shape.startswith(("（", "〔")):
        pattern = rf"[（(〔]\s*{written}\s*[）)〕]"
    elif shape.startswith("第"):
        pattern = rf"第\s*{written}\s*{shape[-1]}"
    else:
        word = re.sub(r"[^是要]", "", shape)
        pattern = rf"(?<![\d一二三四五六七八九十第（(.]){written}\s*(?:{word or '[、.．]'})"
    return re.search(pattern, flow.text[between[0] : between[1]]) is not None


def _han(number: int) -> str:
    signs = "〇一二三四五六七八九"
    tens, ones = divmod(number, 10)
    if number >= 100:
        return str(number)
    return (("" if tens == 1 else signs[tens]) + "十" if tens else "") + (signs[ones] if ones else "")


def _punctuation(numbered: list[Numbered], flow: Flow) -> Iterator[Point]:
    """1. 2. 3、: what follows the number differs from most of its run. Only signs count, and runs of three or more."""
    runs: list[list[Numbered]] = []
    latest: dict[str, list[Numbered]] = {}
    for each in numbered:
        if each.stop not in {"", ".", "、", "，", "：", "）、", "）", "）."}:
            continue
        if each.number == 1 or each.shape not in latest:
            runs.append([])
            latest[each.shape] = runs[-1]
        latest[each.shape].append(each)
    for run in runs:
        stops = Counter(each.stop for each in run)
        usual, most = stops.most_common(1)[0]
        if len(run) < 3 or len(stops) < 2 or most <= len(run) / 2:
            continue
        for each in run:
            if each.stop != usual:
                right = flow.text[each.start : each.end].rstrip("、.，：．。 ") + usual.lstrip("）")
                yield Point("numbering.punctuation", each.start, each.end, right, {"stop": usual})


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
