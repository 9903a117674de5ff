"""The rules of findings, one a row of resources/lexicon/finding-rules.tsv: severity, source, limits, examples."""

from __future__ import annotations

from typing import Literal, NamedTuple, cast

from engine.lexicon.tables import read_rows

Severity = Literal["error", "warning", "hint"]


class FindingRule(NamedTuple):
    """One rule. `limits` says what it does not judge; `finds` and `passes` are texts (¶ parts paragraphs)."""

    rule: str
    severity: Severity
    source: str
    limits: str
    finds: str
    passes: str


def load_finding_rules() -> dict[str, FindingRule]:
    """The rules by their name."""
    rows = read_rows("finding-rules.tsv", 6)
    rules = [FindingRule(rule, cast("Severity", severity), *rest) for rule, severity, *rest in rows]
    return {rule.rule: rule for rule in rules}
