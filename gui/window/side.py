"""The side pane: one tab a kind of item, the selected item's card below. Holds the panels; knows none of them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from gui.actions.noop import QT_TRANSLATE_NOOP
from gui.bridge.document import OpenDocument
from gui.late import load
from gui.panels.lists.list_panel import has_any
from gui.window.snug_tabs import SnugTabs

PANELS = (
    ("outline", QT_TRANSLATE_NOOP("Side", "大纲")),
    ("metrics", QT_TRANSLATE_NOOP("Side", "指标")),
    ("tasks", QT_TRANSLATE_NOOP("Side", "任务")),
    ("systems", QT_TRANSLATE_NOOP("Side", "平台系统")),
    ("notes", QT_TRANSLATE_NOOP("Side", "批注")),
    ("findings", QT_TRANSLATE_NOOP("Side", "疑点")),
    ("numerals", QT_TRANSLATE_NOOP("Side", "数字")),
)
"""Tabs in their order: the panel's name in the late table, its title."""

_TAB_OF_KIND = {
    "heading": "outline",
    "metric": "metrics",
    "task": "tasks",
    "system": "systems",
    "note": "notes",
    "finding": "findings",
    "numeral": "numerals",
}


class SidePane(QWidget):
    """Tabs over the card of the selected item."""

    def __init__(self, frame: Any) -> None:
        super().__init__()
        self.tabs = QTabWidget()
        self.tabs.setTabBar(SnugTabs())
        self.tabs.setDocumentMode(True)
        self.card: QWidget = load("panel.card")()
        self.panels: dict[str, Any] = {}
        self._document: OpenDocument | None = None
        for name, title in PANELS:
            panel = load(f"panel.{name}")()
            self.panels[name] = panel
            at = self.tabs.addTab(panel, QCoreApplication.translate("Side", title))
            self.tabs.setTabToolTip(at, frame.chrome.actions[f"view.{name}"].toolTip())
        self.tabs.setCurrentWidget(self.panels["metrics"])
        self._kinds = frame.chrome.desk.kinds
        self.tabs.currentChanged.connect(self._on_tab)
        self.tabs.tabBarClicked.connect(self._on_tab_clicked)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.tabs)
        self.splitter.addWidget(self.card)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.setSizes([540, 460])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.splitter)
        self.coverage = load("coverage")()
        self.triage = load("triage")(self, frame.chrome.actions, self)
        self.desks = load("desks")(self, frame.chrome.actions, self)
        load("ledgers")(self, frame)
        frame.chrome.actions.attach("list", frame.area.view)  # a mark clicked on the page is decided by the same keys
        self.dialogs = load("dialogs")(frame, frame.chrome.actions)
        load("typing")(frame)
        self.completion = load("completion")(frame, frame.chrome.actions, self.triage.course.go_to, self.card.commit)
        frame.chrome.actions.put_at_right(self.coverage)
        frame.document_changed.connect(self.set_document)
        self.set_document(frame.document)

    def set_document(self, document: OpenDocument | None) -> None:
        """Give every panel the document."""
        self._document = document
        for panel in (*self.panels.values(), self.card, self.coverage, self.triage.course):
            panel.set_document(document)
        if document is not None:
            document.selection_changed.connect(self._on_selected)

    def state(self) -> dict[str, str]:
        """The tab in front, how the height is shared with the card, and what the outline has folded."""
        heights = " ".join(map(str, self.splitter.sizes()))
        return {"tab": self.current_panel, "heights": heights, **self.panels["outline"].state()}

    def restore_state(self, state: dict[str, str]) -> None:
        """Bring the tab to the front that was there."""
        panel = self.panels.get(state.get("tab", ""))
        if panel is not None:
            self.tabs.setCurrentWidget(panel)
        heights = [int(one) for one in state.get("heights", "").split() if one.isdecimal()]
        if len(heights) == 2 and all(heights):
            self.splitter.setSizes(heights)
        self.panels["outline"].restore_state(state)

    def show_panel(self, name: str) -> None:
        """Bring a tab to the front and give it the keyboard."""
        panel = self.panels[name]
        self.tabs.setCurrentWidget(panel)
        panel.setFocus()

    def show_only(self, state: str) -> bool:
        """Filter a list by a state that it has items of, the one in front if it can be, and go to the first of them;
        False where no list has such."""
        names = sorted(self.panels, key=lambda name: name != self.current_panel)
        found = next((name for name in names if has_any(self.panels[name], state)), None)
        if found is None:
            return False
        panel = self.panels[found]
        self.show_panel(found)
        panel.filter_bar.set_state(state)
        if panel.model.shown:
            panel.go_to(panel.model.shown[0], f"list:{panel.kind}")
        return True

    def _on_tab_clicked(self, at: int) -> None:
        """The list of a tab that was clicked takes the keys; else the focus falls to the filter above it."""
        if at >= 0:
            self.show_panel(list(self.panels)[at])

    def _on_tab(self, _at: int) -> None:
        """The page marks numerals while they are in front, and else the metrics they belong to."""
        is_numerals = self.tabs.currentWidget() is self.panels["numerals"]
        self._kinds.show_numerals(is_numerals)

    @property
    def current_panel(self) -> str:
        return next(name for name, panel in self.panels.items() if panel is self.tabs.currentWidget())

    def _on_selected(self, item_id: str, initiator: str) -> None:
        """An item selected on the page brings its list to the front."""
        document = self._document
        if initiator not in {"page", "link"} or not item_id or document is None or document.session is None:
            return
        name = _TAB_OF_KIND.get(kind_of(document.session.view, item_id))
        if name is not None:
            self.tabs.setCurrentWidget(self.panels[name])


def kind_of(view: Any, item_id: str) -> str:
    """The kind of an item or note of the view, "" for an id it does not have."""
    note = view.note(item_id)
    if note is not None and not note.deleted:
        return "note"
    item = view.item(item_id)
    return "" if item is None else str(item.kind)
