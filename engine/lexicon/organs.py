"""Words that tell an organ of party, state or society: resources/lexicon/organs.tsv."""

from __future__ import annotations

import re
from typing import NamedTuple

from engine.lexicon.tables import read_rows


class Organs(NamedTuple):
    """`names` are organs by themselves, `vague` words are never evidence of one, `endings` matches a name's end."""

    endings: re.Pattern[str]
    names: frozenset[str]
    vague: frozenset[str]

    def is_organ(self, text: str) -> bool:
        """Whether a member of a list of units looks like one: by its ending or because it is known."""
        if text in self.names:
            return True
        return 2 <= len(text) <= 30 and text not in self.vague and self.endings.search(text) is not None


def load_organs() -> Organs:
    """The table as shipped."""
    words: dict[str, list[str]] = {"ending": [], "name": [], "vague": []}
    for kind, word in read_rows("organs.tsv", 2):
        words[kind].append(word)
    endings = "|".join(map(re.escape, sorted(words["ending"], key=len, reverse=True)))
    # 各县（市、区）, 市委宣传部（市文明办）: a bracket may follow the name.
    pattern = re.compile(rf"(?:{endings})(?:[（(][^（()）]*[)）])?$|^各[^，。；]*[)）]$")
    return Organs(pattern, frozenset(words["name"]), frozenset(words["vague"]))
