"""No text, however odd, raises, and time grows with its length only."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from engine.lexicon.lexicon import Lexicon
from engine.model.flow import flow_of_texts
from engine.parsing.metrics.find import find_metrics
from engine.parsing.metrics.scan import scan_flow
from engine.parsing.numerals import find_numerals
from engine.parsing.quantities.find import find_quantities

LEXICON = Lexicon()
PIECES = st.sampled_from(
    [
        *"零〇一二两三四五六七八九十百千万亿兆壹拾廿卅半多余几数来点分之负-+.,，。、；：0123456789%‰年月日个家元（）“”第从由到至占比的和",
        "百分之", "增长", "下降", "超过", "以上", "达到", "比上年", "其中", "分别", "全年", "12.5", "1,234",
        "万元", "平方公里",
        "翻", "番", "倍", "成", "折", " ", "\n", "A", "５", "企业", "入选", "截至", "“十四五”", "居全省",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=60))


@given(TEXTS)
def test_every_quantity_lies_in_its_text_in_order(text: str) -> None:
    at = 0
    for one in find_quantities(text, LEXICON):
        assert at <= one.start <= one.number_start < one.number_end <= one.unit_end
        assert one.number_end <= one.end <= len(text)
        assert one.value == one.value
        at = one.end


@given(st.lists(TEXTS, max_size=4))
def test_metrics_and_numerals_of_anything_lie_in_the_flow(texts: list[str]) -> None:
    flow = flow_of_texts(texts)
    scans = scan_flow(flow, LEXICON)
    metrics = find_metrics(flow, (), (), LEXICON, scans=scans)
    covered = [False] * len(flow.text)
    for numeral in find_numerals(flow, metrics, (), scans):
        assert numeral.span is not None
        for at in range(*numeral.span):
            assert not covered[at]
            covered[at] = True
    assert all(covered[at] for at, char in enumerate(flow.text) if char in "0123456789")
    for metric in metrics:
        assert 0 <= metric.span[0] < metric.span[1] <= len(flow.text)
        assert metric.name
        assert 0 < metric.confidence <= 1
