"""What the keys and actions do with findings: accepted, dismissed, written as a note, silenced for the office."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt

from engine.editing import verbs, verbs_text, verbs_threads
from engine.editing.edit import Edit, combine
from engine.editing.view import View
from engine.lexicon.silence import Silence, add_silence, drop_silence, silences
from engine.settings import Settings, config_folder, office_folder
from gui.actions.build import ActionSet
from gui.actions.words import verdict_word
from gui.panels.card.card import DetailCard
from gui.panels.card.finding_box import place_words, places_of
from gui.panels.findings.findings import FindingsPanel
from gui.panels.findings.silence_dialog import SilencedDialog, SilenceDialog
from gui.panels.lists.list_menu import offer_menu
from gui.panels.words.announce import announce
from gui.panels.words.rules import is_repair, known_answer, reason_words, rule_words

INITIATOR = "findings"
_MENU = (
    ("finding.accept", "finding.keep", "check.correct", "check.wrong", "check.doubtful", "check.open", "check.reject"),
    ("finding.next-place", "finding.note"),
    ("check.edit", "check.reset"),
    ("finding.silence", "finding.silenced"),
)


class FindingsDesk(QObject):
    """Answers to what is wanted of findings."""

    def __init__(
        self, panel: FindingsPanel, card: DetailCard, actions: ActionSet, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._panel = panel
        self._card = card
        self._actions = actions
        self.dialog: SilenceDialog | None = None
        self.list: SilencedDialog | None = None
        self._place = ("", -1)
        panel.answers = {"check.wrong": self.find_wrong}
        panel.key_words = {
            "check.correct-next": self.tr("不是问题，到下一项(&N)"),
            "check.correct": self.tr("不是问题(&1)"),
            "check.wrong": self.tr("确有问题(&2)…"),
            "check.reject": self.tr("误报(&0)"),
        }
        panel.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        panel.list.customContextMenuRequested.connect(self._on_menu)
        card.action_wanted.connect(lambda name: actions[name].trigger())
        actions.connect_handlers(self.handlers())

    def handlers(self) -> dict[str, Callable[..., object]]:
        """What the actions of findings call, by action id."""
        return {
            "finding.accept": self.accept,
            "finding.keep": self.keep,
            "finding.note": self.write_note,
            "finding.next-place": self.show_next_place,
            "finding.silence": self.ask_silence,
            "finding.silenced": self.show_silenced,
        }

    def find_wrong(self) -> None:
        """确有问题: with what it should be where the finding knows it, open to be changed; Return goes on."""
        item = self._current()
        if item is None or len(self._panel.selected_ids()) > 1:
            self._apply(verbs.set_verdicts, items=self._panel.selected_ids(), verdict="wrong")
            return
        answer = item.should_be or known_answer(item) or None
        self._apply(verbs.set_verdict, item=item.id, verdict="wrong", should_be=answer)
        self._card.edit_should_be()

    def accept(self) -> None:
        """The document is wrong as the finding says: 应为 is what it knows; characters are read that way."""
        item = self._current()
        answer = known_answer(item) if item is not None else ""
        if item is None or not answer:
            self.find_wrong()
            return
        self._apply(accepted, item=item.id, answer=answer)
        self._go_on(item.id, self.tr("已采纳，应为“{answer}”").format(answer=answer))

    def keep(self) -> None:
        """What the page says is right as it stands."""
        item = self._current()
        if item is not None:
            self._apply(kept, item=item.id)
            self._go_on(item.id, verdict_word("finding", "correct"))

    def write_note(self) -> None:
        """Make a note of the finding, and open it to be worded."""
        item = self._current()
        document = self._panel.document
        if item is None or document is None:
            return
        rule = str(item.machine("rule") or "")
        words = "".join((rule_words(rule), "：", reason_words(rule, item.machine("expected") or {}))).rstrip("：")
        edit = self._apply(verbs_threads.note_of_finding, finding=item.id, text=words)
        if edit is not None:
            self._card.notes_wanted.emit(edit.ids[0])
            self._card.edit()

    def show_next_place(self) -> None:
        """Show the places of the finding one after the other."""
        item, document = self._current(), self._panel.document
        if item is None or document is None:
            return
        places = places_of(item, document.session.view)
        if not places:
            return
        one, at = self._place
        at = (at + 1) % len(places) if one == item.id else min(1, len(places) - 1)
        self._place = (item.id, at)
        document.show_places(places[at], INITIATOR)
        announce(self._panel.list, place_words(at, places[at], document.label))

    def ask_silence(self) -> None:
        """Ask how far the finding is to be silenced."""
        item = self._current()
        if item is None:
            return
        folder, is_shared = silence_folder(Settings.load())
        rule = str(item.machine("rule") or "")
        dialog = SilenceDialog(rule, item.quote, folder, is_shared=is_shared, parent=self._panel.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.silence(item.id, is_whole_rule=dialog.rule.isChecked()))
        dialog.destroyed.connect(lambda: setattr(self, "dialog", None))
        self.dialog = dialog
        dialog.open()

    def silence(self, finding: str, *, is_whole_rule: bool) -> None:
        """Write the silence to the office's list, else to one's own; what it silences here is marked 误报."""
        session = self._session
        item = session.view.item(finding) if session is not None else None
        if item is None:
            return
        rule, quote = str(item.machine("rule") or ""), "" if is_whole_rule else " ".join(item.quote.split())
        where = written_silence(rule, quote)
        if where is None:
            announce(self._panel.list, self.tr("不再提示的清单写不进去，没有更改。"))
            return
        alike = [one.id for one in session.view.findings if is_silenced(one, rule, quote)]
        self._apply(rejected, items=alike)
        said = self.tr("已写入 {folder}，%n 处标为误报", "", len(alike)).format(folder=where)
        self._go_on(finding, said)

    def show_silenced(self) -> None:
        """List what is silenced, the office's and one's own."""
        dialog = SilencedDialog(self._panel.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.destroyed.connect(lambda: setattr(self, "list", None))
        dialog.restore_wanted.connect(self._on_restore)
        self.list = dialog
        dialog.show_silences(all_silences())
        dialog.open()

    def _on_restore(self, rule: str, quote: str) -> None:
        failed = [folder for folder in silence_folders() if not dropped_silence(folder, rule, quote)]
        if self.list is not None:
            self.list.show_silences(all_silences())
            if failed:
                words = self.tr("{folder} 里的清单不能改，请找管理员恢复。")
                self.list.told.setText(words.format(folder=failed[0]))

    @property
    def _session(self) -> Any:
        document = self._panel.document
        return document.session if document is not None else None

    def _current(self) -> Any:
        document, session = self._panel.document, self._session
        one = self._panel.current_id or (document.selected if document is not None else "")
        item = session.view.item(one) if session is not None and one else None
        return item if item is not None and item.kind == "finding" else None

    def _apply(self, verb: Callable[..., Edit], **named: object) -> Edit | None:
        document, session = self._panel.document, self._session
        if document is None or session is None:
            return None
        edit = verb(session.view, by=session.person.id, **named)
        session.end_merging()
        document.apply(edit, INITIATOR)
        return edit

    def _go_on(self, finding: str, words: str) -> None:
        panel = self._panel
        after = panel.model.neighbour(finding, step=1, verdict="open")
        if after is not None:
            panel.go_to(after, INITIATOR)
            said = panel.model.row_of(after).said
            words = self.tr("{done}。下一项：{next}").format(done=words, next=said)
        announce(panel.list, words)

    def _on_menu(self, at: QPoint) -> None:
        item = self._current()
        rule = str(item.machine("rule") or "") if item is not None else ""
        hidden = set() if is_repair(rule) else {"finding.keep"}
        groups = [[name for name in group if name not in hidden] for group in _MENU]
        offer_menu(self._panel.list, self._actions, groups, at)


def accepted(view: View, *, item: str, answer: str, by: str) -> Edit:
    """确有问题 with 应为; what a conversion broke is read as repaired from now on, too."""
    finding = verbs.item_of(view, item)
    edit = verbs.set_verdict(view, item=item, verdict="wrong", should_be=answer, by=by)
    if not is_repair(str(finding.machine("rule"))) or answer == finding.quote:
        return edit
    quote = view.flow_text.quote(finding.span, finding.quote)
    repair = verbs_text.repair_characters(
        view, places=finding.places, quote=quote, before=finding.quote, after=answer, by=by
    )
    return combine((edit, repair), "repair-characters")


def kept(view: View, *, item: str, by: str) -> Edit:
    """不是问题, and what a conversion seemed to have broken is read as it is printed."""
    finding = verbs.item_of(view, item)
    edit = verbs.set_verdict(view, item=item, verdict="correct", by=by)
    if not is_repair(str(finding.machine("rule"))):
        return edit
    quote = view.flow_text.quote(finding.span, finding.quote)
    keep = verbs_text.keep_characters(view, places=finding.places, quote=quote, before=finding.quote, by=by)
    return combine((edit, keep), "keep-characters")


def rejected(view: View, *, items: list[str], by: str) -> Edit:
    """误报 for several findings as one step."""
    return combine([verbs.reject(view, item=one, by=by) for one in items], "reject")


def is_silenced(finding: Any, rule: str, quote: str) -> bool:
    """Whether a silence is about a finding."""
    return finding.machine("rule") == rule and (not quote or " ".join(finding.quote.split()) == quote)


def silence_folders() -> tuple[Path, ...]:
    """Where silences stand: the office's folder and one's own, once where they are the same."""
    return tuple(dict.fromkeys((office_folder(Settings.load()), config_folder())))


def silence_folder(settings: Settings) -> tuple[Path, bool]:
    """The folder a silence is to be written to, and whether others share it."""
    chosen = settings.text("office.folder")
    return office_folder(settings), bool(chosen)


def written_silence(rule: str, quote: str) -> Path | None:
    """Add a silence to the first list that can be written; where that was, None where nowhere."""
    for folder in silence_folders():
        try:
            add_silence(folder, rule, quote)
        except (OSError, UnicodeDecodeError):
            continue
        return folder
    return None


def dropped_silence(folder: Path, rule: str, quote: str) -> bool:
    """Whether a list does not hold a silence any more."""
    if (rule, quote) not in silences(folder):
        return True
    try:
        drop_silence(folder, rule, quote)
    except OSError:
        return False
    return True


def all_silences() -> tuple[Silence, ...]:
    """Everything that is silenced, the office's first."""
    return tuple(dict.fromkeys(one for folder in silence_folders() for one in silences(folder)))
