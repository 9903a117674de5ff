"""What could not be placed in the text at hand: listed, never dropped."""

from __future__ import annotations

from engine.editing.references import references
from engine.editing.review import Review

_ANCHORED = ("notes", "added", "characters", "breaks")


def unplaced(review: Review) -> frozenset[str]:
    """Ids of the items with human work that the parse last taken does not have, and of the notes, added items and
    repairs whose words are not in the text."""
    targets = review.sections["targets"]
    worked = references(review)
    gone = {key for key, record in targets.items() if record.get("now", key) is None and key in worked}
    for section in _ANCHORED:
        gone.update(
            key for key, record in review.sections[section].items() if record.get("lost") and not record.get("deleted")
        )
    return frozenset(gone)
