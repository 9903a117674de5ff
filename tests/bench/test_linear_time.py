"""Finding metrics takes a time linear in the length of a text, however odd it is."""

from __future__ import annotations

import time

import pytest

from engine.lexicon.lexicon import Lexicon
from engine.model.flow import flow_of_texts
from engine.parsing.metrics.find import find_metrics

pytestmark = pytest.mark.bench
LEXICON = Lexicon()


@pytest.mark.parametrize(
    "unit",
    [
        "一",
        "1",
        "千",
        "1,",
        "第",
        "百分之",
        "从1到",
        "比上年",
        "（",
        "1、",
        "的",
        "增长",
        "12345年",
        "一二三四五",
        "以来",
        "超过",
        "全年增长5%，",
    ],
)
def test_time_is_linear_in_the_length(unit: str) -> None:
    def seconds(length: int) -> float:
        flow = flow_of_texts([unit * length])
        start = time.process_time()
        find_metrics(flow, (), (), LEXICON)
        return time.process_time() - start

    seconds(10)
    short, long = seconds(500), seconds(4000)
    assert long < max(0.5, short * 24), (short, long)  # 8 for linear, 64 for quadratic
