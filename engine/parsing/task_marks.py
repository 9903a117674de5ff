"""Where a text says who is to do what: trailing brackets, lines of responsibility, closing sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from engine.lexicon.organs import Organs
from engine.lexicon.task_words import TaskWords
from engine.model.flow import Flow, Paragraph
from engine.parsing.roles import Roles, roles_of


class Mark(NamedTuple):
    """Roles told at flow [start, end). A line stands in a paragraph of its own, after what is to be done."""

    start: int
    end: int
    roles: Roles
    confidence: float
    is_line: bool = False


_LONGEST = 400
_NEAR = 40  # what stands about a bracket is looked at so far
_PASSED_OVER = frozenset({"title", "toc", "cell", "caption", "formula", "signature", "date"})
_HINT = re.compile(r"[：:]|牵头|负责|配合|分工|局|委|部|厅|办|区|县|院|公司|中心|行|社|会|落实|实施")
_STOP = "。；;！!？?”"


def find_marks(flow: Flow, words: TaskWords, organs: Organs) -> list[Mark]:
    """Marks in text order, not overlapping; lines that follow each other are one mark."""
    marks: list[Mark] = []
    for paragraph in flow.paragraphs:
        if paragraph.kind in _PASSED_OVER:
            continue
        found = list(_in_paragraph(flow, paragraph, words, organs))
        if found and found[0].is_line and marks and _continues(flow, marks[-1], found[0]):
            found[0] = _joined(marks.pop(), found[0])
        marks += found
    return [mark for mark in marks if _tells(mark)]


def _tells(mark: Mark) -> bool:
    """A line that gives a time alone (会议时间：…) says nothing of a task."""
    return bool(mark.roles.lead or mark.roles.support or (mark.roles.deadline and not mark.is_line))


def _in_paragraph(flow: Flow, paragraph: Paragraph, words: TaskWords, organs: Organs) -> Iterator[Mark]:
    text = flow.of(paragraph)
    at = paragraph.start
    marks: list[Mark] = []
    for start, end in brackets_of(text):
        mark = _bracket(text, start, end, words, organs)
        if mark:
            mark = mark._replace(start=at + start, end=at + end)
            if marks and not text[marks[-1].end - at : start].strip("，,；;。 \u3000"):
                mark = _joined(marks.pop(), mark)
            marks.append(mark)
    if not marks:
        tail = _line(text, words, organs) or _closing_sentence(text, words, organs)
        if tail:
            marks.append(tail._replace(start=at + tail.start, end=at + tail.end))
    yield from marks


def brackets_of(text: str) -> Iterator[tuple[int, int]]:
    """Ranges of brackets, outermost only, the bracket signs included; signs of another width may close one. Those
    longer than a bracket of units can be are passed over."""
    opened: list[int] = []
    pairs: list[tuple[int, int]] = []
    for sign in _SIGNS.finditer(text):
        if sign.group() in "（(〔[【［":
            opened.append(sign.start())
        elif opened:
            start = opened.pop()
            if sign.end() - start <= _LONGEST:
                pairs.append((start, sign.end()))
    at = 0
    for start, end in sorted(pairs):
        if start >= at:
            at = end
            yield start, end


_SIGNS = re.compile(r"[（(〔\[【［）)〕\]】］]")


def _bracket(text: str, start: int, end: int, words: TaskWords, organs: Organs) -> Mark | None:
    inner = text[start + 1 : end - 1]
    if len(inner) < 3 or not _HINT.search(inner):
        return None
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    at_ends = start < _NEAR and len(text) - end < _NEAR
    alone = at_ends and not before.strip() and not after.strip("。；; \u3000")
    labelled = words.label.search(inner) is not None
    if not labelled and not alone and not _closes(before.rstrip(), after.lstrip()):
        return None
    roles = roles_of(inner, words, organs)
    units = (*roles.lead, *roles.support)
    if labelled:
        return Mark(start, end, roles, 0.97, is_line=alone) if units or roles.deadline else None
    known = [unit for unit in units if organs.is_organ(unit)]
    if roles.named and known and 2 * len(known) >= len(units):
        return Mark(start, end, roles, 0.93, is_line=alone)
    listed = len(units) >= 2 or bool(roles.deadline) or before.rstrip().endswith(("。", "；", ";"))
    if units and len(known) == len(units) and listed and not alone:
        return Mark(start, end, roles, 0.85)
    return None


def _closes(before: str, after: str) -> bool:
    """Whether a bracket stands at the end of a sentence, before or after its stop."""
    return not after or after[0] in "。；;" or (before != "" and before[-1] in _STOP)


def _line(text: str, words: TaskWords, organs: Organs) -> Mark | None:
    """责任单位：市教育局。 as a paragraph, or after the last sentence of one."""
    for label in words.label.finditer(text):
        before = text[: label.start()].rstrip()
        if before and before[-1] not in "。；;！":
            continue
        if len(text) - label.start() > _LONGEST or not _all_labels(text[label.start() :], words):
            return None
        roles = roles_of(text[label.start() :], words, organs)
        if any(len(unit) > 40 for unit in (*roles.lead, *roles.support)):
            return None
        return Mark(label.start(), len(text), roles, 0.95, is_line=not before)
    return None


def _all_labels(text: str, words: TaskWords) -> bool:
    """Every sentence opens with a label or tells a time."""
    sentences = [part.strip() for part in text.split("。") if part.strip()]
    return all(words.label.match(part) or re.match(r"[\d“今明本]", part) for part in sentences)


def _closing_sentence(text: str, words: TaskWords, organs: Organs) -> Mark | None:
    """A last sentence of nothing but roles: …。由市教育局牵头，市财政局配合，2025年12月底前完成。 (a bracket unset)."""
    body = text.rstrip("。 \u3000")
    start = body.rfind("。") + 1
    by = body.rfind("，由", start)
    if by > 0:
        start = by + 1
    sentence = body[start:].strip()
    if not start or not 6 <= len(sentence) <= 150 or not re.search("负责|牵头", sentence):
        return None
    if re.search(r"负责(?:解释|人|任)", sentence):
        return None
    stripped = re.sub(r"^(?:(?:此|该|本|以上|上述|这)项?(?:任务|工作|项工作)?)?[，,]?(?:具体)?由", "", sentence)
    roles = roles_of(stripped, words, organs)
    units = (*roles.lead, *roles.support)
    if roles.named and units and all(organs.is_organ(unit) for unit in units) and _is_covered(stripped, roles):
        return Mark(start, len(text), roles, 0.85)
    return None


def _is_covered(sentence: str, roles: Roles) -> bool:
    """The sentence holds little but the units, their roles and the time."""
    told = sum(map(len, (*roles.lead, *roles.support))) + len(roles.deadline or "")
    return told >= 0.5 * len(sentence)


def _continues(flow: Flow, before: Mark, line: Mark) -> bool:
    return before.is_line and not flow.text[before.end : line.start].strip()


def _joined(first: Mark, second: Mark) -> Mark:
    """牵头单位：… and 配合单位：… on lines of their own, or in brackets side by side, are one mark; a plain list after
    a lead supports it."""
    one, two = first.roles, second.roles
    support = one.support + (two.lead + two.support if one.lead else two.support)
    lead = one.lead or two.lead
    roles = Roles(lead, support, one.leader or two.leader, one.deadline or two.deadline, named=True)
    is_line = first.is_line and second.is_line
    return Mark(first.start, second.end, roles, min(first.confidence, second.confidence), is_line)
