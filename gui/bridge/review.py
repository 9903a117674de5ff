"""The review of an open document: found, parsed and saved beside the interface. Loaded after page one is drawn.

Hashing, opening, parsing and saving have threads of their own; only `Session` is worked with in the interface's. What
is marked before the review has been found, or while it is being decided whose it is, is done again in it step by step.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from threading import Event, Thread

from PySide6.QtCore import QObject, QTimer

from engine.editing.edit import Changes
from engine.editing.review import Review, plain
from engine.editing.session import Session
from engine.editing.unplaced import unplaced
from engine.editing.verbs_review import statement_in_force
from engine.errors import FileUnreadable, PiyueError
from engine.lexicon.office import load_office
from engine.model.parse import Parse
from engine.parsing.office import for_office
from engine.settings import Settings, config_folder, office_folder
from engine.storage.store import (
    Autosave,
    Opened,
    PdfFacts,
    Saver,
    SaveState,
    open_review,
    person_of,
    settled,
    shelf_of,
)
from engine.worker.parse_client import ParseClient, Parsed, ParseReply
from engine.worker.protocol import Failed, ParseRequest, Progress
from gui.bridge.disputes import brought
from gui.bridge.document import OpenDocument
from gui.bridge.outlet import outlet
from gui.bridge.taking_over import TakingOver
from gui.bridge.text_memory import TextMemory

_PATIENCE = 10.0  # seconds the closing window waits for the last save
_MANY = 2000  # numerals and metrics of a parse that is taken beside the interface
_SOON = 150  # milliseconds after which marks can be made although the review is not found yet (a slow share)


class ReviewWork(QObject):
    """Attaches itself to a document whose pages are known, finds its review, and starts the parse."""

    def __init__(self, document: OpenDocument) -> None:
        super().__init__(document)
        self._outcome = ""  # code of the last save
        self._told_last = Event()
        self._document = document
        self._sha256 = ""
        self._early: Parse | None = None  # came before the review was found
        self._latest: Parse | None = None
        self._has_parsed = False
        self._is_over = False
        self._known_lost: frozenset[str] = frozenset()
        self._as_found: Opened | None = None
        self._autosave: Autosave | None = None
        settings = Settings.load()
        self.person = person_of(settings)
        self.shelf = shelf_of(settings)
        self.opened: Opened | None = None
        self.saver: Saver | None = None
        self.session: Session | None = None
        self._found, self._replied = outlet(self._on_found), outlet(self._on_reply)
        self._told, self._settled = outlet(self._on_told), outlet(self._on_settled)
        self._found_again = outlet(self._on_found_again)
        self._memory = TextMemory(self)
        self._memory.remembered.connect(self._save_soon)
        self._parser = ParseClient.start(self._hand_on)
        document.changed.connect(self._on_changed)
        document.hold_review(self, TakingOver(document, self))
        document.parse_progressed.emit(0, len(document.pages))
        self._opening = Thread(target=self._open, name="piyue-open", daemon=True)
        self._opening.start()
        QTimer.singleShot(_SOON, self, self._work_meanwhile)

    def reparse(self) -> None:
        """Understand the document (anew)."""
        shared = self._document.reading.shared
        if shared is not None and self._sha256:
            self._document.parse_progressed.emit(0, len(self._document.pages))
            self._parser.parse(shared, ParseRequest(self._document.file_name, self._sha256))

    def cancel_parse(self) -> None:
        self._parser.cancel()

    def save_now(self) -> None:
        """Save at once; the outcome is told like that of any other save."""
        self._document.about_to_save.emit()
        if self._autosave is not None and self.session is not None:
            self._autosave.save_now(self.session)

    def close(self) -> bool:
        """Save what is open and end the parse worker; False when it could be saved nowhere: everything goes on then."""
        self._document.about_to_save.emit()
        if self.opened is None and self.session is not None and self.session.is_dirty:
            self._opening.join(_PATIENCE)
            if self._as_found is None:
                return False
            self._on_found(self._as_found)
        if self.session is not None and self.session.is_dirty and self._may_save() and self._autosave is not None:
            self._told_last.clear()
            self._autosave.save_now(self.session)
            if not self._told_last.wait(_PATIENCE) or self._outcome == "failed":
                return False
        self.abandon()
        return True

    def abandon(self) -> None:
        """End parse and saving whatever is still open; the journal has what it could take."""
        self._is_over = True
        if self._autosave is not None:
            self._autosave.close(None, _PATIENCE)
        self._parser.close()

    # -- on other threads ----------------------------------------------------------------------------------------------

    def _open(self) -> None:
        """Whose bytes these are and which review is theirs; the parse begins meanwhile."""
        document, reading = self._document, self._document.reading
        pages = document.pages
        data = reading.wait() or b""
        self._sha256 = document.sha256 = sha256(data).hexdigest()
        facts = PdfFacts(document.path, self._sha256, len(data), pages)
        reading.data = None  # the workers have their own block
        if reading.shared is not None:
            self._parser.parse(reading.shared, ParseRequest(document.path.name, self._sha256))
        self._as_found = open_review(facts, self.shelf)
        self._found(self._as_found)

    def _hand_on(self, reply: ParseReply) -> None:
        """The parse as the office wants it: units by its own list, silenced findings left out."""
        if isinstance(reply, Parsed):
            try:
                office = load_office(office_folder(Settings.load()), config_folder())
            except FileUnreadable as error:
                self._replied(error)
            else:
                reply = Parsed(for_office(reply.parse, office))
        self._replied(reply)

    def _tell(self, state: SaveState) -> None:
        self._outcome = state.code
        if state.code in {"saved", "kept-here", "failed"}:
            self._told_last.set()
        self._told(state)

    def _settle(self, found: Opened, parse: Parse) -> None:
        """Whose review it is that stands under this name."""
        shared = self._document.reading.shared
        try:
            outcome: tuple[object, ...] = (parse, *settled(found, shared or b"", parse))
        except PiyueError as error:
            outcome = (parse, None, error)
        self._settled(outcome)

    # -- on the interface's thread -------------------------------------------------------------------------------------

    def _work_meanwhile(self) -> None:
        """The review takes long to be found: let marks be made."""
        if self.session is None and not self._is_over:
            self.session = Session(Review(), None, self.person)
            self._document.attach_review(self, self.session)

    def _on_found(self, found: Opened) -> None:
        if self.opened is not None or self._is_over:
            return
        self._known_lost = unplaced(found.review)
        is_undecided = found.binding == "undecided"  # of a PDF with other bytes: empty until the parse tells
        self._begin(found._replace(review=Review()) if is_undecided else found)
        self._tell_opening()
        if self._early is not None:
            self._take(self._early)

    def _begin(self, opened: Opened) -> None:
        """A session over what was opened, with what was done meanwhile, and its saving."""
        former = self.session
        if self._autosave is not None and self.saver is not None:
            self._autosave.close()
            opened = opened._replace(left=tuple(dict.fromkeys((*opened.left, *self.saver.leaves))))
        if former is not None:
            self.person = former.person
        self.opened = opened
        self.saver = Saver(opened, self.shelf, self.person)
        self._autosave = Autosave(self.saver, self._tell)
        step = self._autosave.step
        self.session = Session(opened.review, None, self.person, on_step=step, is_unsaved=opened.is_recovered)
        for edit in former.steps if former is not None else ():
            self.session.apply(edit)
        self._document.is_read_only = opened.is_read_only and opened.binding != "undecided"
        self._document.attach_review(self, self.session)

    def _on_settled(self, outcome: tuple[object, ...]) -> None:
        parse, opened, told, *_ = outcome
        if self._is_over:
            return
        if not isinstance(parse, Parse) or not isinstance(opened, Opened):
            self._document.noticed.emit("opening.other-version", {})
            self._document.parse_failed.emit(told)
            return
        self._begin(opened)
        self._tell_place()
        self._document.noticed.emit(f"opening.{getattr(told, 'kind', '')}", whose(self._as_found))
        self._take(parse)

    def _may_save(self) -> bool:
        return self.opened is not None and not self.opened.is_read_only

    def _tell_opening(self) -> None:
        document, opened = self._document, self.opened
        if opened is None:
            return
        for notice in opened.notices:
            if notice.code != "other-version" or opened.binding != "undecided":  # what it is is told when it is known
                document.noticed.emit(f"opening.{notice.code}", dict(notice.values))
        self._tell_place()

    def _tell_place(self) -> None:
        """Where the review stands, or that it is on its way there."""
        document, opened = self._document, self.opened
        if self.session is None or opened is None:
            return
        if document.is_read_only:
            document.set_save_state("read-only", {})
        elif self.session.is_dirty:
            document.set_save_state("changed", {})
            if not opened.is_damaged or self.session.steps:  # of a damaged one another version may be chosen first
                self._save_soon()
        elif opened.base is not None and opened.binding != "undecided":
            revision = opened.review.meta.get("revision")
            at = str(revision.get("savedAt") or "") if isinstance(revision, dict) else ""
            document.set_save_state("saved", place_of(self.saver, at, opened.where.home))
        else:
            document.set_save_state("", {})

    def _save_soon(self) -> None:
        if self._may_save() and self._autosave is not None and self.session is not None:
            self._autosave.changed(self.session)

    def _on_changed(self, changes: object) -> None:
        if self.session is not None and self.saver is not None:
            self.saver.person = self.session.person
        if getattr(changes, "initiator", "") in {"parse", "merge"} or self.session is None or not self.session.is_dirty:
            return
        if not self._document.is_read_only:
            self._document.set_save_state("changed", {})
            self._save_soon()
            if self.opened is not None:
                self._memory.keep(self.session, self.opened.pdf, self._document.reading.shared)

    def _on_told(self, state: SaveState) -> None:
        document, session = self._document, self.session
        if session is None or self.saver is None:
            return
        if state.saved is not None:
            changes = self.saver.take_in(session, state.saved)
            if changes.kinds:
                document.announce(changes, "merge")
                told = brought(state.saved.outside)
                if told["count"]:
                    document.noticed.emit("merged", told)
        document.save_error = state.error
        if state.code == "saved" and state.saved is not None:
            if not session.is_dirty:
                document.set_save_state("saved", place_of(self.saver, state.saved.at, state.saved.where.home))
        elif state.code == "kept-here" and state.saved is not None:
            document.set_save_state("kept-here", place_of(self.saver, state.saved.at, "local"))
        elif state.code in {"saving", "failed"}:
            document.set_save_state(state.code, {})

    def _on_reply(self, reply: object) -> None:
        match reply:
            case Progress():
                self._document.parse_progressed.emit(reply.done, reply.total)
            case Parsed():
                self._take(reply.parse)
            case Failed():
                self._document.parse_failed.emit(reply.error)
            case FileUnreadable():
                self._document.noticed.emit("office-unreadable", {"file": str(reply.values.get("name", ""))})

    def _take(self, parse: Parse) -> None:
        if self.opened is None or self.session is None:
            self._early = parse
            return
        if self.opened.binding == "undecided" and self._as_found is not None:
            Thread(target=self._settle, args=(self._as_found, parse), name="piyue-settle", daemon=True).start()
            return
        document = self._document
        document.take_labels({number: page.label for number, page in enumerate(parse.source.pages, 1)})
        document.has_text = any(page.text != "none" for page in parse.source.pages)
        self._latest = parse
        if len(parse.numerals) + len(parse.metrics) < _MANY:
            self._show(parse, self.session.set_parse(parse))
        else:
            arguments = (self.session.fork(), parse, self._found_again)
            Thread(target=_find_again, args=arguments, name="piyue-again", daemon=True).start()

    def _on_found_again(self, told: tuple[Session, Parse, Changes]) -> None:
        """A large parse with the human work in it, unless the session went on meanwhile."""
        fork, parse, changes = told
        if self.session is None or self._is_over or parse is not self._latest:
            return
        self._show(parse, changes if self.session.adopt(fork) else self.session.set_parse(parse))

    def _show(self, parse: Parse, changes: Changes) -> None:
        self._document.announce(changes, "parse")
        self._document.parse_finished.emit()
        self._tell_parsed(parse)

    def _tell_parsed(self, parse: Parse) -> None:
        """What the reader should know now that the text is understood."""
        if self.session is None or self.opened is None:
            return
        review, noticed = self.session.review, self._document.noticed
        lost = unplaced(review)
        if lost - self._known_lost:
            noticed.emit("unplaced", {"count": len(lost), "show": tuple(sorted(lost))})
        self._known_lost = lost
        if self._has_parsed:
            return
        self._has_parsed = True
        statement = statement_in_force(review)
        if statement is not None and statement["differs"]:
            people = "、".join(map(str, statement.get("people") or ()))
            noticed.emit("statement-differs", {"time": local_time(str(statement.get("at", ""))), "people": people})
        if self.opened.binding == "new" and not review.has_work():
            self._document.taking_over.look_for_similar(parse)


def _find_again(fork: Session, parse: Parse, tell: Callable[[object], None]) -> None:
    tell((fork, parse, fork.set_parse(parse)))


def whose(found: Opened | None) -> dict[str, object]:
    """Who saved the review that was found, when, and where it stands."""
    review = found.review if found is not None else Review()
    revision = plain(review.meta.get("revision"))
    who = plain(review.record("people", str(revision.get("savedBy")))).get("name") or "?"
    told: dict[str, object] = {"who": str(who), "time": local_time(str(revision.get("savedAt", "")))}
    return {**told, "path": found.where.path} if found is not None else told


def place_of(saver: Saver | None, at: str, home: str) -> dict[str, str]:
    """When and where something was saved, in the words of the status bar."""
    return {"time": local_time(at), "where": home, "path": str(saver.where.path) if saver is not None else ""}


def local_time(at: str) -> str:
    """“14:03” of an ISO 8601 time stamp, with the date in front when it was not today; "" for what is no time."""
    try:
        moment = datetime.fromisoformat(at).astimezone()
    except ValueError:
        return ""
    if moment.date() == datetime.now().astimezone().date():
        return moment.strftime("%H:%M")
    return moment.strftime("%Y-%m-%d %H:%M")
