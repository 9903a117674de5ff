"""Words that tell what is achieved, a target or a forecast; table `cues.tsv`."""

from __future__ import annotations

import re

from engine.model.parse import Status

_STATUS: dict[str, Status] = {"achieved": "achieved", "target": "target", "forecast": "forecast"}


class CueTable:
    """Cues by where they reach."""

    def __init__(self, rows: list[tuple[str, ...]]) -> None:
        self._cues: dict[str, list[tuple[re.Pattern[str], Status]]] = {}
        for cue, where, status in rows:
            self._cues.setdefault(where, []).append((re.compile(cue), _STATUS[status]))

    def status(self, where: str, text: str) -> Status | None:
        """The status of the last cue of a reach in a text; of the first row where several end alike."""
        best: tuple[int, Status] | None = None
        for cue, status in self._cues.get(where, ()):
            for match in cue.finditer(text):
                if best is None or match.end() > best[0]:
                    best = match.end(), status
        return best[1] if best else None
