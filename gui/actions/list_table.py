"""The part of the table of actions that is about certain lists: the outline, the findings, the notes, the ledgers."""

from __future__ import annotations

from gui.actions.entry import Action, Menu, Need
from gui.actions.noop import QT_TRANSLATE_NOOP

_HEADING: tuple[Need, ...] = ("heading",)
_FINDING: tuple[Need, ...] = ("finding",)
_NOTE: tuple[Need, ...] = ("note",)
_ITEM: tuple[Need, ...] = ("item",)
_PARSE: tuple[Need, ...] = ("parse",)

LIST_MENUS: tuple[Menu, ...] = (
    Menu("change", QT_TRANSLATE_NOOP("actions", "更改(&M)"), "check", 3),
    Menu("heading", QT_TRANSLATE_NOOP("actions", "标题(&B)"), "check", 3),
    Menu("finding", QT_TRANSLATE_NOOP("actions", "疑点(&Q)"), "check", 3),
    Menu("new-item", QT_TRANSLATE_NOOP("actions", "文字和段落(&X)"), "check", 3),
    Menu("table", QT_TRANSLATE_NOOP("actions", "待核项和筛选(&Y)"), "check", 3),
    Menu("fold", QT_TRANSLATE_NOOP("actions", "展开大纲(&D)"), "lists", 2),
)

LISTS: tuple[Action, ...] = (
    Action(
        "heading.branch-up",
        QT_TRANSLATE_NOOP("actions", "连同下级升一级(&L)"),
        "heading",
        1,
        ("Alt+Shift+Left",),
        _HEADING,
        "list",
    ),
    Action(
        "heading.branch-down",
        QT_TRANSLATE_NOOP("actions", "连同下级降一级(&N)"),
        "heading",
        1,
        ("Alt+Shift+Right",),
        _HEADING,
        "list",
    ),
    Action(
        "heading.split",
        QT_TRANSLATE_NOOP("actions", "拆分标题(&S)…"),
        "heading",
        2,
        ("Ctrl+Shift+K",),
        _HEADING,
        "list",
    ),
    Action(
        "heading.merge",
        QT_TRANSLATE_NOOP("actions", "与下一标题合并(&M)"),
        "heading",
        2,
        ("Ctrl+J",),
        _HEADING,
        "list",
    ),
    Action(
        "heading.join",
        QT_TRANSLATE_NOOP("actions", "并入上一段(&P)"),
        "heading",
        2,
        ("Ctrl+Shift+J",),
        _HEADING,
        "list",
    ),
    Action(
        "finding.accept",
        QT_TRANSLATE_NOOP("actions", "照建议采纳(&A)"),
        "finding",
        1,
        ("Ctrl+Return", "Ctrl+Enter"),
        _FINDING,
        "list",
    ),
    Action(
        "finding.keep",
        QT_TRANSLATE_NOOP("actions", "原文无误，照印本读(&K)"),
        "finding",
        1,
        ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
        _FINDING,
        "list",
    ),
    Action(
        "finding.note",
        QT_TRANSLATE_NOOP("actions", "写成批注(&N)"),
        "finding",
        1,
        ("Ctrl+Alt+N",),
        _FINDING,
        "list",
    ),
    Action(
        "finding.next-place",
        QT_TRANSLATE_NOOP("actions", "看下一处(&P)"),
        "finding",
        2,
        ("Space",),
        _FINDING,
        "list",
    ),
    Action(
        "finding.silence",
        QT_TRANSLATE_NOOP("actions", "以后不再提示(&S)…"),
        "finding",
        3,
        ("Ctrl+Delete",),
        _FINDING,
        "list",
    ),
    Action("finding.silenced", QT_TRANSLATE_NOOP("actions", "不再提示的疑点(&L)…"), "finding", 3),
    Action("fold.1", QT_TRANSLATE_NOOP("actions", "只看第 1 级(&1)"), "fold", 1, ("Ctrl+Shift+1",), _PARSE),
    Action("fold.2", QT_TRANSLATE_NOOP("actions", "展开到第 2 级(&2)"), "fold", 1, ("Ctrl+Shift+2",), _PARSE),
    Action("fold.3", QT_TRANSLATE_NOOP("actions", "展开到第 3 级(&3)"), "fold", 1, ("Ctrl+Shift+3",), _PARSE),
    Action("fold.all", QT_TRANSLATE_NOOP("actions", "全部展开(&0)"), "fold", 1, ("Ctrl+Shift+0",), _PARSE),
)

LEDGERS: tuple[Action, ...] = (
    Action(
        "table.clear-filters",
        QT_TRANSLATE_NOOP("actions", "清除筛选(&E)"),
        "table",
        1,
        ("Ctrl+Shift+L",),
        _PARSE,
    ),
    Action("table.menu", QT_TRANSLATE_NOOP("actions", "当前列(&C)…"), "table", 2, ("Shift+F2",), _PARSE, "list"),
    Action("table.columns", QT_TRANSLATE_NOOP("actions", "分组和列(&G)…"), "table", 2, ("Ctrl+Shift+G",), _PARSE),
)

NOTE_LIST: tuple[Action, ...] = (
    Action("note.reply", QT_TRANSLATE_NOOP("actions", "回复(&R)…"), "notes", 3, ("Ctrl+Alt+M",), _NOTE),
    Action("note.tag", QT_TRANSLATE_NOOP("actions", "加标签(&G)…"), "notes", 3, ("Ctrl+Alt+T",), _NOTE),
    Action("note.about", QT_TRANSLATE_NOOP("actions", "关联到(&A)…"), "notes", 3, ("Ctrl+Alt+A",), _NOTE),
)
