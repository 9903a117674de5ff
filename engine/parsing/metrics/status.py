"""Whether a quantity is achieved, a target or a forecast: by cue, by the heading above it, by the document's kind."""

from __future__ import annotations

import re

from engine.lexicon.lexicon import Lexicon
from engine.model.parse import Heading, Status
from engine.parsing.metrics.sentence import Sentence, Slot

_LONGEST = 24
_CLAUSE = re.compile(r"[，；：。,;:]")


class StatusJudge:
    """Knows the document's title and outline."""

    def __init__(self, title: str | None, outline: tuple[Heading, ...], lexicon: Lexicon) -> None:
        self.cues = lexicon.cues
        self.default: Status = (title and self.cues.status("title", title)) or "achieved"
        self._headings = [(heading.span[0], self._of_heading(outline, index)) for index, heading in enumerate(outline)]

    def status_at(self, offset: int) -> Status:
        """The status that the headings above a flow offset give, else the document's own."""
        under = [status for start, status in self._headings if start <= offset]
        return (under[-1] if under else None) or self.default

    def _of_heading(self, outline: tuple[Heading, ...], index: int) -> Status | None:
        """The status of the nearest heading, on the way up, that tells one."""
        level = outline[index].level + 1
        for heading in reversed(outline[: index + 1]):
            if heading.level < level:
                level = heading.level
                if status := self._of_title(heading):
                    return status
        return None

    def _of_title(self, heading: Heading) -> Status | None:
        """Only short headings tell: `主要目标`, not a sentence that happens to say 任务."""
        if heading.style == "thesis" or len(heading.title) > _LONGEST or "，" in heading.title:
            return None
        return self.cues.status("heading", heading.title)

    def status(self, text: str, sentence: Sentence, slot: Slot, base: int) -> Status:
        """The status of a quantity in its sentence; `base` is the paragraph's offset in the flow."""
        at = slot.quantity.start
        before = text[sentence.start : at]
        clause = before[max((match.end() for match in _CLAUSE.finditer(before)), default=0) :]
        if status := self.cues.status("clause", clause):
            return status
        under = [status for start, status in self._headings if start <= base + at]
        told = under[-1] if under else None
        if self.cues.status("past", clause):
            return "achieved"
        if status := self.cues.status("sentence", before):
            return status
        if told != "achieved" and (status := self.cues.status("weak", before)):
            return status
        return told or self.default
