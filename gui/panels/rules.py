"""Words of the rules that findings name: what each rule looks for, in a few words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gui.actions.noop import QT_TRANSLATE_NOOP

RULES: dict[str, str] = {
    "damage": QT_TRANSLATE_NOOP("rules", "转换损坏"),
    "damage.glyph": QT_TRANSLATE_NOOP("rules", "字形损坏"),
    "damage.compatibility": QT_TRANSLATE_NOOP("rules", "兼容字"),
    "damage.radical": QT_TRANSLATE_NOOP("rules", "部首代字"),
    "damage.width": QT_TRANSLATE_NOOP("rules", "全角半角混用"),
    "damage.zero": QT_TRANSLATE_NOOP("rules", "丢失〇字"),
    "damage.split-number": QT_TRANSLATE_NOOP("rules", "数字断开"),
    "damage.page-mark": QT_TRANSLATE_NOOP("rules", "混入页码"),
    "notation": QT_TRANSLATE_NOOP("rules", "写法不一"),
    "notation.zero": QT_TRANSLATE_NOOP("rules", "〇的写法"),
    "numbering": QT_TRANSLATE_NOOP("rules", "序号"),
    "arithmetic": QT_TRANSLATE_NOOP("rules", "计算不符"),
    "consistency": QT_TRANSLATE_NOOP("rules", "前后不一致"),
    "date": QT_TRANSLATE_NOOP("rules", "日期"),
    "punctuation": QT_TRANSLATE_NOOP("rules", "标点"),
    "typo": QT_TRANSLATE_NOOP("rules", "错别字"),
    "unit": QT_TRANSLATE_NOOP("rules", "计量单位"),
    "front": QT_TRANSLATE_NOOP("rules", "公文格式"),
}


def rule_words(rule: str) -> str:
    """A rule in words: by its whole name, else by its family, else its name."""
    source = RULES.get(rule) or RULES.get(rule.partition(".")[0])
    return QCoreApplication.translate("rules", source) if source else rule
