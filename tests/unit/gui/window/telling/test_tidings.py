"""What a document tells of its review is said in words, with the next step as a button."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal

from engine.errors import NotSaved, SidecarNewer
from gui.window.telling.notices import save_words
from gui.window.telling.tidings import Tiding, tiding


class FakeDocument(QObject):
    noticed = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.told: list[tuple[str, Any]] = []
        self.noticed.connect(lambda *told: self.told.append(told))
        self.carried: list[tuple[Path, bool]] = []
        self.taking_over = SimpleNamespace(
            versions=lambda: ("one",),
            carry_over=lambda path, *, is_sure=False: self.carried.append((path, is_sure)),
            merge_copies=lambda: None,
        )


def said(document: FakeDocument, code: str, /, **values: object) -> Tiding:
    dropped: list[str] = []
    told = tiding(document, code, values, dropped.append)  # type: ignore[arg-type]
    assert told is not None
    return told


@pytest.mark.parametrize("code", ["opening.foreign", "taken.foreign"])
def test_somebody_elses_review_can_be_taken_over_all_the_same(qapp: object, code: str) -> None:
    document, path = FakeDocument(), Path("别的.pdf.piyue.json")
    told = said(document, code, who="李四", time="11:31", path=path, file="别的.pdf", document="别的.pdf")
    ((words, take),) = told.choices
    assert words == "仍按上一稿承接"
    take()
    assert document.carried == [(path, True)]


def test_values_to_decide_between_are_shown_in_the_lists(qapp: object) -> None:
    document = FakeDocument()
    told = said(document, "merged", count=4, conflicts=2, show=("a", "b"))
    assert "2 处" in told.text
    assert told.is_warning
    ((words, show),) = told.choices
    show()
    assert words == "查看分歧"
    assert document.told == [("show-list", {"state": "conflict", "topic": "merged"})]


def test_a_new_draft_leads_to_what_changed(qapp: object) -> None:
    document = FakeDocument()
    ((_, show),) = said(document, "opening.draft").choices
    show()
    assert document.told == [("show-list", {"state": "draft-changed", "topic": "binding"})]


def test_a_file_that_came_without_its_review_leads_to_the_versions_kept_here(qapp: object) -> None:
    document = FakeDocument()
    ((_, show),) = said(document, "opening.versions-here").choices
    show()
    assert document.told == [("show-versions", {})]


def test_a_rewritten_review_says_whether_anything_in_it_changed(qapp: object) -> None:
    document = FakeDocument()
    same = said(document, "opening.edited", count=0, show=(), instead="same")
    unknown = said(document, "opening.edited", count=0, show=(), instead="unknown")
    assert "没有变" in same.text
    assert not same.is_warning
    assert "没有较早的版本可以比较" in unknown.text
    assert unknown.is_warning


def test_only_work_that_is_kept_here_is_said_to_be(qapp: object) -> None:
    for error in (NotSaved(cause="read-only"), NotSaved(cause="full"), NotSaved(cause="gone"), SidecarNewer()):
        assert "已留在本机" in save_words(error, "讲话.pdf", is_kept=True).text
        lost = save_words(error, "讲话.pdf", is_kept=False).text
        assert "已留在本机" not in lost
        assert "先不要关闭窗口" in lost
