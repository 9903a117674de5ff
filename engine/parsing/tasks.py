"""Tasks: stretches of text that somebody is to do, with the units named for them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from typing import NamedTuple

from msgspec import structs

from engine.lexicon.lexicon import Lexicon
from engine.model.flow import Flow
from engine.model.parse import FieldPlace, Heading, Metric, Task
from engine.parsing.office import with_short_names
from engine.parsing.task_marks import Mark, find_marks
from engine.parsing.task_proposals import propose_tasks
from engine.parsing.task_tables import tasks_of_tables


class Stretch(NamedTuple):
    """What is to be done: its words, where they begin, and the heading they are or stand under."""

    text: str
    start: int
    heading: Heading | None
    is_heading: bool


def find_tasks(flow: Flow, outline: tuple[Heading, ...], lexicon: Lexicon) -> tuple[Task, ...]:
    """Tasks in text order. A task's `span` runs from its heading or first word to the end of its bracket, so that a
    metric within finds its owner there; `metrics` stay empty until metrics are known (`with_metrics`)."""
    marks = find_marks(flow, lexicon.task_words, lexicon.organs)
    tasks = [*_marked_tasks(flow, outline, marks), *tasks_of_tables(flow, outline, lexicon)]
    tasks += propose_tasks(flow, outline, tasks, lexicon)
    tasks.sort(key=lambda task: (task.span[0], -task.span[1]))
    numbered = tuple(structs.replace(task, id=f"t{number}") for number, task in enumerate(tasks, 1))
    return with_short_names(numbered, lexicon.unit_list)


def with_metrics(tasks: tuple[Task, ...], metrics: tuple[Metric, ...]) -> tuple[Task, ...]:
    """The tasks with the ids of the metrics that stand in them; a metric belongs to the innermost task."""
    held: dict[str, list[str]] = {}
    for metric in metrics:
        task = task_at(tasks, metric.span[0])
        if task:
            held.setdefault(task.id, []).append(metric.id)
    return tuple(structs.replace(task, metrics=tuple(held.get(task.id, ()))) for task in tasks)


def task_at(tasks: tuple[Task, ...], offset: int) -> Task | None:
    """The innermost task whose span holds a flow offset; one with units goes before one without."""
    last = bisect_right(tasks, offset, key=lambda task: task.span[0])
    inner: Task | None = None
    for task in reversed(tasks[max(0, last - _NESTED) : last]):
        if offset < task.span[1]:
            if task.lead:
                return task
            inner = inner or task
    return inner


_NESTED = 50  # how many tasks may lie within another before it is given up


def _marked_tasks(flow: Flow, outline: tuple[Heading, ...], marks: list[Mark]) -> list[Task]:
    starts = [heading.span[0] for heading in outline]
    owners = [_owner(flow, outline, starts, marks, number) for number in range(len(marks))]
    counts = Counter(owners)
    tasks = []
    for number, mark in enumerate(marks):
        heading = outline[owners[number]] if owners[number] >= 0 else None
        stretch = _stretch(flow, heading, marks, number, is_only=counts[owners[number]] == 1)
        if stretch.text:
            end = _section_end(flow, outline, mark, stretch)
            tasks.append(structs.replace(_task(flow, outline, mark, stretch), span=(stretch.start, end)))
    return tasks


def _owner(flow: Flow, outline: tuple[Heading, ...], starts: list[int], marks: list[Mark], number: int) -> int:
    """Index of the heading a mark stands under, -1 for none: of several in its own paragraph the highest
    (（三）…。一是…。二是…。（市教育局负责） speaks of （三）)."""
    mark = marks[number]
    before = marks[number - 1].end if number else 0
    low = max(before, flow.paragraphs[flow.paragraph_at(mark.start)].start)
    owner = at = bisect_right(starts, mark.start) - 1
    while at > 0 and starts[at - 1] >= low:
        at -= 1
        if outline[at].level < outline[owner].level:
            owner = at
    return owner


def _stretch(flow: Flow, heading: Heading | None, marks: list[Mark], number: int, *, is_only: bool) -> Stretch:
    """The heading where the mark is the only one under it or stands right behind it, else the words since the mark
    before: （一）…（市教育局负责） but 提升…。（市教育局负责）推进…。（市财政局负责）."""
    mark = marks[number]
    before = marks[number - 1].end if number else 0
    if heading and heading.span[0] >= before:
        between = flow.text[heading.span[1] : mark.start] if heading.span[1] < mark.start else ""
        in_own_paragraph = flow.paragraph_at(heading.span[0]) == flow.paragraph_at(mark.start)
        next_here = number + 1 < len(marks) and flow.paragraph_at(marks[number + 1].start) == flow.paragraph_at(
            mark.start
        )
        follows = mark.is_line and flow.paragraph_at(heading.span[0]) >= flow.paragraph_at(mark.start) - 1
        if is_only or not between.strip(_BLANKS) or (in_own_paragraph and not next_here) or follows:
            return Stretch(_title(heading, mark, flow), heading.span[0], heading, is_heading=True)
        before = heading.span[1]
    start = _start(flow, mark, before)
    text = first_sentence(flow.text[start : mark.start])
    return Stretch(text, start, heading, is_heading=False)


def _section_end(flow: Flow, outline: tuple[Heading, ...], mark: Mark, stretch: Stretch) -> int:
    """Where a task ends: with its mark, but a block heading with a bracket speaks of its whole section."""
    heading = stretch.heading
    paragraph = flow.paragraphs[flow.paragraph_at(mark.start)]
    is_block = stretch.is_heading and heading is not None and paragraph.start <= heading.span[0]
    if heading is None or not is_block or flow.text[mark.end : paragraph.end].strip(_BLANKS):
        return mark.end
    if flow.text[heading.span[1] : mark.start].strip(_BLANKS):
        return mark.end
    at = bisect_right(outline, heading.span[0], key=lambda each: each.span[0])
    while at < len(outline) and outline[at].level > heading.level:
        at += 1
    return max(mark.end, outline[at].span[0] if at < len(outline) else len(flow.text))


_BLANKS = "。：:；; \u3000\n"


def _title(heading: Heading, mark: Mark, flow: Flow) -> str:
    """The heading's title, without the bracket where the outline took it in."""
    if heading.span[1] <= mark.start:
        return heading.title
    cut = flow.text[mark.start : mark.end]
    return heading.title.split(cut)[0].rstrip(_BLANKS) if cut in heading.title else heading.title


def _start(flow: Flow, mark: Mark, before: int) -> int:
    """Where the words of a mark begin: its paragraph or what the mark before has left of it; for a line the paragraphs
    before, at most three."""
    index = flow.paragraph_at(mark.start)
    start = flow.paragraphs[index].start
    if mark.is_line:
        first = index
        while first > 0 and index - first < 3 and flow.paragraphs[first - 1].start >= before:
            first -= 1
        start = flow.paragraphs[first].start
    start = max(start, before)
    while start < mark.start and flow.text[start] in "。；;，, \u3000":
        start += 1
    return start


_MARKER = re.compile(
    r"^\s*(?:第[一二三四五六七八九十百\d]+[条项章节]"
    r"|[（(〔]?[一二三四五六七八九十\d]{1,3}[）)〕]?[、.．﹒:：]?"
    r"|[①-⑳]|[一二三四五六七八九十]是|——|[●○◆■□•·\-])\s*(?=\S)"
)


def first_sentence(text: str) -> str:
    """The first sentence of a stretch without its number."""
    match = _MARKER.match(text)
    has_number = match is not None and not match.group().strip().isdigit()
    body = text[match.end() :] if match and has_number else text
    parts = re.split(r"[。；;！!？?]", body.strip(" \u3000"), maxsplit=1)
    return re.sub(r"\s+", "", parts[0]).rstrip("，,、")


def path_of(outline: tuple[Heading, ...], heading: Heading | None, *, with_self: bool) -> tuple[str, ...]:
    """Titles with markers from the top down to a heading."""
    if heading is None:
        return ()
    path = [heading] if with_self else []
    level = heading.level
    at = bisect_left(outline, heading.span[0], key=lambda each: each.span[0])
    while level > 1 and at > 0:
        at -= 1
        if outline[at].level < level:
            path.append(outline[at])
            level = outline[at].level
    return tuple(above.marker + above.title for above in reversed(path))


def _task(flow: Flow, outline: tuple[Heading, ...], mark: Mark, stretch: Stretch) -> Task:
    roles = mark.roles
    binding = re.search(r"约束性|预期性", flow.text[stretch.start : mark.end])
    return Task(
        id="",
        text=stretch.text,
        confidence=mark.confidence,
        span=(stretch.start, mark.end),
        heading=stretch.heading.id if stretch.heading else None,
        category=path_of(outline, stretch.heading, with_self=not stretch.is_heading),
        leader=roles.leader,
        lead=roles.lead,
        support=roles.support,
        deadline=roles.deadline,
        target_type={"约束性": "binding", "预期性": "expected"}[binding.group()] if binding else None,  # type: ignore[arg-type]
        places=flow.places(stretch.start, mark.end),
        fields=_fields(flow, mark),
    )


def _fields(flow: Flow, mark: Mark) -> dict[str, FieldPlace]:
    """Where each field stands within the mark."""
    values = {
        "lead": mark.roles.lead,
        "support": mark.roles.support,
        "deadline": (mark.roles.deadline,) if mark.roles.deadline else (),
        "leader": (mark.roles.leader,) if mark.roles.leader else (),
    }
    fields = {}
    for name, words in values.items():
        found = [flow.text.find(word, mark.start, mark.end) for word in words]
        spots = [(at, at + len(word)) for at, word in zip(found, words, strict=True) if at >= 0]
        if spots:
            start, end = min(spot[0] for spot in spots), max(spot[1] for spot in spots)
            fields[name] = FieldPlace(flow.places(start, end))
    return fields
