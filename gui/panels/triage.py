"""Checking by keys: decide on the current item and go on to the next one that is open, in the order of the text.

The commands of the menu 核对 act on the list in front of the side pane.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QTabWidget

from engine.editing import verbs, verbs_notes
from engine.editing.breakdown import breakdown
from engine.editing.coverage import judged
from engine.editing.edit import Changes, Edit, combine
from engine.editing.view import View
from gui.actions.build import ActionSet
from gui.actions.words import VERDICTS, word
from gui.bridge.document import OpenDocument
from gui.panels.announce import announce
from gui.panels.card import DetailCard
from gui.panels.coverage import CoverageButton
from gui.panels.coverage_words import coverage_words
from gui.panels.list_panel import ListPanel
from gui.panels.table_panel import TablePanel

INITIATOR = "triage"


class Side(Protocol):
    """The side pane as checking needs it."""

    tabs: QTabWidget
    card: DetailCard
    coverage: CoverageButton
    panels: dict[str, ListPanel]


class Triage(QObject):
    """What the keys of checking do."""

    def __init__(self, side: Side, actions: ActionSet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._actions = actions
        self._followed: OpenDocument | None = None
        for panel in side.panels.values():
            actions.attach("list", panel.list)
            panel.list.doubleClicked.connect(actions["check.edit"].trigger)
        side.panels["notes"].list.activated.connect(self.edit)  # Return, which decides on items only
        side.card.finished.connect(self._on_card_finished)
        side.card.decided.connect(self._on_should_be_given)
        side.card.notes_wanted.connect(self.go_to)
        side.card.reference_wanted.connect(actions["reference.open"].trigger)
        side.tabs.currentChanged.connect(self._on_tab)
        side.coverage.goal_chosen.connect(self.go_to)
        side.coverage.second_wanted.connect(self.show_second_checks)
        side.coverage.completion_wanted.connect(actions["check.complete"].trigger)
        actions.connect_handlers(self.handlers())

    def set_document(self, document: OpenDocument | None) -> None:
        """Follow what undo and redo do in another document; after the lists did."""
        if self._followed is not None and self._followed is not document:
            self._followed.changed.disconnect(self._on_changed)
        if document is not None and document is not self._followed:
            document.changed.connect(self._on_changed)
        self._followed = document

    def handlers(self) -> dict[str, Callable[..., object]]:
        """What the actions of the menu 核对 call, by action id: what the list in front answers, else this."""
        return {name: partial(self._answer, name, handler) for name, handler in self._own_handlers().items()}

    def _answer(self, name: str, handler: Callable[..., object], *state: object) -> None:
        self.panel.answers.get(name, handler)(*state)

    def _own_handlers(self) -> dict[str, Callable[..., object]]:
        return {
            "check.correct-next": lambda: self.decide("correct"),
            "check.correct": lambda: self.decide("correct"),
            "check.wrong": self.decide_wrong,
            "check.doubtful": lambda: self.decide("doubtful"),
            "check.open": lambda: self.decide("open"),
            "check.reject": self.reject,
            "check.edit": self.edit,
            "check.basis": self._side.card.edit_basis,
            "check.coverage": self._side.coverage.open,
            "check.reset": self.reset,
            "check.level-up": lambda: self.change_level(-1),
            "check.level-down": lambda: self.change_level(1),
            "check.next-open": lambda: self.go_to_open(1),
            "check.previous-open": lambda: self.go_to_open(-1),
            "check.open-only": self.show_open_only,
            "check.doubts-first": self.put_doubts_first,
            "check.filter": self.filter,
            "note.delete": self.delete_note,
        }

    @property
    def panel(self) -> ListPanel:
        """The list in front."""
        shown = self._side.tabs.currentWidget()
        assert isinstance(shown, ListPanel)  # noqa: S101 - the side pane holds nothing else
        return shown

    def decide(self, verdict: str) -> None:
        """Give the current item, or every selected one, a verdict and go on; taking one back stays."""
        panel, chosen = self.panel, self._chosen()
        if panel.kind == "note":
            if verdict == "correct":
                self.edit()
            return
        if len(chosen) > 1:
            said = self.tr("{count} 项：{verdict}").format(count=len(chosen), verdict=word(VERDICTS[verdict]))
            self._apply(said, verbs.set_verdicts, items=self._judged(chosen), verdict=verdict)
            return
        for item in chosen:
            said = word(VERDICTS[verdict])
            self._apply(
                said if verdict == "open" else "", verbs.set_verdict, item=self._judged((item,))[0], verdict=verdict
            )
            if verdict != "open":
                self._go_on(item, said)

    def decide_wrong(self) -> None:
        """有误: mark the current item and ask what it should be; the answer goes on to the next."""
        chosen = self._chosen()
        if self.panel.kind == "note":
            return
        if len(chosen) != 1:
            self.decide("wrong")
            return
        self._apply("", verbs.set_verdict, item=self._judged(chosen)[0], verdict="wrong")
        self._side.card.edit_should_be()

    def reject(self) -> None:
        """误识: what was found is no item of this kind; once more takes it back."""
        chosen = self._chosen()
        document = self._document
        if self.panel.kind == "note" or document is None or document.session is None or not chosen:
            return
        targets = self._judged(chosen)
        item = document.session.view.item(targets[0])
        is_back = item is not None and item.reading == "rejected"
        words = self.tr("取消误识") if is_back else self.tr("误识")
        self._apply(words, restored if is_back else rejected, items=targets)
        if not is_back and len(chosen) == 1:
            self._go_on(chosen[0], words)

    def edit(self) -> None:
        """Put the caret into the current item's first field."""
        self._side.card.edit()

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

    def show_second_checks(self) -> None:
        """Show the numerals that one person has decided and no second one."""
        panel = self._side.panels["numerals"]
        self._side.tabs.setCurrentWidget(panel)
        panel.filter_bar.set_state("once")
        panel.focus_list()

    def reset(self) -> None:
        """Back to the machine's reading of the current item."""
        for item in () if self.panel.kind == "note" else self._chosen():
            self._apply(self.tr("已恢复为识别结果"), verbs.reset_item, item=item)

    def change_level(self, step: int) -> None:
        """Put the current heading a level up (-1) or down (1)."""
        if self.panel.kind != "heading":
            return
        document = self._document
        for one in self._chosen():
            item = document.session.view.item(one) if document is not None and document.session is not None else None
            if item is None:
                continue
            level = min(9, max(1, int(item.value("level") or 1) + step))
            words = self.tr("第 {level} 级").format(level=level)
            self._apply(words, verbs.set_heading_level, item=one, level=level)

    def go_to_open(self, step: int) -> bool:
        """Make the next (1) or previous (-1) open item the current one. After the last one comes the first one before
        it, then the first numeral that is open; where nothing is open, 核对完毕 is offered."""
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

    def _find_no_more(self, step: int) -> None:
        if step < 0:
            announce(self.panel.list, self.tr("前面没有待核的条目了"))
        elif self._side.coverage.coverage.open:
            self.go_to_open_numeral()
        else:
            self._finish("")

    def show_open_only(self, is_on: bool) -> None:  # noqa: FBT001 - an action's signal
        """Show only what is still to be checked."""
        for panel in self._side.panels.values():
            panel.filter_bar.set_state("open" if is_on else "")

    def put_doubts_first(self, is_on: bool) -> None:  # noqa: FBT001
        """Doubtful and wrong items before the others, or the order of the text."""
        for panel in self._side.panels.values():
            if isinstance(panel, TablePanel):
                panel.set_doubts_first(on=is_on)

    def filter(self) -> None:
        """Put the caret into the filter line of the list in front."""
        self.panel.filter_bar.edit()

    def delete_note(self) -> None:
        """Delete the current note."""
        panel = self.panel
        if panel.kind == "note" and panel.current_id:
            note = panel.current_id
            after = panel.model.neighbour(note, step=1) or panel.model.neighbour(note, step=-1)
            self._apply(self.tr("已删除批注"), verbs_notes.delete_note, note=note)
            if after is not None:
                panel.go_to(after, INITIATOR)

    @property
    def _document(self) -> OpenDocument | None:
        return self.panel.document

    def _chosen(self) -> tuple[str, ...]:
        panel = self.panel
        chosen = panel.selected_ids()
        return chosen if len(chosen) > 1 or not panel.current_id else (panel.current_id,)

    def _judged(self, items: Iterable[str]) -> tuple[str, ...]:
        """The items that a decision on these is about: metrics in the place of their numerals."""
        document = self._document
        if document is None or document.session is None:
            return tuple(items)
        return tuple(dict.fromkeys(judged(document.session.view, one) for one in items))

    def _apply(self, words: str, verb: Callable[..., Edit], **named: object) -> None:
        document = self._document
        if document is None or document.session is None:
            return
        session = document.session
        document.apply(verb(session.view, by=session.person.id, **named), INITIATOR)
        if words:
            announce(self.panel.list, words)

    def _go_on(self, item: str, words: str) -> None:
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

    def _finish(self, words: str) -> None:
        """Nothing open follows: say what is left and offer to go there, or 核对完毕 where nothing is."""
        panel, counts = self.panel, self._side.coverage.coverage
        offer = self._side.card.offer
        before = panel.model.neighbour("", step=1, verdict="open")
        if before is not None:
            said = self.tr("到末尾了，前面还有待核的。")
            offer.make(said, self.tr("从头继续 (Ctrl+↓)"), lambda: self.go_to(before))
        elif counts.open:
            said = self.tr("这里没有待核的了，还有 {count} 处数字待核。").format(count=counts.open)
            offer.make(said, self.tr("去核对数字 (Ctrl+↓)"), self.go_to_open_numeral)
        else:
            said = self.tr("没有待核的了。")
            offer.make(said, self.tr("核对完毕… (Ctrl+F8)"), self._actions["check.complete"].trigger)
        said += coverage_words(counts)
        announce(panel.list, self.tr("{done}。{said}").format(done=words, said=said) if words else said)

    def go_to_open_numeral(self) -> None:
        """The first numeral of the document that is still open, in the list of all numerals."""
        document = self._document
        session = document.session if document is not None else None
        if session is not None:
            self.go_to(next((part.goal for part in breakdown(session.view).classes if part.open), ""))

    def _on_changed(self, changes: Changes) -> None:
        """After undo and redo the current item is the one that changed."""
        document = self._document
        if changes.initiator not in {"undo", "redo"} or document is None or document.session is None:
            return
        panel, view = self.panel, document.session.view
        if document.selected in changes.ids and panel.model.has(document.selected):
            panel.go_to(document.selected)
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

    def _on_card_finished(self) -> None:
        QTimer.singleShot(0, self.panel.list, self.panel.list.setFocus)

    def _on_should_be_given(self) -> None:
        self._go_on(self._side.card.item_id, word(VERDICTS["wrong"]))

    def _on_tab(self, _index: int) -> None:
        """The keys act on the list in front, so its current item becomes the selected one."""
        panel = self.panel
        self._actions.reword(panel.key_words)
        document = panel.document
        if document is not None and panel.current_id != document.selected:
            document.select(panel.current_id, f"tab:{panel.kind}")


def rejected(view: View, *, items: Iterable[str], by: str) -> Edit:
    """误识 for several items as one step."""
    return combine(verbs.reject(view, item=one, by=by) for one in items)


def restored(view: View, *, items: Iterable[str], by: str) -> Edit:
    """The rejection of several items taken back as one step."""
    return combine(verbs.restore(view, item=one, by=by) for one in items)
