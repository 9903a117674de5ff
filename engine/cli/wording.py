"""One line for every error, in the user's language, and the exit status it ends a command with."""

from __future__ import annotations

import os
from collections.abc import Mapping

from engine.errors import PiyueError

_ZH = {
    "file.missing": "没有这个文件：{name}",
    "file.unreadable": "文件无法读取：{name}",
    "pdf.empty": "文件是空的",
    "pdf.not-a-pdf": "不是可读的 PDF",
    "pdf.password": "需要密码才能打开",
    "pdf.too-large": "超出上限：{what}",
    "worker.stopped": "解析进程已停止：{reason}",
    "sidecar.damaged": "核对记录已损坏",
    "sidecar.newer": "核对记录来自更新的版本",
    "sidecar.not-saved": "未能保存：{cause}",
    "cancelled": "已取消",
}
_EN = {
    "file.missing": "there is no such file: {name}",
    "file.unreadable": "the file cannot be read: {name}",
    "pdf.empty": "the file is empty",
    "pdf.not-a-pdf": "not a readable PDF",
    "pdf.password": "a password is needed to open it",
    "pdf.too-large": "beyond the cap: {what}",
    "worker.stopped": "the parsing process stopped: {reason}",
    "sidecar.damaged": "the review file is damaged",
    "sidecar.newer": "the review file is of a newer version",
    "sidecar.not-saved": "not saved: {cause}",
    "cancelled": "cancelled on demand",
}
_ZH_VALUES = {
    "deadline": "超时",
    "memory": "内存不足",
    "crash": "崩溃",
    "closed": "已关闭",
    "read-only": "只读",
    "full": "空间已满",
    "gone": "位置不存在",
    "busy": "正被占用",
    "other": "其他原因",
    "pages": "页数",
    "pixels": "图像尺寸",
    "bytes": "文件大小",
}
_NOTICES_ZH = {
    "no-text": "没有一页有文字（扫描件？）",
    "damaged": "核对记录已损坏，未按原样使用",
    "edited": "核对记录被手工改动过",
    "newer": "核对记录来自更新的版本",
    "unreadable": "核对记录无法读取",
    "other-version": "批阅针对的是另一个版本的 PDF",
    "recovered": "找回了上次没有存下的 {steps} 步",
    "kept-here": "有一份核对记录只留在本机，没有存到文件旁边",
    "found-elsewhere": "核对记录是从 {file} 找到的",
    "versions-here": "旁边没有核对记录，本机留有这份文件较早的版本",
    "copies": "旁边有 {count} 个同步软件留下的冲突副本，没有并入",
    "in-use": "{name} 正在另一台电脑（{host}）上核对这份文件",
    "in-use-here": "这份文件在本机的窗口里开着",
    "reencoded": "核对记录的编码或换行被别的程序改过，内容完好",
}
_NOTICES_EN = {
    "no-text": "no page has text (a scan?)",
    "damaged": "the review file is damaged and not used as it is",
    "edited": "the review file was changed by hand",
    "newer": "the review file is of a newer version",
    "unreadable": "the review file cannot be read",
    "other-version": "the review is of another version of the PDF",
    "recovered": "{steps} steps that had not been saved were recovered",
    "kept-here": "a review is kept on this computer only, not beside the file",
    "found-elsewhere": "the review was found as {file}",
    "versions-here": "no review lies beside it; this computer keeps earlier versions of one",
    "copies": "{count} conflict copies of a sync program lie beside it, not merged",
    "in-use": "{name} is reviewing this file on another computer ({host})",
    "in-use-here": "this file is open in a window of this computer",
    "reencoded": "another program changed the encoding or line ends of the review; nothing is lost",
}
_STATUS = {"pdf.password": 4, "worker.stopped": 5, "cancelled": 130}
_UNREADABLE = 3


class _Values(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "?"


def reason(error: PiyueError) -> str:
    """What went wrong, one line."""
    is_chinese = is_chinese_wanted()
    sentence = (_ZH if is_chinese else _EN).get(error.code, str(error))
    values = {key: _ZH_VALUES.get(str(value), value) if is_chinese else value for key, value in error.values.items()}
    return " ".join(sentence.format_map(_Values(values)).split())


def notice_line(code: str, values: Mapping[str, object]) -> str:
    """A notice that ends nothing, as a line for standard error."""
    sentence = (_NOTICES_ZH if is_chinese_wanted() else _NOTICES_EN).get(code)
    told = sentence.format_map(_Values(values)) if sentence else code
    return f"piyue: {told}\n"


def exit_status(error: PiyueError) -> int:
    """3 not a readable PDF (or file), 4 password needed, 5 worker stopped."""
    return _STATUS.get(error.code, _UNREADABLE)


def is_chinese_wanted() -> bool:
    """Whether the environment asks for Chinese messages."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        language = os.environ.get(name, "")
        if language:
            return language.startswith("zh")
    return False
