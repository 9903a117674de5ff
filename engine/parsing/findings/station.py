"""All rules run over one parse: findings in text order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

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

_MOST_PLACES = 200


def find_findings(flow: Flow, parse: Parse, file_title: str | None, lexicon: Lexicon) -> tuple[Finding, ...]:
    """Findings over a parse whose document, outline, metrics, tasks and systems are known. `file_title` is the file's
    name without its suffix, or None when it should not be held against the text."""
    points = sorted(_points(flow, parse, file_title, lexicon), key=lambda point: (point.start, point.end, point.rule))
    return tuple(_finding(flow, point, f"f{number}", lexicon.finding_rules) for number, point in enumerate(points, 1))


def _points(flow: Flow, parse: Parse, file_title: str | None, lexicon: Lexicon) -> Iterator[Point]:
    yield from damage_points(flow, lexicon.damage)
    yield from numbering_points(flow, parse.outline, lexicon.numbering)
    yield from consistency_points(flow, parse.metrics)
    yield from sum_points(flow)
    yield from total_points(flow)
    yield from date_points(flow, parse.document, file_title)
    yield from notation_points(flow)


def _finding(flow: Flow, point: Point, id_: str, rules: Mapping[str, FindingRule]) -> Finding:
    spans = point.spans or ((point.start, point.end),)
    places: Places = tuple(place for start, end in spans[:_MOST_PLACES] for place in flow.places(start, end))
    quote = point.quote if point.quote is not None else flow.original(point.start, point.end)
    return Finding(
        id=id_,
        rule=point.rule,
        severity=rules[point.rule].severity,
        quote=re.sub(r"[\r\n]+", "", quote),
        span=(point.start, point.end),
        suggestion=point.suggestion,
        expected=dict(point.expected),
        items=point.items,
        places=places,
    )
