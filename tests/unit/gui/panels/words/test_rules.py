"""Every rule of the engine is worded: its name, and why it was raised from what it expected."""

from __future__ import annotations

import pytest

from engine.lexicon.finding_rules import load_finding_rules
from gui.panels.words.rules import REASONS, RULES, reason_words, rule_words
from tests.unit.engine.parsing.test_findings import findings_of

TABLE = load_finding_rules()


@pytest.mark.parametrize("rule", sorted(TABLE))
def test_every_rule_has_a_name_of_its_own(rule):
    assert rule in RULES
    assert rule_words(rule) != rule


@pytest.mark.parametrize("rule", sorted(rule for rule, row in TABLE.items() if row.finds))
def test_what_a_rule_finds_is_explained(rule):
    found = next(one for one in findings_of(TABLE[rule].finds) if one.rule == rule)
    words = reason_words(rule, found.expected)
    assert words.endswith("。")
    assert "{" not in words


def test_what_is_not_known_is_not_said():
    assert reason_words("sum.parts", {}) == ""
    assert reason_words("new.rule", {}) == ""
    assert "damage" in REASONS
