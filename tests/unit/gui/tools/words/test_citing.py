"""Words with their source."""

from __future__ import annotations

import pytest

from gui.tools.words.citing import citation, source_of, title_in_force

SAME = str


def shifted(page: int) -> str:
    """Pages printed two less than the PDF's, the first ones without a number."""
    return str(page - 2) if page > 2 else "封面"


@pytest.mark.parametrize(
    ("pages", "label", "said"),
    [
        ([5], SAME, "《工作报告》第5页"),
        ([5, 6, 6], SAME, "《工作报告》第5—6页"),
        ([5], shifted, "《工作报告》第3页〔PDF第5页〕"),
        ([5, 7], shifted, "《工作报告》第3—5页〔PDF第5—7页〕"),
        ([1], shifted, "《工作报告》封面〔PDF第1页〕"),
        ([], SAME, "《工作报告》"),
    ],
)
def test_pages_are_as_printed_with_the_pdfs_own_where_they_differ(pages, label, said):
    assert source_of("工作报告", pages, label) == said


def test_marks_within_marks_take_their_other_form():
    words = citation("推进“一网通办”", "关于印发《方案》的通知", [2], SAME)
    assert words == "“推进‘一网通办’”（《关于印发〈方案〉的通知》第2页）"
    assert source_of("《工作报告》", [2], SAME) == "《工作报告》第2页"


def test_the_title_is_the_one_in_force_else_the_files_name():
    assert title_in_force("工作报告", "a.pdf") == "工作报告"
    assert title_in_force(None, "2023年工作报告.pdf") == "2023年工作报告"
    assert title_in_force("  ", "a.b.pdf") == "a.b"
