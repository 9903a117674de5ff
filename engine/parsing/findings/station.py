"""All rules run over one parse: findings in text order, those silenced left out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from msgspec import structs

from engine.lexicon.finding_rules import FindingRule
from engine.lexicon.lexicon import Lexicon
from engine.model.flow import Flow
from engine.model.parse import Finding, Parse
from engine.model.place import Places
from engine.parsing.findings.consistency import consistency_points
from engine.parsing.findings.damage import damage_points
from engine.parsing.findings.dates import date_points
from engine.parsing.findings.notation import notation_points
from engine.parsing.findings.numbering import numbering_points
from engine.parsing.findings.point import Point
from engine.parsing.findings.sums import sum_points
from engine.parsing.findings.totals import total_points

Silence = Collection[tuple[str, str]]
"""Pairs of rule and quote; an empty quote silences the rule altogether."""

_MOST_PLACES = 200


def find_findings(
    flow: Flow, parse: Parse, file_title: str | None, lexicon: Lexicon, silence: Silence = ()
) -> tuple[Finding, ...]:
    """Findings over a parse whose document, outline, metrics, tasks and systems are known. `file_title` is the file's
    name without its suffix, or None when it should not be held against the text."""
    points = sorted(_points(flow, parse, file_title, lexicon), key=lambda point: (point.start, point.end, point.rule))
    found = [_finding(flow, point, lexicon.finding_rules) for point in points]
    kept = not_silenced(tuple(found), silence)
    return tuple(structs.replace(finding, id=f"f{number}") for number, finding in enumerate(kept, 1))


def not_silenced(findings: tuple[Finding, ...], silence: Silence) -> tuple[Finding, ...]:
    """The findings that no pair of rule and quote silences."""
    return tuple(
        finding
        for finding in findings
        if (finding.rule, finding.quote) not in silence and (finding.rule, "") not in silence
    )


def read_silence(text: str) -> frozenset[tuple[str, str]]:
    """The silences of an office's list: a line each, the rule and after a tab the quote (none: the whole rule); `#`
    begins a comment."""
    lines = (line.strip("\r\n ") for line in text.splitlines())
    parts = (line.partition("\t") for line in lines if line and not line.startswith("#"))
    return frozenset((rule.strip(), quote.strip()) for rule, _, quote in parts)


def _points(flow: Flow, parse: Parse, file_title: str | None, lexicon: Lexicon) -> Iterator[Point]:
    yield from damage_points(flow, lexicon.damage)
    yield from numbering_points(flow, parse.outline, lexicon.numbering)
    yield from consistency_points(flow, parse.metrics)
    yield from sum_points(flow)
    yield from total_points(flow)
    yield from date_points(flow, parse.document, file_title)
    yield from notation_points(flow)


def _finding(flow: Flow, point: Point, rules: Mapping[str, FindingRule]) -> Finding:
    spans = point.spans or ((point.start, point.end),)
    places: Places = tuple(place for start, end in spans[:_MOST_PLACES] for place in flow.places(start, end))
    quote = point.quote if point.quote is not None else flow.original(point.start, point.end)
    return Finding(
        id="",
        rule=point.rule,
        severity=rules[point.rule].severity,
        quote=re.sub(r"[\r\n]+", "", quote),
        span=(point.start, point.end),
        suggestion=point.suggestion,
        expected=dict(point.expected),
        items=point.items,
        places=places,
    )
