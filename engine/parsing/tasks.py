"""Tasks: stretches of text that somebody is to do, with the units named for them."""

from __future__ import annotations

from engine.lexicon.lexicon import Lexicon
from engine.model.flow import Flow
from engine.model.parse import Heading, Task


def find_tasks(flow: Flow, outline: tuple[Heading, ...], lexicon: Lexicon) -> tuple[Task, ...]:
    """Tasks in text order. A task's `span` runs from its heading to its trailing bracket, so that a metric in it finds
    its owner by `span`; `metrics` stay empty until metrics are known (see `with_metrics`)."""
    return ()
