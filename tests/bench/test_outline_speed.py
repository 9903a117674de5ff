"""How long the outline of a long document takes."""

from __future__ import annotations

import time

import pytest

from engine.lexicon.lexicon import Lexicon
from engine.model.flow import Flow, FontSpan, Paragraph, Segment, Style
from engine.parsing.front import find_front
from engine.parsing.outline import find_outline

PAGES = 1000
SECONDS = 2.0


def long_flow() -> Flow:
    """A thousand pages of 30 lines: chapters, sections, run-in headings, lists, bodies that count off."""
    texts: list[tuple[str, float]] = [("关于全市经济社会发展情况的报告", 22.0)]
    for page in range(PAGES):
        if page % 20 == 0:
            texts.append((f"第{page // 20 + 1}章 发展情况之{page}", 18.0))
        texts.append((f"{page // 20 + 1}.{page % 20 + 1} 工作进展", 14.0))
        texts += [
            (f"（{sign}）扎实推进{sign}项工作。" + "各地各部门认真贯彻落实，取得成效。" * 8, 12.0) for sign in "一二三"
        ]
        texts.append(
            (
                "主要有以下经验。一是坚持统筹推进。各级高度重视，成效明显。二是坚持改革创新。破解难题，增强动力。" * 2,
                12.0,
            )
        )
        texts += [(f"{number}、完成投资1.5亿元，增长8.1%；", 12.0) for number in range(1, 6)]
    paragraphs: list[Paragraph] = []
    fonts: list[FontSpan] = []
    at = 0
    for text, size in texts:
        end = at + len(text)
        paragraphs.append(Paragraph("body", at, end, Style(size=size, font="SimSun"), tuple(range(at, end, 28))))
        fonts.append(FontSpan(at, end, "SimSun", size, size > 12))
        at = end
    return Flow("".join(text for text, _ in texts), tuple(paragraphs), (Segment(0, at, 1, 0, at),), tuple(fonts))


@pytest.mark.bench
def test_the_outline_of_a_thousand_pages_takes_less_than_two_seconds() -> None:
    flow, lexicon = long_flow(), Lexicon()
    find_outline(flow, find_front(flow, lexicon), (), lexicon)  # loads the tables
    start = time.process_time()
    found = find_outline(flow, find_front(flow, lexicon), (), lexicon)
    spent = time.process_time() - start
    assert len(found) > PAGES
    assert spent < SECONDS, f"{spent:.2f} s for {len(flow.paragraphs)} paragraphs"
