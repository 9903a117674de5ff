"""A parse as an office wants it: units by the names of its own list, silenced findings left out. Pure."""

from __future__ import annotations

from msgspec import structs

from engine.lexicon.office import Office
from engine.lexicon.unit_list import UnitList
from engine.model.parse import Finding, Parse, Task


def for_office(parse: Parse, office: Office) -> Parse:
    """The parse under an office's lists; items keep their ids."""
    findings = not_silenced(parse.findings, office.silence)
    if office.units is None:
        return structs.replace(parse, findings=findings)
    short = office.units.short
    metrics = tuple(
        structs.replace(metric, owner_short=short(metric.owner)) if metric.owner else metric for metric in parse.metrics
    )
    tasks = with_short_names(parse.tasks, office.units)
    return structs.replace(parse, tasks=tasks, metrics=metrics, findings=findings)


def with_short_names(tasks: tuple[Task, ...], units: UnitList) -> tuple[Task, ...]:
    """The tasks with their units' short names (规范化简称) beside the names as written."""
    return tuple(
        structs.replace(
            task,
            lead_short=tuple(map(units.short, task.lead)),
            support_short=tuple(map(units.short, task.support)),
        )
        for task in tasks
    )


def not_silenced(findings: tuple[Finding, ...], silence: frozenset[tuple[str, str]]) -> tuple[Finding, ...]:
    """The findings that no pair of rule and quote silences."""
    return tuple(
        finding
        for finding in findings
        if (finding.rule, finding.quote) not in silence and (finding.rule, "") not in silence
    )
