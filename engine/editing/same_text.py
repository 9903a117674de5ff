"""Whether what a person said was said of the text at hand: of this PDF, or of one found to say the same."""

from __future__ import annotations

from typing import Any

from engine.editing.review import Record, Review, alike
from engine.editing.values import plain_value
from engine.model.parse import Parse


def is_said_of(review: Review, sha256: Any, parse: Parse) -> bool:
    """Whether the PDF with this SHA-256 says what the parse read; True where nobody knows which PDF it was."""
    return sha256 is None or sha256 == parse.source.sha256 or sha256 in alike(review)


def is_former_front(review: Review, record: Record, parse: Parse | None, machine: Any) -> bool:
    """Whether a correction of the front matter was made on a former draft and the machine reads something else in this
    one than there: the value then is offered, not in force."""
    if parse is None or is_said_of(review, record.get("sha256"), parse):
        return False
    return plain_value(machine) not in (record.get("machine"), record.get("value"))
