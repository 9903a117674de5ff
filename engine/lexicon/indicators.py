"""Words around an indicator's name (`其中`, `达到`, `增速`), by role; list `name-words.txt`."""

from __future__ import annotations

import re
from typing import NamedTuple

from engine.lexicon.tables import read_rows


class IndicatorWords(NamedTuple):
    """`lead` strips a name in front, `link` behind; `relation` are nouns that need the indicator before them; `entity`
    short nouns told apart by their predicate; `head` ends a name; `span` makes a time a metric;
    `scope` are bare scopes of the indicator before (其中城镇); `support` verbs that need
    the indicator before them (参保人数增加1.4亿、覆盖10.5亿人)."""

    lead: re.Pattern[str]
    link: re.Pattern[str]
    relation: re.Pattern[str]
    entity: frozenset[str]
    head: re.Pattern[str]
    span: re.Pattern[str]
    scope: frozenset[str]
    support: frozenset[str]


# Characters that are links by themselves, but not at the end of these words: 人均, 国有, 统计, 功能, 作为.
_NOT_LINKS = r"(?!(?<=[人户亩地国所享私公统估设会审小功职技智节性产储效动核热光作行])[均有计能为]$|(?<=[安编])排$)"


def load_indicator_words() -> IndicatorWords:
    """The list of `name-words.txt`, a role a line."""
    rows = dict(line.split(":", 1) for (line,) in read_rows("name-words.txt", 1))
    words = {role: list(dict.fromkeys(text.split())) for role, text in rows.items()}
    return IndicatorWords(
        re.compile(f"(?!{_any(words['keep'])})(?:{_any(words['lead'])})"),
        re.compile(f"{_NOT_LINKS}(?:{_any(words['link'])})$"),
        re.compile(f"(?:年均|平均|累计)?(?:{_any(words['relation'])})$"),
        frozenset(words["entity"]),
        re.compile(f"(?:{_any(words['head'])})$"),
        re.compile(f"(?:{_any(words['span'])})"),
        frozenset(words["scope"]),
        frozenset(words["support"]),
    )


def _any(words: list[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
