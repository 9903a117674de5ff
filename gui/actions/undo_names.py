"""Words the session's undo codes: `set-field:value` becomes “撤销：更改指标数值”."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gui.actions.noop import QT_TRANSLATE_NOOP
from gui.actions.words import FIELDS, KINDS, NOTE_TYPES, VERDICTS, field_word, word

STEPS: dict[str, str] = {
    "set-field": QT_TRANSLATE_NOOP("undo", "更改{what}"),
    "reset-field": QT_TRANSLATE_NOOP("undo", "恢复识别的{what}"),
    "set-verdict": QT_TRANSLATE_NOOP("undo", "核对结论“{what}”"),
    "reject": QT_TRANSLATE_NOOP("undo", "标为误识"),
    "restore": QT_TRANSLATE_NOOP("undo", "取消误识"),
    "add-note": QT_TRANSLATE_NOOP("undo", "添加{what}"),
    "change-note": QT_TRANSLATE_NOOP("undo", "更改{what}"),
    "delete-note": QT_TRANSLATE_NOOP("undo", "删除批注"),
    "add-item": QT_TRANSLATE_NOOP("undo", "添加{what}"),
    "remove-item": QT_TRANSLATE_NOOP("undo", "移除{what}"),
    "split-item": QT_TRANSLATE_NOOP("undo", "拆分{what}"),
    "merge-items": QT_TRANSLATE_NOOP("undo", "合并{what}"),
    "fill-field": QT_TRANSLATE_NOOP("undo", "成批更改{what}"),
    "set-front": QT_TRANSLATE_NOOP("undo", "更改{what}"),
    "reset-front": QT_TRANSLATE_NOOP("undo", "恢复识别的{what}"),
    "set-note-state": QT_TRANSLATE_NOOP("undo", "处理批注"),
}

WHOLE: dict[str, str] = {
    "set-field": QT_TRANSLATE_NOOP("undo", "更改内容"),
    "reset-field": QT_TRANSLATE_NOOP("undo", "恢复识别结果"),
    "set-verdict": QT_TRANSLATE_NOOP("undo", "核对结论"),
    "add-note": QT_TRANSLATE_NOOP("undo", "添加批注"),
    "change-note": QT_TRANSLATE_NOOP("undo", "更改批注"),
    "add-item": QT_TRANSLATE_NOOP("undo", "添加条目"),
    "remove-item": QT_TRANSLATE_NOOP("undo", "移除条目"),
    "set-field:value": QT_TRANSLATE_NOOP("undo", "更改指标数值"),
    "set-field:quote": QT_TRANSLATE_NOOP("undo", "更改原文表述"),
    "set-field:level": QT_TRANSLATE_NOOP("undo", "更改标题级别"),
    "set-heading-level": QT_TRANSLATE_NOOP("undo", "更改标题级别"),
    "change-note:text": QT_TRANSLATE_NOOP("undo", "更改批注文字"),
    "set-verdict:bulk": QT_TRANSLATE_NOOP("undo", "成批核对"),
    "set-verdict:open": QT_TRANSLATE_NOOP("undo", "改回待核"),
    "several": QT_TRANSLATE_NOOP("undo", "多处更改"),
    "set-places": QT_TRANSLATE_NOOP("undo", "更改位置"),
    "move-note": QT_TRANSLATE_NOOP("undo", "移动批注"),
    "restore-note": QT_TRANSLATE_NOOP("undo", "恢复批注"),
    "reply": QT_TRANSLATE_NOOP("undo", "回复批注"),
    "break": QT_TRANSLATE_NOOP("undo", "更改分段"),
    "break:join": QT_TRANSLATE_NOOP("undo", "合并段落"),
    "break:split": QT_TRANSLATE_NOOP("undo", "拆分段落"),
    "complete": QT_TRANSLATE_NOOP("undo", "核对完毕"),
    "decide-conflict": QT_TRANSLATE_NOOP("undo", "选定有分歧的值"),
    "repair-characters": QT_TRANSLATE_NOOP("undo", "更正文字"),
    "set-aside": QT_TRANSLATE_NOOP("undo", "移出正文"),
    "put-back": QT_TRANSLATE_NOOP("undo", "放回正文"),
    "drop-repairs": QT_TRANSLATE_NOOP("undo", "恢复识别的文字"),
    "set-cell": QT_TRANSLATE_NOOP("undo", "更正表格"),
    "reset-cell": QT_TRANSLATE_NOOP("undo", "恢复识别的表格"),
    "shorten-heading": QT_TRANSLATE_NOOP("undo", "拆分标题"),
    "join-heading": QT_TRANSLATE_NOOP("undo", "标题并入上一段"),
    "note-of-finding": QT_TRANSLATE_NOOP("undo", "疑点写成批注"),
    "tag-notes": QT_TRANSLATE_NOOP("undo", "给批注加标签"),
    "delete-notes": QT_TRANSLATE_NOOP("undo", "删除批注"),
    "change-reply": QT_TRANSLATE_NOOP("undo", "更改回复"),
    "delete-reply": QT_TRANSLATE_NOOP("undo", "删除回复"),
    "keep-characters": QT_TRANSLATE_NOOP("undo", "保留原文文字"),
    "shift-headings": QT_TRANSLATE_NOOP("undo", "成批更改标题级别"),
    "take-back": QT_TRANSLATE_NOOP("undo", "撤回"),
    "reset-item": QT_TRANSLATE_NOOP("undo", "恢复识别结果"),
    "import-review": QT_TRANSLATE_NOOP("undo", "导入核对记录"),
    "carry-over": QT_TRANSLATE_NOOP("undo", "承接上一稿"),
    "merge-copies": QT_TRANSLATE_NOOP("undo", "并入冲突副本"),
    "restore-version": QT_TRANSLATE_NOOP("undo", "恢复较早的版本"),
}


def step_words(code: str) -> str:
    """One step in words: of the whole code, else of its verb and its object, else of its verb."""
    if code in WHOLE:
        return QCoreApplication.translate("undo", WHOLE[code])
    verb, _, thing = code.partition(":")
    kind, _, field = thing.rpartition(".")
    if kind and verb in STEPS:
        return QCoreApplication.translate("undo", STEPS[verb]).replace("{what}", field_word(kind, field))
    for table in (FIELDS, VERDICTS, NOTE_TYPES, KINDS):
        if verb in STEPS and thing in table:
            return QCoreApplication.translate("undo", STEPS[verb]).replace("{what}", word(table[thing]))
    if verb in WHOLE or verb in STEPS:
        return QCoreApplication.translate("undo", WHOLE.get(verb, STEPS.get(verb, "")))
    return ""


def undo_words(action: str, code: str | None) -> str:
    """The menu's text of undo or redo with what it would do: “撤销(&U)：更改指标数值”."""
    words = step_words(code) if code else ""
    return QCoreApplication.translate("undo", "{action}：{step}").format(action=action, step=words) if words else action
