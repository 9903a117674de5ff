"""What a line of the table of actions is, and what may hold for an action to be enabled."""

from __future__ import annotations

from typing import Literal, NamedTuple

Scope = Literal["window", "list", "page"]
"""Where a shortcut is listened to: the whole window, a list of the side panel, the page."""

Need = Literal[
    "document",
    "parse",
    "undo",
    "redo",
    "text",
    "chosen",
    "item",
    "heading",
    "finding",
    "note",
    "decided",
    "changed",
    "failed",
    "text-note",
    "windows",
    "reference",
    "pages",
    "text-view",
]
"""What must hold for an action to be enabled; the window says which do."""


class Menu(NamedTuple):
    """One menu of the menu bar, or a submenu: then `parent` is its menu's id and `group` where it stands there."""

    id: str
    text: str
    parent: str = ""
    group: int = 0


class Action(NamedTuple):
    """One thing the program can be told to do. `id` also names its handler; `group` keeps neighbours of a menu
    together between separators; `toolbar` is the short word of its button, "" when it has none."""

    id: str
    text: str
    menu: str
    group: int
    shortcuts: tuple[str, ...] = ()
    needs: tuple[Need, ...] = ()
    scope: Scope = "window"
    icon: str = ""
    toolbar: str = ""
    checkable: bool = False
