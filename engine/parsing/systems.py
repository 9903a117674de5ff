"""Platforms, networks, databases, centres and parks that the text names."""

from __future__ import annotations

from engine.lexicon.lexicon import Lexicon
from engine.model.flow import Flow
from engine.model.parse import Heading, Metric, System


def find_systems(
    flow: Flow, outline: tuple[Heading, ...], metrics: tuple[Metric, ...], lexicon: Lexicon
) -> tuple[System, ...]:
    """Systems in the order of their first mention."""
    return ()
