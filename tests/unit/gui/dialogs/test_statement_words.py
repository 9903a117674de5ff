"""What 核对说明 says of those who checked."""

from __future__ import annotations

from typing import Any

from gui.dialogs.statement_words import statement_text


def checkers(*people: dict[str, Any], **counts: int) -> list[str]:
    text = statement_text({"fileName": "讲话.pdf", "checkers": people, "counts": counts})
    return [line for line in text.split("\n") if line.startswith(("初核", "复核"))]


def test_who_checked_some_first_and_some_after_another_is_told_with_both_counts() -> None:
    zhang = {"name": "张三", "office": "办公室", "role": "first", "first": 43, "second": 0}
    li = {"name": "李四", "role": "first", "first": 40, "second": 12}
    assert checkers(zhang, li, first=83, second=12) == [
        "初核：张三（办公室）（43 处）、李四（40 处）",
        "复核：李四（12 处）",
    ]


def test_a_statement_without_counts_by_person_tells_those_it_has() -> None:
    zhang, li = {"name": "张三", "role": "first"}, {"name": "李四", "role": "first"}
    assert checkers(zhang, li, first=83, second=12) == ["初核：张三、李四（83 处）", "复核：—（12 处）"]
    assert checkers(zhang, {**li, "role": "second"}, first=2, second=1) == ["初核：张三（2 处）", "复核：李四（1 处）"]
    assert checkers(zhang, first=2, second=0) == ["初核：张三（2 处）"]
