"""Where checking goes next: on to what is open, to a goal chosen elsewhere, to what undo and redo have changed."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTabWidget

from engine.editing.edit import Changes
from engine.editing.outstanding import KINDS_IN_ORDER, NEEDED, outstanding
from gui.actions.build import ActionSet
from gui.actions.words import KINDS, listed, word
from gui.bridge.document import OpenDocument
from gui.panels.card.card import DetailCard
from gui.panels.checking.coverage import CoverageButton
from gui.panels.checking.coverage_words import coverage_words
from gui.panels.lists.list_panel import ListPanel
from gui.panels.words.announce import announce

INITIATOR = "triage"


class Side(Protocol):
    """The side pane as checking needs it."""

    tabs: QTabWidget
    card: DetailCard
    coverage: CoverageButton
    panels: dict[str, ListPanel]


class Course(QObject):
    """Makes items the current ones; decides nothing."""

    def __init__(self, side: Side, actions: ActionSet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._actions = actions
        self._followed: OpenDocument | None = None
        side.card.notes_wanted.connect(self.go_to)
        side.coverage.goal_chosen.connect(self.go_to)
        side.coverage.second_wanted.connect(self.show_second_checks)

    @property
    def panel(self) -> ListPanel:
        """The list in front."""
        shown = self._side.tabs.currentWidget()
        assert isinstance(shown, ListPanel)  # noqa: S101 - the side pane holds nothing else
        return shown

    @property
    def _document(self) -> OpenDocument | None:
        return self.panel.document

    def set_document(self, document: OpenDocument | None) -> None:
        """Follow what undo and redo do in another document; after the lists did."""
        if self._followed is not None and self._followed is not document:
            self._followed.changed.disconnect(self._on_changed)
        if document is not None and document is not self._followed:
            document.changed.connect(self._on_changed)
        self._followed = document

    def go_to(self, one: str) -> None:
        """Make an item or a note the current one, in its own list and on the page; the list takes the keys."""
        document = self._document
        if document is None or not one:
            return
        document.select(one, "link")
        panel = self.panel
        if not panel.index_of(one).isValid():  # filtered out
            panel.filter_bar.clear()
            panel.go_to(one, INITIATOR)
        panel.focus_list()

    def go_to_open(self, step: int) -> bool:
        """Make the next (1) or previous (-1) open item the current one. After the last one comes the first one before
        it, then the first numeral that is open, then what else is; where nothing is open, 核对完毕 is offered."""
        panel = self.panel
        found = panel.model.neighbour(panel.current_id, step=step, verdict="open")
        if found is None and step > 0:
            found = panel.model.neighbour("", step=1, verdict="open")
        if found is None:
            self._find_no_more(step)
            return False
        panel.go_to(found, INITIATOR)
        announce(panel.list, panel.model.row_of(found).said)
        return True

    def go_on(self, item: str, words: str) -> None:
        """To the next open item in text order; where there is none, say how much is left."""
        panel = self.panel
        found = panel.model.neighbour(item, step=1, verdict="open")
        if found is not None:
            panel.go_to(found, INITIATOR)
            said = panel.model.row_of(found).said
            left = self._side.coverage.coverage.open
            announce(
                panel.list,
                self.tr("{done}。下一项：{next}。待核数字 {left}").format(done=words, next=said, left=left),
            )
            return
        self._finish(words)

    def show_second_checks(self) -> None:
        """Show the numerals that one person has decided and no second one."""
        panel = self._side.panels["numerals"]
        self._side.tabs.setCurrentWidget(panel)
        panel.filter_bar.set_state("once")
        panel.focus_list()

    def go_to_first(self, kind: str) -> None:
        """The first item of a kind that is still open, in its own list."""
        document = self._document
        session = document.session if document is not None else None
        found = outstanding(session.view, kind) if session is not None else []
        self.go_to(found[0].id if found else "")

    def _open_kinds(self) -> dict[str, int]:
        """How many items of each kind are open, numerals first."""
        document = self._document
        session = document.session if document is not None else None
        if session is None:
            return {}
        counts = {kind: len(outstanding(session.view, kind)) for kind in KINDS_IN_ORDER}
        return {kind: count for kind, count in counts.items() if count}

    def _find_no_more(self, step: int) -> None:
        if step < 0:
            announce(self.panel.list, self.tr("前面没有待核的条目了"))
            return
        kind = next(iter(self._open_kinds()), "")
        if kind:
            self.go_to_first(kind)
        else:
            self._finish("")

    def _finish(self, words: str) -> None:
        """Nothing open follows: say what is left and offer to go there, or 核对完毕 where no numeral and no finding
        is."""
        panel, offer = self.panel, self._side.card.offer
        before = panel.model.neighbour("", step=1, verdict="open")
        still = self._open_kinds() if before is None else {}
        must = next((kind for kind in still if kind in NEEDED), "")
        if before is not None:
            said = self.tr("到末尾了，前面还有待核的。")
            offer.make(said, self.tr("从头继续 (Ctrl+↓)"), lambda: self.go_to(before))
        elif must:
            kind = word(KINDS[must])
            said = self.tr("这里没有待核的了，还有 {count} 处{kind}待核。").format(count=still[must], kind=kind)
            offer.make(said, self.tr("去核对{kind} (Ctrl+↓)").format(kind=kind), partial(self.go_to_first, must))
        else:
            said = self.tr("没有待核的了。")
            if still:
                rest = listed(f"{word(KINDS[kind])} {count}" for kind, count in still.items())
                said = self.tr("数字和疑点都核对过了。还有 {rest} 待核 (Ctrl+↓)。").format(rest=rest)
            offer.make(said, self.tr("核对完毕… (Ctrl+F8)"), self._actions["check.complete"].trigger)
        said += coverage_words(self._side.coverage.coverage)
        announce(panel.list, self.tr("{done}。{said}").format(done=words, said=said) if words else said)

    def _on_changed(self, changes: Changes) -> None:
        """After undo and redo the current item is the one that changed."""
        document = self._document
        if changes.initiator not in {"undo", "redo"} or document is None or document.session is None:
            return
        panel, view = self.panel, document.session.view
        if document.selected in changes.ids and panel.model.has(document.selected):
            if panel.current_id != document.selected or not changes.ids.issuperset(panel.selected_ids()):
                panel.go_to(document.selected)  # several that are selected stay so
            return
        touched = [found for one in changes.ids if (found := view.note(one) or view.item(one)) is not None]
        here = [one for one in touched if panel.model.has(one.id)]
        found = min(here or touched, key=lambda one: (one.kind == "numeral", one.position), default=None)
        if found is None:
            return
        has_keys = panel.list.hasFocus()
        if not here or not panel.go_to(found.id, INITIATOR):
            document.select(found.id, "link")
            if has_keys:
                self.panel.list.setFocus()
