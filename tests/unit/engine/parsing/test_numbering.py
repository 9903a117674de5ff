"""The numbering table: every example is read as it says, no counter-example matches."""

from __future__ import annotations

import pytest

from engine.lexicon.numbering import Example, Grammar, load_numbering
from engine.parsing.numbering import read_han, read_markers, read_number

GRAMMARS = load_numbering().grammars


@pytest.mark.parametrize(
    ("grammar", "example"), [(g, e) for g in GRAMMARS for e in g.examples], ids=lambda value: getattr(value, "text", "")
)
def test_every_example_is_read_as_the_table_says(grammar: Grammar, example: Example) -> None:
    match = grammar.pattern.match(example.text)
    assert match is not None
    assert match.group().strip() == example.marker
    number = read_number(match.groupdict(), grammar.system)
    assert number is not None
    assert ".".join(map(str, number)) == example.number


@pytest.mark.parametrize("grammar", [g for g in GRAMMARS if g.counter], ids=lambda g: g.name)
def test_no_counter_example_matches(grammar: Grammar) -> None:
    match = grammar.pattern.match(grammar.counter)
    assert match is None or read_number(match.groupdict(), grammar.system) is None


def test_every_example_begins_with_a_known_opener() -> None:
    numbering = load_numbering()
    for grammar in numbering.grammars:
        for example in grammar.examples:
            assert grammar.name in {r.grammar.name for r in read_markers(example.text, numbering)}


def test_names_of_grammars_are_unique() -> None:
    names = [grammar.name for grammar in GRAMMARS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("一", 1),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("一百零五", 105),
        ("一百二十", 120),
        ("二〇", 20),
        ("百十", 110),
    ],
)
def test_chinese_numerals_are_read(written: str, value: int) -> None:
    assert read_han(written) == value


@pytest.mark.parametrize("written", ["十百千千", "十十"])
def test_nonsense_is_no_number(written: str) -> None:
    assert read_han(written) is None


def test_a_number_before_digits_is_read_both_ways() -> None:
    readings = read_markers("11.121人才梯队项目", load_numbering())
    assert ("arabic", (11,)) in {(r.grammar.family, r.number) for r in readings}
