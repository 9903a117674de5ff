"""The part of the table of actions that is about the text itself and about the document as a whole."""

from __future__ import annotations

from gui.actions.entry import Action
from gui.actions.noop import QT_TRANSLATE_NOOP

TEXT: tuple[Action, ...] = (
    Action("front.edit", QT_TRANSLATE_NOOP("actions", "文件要素(&A)"), "change", 3, ("Ctrl+Shift+I",), ("parse",)),
    Action(
        "text.correct",
        QT_TRANSLATE_NOOP("actions", "更正文字(&C)…"),
        "new-item",
        2,
        ("Ctrl+Shift+X",),
        ("parse",),
        icon="edit",
    ),
    Action(
        "text.join",
        QT_TRANSLATE_NOOP("actions", "与上段合并(&J)"),
        "new-item",
        3,
        ("Ctrl+Shift+B",),
        ("parse", "text-view"),
    ),
    Action(
        "text.split",
        QT_TRANSLATE_NOOP("actions", "在此分段(&P)"),
        "new-item",
        3,
        ("Ctrl+Shift+P",),
        ("parse", "text-view"),
    ),
    Action("text.aside", QT_TRANSLATE_NOOP("actions", "移出正文（页眉页脚）(&F)"), "new-item", 4, (), ("parse",)),
    Action("text.body", QT_TRANSLATE_NOOP("actions", "放回正文(&B)"), "new-item", 4, (), ("parse", "text", "pages")),
)
