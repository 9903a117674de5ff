"""Codes of the engine have words in the window."""

from __future__ import annotations

import ast
from typing import get_args

import pytest

from engine.editing.fields import FIELDS as ENGINE_FIELDS
from engine.editing.items import VERDICTS as ENGINE_VERDICTS
from engine.model.parse import Kind, Qualifier, Status
from gui.actions.undo_names import step_words
from gui.actions.words import METRIC_KINDS, QUALIFIERS, STATUSES, VERDICTS, field_word
from gui.panels.words.cells import CHOICES

HIDDEN = {"written", "indicatorKey", "class", "category", "caption"}


@pytest.mark.parametrize("kind", ["heading", "metric", "task", "system", "finding"])
def test_every_field_a_human_may_edit_has_a_word(kind):
    for row in ENGINE_FIELDS[kind]:
        if row.name not in HIDDEN:
            assert field_word(kind, row.name) != row.name


@pytest.mark.parametrize("kind", ["heading", "metric", "task", "system"])
def test_every_choice_of_a_field_has_a_word(kind):
    for row in ENGINE_FIELDS[kind]:
        if row.type == "choice":
            assert set(CHOICES[kind, row.name]) == set(row.choices)


def test_codes_of_metrics_and_verdicts_all_have_words():
    assert set(METRIC_KINDS) == set(get_args(Kind))
    assert set(QUALIFIERS) == set(get_args(Qualifier))
    assert set(STATUSES) == set(get_args(Status))
    assert tuple(VERDICTS) == ENGINE_VERDICTS


def test_every_undo_code_that_a_verb_can_leave_is_worded(root):
    codes = set()
    for path in (root / "engine" / "editing").glob("verbs*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"Edit", "combine"} and node.args:
                at = 0 if node.func.id == "Edit" else 1
                name = node.args[at] if len(node.args) > at else None
                if isinstance(name, ast.Constant):
                    codes.add(name.value)
                elif isinstance(name, ast.JoinedStr) and isinstance(name.values[0], ast.Constant):
                    codes.add(str(name.values[0].value).rstrip(":"))
    assert len(codes) > 8
    assert [code for code in sorted(codes) if not step_words(code)] == []


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("set-field:value", "更改指标数值"),
        ("set-field:metric.name", "更改指标名称"),
        ("fill-field:system.status", "成批更改建设状态"),
        ("reset-field:task.text", "恢复识别的任务内容"),
        ("set-heading-level", "更改标题级别"),
        ("set-verdict:wrong", "核对结论“有误”"),
        ("add-note:highlight", "添加高亮"),
        ("change-note:text", "更改批注文字"),
        ("reset-field:period", "恢复识别的时间"),
        ("never-heard-of", ""),
    ],
)
def test_undo_steps_in_words(code, words):
    assert step_words(code) == words
