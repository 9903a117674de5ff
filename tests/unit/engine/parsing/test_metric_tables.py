"""Tables become metrics: name from row and column, unit and time from wherever they stand."""

from __future__ import annotations

from engine.lexicon.lexicon import Lexicon
from engine.model.flow import Cell, Flow, Paragraph, Segment, Span, Table
from engine.model.parse import Metric
from engine.parsing.metrics.find import find_metrics
from engine.parsing.metrics.scan import scan_flow
from engine.parsing.numerals import find_numerals

LEXICON = Lexicon()


def flow_of_table(rows: list[list[str]], caption: str = "") -> Flow:
    pieces, cells, paragraphs = [caption], [], []
    at = len(caption)
    if caption:
        paragraphs.append(Paragraph("caption", 0, at))
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            cells.append(Cell(row, column, at, at + len(text)))
            if text:
                paragraphs.append(Paragraph("cell", at, at + len(text)))
            pieces.append(text)
            at += len(text)
    table = Table(len(rows), len(rows[0]), tuple(cells), caption=Span(0, len(caption)) if caption else None)
    return Flow("".join(pieces), tuple(paragraphs), (Segment(0, at, 1, 0, at),), tables=(table,))


def read(rows: list[list[str]], caption: str = "") -> tuple[Metric, ...]:
    return find_metrics(flow_of_table(rows, caption), (), (), LEXICON)


def test_the_unit_stands_in_the_column_head_and_the_change_has_a_direction() -> None:
    found = read(
        [
            ["", "绝对数（亿元）", "比上年增长（%）"],
            ["财政总收入", "148.87", "3.5"],
            ["其中：（1）税收收入", "69.10", "-1.2"],
        ]
    )
    assert [(one.name, one.value, one.unit, one.kind, one.direction) for one in found] == [
        ("财政总收入", 14887000000.0, "元", "level", None),
        ("财政总收入", 3.5, "%", "change", "up"),
        ("税收收入", 6910000000.0, "元", "level", None),
        ("税收收入", -1.2, "%", "change", "down"),
    ]
    assert {one.source for one in found} == {"table"}


def test_the_unit_stands_in_its_own_column_or_over_the_table() -> None:
    (one,) = read([["指标", "单位", "2025年"], ["森林覆盖率", "%", "24.1"]])
    assert (one.name, one.value, one.unit, one.period) == ("森林覆盖率", 24.1, "%", "2025年")
    (one,) = read([["项目", "金额"], ["教育支出", "5,600"]], "表1 支出（单位：万元）")
    assert (one.value, one.unit) == (56000000.0, "元")


def test_plan_tables_tell_what_is_binding_and_what_is_expected() -> None:
    found = read(
        [
            ["指标", "2025年目标", "属性"],
            ["城镇调查失业率（%）", "＜5.5", "预期性"],
            ["粮食综合生产能力（亿吨）", "≥6.5", "约束性"],
        ]
    )
    assert [(one.name, one.qualifier, one.target_type, one.status) for one in found] == [
        ("城镇调查失业率", "under", "expected", "target"),
        ("粮食综合生产能力", "at_least", "binding", "target"),
    ]
    assert [one.unit for one in found] == ["%", "吨"]


def test_the_caption_lends_its_noun_to_bare_rows() -> None:
    found = read([["", "产量（吨）", "比上年增长（%）"], ["粮食", "1223474", "1.8"]], "表3主要农产品产量")
    assert [(one.name, one.unit) for one in found] == [("粮食产量", "吨"), ("粮食产量", "%")]


def test_serial_numbers_and_labels_are_no_metrics() -> None:
    found = read([["序号", "项目", "投资（万元）"], ["1", "学校", "500"], ["2", "医院", "700"]])
    assert [(one.name, one.value) for one in found] == [("学校投资", 5000000.0), ("医院投资", 7000000.0)]


def test_numerals_of_cells_are_of_the_table() -> None:
    flow = flow_of_table([["", "产量（吨）"], ["1.粮食", "500"]], "表3产量")
    scans = scan_flow(flow, LEXICON)
    metrics = find_metrics(flow, (), (), LEXICON, scans=scans)
    numerals = find_numerals(flow, metrics, (), scans)
    assert [(one.text, one.cls, one.item) for one in numerals if one.text == "500"] == [("500", "table", "m1")]
    assert sorted(one.text for one in numerals) == ["1", "3", "500"]
