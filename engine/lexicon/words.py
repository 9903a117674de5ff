"""jieba's words and parts of speech: imported and loaded at the first sentence, without its cache file."""

from __future__ import annotations

import logging
import warnings
from functools import cached_property
from importlib import import_module
from typing import Any, NamedTuple

from engine.lexicon.tables import read_rows


class Word(NamedTuple):
    """A word with jieba's tag (n noun, v verb, vn nominal verb, ...), at [start, end) of the text."""

    text: str
    tag: str
    start: int
    end: int


class Words:
    """One tagger for the life of the lexicon."""

    @cached_property
    def _tagger(self) -> Any:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            jieba = import_module("jieba")
            posseg = import_module("jieba.posseg")
        jieba.setLogLevel(logging.ERROR)
        tokenizer = jieba.Tokenizer()
        with tokenizer.get_dict_file() as source:
            tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(source)
        tokenizer.initialized = True
        tagger = posseg.POSTokenizer(tokenizer)
        for word, tag in read_rows("words.tsv", 2):
            tokenizer.add_word(word, tag=tag)
            tagger.word_tag_tab[word] = tag
        return tagger

    def tag(self, text: str) -> list[Word]:
        """The words of a text, in order; they cover it."""
        found: list[Word] = []
        at = 0
        for word, tag in self._tagger.cut(text, HMM=False):
            found.append(Word(word, tag, at, at + len(word)))
            at += len(word)
        return found
