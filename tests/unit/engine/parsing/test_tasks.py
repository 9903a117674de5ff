"""Tasks: what is to be done, found from the marks that name who does it, from tables, and proposed without."""

from __future__ import annotations

import json
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.lexicon.lexicon import Lexicon
from engine.model.flow import Cell, Flow, Paragraph, Table, flow_of_texts
from engine.model.parse import Heading, Task
from engine.parsing.front import find_front
from engine.parsing.outline import find_outline
from engine.parsing.tasks import find_tasks, task_at
from engine.pdf.reader import PdfFile
from engine.text.flow import build_flow


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon()


def tasks_of(paragraphs: list[str], lexicon: Lexicon) -> tuple[Task, ...]:
    flow = flow_of_texts(paragraphs)
    return find_tasks(flow, find_outline(flow, find_front(flow, lexicon), (), lexicon), lexicon)


def named(tasks: tuple[Task, ...]) -> list[tuple[str, str, str, str | None]]:
    return [
        (task.text, "|".join(task.lead), "|".join(task.support), task.deadline)
        for task in tasks
        if task.lead or task.support or task.deadline
    ]


def test_sentences_with_a_bracket_each_are_tasks_of_their_own(lexicon: Lexicon) -> None:
    tasks = tasks_of(
        ["提升治理能力。（市公安局负责）推进联网审批。（市财政局牵头，市审计局配合，2025年底前完成）"], lexicon
    )
    assert named(tasks) == [
        ("提升治理能力", "市公安局", "", None),
        ("推进联网审批", "市财政局", "市审计局", "2025年底前"),
    ]


def test_brackets_side_by_side_are_one_mark(lexicon: Lexicon) -> None:
    tasks = tasks_of(["加快老旧小区改造。（责任单位：市住房城乡建设局）（完成时限：2025年12月）"], lexicon)
    assert named(tasks) == [("加快老旧小区改造", "市住房城乡建设局", "", "2025年12月")]


def test_a_bracket_behind_several_points_speaks_of_the_whole_item(lexicon: Lexicon) -> None:
    paragraphs = [
        "关于做好今年重点工作的通知",
        "各有关单位：",
        "现将有关事项通知如下。",
        "一、重点任务",
        "（一）提升服务水平。一是简化流程，压缩时限。二是推行网上办理。（市政务服务局负责）",
        "（二）加强监督检查。一是开展抽查。二是公开结果。（市审计局负责）",
    ]
    assert [text for text, *_ in named(tasks_of(paragraphs, lexicon))] == ["提升服务水平", "加强监督检查"]


def test_lines_of_responsibility_belong_to_the_paragraph_before(lexicon: Lexicon) -> None:
    tasks = tasks_of(
        [
            "1.全市固定资产投资增长10%以上。",
            "责任领导：刘惠",
            "牵头单位：市发展改革委",
            "配合单位：市财政局、市统计局",
            "完成时限：2025年12月",
        ],
        lexicon,
    )
    assert named(tasks) == [("全市固定资产投资增长10%以上", "市发展改革委", "市财政局|市统计局", "2025年12月")]
    assert tasks[0].leader == "刘惠"


def test_lines_under_one_heading_belong_to_the_paragraph_before_each(lexicon: Lexicon) -> None:
    paragraphs = [
        "2025年重点工作任务分解",
        "一、经济发展",
        "全省生产总值增长7%以上。",
        "牵头责任单位：省发展改革委。",
        "固定资产投资增长10%以上。",
        "牵头责任单位：省财政厅。",
    ]
    assert [text for text, *_ in named(tasks_of(paragraphs, lexicon))] == [
        "全省生产总值增长7%以上",
        "固定资产投资增长10%以上",
    ]


def test_a_bracket_behind_a_block_heading_speaks_of_its_section(lexicon: Lexicon) -> None:
    paragraphs = [
        "实施方案",
        "一、优化流程（市政务服务局负责）",
        "平均压缩时限50%以上。",
        "二、数据共享（市大数据局负责）",
        "归集数据。",
    ]
    flow = flow_of_texts(paragraphs)
    tasks = find_tasks(flow, find_outline(flow, find_front(flow, lexicon), (), lexicon), lexicon)
    owner = task_at(tasks, flow.text.index("50%"))
    assert owner is not None
    assert owner.lead == ("市政务服务局",)


def test_a_closing_sentence_of_roles_is_a_mark(lexicon: Lexicon) -> None:
    tasks = tasks_of(["加快老旧小区改造。由市住房城乡建设局牵头，市财政局配合，2025年12月底前完成。"], lexicon)
    assert named(tasks) == [("加快老旧小区改造", "市住房城乡建设局", "市财政局", "2025年12月底前")]


@pytest.mark.parametrize(
    "text",
    [
        "本办法由市教育局负责解释。",
        "推进区域全面经济伙伴关系协定（RCEP）生效实施。",
        "联系人：张三（市教育局），电话：12345678。",
        "市人力资源和社会保障局（以下简称市人社局）主管全市人才工作。",
        "细颗粒物（PM2.5）平均浓度下降27.5%。",
        "各区（县级市）要高度重视。",
        "加快培育新兴产业（集成电路、人工智能等），带动就业。",
    ],
)
def test_brackets_of_other_kinds_are_no_tasks(text: str, lexicon: Lexicon) -> None:
    assert named(tasks_of([text], lexicon)) == []


def test_a_table_gives_a_task_a_row_and_merged_cells_count_for_each(lexicon: Lexicon) -> None:
    rows = [
        ["序号", "重点任务", "具体措施", "牵头单位", "配合单位", "完成时限"],
        ["1", "数字政府", "建设政务云", "市大数据局", "市财政局、市发展改革委", "2025年6月"],
        ["2", "", "整合门户网站", "市政府办公室", "各部门", "2025年12月"],
    ]
    flow = _table_flow(rows, merged={(1, 1): 2})
    tasks = find_tasks(flow, (), lexicon)
    assert named(tasks) == [
        ("建设政务云", "市大数据局", "市财政局|市发展改革委", "2025年6月"),
        ("整合门户网站", "市政府办公室", "各部门", "2025年12月"),
    ]
    assert [task.category for task in tasks] == [("数字政府",), ("数字政府",)]


def _table_flow(rows: list[list[str]], merged: dict[tuple[int, int], int]) -> Flow:
    text, cells, paragraphs = "", [], []
    for row, line in enumerate(rows):
        for column, word in enumerate(line):
            if any(row in range(r + 1, r + span) and column == c for (r, c), span in merged.items()):
                continue
            cells.append(Cell(row, column, len(text), len(text) + len(word), merged.get((row, column), 1)))
            paragraphs.append(Paragraph("cell", len(text), len(text) + len(word)))
            text += word
    return Flow(text, tuple(paragraphs), tables=(Table(len(rows), len(rows[0]), tuple(cells)),))


def test_items_of_plans_are_proposed_but_not_what_was_done(lexicon: Lexicon) -> None:
    tasks = tasks_of(
        [
            "政府工作报告",
            "各位代表：",
            "一、2023年工作回顾",
            "（一）加快产业升级。新增企业86家。",
            "（二）改善生态环境。水质达标率100%。",
            "二、2024年工作安排",
            "（一）扩大有效投资。实施重点项目350个以上。",
            "（二）深化重点领域改革。推进一网通办。",
        ],
        lexicon,
    )
    assert [task.text for task in tasks] == ["扩大有效投资", "深化重点领域改革"]
    assert all(task.confidence <= 0.6 and not task.lead for task in tasks)


def test_the_innermost_task_with_units_owns_what_stands_in_it() -> None:
    outer = Task(id="t1", text="外", confidence=1, span=(0, 100), lead=("甲局",))
    inner = Task(id="t2", text="内", confidence=1, span=(20, 50), lead=("乙局",))
    assert task_at((outer, inner), 30) is inner
    assert task_at((outer, inner), 60) is outer
    assert task_at((outer, inner), 100) is None


def _scorer(shared: Path) -> ModuleType:
    spec = spec_from_file_location("score", shared / "score" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_gold_plan_is_read_as_its_readers_did(shared: Path, lexicon: Lexicon) -> None:
    folder = shared / "corpus" / "guangzhou-talent"
    file = PdfFile.open((folder / "plan.pdf").read_bytes())
    try:
        flow = build_flow(file.content(number) for number in range(1, file.page_count + 1))
    finally:
        file.close()
    outline = find_outline(flow, find_front(flow, lexicon), (), lexicon)
    tasks = [msgspec.to_builtins(task) for task in find_tasks(flow, outline, lexicon)]
    gold = json.loads((folder / "gold.json").read_text("utf-8"))["tasks"]
    result = _scorer(shared).score_tasks(gold, tasks)
    assert result["f1"] >= 0.97
    assert result["lead"] >= 0.95
    assert result["support"] >= 0.93


PIECES = st.lists(
    st.sampled_from(
        [
            "（",
            "）",
            "(",
            "〔",
            "牵头单位：",
            "市教育局",
            "、",
            "，",
            "负责",
            "。",
            "2025年底前完成",
            "配合",
            "各区",
            "等",
            "\n",
            "由",
        ]
    )
    | st.text(max_size=3),
    max_size=30,
).map("".join)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=6))
def test_odd_texts_never_raise_and_spans_stay_within(paragraphs: list[str]) -> None:
    flow = flow_of_texts(paragraphs)
    heading = Heading("h1", 1, "", "标题", "block", 0.5, (0, min(2, len(flow.text))))
    for task in find_tasks(flow, (heading,) if flow.text else (), Lexicon()):
        assert 0 <= task.span[0] <= task.span[1] <= len(flow.text)
