"""Tasks proposed without a unit, at lower confidence: items and sentences of duty under sections of plans."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from engine.lexicon.lexicon import Lexicon
from engine.lexicon.task_words import TaskWords
from engine.model.flow import Flow
from engine.model.parse import Heading, Task
from engine.parsing.sections import sections_of

_SENTENCE = re.compile(r"[^。；;！!？?]+[。；;！!？?]*")
_DEADLINE = re.compile(
    r"(?:(?:20\d\d年|今年|明年|年)(?:\d{1,2}月)?(?:\d{1,2}日)?(?:上半年|底|末)?(?:之|以)?前"
    r"|\d{1,2}月(?:\d{1,2}日|底|末)(?:之|以)?前)"
    r"(?=[^。；;]{0,40}(?:完成|建成|实现|达到|出台|启动|开工|竣工|投用|投入|落实|到位))"
)
_SHORTEST, _LONGEST = 8, 200
_ENOUGH = 2000  # proposals of one document; beyond, nobody reads them


def propose_tasks(flow: Flow, outline: tuple[Heading, ...], tasks: list[Task], lexicon: Lexicon) -> list[Task]:
    """Proposals for what `tasks` do not cover. Only where no bracket of the document names units are deadlines read
    from the sentences themselves."""
    words = lexicon.task_words
    if not outline:
        return []
    taken = sorted(task.span for task in tasks)
    starts = [span[0] for span in taken]
    found: list[Task] = []
    for heading, start, end, is_item in _candidates(flow, outline, words):
        at = bisect_right(starts, start) - 1
        if (at >= 0 and taken[at][1] > start) or (at + 1 < len(taken) and taken[at + 1][0] < end):
            continue
        text = flow.text[start:end].strip(" \u3000\n。；;")
        deadline = None if tasks else _DEADLINE.search(text)
        found.append(
            Task(
                id="",
                text=heading.title if is_item else re.sub(r"\s+", "", _MARKER.sub("", text)),
                confidence=0.6 if is_item else 0.5,
                span=(start, end),
                heading=heading.id,
                category=(heading.marker + heading.title,),
                deadline=deadline.group() if deadline else None,
                places=flow.places(start, end),
            )
        )
        if len(found) >= _ENOUGH:
            break
    return found


def _candidates(flow: Flow, outline: tuple[Heading, ...], words: TaskWords) -> Iterator[tuple[Heading, int, int, bool]]:
    """Run-in items whole, other sections sentence by sentence: heading, range, whether it is an item."""
    sections = sections_of(flow, outline, words)
    for number, heading in enumerate(outline):
        end = outline[number + 1].span[0] if number + 1 < len(outline) else len(flow.text)
        if not sections[number + 1].planned:
            continue
        has_items = number + 1 < len(outline) and outline[number + 1].level > heading.level
        if heading.style == "runin" and not has_items:
            if words.duty.match(_bare(heading.title)):
                last = flow.paragraphs[flow.paragraph_at(heading.span[0])].end
                yield heading, heading.span[0], min(end, last), True
        elif not has_items:
            for start, stop in _sentences(flow, heading.span[1], end, words):
                yield heading, start, stop, False


def _sentences(flow: Flow, start: int, end: int, words: TaskWords) -> Iterator[tuple[int, int]]:
    """Sentences of duty of body paragraphs within flow [start, end)."""
    first = flow.paragraph_at(start)
    for paragraph in flow.paragraphs[first:]:
        if paragraph.start >= end:
            return
        if paragraph.kind not in {"body", "list"}:
            continue
        low, high = max(start, paragraph.start), min(end, paragraph.end)
        for match in _SENTENCE.finditer(flow.text, low, high):
            if _SHORTEST <= len(match.group()) <= _LONGEST and words.duty.match(_bare(match.group())):
                yield match.start(), match.end()


def _bare(text: str) -> str:
    return re.sub(r"^要", "", _MARKER.sub("", text))


_MARKER = re.compile(
    r"^[\s\u3000]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．﹒]|[一二三四五六七八九十][是要]|——)\s*"
)
