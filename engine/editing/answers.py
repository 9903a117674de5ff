"""Which notes answer which."""

from __future__ import annotations

from engine.editing.items import Note


class Answers:
    """Ids of replies, deleted ones too, by the note they answer themselves."""

    def __init__(self) -> None:
        self._of: dict[str, dict[str, None]] = {}

    def put(self, note: Note | None) -> None:
        if note is not None and note.reply_to:
            self._of.setdefault(note.reply_to, {})[note.id] = None

    def take(self, note: Note | None) -> None:
        if note is not None and note.reply_to:
            self._of.get(note.reply_to, {}).pop(note.id, None)

    def to(self, note: str) -> tuple[str, ...]:
        """The replies to a note, not those to its replies."""
        return tuple(self._of.get(note, ()))
