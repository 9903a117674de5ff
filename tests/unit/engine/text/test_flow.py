"""What the flow makes of pages: lines, running matter, paragraphs, notes, tables."""

from __future__ import annotations

from pathlib import Path

import pytest
from setting import Set, page, prose, rule, wall

from engine.lexicon.damage import load_damage
from engine.model.flow import Flow
from engine.model.geometry import Box
from engine.pdf.reader import PdfFile
from engine.text.flow import build_flow

LONG = "各级人民政府要加强组织领导健全工作机制明确责任分工强化督促检查确保各项任务落到实处" * 2
OTHER = "有关部门应当按照职责分工密切配合形成工作合力及时研究解决工作中出现的新情况新问题" * 2


def texts(flow: Flow) -> list[str]:
    return [flow.of(paragraph) for paragraph in flow.paragraphs]


def kinds(flow: Flow) -> list[str]:
    return [paragraph.kind for paragraph in flow.paragraphs]


def test_lines_of_a_paragraph_are_joined_and_an_indent_begins_the_next() -> None:
    first, second = LONG + "。", OTHER + "。"
    flow = build_flow([page(*prose(first), *prose(second, 740 - 28 * 4))])
    assert texts(flow) == [first, second]
    assert flow.paragraphs[0].style.indent == 32
    assert len(flow.paragraphs[0].lines) == 4


def test_a_paragraph_goes_on_over_a_page_break() -> None:
    whole = prose(LONG + "。")
    above, below = whole[:2], [line._replace(bottom=line.bottom + 56) for line in whole[2:]]
    flow = build_flow([page(*above), page(*below, *prose(OTHER + "。", 600), number=2)])
    assert texts(flow)[0] == LONG + "。"
    assert [place.page for place in flow.places(0, len(LONG))] == [1, 2]


def test_page_numbers_and_heads_are_set_aside_and_label_the_pages() -> None:
    pages = [
        page(
            Set("某市人民政府公报", 240, 800, 9),
            *prose(LONG + "。"),
            Set(f"— {number + 4} —", 270, 60, 14),
            number=number,
        )
        for number in (1, 2)
    ]
    flow = build_flow(pages)
    assert [item.kind for item in flow.furniture] == ["header", "page-number"] * 2
    assert flow.labels == {1: "5", 2: "6"}
    assert texts(flow) == [LONG + "。", LONG + "。"]


def test_a_page_number_drawn_in_parts_is_one_and_a_title_beside_a_number_is_none() -> None:
    pages = [
        page(
            Set("某市公报", 80, 800, 9),
            Set(str(number), 500, 800, 9),
            *prose(LONG + "。"),
            *(Set(sign, 250 + 16 * at, 60, 14) for at, sign in enumerate(("—", str(number), "—"))),
            number=number,
        )
        for number in (1, 2)
    ]
    flow = build_flow(pages)
    assert [(item.kind, item.text) for item in flow.furniture][:2] == [
        ("header", "某市公报 1"),
        ("page-number", "— 1 —"),
    ]


def test_the_documents_own_page_number_labels_before_a_sites() -> None:
    pages = [
        page(
            *prose(LONG + "。"),
            Set(str(number + 10), 290, 70, 11),
            Set(f"精心整理 - - 第 {number} 页，共 2 页 - -", 80, 40, 9),
            number=number,
        )
        for number in (1, 2)
    ]
    assert build_flow(pages).labels == {1: "11", 2: "12"}


def test_text_drawn_letter_by_letter_has_no_blanks_left_but_latin_words_keep_theirs() -> None:
    flow = build_flow(
        [page(Set("综 合 治 理", spread=6), Set("Public Data Act", bottom=600), Set("共 12 项", bottom=500))]
    )
    assert texts(flow) == ["综合治理", "Public Data Act", "共12项"]


def test_text_printed_twice_for_weight_counts_once() -> None:
    flow = build_flow([page(Set("重要通知"), Set("重要通知", 80.5, 700.2))])
    assert texts(flow) == ["重要通知"]


def test_letters_printed_twice_one_by_one_count_once() -> None:
    doubled = page(*(Set(sign, 80 + 16 * at + off, 700) for at, sign in enumerate("重要") for off in (0.0, 0.6)))
    assert texts(build_flow([doubled])) == ["重要"]


def test_narrow_letters_side_by_side_are_not_one_printed_twice() -> None:
    flow = build_flow([page(Set("all calls"))])
    assert texts(flow) == ["all calls"]


def test_hidden_text_is_furniture_unless_it_is_all_a_scan_has() -> None:
    beside = build_flow([page(*prose(LONG + "。"), Set("看不见的字", 80, 300, visible=False))])
    assert texts(beside) == [LONG + "。"]
    assert [item.text for item in beside.furniture] == ["看不见的字"]
    alone = build_flow([page(Set("扫描后认出的字", visible=False))])
    assert texts(alone) == ["扫描后认出的字"]


def test_slanted_text_is_a_watermark() -> None:
    flow = build_flow([page(*prose(LONG + "。"), Set("内部资料", 200, 400, 60, angle=45))])
    assert [(item.kind, item.text) for item in flow.furniture] == [("watermark", "内部资料")]


def test_a_notes_mark_is_no_digit_of_the_number_before_it() -> None:
    flow = build_flow([page(Set("增长5%", 80, 700), Set("1", 80 + 16 * 2 + 16 + 8, 707, 8))])
    assert texts(flow) == ["增长5%¹"]


def test_footnotes_stand_after_the_paragraph_that_goes_on_over_the_page() -> None:
    whole = prose(LONG + "。")
    note = [Set("①数据来源于年度公报。", 80, 90, 10)]
    rest = [line._replace(bottom=line.bottom + 56) for line in whole[2:]]
    others = prose(OTHER + "。", 600)
    flow = build_flow([page(*whole[:2], *note, rules=[rule(80, 200, 105)]), page(*rest, *others, number=2)])
    assert texts(flow) == [LONG + "。", "①数据来源于年度公报。", OTHER + "。"]
    assert kinds(flow)[1] == "footnote"


def test_entries_of_contents_are_one_paragraph_each() -> None:
    lines = [
        Set(f"{name}{'.' * 40}{at}", 80, 700 - 28 * at) for at, name in enumerate(("一、总则", "二、任务", "三、保障"))
    ]
    flow = build_flow([page(Set("目录", 280, 740), *lines)])
    assert kinds(flow)[1:] == ["toc"] * 3


def test_a_ruled_table_is_cells_and_the_paragraph_around_it_goes_on() -> None:
    whole = prose(LONG + "。")
    below = [line._replace(bottom=line.bottom - 120) for line in whole[2:]]
    grid = [rule(80, 480, y) for y in (690, 660, 630)] + [wall(x, 630, 690) for x in (80, 280, 480)]
    cells = [Set("指标", 90, 667, 12), Set("数值", 300, 667, 12), Set("人口", 90, 637, 12), Set("56", 300, 637, 12)]
    flow = build_flow([page(*whole[:2], *cells, *below, *prose(OTHER + "。", 400), rules=grid)])
    (table,) = flow.tables
    assert [[flow.of(cell) for cell in table.cells if cell.row == row] for row in (0, 1)] == [
        ["指标", "数值"],
        ["人口", "56"],
    ]
    assert texts(flow)[0] == LONG + "。"


def test_a_table_goes_on_over_the_page_and_its_repeated_heading_is_set_aside() -> None:
    def half(number: int, row: str) -> object:
        top = 790 if number == 2 else 120
        grid = [rule(80, 480, top - step) for step in (0, 30, 60)] + [wall(x, top - 60, top) for x in (80, 280, 480)]
        cells = [Set("指标", 90, top - 23, 12), Set("数值", 300, top - 23, 12)]
        cells += [Set(row, 90, top - 53, 12), Set("56", 300, top - 53, 12)]
        before = prose(LONG + "。") if number == 1 else []
        return page(*before, *cells, number=number, rules=grid)

    flow = build_flow([half(1, "人口"), half(2, "面积")])  # type: ignore[list-item]
    (table,) = flow.tables
    assert table.rows == 3
    assert [flow.of(cell) for cell in table.cells] == ["指标", "数值", "人口", "56", "面积", "56"]
    assert [item.text for item in flow.furniture] == ["指标", "数值"]


def test_columns_are_read_one_after_the_other() -> None:
    left = prose(LONG * 2, signs=13, indent=0, left=60)
    right = prose(OTHER * 2, signs=13, indent=0, left=310)
    rows = [part for pair in zip(left, right, strict=False) for part in pair]
    flow = build_flow([page(*rows)])
    assert flow.text.startswith(LONG[:40])


def test_a_square_picture_over_the_signature_is_a_seal() -> None:
    seal = Box(380, 180, 500, 300)
    flow = build_flow(
        [page(*prose(LONG + "。"), Set("某市人民政府", 390, 250), Set("2025年3月1日", 392, 222), pictures=[seal])]
    )
    (item,) = flow.furniture
    assert item.kind == "seal"
    assert item.places[0].quads == (seal.quad(),)
    assert kinds(flow)[1:] == ["signature", "date"]


def test_an_empty_document_has_an_empty_flow() -> None:
    assert build_flow([]).text == ""
    assert build_flow([page()]).labels == {1: "1"}


@pytest.fixture(scope="module")
def speech(root: Path) -> Flow:
    file = PdfFile.open((root / "resources" / "samples" / "智慧城市建设讲话.pdf").read_bytes())
    flow = build_flow([file.content(number) for number in range(1, file.page_count + 1)], load_damage())
    file.close()
    return flow


def test_a_lost_zero_is_put_where_its_blank_stands(speech: Flow) -> None:
    repair = next(repair for repair in speech.repairs if repair.rule == "damage.zero")
    assert speech.of(repair) == "二〇一一"
    assert repair.before == "二 一一"
    (place,) = speech.places(repair.start, repair.end)
    assert place.page == 1


def test_the_samples_site_furniture_is_set_aside(speech: Flow) -> None:
    assert "下载" not in speech.text
    assert speech.labels == {number: str(number) for number in range(1, 9)}
    assert {item.kind for item in speech.furniture} == {"header", "footer", "page-number"}


def test_a_block_set_in_on_both_sides_is_one_paragraph() -> None:
    adopted = "（２０１５年３月１日某市第十届人民代表大会第四次会议通过"
    note = adopted + "根据２０２１年５月２０日某市第十一届人民代表大会第七次会议决定修正）"
    block = [Set(note[at : at + 21], 80 + 48, 700 - 28 * (at // 21)) for at in range(0, len(note), 21)]
    rest = [line for at in range(3) for line in prose(LONG + "。", 560 - 28 * 4 * at)]
    assert texts(build_flow([page(*block, *rest)]))[0] == note


def test_a_centred_note_in_brackets_goes_on_to_its_closing_bracket() -> None:
    lines = [("（2007年8月30日某市人民代表大会常务委员会", 120), ("第二十九次会议通过）", 216)]
    note = [Set(text, left, 700 - 28 * at) for at, (text, left) in enumerate(lines)]
    body = [line for at in range(3) for line in prose(LONG + "。", 600 - 28 * 4 * at)]
    assert texts(build_flow([page(*note, *body)]))[0] == "".join(text for text, _ in lines)
