"""Checking by keys: decide on the current item and go on to the next one that is open, in the order of the text.

The commands of the menu 核对 act on the list in front of the side pane.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, QTimer

from engine.editing import verbs, verbs_notes
from engine.editing.coverage import judged
from engine.editing.edit import Edit, combine
from engine.editing.view import View
from gui.actions.build import ActionSet
from gui.actions.words import READINGS, VERDICTS, word
from gui.bridge.document import OpenDocument
from gui.panels.checking.course import INITIATOR, Course, Side
from gui.panels.lists.list_panel import ListPanel, has_selected
from gui.panels.lists.table_panel import TablePanel
from gui.panels.words.announce import announce


class Triage(QObject):
    """What the keys of checking do."""

    def __init__(self, side: Side, actions: ActionSet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._actions = actions
        self.course = Course(side, actions, self)
        for panel in side.panels.values():
            actions.attach("list", panel.list)
            panel.list.doubleClicked.connect(actions["check.edit"].trigger)
        side.panels["notes"].list.activated.connect(self.edit)  # Return, which decides on items only
        side.card.finished.connect(self._on_card_finished)
        side.card.decided.connect(self._on_decided)
        side.card.reference_wanted.connect(actions["reference.open"].trigger)
        side.tabs.currentChanged.connect(self._on_tab)
        side.coverage.completion_wanted.connect(actions["check.complete"].trigger)
        actions.connect_handlers(self.handlers())

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
            "check.next-open": lambda: self.course.go_to_open(1),
            "check.previous-open": lambda: self.course.go_to_open(-1),
            "check.open-only": self.show_open_only,
            "check.doubts-first": self.put_doubts_first,
            "check.filter": self.filter,
            "note.delete": self.delete_note,
        }

    @property
    def panel(self) -> ListPanel:
        """The list in front."""
        return self.course.panel

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
            aloud = said if verdict == "open" else ""
            with self._side.card.at_rest():
                self._apply(aloud, verbs.set_verdict, item=self._judged((item,))[0], verdict=verdict)
                if verdict != "open":
                    self.course.go_on(item, said)

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
            self.course.go_on(chosen[0], words)

    def edit(self) -> None:
        """Put the caret into the current item's first field."""
        self._side.card.edit()

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
        """What the keys act on; nothing of what this draft does not have any more."""
        panel = self.panel
        if panel.shows_gone:
            announce(panel.list, self.tr("本稿没有这一项，不用再核对"))
            return ()
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

    def _on_card_finished(self) -> None:
        QTimer.singleShot(0, self.panel.list, self.panel.list.setFocus)

    def _on_decided(self, verdict: str) -> None:
        """Decided in the card: on from there, as after a key in the list."""
        item = self._side.card.item_id
        if self.panel.model.has(item):
            self.course.go_on(item, word(VERDICTS.get(verdict, READINGS.get(verdict, verdict))))

    def _on_tab(self, _index: int) -> None:
        """The keys act on the list in front, so its current item becomes the selected one."""
        panel = self.panel
        self._actions.reword(panel.key_words)
        document = panel.document
        if document is None or panel.current_id == document.selected or has_selected(document, panel.kind):
            return
        document.select(panel.current_id, f"tab:{panel.kind}")


def rejected(view: View, *, items: Iterable[str], by: str) -> Edit:
    """误识 for several items as one step."""
    return combine(verbs.reject(view, item=one, by=by) for one in items)


def restored(view: View, *, items: Iterable[str], by: str) -> Edit:
    """The rejection of several items taken back as one step."""
    return combine(verbs.restore(view, item=one, by=by) for one in items)
