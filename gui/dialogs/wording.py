"""Words the engine's error codes for the user: what happened, and what to do next. Light: shown before page one too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from gui.actions.noop import QT_TRANSLATE_NOOP


class Wording(NamedTuple):
    """What a message says: a few words, one sentence of what happened, one of what to do next."""

    title: str
    sentence: str
    advice: str

    @property
    def text(self) -> str:
        """Sentence and advice as one paragraph."""
        return (
            f"{self.sentence}{self.advice}" if _is_chinese(self.sentence) else f"{self.sentence} {self.advice}".strip()
        )


_UNKNOWN = Wording(
    QT_TRANSLATE_NOOP("errors", "出了问题"),
    QT_TRANSLATE_NOOP("errors", "发生了没有料到的问题（{code}）。"),
    QT_TRANSLATE_NOOP("errors", "核对记录不受影响，可以继续工作；如反复出现，请把这行文字告诉管理员。"),
)

ERRORS: dict[str, Wording] = {
    "file.missing": Wording(
        QT_TRANSLATE_NOOP("errors", "找不到文件"),
        QT_TRANSLATE_NOOP("errors", "“{file}”不在原来的位置。"),
        QT_TRANSLATE_NOOP("errors", "它可能被移动或改名了，请用“打开”重新选择。"),
    ),
    "file.unreadable": Wording(
        QT_TRANSLATE_NOOP("errors", "不能读取文件"),
        QT_TRANSLATE_NOOP("errors", "系统不允许读取“{file}”。"),
        QT_TRANSLATE_NOOP("errors", "请检查文件的权限，或先复制到自己的文件夹再打开。"),
    ),
    "pdf.empty": Wording(
        QT_TRANSLATE_NOOP("errors", "文件是空的"),
        QT_TRANSLATE_NOOP("errors", "“{file}”里没有任何内容。"),
        QT_TRANSLATE_NOOP("errors", "可能没有下载或复制完，请重新取得这份文件。"),
    ),
    "pdf.not-a-pdf": Wording(
        QT_TRANSLATE_NOOP("errors", "不是 PDF 文件"),
        QT_TRANSLATE_NOOP("errors", "“{file}”不是 PDF，或者已经损坏，无法显示。"),
        QT_TRANSLATE_NOOP("errors", "请换一份，或在原来的程序里重新导出为 PDF。"),
    ),
    "pdf.password": Wording(
        QT_TRANSLATE_NOOP("errors", "需要密码"),
        QT_TRANSLATE_NOOP("errors", "“{file}”加了密码，没有密码不能打开。"),
        QT_TRANSLATE_NOOP("errors", "请向提供文件的人要一份不加密码的副本。"),
    ),
    "pdf.too-large": Wording(
        QT_TRANSLATE_NOOP("errors", "文件过大"),
        QT_TRANSLATE_NOOP("errors", "“{file}”超出了本程序能处理的范围。"),
        QT_TRANSLATE_NOOP("errors", "请拆分成几份较小的文件再打开。"),
    ),
    "worker.stopped": Wording(
        QT_TRANSLATE_NOOP("errors", "处理中断"),
        QT_TRANSLATE_NOOP("errors", "读取这份文件的后台程序停止了。"),
        QT_TRANSLATE_NOOP("errors", "它已自动重新启动，您的核对记录不受影响；可以重试。"),
    ),
    "worker.stopped/deadline": Wording(
        QT_TRANSLATE_NOOP("errors", "用时过长"),
        QT_TRANSLATE_NOOP("errors", "这一页处理的时间太长，已停止。"),
        QT_TRANSLATE_NOOP("errors", "其他页不受影响，可以继续；需要时请重试。"),
    ),
    "worker.stopped/memory": Wording(
        QT_TRANSLATE_NOOP("errors", "内存不足"),
        QT_TRANSLATE_NOOP("errors", "这一页需要的内存太多，已停止。"),
        QT_TRANSLATE_NOOP("errors", "其他页不受影响；可以缩小显示比例后重试。"),
    ),
    "worker.stopped/closed": Wording(
        QT_TRANSLATE_NOOP("errors", "已关闭"),
        QT_TRANSLATE_NOOP("errors", "读取这份文件的后台程序已经关闭。"),
        QT_TRANSLATE_NOOP("errors", "请重新打开文件。"),
    ),
    "sidecar.damaged": Wording(
        QT_TRANSLATE_NOOP("errors", "核对记录已损坏"),
        QT_TRANSLATE_NOOP("errors", "上次的核对记录不完整，没有采用，也没有覆盖。"),
        QT_TRANSLATE_NOOP("errors", "原来的文件保留在旁边；可以从本机保存的较早版本恢复。"),
    ),
    "sidecar.newer": Wording(
        QT_TRANSLATE_NOOP("errors", "核对记录来自新版本"),
        QT_TRANSLATE_NOOP("errors", "核对记录是用较新版本的批阅保存的，现在只能查看。"),
        QT_TRANSLATE_NOOP("errors", "请升级本程序后再修改。"),
    ),
    "sidecar.newer/meanwhile": Wording(
        QT_TRANSLATE_NOOP("errors", "没有保存到原处"),
        QT_TRANSLATE_NOOP("errors", "别人用较新版本的批阅保存了核对记录，这里不能写进去。"),
        QT_TRANSLATE_NOOP("errors", "您的核对已留在本机；升级本程序后再打开，会自动合并。"),
    ),
    "sidecar.not-saved": Wording(
        QT_TRANSLATE_NOOP("errors", "没有保存到原处"),
        QT_TRANSLATE_NOOP("errors", "核对记录暂时不能保存到文件旁边。"),
        QT_TRANSLATE_NOOP("errors", "内容已留在本机，会继续重试；也可以另存到别处。"),
    ),
    "sidecar.not-saved/read-only": Wording(
        QT_TRANSLATE_NOOP("errors", "文件夹不能写入"),
        QT_TRANSLATE_NOOP("errors", "这个文件夹是只读的，核对记录不能保存在文件旁边。"),
        QT_TRANSLATE_NOOP("errors", "核对记录已留在本机，下次打开会自动找到；也可以另存到别处。"),
    ),
    "sidecar.not-saved/full": Wording(
        QT_TRANSLATE_NOOP("errors", "磁盘已满"),
        QT_TRANSLATE_NOOP("errors", "磁盘空间不够，核对记录没有存进去。"),
        QT_TRANSLATE_NOOP("errors", "核对记录已留在本机；请腾出空间，程序会自动重试；也可以另存到别处。"),
    ),
    "sidecar.not-saved/gone": Wording(
        QT_TRANSLATE_NOOP("errors", "文件夹不见了"),
        QT_TRANSLATE_NOOP("errors", "原来的文件夹或网络共享现在连不上，或者文件移走了。"),
        QT_TRANSLATE_NOOP("errors", "核对记录已留在本机，恢复连接后会自动保存；也可以另存到别处。"),
    ),
    "sidecar.not-saved/busy": Wording(
        QT_TRANSLATE_NOOP("errors", "文件被占用"),
        QT_TRANSLATE_NOOP("errors", "另一个程序正占用核对记录，暂时存不进去。"),
        QT_TRANSLATE_NOOP("errors", "核对记录已留在本机，会继续重试。"),
    ),
    "cancelled": Wording(
        QT_TRANSLATE_NOOP("errors", "已取消"),
        QT_TRANSLATE_NOOP("errors", "操作已取消。"),
        "",
    ),
}


_NOWHERE = QT_TRANSLATE_NOOP("errors", "本机也没能留下一份：请先不要关闭窗口，马上用“另存一份”存到别处。")


def unkept(words: Wording) -> Wording:
    """The words for work that could be saved neither in its place nor on this computer."""
    return words._replace(advice=QCoreApplication.translate("errors", _NOWHERE))


def wording(code: str, values: Mapping[str, object] | None = None, *, file: str = "") -> Wording:
    """What to tell the user of an error: by `code` and its `reason` or `cause` where that is worded, else by `code`.

    `file` is the name to show; without it the error's own `file`, `name` or `path` value is used.
    """
    given = dict(values or {})
    shade = given.get("reason") or given.get("cause")
    found = ERRORS.get(f"{code}/{shade}") or ERRORS.get(code) or _UNKNOWN
    name = file or str(given.get("file") or given.get("name") or given.get("path") or "")
    return Wording(*(_filled(part, code, _last_part(name)) for part in found))


def _filled(source: str, code: str, name: str) -> str:
    if not source:
        return ""
    text = QCoreApplication.translate("errors", source)
    if not name:
        name = QCoreApplication.translate("errors", "这份文件")
        text = text.replace("“{file}”", name)
        text = text.replace('"{file}"', name)
    return text.replace("{file}", name).replace("{code}", code)


def _last_part(name: str) -> str:
    return name.replace("\\", "/").rsplit("/", 1)[-1]


def _is_chinese(text: str) -> bool:
    return any("一" <= letter <= "鿿" for letter in text)
