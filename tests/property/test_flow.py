"""The flow and the page say the same: every character leads to its box and back, whatever the page is like."""

from __future__ import annotations

from array import array

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.model.flow import Flow
from engine.model.geometry import Box, box_of_quad
from engine.model.page import FontRun, PageContent, PageInfo
from engine.text.flow import build_flow
from engine.text.turning import sideways, upright

_WORDS = st.text(alphabet="政府工作报告一二三（）。，、：第条章表图12390.%abGDP ——\u3000—①", min_size=1, max_size=24)
_TURNS = st.sampled_from([0, 90, 180, 270])


def turned(box: Box, page: Box, turn: int) -> Box:
    """Where an upright box stands on a page whose text runs in another direction."""
    return sideways(box, page, turn)


@st.composite
def set_pages(draw: st.DrawFn) -> PageContent:
    """A page with lines of text set on it as PDFium would report them: any size, origin and direction."""
    width, height = draw(st.integers(60, 1200)), draw(st.integers(60, 1200))
    x, y = draw(st.integers(-300, 300)), draw(st.integers(-300, 300))
    page = Box(x, y, x + width, y + height)
    turn = draw(_TURNS)
    text, boxes, fonts = "", array("f"), []
    for words in draw(st.lists(_WORDS, max_size=12)):
        size = draw(st.floats(5, 40))
        left, bottom = draw(st.floats(0, width)), draw(st.floats(0, height))
        start = len(text)
        for at, sign in enumerate(words):
            if sign == " ":
                boxes.extend((0.0, 0.0, 0.0, 0.0))
            else:
                boxes.extend(turned(Box(left + at * size, bottom, left + (at + 1) * size, bottom + size), page, turn))
        text += words + "\r\n"
        boxes.extend((0.0,) * 8)
        fonts.append(FontRun(start, len(text), draw(st.sampled_from(["FangSong", "SimHei"])), size, angle=turn))
    rules = tuple(
        Box(a, b, a + draw(st.integers(1, 400)), b + draw(st.sampled_from([1, 2, 200])))
        for a, b in draw(st.lists(st.tuples(st.integers(0, 500), st.integers(0, 500)), max_size=8))
    )
    info = PageInfo(1, page, draw(_TURNS))
    return PageContent(info, text, boxes, tuple(fonts), rules, rules[:2])


@st.composite
def any_pages(draw: st.DrawFn) -> PageContent:
    """A page whose characters, boxes and fonts need not make sense."""
    text = draw(st.text(max_size=60))
    numbers = st.floats(-2000, 2000, width=32)
    boxes = array("f", draw(st.lists(numbers, min_size=4 * len(text), max_size=4 * len(text))))
    for at in range(0, len(boxes), 4):
        boxes[at], boxes[at + 2] = min(boxes[at], boxes[at + 2]), max(boxes[at], boxes[at + 2])
        boxes[at + 1], boxes[at + 3] = min(boxes[at + 1], boxes[at + 3]), max(boxes[at + 1], boxes[at + 3])
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=4)))
    fonts = tuple(
        FontRun(
            start,
            end,
            "F",
            draw(st.floats(0, 50)),
            draw(st.booleans()),
            draw(st.integers(-179, 180)),
            draw(st.booleans()),
        )
        for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)
        if end > start
    )
    sides = st.floats(-500, 1500)
    rules = tuple(
        Box(min(a, c), min(b, d), max(a, c), max(b, d))
        for a, b, c, d in draw(st.lists(st.tuples(sides, sides, sides, sides), max_size=12))
    )
    return PageContent(PageInfo(1, Box(0, 0, 595, 842), draw(_TURNS)), text, boxes, fonts, rules, rules)


def numbered(pages: list[PageContent]) -> list[PageContent]:
    return [page._replace(info=page.info._replace(number=at)) for at, page in enumerate(pages, 1)]


def check(flow: Flow, pages: list[PageContent]) -> None:
    """What holds of every flow."""
    assert "".join(flow.of(paragraph) for paragraph in flow.paragraphs) == flow.text
    at = 0
    for segment in flow.segments:
        assert segment.start == at
        at = segment.end
        raw = pages[segment.page - 1].text
        assert 0 <= segment.raw_start < segment.raw_end <= len(raw)
    assert at == len(flow.text)
    for paragraph in flow.paragraphs:
        assert paragraph.end > paragraph.start
        assert paragraph.lines[0] == paragraph.start
    for table in flow.tables:
        for cell in table.cells:
            assert 0 <= cell.start <= cell.end <= len(flow.text)
            assert cell.row + cell.row_span <= table.rows
            assert cell.column + cell.column_span <= table.columns
    assert set(flow.labels) == {page.info.number for page in pages}


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@given(st.lists(set_pages(), min_size=1, max_size=3))
def test_every_character_of_the_flow_leads_to_its_box_and_back(drawn: list[PageContent]) -> None:
    pages = numbered(drawn)
    flow = build_flow(pages)
    check(flow, pages)
    seen: set[tuple[int, int]] = set()
    for segment in flow.segments:
        content = pages[segment.page - 1]
        assert segment.end - segment.start == segment.raw_end - segment.raw_start
        for offset in range(segment.end - segment.start):
            raw = segment.raw_start + offset
            sign = flow.text[segment.start + offset]
            assert (segment.page, raw) not in seen
            seen.add((segment.page, raw))
            if sign == " ":
                assert content.text[raw].isspace()
                continue
            assert content.text[raw] == sign or sign in "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾"
            assert not content.box(raw).is_empty()
            place = flow.places(segment.start + offset, segment.start + offset + 1)
            assert [(part.page, part.chars) for part in place] == [(segment.page, (raw, raw + 1))]


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@given(st.lists(set_pages(), min_size=1, max_size=2), st.data())
def test_quads_of_a_range_cover_its_characters(drawn: list[PageContent], data: st.DataObject) -> None:
    pages = numbered(drawn)
    flow = build_flow(pages)
    start = data.draw(st.integers(0, len(flow.text)))
    end = data.draw(st.integers(start, len(flow.text)))
    areas = [(place.page, box_of_quad(quad)) for place in flow.places(start, end) for quad in place.quads]
    for offset in range(start, end):
        if flow.text[offset] == " ":
            continue
        (place,) = flow.places(offset, offset + 1)
        assert place.chars is not None
        box = pages[place.page - 1].box(place.chars[0])
        assert any(
            page == place.page
            and area.left <= box.left + 0.1
            and area.right >= box.right - 0.1
            and area.bottom <= box.bottom + 0.1
            and area.top >= box.top - 0.1
            for page, area in areas
        )


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=120)
@given(st.lists(any_pages(), max_size=3))
def test_no_page_however_odd_stops_the_flow(drawn: list[PageContent]) -> None:
    pages = numbered(drawn)
    check(build_flow(pages), pages)


@given(
    st.tuples(*[st.floats(-500, 500)] * 4),
    st.tuples(*[st.floats(-500, 500)] * 4),
    _TURNS,
)
def test_turning_a_box_upright_and_back_is_the_box(
    box: tuple[float, float, float, float], page: tuple[float, float, float, float], turn: int
) -> None:
    a, b, c, d = box
    one = Box(min(a, c), min(b, d), max(a, c), max(b, d))
    e, f, g, h = page
    sheet = Box(min(e, g), min(f, h), max(e, g), max(f, h))
    back = sideways(upright(one, sheet, turn), sheet, turn)
    assert all(abs(x - y) < 1e-6 for x, y in zip(back, one, strict=True))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=40)
@given(set_pages())
def test_nothing_printed_is_lost_between_flow_and_furniture(page: PageContent) -> None:
    flow = build_flow([page])
    kept = {raw for segment in flow.segments for raw in range(segment.raw_start, segment.raw_end)}
    kept |= {
        raw
        for item in flow.furniture
        for place in item.places
        if place.chars is not None
        for raw in range(*place.chars)
    }
    printed = {at for at, sign in enumerate(page.text) if not sign.isspace() and not page.box(at).is_empty()}
    doubles = {at for at in printed - kept if _is_printed_elsewhere(page, at, kept)}
    assert printed - kept - doubles == set()


def _is_printed_elsewhere(page: PageContent, at: int, kept: set[int]) -> bool:
    box, size = page.box(at), page.box(at).height
    return any(
        page.text[other] == page.text[at]
        and abs(page.box(other).left - box.left) < 0.5 * size
        and abs(page.box(other).bottom - box.bottom) < 0.5 * size
        for other in kept
    )
