# ruff: noqa: E501  (pieces of text in one list)
"""The outline of any text whatever: never raises, stays inside the text, levels are depths."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.lexicon.lexicon import Lexicon
from engine.model.flow import Flow, FontSpan, Paragraph, Segment, Style
from engine.model.link import Bookmark
from engine.parsing.front import find_front
from engine.parsing.outline import find_outline

LEXICON = Lexicon()
PIECES = st.sampled_from(
    ["一、", "（二）", "3.", "1.5", "2.3.1 ", "第四章", "第五条 ", "附件1", "一是", "二要", "首先，", "——", "目录", "……12", "①", "Ⅰ、", "总体要求", "工作", "。", "；", "：", "“", "”", "（", "）", " ", "　",
     "2023年3月1日", "关于", "的通知", "人民政府", "王建国", "同志们：", "文件", "特急", "各区：", "抄送：", "𠀀", "a", "\n", "图1 "]
)  # fmt: skip
LINES = st.lists(st.one_of(st.lists(PIECES, max_size=8).map("".join), st.text(max_size=30)), max_size=30)
KINDS = st.sampled_from(["body", "heading", "toc", "cell", "list", "caption", "title"])


@st.composite
def flows(draw: st.DrawFn) -> Flow:
    """A flow with arbitrary paragraphs, kinds, sizes and gaps between its raw characters."""
    lines = draw(LINES)
    paragraphs: list[Paragraph] = []
    fonts: list[FontSpan] = []
    segments: list[Segment] = []
    at = raw = 0
    for line in lines:
        end = at + len(line)
        size = draw(st.sampled_from([0.0, 10.5, 12.0, 16.0, 22.0]))
        middle = at + len(line) // 2
        starts = (at, middle) if middle > at else (at,)
        style = Style(size, draw(st.booleans()), "SimSun", draw(st.sampled_from(["left", "centre", "right"])))
        paragraphs.append(Paragraph(draw(KINDS), at, end, style, starts))
        if line and draw(st.booleans()):
            fonts.append(FontSpan(at, end, "SimHei", size, draw(st.booleans())))
        if line:
            segments += [Segment(at, middle, 1, raw, raw + middle - at)] if middle > at else []
            raw += middle - at + draw(st.integers(0, 2))
            segments.append(Segment(middle, end, 1, raw, raw + end - middle))
            raw += end - middle + 1
        at = end
    return Flow("".join(lines), tuple(paragraphs), tuple(segments), tuple(fonts))


@settings(max_examples=300, deadline=None)
@given(flows(), st.lists(st.builds(Bookmark, st.integers(1, 9), st.text(max_size=9), st.integers(0, 3)), max_size=6))
def test_any_text_has_an_outline_inside_itself_with_depths_as_levels(flow: Flow, bookmarks: list[Bookmark]) -> None:
    front = find_front(flow, LEXICON)
    found = find_outline(flow, front, tuple(bookmarks), LEXICON)
    assert 0 <= front.body_start <= len(flow.text)
    assert 0 <= front.body_end <= len(flow.text)
    assert all(0 <= start <= end <= len(flow.text) for start, end in front.spans.values())
    for heading in found:
        assert 0 <= heading.span[0] <= heading.span[1] <= len(flow.text)
        assert heading.level >= 1
        assert 0 < heading.confidence < 1
    assert all(one.span[0] <= other.span[0] for one, other in pairwise(found))
    assert [heading.id for heading in found] == [f"h{at}" for at in range(1, len(found) + 1)]
    steps = [other.level - one.level for one, other in pairwise(h for h in found if h.style != "thesis")]
    assert all(step <= 1 for step in steps)
