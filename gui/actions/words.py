"""The words of the window for what the engine names by codes: fields, states, verdicts, kinds.

Every table maps a code to a Chinese word; `word` says it in the user's language.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from gui.actions.noop import QT_TRANSLATE_NOOP

KINDS: dict[str, str] = {
    "heading": QT_TRANSLATE_NOOP("words", "标题"),
    "metric": QT_TRANSLATE_NOOP("words", "指标"),
    "task": QT_TRANSLATE_NOOP("words", "任务"),
    "system": QT_TRANSLATE_NOOP("words", "平台系统"),
    "finding": QT_TRANSLATE_NOOP("words", "疑点"),
    "note": QT_TRANSLATE_NOOP("words", "批注"),
    "numeral": QT_TRANSLATE_NOOP("words", "数字"),
    "front": QT_TRANSLATE_NOOP("words", "文件要素"),
}

FIELDS: dict[str, str] = {
    "quote": QT_TRANSLATE_NOOP("words", "原文表述"),
    "name": QT_TRANSLATE_NOOP("words", "名称"),
    "value": QT_TRANSLATE_NOOP("words", "数值"),
    "value_max": QT_TRANSLATE_NOOP("words", "上限"),
    "unit": QT_TRANSLATE_NOOP("words", "计量单位"),
    "qualifier": QT_TRANSLATE_NOOP("words", "限定"),
    "kind": QT_TRANSLATE_NOOP("words", "类别"),
    "direction": QT_TRANSLATE_NOOP("words", "升降"),
    "period": QT_TRANSLATE_NOOP("words", "时间"),
    "status": QT_TRANSLATE_NOOP("words", "状态"),
    "owner": QT_TRANSLATE_NOOP("words", "责任单位"),
    "targetType": QT_TRANSLATE_NOOP("words", "指标性质"),
    "heading": QT_TRANSLATE_NOOP("words", "所属标题"),
    "level": QT_TRANSLATE_NOOP("words", "级别"),
    "marker": QT_TRANSLATE_NOOP("words", "序号"),
    "title": QT_TRANSLATE_NOOP("words", "标题文字"),
    "style": QT_TRANSLATE_NOOP("words", "样式"),
    "text": QT_TRANSLATE_NOOP("words", "内容"),
    "leader": QT_TRANSLATE_NOOP("words", "牵头领导"),
    "lead": QT_TRANSLATE_NOOP("words", "牵头单位"),
    "support": QT_TRANSLATE_NOOP("words", "配合单位"),
    "deadline": QT_TRANSLATE_NOOP("words", "完成时限"),
    "aliases": QT_TRANSLATE_NOOP("words", "别称"),
    "color": QT_TRANSLATE_NOOP("words", "颜色"),
    "tags": QT_TRANSLATE_NOOP("words", "标签"),
    "author": QT_TRANSLATE_NOOP("words", "作者"),
    "rule": QT_TRANSLATE_NOOP("words", "规则"),
    "suggestion": QT_TRANSLATE_NOOP("words", "建议改为"),
    "severity": QT_TRANSLATE_NOOP("words", "程度"),
    "decided": QT_TRANSLATE_NOOP("words", "已核"),
    "note_state": QT_TRANSLATE_NOOP("words", "处理"),
    "note_color": QT_TRANSLATE_NOOP("words", "颜色"),
    "replies": QT_TRANSLATE_NOOP("words", "回复"),
    "about": QT_TRANSLATE_NOOP("words", "关联"),
    "open_below": QT_TRANSLATE_NOOP("words", "待核"),
    "page": QT_TRANSLATE_NOOP("words", "页码"),
    "should_be": QT_TRANSLATE_NOOP("words", "应为"),
    "basis": QT_TRANSLATE_NOOP("words", "依据"),
    "verified_with": QT_TRANSLATE_NOOP("words", "核实单位"),
    "verdict": QT_TRANSLATE_NOOP("words", "核对"),
    "class": QT_TRANSLATE_NOOP("words", "归类"),
    "context": QT_TRANSLATE_NOOP("words", "上下文"),
    "sentence": QT_TRANSLATE_NOOP("words", "原句"),
    "former": QT_TRANSLATE_NOOP("words", "上一稿"),
    "type": QT_TRANSLATE_NOOP("words", "类型"),
    "at": QT_TRANSLATE_NOOP("words", "时间"),
    "places": QT_TRANSLATE_NOOP("words", "位置"),
}

FIELDS_OF_KIND: dict[str, dict[str, str]] = {
    "metric": {"name": QT_TRANSLATE_NOOP("words", "指标名称")},
    "system": {
        "name": QT_TRANSLATE_NOOP("words", "名称"),
        "status": QT_TRANSLATE_NOOP("words", "建设状态"),
        "owner": QT_TRANSLATE_NOOP("words", "建设单位"),
    },
    "task": {"text": QT_TRANSLATE_NOOP("words", "任务内容")},
    "note": {"text": QT_TRANSLATE_NOOP("words", "批注内容"), "quote": QT_TRANSLATE_NOOP("words", "原文")},
    "finding": {"quote": QT_TRANSLATE_NOOP("words", "原文")},
    "numeral": {"quote": QT_TRANSLATE_NOOP("words", "数字")},
    "front": {
        "title": QT_TRANSLATE_NOOP("words", "文件标题"),
        "subtitle": QT_TRANSLATE_NOOP("words", "副标题"),
        "issuer": QT_TRANSLATE_NOOP("words", "发文机关"),
        "documentNumber": QT_TRANSLATE_NOOP("words", "发文字号"),
        "copyNumber": QT_TRANSLATE_NOOP("words", "份号"),
        "secrecy": QT_TRANSLATE_NOOP("words", "密级"),
        "urgency": QT_TRANSLATE_NOOP("words", "紧急程度"),
        "signatory": QT_TRANSLATE_NOOP("words", "签发人"),
        "recipients": QT_TRANSLATE_NOOP("words", "主送机关"),
        "speaker": QT_TRANSLATE_NOOP("words", "讲话人"),
        "date": QT_TRANSLATE_NOOP("words", "成文日期"),
        "salutation": QT_TRANSLATE_NOOP("words", "称呼"),
        "attachments": QT_TRANSLATE_NOOP("words", "附件"),
        "note": QT_TRANSLATE_NOOP("words", "附注"),
        "copiesTo": QT_TRANSLATE_NOOP("words", "抄送机关"),
        "printedBy": QT_TRANSLATE_NOOP("words", "印发机关"),
        "enactment": QT_TRANSLATE_NOOP("words", "通过和施行"),
    },
}

VERDICTS: dict[str, str] = {
    "open": QT_TRANSLATE_NOOP("words", "待核"),
    "correct": QT_TRANSLATE_NOOP("words", "无误"),
    "wrong": QT_TRANSLATE_NOOP("words", "有误"),
    "doubtful": QT_TRANSLATE_NOOP("words", "存疑"),
}

READINGS: dict[str, str] = {
    "machine": QT_TRANSLATE_NOOP("words", "机器识别"),
    "corrected": QT_TRANSLATE_NOOP("words", "已更正"),
    "rejected": QT_TRANSLATE_NOOP("words", "误识"),
    "added": QT_TRANSLATE_NOOP("words", "人工添加"),
}

NUMERAL_CLASSES: dict[str, str] = {
    "metric": QT_TRANSLATE_NOOP("words", "指标"),
    "date": QT_TRANSLATE_NOOP("words", "日期"),
    "period": QT_TRANSLATE_NOOP("words", "时期"),
    "plan": QT_TRANSLATE_NOOP("words", "计划名"),
    "document-number": QT_TRANSLATE_NOOP("words", "文号"),
    "ordinal": QT_TRANSLATE_NOOP("words", "序号"),
    "name": QT_TRANSLATE_NOOP("words", "名称"),
    "slogan": QT_TRANSLATE_NOOP("words", "口号"),
    "table": QT_TRANSLATE_NOOP("words", "表格"),
    "other": QT_TRANSLATE_NOOP("words", "其他"),
}
"""What a numeral can be; those of running heads and feet are in no list."""

LIST_STATES: dict[str, str] = {
    "unclassified": QT_TRANSLATE_NOOP("words", "未归类"),
    "changed": QT_TRANSLATE_NOOP("words", "只看改动"),
    "low": QT_TRANSLATE_NOOP("words", "请重点核对"),
    "conflict": QT_TRANSLATE_NOOP("words", "有冲突"),
    "once": QT_TRANSLATE_NOOP("words", "待复核"),
    "draft-carried": QT_TRANSLATE_NOOP("words", "承接上一稿"),
    "draft-changed": QT_TRANSLATE_NOOP("words", "上一稿有变"),
    "draft-gone": QT_TRANSLATE_NOOP("words", "本稿没有"),
}
"""What a list can be filtered by beside verdict and reading."""

STATUSES: dict[str, str] = {
    "achieved": QT_TRANSLATE_NOOP("words", "完成"),
    "target": QT_TRANSLATE_NOOP("words", "目标"),
    "forecast": QT_TRANSLATE_NOOP("words", "预计"),
}

BUILDING: dict[str, str] = {
    "built": QT_TRANSLATE_NOOP("words", "已建"),
    "building": QT_TRANSLATE_NOOP("words", "在建"),
    "planned": QT_TRANSLATE_NOOP("words", "拟建"),
}

METRIC_KINDS: dict[str, str] = {
    "level": QT_TRANSLATE_NOOP("words", "数值"),
    "change": QT_TRANSLATE_NOOP("words", "增减"),
    "rank": QT_TRANSLATE_NOOP("words", "位次"),
    "multiple": QT_TRANSLATE_NOOP("words", "倍数"),
}

QUALIFIERS: dict[str, str] = {
    "over": QT_TRANSLATE_NOOP("words", "超过（多、余）"),
    "at_least": QT_TRANSLATE_NOOP("words", "不少于（以上）"),
    "near": QT_TRANSLATE_NOOP("words", "接近（近）"),
    "about": QT_TRANSLATE_NOOP("words", "大约（左右）"),
    "under": QT_TRANSLATE_NOOP("words", "不足（不到）"),
    "at_most": QT_TRANSLATE_NOOP("words", "不超过（以内）"),
}

DIRECTIONS: dict[str, str] = {
    "up": QT_TRANSLATE_NOOP("words", "上升"),
    "down": QT_TRANSLATE_NOOP("words", "下降"),
}

TARGET_TYPES: dict[str, str] = {
    "binding": QT_TRANSLATE_NOOP("words", "约束性"),
    "expected": QT_TRANSLATE_NOOP("words", "预期性"),
}

STYLES: dict[str, str] = {
    "block": QT_TRANSLATE_NOOP("words", "独立成段"),
    "runin": QT_TRANSLATE_NOOP("words", "段首"),
    "thesis": QT_TRANSLATE_NOOP("words", "分论点"),
}

SEVERITIES: dict[str, str] = {
    "error": QT_TRANSLATE_NOOP("words", "错误"),
    "warning": QT_TRANSLATE_NOOP("words", "注意"),
    "hint": QT_TRANSLATE_NOOP("words", "提示"),
}

NOTE_TYPES: dict[str, str] = {
    "highlight": QT_TRANSLATE_NOOP("words", "高亮"),
    "underline": QT_TRANSLATE_NOOP("words", "下划线"),
    "strike": QT_TRANSLATE_NOOP("words", "删除线"),
    "box": QT_TRANSLATE_NOOP("words", "方框"),
    "note": QT_TRANSLATE_NOOP("words", "批注"),
}

NOTE_STATES: dict[str, str] = {
    "accepted": QT_TRANSLATE_NOOP("words", "采纳"),
    "declined": QT_TRANSLATE_NOOP("words", "未采纳"),
    "done": QT_TRANSLATE_NOOP("words", "已处理"),
    "unhandled": QT_TRANSLATE_NOOP("words", "未处理"),
    "unplaced": QT_TRANSLATE_NOOP("words", "未定位"),
}
"""What can be done with a note, by person; `unhandled` and `unplaced` are what lists can be filtered by."""

FINDING_VERDICTS: dict[str, str] = {
    "open": QT_TRANSLATE_NOOP("words", "待核"),
    "correct": QT_TRANSLATE_NOOP("words", "不是问题"),
    "wrong": QT_TRANSLATE_NOOP("words", "确有问题"),
    "doubtful": QT_TRANSLATE_NOOP("words", "存疑"),
    "reject": QT_TRANSLATE_NOOP("words", "误报"),
}
"""What the verdicts are called of a point that looks wrong: the text is right (correct), or wrong as it says."""


def verdict_word(kind: str, verdict: str) -> str:
    """A verdict (or `reject`) in words, as it is said of a kind of items."""
    table = FINDING_VERDICTS if kind == "finding" else {**VERDICTS, "reject": READINGS["rejected"]}
    return word(table[verdict])


def word(text: str) -> str:
    """A word of these tables in the user's language."""
    return QCoreApplication.translate("words", text)


def field_word(kind: str, field: str) -> str:
    """What the window calls a field of that kind of item; the field's own name when it has no word."""
    source = FIELDS_OF_KIND.get(kind, {}).get(field) or FIELDS.get(field)
    return word(source) if source else field


def listed(parts: Iterable[str]) -> str:
    """Words one after the other, parted as the user's language does."""
    return QCoreApplication.translate("words", "，").join(parts)
