"""A parse as Markdown."""

from __future__ import annotations

from engine.exchange.markdown import to_markdown
from engine.model.parse import Front, FurnitureItem, Heading, ParagraphItem, Parse, Source, TableItem


def parse_of(*paragraphs: tuple[str, str], **more: object) -> Parse:
    items, at = [], 0
    for kind, text in paragraphs:
        items.append(ParagraphItem(kind, text, (at, at + len(text))))  # type: ignore[arg-type]
        at += len(text)
    return Parse("0", Source("a.pdf", "", 1), paragraphs=tuple(items), **more)  # type: ignore[arg-type]


def heading(level: int, marker: str, title: str, style: str, start: int) -> Heading:
    return Heading(f"h{start}", level, marker, title, style, 1.0, (start, start + len(marker + title)))  # type: ignore[arg-type]


def test_title_headings_and_paragraphs_are_blocks_of_their_own() -> None:
    parse = parse_of(
        ("title", "实施意见"),
        ("heading", "一、总体要求"),
        ("body", "要加强领导。"),
        document=Front(title="实施意见"),
        outline=(heading(1, "一、", "总体要求", "block", 4),),
    )
    assert to_markdown(parse) == "# 实施意见\n\n## 一、总体要求\n\n要加强领导。\n"


def test_a_title_over_two_paragraphs_is_one_heading() -> None:
    parse = parse_of(("title", "某州"), ("title", "统计公报"), ("body", "正文。"), document=Front(title="某州统计公报"))
    assert to_markdown(parse) == "# 某州统计公报\n\n正文。\n"


def test_a_run_in_heading_stays_in_its_paragraph_in_bold() -> None:
    text = "（一）健全机制。各部门要落实责任。"
    parse = parse_of(("body", text), outline=(heading(2, "（一）", "健全机制", "runin", 0),))
    assert to_markdown(parse) == "**（一）健全机制**。各部门要落实责任。\n"


def test_tables_are_pipe_tables_and_their_cells_stand_nowhere_else() -> None:
    table = TableItem((("指标", "数值"), ("人|口", "")), ((0, 0, 2, 4), (0, 1, 4, 6), (1, 0, 6, 9), (1, 1, 9, 9)))
    parse = parse_of(
        ("body", "前。"), ("cell", "指标"), ("cell", "数值"), ("cell", "人|口"), ("body", "后。"), tables=(table,)
    )
    assert to_markdown(parse) == "前。\n\n| 指标 | 数值 |\n| --- | --- |\n| 人\\|口 |  |\n\n后。\n"


def test_running_matter_is_left_out_and_footnotes_are_quotes() -> None:
    parse = parse_of(("body", "正文。"), ("footnote", "①注。"), furniture=(FurnitureItem("header", "页眉"),))
    assert to_markdown(parse) == "正文。\n\n> ①注。\n"


def test_signs_that_markdown_would_read_are_escaped() -> None:
    parse = parse_of(("body", "# 不是标题"), ("body", "a*b_c<d>"), ("body", "- 不是列表"))
    assert to_markdown(parse) == "\\# 不是标题\n\na\\*b\\_c\\<d>\n\n\\- 不是列表\n"


def test_dots_of_contents_are_shortened() -> None:
    assert to_markdown(parse_of(("toc", "一、总则" + "." * 40 + "3"))) == "一、总则 …… 3\n"
