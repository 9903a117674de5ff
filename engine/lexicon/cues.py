"""Words that tell what is achieved, a target or a forecast; table `cues.tsv`."""

from __future__ import annotations

import re

from engine.model.parse import Status

_STATUS: dict[str, Status] = {"achieved": "achieved", "target": "target", "forecast": "forecast"}


class CueTable:
    """Cues by where they reach."""

    def __init__(self, rows: list[tuple[str, ...]]) -> None:
        cues: dict[str, list[tuple[str, Status]]] = {}
        for cue, where, status in rows:
            cues.setdefault(where, []).append((f"({cue})", _STATUS[status]))
        self._cues = {
            where: (re.compile("|".join(cue for cue, _ in those)), [status for _, status in those])
            for where, those in cues.items()
        }

    def status(self, where: str, text: str) -> Status | None:
        """The status of the last cue of a reach in a text; the first row wins where several begin alike."""
        pattern, statuses = self._cues[where]
        last = None
        for match in pattern.finditer(text):
            last = match
        return statuses[(last.lastindex or 1) - 1] if last else None
