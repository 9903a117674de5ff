"""The time a quantity is said for: in its clause, earlier in the sentence, or governing from earlier sentences."""

from __future__ import annotations

import re

from engine.lexicon.periods import Period
from engine.parsing.metrics.names import Name
from engine.parsing.metrics.sentence import Sentence, Slot

_CLAUSE = re.compile(r"[，；：。,;:]")
_SEMICOLON = re.compile(r"[；。;]")
_STOP = re.compile(r"[，；。;]")
_OF = re.compile(r"的(?=\d)")
Said = tuple[str | None, tuple[int, int] | None]


class PeriodKeeper:
    """Remembers, from paragraph to paragraph, which time governs."""

    def __init__(self) -> None:
        self.section: Period | None = None  # said at the head of an earlier paragraph
        self.paragraph: Period | None = None
        self.first: Period | None = None  # of the paragraph
        self.periods: list[Period] = []
        self.text = ""
        self.start = 0

    def new_paragraph(self) -> None:
        self._keep()
        self.periods = []
        self.section = self.first or self.section
        self.paragraph = self.first = None

    def new_sentence(self, text: str, sentence: Sentence) -> None:
        self._keep()
        self.text, self.start, self.periods = text, sentence.start, sentence.periods

    def _keep(self) -> None:
        """A wide time at the head of a sentence governs what follows, but not the base of 由2010年的1120亿元增加到."""
        for period in self.periods:
            if period.kind == "wide" and period.start - self.start <= 8 and not _OF.match(self.text, period.end):
                self.paragraph = period
                self.first = self.first or period
                return

    def period_of(self, slot: Slot, name: Name) -> Said:
        """The time of a quantity, and where it stands if in this sentence."""
        at = slot.quantity.start
        before = [period for period in self.periods if period.end <= at and not self._is_apart(period, at)]
        wide = [period for period in before if period.kind == "wide"]
        spans = [period for period in before if period.kind == "span" and not self._is_left(period, at)]
        wide = sorted([*wide, *spans])
        if wide and self._is_aside(wide[-1], at) and self._is_announced(wide[0]):
            wide = wide[:1]
        point = [period for period in before if period.kind == "point"]
        if point and (not wide or wide[-1].end <= point[-1].start):
            same = not _CLAUSE.search(self.text, point[-1].end, slot.quantity.start) or not name.spans or name.derived
            if same or not wide:
                return self._said(point[-1])
        weak = [period for period in before if period.kind == "weak" and not self._is_over(period, at)]
        if wide and not (weak and self._is_left(wide[-1], weak[-1].start)):
            return self._said(wide[-1])
        if weak:
            return self._said(weak[-1])
        if governing := self.paragraph or self.section:
            return governing.text, None
        last = [period for period in before if period.kind == "last"]
        return self._said(last[-1]) if last else (None, None)

    def _is_over(self, weak: Period, at: int) -> bool:
        """每年 holds to the next semicolon, 每天 and 日均 in their clause only."""
        end = _SEMICOLON if weak.text == "每年" else _CLAUSE
        return end.search(self.text, weak.end, at) is not None

    def _is_left(self, span: Period, at: int) -> bool:
        return _SEMICOLON.search(self.text, span.end, at) is not None

    def _is_aside(self, period: Period, at: int) -> bool:
        """`目标是：总值年均增长9%，到2005年达到480亿元；收入…`: said of one item of a list."""
        return not self.text.startswith("，", period.end) and self._is_left(period, at)

    def _is_announced(self, period: Period) -> bool:
        """Said before the colon of a list."""
        colon = self.text.find("：", period.end)
        return colon >= 0 and not _STOP.search(self.text, period.end, colon)

    def _is_apart(self, period: Period, at: int) -> bool:
        """`2020年的2860亿元` speaks of this one quantity only."""
        return self.text[period.end : period.end + 1] == "的" and at - period.end > 2

    def _said(self, period: Period) -> Said:
        return period.text, (period.start, period.end)
