"""Words of duty, role and deadline: resources/lexicon/task-words.tsv."""

from __future__ import annotations

import re
from typing import NamedTuple

from engine.lexicon.tables import read_rows

_LABELS = ("plain", "lead", "support", "leader", "person", "deadline")
_SCOPE = r"(?:省级|市级|县级|区级|镇级|省直|市直|县直|区直|总|具体)?"
_ROLES = ("lead", "join", "support", "plain")


class TaskWords(NamedTuple):
    """Patterns over task texts. `label` and `role` name what was found by their group (`lead`, `plain`, `support`,
    `leader`, `person`, `deadline`, `join`); `label` includes the colon, `column` matches the words as a column's
    head."""

    label: re.Pattern[str]
    column: re.Pattern[str]
    task_column: re.Pattern[str]
    role: re.Pattern[str]
    standing: re.Pattern[str]
    plan: re.Pattern[str]
    plan_section: re.Pattern[str]
    plan_hint: re.Pattern[str]
    review: re.Pattern[str]
    duty: re.Pattern[str]


def load_task_words() -> TaskWords:
    """The table as shipped."""
    words: dict[str, list[str]] = {}
    for kind, pattern in read_rows("task-words.tsv", 2):
        words.setdefault(kind, []).append(pattern)

    def any_of(kind: str) -> str:
        return "|".join(words[kind])

    labels = "|".join(f"(?P<{kind}>{any_of(f'label-{kind}')})" for kind in _LABELS)
    roles = "|".join(f"(?P<{kind}>{any_of(f'role-{kind}')})" for kind in _ROLES)
    return TaskWords(
        label=re.compile(rf"{_SCOPE}(?:{labels})(?:及分工|及责任人|[（(][^（()）]{{1,6}}[）)])?\s*[：:]\s*"),
        column=re.compile(rf"{_SCOPE}(?:{labels})"),
        task_column=re.compile(any_of("column")),
        role=re.compile(rf"(?:{roles})"),
        standing=re.compile(f"(?:{any_of('standing')})"),
        plan=re.compile(any_of("plan")),
        plan_section=re.compile(any_of("plan-section")),
        plan_hint=re.compile(any_of("plan-hint")),
        review=re.compile(any_of("review")),
        duty=re.compile(f"(?:{any_of('duty')})"),
    )
