# ruff: noqa: E501  (documents are typed as one string)
"""Front and back matter of documents typed by hand, after GB/T 9704-2012."""

from __future__ import annotations

import pytest

from engine.lexicon.lexicon import Lexicon
from engine.model.flow import Flow, flow_of_texts
from engine.parsing.front import FrontMatter, find_front
from engine.parsing.front.dates import find_date

BODY = (
    "为深入贯彻落实党中央、国务院决策部署，进一步激发市场主体活力，经市政府同意，现提出如下实施意见，请认真贯彻执行。"
)


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon()


def flow_of(text: str) -> Flow:
    return flow_of_texts([BODY if line.strip() == "*" else line.strip() for line in text.strip().splitlines()])


def front(lexicon: Lexicon, text: str) -> FrontMatter:
    return find_front(flow_of(text), lexicon)


NOTICE = """
000123
机密★1年
特急
临江市人民政府文件
临政发〔2024〕12号　　签发人：张建国
临江市人民政府
关于进一步优化营商环境的实施意见
各县（市、区）人民政府，市政府各部门、各直属机构：
*
一、总体要求
*
附件：1.重点任务分工表
2.指标体系说明
临江市人民政府
2024年3月18日
（此件公开发布）
抄送：市委各部门，市人大常委会办公室。
临江市人民政府办公室　　2024年3月19日印发
"""


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("copy_number", "000123"), ("secrecy", "机密★1年"), ("urgency", "特急"), ("issuer", "临江市人民政府"),
        ("document_number", "临政发〔2024〕12号"), ("signatory", "张建国"),
        ("title", "临江市人民政府关于进一步优化营商环境的实施意见"),
        ("recipients", "各县（市、区）人民政府，市政府各部门、各直属机构："), ("date", "2024-03-18"),
        ("attachments", ("重点任务分工表", "指标体系说明")), ("note", "此件公开发布"),
        ("copies_to", "市委各部门，市人大常委会办公室"), ("printed_by", "临江市人民政府办公室"),
    ],
)  # fmt: skip
def test_every_element_of_an_official_document_is_read(lexicon: Lexicon, field: str, value: object) -> None:
    assert getattr(front(lexicon, NOTICE).front, field) == value


def test_the_body_begins_after_the_recipients_and_ends_before_the_annex_list(lexicon: Lexicon) -> None:
    flow = flow_of(NOTICE)
    found = find_front(flow, lexicon)
    assert flow.text[found.body_start :].startswith("为深入贯彻")
    assert flow.text[found.body_end :].startswith("附件：1.")


def test_spans_lead_to_the_words(lexicon: Lexicon) -> None:
    flow = flow_of(NOTICE)
    found = find_front(flow, lexicon)
    assert flow.text[slice(*found.spans["document_number"])] == "临政发〔2024〕12号"
    assert flow.text[slice(*found.spans["signatory"])] == "张建国"


def test_a_speech_has_subtitle_speaker_date_and_salutation(lexicon: Lexicon) -> None:
    found = front(lexicon, "让城市更智慧\n在全区工作会议上的讲话\n毛春阳\n（二〇一一年九月二十八日）\n同志们:\n*").front
    assert (found.title, found.subtitle) == ("让城市更智慧", "在全区工作会议上的讲话")
    assert (found.speaker, found.date, found.salutation) == ("毛春阳", "2011-09-28", "同志们:")


def test_a_speech_without_another_title_is_titled_by_its_occasion(lexicon: Lexicon) -> None:
    found = front(lexicon, "在全市招商引资工作推进会上的讲话\n（2022年4月15日）\n王建国\n同志们：\n*").front
    assert (found.title, found.subtitle, found.speaker) == ("在全市招商引资工作推进会上的讲话", None, "王建国")


def test_a_report_to_a_congress_takes_its_date_from_the_subtitle(lexicon: Lexicon) -> None:
    found = front(
        lexicon, "政府工作报告\n——2023年3月5日在第十四届全国人民代表大会第一次会议上\n国务院总理　李克强\n各位代表：\n*"
    ).front
    assert (found.title, found.date, found.speaker) == ("政府工作报告", "2023-03-05", "李克强")
    assert found.subtitle == "2023年3月5日在第十四届全国人民代表大会第一次会议上"


def test_two_organs_sign_together(lexicon: Lexicon) -> None:
    found = front(
        lexicon,
        "黔东南州2016年国民经济和社会发展统计公报\n黔东南州统计局 国家统计局黔东南调查队\n2017年3月16日\n*\n一、综合\n*",
    ).front
    assert found.issuer == "黔东南州统计局 国家统计局黔东南调查队"
    assert found.date == "2017-03-16"


def test_a_law_has_its_note_of_enactment(lexicon: Lexicon) -> None:
    found = front(
        lexicon,
        "某市市容管理条例\n（2021年9月28日某市第五届人民代表大会常务委员会第三十次会议通过）\n目录\n第一章 总则\n第二章 附则\n第一章 总则\n第一条 为了加强管理，制定本条例。\n第二章 附则\n第二条 本条例自公布之日起施行。",
    ).front
    assert found.title == "某市市容管理条例"
    assert found.enactment is not None
    assert found.date == "2021-09-28"


def test_a_text_without_front_matter_has_none(lexicon: Lexicon) -> None:
    found = front(lexicon, "*\n*")
    assert found.front.title is None
    assert found.matter == frozenset()
    assert (found.body_start, found.body_end) == (0, 2 * len(BODY))


def test_an_empty_flow_has_empty_front_matter(lexicon: Lexicon) -> None:
    assert find_front(flow_of_texts([]), lexicon) == FrontMatter()


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("二〇一一年九月二十八日", "2011-09-28"), ("二○一一年九月二十八日", "2011-09-28"), ("二一一年九月二十八日", "2011-09-28"),
        ("二零二三年十二月一日", "2023-12-01"), ("2017 年 3 月 16 日", "2017-03-16"), ("２０１７年３月１６日", "2017-03-16"),
        ("2021-09-28", "2021-09-28"), ("2021.9.28", "2021-09-28"), ("2022年6月", "2022-06"), ("一九九八年元月五日", "1998-01-05"),
    ],
)  # fmt: skip
def test_dates_are_read_in_either_numerals(written: str, iso: str) -> None:
    found = find_date(written)
    assert found is not None
    assert found[0] == iso


@pytest.mark.parametrize("written", ["2023年", "13.5亿元", "2023年13月1日", "第三十二日", "1.2.3"])
def test_other_numbers_are_no_dates(written: str) -> None:
    assert find_date(written) is None


def test_a_title_goes_on_while_its_book_title_mark_is_open(lexicon: Lexicon) -> None:
    text = "临江市人民政府关于印发《临江市\n数字经济发展三年行动方案\n（2024—2026年）》的通知\n各县人民政府：\n*"
    found = front(lexicon, text).front.title
    assert found == "临江市人民政府关于印发《临江市数字经济发展三年行动方案（2024—2026年）》的通知"


def test_a_heading_numbered_by_stems_is_no_part_of_the_title(lexicon: Lexicon) -> None:
    assert front(lexicon, "预算说明\n（甲）收入\n*\n（乙）支出\n*").front.title == "预算说明"
