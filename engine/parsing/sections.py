"""Which parts of a document speak of plans and which of what was done: by its title and headings."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from engine.lexicon.task_words import TaskWords
from engine.model.flow import Flow
from engine.model.parse import Heading

_DONE = re.compile("总结|公报|通报|简报|述职")
_HEAD = 6  # paragraphs among which a title is looked for where the flow tells none


class Section(NamedTuple):
    """From flow `start` on the text speaks of plans (True), of what was done (False), or does not say (None)."""

    start: int
    planned: bool | None


def sections_of(flow: Flow, outline: tuple[Heading, ...], words: TaskWords) -> tuple[Section, ...]:
    """The part before the first heading, then one a heading, in order."""
    whole = _of_title(_title(flow), words)
    sections = [Section(0, whole)]
    stack: list[tuple[int, bool | None]] = []
    for heading in outline:
        while stack and stack[-1][0] >= heading.level:
            stack.pop()
        planned = _of_heading(heading.title, words, above=stack[-1][1] if stack else whole)
        stack.append((heading.level, planned))
        sections.append(Section(heading.span[0], planned))
    return tuple(sections)


def is_planned(sections: tuple[Section, ...], offset: int) -> bool:
    """Whether a flow offset stands in a part that speaks of plans."""
    at = bisect_right(sections, offset, key=lambda section: section.start) - 1
    return sections[max(0, at)].planned is True


def _title(flow: Flow) -> str:
    told = [flow.of(paragraph) for paragraph in flow.paragraphs[:20] if paragraph.kind == "title"]
    if told:
        return "".join(told)
    head = [flow.of(paragraph).strip() for paragraph in flow.paragraphs[:_HEAD]]
    return "".join(text for text in head if len(text) <= 40 and not re.search("[。：:、]", text))


def _of_title(title: str, words: TaskWords) -> bool | None:
    planned = words.plan.search(title) is not None and "报告" not in title
    done = _DONE.search(title) is not None
    return planned if planned != done else None


def _of_heading(title: str, words: TaskWords, *, above: bool | None) -> bool | None:
    if words.review.search(title):
        return False
    if words.plan_section.search(title) or (above is None and words.plan_hint.search(title)):
        return True
    return above
