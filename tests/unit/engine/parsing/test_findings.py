"""Findings: every rule finds its example and passes its counterexample; clean and gold documents raise nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.lexicon.finding_rules import FindingRule, load_finding_rules
from engine.lexicon.lexicon import Lexicon
from engine.model.flow import Cell, Flow, Paragraph, Repair, Table, flow_of_texts
from engine.model.parse import Finding, Front, Parse, Source
from engine.parsing.document import parse_flow
from engine.parsing.findings.damage import damage_points
from engine.parsing.findings.station import find_findings
from engine.parsing.findings.totals import total_points
from engine.pdf.reader import PdfFile
from engine.text.flow import build_flow

LEXICON = Lexicon()
RULES = [rule for rule in load_finding_rules().values() if rule.finds]
SOURCE = Source("text", "0", 1)


def findings_of(text: str, file_title: str | None = None) -> tuple[Finding, ...]:
    flow = flow_of_texts(text.split("¶"))
    return parse_flow(flow, SOURCE, lexicon=LEXICON, file_title=file_title).findings


@pytest.mark.parametrize("rule", RULES, ids=[rule.rule for rule in RULES])
def test_every_rule_finds_its_example_and_passes_its_counterexample(rule: FindingRule) -> None:
    found = findings_of(rule.finds)
    assert rule.rule in {finding.rule for finding in found}
    assert all(finding.severity == rule.severity for finding in found if finding.rule == rule.rule)
    assert findings_of(rule.passes) == ()


@pytest.mark.parametrize(
    "text",
    [
        "招聘20余次、二十余次均可，覆盖130多家单位，为110多家单位提供服务。",
        "按时办结率达99.5%。办结率和群众满意率达到99.5%和100%。",
        "第三、四季度完成，二、三产业协调发展，一、二年级学生入学。",
        "铁路里程3千米，装机5千瓦，重2千克，海拔8百帕以下。",
        "规划（2023—2030年），10—15名专家，9:00至17:00，电话0571-86543210。",
        "比例为6:3:1，开考比例为1:3。",
        "共检查企业120家，其中同比增加150家的行业有3个。",
        "人均补助2000元，其中最高补助5000元；氮磷钾比例为50:30:18。",
        "农历正月三十一日不存在；腊月30日团圆。",
        "不少于20平方米，5%—6%，15%～30%，9亿—16亿元。",
    ],
)
def test_plain_texts_raise_nothing(text: str) -> None:
    assert findings_of(text) == ()


def test_a_file_named_after_another_year_is_held_against_the_date() -> None:
    text = "在全区工作会议上的讲话¶毛春阳¶（2011年9月28日）¶同志们：¶今天召开会议，主要是总结部署工作。"
    (finding,) = findings_of(text, "2022年智慧城市建设讲话")
    assert (finding.rule, finding.expected) == ("date.title", {"file_year": 2022.0, "document_year": 2011.0})
    assert findings_of(text, "2012年智慧城市建设讲话") == ()
    assert findings_of(text, "2030年远景目标纲要") == ()
    assert findings_of(text, None) == ()


def test_what_the_flow_repaired_is_quoted_as_the_page_has_it() -> None:
    flow = flow_of_texts(["做了具体布置。"])
    flow = Flow(flow.text, flow.paragraphs, flow.segments, repairs=(Repair(5, 6, "臵", "damage.glyph"),))
    (point,) = damage_points(flow, LEXICON.damage)
    assert (point.quote, point.suggestion) == ("布臵", "布置")


def test_damage_spread_over_a_document_is_one_finding_with_all_its_places() -> None:
    (finding,) = findings_of("\u2f79络建设。¶\u2f79上办事，\u2f00批项目。")
    assert (finding.rule, finding.expected["count"], len(finding.places)) == ("damage.radical", 3.0, 3)


@pytest.mark.parametrize(("total", "raised"), [("600", 0), ("610", 1), ("6000", 0)])
def test_a_row_of_totals_must_be_the_sum_unless_the_table_is_of_another_kind(total: str, raised: int) -> None:
    words = [["项目", "金额"], ["甲", "100"], ["乙", "200"], ["丙", "300"], ["合计", total]]
    text, cells, paragraphs = "", [], []
    for row, line in enumerate(words):
        for column, word in enumerate(line):
            cells.append(Cell(row, column, len(text), len(text) + len(word)))
            paragraphs.append(Paragraph("cell", len(text), len(text) + len(word)))
            text += word
    flow = Flow(text, tuple(paragraphs), tables=(Table(5, 2, tuple(cells)),))
    assert len(list(total_points(flow))) == raised


def _gold_flow(path: Path) -> Flow:
    file = PdfFile.open(path.read_bytes())
    try:
        return build_flow(file.content(number) for number in range(1, file.page_count + 1))
    finally:
        file.close()


def test_the_gold_speech_raises_its_damage_and_its_year_and_nothing_else(shared: Path) -> None:
    flow = _gold_flow(shared / "corpus" / "yinzhou-2011" / "speech-with-site-furniture.pdf")
    found = parse_flow(flow, SOURCE, lexicon=LEXICON, file_title="2022年智慧城市建设讲话").findings
    assert {finding.rule for finding in found} == {"damage.glyph", "damage.zero", "date.title"}
    assert [finding.suggestion for finding in found if finding.rule == "damage.glyph"] == ["布置"]


@pytest.mark.parametrize(
    "name", ["state-council-2023/report.pdf", "qiandongnan-2016/bulletin.pdf", "guangzhou-talent/plan.pdf"]
)
def test_the_other_gold_documents_raise_nothing(name: str, shared: Path) -> None:
    flow = _gold_flow(shared / "corpus" / name)
    assert parse_flow(flow, SOURCE, lexicon=LEXICON).findings == ()


@settings(deadline=None)
@given(
    st.lists(
        st.lists(
            st.sampled_from(
                [
                    "由",
                    "60%",
                    "提高到",
                    "，",
                    "其中",
                    "20",
                    "家",
                    "年",
                    "月",
                    "日",
                    "一、",
                    "（二）",
                    "1.",
                    "—",
                    ":",
                    "二 一",
                    "结构为",
                    "。",
                ]
            )
            | st.text(max_size=3),
            max_size=20,
        ).map("".join),
        max_size=6,
    )
)
def test_odd_texts_never_raise(paragraphs: list[str]) -> None:
    flow = flow_of_texts(paragraphs)
    for finding in find_findings(flow, Parse("0", SOURCE, Front(date="2011-09-28")), "2022年讲话", LEXICON):
        assert finding.span is not None
        assert 0 <= finding.span[0] <= finding.span[1] <= len(flow.text)
