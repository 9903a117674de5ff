"""An office's own lists over a parse: short names of units, findings that are not to be seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.errors import FileUnreadable
from engine.lexicon.lexicon import Lexicon
from engine.lexicon.office import Office, load_office, read_silence
from engine.model.flow import flow_of_texts
from engine.model.parse import Parse, Source
from engine.parsing.document import parse_flow
from engine.parsing.office import for_office

LEXICON = Lexicon()
TEXTS = (
    "某市工作要点",
    "一、主要任务",
    "1.建设平台，占比15—30%。（牵头单位：市发展和改革委员会，配合单位：市数据资源局）",
    "2.完成布臵，占比20—25%。（牵头单位：市教育局）",
)


def parsed() -> Parse:
    return parse_flow(flow_of_texts(TEXTS), Source("a.pdf", "0", 1), lexicon=LEXICON)


def found(parse: Parse) -> list[tuple[str, str]]:
    return [(finding.rule, finding.quote) for finding in parse.findings]


def test_units_have_their_short_names_beside_the_names_as_written() -> None:
    task = parsed().tasks[0]
    assert (task.lead, task.lead_short) == (("市发展和改革委员会",), ("市发展改革委",))


def test_the_list_of_the_office_replaces_ours(tmp_path: Path) -> None:
    (tmp_path / "units.csv").write_text("数据资源局,数源局,1\n", "utf-8")
    task = for_office(parsed(), load_office(tmp_path)).tasks[0]
    assert (task.lead_short, task.support_short) == (("市发展和改革委员会",), ("市数源局",))


def test_findings_are_silenced_one_by_one_or_by_rule_and_keep_their_ids() -> None:
    parse = parsed()
    assert found(parse) == [("notation.range", "15—30%"), ("damage.glyph", "布臵"), ("notation.range", "20—25%")]
    one = for_office(parse, Office(silence=frozenset({("notation.range", "15—30%")})))
    assert one.findings == parse.findings[1:]
    assert found(for_office(parse, Office(silence=frozenset({("notation.range", "")})))) == [("damage.glyph", "布臵")]


def test_a_list_of_silences_has_rule_and_quote_a_line() -> None:
    text = "# 本办\nnotation.range\ndamage.glyph\t布臵\n"
    assert read_silence(text) == {("notation.range", ""), ("damage.glyph", "布臵")}


def test_a_folder_without_lists_changes_nothing(tmp_path: Path) -> None:
    assert for_office(parsed(), load_office(tmp_path)) == parsed()


def test_a_list_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "units.csv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(FileUnreadable):
        load_office(tmp_path)


def test_the_owner_of_a_metric_has_its_short_name_too(tmp_path: Path) -> None:
    (metric, *_) = parsed().metrics
    assert (metric.owner, metric.owner_short) == ("市发展和改革委员会", "市发展改革委")
    (tmp_path / "units.csv").write_text("发展和改革委员会,发改委,1\n", "utf-8")
    assert for_office(parsed(), load_office(tmp_path)).metrics[0].owner_short == "市发改委"
