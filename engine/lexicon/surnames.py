"""Family names: resources/lexicon/surnames.txt."""

from __future__ import annotations

import re
from typing import NamedTuple

from engine.lexicon.tables import read_words

_NAME = re.compile(
    "^[\u3400-\u9fff](?:[ \u3000]*[\u3400-\u9fff]){1,3}$|^[\u3400-\u9fff]{2,6}(?:·[\u3400-\u9fff]{2,6}){1,2}$"
)


class Surnames(NamedTuple):
    """Family names of one and of two characters."""

    names: frozenset[str]

    def is_person(self, text: str) -> bool:
        """Whether a text has the form of a person's name: 毛春阳, 王　强, 欧阳修文, 阿不力孜·买买提."""
        if not _NAME.match(text):
            return False
        tight = text.replace(" ", "").replace("\u3000", "")
        if "·" in tight:
            return True
        return (tight[0] in self.names and len(tight) <= 3) or (tight[:2] in self.names and 3 <= len(tight) <= 4)


def load_surnames() -> Surnames:
    """The list as shipped."""
    return Surnames(frozenset(read_words("surnames.txt")))
