"""Makes QActions, menus and the toolbar of the table.

An action is shown from the moment a handler is given for it; menus and separators without a shown action stay hidden.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QMenu, QMenuBar, QSizePolicy, QToolBar, QToolButton, QWidget

from gui.actions.entry import Action, Menu
from gui.actions.icons import tinted_icon
from gui.actions.menu_keys import MenuKeys
from gui.actions.table import ACTIONS, MENUS, TOOLBAR
from gui.actions.undo_names import undo_words

Handler = Callable[..., object]

_CONTEXTS = {
    "window": Qt.ShortcutContext.WindowShortcut,
    "list": Qt.ShortcutContext.WidgetShortcut,
    "page": Qt.ShortcutContext.WidgetWithChildrenShortcut,
}


_WORDED, _BARE = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
_ROOM, _OTHERS = 5, 100  # pixels beside a button of the toolbar, and for what stands at its right


def action_text(text: str) -> str:
    """A text of the table in the user's language."""
    return QCoreApplication.translate("actions", text)


def plain_text(text: str) -> str:
    """A text of the table without its access key and dots: what a tooltip or a list of keys says."""
    words = action_text(text).rstrip("…")
    if words.endswith(")") and "(&" in words:
        words = words[: words.rindex("(&")]
    if words[:1] == "&" and words[1:2].isdigit():
        words = words[2:].lstrip()
    return words.replace("&", "").rstrip("…")


class WordBar(QToolBar):
    """A toolbar that tells when the system's palette changed, and leaves out the words where there is no room."""

    dressed_anew = Signal()

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._worded = 0  # pixels the buttons need with their words

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.dressed_anew.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.toolButtonStyle() == _WORDED:
            self._worded = sum(button.sizeHint().width() + _ROOM for button in self._buttons())
        style = _WORDED if self._worded + _OTHERS <= event.size().width() else _BARE
        if style != self.toolButtonStyle():
            self.setToolButtonStyle(style)

    def _buttons(self) -> list[QWidget]:
        """Those of the table's actions; what else stands in the bar words itself."""
        shown = (self.widgetForAction(action) for action in self.actions() if action.isVisible())
        return [one for one in shown if isinstance(one, QToolButton) and one.defaultAction() is not None]


class ActionSet(QObject):
    """Every action of the program as a QAction, with what is enabled and what answers to it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state: frozenset[str] = frozenset()
        self._reworded: frozenset[str] = frozenset()
        self._handlers: dict[str, Handler] = {}
        self._menus: dict[str, QMenu] = {}
        self._menu_keys = MenuKeys(self)
        self._bar: QToolBar | None = None
        self._lines: list[tuple[QAction, tuple[str, ...]]] = []
        self._actions = {entry.id: self._made(entry) for entry in ACTIONS}
        self.tint()

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def connect_handlers(self, handlers: Mapping[str, Handler]) -> None:
        """Give actions what they call. A checkable action's handler gets the new state. Giving a handler again
        replaces the former one; an unknown id is a KeyError."""
        for action_id, handler in handlers.items():
            action = self._actions[action_id]
            action.setVisible(True)
            self._handlers[action_id] = handler
        self._refresh()

    def set_state(self, state: Iterable[str]) -> None:
        """Say what holds now (see `Need` in the table); actions that need more are greyed."""
        wanted = frozenset(state)
        if wanted != self._state:
            self._state = wanted
            self._refresh()

    def set_undo_names(self, undo: str | None, redo: str | None) -> None:
        """Word what undo and redo would do, from the session's codes."""
        for action_id, code in (("edit.undo", undo), ("edit.redo", redo)):
            action = self._actions[action_id]
            action.setText(undo_words(_base_text(action_id), code))
            action.setToolTip(_tip(action.text(), action))

    def reword(self, words: Mapping[str, str]) -> None:
        """Call some actions by other words, for the list in front; those not given by the table's again."""
        for entry in ACTIONS:
            if entry.id in words or entry.id in self._reworded:
                text = words.get(entry.id, "")
                self._word(self._actions[entry.id], entry._replace(text=text) if text else entry)
        self._reworded = frozenset(words)

    def attach(self, scope: str, widget: QWidget) -> None:
        """Let a list or the page listen to the shortcuts of its scope."""
        for entry in ACTIONS:
            if entry.scope == scope:
                widget.addAction(self._actions[entry.id])

    def fill_menu_bar(self, bar: QMenuBar) -> dict[str, QMenu]:
        """Put the menus into a menu bar; returns them by id for what is dynamic (recent files)."""
        for menu in MENUS:
            if not menu.parent:
                self._fill(menu, bar.addMenu(action_text(menu.text)))
        self._refresh()
        return dict(self._menus)

    def make_toolbar(self, title: str) -> QToolBar:
        """The toolbar: buttons with words, groups apart; what is added after it stands at the right."""
        bar = WordBar(title)
        bar.dressed_anew.connect(self.tint)
        bar.setObjectName("toolbar")
        bar.setMovable(False)
        bar.setIconSize(QSize(18, 18))
        bar.setToolButtonStyle(_WORDED)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for group in TOOLBAR:
            line = bar.addSeparator() if bar.actions() else None
            for action_id in group:
                bar.addAction(self._actions[action_id])
            if line is not None:
                self._lines.append((line, group))
        spacer = QWidget()
        spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(spacer)
        self._bar = bar
        self._refresh()
        return bar

    def tint(self) -> None:
        """Draw the icons in the palette's colour as it is now."""
        for entry in ACTIONS:
            if entry.icon:
                self._actions[entry.id].setIcon(tinted_icon(entry.icon))

    def put_at_right(self, widget: QWidget) -> None:
        """Put a widget at the right end of the toolbar."""
        if self._bar is not None:
            self._bar.addWidget(widget)

    def _made(self, entry: Action) -> QAction:
        action = QAction(self)
        action.setObjectName(entry.id)
        action.setShortcuts([QKeySequence(keys) for keys in entry.shortcuts])
        action.setShortcutContext(_CONTEXTS[entry.scope])
        action.setMenuRole(_role(entry.id))
        action.setCheckable(entry.checkable)
        if entry.icon:
            action.setIconVisibleInMenu(False)
        action.setVisible(False)
        action.setEnabled(False)
        self._word(action, entry)
        action.triggered.connect(lambda checked, entry=entry: self._on_triggered(entry, checked=checked))
        return action

    def _word(self, action: QAction, entry: Action) -> None:
        action.setText(action_text(entry.text))
        action.setIconText(action_text(entry.toolbar) if entry.toolbar else plain_text(entry.text))
        action.setToolTip(_tip(plain_text(entry.text), action))

    def _on_triggered(self, entry: Action, *, checked: bool) -> None:
        handler = self._handlers.get(entry.id)
        if handler is not None:
            handler(checked) if entry.checkable else handler()

    def _fill(self, menu: Menu, made: QMenu) -> None:
        """Put a menu's actions into it, and its submenus behind the actions of their groups."""
        made.installEventFilter(self._menu_keys)
        self._menus[menu.id] = made
        lines: list[Action | Menu] = [entry for entry in ACTIONS if entry.menu == menu.id]
        lines += [one for one in MENUS if one.parent == menu.id]
        lines.sort(key=lambda line: line.group)
        for before, line in zip([None, *lines], lines, strict=False):
            if before is not None and line.group != before.group:
                made.addSeparator()
            if isinstance(line, Menu):
                self._fill(line, made.addMenu(action_text(line.text)))
            else:
                made.addAction(self._actions[line.id])

    def _refresh(self) -> None:
        for entry in ACTIONS:
            action = self._actions[entry.id]
            action.setEnabled(entry.id in self._handlers and self._state.issuperset(entry.needs))
        for line, group in self._lines:
            line.setVisible(any(self._actions[action_id].isVisible() for action_id in group))
        for menu in reversed(self._menus.values()):  # what stands in a menu before the menu itself
            menu.menuAction().setVisible(
                any(action.isVisible() for action in menu.actions() if not action.isSeparator())
            )


def _base_text(action_id: str) -> str:
    return next(action_text(entry.text) for entry in ACTIONS if entry.id == action_id)


def _tip(words: str, action: QAction) -> str:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{words} ({keys})" if keys else words


def _role(action_id: str) -> QAction.MenuRole:
    """The system of Macs moves two entries into its own menu; nothing else may be guessed from the words."""
    roles = {"help.about": QAction.MenuRole.AboutRole, "file.quit": QAction.MenuRole.QuitRole}
    return roles.get(action_id, QAction.MenuRole.NoRole)
