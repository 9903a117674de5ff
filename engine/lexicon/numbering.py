"""The grammars by which headings and lists are numbered: resources/lexicon/numbering.tsv."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType
from typing import NamedTuple

_HAN = "〇零○一二三四五六七八九十百千两"
_DIGIT = "0-9０-９"
_PLACEHOLDERS: Mapping[str, str] = MappingProxyType(
    {
        "{b}": r"[ \u3000\u00a0\t]*",
        "{B}": r"[ \u3000\u00a0\t]+",
        "{han}": rf"(?P<n>[{_HAN}]{{1,7}})",
        "{han1}": r"(?P<n>[一二三四五六七八九]|十[一二三四五六七八九]?)",
        "{num}": rf"(?P<n>[{_HAN}]{{1,7}}|[{_DIGIT}]{{1,4}})",
        "{dig}": rf"(?P<n>[{_DIGIT}]{{1,3}})",
        "{dots}": rf"(?P<n>[{_DIGIT}]{{1,3}}(?:[.．][{_DIGIT}]{{1,3}}){{1,5}})",
        "{eng}": r"(?P<n>[0-9]{1,3}|[IVXLC]{1,6}|[A-Z])",
    }
)


class Example(NamedTuple):
    """A text as it should be read: its marker and the number as printed in the table (`1`, `1.1`)."""

    text: str
    marker: str
    number: str


class Grammar(NamedTuple):
    """One way of numbering. `pattern` matches at the start of a paragraph, group `n` is the number as written;
    `rank` orders families where the document itself does not tell, small is high."""

    name: str
    family: str
    rank: int
    system: str
    pattern: re.Pattern[str]
    examples: tuple[Example, ...]
    counter: str


class Numbering(NamedTuple):
    """All grammars, in the order in which they are tried, and the characters a marker can begin with."""

    grammars: tuple[Grammar, ...]
    openers: frozenset[str]
    ranks: Mapping[str, int]


def load_numbering() -> Numbering:
    """The table as shipped."""
    text = files("resources").joinpath("lexicon", "numbering.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    grammars = tuple(_grammar(row) for row in rows)
    ranks: dict[str, int] = {}
    for grammar in grammars:
        ranks.setdefault(grammar.family, grammar.rank)
    return Numbering(grammars, _openers(grammars), MappingProxyType(ranks))


def _grammar(row: list[str]) -> Grammar:
    name, family, rank, system, pattern, examples, *counter = row
    for placeholder, meaning in _PLACEHOLDERS.items():
        pattern = pattern.replace(placeholder, meaning)
    read = tuple(_example(example) for example in examples.split(" | "))
    return Grammar(name, family, int(rank), system, re.compile(pattern), read, counter[0] if counter else "")


def _example(example: str) -> Example:
    text, _, number = example.rpartition("=")
    marker = text[1 : text.index("]")]
    return Example(text.replace("[", "", 1).replace("]", "", 1), marker, number)


def _openers(grammars: tuple[Grammar, ...]) -> frozenset[str]:
    """First characters of markers: those of the examples, and whatever numbers begin with."""
    signs = {chr(code) for start, end in _SIGNS for code in range(start, end + 1)}
    latin = {chr(code) for first in (0x41, 0x61) for code in range(first, first + 26)}
    numerals = set("0123456789０１２３４５６７８９" + _HAN)
    labels = {example.text[0] for grammar in grammars for example in grammar.examples}
    return frozenset(signs | latin | numerals | labels | set("（(〔﹙甲乙丙丁戊己庚辛壬癸首其再最第附" + _LABELS))


_LABELS = "任目步案议问项工模行举措建课专方情政趋经领场亮特实单重"  # first characters of the labels of row `label`
_SIGNS = ((0x2160, 0x216B), (0x2460, 0x249B), (0x2776, 0x2793), (0x3220, 0x3229), (0x3251, 0x325F), (0x32B1, 0x32BF))
"""Code point ranges of numbers that are one character: Ⅰ ①⑴⒈ ❶➀ ㈠ ㉑ ㊱."""
