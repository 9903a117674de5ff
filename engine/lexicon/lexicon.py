"""The Lexicon: every table of `resources/lexicon`, each loaded when first asked for, once.

One object is made at the top (command, worker, test) and passed down; nothing is cached in a module.
"""

from __future__ import annotations

from functools import cached_property

from engine.lexicon.aliases import AliasTable
from engine.lexicon.cues import CueTable
from engine.lexicon.damage import Damage, load_damage
from engine.lexicon.finding_rules import FindingRule, load_finding_rules
from engine.lexicon.headings import load_heading_words
from engine.lexicon.indicators import IndicatorWords, load_indicator_words
from engine.lexicon.numbering import Numbering, load_numbering
from engine.lexicon.organs import Organs, load_organs
from engine.lexicon.periods import PeriodTable
from engine.lexicon.qualifiers import QualifierTable
from engine.lexicon.surnames import Surnames, load_surnames
from engine.lexicon.systems import SystemWords, load_system_words
from engine.lexicon.tables import read_rows, read_words
from engine.lexicon.task_words import TaskWords, load_task_words
from engine.lexicon.trends import TrendTable
from engine.lexicon.unit_list import UnitList, load_unit_list
from engine.lexicon.units import Unit, UnitTable
from engine.lexicon.words import Words


class Lexicon:
    """One cached property a table."""

    @cached_property
    def units(self) -> UnitTable:
        return UnitTable([Unit(row[0], row[1], row[2], row[4]) for row in read_rows("units.tsv", 5)])

    @cached_property
    def qualifiers(self) -> QualifierTable:
        return QualifierTable(read_rows("qualifiers.tsv", 4))

    @cached_property
    def trends(self) -> TrendTable:
        return TrendTable(read_rows("trends.tsv", 4))

    @cached_property
    def numeral_words(self) -> frozenset[str]:
        """Words that hold numeral characters and are no numbers."""
        return frozenset(read_words("numeral-words.txt"))

    @cached_property
    def damage(self) -> Damage:
        return load_damage()

    @cached_property
    def organs(self) -> Organs:
        return load_organs()

    @cached_property
    def task_words(self) -> TaskWords:
        return load_task_words()

    @cached_property
    def numbering(self) -> Numbering:
        return load_numbering()

    @cached_property
    def heading_words(self) -> frozenset[str]:
        return load_heading_words()

    @cached_property
    def surnames(self) -> Surnames:
        return load_surnames()

    @cached_property
    def periods(self) -> PeriodTable:
        return PeriodTable(read_rows("periods.tsv", 4))

    @cached_property
    def cues(self) -> CueTable:
        return CueTable(read_rows("cues.tsv", 3))

    @cached_property
    def indicators(self) -> IndicatorWords:
        return load_indicator_words()

    @cached_property
    def aliases(self) -> AliasTable:
        return AliasTable(read_rows("aliases.tsv", 2))

    @cached_property
    def words(self) -> Words:
        """Jieba with our own words; it loads at the first sentence."""
        return Words()

    @cached_property
    def systems(self) -> SystemWords:
        return load_system_words()

    @cached_property
    def finding_rules(self) -> dict[str, FindingRule]:
        return load_finding_rules()

    @cached_property
    def unit_list(self) -> UnitList:
        return load_unit_list()
