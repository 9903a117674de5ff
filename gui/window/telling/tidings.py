"""What a document tells of its review, in words, with what can be done about it: how it was found at opening, what came
in from outside, what could not be placed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication

from gui.actions.noop import QT_TRANSLATE_NOOP
from gui.bridge.document import OpenDocument
from gui.window.telling.banner import Choice

OPENING = {
    "damaged-version": QT_TRANSLATE_NOOP(
        "Opening",
        "核对记录的文件已损坏，不会覆盖它，保存时另存一份。现在看到的是本机最近的完好版本和文件里还完整的部分。",
    ),
    "damaged-salvaged": QT_TRANSLATE_NOOP(
        "Opening",
        "核对记录的文件已损坏，不会覆盖它，保存时另存一份。现在看到的是文件里还完整的部分，有 {lost} 行读不出来。",
    ),
    "damaged-fresh": QT_TRANSLATE_NOOP(
        "Opening", "核对记录的文件已损坏，里面没有还能读的内容；不会覆盖它，保存时另存一份。现在从空白开始。"
    ),
    "edited": QT_TRANSLATE_NOOP("Opening", "核对记录被别的程序改过，有 {count} 处不同，已照改过的打开。"),
    "edited-same": QT_TRANSLATE_NOOP("Opening", "核对记录被别的程序重新写过，内容没有变。"),
    "edited-unknown": QT_TRANSLATE_NOOP(
        "Opening", "核对记录被别的程序改过，本机没有较早的版本可以比较，已照改过的打开，请留意。"
    ),
    "newer": QT_TRANSLATE_NOOP("Opening", "核对记录是用较新版本的批阅保存的，这里只能查看；请升级本程序后再修改。"),
    "unreadable": QT_TRANSLATE_NOOP("Opening", "核对记录“{file}”读不出来，这里只能查看，不会覆盖它。"),
    "recovered": QT_TRANSLATE_NOOP("Opening", "上次没有正常关闭，{steps} 步修改已找回。"),
    "kept-here": QT_TRANSLATE_NOOP("Opening", "找到了留在本机、还没有存到文件旁边的核对记录。"),
    "found-elsewhere": QT_TRANSLATE_NOOP("Opening", "核对记录是从“{file}”找到的。"),
    "versions-here": QT_TRANSLATE_NOOP(
        "Opening", "这份文件在本机核对过，但旁边没有核对记录，可能没有和文件放在一起；可以从本机的版本恢复。"
    ),
    "copies": QT_TRANSLATE_NOOP("Opening", "同步软件在旁边留下了 {count} 个冲突副本，里面可能有这里没有的核对。"),
    "in-use": QT_TRANSLATE_NOOP("Opening", "{name} 正在另一台电脑（{host}）上核对这份文件，双方的修改会自动合并。"),
    "in-use-here": QT_TRANSLATE_NOOP("Opening", "这份文件在本机的另一个窗口里也开着，两边的修改会自动合并。"),
    "same-text": QT_TRANSLATE_NOOP("Opening", "文件重新保存过，文字没有变，核对记录照常使用。"),
    "draft": QT_TRANSLATE_NOOP("Opening", "这是改过的一稿：没变的句子沿用上一稿的核对，变了的已改回待核。"),
    "foreign": QT_TRANSLATE_NOOP(
        "Opening",
        "同名的核对记录属于另一份文件（{who} {time} 保存），没有使用，也不会覆盖它；这里从空白开始，另存一个文件。",
    ),
    "other-version": QT_TRANSLATE_NOOP("Opening", "核对记录是为这份文件的另一个版本做的。"),
}
_BINDING = frozenset({"same-text", "draft", "foreign", "other-version"})
_QUIET = frozenset({"same-text", "found-elsewhere", "in-use", "in-use-here", "copies", "versions-here", "edited-same"})

TAKEN = {
    "working": QT_TRANSLATE_NOOP("Taken", "正在比对“{file}”…"),
    "carried": QT_TRANSLATE_NOOP(
        "Taken", "已承接“{file}”的核对：{kept} 项结论沿用，{reopened} 项因句子改动改回待核，{lost} 项在本稿没有找到。"
    ),
    "carried-same": QT_TRANSLATE_NOOP(
        "Taken",
        "已承接“{file}”的核对，文字与这份相同：核对结论 {verdicts} 项，更正 {corrections} 项，批注 {notes} 条，"
        "分歧 {conflicts} 处。",
    ),
    "imported-draft": QT_TRANSLATE_NOOP(
        "Taken",
        "“{file}”核对的是这份文件的另一稿，已按承接上一稿并入：{kept} 项结论沿用，{reopened} 项因句子改动改回待核，"
        "{lost} 项在本稿没有找到。",
    ),
    "imported": QT_TRANSLATE_NOOP(
        "Taken",
        "已并入“{file}”：新增批注 {notes} 条，核对结论 {verdicts} 项，更正 {corrections} 项，分歧 {conflicts} 处。",
    ),
    "restored": QT_TRANSLATE_NOOP("Taken", "已恢复到 {time} 的版本；撤销可以退回。"),
    "emptied": QT_TRANSLATE_NOOP("Taken", "已从空白开始；撤销可以退回，原来的内容也在较早的版本里。"),
    "nothing": QT_TRANSLATE_NOOP("Taken", "“{file}”里没有这里还没有的内容。"),
    "no-review": QT_TRANSLATE_NOOP("Taken", "“{file}”没有核对记录，没有可以并入的内容。"),
    "no-parse": QT_TRANSLATE_NOOP("Taken", "这份文件还没有识别完，请等识别完成后再试。"),
    "foreign": QT_TRANSLATE_NOOP("Taken", "“{file}”核对的是另一份文件“{document}”，与这份大半不同，没有并入。"),
    "damaged": QT_TRANSLATE_NOOP("Taken", "“{file}”不是核对记录，或者已经损坏，没有并入。"),
    "newer": QT_TRANSLATE_NOOP("Taken", "“{file}”是用较新版本的批阅保存的，请升级本程序后再并入。"),
    "not-ready": QT_TRANSLATE_NOOP("Taken", "核对记录还在打开，请稍后再试。"),
    "unreadable": QT_TRANSLATE_NOOP("Taken", "“{file}”读不出来，没有并入；请检查文件是否还在、能否读取。"),
}
_TROUBLE = frozenset({"not-ready", "no-review", "no-parse", "foreign", "damaged", "newer", "unreadable"})

OTHER = {
    "similar": QT_TRANSLATE_NOOP("Tidings", "同一文件夹里有一份相似文件“{file}”的核对记录，像是上一稿。"),
    "unplaced": QT_TRANSLATE_NOOP("Tidings", "有 {count} 项核对或批注在现在的文字里没有找到位置，都还保留着。"),
    "statement-differs": QT_TRANSLATE_NOOP(
        "Tidings", "{people} 在 {time} 声明核对完毕，但文件在那之后改过，与当时的不同。"
    ),
    "merged": QT_TRANSLATE_NOOP("Tidings", "保存时并入了别处做的 {count} 项修改。"),
    "merged-conflicts": QT_TRANSLATE_NOOP(
        "Tidings", "保存时并入了别处做的 {count} 项修改，其中 {conflicts} 处与这里不一致，两个值都留着，请选定。"
    ),
    "office-unreadable": QT_TRANSLATE_NOOP(
        "Tidings", "本单位名单的文件夹“{file}”里有文件读不出来，单位按文中写法列出。"
    ),
    "office-chosen": QT_TRANSLATE_NOOP("Tidings", "已改用“{file}”里的本单位名单。"),
    "office-fixed": QT_TRANSLATE_NOOP("Tidings", "本单位名单由管理员指定在“{file}”，不能在这里改。"),
    "reference-again": QT_TRANSLATE_NOOP("Tidings", "又打开了上次的参照文件“{file}”。"),
    "read-only": QT_TRANSLATE_NOOP("Tidings", "这份核对记录只能查看，刚才的修改没有记下。"),
}


_QUIET_OTHER = frozenset({"similar", "merged", "office-chosen", "office-fixed", "reference-again"})
_ANSWERS = frozenset({"read-only", "office-chosen", "office-fixed", "reference-again"})

DISPUTED, CHANGED = "conflict", "draft-changed"
"""What lists are filtered by for a message."""

translate = QCoreApplication.translate


class Tiding(NamedTuple):
    """One message: one of a topic replaces the former one. `is_first`: it answers what the user just did."""

    topic: str
    text: str
    is_warning: bool
    choices: tuple[Choice, ...] = ()
    is_first: bool = False


def tiding(document: OpenDocument, code: str, values: Mapping[str, Any], drop: Callable[[str], None]) -> Tiding | None:
    """The message of a code; None for what needs no word. `drop(topic)` takes a message away."""
    kind, _, rest = code.partition(".")
    if kind == "opening":
        return _of_opening(document, rest, values, drop)
    if kind == "taken":
        return _of_taking(document, rest, values, drop)
    source = "merged-conflicts" if code == "merged" and values.get("conflicts") else code
    if source not in OTHER:
        return None
    choices = _steps(document, values, code)
    if code == "similar":
        choices = [
            (
                translate("Tidings", "承接"),
                lambda: _then(drop, code, lambda: document.taking_over.carry_over(values["path"])),
            ),
            (translate("Tidings", "不用"), lambda: drop(code)),
        ]
    if code == "reference-again":
        another = partial(document.noticed.emit, "choose-reference", {})
        choices = [(translate("Tidings", "换一份…"), lambda: _then(drop, code, another))]
    is_warning = code not in _QUIET_OTHER or bool(values.get("conflicts"))
    return Tiding(code, _filled("Tidings", OTHER[source], values), is_warning, tuple(choices), code in _ANSWERS)


def _of_opening(
    document: OpenDocument, code: str, values: Mapping[str, Any], drop: Callable[[str], None]
) -> Tiding | None:
    shade = f"{code}-{values['instead']}" if "instead" in values else code
    if shade not in OPENING:
        return None
    topic = "binding" if code in _BINDING else code
    choices = _steps(document, values, code)
    if code in {"damaged", "versions-here"} and document.taking_over.versions():
        choices = [(translate("Tidings", "较早的版本…"), lambda: document.noticed.emit("show-versions", {}))]
    if code == "copies":
        choices = [
            (translate("Tidings", "并入"), lambda: _then(drop, code, document.taking_over.merge_copies)),
            (translate("Tidings", "不管"), lambda: drop(code)),
        ]
    if code == "foreign" and values.get("path") is not None:
        choices = [_carry_over(document, values["path"], topic, drop)]
    if code == "draft":
        told = {"state": CHANGED, "topic": topic}
        choices = [(translate("Tidings", "查看改动"), lambda: document.noticed.emit("show-list", told))]
    return Tiding(topic, _filled("Opening", OPENING[shade], values), _QUIET.isdisjoint({code, shade}), tuple(choices))


def _carry_over(document: OpenDocument, path: Any, topic: str, drop: Callable[[str], None]) -> Choice:
    """Take another document's review for a former draft's all the same: one step, and what is not found is listed."""
    do = document.taking_over.carry_over
    return translate("Tidings", "仍按上一稿承接"), lambda: _then(drop, topic, lambda: do(path, is_sure=True))


def _of_taking(
    document: OpenDocument, code: str, values: Mapping[str, Any], drop: Callable[[str], None]
) -> Tiding | None:
    if code == "cancelled":
        drop("taken")
        return None
    choices = _steps(document, values, "taken")
    if code == "working":
        choices = [(translate("Tidings", "停止"), document.taking_over.cancel)]
    if code == "foreign" and values.get("path") is not None:
        choices = [_carry_over(document, values["path"], "taken", drop)]
    return Tiding("taken", _filled("Taken", TAKEN[code], values), code in _TROUBLE, tuple(choices), is_first=True)


def _steps(document: OpenDocument, values: Mapping[str, Any], topic: str) -> list[Choice]:
    """A button that shows what the message is about: values to decide between in the lists, filtered by them, other
    things one after the other."""
    ids = tuple(values.get("show") or ())
    if not ids:
        return []
    if values.get("conflicts"):
        told = {"state": DISPUTED, "topic": topic}
        return [(translate("Tidings", "查看分歧"), lambda: document.noticed.emit("show-list", told))]
    rest: list[str] = []

    def step() -> None:
        if not rest:
            rest.extend(ids)
        document.select(rest.pop(0), "page")

    return [(translate("Tidings", "逐项查看"), step)]


def _then(drop: Callable[[str], None], topic: str, do: Callable[[], object]) -> None:
    drop(topic)
    do()


def _filled(context: str, source: str, values: Mapping[str, Any]) -> str:
    words = QCoreApplication.translate(context, source)
    for name, value in values.items():
        words = words.replace("{" + name + "}", str(value))
    return words
