"""Systems: names, owners, status, mentions of one system, and what is no system."""

from __future__ import annotations

import json
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.lexicon.lexicon import Lexicon
from engine.model.flow import flow_of_texts
from engine.model.parse import Heading, Metric, System, Written
from engine.parsing.front import find_front
from engine.parsing.outline import find_outline
from engine.parsing.systems import find_systems
from engine.pdf.reader import PdfFile
from engine.text.flow import build_flow


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon()


def systems_of(text: str, lexicon: Lexicon) -> tuple[System, ...]:
    return find_systems(flow_of_texts([text]), (), (), lexicon)


NAMES = [
    ("水利、国土等部门建立了水情、雨情、地质灾害遥测系统。", ["水情、雨情、地质灾害遥测系统"]),
    ("数字档案馆、数字博物馆、数字图书馆建设迈出了积极的步伐。", ["数字档案馆", "数字博物馆", "数字图书馆"]),
    ("网上信息公开平台和区长信箱运行良好。", ["网上信息公开平台", "区长信箱"]),
    ("建立了“企业百事灵”服务平台，日均受理事项1000余项。", ["“企业百事灵”服务平台"]),
    ("升级全域旅游大数据平台，接入重点景区视频监控。", ["全域旅游大数据平台"]),
    ("建设城市运行“一网统管”平台。", ["城市运行“一网统管”平台"]),
    ("加快建设城市大脑。", ["城市大脑"]),
    ("数据中心¹建设提速，建成“浙里办”APP。", ["“浙里办”APP"]),
    ("市公共数据平台应当与国家数据共享交换平台对接。", ["市公共数据平台", "国家数据共享交换平台"]),
]


@pytest.mark.parametrize(("text", "names"), NAMES, ids=[case[0] for case in NAMES])
def test_names_begin_after_verbs_and_end_at_their_heads(text: str, names: list[str], lexicon: Lexicon) -> None:
    assert [system.name for system in systems_of(text, lexicon)] == names


@pytest.mark.parametrize(
    "text",
    [
        "一批载体平台加快建设。",
        "通过这些平台的龙头效应，形成倒逼机制。",
        "严厉打击违规APP，下架恶意App。",
        "WhatsApp和智能电视操作系统存在风险。",
        "制定技术规范、平台标准，保护湿地生态系统。",
        "安卓系统占比较高。",
        "促进平台经济健康持续发展。",
        "完善社会保障体系和现代化经济体系。",
        "不仅打造路网、电网、供水网。",
        "要系统谋划、系统推进。",
        "一批重大水利工程开工建设。",
        "建设区域金融中心。",
        "推进中心城区更新。",
        "着力打造各类电子政务应用平台。",
        "网络和信息安全保障体系有待完善。",
        "教育系统和卫生系统招聘58名。",
    ],
)
def test_words_that_name_nothing_are_no_systems(text: str, lexicon: Lexicon) -> None:
    assert [system.name for system in systems_of(text, lexicon)] == []


def test_the_subject_of_building_owns_the_system(lexicon: Lexicon) -> None:
    (first,) = systems_of("审计部门建立了镇乡（街道）联网审计系统，在全国处于领先地位。", lexicon)
    assert (first.owner, first.status) == ("审计部门", "built")
    (second,) = systems_of("由市水务局牵头建设的排水防涝监测预警系统已上线运行。", lexicon)
    assert second.owner == "市水务局"


def test_repeated_and_shortened_names_are_one_system(lexicon: Lexicon) -> None:
    text = "“中国鄞州”政府门户网站保持领先。重点推进政府门户网站、电子监察系统建设。建成网上审批和电子监察系统。"
    systems = systems_of(text, lexicon)
    assert [(system.name, len(system.spans)) for system in systems] == [
        ("“中国鄞州”政府门户网站", 2),
        ("网上审批和电子监察系统", 2),
    ]


def test_sections_of_plans_name_planned_systems(lexicon: Lexicon) -> None:
    flow = flow_of_texts(["二、主要任务", "建设市级政务云平台。"])
    heading = Heading("h1", 1, "二、", "主要任务", "block", 0.9, (0, 6))
    (system,) = find_systems(flow, (heading,), (), lexicon)
    assert system.status == "planned"


def test_a_metric_belongs_to_the_system_named_before_it_in_its_sentence(lexicon: Lexicon) -> None:
    text = "区、镇两级建立了统一办公系统，应用率达98%以上；共有企业30家。"
    metrics = [
        Metric(
            id=name,
            name=name,
            value=1,
            unit="",
            kind="level",
            status="achieved",
            quote=quote,
            written=Written(quote, ""),
            sentence=text,
            confidence=1,
            span=(text.index(quote), text.index(quote) + len(quote)),
        )
        for name, quote in (("m1", "98%"), ("m2", "30家"))
    ]
    (system,) = find_systems(flow_of_texts([text]), (), tuple(metrics), lexicon)
    assert (system.owner, system.metrics) == ("区、镇两级", ("m1",))


def test_the_gold_speech_is_read_as_its_readers_did(shared: Path, lexicon: Lexicon) -> None:
    folder = shared / "corpus" / "yinzhou-2011"
    file = PdfFile.open((folder / "speech-with-site-furniture.pdf").read_bytes())
    try:
        flow = build_flow(file.content(number) for number in range(1, file.page_count + 1))
    finally:
        file.close()
    outline = find_outline(flow, find_front(flow, lexicon), (), lexicon)
    got = [msgspec.to_builtins(system) for system in find_systems(flow, outline, (), lexicon)]
    spec = spec_from_file_location("score", shared / "score" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    score = module_from_spec(spec)
    spec.loader.exec_module(score)
    result = score.score_systems(json.loads((folder / "gold.json").read_text("utf-8"))["systems"], got)
    assert result["f1"] >= 0.9
    assert result["owner"] >= 0.85


WORDS = Lexicon()


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["平台", "系统", "网", "“", "”", "、", "和", "建立了", "市", "数据", "（", "）", "的", "，", "12"]
        )
        | st.text(max_size=2),
        max_size=30,
    )
)
def test_odd_texts_never_raise_and_mentions_spell_their_name(pieces: list[str]) -> None:
    flow = flow_of_texts(["".join(pieces)])
    for system in find_systems(flow, (), (), WORDS):
        assert all(0 <= start < end <= len(flow.text) for start, end in system.spans)
