"""jieba's words and parts of speech, loaded at the first sentence, once, without its cache file.

jieba builds a prefix dictionary of half a million entries before its first word (.6 s and 100 MiB). Its dictionary
file is sorted, but for a handful of lines, so here its frequencies are looked up in the lines themselves: reading
and sorting them takes .05 s.
"""

from __future__ import annotations

import logging
import re
import warnings
from bisect import bisect_left
from functools import cached_property
from importlib import import_module
from typing import Any, NamedTuple

from engine.lexicon.tables import read_rows

_TOTAL = 60_101_967  # the sum of all frequencies in jieba's dictionary
_OWN_FREQUENCY = 20_000
_LATIN = re.compile(r"[A-Za-z0-9]+")


class Word(NamedTuple):
    """A word with jieba's tag (n noun, v verb, vn nominal verb, ...), at [start, end) of the text."""

    text: str
    tag: str
    start: int
    end: int


class Words:
    """One tagger for the life of the lexicon."""

    @cached_property
    def _dictionary(self) -> _Dictionary:
        jieba = _load_jieba()
        with jieba.dt.get_dict_file() as source:
            dictionary = _Dictionary(sorted(source.read().splitlines()))
        for word, tag in read_rows("words.tsv", 2):
            dictionary.add(word, tag)
        return dictionary

    @cached_property
    def _tokenizer(self) -> Any:
        tokenizer = _load_jieba().Tokenizer()
        tokenizer.FREQ, tokenizer.total, tokenizer.initialized = self._dictionary, _TOTAL, True
        return tokenizer

    def has(self, word: str) -> bool:
        """Whether the dictionary holds a word."""
        return bool(self._dictionary.get(word))

    def tag(self, text: str) -> list[Word]:
        """The words of a text, in order; they cover it."""
        found: list[Word] = []
        at = 0
        for word in self._tokenizer.cut(text, HMM=False):
            found.append(Word(word, self._dictionary.tag(word), at, at + len(word)))
            at += len(word)
        return found


def _load_jieba() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        jieba = import_module("jieba")
    jieba.setLogLevel(logging.ERROR)
    return jieba


class _Dictionary(dict[str, int]):
    """jieba's mapping of words to frequencies, 0 for the beginnings of words, filled from its lines as it is asked."""

    def __init__(self, lines: list[bytes]) -> None:
        super().__init__()
        self._lines = lines
        self._tags: dict[str, str] = {}
        self._unknown: set[str] = set()

    def add(self, word: str, tag: str) -> None:
        """A word of our own, with all its beginnings."""
        for end in range(1, len(word)):
            self[word[:end]] = self.get(word[:end], 0)
        self[word] = _OWN_FREQUENCY
        self._tags[word] = tag

    def tag(self, word: str) -> str:
        """The tag of a word; `eng` for Latin letters and digits, `x` for what the dictionary does not hold."""
        if self.get(word):
            return self._tags[word]
        return "eng" if _LATIN.fullmatch(word) else "x"

    def __contains__(self, word: object) -> bool:
        return super().__contains__(word) or self._find(str(word))

    def __missing__(self, word: str) -> int:
        if self._find(word):
            return self[word]
        raise KeyError(word)

    def get(self, word: str, default: Any = None) -> Any:
        known = word in self
        return self[word] if known else default

    def _find(self, word: str) -> bool:
        if word in self._unknown:
            return False
        key = word.encode()
        at = bisect_left(self._lines, key)
        if at == len(self._lines) or not self._lines[at].startswith(key):
            self._unknown.add(word)
            return False
        parts = self._lines[at].decode().split(" ")
        exact = parts[0] == word
        self[word] = int(parts[1]) if exact else 0
        if exact:
            self._tags[word] = parts[2]
        return True
