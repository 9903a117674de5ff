"""Which parts of a document speak of plans."""

from __future__ import annotations

from engine.lexicon.task_words import load_task_words
from engine.model.flow import flow_of_texts
from engine.model.parse import Heading
from engine.parsing.sections import is_planned, sections_of

WORDS = load_task_words()


def planned(title: str, *headings: tuple[int, str]) -> list[bool | None]:
    flow = flow_of_texts([title, *(words for _, words in headings)])
    outline, at = [], len(title)
    for level, words in headings:
        outline.append(Heading(f"h{at}", level, "", words, "block", 0.9, (at, at + len(words))))
        at += len(words)
    return [section.planned for section in sections_of(flow, tuple(outline), WORDS)]


def test_the_title_speaks_for_headings_that_do_not() -> None:
    assert planned("数字江城建设实施方案", (1, "优化公共服务")) == [True, True]
    assert planned("2022年工作总结", (1, "文化惠民有力")) == [False, False]
    assert planned("政府工作报告", (1, "各项工作")) == [None, None]


def test_a_heading_speaks_for_those_below_it() -> None:
    parts = [(1, "2023年工作回顾"), (2, "加快产业升级"), (1, "2024年工作安排"), (2, "扩大投资"), (2, "存在的问题")]
    assert planned("政府工作报告", *parts) == [None, False, False, True, True, False]


def test_hints_count_only_where_nothing_above_speaks_of_what_was_done() -> None:
    assert planned("在会议上的讲话", (1, "突出重点，狠抓落实")) == [None, True]
    assert planned("工作总结", (1, "突出重点，狠抓落实")) == [False, False]


def test_an_offset_is_planned_as_its_section_is() -> None:
    flow = flow_of_texts(["讲话", "一、回顾", "二、主要任务", "建设平台。"])
    outline = (
        Heading("h1", 1, "一、", "回顾", "block", 0.9, (2, 6)),
        Heading("h2", 1, "二、", "主要任务", "block", 0.9, (6, 12)),
    )
    sections = sections_of(flow, outline, WORDS)
    assert [is_planned(sections, offset) for offset in (0, 3, 6, 14)] == [False, False, True, True]
