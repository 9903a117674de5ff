"""Reads the metric that a person sees in a paragraph where the machine took its number for something else: the
quantity, what it is said of, when, and how, by the rules of `find_metrics`."""

from __future__ import annotations

from typing import NamedTuple

from engine.lexicon.lexicon import Lexicon
from engine.model.flow import flow_of_texts
from engine.model.parse import Kind, Status
from engine.parsing.metrics.find import kind_of
from engine.parsing.metrics.lists import name_all
from engine.parsing.metrics.names import Context, Name
from engine.parsing.metrics.periods import PeriodKeeper
from engine.parsing.metrics.sentence import Mention, Sentence, Slot, find_slots, split_sentences
from engine.parsing.metrics.status import StatusJudge
from engine.parsing.quantities.quantity import Quantity
from engine.parsing.quantities.reading import Reading, read_text


class Phrase(NamedTuple):
    """What is said of one quantity; [start, end) is where it stands in the paragraph, `name` "" where it has none."""

    quantity: Quantity
    start: int
    end: int
    name: str
    kind: Kind
    status: Status
    period: str | None
    direction: str | None
    sentence: str


def read_phrase(paragraph: str, start: int, end: int, lexicon: Lexicon, title: str | None = None) -> Phrase | None:
    """The first quantity that touches characters [start, end) of a paragraph; None where there is none. `title` is the
    document's, for the status."""
    reading = read_text(paragraph)
    periods = PeriodKeeper()
    periods.new_paragraph()
    previous = ""
    for sentence in split_sentences(reading, lexicon):
        periods.new_sentence(reading.text, sentence)
        wanted = _wanted(reading, sentence, start, end)
        seen = sentence if wanted is None else _with_metric(sentence, wanted)
        context = Context(reading.text, reading.shown, seen.periods, previous, lexicon)
        named = name_all(find_slots(reading.text, seen, lexicon.trends.word), context)
        if wanted is not None:
            judge = StatusJudge(title, flow_of_texts([paragraph]), (), lexicon)
            return _read(reading, seen, named, wanted, periods, judge)
        previous = named[-1][1].subject if named else ""
    return None


def _wanted(reading: Reading, sentence: Sentence, start: int, end: int) -> Quantity | None:
    for mention in sentence.mentions:
        first, last = reading.original(mention.quantity.start, mention.quantity.end)
        if first < end and last > start:
            return mention.quantity
    return None


def _with_metric(sentence: Sentence, wanted: Quantity) -> Sentence:
    """The sentence with one of its quantities taken for a metric whatever it was sorted as."""
    mentions = [
        Mention(mention.quantity, "metric") if mention.quantity is wanted else mention for mention in sentence.mentions
    ]
    return sentence._replace(mentions=mentions)


def _read(
    reading: Reading,
    sentence: Sentence,
    named: list[tuple[Slot, Name]],
    wanted: Quantity,
    periods: PeriodKeeper,
    judge: StatusJudge,
) -> Phrase | None:
    for slot, name in named:
        if slot.quantity.number_start != wanted.number_start:
            continue
        period, _ = periods.period_of(slot, name)
        kind = kind_of(slot.quantity, name.trend)
        trend = name.trend if kind == "change" else None
        return Phrase(
            quantity=slot.quantity,
            start=reading.original(slot.quantity.start, slot.quantity.end)[0],
            end=reading.original(slot.quantity.start, slot.quantity.end)[1],
            name=name.text,
            kind=kind,
            status=judge.status(reading.text, sentence, slot, 0, period),
            period=period,
            direction=trend.direction if trend is not None else None,
            sentence=reading.shown[sentence.start : sentence.end].strip(),
        )
    return None
