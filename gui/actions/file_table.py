"""The part of the table of actions that is about files, the reference beside them, and windows."""

from __future__ import annotations

from gui.actions.entry import Action, Need
from gui.actions.noop import QT_TRANSLATE_NOOP

_DOCUMENT: tuple[Need, ...] = ("document",)
_WITH_REFERENCE: tuple[Need, ...] = ("reference",)

FILE = (
    Action(
        "file.open",
        QT_TRANSLATE_NOOP("actions", "打开(&O)…"),
        "file",
        1,
        ("Ctrl+O",),
        icon="open",
        toolbar=QT_TRANSLATE_NOOP("actions", "打开"),
    ),
    Action("file.open-beside", QT_TRANSLATE_NOOP("actions", "在新窗口中打开(&B)…"), "file", 1, ("Ctrl+Alt+O",)),
    Action("file.new-window", QT_TRANSLATE_NOOP("actions", "新建窗口(&N)"), "file", 1, ("Ctrl+N",)),
    Action("file.clear-recent", QT_TRANSLATE_NOOP("actions", "清除列表(&L)"), "recent", 1),
    Action("file.sample", QT_TRANSLATE_NOOP("actions", "打开示例文件(&X)"), "file", 1),
    Action("file.save", QT_TRANSLATE_NOOP("actions", "立即保存(&S)"), "file", 2, ("Ctrl+S",), _DOCUMENT, icon="save"),
    Action("file.save-elsewhere", QT_TRANSLATE_NOOP("actions", "另存一份核对记录(&A)…"), "file", 2, (), _DOCUMENT),
    Action("file.carry-over", QT_TRANSLATE_NOOP("actions", "承接上一稿的核对(&K)…"), "file", 2, (), ("parse",)),
    Action("file.import-review", QT_TRANSLATE_NOOP("actions", "导入同事的核对记录(&M)…"), "file", 2, (), _DOCUMENT),
    Action("file.versions", QT_TRANSLATE_NOOP("actions", "恢复较早的版本(&V)…"), "file", 2, (), _DOCUMENT),
    Action(
        "file.export",
        QT_TRANSLATE_NOOP("actions", "导出(&E)…"),
        "file",
        3,
        ("Ctrl+E",),
        ("parse",),
        icon="export",
        toolbar=QT_TRANSLATE_NOOP("actions", "导出"),
    ),
    Action("file.print", QT_TRANSLATE_NOOP("actions", "打印(&P)…"), "file", 3, ("Ctrl+P",), _DOCUMENT),
    Action("file.close", QT_TRANSLATE_NOOP("actions", "关闭文件(&C)"), "file", 4, ("Ctrl+W",), _DOCUMENT),
    Action("file.quit", QT_TRANSLATE_NOOP("actions", "退出(&Q)"), "file", 4, ("Ctrl+Q",)),
)

REFERENCE = (
    Action(
        "reference.open",
        QT_TRANSLATE_NOOP("actions", "打开参照文件(&O)…"),
        "tools",
        1,
        ("Ctrl+R",),
        _DOCUMENT,
        icon="reference",
    ),
    Action(
        "reference.swap",
        QT_TRANSLATE_NOOP("actions", "与参照文件互换(&S)"),
        "tools",
        1,
        ("Ctrl+Alt+R",),
        _WITH_REFERENCE,
        icon="swap",
    ),
    Action(
        "reference.close",
        QT_TRANSLATE_NOOP("actions", "关闭参照文件(&L)"),
        "tools",
        1,
        ("Ctrl+Shift+R",),
        _WITH_REFERENCE,
        icon="close",
    ),
)

WINDOW = (
    Action("view.next-pane", QT_TRANSLATE_NOOP("actions", "下一窗格(&F)"), "window", 1, ("F6",)),
    Action("view.previous-pane", QT_TRANSLATE_NOOP("actions", "上一窗格(&B)"), "window", 1, ("Shift+F6",)),
    Action("window.next", QT_TRANSLATE_NOOP("actions", "下一个窗口(&N)"), "window", 2, ("Ctrl+F6",), ("windows",)),
    Action(
        "window.previous", QT_TRANSLATE_NOOP("actions", "上一个窗口(&P)"), "window", 2, ("Ctrl+Shift+F6",), ("windows",)
    ),
)
