"""Errors seeded into clean documents are found, and bring no other alarm with them."""

from __future__ import annotations

import pytest

from engine.lexicon.lexicon import Lexicon
from tests.findings.measure import clean_documents, count, parsed
from tests.findings.seeding import SEEDERS

LEXICON = Lexicon()
DOCUMENTS = clean_documents()
RULES = sorted([*SEEDERS, "date.title", "consistency.value", "consistency.unit"])


@pytest.mark.parametrize("number", range(len(DOCUMENTS)))
def test_clean_documents_raise_nothing(number: int) -> None:
    assert parsed(DOCUMENTS[number], LEXICON).findings == ()


def test_every_rule_can_be_seeded() -> None:
    assert set(RULES) == set(LEXICON.finding_rules)


@pytest.mark.parametrize("rule", RULES)
def test_seeded_errors_are_found(rule: str) -> None:
    seen = count(rule, 8, LEXICON, DOCUMENTS)
    assert seen.seeded > 0
    assert seen.found >= 0.75 * seen.seeded


@pytest.mark.long
@pytest.mark.parametrize("rule", RULES)
def test_nine_of_ten_of_a_hundred_seeded_errors_are_found(rule: str) -> None:
    seen = count(rule, 100, LEXICON, DOCUMENTS)
    assert seen.seeded >= 50
    assert seen.found >= 0.9 * seen.seeded
    assert sum(seen.others.values()) <= 0.05 * seen.seeded
