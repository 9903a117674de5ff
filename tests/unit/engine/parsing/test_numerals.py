"""Every numeral of a document stands in the list once, with what it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from engine.lexicon.lexicon import Lexicon
from engine.model.flow import Flow, Furniture, Paragraph, Segment, flow_of_texts
from engine.model.parse import Heading, Numeral, Source
from engine.model.place import Place
from engine.parsing.document import parse_flow
from engine.parsing.metrics.find import find_metrics
from engine.parsing.metrics.scan import scan_flow
from engine.parsing.numerals import find_numerals
from engine.pdf.reader import PdfFile
from engine.text.flow import build_flow

LEXICON = Lexicon()


def numerals(flow: Flow, outline: tuple[Heading, ...] = ()) -> tuple[Numeral, ...]:
    scans = scan_flow(flow, LEXICON)
    return find_numerals(flow, find_metrics(flow, outline, (), LEXICON, scans=scans), outline, scans)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2011年9月28日", [("2011", "date"), ("9", "date"), ("28", "date")]),
        ("粮食产量5亿吨", [("5亿", "metric")]),
        ("五年来产量增长5%", [("五", "period"), ("5", "metric")]),
        ("“十一五”期间", [("十一五", "plan")]),
        ("国发〔2011〕5号", [("2011", "document-number"), ("5", "document-number")]),
        ("第三十二条", [("三十二", "ordinal")]),
        ("贯彻“四个意识”", [("四", "slogan")]),
        ("拨打81890热线", [("81890", "name")]),
        ("PM2.5和5G网络", [("2.5", "name"), ("5", "name")]),
        ("党的二十大召开", [("二十", "name")]),
        ("见表3", [("3", "ordinal")]),
        ("①统一部署", [("①", "ordinal")]),
    ],
)
def test_a_numeral_has_its_class(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.text, one.cls) for one in numerals(flow_of_texts([text]))] == expected


def test_a_marker_is_apart_from_the_digits_behind_it() -> None:
    outline = (Heading("h1", 1, "11.", "121人才梯队项目", "runin", 1.0, (0, 13)),)
    found = numerals(flow_of_texts(["11.121人才梯队项目。培养100名人才。"]), outline)
    assert [(one.text, one.cls) for one in found] == [("11", "ordinal"), ("121", "name"), ("100", "metric")]


def test_the_base_of_a_change_belongs_to_its_metric() -> None:
    found = numerals(flow_of_texts(["森林覆盖率由42.1%提高到43.5%。"]))
    assert [(one.text, one.cls, one.item) for one in found] == [("42.1", "metric", "m1"), ("43.5", "metric", "m1")]


def test_numerals_of_running_matter_have_no_span() -> None:
    furniture = Furniture("page-number", "-12-", (Place(1, (2, 6), ()),))
    flow = Flow("正文", (Paragraph("body", 0, 2),), (Segment(0, 2, 1, 0, 2),), furniture=(furniture,))
    (found,) = numerals(flow)
    assert (found.text, found.cls, found.span, found.places[0].chars) == ("12", "furniture", None, (3, 5))


@pytest.mark.parametrize(
    "name",
    ["yinzhou-2011/speech-clean", "state-council-2023/report", "qiandongnan-2016/bulletin", "guangzhou-talent/plan"],
)
def test_each_digit_string_of_the_pages_is_listed_once(shared: Path, name: str) -> None:
    file = PdfFile.open((shared / "corpus" / f"{name}.pdf").read_bytes())
    pages = [file.content(number) for number in range(1, file.page_count + 1)]
    file.close()
    parse = parse_flow(build_flow(pages), Source(name, "", len(pages)), lexicon=LEXICON)
    covered: dict[tuple[int, int], int] = {}
    for numeral in parse.numerals:
        for place in numeral.places:
            for at in range(*(place.chars or (0, 0))):
                covered[place.page, at] = covered.get((place.page, at), 0) + 1
    for page in pages:
        for digits in re.finditer(r"[0-9０-９]+", page.text):
            times = {covered.get((page.info.number, at), 0) for at in range(*digits.span())}
            assert times == {1}, (page.info.number, digits[0])
