"""Human work found again in a newer parse: applied, absorbed, conflict or orphan; nothing is dropped."""

from __future__ import annotations

from collections.abc import Iterator

from engine.editing.review import Record, Review
from engine.model.parse import Parse


def rebound(review: Review, parse: Parse) -> Iterator[tuple[str, str, Record]]:  # noqa: ARG001
    """(section, key, record) of the target and override records that change because of this parse."""
    yield from ()
