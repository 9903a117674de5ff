"""What the actions of headings do: levels, branches, titles, cutting in two, joining, dragging, folding."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt

from engine.editing import verbs, verbs_outline
from engine.editing.cutting import PageChars, cut
from engine.editing.edit import Edit
from engine.editing.verbs_outline import Part
from engine.lexicon.lexicon import Lexicon
from engine.parsing.numbering import read_markers
from gui.actions.build import ActionSet
from gui.bridge.document import OpenDocument
from gui.panels.lists.list_menu import offer_menu
from gui.panels.outline.outline import OutlinePanel
from gui.panels.outline.relevel import Aim, aim
from gui.panels.outline.split_dialog import SplitDialog
from gui.panels.words.announce import announce
from gui.panels.words.problems import problem_words

INITIATOR = "outline"
_MENU = (
    ("check.edit", "check.reset"),
    ("check.level-up", "check.level-down", "heading.branch-up", "heading.branch-down"),
    ("heading.split", "heading.merge", "heading.join"),
    ("check.correct", "check.wrong", "check.doubtful", "check.open", "check.reject"),
    ("fold.1", "fold.2", "fold.3", "fold.all"),
)


class OutlineDesk(QObject):
    """Answers to what is wanted of the outline."""

    def __init__(self, panel: OutlinePanel, actions: ActionSet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panel = panel
        self._actions = actions
        self.dialog: SplitDialog | None = None
        self._chars: dict[int, PageChars] = {}
        self._feed: QObject | None = None
        panel.answers = {
            "check.edit": self.edit,
            "check.level-up": lambda: self.shift(-1),
            "check.level-down": lambda: self.shift(1),
        }
        panel.key_words = {
            "check.edit": self.tr("改标题(&E)"),
            "check.reject": self.tr("误识，设为正文(&0)"),
        }
        panel.headings.title_written.connect(self._on_title)
        panel.tree.aim = self._aim_words
        panel.tree.drop_wanted.connect(self._on_drop)
        panel.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        panel.tree.customContextMenuRequested.connect(self._on_menu)
        actions.connect_handlers(self.handlers())

    def handlers(self) -> dict[str, Callable[..., object]]:
        """What the actions of headings call, by action id."""
        return {
            "heading.branch-up": lambda: self.shift(-1, with_branches=True),
            "heading.branch-down": lambda: self.shift(1, with_branches=True),
            "heading.split": self.ask_split,
            "heading.merge": self.merge,
            "heading.join": self.join,
            **{f"fold.{name}": partial(self._panel.show_depth, depth) for name, depth in _DEPTHS.items()},
        }

    def edit(self) -> None:
        """Edit the current heading's title in its line."""
        self._panel.edit_title()

    def shift(self, step: int, *, with_branches: bool = False) -> None:
        """Put every selected heading a level up (-1) or down (1), in one step; if wanted with what is below them."""
        session = self._session
        chosen = self._chosen()
        if session is None or not chosen:
            return
        if with_branches:
            chosen = verbs_outline.with_branches(session.view, chosen)
        self._apply(verbs_outline.shift_headings, items=chosen, levels=step)
        first = session.view.item(chosen[0])
        words = self.tr("第 {level} 级").format(level=first.value("level"))
        if len(chosen) > 1:
            words = self.tr("{count} 个标题，首个为{level}").format(count=len(chosen), level=words)
        announce(self._panel.tree, words)

    def merge(self) -> None:
        """The selected headings, or the current one and the next, become one."""
        session = self._session
        chosen = [one for one in self._chosen() if self._is_listed(one)]
        if session is None or not chosen:
            return
        if len(chosen) == 1:
            after = self._panel.headings.neighbour(chosen[0], step=1)
            if after is None:
                announce(self._panel.tree, self.tr("后面没有标题了"))
                return
            chosen.append(after)
        self._apply_and_select(verbs_outline.merge_items, items=chosen)

    def join(self) -> None:
        """What was taken for a heading is the end of the paragraph before."""
        for one in self._chosen()[:1]:
            self._apply(verbs_outline.join_to_paragraph, item=one)
            announce(self._panel.tree, self.tr("已并入上一段"))

    def ask_split(self) -> None:
        """Ask where the current heading is to be cut; the characters of its pages are fetched meanwhile."""
        item = self._current()
        title = str(item.value("title") or "") if item is not None else ""
        if item is None or len(title) < 2:
            return
        self._fetch(place.page for place in item.places)
        dialog = SplitDialog(title, is_text=item.value("style") == "runin", parent=self._panel.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.split(item.id, dialog.at, is_text=dialog.is_text))
        dialog.destroyed.connect(lambda: setattr(self, "dialog", None))
        self.dialog = dialog
        dialog.open()

    def split(self, heading: str, at: int, *, is_text: bool) -> None:
        """Cut a heading in two after `at` characters of its title."""
        session = self._session
        item = session.view.item(heading) if session is not None else None
        if item is None:
            return
        self._panel.list.setFocus()
        marker, title = str(item.value("marker") or ""), str(item.value("title") or "")
        first, second = cut(item.places, marker + title, len(marker) + at, self._chars)
        words, rest = title[:at].strip(), title[at:].strip()
        if is_text:
            self._apply(
                verbs_outline.shorten_heading,
                item=heading,
                title=words,
                places=first.places,
                quote=first.quote,
            )
            announce(self._panel.tree, self.tr("后半部分已设为正文"))
            return
        number, name = marker_and_title(rest)
        parts = (
            Part(first.places, first.quote, {"title": words, "sentence": None}),
            Part(second.places, second.quote, {"marker": number, "title": name, "sentence": None}),
        )
        self._apply_and_select(verbs_outline.split_item, item=heading, parts=parts)

    @property
    def _document(self) -> OpenDocument | None:
        return self._panel.document

    @property
    def _session(self) -> Any:
        return self._document.session if self._document is not None else None

    def _chosen(self) -> tuple[str, ...]:
        panel = self._panel
        chosen = panel.selected_ids()
        return chosen if len(chosen) > 1 or not panel.current_id else (panel.current_id,)

    def _current(self) -> Any:
        session = self._session
        return session.view.item(self._panel.current_id) if session is not None and self._panel.current_id else None

    def _is_listed(self, one: str) -> bool:
        return self._panel.headings.row_of(one).reading != "rejected"

    def _apply(self, verb: Callable[..., Edit], **named: object) -> Edit | None:
        document, session = self._document, self._session
        if document is None or session is None:
            return None
        try:
            edit = verb(session.view, by=session.person.id, **named)
        except ValueError as error:
            announce(self._panel.tree, problem_words(str(error)))
            return None
        session.end_merging()
        document.apply(edit, INITIATOR)
        return edit

    def _apply_and_select(self, verb: Callable[..., Edit], **named: object) -> None:
        edit = self._apply(verb, **named)
        if edit is not None and self._document is not None:
            self._document.select(edit.ids[0], INITIATOR)
            announce(self._panel.tree, self._panel.headings.spoken_row(edit.ids[0]))

    def _on_title(self, heading: str, words: str) -> None:
        self._apply(verbs.set_field, item=heading, field="title", value=words)

    def _branches(self, moved: Iterable[str]) -> tuple[str, ...]:
        session = self._session
        return verbs_outline.with_branches(session.view, moved) if session is not None else ()

    def _aim(self, moved: list[str], target: str, is_on: bool) -> Aim | None:  # noqa: FBT001 - of a signal
        return aim(self._levels(), frozenset(self._branches(moved)), target, is_on=is_on)

    def _levels(self) -> list[tuple[str, int]]:
        headings = self._panel.headings
        rows = (headings.row_of(one) for one in headings.ids)
        return [(row.id, row.level) for row in rows if row.reading != "rejected"]

    def _aim_words(self, moved: list[str], target: str, is_on: bool) -> str:  # noqa: FBT001
        found = self._aim(moved, target, is_on)
        if found is None:
            return ""
        if not found.parent:
            return self.tr("改为第 {level} 级").format(level=found.level)
        above = self._panel.headings.row_of(found.parent).cells[0]
        short = above if len(above) <= 12 else f"{above[:12]}…"
        return self.tr("改为第 {level} 级，在“{above}”之下").format(level=found.level, above=short)

    def _on_drop(self, moved: list[str], target: str, is_on: bool) -> None:  # noqa: FBT001
        found = self._aim(moved, target, is_on)
        words = self._aim_words(moved, target, is_on)
        if found is not None:
            self._apply(verbs_outline.shift_headings, items=self._branches(moved), levels=found.shift)
            announce(self._panel.tree, words)

    def _on_menu(self, at: QPoint) -> None:
        offer_menu(self._panel.tree, self._actions, _MENU, at)

    def _fetch(self, pages: Iterable[int]) -> None:
        """Ask for the characters of pages; those that do not come (a scan) are done without."""
        self._chars = {}
        document = self._document
        if document is None:
            return
        if self._feed is not document.feed:
            self._feed = document.feed
            self._feed.text_ready.connect(self._on_text)
        for page in dict.fromkeys(pages):
            document.feed.ask_text(page)

    def _on_text(self, reply: Any) -> None:
        self._chars[reply.page] = PageChars(reply.text, reply.boxes)


_DEPTHS = {"1": 1, "2": 2, "3": 3, "all": 0}


def marker_and_title(words: str) -> tuple[str, str]:
    """A heading's number and its words: “（二）抓项目” -> “（二）”, “抓项目”."""
    found = max(read_markers(words, Lexicon().numbering), key=lambda one: one.end, default=None)
    return ("", words) if found is None else (words[: found.end], words[found.text :])
