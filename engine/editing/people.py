"""Who is who in a review: names and offices by id."""

from __future__ import annotations

from typing import Protocol

from engine.editing.review import Record, Review, plain


class Peopled(Protocol):
    """What knows the people: a view."""

    review: Review
    person: str
    named: Record


def who(view: Peopled, person: str) -> Record:
    """A person's record (name, office), {} where unknown; the view's own person as they are called now."""
    record = plain(view.review.record("people", person))
    return {**record, **view.named} if person == view.person else record
