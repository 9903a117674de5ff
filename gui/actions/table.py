"""The one table of actions: what the program can be told to do, in which menu it stands, and by which key.

Texts are Chinese and translated when shown. An action appears only where something answers to it: one without a
handler is in no menu and no toolbar.
"""

from __future__ import annotations

from gui.actions.entry import Action, Menu, Need
from gui.actions.file_table import FILE, REFERENCE, WINDOW
from gui.actions.list_table import LEDGERS, LIST_MENUS, LISTS, NOTE_LIST
from gui.actions.noop import QT_TRANSLATE_NOOP
from gui.actions.text_table import TEXT

MENUS: tuple[Menu, ...] = (
    Menu("file", QT_TRANSLATE_NOOP("actions", "文件(&F)")),
    Menu("edit", QT_TRANSLATE_NOOP("actions", "编辑(&E)")),
    Menu("view", QT_TRANSLATE_NOOP("actions", "视图(&V)")),
    Menu("check", QT_TRANSLATE_NOOP("actions", "核对(&C)")),
    Menu("notes", QT_TRANSLATE_NOOP("actions", "批注(&N)")),
    Menu("tools", QT_TRANSLATE_NOOP("actions", "工具(&T)")),
    Menu("window", QT_TRANSLATE_NOOP("actions", "窗口(&W)")),
    Menu("help", QT_TRANSLATE_NOOP("actions", "帮助(&H)")),
    Menu("recent", QT_TRANSLATE_NOOP("actions", "最近打开(&R)"), "file", 1),
    Menu("zoom", QT_TRANSLATE_NOOP("actions", "缩放(&Z)"), "view", 2),
    Menu("page-mode", QT_TRANSLATE_NOOP("actions", "页面排列(&J)"), "view", 2),
    Menu("go", QT_TRANSLATE_NOOP("actions", "转到(&G)"), "view", 2),
    Menu("lists", QT_TRANSLATE_NOOP("actions", "列表(&L)"), "view", 3),
    Menu("marks", QT_TRANSLATE_NOOP("actions", "标注(&M)"), "view", 3),
    Menu("look", QT_TRANSLATE_NOOP("actions", "外观(&E)"), "view", 5),
    Menu("note-colour", QT_TRANSLATE_NOOP("actions", "颜色(&C)"), "notes", 2),
    Menu("note-type", QT_TRANSLATE_NOOP("actions", "改为(&T)"), "notes", 2),
    *LIST_MENUS,
)

_DOCUMENT: tuple[Need, ...] = ("document",)
_PAGES: tuple[Need, ...] = ("document", "pages")  # only where the pages are read, not the text
_ITEM: tuple[Need, ...] = ("item",)
_CHOSEN: tuple[Need, ...] = ("chosen",)  # an item or a note
_NEW_ITEM: tuple[Need, ...] = ("text", "parse")
_NOTE: tuple[Need, ...] = ("note",)
_TEXT_NOTE: tuple[Need, ...] = ("text-note",)  # a highlight, an underline or a strike

_EDIT = (
    Action(
        "edit.undo",
        QT_TRANSLATE_NOOP("actions", "撤销(&U)"),
        "edit",
        1,
        ("Ctrl+Z",),
        ("undo",),
        icon="undo",
        toolbar=QT_TRANSLATE_NOOP("actions", "撤销"),
    ),
    Action(
        "edit.redo",
        QT_TRANSLATE_NOOP("actions", "恢复(&R)"),
        "edit",
        1,
        ("Ctrl+Y", "Ctrl+Shift+Z"),
        ("redo",),
        icon="redo",
        toolbar=QT_TRANSLATE_NOOP("actions", "恢复"),
    ),
    Action("edit.copy", QT_TRANSLATE_NOOP("actions", "复制(&C)"), "edit", 2, ("Ctrl+C",), ("text",)),
    Action(
        "edit.copy-cited",
        QT_TRANSLATE_NOOP("actions", "复制并注明出处(&Q)"),
        "edit",
        2,
        ("Ctrl+Shift+C",),
        ("text",),
    ),
    Action("edit.select-all", QT_TRANSLATE_NOOP("actions", "全选(&A)"), "edit", 2, ("Ctrl+A",), _DOCUMENT, "page"),
    Action(
        "edit.find",
        QT_TRANSLATE_NOOP("actions", "查找(&F)…"),
        "edit",
        3,
        ("Ctrl+F",),
        _DOCUMENT,
        icon="find",
        toolbar=QT_TRANSLATE_NOOP("actions", "查找"),
    ),
    Action("edit.find-next", QT_TRANSLATE_NOOP("actions", "查找下一处(&N)"), "edit", 3, ("F3",), _DOCUMENT),
    Action("edit.find-previous", QT_TRANSLATE_NOOP("actions", "查找上一处(&P)"), "edit", 3, ("Shift+F3",), _DOCUMENT),
)

_VIEW = (
    Action("view.text", QT_TRANSLATE_NOOP("actions", "文字稿(&X)"), "view", 1, ("Ctrl+T",), _DOCUMENT, checkable=True),
    Action(
        "view.zoom-out",
        QT_TRANSLATE_NOOP("actions", "缩小(&O)"),
        "zoom",
        1,
        ("Ctrl+-",),
        _DOCUMENT,
        icon="zoom-out",
        toolbar=QT_TRANSLATE_NOOP("actions", "缩小"),
    ),
    Action(
        "view.zoom-in",
        QT_TRANSLATE_NOOP("actions", "放大(&I)"),
        "zoom",
        1,
        ("Ctrl++", "Ctrl+="),
        _DOCUMENT,
        icon="zoom-in",
        toolbar=QT_TRANSLATE_NOOP("actions", "放大"),
    ),
    Action("view.actual-size", QT_TRANSLATE_NOOP("actions", "实际大小(&A)"), "zoom", 1, ("Ctrl+0",), _DOCUMENT),
    Action(
        "view.fit-width",
        QT_TRANSLATE_NOOP("actions", "适合宽度(&W)"),
        "zoom",
        2,
        ("Ctrl+9",),
        _PAGES,
        icon="fit-width",
        toolbar=QT_TRANSLATE_NOOP("actions", "适宽"),
    ),
    Action(
        "view.fit-page",
        QT_TRANSLATE_NOOP("actions", "适合整页(&P)"),
        "zoom",
        2,
        ("Ctrl+8",),
        _PAGES,
        icon="fit-page",
    ),
    Action("view.go-to-page", QT_TRANSLATE_NOOP("actions", "转到页(&G)…"), "go", 1, ("Ctrl+G",), _DOCUMENT),
    Action("view.previous-page", QT_TRANSLATE_NOOP("actions", "上一页(&U)"), "go", 2, ("Ctrl+PgUp",), _DOCUMENT),
    Action("view.next-page", QT_TRANSLATE_NOOP("actions", "下一页(&D)"), "go", 2, ("Ctrl+PgDown",), _DOCUMENT),
    Action("view.first-page", QT_TRANSLATE_NOOP("actions", "首页(&F)"), "go", 2, (), _DOCUMENT),
    Action("view.last-page", QT_TRANSLATE_NOOP("actions", "末页(&L)"), "go", 2, (), _DOCUMENT),
    Action("view.back", QT_TRANSLATE_NOOP("actions", "退回前一位置(&B)"), "go", 3, ("Alt+Up",), _DOCUMENT),
    Action("view.forward", QT_TRANSLATE_NOOP("actions", "前进到后一位置(&N)"), "go", 3, ("Alt+Down",), _DOCUMENT),
    Action(
        "view.continuous", QT_TRANSLATE_NOOP("actions", "连续(&C)"), "page-mode", 1, ("Alt+7",), _PAGES, checkable=True
    ),
    Action("view.single", QT_TRANSLATE_NOOP("actions", "单页(&S)"), "page-mode", 1, ("Alt+8",), _PAGES, checkable=True),
    Action("view.double", QT_TRANSLATE_NOOP("actions", "双页(&D)"), "page-mode", 1, ("Alt+9",), _PAGES, checkable=True),
    Action(
        "view.cover", QT_TRANSLATE_NOOP("actions", "双页时封面单独一页(&F)"), "page-mode", 2, (), _PAGES, checkable=True
    ),
    Action(
        "view.rotate-left",
        QT_TRANSLATE_NOOP("actions", "左转 90°(&L)"),
        "page-mode",
        3,
        ("Ctrl+[",),
        _PAGES,
        icon="rotate-left",
    ),
    Action(
        "view.rotate-right",
        QT_TRANSLATE_NOOP("actions", "右转 90°(&R)"),
        "page-mode",
        3,
        ("Ctrl+]",),
        _PAGES,
        icon="rotate-right",
    ),
    Action("view.outline", QT_TRANSLATE_NOOP("actions", "大纲(&1)"), "lists", 1, ("Ctrl+1",), icon="outline"),
    Action("view.metrics", QT_TRANSLATE_NOOP("actions", "指标(&2)"), "lists", 1, ("Ctrl+2",), icon="metrics"),
    Action("view.tasks", QT_TRANSLATE_NOOP("actions", "任务(&3)"), "lists", 1, ("Ctrl+3",), icon="tasks"),
    Action("view.systems", QT_TRANSLATE_NOOP("actions", "平台系统(&4)"), "lists", 1, ("Ctrl+4",), icon="systems"),
    Action("view.notes", QT_TRANSLATE_NOOP("actions", "批注(&5)"), "lists", 1, ("Ctrl+5",), icon="note"),
    Action("view.findings", QT_TRANSLATE_NOOP("actions", "疑点(&6)"), "lists", 1, ("Ctrl+6",), icon="findings"),
    Action("view.numerals", QT_TRANSLATE_NOOP("actions", "数字(&7)"), "lists", 1, ("Ctrl+7",)),
    Action(
        "view.thumbnails",
        QT_TRANSLATE_NOOP("actions", "缩略图(&T)"),
        "view",
        4,
        ("F4",),
        icon="thumbnails",
        checkable=True,
    ),
    Action("view.bookmarks", QT_TRANSLATE_NOOP("actions", "书签(&K)"), "view", 4, ("Shift+F4",), checkable=True),
    Action("view.side", QT_TRANSLATE_NOOP("actions", "识别结果栏(&S)"), "view", 4, ("F9",), checkable=True),
    Action(
        "view.furniture",
        QT_TRANSLATE_NOOP("actions", "显示页眉页脚水印(&H)"),
        "view",
        4,
        (),
        ("parse",),
        checkable=True,
    ),
    Action("view.theme-system", QT_TRANSLATE_NOOP("actions", "跟随系统(&S)"), "look", 1, checkable=True),
    Action("view.theme-light", QT_TRANSLATE_NOOP("actions", "浅色(&L)"), "look", 1, checkable=True),
    Action("view.theme-dark", QT_TRANSLATE_NOOP("actions", "深色(&D)"), "look", 1, checkable=True),
    Action("view.theme-high-contrast", QT_TRANSLATE_NOOP("actions", "高对比度(&H)"), "look", 1, checkable=True),
    Action("view.motion", QT_TRANSLATE_NOOP("actions", "平滑移动(&M)"), "look", 2, checkable=True),
    Action("view.full-screen", QT_TRANSLATE_NOOP("actions", "全屏(&F)"), "view", 5, ("F11",), checkable=True),
)

_CHECK = (
    Action(
        "check.correct-next",
        QT_TRANSLATE_NOOP("actions", "无误，到下一项(&N)"),
        "check",
        1,
        ("Return", "Enter"),
        _ITEM,
        "list",
        icon="correct",
    ),
    Action("check.correct", QT_TRANSLATE_NOOP("actions", "无误(&1)"), "check", 1, ("1",), _CHOSEN, "list"),
    Action("check.wrong", QT_TRANSLATE_NOOP("actions", "有误(&2)…"), "check", 1, ("2",), _CHOSEN, "list", icon="wrong"),
    Action(
        "check.doubtful", QT_TRANSLATE_NOOP("actions", "存疑(&3)"), "check", 1, ("3",), _CHOSEN, "list", icon="doubtful"
    ),
    Action("check.reject", QT_TRANSLATE_NOOP("actions", "误识(&0)"), "check", 1, ("0",), _ITEM, "list", icon="reject"),
    Action(
        "check.open", QT_TRANSLATE_NOOP("actions", "改回待核(&O)"), "check", 1, ("Backspace",), ("decided",), "list"
    ),
    Action("check.basis", QT_TRANSLATE_NOOP("actions", "依据：对照参照文件(&4)…"), "check", 1, ("4",), _ITEM, "list"),
    Action("check.edit", QT_TRANSLATE_NOOP("actions", "更正(&E)…"), "change", 1, ("F2",), _CHOSEN, "list", icon="edit"),
    Action("table.fill-down", QT_TRANSLATE_NOOP("actions", "向下填充(&D)"), "change", 1, ("Ctrl+D",), _ITEM, "list"),
    Action(
        "check.reset",
        QT_TRANSLATE_NOOP("actions", "恢复为识别结果(&R)"),
        "change",
        2,
        ("Ctrl+Backspace",),
        ("changed",),
        "list",
        icon="reset",
    ),
    Action(
        "check.level-up",
        QT_TRANSLATE_NOOP("actions", "标题升一级(&U)"),
        "heading",
        1,
        ("Alt+Left",),
        ("heading",),
        "list",
        icon="level-up",
    ),
    Action(
        "check.level-down",
        QT_TRANSLATE_NOOP("actions", "标题降一级(&D)"),
        "heading",
        1,
        ("Alt+Right",),
        ("heading",),
        "list",
        icon="level-down",
    ),
    Action("item.add-heading", QT_TRANSLATE_NOOP("actions", "设为标题(&H)"), "new-item", 1, ("Ctrl+Alt+1",), _NEW_ITEM),
    Action("item.add-metric", QT_TRANSLATE_NOOP("actions", "设为指标(&M)"), "new-item", 1, ("Ctrl+Alt+2",), _NEW_ITEM),
    Action("item.add-task", QT_TRANSLATE_NOOP("actions", "设为任务(&T)"), "new-item", 1, ("Ctrl+Alt+3",), _NEW_ITEM),
    Action(
        "item.add-system", QT_TRANSLATE_NOOP("actions", "设为平台系统(&S)"), "new-item", 1, ("Ctrl+Alt+4",), _NEW_ITEM
    ),
    Action(
        "check.next-open",
        QT_TRANSLATE_NOOP("actions", "下一待核项(&J)"),
        "table",
        0,
        ("Ctrl+Down",),
        ("parse",),
        "list",
    ),
    Action(
        "check.previous-open",
        QT_TRANSLATE_NOOP("actions", "上一待核项(&K)"),
        "table",
        0,
        ("Ctrl+Up",),
        ("parse",),
        "list",
    ),
    Action(
        "check.open-only",
        QT_TRANSLATE_NOOP("actions", "只看待核(&W)"),
        "table",
        1,
        ("Ctrl+Shift+O",),
        ("parse",),
        checkable=True,
    ),
    Action(
        "check.doubts-first",
        QT_TRANSLATE_NOOP("actions", "存疑在前(&F)"),
        "table",
        1,
        ("Ctrl+Shift+D",),
        ("parse",),
        checkable=True,
    ),
    Action("check.filter", QT_TRANSLATE_NOOP("actions", "筛选列表(&L)"), "table", 1, ("Ctrl+L",), ("parse",)),
    Action("check.coverage", QT_TRANSLATE_NOOP("actions", "核对进度(&G)"), "check", 4, ("F8",), ("parse",)),
    Action("check.complete", QT_TRANSLATE_NOOP("actions", "核对完毕(&Z)…"), "check", 4, ("Ctrl+F8",), ("parse",)),
)

_NOTES = (
    Action(
        "note.highlight",
        QT_TRANSLATE_NOOP("actions", "高亮(&H)"),
        "notes",
        1,
        ("Ctrl+H",),
        ("text",),
        icon="highlight",
        toolbar=QT_TRANSLATE_NOOP("actions", "高亮"),
    ),
    Action(
        "note.underline",
        QT_TRANSLATE_NOOP("actions", "下划线(&U)"),
        "notes",
        1,
        ("Ctrl+U",),
        ("text",),
        icon="underline",
        toolbar=QT_TRANSLATE_NOOP("actions", "下划线"),
    ),
    Action(
        "note.strike", QT_TRANSLATE_NOOP("actions", "删除线(&S)"), "notes", 1, ("Ctrl+K",), ("text",), icon="strike"
    ),
    Action(
        "note.box",
        QT_TRANSLATE_NOOP("actions", "方框(&B)"),
        "notes",
        1,
        ("Ctrl+B",),
        _PAGES,
        icon="box",
        toolbar=QT_TRANSLATE_NOOP("actions", "方框"),
        checkable=True,
    ),
    Action(
        "note.write",
        QT_TRANSLATE_NOOP("actions", "写批注(&N)…"),
        "notes",
        1,
        ("Ctrl+M",),
        ("text",),
        icon="note",
        toolbar=QT_TRANSLATE_NOOP("actions", "批注"),
    ),
    Action(
        "note.pin",
        QT_TRANSLATE_NOOP("actions", "自由批注(&F)"),
        "notes",
        1,
        ("Ctrl+Shift+M",),
        _PAGES,
        icon="pin",
        checkable=True,
    ),
    Action(
        "note.delete",
        QT_TRANSLATE_NOOP("actions", "删除批注(&D)"),
        "notes",
        2,
        ("Delete",),
        ("note",),
        "list",
        "delete",
    ),
)

_MARKS = (
    Action("marks.heading", QT_TRANSLATE_NOOP("actions", "标题(&1)"), "marks", 1, (), _DOCUMENT, checkable=True),
    Action("marks.metric", QT_TRANSLATE_NOOP("actions", "指标和数字(&2)"), "marks", 1, (), _DOCUMENT, checkable=True),
    Action("marks.task", QT_TRANSLATE_NOOP("actions", "任务(&3)"), "marks", 1, (), _DOCUMENT, checkable=True),
    Action("marks.system", QT_TRANSLATE_NOOP("actions", "平台系统(&4)"), "marks", 1, (), _DOCUMENT, checkable=True),
    Action("marks.note", QT_TRANSLATE_NOOP("actions", "批注(&5)"), "marks", 1, (), _DOCUMENT, checkable=True),
    Action("marks.finding", QT_TRANSLATE_NOOP("actions", "疑点(&6)"), "marks", 1, (), _DOCUMENT, checkable=True),
    Action("marks.all", QT_TRANSLATE_NOOP("actions", "全部显示(&A)"), "marks", 2, ("Ctrl+Shift+A",), _DOCUMENT),
    Action("marks.none", QT_TRANSLATE_NOOP("actions", "全部隐藏(&N)"), "marks", 2, ("Ctrl+Shift+N",), _DOCUMENT),
)
"""Which kinds of marks are shown; the digits are those of the lists."""

_NOTE_LOOKS = (
    Action("note.yellow", QT_TRANSLATE_NOOP("actions", "黄(&1)"), "note-colour", 1, ("Alt+1",), _NOTE),
    Action("note.green", QT_TRANSLATE_NOOP("actions", "绿(&2)"), "note-colour", 1, ("Alt+2",), _NOTE),
    Action("note.blue", QT_TRANSLATE_NOOP("actions", "蓝(&3)"), "note-colour", 1, ("Alt+3",), _NOTE),
    Action("note.pink", QT_TRANSLATE_NOOP("actions", "粉(&4)"), "note-colour", 1, ("Alt+4",), _NOTE),
    Action("note.vermilion", QT_TRANSLATE_NOOP("actions", "朱红(&5)"), "note-colour", 1, ("Alt+5",), _NOTE),
    Action("note.to-highlight", QT_TRANSLATE_NOOP("actions", "高亮(&H)"), "note-type", 1, ("Ctrl+Alt+H",), _TEXT_NOTE),
    Action(
        "note.to-underline", QT_TRANSLATE_NOOP("actions", "下划线(&U)"), "note-type", 1, ("Ctrl+Alt+U",), _TEXT_NOTE
    ),
    Action("note.to-strike", QT_TRANSLATE_NOOP("actions", "删除线(&S)"), "note-type", 1, ("Ctrl+Alt+K",), _TEXT_NOTE),
)

_READING = (
    Action(
        "tools.text",
        QT_TRANSLATE_NOOP("actions", "选择文字(&T)"),
        "tools",
        0,
        ("Ctrl+Shift+T",),
        _PAGES,
        icon="text-cursor",
        checkable=True,
    ),
    Action(
        "tools.hand",
        QT_TRANSLATE_NOOP("actions", "手形工具(&H)"),
        "tools",
        0,
        ("Ctrl+Shift+H",),
        _PAGES,
        icon="hand",
        checkable=True,
    ),
    Action("tools.caret", QT_TRANSLATE_NOOP("actions", "光标浏览(&C)"), "tools", 0, ("F7",), _PAGES, checkable=True),
)

_TOOLS = (
    Action(
        "tools.reparse", QT_TRANSLATE_NOOP("actions", "重新识别(&R)"), "tools", 2, ("F5",), _DOCUMENT, icon="reparse"
    ),
    Action("tools.identity", QT_TRANSLATE_NOOP("actions", "姓名和单位(&I)…"), "tools", 3, (), icon="person"),
    Action("tools.office-folder", QT_TRANSLATE_NOOP("actions", "本单位名单(&U)…"), "tools", 3),
    Action("tools.local-records", QT_TRANSLATE_NOOP("actions", "清除本机记录(&D)…"), "tools", 3),
    Action("tools.english", QT_TRANSLATE_NOOP("actions", "English"), "tools", 4, checkable=True),
)

_HELP = (
    Action("help.keys", QT_TRANSLATE_NOOP("actions", "快捷键(&K)"), "help", 1, ("F1",), icon="keys"),
    Action("help.about", QT_TRANSLATE_NOOP("actions", "关于批阅(&A)"), "help", 2, (), icon="about"),
)

ACTIONS: tuple[Action, ...] = (
    FILE
    + _EDIT
    + _VIEW
    + _MARKS
    + _CHECK
    + TEXT
    + LISTS
    + LEDGERS
    + _NOTES
    + NOTE_LIST
    + _NOTE_LOOKS
    + _READING
    + REFERENCE
    + _TOOLS
    + WINDOW
    + _HELP
)

TOOLBAR: tuple[tuple[str, ...], ...] = (
    ("file.open", "edit.undo", "edit.redo"),
    ("view.zoom-out", "view.zoom-in", "view.fit-width", "edit.find"),
    ("note.highlight", "note.underline", "note.box", "note.write"),
    ("file.export",),
)
"""Buttons in their order; a group stands between separators."""
