"""Words of the rules that findings name: what each looks for, and what it says of a text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

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
    "damage.unreadable": QT_TRANSLATE_NOOP("rules", "无法辨认的字"),
    "notation": QT_TRANSLATE_NOOP("rules", "写法不一"),
    "notation.zero": QT_TRANSLATE_NOOP("rules", "〇的写法"),
    "notation.range": QT_TRANSLATE_NOOP("rules", "数值范围写法"),
    "notation.neighbours": QT_TRANSLATE_NOOP("rules", "相邻数字连用"),
    "notation.mixed": QT_TRANSLATE_NOOP("rules", "数字形式混用"),
    "notation.mixed-date": QT_TRANSLATE_NOOP("rules", "日期形式混用"),
    "notation.short-year": QT_TRANSLATE_NOOP("rules", "年份简写"),
    "notation.double-approximation": QT_TRANSLATE_NOOP("rules", "概数重复"),
    "numbering": QT_TRANSLATE_NOOP("rules", "序号"),
    "numbering.skipped": QT_TRANSLATE_NOOP("rules", "序号跳号"),
    "numbering.doubled": QT_TRANSLATE_NOOP("rules", "序号重复"),
    "numbering.punctuation": QT_TRANSLATE_NOOP("rules", "序号标点不一"),
    "arithmetic": QT_TRANSLATE_NOOP("rules", "计算不符"),
    "sum": QT_TRANSLATE_NOOP("rules", "计算不符"),
    "sum.parts": QT_TRANSLATE_NOOP("rules", "分项与总数不符"),
    "sum.exceeds": QT_TRANSLATE_NOOP("rules", "分项大于总数"),
    "sum.shares": QT_TRANSLATE_NOOP("rules", "构成之和不是 100"),
    "sum.points": QT_TRANSLATE_NOOP("rules", "百分点算错"),
    "sum.rate": QT_TRANSLATE_NOOP("rules", "比率算错"),
    "consistency": QT_TRANSLATE_NOOP("rules", "前后不一致"),
    "consistency.value": QT_TRANSLATE_NOOP("rules", "前后数值不一致"),
    "consistency.unit": QT_TRANSLATE_NOOP("rules", "前后单位不一致"),
    "date": QT_TRANSLATE_NOOP("rules", "日期"),
    "date.impossible": QT_TRANSLATE_NOOP("rules", "没有这一天"),
    "date.weekday": QT_TRANSLATE_NOOP("rules", "星期不符"),
    "date.order": QT_TRANSLATE_NOOP("rules", "起止颠倒"),
    "date.title": QT_TRANSLATE_NOOP("rules", "年份与标题不符"),
    "punctuation": QT_TRANSLATE_NOOP("rules", "标点"),
    "typo": QT_TRANSLATE_NOOP("rules", "错别字"),
    "unit": QT_TRANSLATE_NOOP("rules", "计量单位"),
    "front": QT_TRANSLATE_NOOP("rules", "公文格式"),
}

REASONS: dict[str, str] = {
    "damage.unreadable": QT_TRANSLATE_NOOP("rules", "这里有无法辨认的字符，内容已丢失，共 {count} 处。"),
    "damage.page-mark": QT_TRANSLATE_NOOP("rules", "页码落进了正文，识别时已去掉：“{text}”。"),
    "damage.split-number": QT_TRANSLATE_NOOP("rules", "数字被空格断开，识别时已合上：“{text}”。"),
    "damage.zero": QT_TRANSLATE_NOOP("rules", "“〇”在转换时丢失，识别时按“{text}”读。"),
    "damage": QT_TRANSLATE_NOOP("rules", "转换时字符损坏，识别时按“{text}”读。"),
    "notation": QT_TRANSLATE_NOOP("rules", "按数字用法标准（GB/T 15835），宜写作“{text}”。"),
    "notation.mixed": QT_TRANSLATE_NOOP("rules", "同一个数里混用了阿拉伯数字和汉字数字。"),
    "notation.mixed-date": QT_TRANSLATE_NOOP("rules", "同一个日期里混用了阿拉伯数字和汉字数字。"),
    "notation.double-approximation": QT_TRANSLATE_NOOP("rules", "“约”“左右”等概数词用了两次。"),
    "numbering.skipped": QT_TRANSLATE_NOOP("rules", "前面应有第 {number}，这里跳了号。"),
    "numbering.doubled": QT_TRANSLATE_NOOP("rules", "序号与前面重复，此处应为第 {number}。"),
    "numbering.punctuation": QT_TRANSLATE_NOOP("rules", "同一组序号多用“{stop}”，此处不同。"),
    "sum.parts": QT_TRANSLATE_NOOP("rules", "分项相加为 {sum}，文中总数为 {total}。"),
    "sum.exceeds": QT_TRANSLATE_NOOP("rules", "分项大于总数 {total}。"),
    "sum.shares": QT_TRANSLATE_NOOP("rules", "各项相加为 {sum}，应为 {total}。"),
    "sum.points": QT_TRANSLATE_NOOP("rules", "按前后两个数计算，应为 {points} 个百分点。"),
    "sum.rate": QT_TRANSLATE_NOOP("rules", "按文中两个数计算，应为 {rate}%。"),
    "consistency.value": QT_TRANSLATE_NOOP("rules", "同一指标、同一时间，另一处为“{quote}”。"),
    "consistency.unit": QT_TRANSLATE_NOOP("rules", "同一指标数值相同，另一处的单位不同：“{quote}”。"),
    "date.impossible": QT_TRANSLATE_NOOP("rules", "公历没有这一天。"),
    "date.weekday": QT_TRANSLATE_NOOP("rules", "这一天是星期{weekday}。"),
    "date.order": QT_TRANSLATE_NOOP("rules", "结束早于开始。"),
    "date.title": QT_TRANSLATE_NOOP("rules", "标题或文件名里的年份与成文年份 {document_year} 相差两年以上。"),
}
"""What a rule says, with what it expected; by its whole name, else by its family."""

_ANSWERS = {"sum.points": "{points}个百分点", "sum.rate": "{rate}%", "consistency.value": "{quote}"}


def rule_words(rule: str) -> str:
    """A rule in words: by its whole name, else by its family, else its name."""
    source = RULES.get(rule) or RULES.get(rule.partition(".")[0])
    return QCoreApplication.translate("rules", source) if source else rule


def reason_words(rule: str, expected: Mapping[str, Any]) -> str:
    """Why a finding was raised, in a sentence; "" where nothing can be said of it."""
    source = REASONS.get(rule) or REASONS.get(rule.partition(".")[0])
    if source is None:
        return ""
    try:
        return QCoreApplication.translate("rules", source).format(**_said(expected))
    except (KeyError, IndexError, ValueError):
        return ""


def known_answer(finding: Any) -> str:
    """What it should be, as far as the finding knows; "" where it does not."""
    suggestion = finding.value("suggestion")
    if suggestion:
        return str(suggestion)
    pattern = _ANSWERS.get(str(finding.machine("rule")))
    try:
        return pattern.format(**_said(finding.machine("expected") or {})) if pattern else ""
    except KeyError:
        return ""


def is_repair(rule: str) -> bool:
    """Whether a finding is of characters that were read otherwise than they stand on the page."""
    return rule.startswith("damage.") and rule != "damage.unreadable"


def _said(expected: Mapping[str, Any]) -> dict[str, str]:
    return {name: f"{value:.12g}" if isinstance(value, float | int) else str(value) for name, value in expected.items()}
