# ruff: noqa: E501  (documents are typed as one string)
"""The outline of small documents typed by hand: what is a heading, its marker, its level, run in or not."""

from __future__ import annotations

import pytest

from engine.lexicon.lexicon import Lexicon
from engine.model.flow import flow_of_texts
from engine.model.link import Bookmark
from engine.model.parse import Heading
from engine.parsing.front import find_front
from engine.parsing.outline import find_outline

BODY = (
    "各地各部门要切实提高政治站位，把这项工作摆上重要议事日程。市发展改革委会同有关部门抓好落实，确保各项任务落到实处。"
)


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon()


def outline(lexicon: Lexicon, text: str, bookmarks: tuple[Bookmark, ...] = ()) -> tuple[Heading, ...]:
    """The outline of a text, a paragraph a line; `*` stands for a paragraph of body."""
    lines = [BODY if line.strip() == "*" else line.strip() for line in text.strip().splitlines()]
    flow = flow_of_texts(["关于有关工作的报告", *lines])
    return find_outline(flow, find_front(flow, lexicon), bookmarks, lexicon)


def drawn(headings: tuple[Heading, ...]) -> list[str]:
    return [f"{heading.level} {heading.marker}|{heading.title}" for heading in headings if heading.style != "thesis"]


def check(lexicon: Lexicon, text: str, expected: str) -> None:
    assert drawn(outline(lexicon, text)) == [line.strip() for line in expected.strip().splitlines()]


def test_levels_follow_the_ladder_of_official_documents(lexicon: Lexicon) -> None:
    check(
        lexicon,
        "一、总体要求\n（一）指导思想\n*\n（二）基本原则\n1.统筹推进\n*\n（1）分类施策\n*\n（2）试点先行\n*\n2.注重实效\n*\n二、保障措施\n*",
        "1 一、|总体要求\n2 （一）|指导思想\n2 （二）|基本原则\n3 1.|统筹推进\n4 （1）|分类施策\n4 （2）|试点先行\n3 2.|注重实效\n1 二、|保障措施",
    )


def test_offices_may_skip_levels(lexicon: Lexicon) -> None:
    check(
        lexicon,
        "一、现状\n1.供水\n*\n2.排水\n*\n二、问题\n1.资金\n*\n2.管护\n*",
        "1 一、|现状\n2 1.|供水\n2 2.|排水\n1 二、|问题\n2 1.|资金\n2 2.|管护",
    )


def test_a_bracketed_run_may_stand_at_the_top(lexicon: Lexicon) -> None:
    check(lexicon, f"（一）强化值守。{BODY}\n（二）抓好安全。{BODY}", "1 （一）|强化值守\n1 （二）|抓好安全")


def test_numbers_may_run_on_across_higher_headings(lexicon: Lexicon) -> None:
    check(
        lexicon,
        f"一、总体目标\n1.目标。{BODY}\n二、行动计划\n（一）产业人才\n*\n2.紧缺人才项目。{BODY}\n3.企业家项目。{BODY}\n（二）科技人才\n*\n4.百人计划项目。{BODY}\n5.特聘岗位项目。{BODY}",
        "1 一、|总体目标\n2 1.|目标\n1 二、|行动计划\n2 （一）|产业人才\n3 2.|紧缺人才项目\n3 3.|企业家项目\n2 （二）|科技人才\n3 4.|百人计划项目\n3 5.|特聘岗位项目",
    )


def test_a_number_before_digits_goes_on_in_its_run(lexicon: Lexicon) -> None:
    lines = "\n".join(f"{n}.人才项目{n}。{BODY}" for n in range(1, 11)) + f"\n11.121人才梯队项目。{BODY}"
    assert drawn(outline(lexicon, lines))[-1] == "1 11.|121人才梯队项目"


def test_several_counted_runs_under_one_heading_are_separate_and_siblings(lexicon: Lexicon) -> None:
    check(
        lexicon,
        "一、回顾\n一是构建了网络。过去五年，成效明显。\n二是建立了平台。过去五年，应用普及。\n我们形成了经验。一是讲求统筹引领。各级高度重视。二是强化龙头带动。坚持项目为王。\n也有不足。一是不够顺。体制还未理顺。二是不够通。共享进展较慢。\n二、思路\n*",
        "1 一、|回顾\n2 一是|构建了网络\n2 二是|建立了平台\n2 一是|讲求统筹引领\n2 二是|强化龙头带动\n2 一是|不够顺\n2 二是|不够通\n1 二、|思路",
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "要坚持问题导向，一是加强统筹，形成合力；二是细化分工，压实责任；三是强化督促，确保实效。",
        "一是加强统筹，形成合力；二是细化分工，压实责任；三是强化督促，确保实效。",
        "会议强调，一要压实责任，二要排查隐患，三要强化执法。",
        "从理论看。一是，架构实现突破，已有诸多探索，前景广阔，值得期待，需要持续投入并跟踪研究前沿。二是，量子计算发展迅速，在特殊问题求解中远超经典计算机，应用前景不可限量。",
    ],
)
def test_counting_inside_a_sentence_makes_no_headings(lexicon: Lexicon, sentence: str) -> None:
    check(lexicon, f"一、形势\n*\n{sentence}\n二、任务\n*", "1 一、|形势\n1 二、|任务")


@pytest.mark.parametrize(
    "line",
    [
        "2023年，全市经济平稳运行。",
        "1.5万名群众从中受益，满意率达98%。",
        "第三产业增加值增长5.7%。",
        "按照第三条规定，限期改正。",
        "一年来，我们砥砺前行。",
        "十四五时期是关键五年。",
        "2.全年接待游客3200万人次。",
    ],
)
def test_numbers_at_the_start_of_a_line_are_no_headings_by_themselves(lexicon: Lexicon, line: str) -> None:
    check(lexicon, f"一、形势\n*\n{line}\n*\n二、任务\n*", "1 一、|形势\n1 二、|任务")


def test_list_items_that_are_sentences_are_no_headings(lexicon: Lexicon) -> None:
    check(
        lexicon,
        "一、存在问题\n1、推进不够平衡；\n2、创新意识不强；\n3、队伍能力不足。\n二、下步打算\n*",
        "1 一、|存在问题\n1 二、|下步打算",
    )


def test_short_lines_that_follow_each_other_are_a_list(lexicon: Lexicon) -> None:
    check(
        lexicon,
        "1 安装\n1.1 准备\n*\n1.2 步骤\n（1）打开安装程序\n（2）选择目录\n（3）完成安装\n*\n1.3 卸载\n*\n2 升级\n*",
        "1 1|安装\n2 1.1|准备\n2 1.2|步骤\n2 1.3|卸载\n1 2|升级",
    )


def test_laws_keep_every_book_chapter_section_and_article(lexicon: Lexicon) -> None:
    check(
        lexicon,
        "第一编　总则\n第一章　基本规定\n第一条　为了保护权益，制定本法。\n第二条　本法调整平等主体之间的关系。任何组织不得侵犯。\n第二章　自然人\n第一节　一般规定\n第三条　有下列情形之一的：\n（一）死亡的；\n（二）宣告失踪的。\n第二节　监护\n第四条　依照第三条规定处理。\n第四条之一　本条自公布之日起施行。\n第二编　物权\n第一章　通则\n第五条　物权受法律保护。",
        "1 第一编|总则\n2 第一章|基本规定\n3 第一条|为了保护权益，制定本法\n3 第二条|本法调整平等主体之间的关系\n2 第二章|自然人\n3 第一节|一般规定\n4 第三条|有下列情形之一的\n3 第二节|监护\n4 第四条|依照第三条规定处理\n4 第四条之一|本条自公布之日起施行\n1 第二编|物权\n2 第一章|通则\n3 第五条|物权受法律保护",
    )


def test_items_below_an_article_are_a_list_whatever_their_sentences(lexicon: Lexicon) -> None:
    check(
        lexicon,
        "第一条 违反本办法的，按照下列规定处理：\n（一）情节轻微的，责令改正。拒不改正的，给予警告。\n（二）情节严重的，处以罚款。构成犯罪的，追究责任。\n第二条 本办法自公布之日起施行。",
        "1 第一条|违反本办法的，按照下列规定处理\n1 第二条|本办法自公布之日起施行",
    )


def test_contents_are_evidence_and_no_headings(lexicon: Lexicon) -> None:
    check(
        lexicon,
        "目　录\n前言……………1\n第一章 现状…………3\n1.1 规模…………4\n第二章 建议…………9\n前言\n*\n第一章 现状\n*\n1.1 规模\n*\n第二章 建议\n*",
        "1 |前言\n1 第一章|现状\n2 1.1|规模\n1 第二章|建议",
    )


def test_contents_without_page_numbers_end_where_the_text_begins(lexicon: Lexicon) -> None:
    check(
        lexicon,
        "目录\n第一章 总则\n第二章 附则\n第一章 总则\n第一条 为了规范管理，制定本办法。\n第二章 附则\n第二条 本办法自公布之日起施行。",
        "1 第一章|总则\n2 第一条|为了规范管理，制定本办法\n1 第二章|附则\n2 第二条|本办法自公布之日起施行",
    )


def test_decimal_numbers_nest_by_their_parts(lexicon: Lexicon) -> None:
    check(
        lexicon,
        "1 总则\n1.1 编制目的\n*\n1.2 适用范围\n*\n2 组织体系\n2.1 领导机构\n2.1.1 指挥部\n*\n2.1.2 办公室\n*\n3 附则\n*",
        "1 1|总则\n2 1.1|编制目的\n2 1.2|适用范围\n1 2|组织体系\n2 2.1|领导机构\n3 2.1.1|指挥部\n3 2.1.2|办公室\n1 3|附则",
    )


def test_annexes_stand_at_the_top_and_take_their_title_from_the_next_line(lexicon: Lexicon) -> None:
    check(
        lexicon,
        "一、目标\n*\n二、措施\n*\n附件1\n重点任务分工表\n一、总体任务\n*\n二、分项任务\n*\n附件2：名单\n*",
        "1 一、|目标\n1 二、|措施\n1 附件1|重点任务分工表\n2 一、|总体任务\n2 二、|分项任务\n1 附件2：|名单",
    )


def test_a_list_of_annexes_is_no_heading(lexicon: Lexicon) -> None:
    check(lexicon, "一、目标\n*\n二、措施\n*\n附件：1.重点任务分工表\n2.指标体系说明", "1 一、|目标\n1 二、|措施")


def test_a_heading_may_end_with_a_full_stop(lexicon: Lexicon) -> None:
    found = outline(lexicon, "一、提高思想认识。\n*\n二、加强组织领导。\n*")
    assert [(heading.title, heading.style) for heading in found] == [
        ("提高思想认识", "block"),
        ("加强组织领导", "block"),
    ]


def test_words_like_preface_and_references_are_headings(lexicon: Lexicon) -> None:
    check(
        lexicon,
        "前　言\n*\n一、现状\n*\n二、建议\n*\n结　语\n*\n参考文献\n*",
        "1 |前言\n1 一、|现状\n1 二、|建议\n1 |结语\n1 |参考文献",
    )


def test_theses_after_a_dash_have_their_own_style(lexicon: Lexicon) -> None:
    found = outline(lexicon, f"一、回顾\n*\n——经济总体回升向好。{BODY}\n——创新能力增强。{BODY}\n二、任务\n*")
    theses = [heading for heading in found if heading.style == "thesis"]
    assert [(heading.title, heading.level, heading.marker) for heading in theses] == [
        ("经济总体回升向好", 2, ""),
        ("创新能力增强", 2, ""),
    ]


def test_run_in_headings_end_with_their_first_sentence(lexicon: Lexicon) -> None:
    text = f"（一）建设智慧城市要从大处着眼。管理学中有一句话。{BODY}\n（二）要从小处着手。{BODY}"
    found = outline(lexicon, text)
    assert [heading.style for heading in found] == ["runin", "runin"]
    assert found[0].title == "建设智慧城市要从大处着眼"


def test_a_label_before_a_colon_is_the_title(lexicon: Lexicon) -> None:
    check(
        lexicon,
        f"一、总体要求\n（一）指导思想：坚持稳中求进，完整准确全面贯彻新发展理念，推动高质量发展。{BODY}\n（二）工作目标：到2025年，取得明显成效，人民群众获得感幸福感安全感明显增强。{BODY}\n二、保障\n*",
        "1 一、|总体要求\n2 （一）|指导思想\n2 （二）|工作目标\n1 二、|保障",
    )


def test_questions_are_headings(lexicon: Lexicon) -> None:
    check(
        lexicon,
        "一、《办法》出台的背景是什么？\n*\n二、适用范围有哪些？\n*",
        "1 一、|《办法》出台的背景是什么？\n1 二、|适用范围有哪些？",
    )


@pytest.mark.parametrize(
    ("first", "second", "third"),
    [
        ("一 、", "二 、", "三 、"), ("一.", "二.", "三."), ("1．", "2．", "3．"), ("１、", "２、", "３、"), ("⒈", "⒉", "⒊"), ("㈠", "㈡", "㈢"),
        ("（一）、", "（二）、", "（三）、"), ("(一)", "(二)", "(三)"), ("Ⅰ、", "Ⅱ、", "Ⅲ、"), ("第一部分 ", "第二部分 ", "第三部分 "), ("甲、", "乙、", "丙、"),
        ("第一，", "第二，", "第三，"), ("首先，", "其次，", "最后，"), ("其一，", "其二，", "其三，"), ("一要", "二要", "三要"), ("第一步：", "第二步：", "第三步："),
        ("任务一：", "任务二：", "任务三："), ("专题1：", "专题2：", "专题3："),
    ],
)  # fmt: skip
def test_variants_of_markers_are_read(lexicon: Lexicon, first: str, second: str, third: str) -> None:
    found = outline(lexicon, f"{first}推进改革。{BODY}\n{second}扩大开放。{BODY}\n{third}改善民生。{BODY}")
    assert [heading.title for heading in found] == ["推进改革", "扩大开放", "改善民生"]
    assert [heading.marker for heading in found] == [first.strip(), second.strip(), third.strip()]
    assert {heading.level for heading in found} == {1}


def test_bookmarks_are_evidence_and_can_be_left_out(lexicon: Lexicon) -> None:
    text = "工作背景\n*\n工作成效\n*\n下步打算\n*"
    bookmarks = tuple(Bookmark(1, title, 1) for title in ("工作背景", "工作成效", "下步打算", "并不存在的标题"))
    assert [heading.title for heading in outline(lexicon, text, bookmarks)] == ["工作背景", "工作成效", "下步打算"]
    assert outline(lexicon, text) == ()


def test_spans_hold_marker_and_title(lexicon: Lexicon) -> None:
    flow = flow_of_texts(["关于有关工作的报告", "一、总体要求", BODY, "二、主要任务", BODY])
    found = find_outline(flow, find_front(flow, lexicon), (), lexicon)
    assert [flow.text[slice(*heading.span)] for heading in found] == ["一、总体要求", "二、主要任务"]
    assert [heading.id for heading in found] == ["h1", "h2"]
    assert all(0 <= heading.confidence <= 1 for heading in found)
