"""Words by which a text names platforms, networks and centres: resources/lexicon/systems.tsv."""

from __future__ import annotations

import re
from typing import NamedTuple

from engine.lexicon.tables import read_rows


class SystemWords(NamedTuple):
    """Patterns over one clause. `head` finds where a name may end (group `site` for heads that need evidence, `whole`
    for those that need nothing before them); `act`, `lead` and `build` are verbs before a name, `opening` other words
    before it, `within` verbs and adverbs that stand in names; a 体系 must be `technical`; `generic` tells a name of
    general words only, unless `specific`, `abstract` one that is no thing; `quantifier` says that no one system is
    meant. `going`, `coming` and `done` tell the status; `families` map heads to the family whose members repeat each
    other's names."""

    head: re.Pattern[str]
    act: re.Pattern[str]
    build: re.Pattern[str]
    lead: re.Pattern[str]
    within: re.Pattern[str]
    opening: re.Pattern[str]
    technical: re.Pattern[str]
    generic: re.Pattern[str]
    specific: re.Pattern[str]
    abstract: re.Pattern[str]
    quantifier: re.Pattern[str]
    done: re.Pattern[str]
    going: re.Pattern[str]
    coming: re.Pattern[str]
    families: dict[str, str]


def load_system_words() -> SystemWords:
    """The table as shipped."""
    words: dict[str, list[str]] = {}
    heads: dict[str, list[str]] = {"whole": [], "head": [], "site": []}
    for kind, text, unless in read_rows("systems.tsv", 3):
        if kind in heads:
            heads[kind].append(f"{text}(?!{unless})" if unless else text)
        else:
            words.setdefault(kind, []).extend([text] if kind in {"abstract", "family", "specific"} else text.split(" "))
    generic = _any_of(words["generic"])
    families = {head: line.split(" ")[0] for line in words["family"] for head in line.split(" ")}
    return SystemWords(
        head=re.compile(
            rf"(?P<whole>{_any_of(heads['whole'])})|(?P<head>{_any_of(heads['head'])})|(?P<site>{_any_of(heads['site'])})"
        ),
        act=re.compile(_any_of(words["act"])),
        build=re.compile(_any_of(words["build"])),
        lead=re.compile(_any_of(words["lead"])),
        within=re.compile(_any_of(words["within"])),
        technical=re.compile(_any_of(words["technical"])),
        opening=re.compile(rf"(?:{_any_of(words['opening'])})"),
        generic=re.compile(rf"(?:{generic})*"),
        specific=re.compile("|".join(words["specific"])),
        abstract=re.compile("|".join(f"(?:{word})$" for word in words["abstract"])),
        quantifier=re.compile(_any_of(words["quantifier"])),
        done=re.compile(_any_of(words["done"])),
        going=re.compile(_any_of(words["going"])),
        coming=re.compile(_any_of(words["coming"])),
        families=families,
    )


def _any_of(words: list[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))
