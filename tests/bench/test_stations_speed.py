"""Speed of tasks, systems and findings together: 200,000 characters a second of processor time, jieba loaded."""

from __future__ import annotations

import time

import pytest

from engine.lexicon.lexicon import Lexicon
from engine.model.flow import Flow, flow_of_texts
from engine.model.parse import Parse, Source
from engine.parsing.findings.station import find_findings
from engine.parsing.front import find_front
from engine.parsing.outline import find_outline
from engine.parsing.systems import find_systems
from engine.parsing.tasks import find_tasks
from tests.findings.measure import clean_documents


def _flow(times: int) -> Flow:
    return flow_of_texts([paragraph for document in clean_documents() for paragraph in document] * times)


def _seconds(flow: Flow, lexicon: Lexicon) -> float:
    front = find_front(flow, lexicon)
    outline = find_outline(flow, front, (), lexicon)
    start = time.process_time()
    tasks = find_tasks(flow, outline, lexicon)
    systems = find_systems(flow, outline, (), lexicon)
    parse = Parse("0", Source("text", "0", 1), front.front, outline, (), tasks, systems)
    find_findings(flow, parse, None, lexicon)
    return time.process_time() - start


@pytest.mark.bench
def test_the_three_stations_read_fast_and_in_linear_time() -> None:
    lexicon = Lexicon()
    _seconds(_flow(1), lexicon)
    small, large = _flow(4), _flow(32)
    fast = min(_seconds(small, lexicon) for _ in range(3))
    slow = min(_seconds(large, lexicon) for _ in range(2))
    print(f"{len(small.text) / fast:,.0f} and {len(large.text) / slow:,.0f} characters a second")
    assert len(large.text) / slow > 200_000 * 0.8
    assert slow < 2.5 * 8 * fast


@pytest.mark.bench
@pytest.mark.parametrize(
    "piece",
    [
        "（",
        "（市教育局负责）",
        "1",
        "1.",
        "由60%提高到",
        "平台",
        "网",
        "1月1日",
        "第一产业增加值1亿元",
        "一是",
        "，由市教育局",
    ],
)
def test_no_text_makes_a_station_slow(piece: str) -> None:
    lexicon = Lexicon()
    lexicon.words.tag("预热")
    short, long = (flow_of_texts([piece * (size // len(piece))]) for size in (10_000, 80_000))
    assert _seconds(long, lexicon) < 30 * max(_seconds(short, lexicon), 0.01)
