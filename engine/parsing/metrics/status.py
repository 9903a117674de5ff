"""Whether a quantity is achieved, a target or a forecast: by cue, by the heading above it, by the document's kind."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from engine.lexicon.lexicon import Lexicon
from engine.model.flow import Flow
from engine.model.parse import Heading, Status
from engine.parsing.metrics.sentence import Sentence, Slot

_ORDER = ("", "一", "二", "三", "四", "五", "六", "七")  # “十五” began in 2001
_PLAN = re.compile(r"十([一二三四五六七]?)(?:五|个五年)")
_YEAR = re.compile(r"20\d\d")
_NUMBERED = re.compile(r"[一二三四五六七八九十]+、|第[一二三四五六七八九十]+[章编篇节]|[一二三四五六七八九十]+[是要]")
_AND = re.compile(r"[和与及、]")
_LONGEST = 24
_CLAUSE = re.compile(r"[，；：。,;:]")


class StatusJudge:
    """Knows the document's title and outline, and the year it is of, if that is said."""

    def __init__(
        self,
        title: str | None,
        flow: Flow,
        outline: tuple[Heading, ...],
        lexicon: Lexicon,
        year: int | None = None,
    ) -> None:
        self.cues = lexicon.cues
        self.default: Status = (title and self.cues.status("title", title)) or "achieved"
        plan = _PLAN.search(title or "")
        self._plan = plan[1] if plan else None
        self._wanted = False
        self._is_call = title is not None and self.cues.status("call", title) is not None
        self._year = year
        self._lines = list(self._lines_of(flow, outline))
        self._headings = [(heading.span[0], self._of_heading(outline, index)) for index, heading in enumerate(outline)]

    def _lines_of(self, flow: Flow, outline: tuple[Heading, ...]) -> Iterator[tuple[int, Status | None]]:
        """Numbered lines that the outline does not hold, for a text whose headings were not seen."""
        known = {heading.span[0] for heading in outline}
        for paragraph in flow.paragraphs:
            text = flow.of(paragraph) if paragraph.end - paragraph.start <= _LONGEST else ""
            if _NUMBERED.match(text) and paragraph.start not in known:
                yield paragraph.start, self.cues.status("heading", text)

    def status_at(self, offset: int) -> Status:
        """The status that the headings above a flow offset give, else the document's own."""
        return self._told(offset) or self.default

    def _of_heading(self, outline: tuple[Heading, ...], index: int) -> Status | None:
        """The status of the nearest heading, on the way up, that tells one; else, in a speech, that of one that calls
        for something: `抓好物资储备`."""
        level = outline[index].level + 1
        called: Status | None = None
        for heading in reversed(outline[: index + 1]):
            if heading.level < level:
                level = heading.level
                if status := self._of_title(heading):
                    return status
                if self._is_call and heading.style != "thesis" and len(heading.title) <= _LONGEST:
                    called = called or self.cues.status("duty", heading.title)
        return called

    def _of_title(self, heading: Heading) -> Status | None:
        """Only short headings tell: `主要目标`, not a sentence that happens to say 任务."""
        if heading.style == "thesis" or len(heading.title) > _LONGEST or "，" in heading.title:
            return None
        status = self.cues.status("heading", heading.title)
        halves = {self.cues.status("heading", half) for half in _AND.split(heading.title)} - {None}
        return status if len(halves) < 2 else None  # 存在问题和下步打算

    def new_paragraph(self) -> None:
        """What a sentence wants (`第三，要强化要素保障。`) holds to the end of its paragraph."""
        self._wanted = False

    def status(self, text: str, sentence: Sentence, slot: Slot, base: int, period: str | None) -> Status:
        """The status of a quantity in its sentence; `base` is the paragraph's offset in the flow."""
        at = slot.quantity.number_start  # 不得少于 is a cue too
        before = text[sentence.start : at]
        clause = before[max((match.end() for match in _CLAUSE.finditer(before)), default=0) :]
        if status := self.cues.status("clause", clause):
            return status
        if status := self.cues.status("sentence", before):
            return status
        told = self._told(base + at)
        if told != "achieved" and (status := self.cues.status("weak", before)):
            return status
        if self.cues.status("past", clause):
            return "achieved"
        if status := self._by_year(period):
            return status
        if self._wanted and told is None:
            return "target"
        return told or self.default

    def close(self, text: str, sentence: Sentence) -> None:
        """Remember, when a sentence is done, whether it wanted something."""
        said = text[sentence.start : sentence.end]
        if self.cues.status("weak", said) and not self.cues.status("past", said):
            self._wanted = True

    def _by_year(self, period: str | None) -> Status | None:
        """A plan tells of the one before it as done, of its own years as wanted: “十三五” in the plan of “十四五”."""
        if period is None:
            return None
        if self._plan is None:
            year = _YEAR.search(period)
            return "target" if year and self._year and int(year[0]) > self._year else None
        if plan := _PLAN.search(period):
            return "achieved" if _ORDER.index(plan[1]) < _ORDER.index(self._plan) else None
        if year := _YEAR.search(period):
            first = 2001 + 5 * (_ORDER.index(self._plan))
            return "achieved" if int(year[0]) < first else "target"
        return None

    def _told(self, offset: int) -> Status | None:
        for headings in (self._headings, self._lines):
            at = bisect_right(headings, offset, key=lambda heading: heading[0]) - 1
            if at >= 0 and headings[at][1]:
                return headings[at][1]
        return None
