"""Words the codes with which a verb refuses a value."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gui.actions.noop import QT_TRANSLATE_NOOP

PROBLEMS: dict[str, str] = {
    "field.empty": QT_TRANSLATE_NOOP("problems", "这一项不能空着，没有更改。"),
    "field.not-a-number": QT_TRANSLATE_NOOP("problems", "这里要填数字，没有更改。"),
    "field.out-of-range": QT_TRANSLATE_NOOP("problems", "标题级别只能是 1 到 9，没有更改。"),
    "field.not-a-date": QT_TRANSLATE_NOOP(
        "problems", "没有看懂这个日期。请写成“2024年5月3日”或“二〇二四年五月三日”；没有更改。"
    ),
    "field.not-a-choice": QT_TRANSLATE_NOOP("problems", "请从列出的几项里选，没有更改。"),
}


def problem_words(code: str) -> str:
    """What to tell of a value that its field cannot hold (the code of a verb's ValueError)."""
    source = PROBLEMS.get(code) or QT_TRANSLATE_NOOP("problems", "这个值不合适，没有更改。")
    return QCoreApplication.translate("problems", source)
