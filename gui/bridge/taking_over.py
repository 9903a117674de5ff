"""Work from outside comes into the open review: a colleague's, an earlier draft's, a conflict copy's, an earlier
version's. Read and compared on a thread of its own; each comes in as one step that undo takes back.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from threading import Thread
from typing import Any, NamedTuple, Protocol

from PySide6.QtCore import QObject, QTimer

from engine.editing.edit import Changes
from engine.editing.review import Review
from engine.editing.session import Session
from engine.editing.unplaced import unplaced
from engine.errors import PiyueError, SidecarDamaged, SidecarNewer
from engine.model.parse import Parse
from engine.storage.binding import PdfText, bound, similar_reviews
from engine.storage.disk import Disk
from engine.storage.importing import (
    Imported,
    carried_over,
    common_base,
    import_review,
    import_reviews,
    is_same_pdf,
    made_anew,
    restored,
)
from engine.storage.page_texts import read_page_texts
from engine.storage.places import ENDING, local_folder
from engine.storage.store import Opened, PdfFacts, Saver, Shelf, open_review, read_review, resumed
from engine.storage.versions import Version, VersionFacts, facts_of, versions
from engine.worker.parse_client import read_file
from gui.bridge.disputes import brought, disputed
from gui.bridge.document import OpenDocument
from gui.bridge.outlet import outlet

_SLOW = 400  # milliseconds after which it is said that something is under way


class Work(Protocol):
    """The open review, as `gui.bridge.review` holds it."""

    session: Session | None
    opened: Opened | None
    saver: Saver | None
    shelf: Shelf


class _Desk(NamedTuple):
    """What a job may use: states that nobody changes meanwhile."""

    own: Review
    revision: int
    parse: Parse | None
    pdf: PdfFacts
    shelf: Shelf


class Outcome(NamedTuple):
    """What a job came to: a code the window words, its values, and the step, if there is one."""

    code: str
    values: dict[str, Any]
    imported: Imported | None = None
    copies: tuple[tuple[Path, Review], ...] = ()


Job = Callable[[_Desk], Outcome]


class TakingOver(QObject):
    """What can be brought into a document's review. The outcome comes as `document.noticed`, its code beginning with
    `taken.`; one job at a time, a new one calls the one before off."""

    def __init__(self, document: OpenDocument, work: Work) -> None:
        super().__init__(document)
        self._document = document
        self._work = work
        self._serial = 0
        self._file = ""
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_SLOW)
        self._slow.timeout.connect(lambda: self._tell("working", {"file": self._file}))
        self._done, self._similar = outlet(self._on_done), outlet(self._on_similar)

    @property
    def is_possible(self) -> bool:
        """Whether the review is found and may be changed."""
        return self._work.opened is not None and self._work.session is not None and not self._document.is_read_only

    def carry_over(self, path: Path, *, is_sure: bool = False) -> None:
        """承接上一稿: take over the review of an earlier draft (its PDF or its sidecar); when the user is sure that it
        is one, even where most of the text is another."""
        self._start(path.name, lambda desk: self._carried(desk, path, is_sure=is_sure))

    def import_from(self, path: Path) -> None:
        """Merge a colleague's review (a sidecar, or the PDF it lies beside); of another draft, what did not change."""
        self._start(path.name, lambda desk: self._imported(desk, path))

    def merge_copies(self) -> None:
        """Merge the conflict copies of a sync program that lie beside the sidecar."""
        opened = self._work.opened
        if opened is not None and opened.copies:
            self._start(opened.copies[0].name, lambda desk: _merged_copies(desk, opened.copies))

    def versions(self) -> tuple[Version, ...]:
        """The versions kept on this computer, newest first."""
        opened = self._work.opened
        return versions(Disk(), local_folder(opened.pdf, self._work.shelf)) if opened is not None else ()

    def facts_of(self, version: Version, own: Review) -> VersionFacts | None:
        """Who saved a version, what it holds and how it differs; for any thread. None where it cannot be read."""
        return facts_of(Disk(), version, own)

    def restore(self, version: Version | None, time: str) -> None:
        """Back to an earlier version, or to an empty review."""
        self._start(time, lambda desk: _restored(desk, version, time))

    def look_for_similar(self, parse: Parse) -> None:
        """See whether a review of an earlier draft lies in the folder; it is offered, never taken by itself."""
        opened = self._work.opened
        if opened is not None:
            arguments = (opened.pdf, self._work.shelf, parse)
            Thread(target=self._look, args=arguments, name="piyue-similar", daemon=True).start()

    def cancel(self) -> None:
        """Call off what is under way."""
        self._serial += 1
        self._slow.stop()
        self._tell("cancelled", {})

    # -- on a thread of their own --------------------------------------------------------------------------------------

    def _look(self, pdf: PdfFacts, shelf: Shelf, parse: Parse) -> None:
        found = similar_reviews(pdf, shelf, parse)
        if found:
            self._similar(found[0])

    def _run(self, serial: int, job: Job, fork: Session, pdf: PdfFacts, shelf: Shelf) -> None:
        """Do a job, and its step in a fork of the session: the interface has only to take it."""
        desk = _Desk(fork.snapshot(), fork.revision, fork.parse, pdf, shelf)
        changes = None
        try:
            outcome = job(desk)
        except SidecarDamaged:
            outcome = Outcome("damaged", {})
        except SidecarNewer:
            outcome = Outcome("newer", {})
        except (PiyueError, OSError):
            outcome = Outcome("unreadable", {})
        if outcome.imported is not None and outcome.imported.edit.changes:
            changes = _applied(fork, outcome.imported)
        self._done((serial, outcome, desk, fork, changes))

    def _text(self, desk: _Desk) -> PdfText | None:
        shared = self._document.reading.shared
        if desk.parse is None or shared is None:
            return None
        texts = read_page_texts(shared)
        return PdfText(texts.pages, texts.boxes, desk.parse)

    def _carried(self, desk: _Desk, path: Path, *, is_sure: bool) -> Outcome:
        other = _review_at(path, desk.shelf)
        if other is None:
            return Outcome("no-review", {})
        return self._of_draft(desk, other, "carried", path, is_sure=is_sure)

    def _imported(self, desk: _Desk, path: Path) -> Outcome:
        other = _review_at(path, desk.shelf)
        if other is None:
            return Outcome("no-review", {})
        if not is_same_pdf(desk.own, other):
            return self._of_draft(desk, other, "imported-draft", path)
        base = common_base(desk.own, other, desk.pdf, desk.shelf)
        return _merged(desk, import_review(desk.own, other, base, parse=desk.parse), "imported")

    def _of_draft(self, desk: _Desk, other: Review, code: str, path: Path, *, is_sure: bool = False) -> Outcome:
        """The review of another text: what stands in identical sentences, where it is a draft of this one at all."""
        text = self._text(desk)
        if text is None:
            return Outcome("no-parse", {})
        kind = bound(other, text).kind
        if is_same_pdf(desk.own, other) or kind == "same-text":
            code, name = ("carried-same", "carry-over") if code == "carried" else ("imported", "import-review")
            return _merged(desk, import_review(desk.own, other, parse=desk.parse, name=name), code)
        if kind == "foreign" and not is_sure:
            return Outcome("foreign", {"document": str(other.source.get("fileName", "")), "path": path})
        carried = carried_over(desk.own, other, desk.pdf, text)
        counts = {"kept": carried.kept, "reopened": carried.reopened, "lost": carried.lost}
        counts["conflicts"] = brought(carried.imported.edit.changes)["conflicts"]
        return Outcome(code, counts, carried.imported)

    # -- on the interface's thread -------------------------------------------------------------------------------------

    def _start(self, file: str, job: Job) -> None:
        opened, session = self._work.opened, self._work.session
        if opened is None or session is None or opened.binding == "undecided":
            self._tell("not-ready", {})
            return
        if self._document.is_read_only:
            self._document.noticed.emit("read-only", {})
            return
        self._serial += 1
        self._file = file
        self._slow.start()
        arguments = (self._serial, job, session.fork(), opened.pdf, self._work.shelf)
        Thread(target=self._run, args=arguments, name="piyue-import", daemon=True).start()

    def _on_done(self, done: tuple[int, Outcome, _Desk, Session, Changes | None]) -> None:
        serial, outcome, desk, fork, changes = done
        session = self._work.session
        if serial != self._serial or session is None:
            return
        self._slow.stop()
        shown: tuple[str, ...] = ()
        if outcome.imported is not None:
            before = unplaced(session.review)
            if changes is None or self._document.is_read_only or not session.adopt(fork):
                self._apply(session, outcome.imported, desk)
            else:
                self._document.announce(changes, "import")
            lost = unplaced(session.review) - before
            shown = disputed(session.review) if outcome.values.get("conflicts") else tuple(sorted(lost))
            if not outcome.imported.edit.changes:
                outcome = Outcome("nothing", {})
        if outcome.copies and self._work.saver is not None:
            self._work.saver.keep_aside(outcome.copies)
        self._tell(outcome.code, {"file": self._file, **outcome.values, "show": shown})

    def _apply(self, session: Session, imported: Imported, desk: _Desk) -> None:
        """The step in a session that has gone on meanwhile."""
        edit = imported.edit
        if not edit.changes:
            return
        session.keep_parses(imported.parses)
        session.end_merging()
        if session.revision != desk.revision:
            edit = made_anew(edit, session.review)
        self._document.apply(edit, "import")
        if session.parse is not None and session.parse is not desk.parse:  # parsed anew meanwhile
            self._document.announce(session.set_parse(session.parse), "parse")

    def _on_similar(self, similar: Any) -> None:
        session = self._work.session
        if self.is_possible and session is not None and not session.review.has_work():
            self._document.noticed.emit("similar", {"file": similar.file_name, "path": similar.path})

    def _tell(self, code: str, values: dict[str, Any]) -> None:
        self._document.noticed.emit(f"taken.{code}", values)


def _applied(fork: Session, imported: Imported) -> Changes:
    fork.keep_parses(imported.parses)
    fork.end_merging()
    return fork.apply(imported.edit, "import")


def _review_at(path: Path, shelf: Shelf) -> Review | None:
    """The review in a sidecar, or of a PDF; None where the PDF has none. Raises OSError, PiyueError."""
    if path.suffix.lower() != ".pdf" or path.name.endswith(ENDING):
        decoded = read_review(path)
        if decoded.soundness == "newer":
            raise SidecarNewer
        return decoded.review
    data = read_file(path)
    opened = resumed(open_review(PdfFacts(path.absolute(), sha256(data).hexdigest(), len(data)), shelf))
    if any(notice.code == "newer" for notice in opened.notices):
        raise SidecarNewer
    return opened.review if opened.review.has_work() else None


def _merged(desk: _Desk, imported: Imported, code: str, **values: Any) -> Outcome:
    """What a merge brought, in counts."""
    own = desk.own.sections["notes"]
    notes = sum(1 for change in imported.edit.changes if change.section == "notes" and change.key not in own)
    counts = {
        "notes": notes,
        "verdicts": imported.counts.get("verdicts", 0),
        "corrections": sum(imported.counts.get(name, 0) for name in ("overrides", "added", "front", "characters")),
        "conflicts": brought(imported.edit.changes)["conflicts"],
    }
    return Outcome(code, {**counts, **values}, imported)


def _merged_copies(desk: _Desk, paths: tuple[Path, ...]) -> Outcome:
    copies = tuple((path, read_review(path).review) for path in paths)
    others = ((copy, common_base(desk.own, copy, desk.pdf, desk.shelf)) for _, copy in copies)
    imported = import_reviews(desk.own, others, parse=desk.parse, name="merge-copies")
    return _merged(desk, imported, "imported")._replace(copies=copies)


def _restored(desk: _Desk, version: Version | None, time: str) -> Outcome:
    earlier = read_review(version.path).review if version is not None else Review()
    code = "restored" if version is not None else "emptied"
    return Outcome(code, {"time": time}, restored(desk.own, earlier, desk.parse))
