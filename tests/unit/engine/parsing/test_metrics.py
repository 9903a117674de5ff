"""Metrics of sentences: what each quantity is said of, and how."""

from __future__ import annotations

import pytest

from engine.lexicon.lexicon import Lexicon
from engine.model.flow import flow_of_texts
from engine.model.parse import Heading, Metric, Task
from engine.parsing.metrics.find import find_metrics

LEXICON = Lexicon()


def metrics(*texts: str, title: str | None = None) -> tuple[Metric, ...]:
    return find_metrics(flow_of_texts(texts), (), (), LEXICON, title=title)


def names(text: str) -> list[tuple[str, str]]:
    return [(one.quote, one.name) for one in metrics(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("光缆总长度达到11万芯公里。", [("11万芯公里", "光缆总长度")]),
        ("全年粮食产量122.35万吨，比上年增长1.8%。", [("122.35万吨", "粮食产量"), ("1.8%", "粮食产量")]),
        ("2家企业入选国家信息化标杆工程。", [("2家", "入选国家信息化标杆工程的企业")]),
        (
            "区中心机房为110多家单位提供服务器托管服务。",
            [("110多家", "区中心机房提供服务器托管服务的单位")],
        ),
        ("引进1万名具有博士学位的企业紧缺人才。", [("1万名", "企业紧缺人才")]),
        (
            "城乡居民人均可支配收入分别达到42350元和21680元，增长4.8%和6.9%。",
            [
                ("42350元", "城镇居民人均可支配收入"),
                ("21680元", "农村居民人均可支配收入"),
                ("4.8%", "城镇居民人均可支配收入"),
                ("6.9%", "农村居民人均可支配收入"),
            ],
        ),
        (
            "拥有固定电话、移动电话用户数52万户和172万户。",
            [("52万户", "固定电话用户数"), ("172万户", "移动电话用户数")],
        ),
        (
            "第一、二、三次产业增加值占全州生产总值的比重为19.6%、27.8%和52.6%。",
            [
                ("19.6%", "第一产业增加值占全州生产总值的比重"),
                ("27.8%", "第二产业增加值占全州生产总值的比重"),
                ("52.6%", "第三产业增加值占全州生产总值的比重"),
            ],
        ),
        ("恩格尔系数为30.2%，其中城镇为29.2%。", [("30.2%", "恩格尔系数"), ("29.2%", "城镇恩格尔系数")]),
        (
            "地区生产总值939亿元，增速位居全省第一。",
            [("939亿元", "地区生产总值"), ("第一", "地区生产总值增速全省位次")],
        ),
        ("90%以上的政务服务实现网上可办。", [("90%以上", "政务服务实现网上可办比例")]),
        ("实施亿元以上重点项目326个。", [("326个", "亿元以上重点项目")]),
        (
            "一般公共预算收入386亿元，为预算的102.3%。",
            [("386亿元", "一般公共预算收入"), ("102.3%", "一般公共预算收入占预算的比例")],
        ),
    ],
)  # fmt: skip
def test_a_quantity_is_named_by_what_it_is_said_of(text: str, expected: list[tuple[str, str]]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "kind", "direction"),
    [
        ("居民消费价格比上年上涨1.5%", "change", "up"),
        ("贷款平均利率较五年前下降1.5个百分点", "change", "down"),
        ("居民消费价格涨幅稳定在2%左右", "change", "up"),
        ("固定资产投资增速高于全省平均水平2.3个百分点", "change", "up"),
        ("全国基础研究经费增长1倍", "change", "up"),
        ("压减“三公”经费8.6%", "change", "down"),
        ("国内生产总值增加到121万亿元", "level", None),
        ("城镇新增就业1206万人", "level", None),
        ("市场主体总量是十年前的3倍", "multiple", None),
        ("动漫产量居全省第二位", "rank", None),
        ("人口自然增长率4.28‰", "level", None),
        ("粮食产量以年均8%的速度增长", "change", "up"),
    ],
)
def test_a_quantity_is_a_level_a_change_a_rank_or_a_multiple(text: str, kind: str, direction: str | None) -> None:
    assert [(one.kind, one.direction) for one in metrics(text)] == [(kind, direction)]


@pytest.mark.parametrize(
    "text",
    [
        "2011年9月28日召开会议。",
        "贯彻“六个加快”战略部署，增强“四个意识”。",
        "国发〔2011〕5号文件第三十二条规定。",
        "拨打81890服务热线，入驻创新128产业园。",
        "5G网络、C919飞机和PM2.5治理。",
        "实施“633”人才工程三年行动。",
        "一批企业、一系列举措、三大运营商。",
        "35岁以下青年优先。",
        "十三届全国人大五次会议批准。",
    ],
)
def test_dates_plans_names_and_slogans_are_no_metrics(text: str) -> None:
    assert metrics(text) == ()


@pytest.mark.parametrize(
    ("texts", "period"),
    [
        (["2023年粮食产量5亿吨。"], "2023年"),
        (["全年生产总值5亿元，增长3%。"], "全年"),
        (["“十一五”期间处理信件7800余封。"], "“十一五”期间"),
        (["五年来，我们做了以下工作。", "投资额5亿元。"], "五年来"),
        (["截至2023年6月底，贷款余额5亿元。"], "截至2023年6月底"),
        (["贷款余额比2015年增长5%。"], None),
    ],
)
def test_the_period_is_said_or_governs_from_before(texts: list[str], period: str | None) -> None:
    assert metrics(*texts)[-1].period == period


@pytest.mark.parametrize(
    ("text", "title", "status"),
    [
        ("粮食产量5亿吨。", None, "achieved"),
        ("预计软件产业总收入达到30亿元。", None, "forecast"),
        ("力争粮食产量达到5亿吨。", None, "target"),
        ("主要预期目标是：生产总值增长6%左右。", None, "target"),
        ("培养引进人才200名。", "人才发展规划", "target"),
        ("截至2023年底，实有经营主体48万户。", "三年行动方案", "achieved"),
        ("“十三五”时期，生产总值年均增长6.8%。", "“十四五”规划", "achieved"),
        ("这是重要平台，处理信件7800余封。", None, "achieved"),
    ],
)
def test_the_status_is_told_by_cue_or_by_the_kind_of_document(text: str, title: str | None, status: str) -> None:
    assert [one.status for one in metrics(text, title=title)] == [status]


def test_what_stands_under_a_heading_of_aims_is_a_target() -> None:
    flow = flow_of_texts(["一、工作回顾", "建成学校5所。", "二、主要目标", "建成学校8所。"])
    outline = (
        Heading("h1", 1, "一、", "工作回顾", "block", 1.0, (0, 6)),
        Heading("h2", 1, "二、", "主要目标", "block", 1.0, (13, 19)),
    )
    found = find_metrics(flow, outline, (), LEXICON)
    assert [(one.status, one.heading) for one in found] == [("achieved", "h1"), ("target", "h2")]


def test_the_owner_is_the_lead_unit_of_the_task_it_stands_in() -> None:
    flow = flow_of_texts(["引进人才100名。（牵头单位：市委组织部）", "建成学校8所。"])
    task = Task("t1", "引进人才", 1.0, (0, 21), lead=("市委组织部",))
    assert [one.owner for one in find_metrics(flow, (), (task,), LEXICON)] == ["市委组织部", None]


def test_the_base_of_a_change_is_left_out_and_its_name_kept() -> None:
    (found,) = metrics("森林覆盖率由42.1%提高到43.5%。")
    assert (found.name, found.value, found.kind) == ("森林覆盖率", 43.5, "level")


def test_written_form_places_and_sentence_are_those_of_the_text() -> None:
    text = "全年无事。累计公开23.5万 余笔审批业务。"
    flow = flow_of_texts([text])
    (found,) = find_metrics(flow, (), (), LEXICON)
    assert (found.written.number, found.written.unit, found.value) == ("23.5万余", "笔", 235000)
    assert found.quote == "23.5万余笔"
    assert text[slice(*found.span)] == "23.5万 余笔"
    assert found.places[0].chars == found.span
    assert found.sentence == "累计公开23.5万余笔审批业务。"
    name = found.fields["name"].places[0].chars
    assert name is not None
    assert text[slice(*name)] in found.name
