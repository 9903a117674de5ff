"""Opening the review of a PDF: searched in its homes, bound by SHA-256, with what a crash left. Writes nothing."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, NamedTuple

from engine.editing.review import Review, alike
from engine.errors import SidecarDamaged
from engine.storage.codec import Decoded, decode, digest
from engine.storage.disk import Disk
from engine.storage.journal import LeftSteps, left_journals, replay
from engine.storage.merge import differences, merge
from engine.storage.mutex import present
from engine.storage.places import (
    ENDING,
    PdfFacts,
    Shelf,
    Where,
    folder_of,
    home_for_new,
    homes,
    is_foreign_copy,
    local_folder,
    place_apart,
)
from engine.storage.salvage import salvaged
from engine.storage.versions import Version, ancestry, newest_good, revision_id, version_of_revision, versions
from engine.storage.windows import half_replaced

Binding = Literal["same", "new", "undecided"]
SEARCHED = 400  # files of a folder that are looked into
LARGEST = 256 * 2**20


class Notice(NamedTuple):
    """One thing the user is told at opening: a code and the values its words need.

    `damaged` (reason, instead: version|salvaged|fresh, lost), `edited` (count of records that differ from the last
    version kept here, show: ids of what they are about; instead where none does: same|unknown, no version to compare
    with), `reencoded`, `versions-here` (nothing but versions kept on this computer: the PDF came without its review),
    `newer`, `unreadable` (cause), `recovered` (steps), `kept-here` (this computer had a review that could not be
    saved in its place), `found-elsewhere` (file), `copies` (count; see `Opened.copies`), `in-use` (name, host,
    since), `in-use-here` (the same, in another window of this computer), `other-version` (another PDF stood under
    this name when it was saved)."""

    code: str
    values: dict[str, Any]


class Opened(NamedTuple):
    """A review and where it is saved. `base` is what stands in the file (None: no file yet), for three-way merges.

    `binding`: `same` SHA-256; `new`, nothing was there; `undecided`, the review is of a PDF with other bytes: never
    saved before `binding.settle` has decided what it is (see `store.settled`). `is_recovered`: it holds work that the
    file lacks. `keep_former` marks the file that is kept as it was when this new draft's review takes its name.
    `copies` are conflict copies of sync programs with the same document id. `left` are files to remove after a save;
    `kept_digest` is that of a review kept on this computer, which is in this one. `later` is what a crash left of work
    on this PDF while it is undecided whose review stands under its name: it comes after the decision (`resumed`)."""

    review: Review
    where: Where
    pdf: PdfFacts
    binding: Binding = "new"
    base: Review | None = None
    base_digest: str = ""
    notices: tuple[Notice, ...] = ()
    is_read_only: bool = False
    is_recovered: bool = False
    is_damaged: bool = False
    copies: tuple[Path, ...] = ()
    left: tuple[Path, ...] = ()
    keep_former: str = ""
    kept_digest: str = ""
    later: tuple[LeftSteps, ...] = ()


def open_review(pdf: PdfFacts, shelf: Shelf, disk: Disk | None = None) -> Opened:
    """The review of a PDF as it stands, an empty one where there is none. Writes nothing and raises nothing: what
    cannot be read is told in the notices."""
    disk = disk or Disk()
    opened = _found(pdf, shelf, disk)
    if opened is None or opened.binding == "undecided":
        opened = _found_elsewhere(pdf, shelf, disk, is_taken=opened is not None) or opened or _fresh(pdf, shelf)
    opened = _with_local(opened, shelf, disk)
    opened = _with_journals(opened, shelf, disk)
    notices = [*opened.notices]
    copies = tuple(_copies(opened, disk))
    if copies:
        notices.append(Notice("copies", {"count": len(copies)}))
    if opened.binding == "new" and not notices and versions(disk, local_folder(pdf, shelf)):
        notices.append(Notice("versions-here", {}))
    other = present(disk, opened.where.path)
    if other:
        is_here = other.host == socket.gethostname()
        notices.append(Notice("in-use-here" if is_here else "in-use", other._asdict()))
    return opened._replace(notices=tuple(notices), copies=copies)


def read_review(path: Path, disk: Disk | None = None) -> Decoded:
    """A sidecar by its own path (import, export, log). Raises OSError or SidecarDamaged."""
    return decode((disk or Disk()).read(path))


def _fresh(pdf: PdfFacts, shelf: Shelf) -> Opened:
    return Opened(Review(None, {"source": described(pdf)}), home_for_new(pdf, shelf), pdf)


def described(pdf: PdfFacts) -> dict[str, object]:
    """The source record of a PDF; page text hashes are added when the texts are known."""
    pages = [
        {"label": page.label, "box": [round(one, 2) for one in page.box], "rotate": page.rotation} for page in pdf.pages
    ]
    return {"fileName": pdf.path.name, "size": pdf.size, "sha256": pdf.sha256, "pages": pages, "history": []}


def _found(pdf: PdfFacts, shelf: Shelf, disk: Disk) -> Opened | None:
    notices: list[Notice] = []
    for where in homes(pdf, shelf)[: -1 if shelf.home != "local" else None]:
        for path in (where.path, half_replaced(where.path)):
            try:
                data = disk.read(path)
            except FileNotFoundError:
                continue
            except OSError as error:
                notices.append(Notice("unreadable", {"file": path.name, "errno": error.errno or 0}))
                break
            opened = _opened(pdf, shelf, where, data, disk)
            left = () if path == where.path else (path,)
            return opened._replace(notices=(*notices, *opened.notices), left=left)
    if notices:
        fresh = _fresh(pdf, shelf)
        return fresh._replace(notices=tuple(notices), is_read_only=True)
    return None


def _opened(pdf: PdfFacts, shelf: Shelf, where: Where, data: bytes, disk: Disk) -> Opened:
    try:
        decoded = decode(data)
    except SidecarDamaged as error:
        return _instead(pdf, shelf, where, data, disk, str(error.values.get("reason", "")))
    review, notices = decoded.review, []
    if decoded.soundness == "newer":
        notices.append(Notice("newer", {}))
    if decoded.soundness == "edited":
        notices.append(_edited(review, newest_good(disk, local_folder(pdf, shelf))))
    if decoded.reencoded:
        notices.append(Notice("reencoded", {}))
    is_same = review.source.get("sha256") == pdf.sha256
    if not is_same:
        notices.append(Notice("other-version", {"file": str(review.source.get("fileName", ""))}))
    return Opened(
        review.snapshot(), where, pdf, "same" if is_same else "undecided", review, digest(data), tuple(notices),
        is_read_only=decoded.soundness == "newer" or not is_same,
    )  # fmt: skip


def _edited(review: Review, known: tuple[Version, Review] | None) -> Notice:
    changes = differences(known[1], review) if known else ()
    told = [change for change in changes if change.section not in ("log", "people", "targets")]
    keys = (one.key.rpartition("/")[0] if one.section == "verdicts" else one.key for one in told)
    values: dict[str, Any] = {"count": len(told), "show": tuple(dict.fromkeys(keys))}
    return Notice("edited", values if told else {**values, "instead": "same" if known else "unknown"})


def _instead(pdf: PdfFacts, shelf: Shelf, where: Where, data: bytes, disk: Disk, reason: str) -> Opened:
    """A damaged sidecar: the newest good version, else what is whole in it, else a fresh start; the file stays
    aside."""
    known = newest_good(disk, local_folder(pdf, shelf))
    rescued = salvaged(data)
    lost = rescued.unreadable
    if known is not None:
        is_that_version = revision_id(known[1]) == revision_id(rescued.review) or not rescued.review.has_work()
        chosen = known[1].snapshot() if is_that_version else merge(None, known[1], rescued.review).review
        how = "version"
    else:
        chosen, how = rescued.review, "salvaged" if rescued.review.has_work() else "fresh"
    if not chosen.source:
        chosen.meta["source"] = described(pdf)
    is_same = chosen.source.get("sha256") == pdf.sha256
    return Opened(
        chosen, where, pdf, "same" if is_same else "undecided", known[1] if known else None, digest(data),
        (Notice("damaged", {"reason": reason, "instead": how, "lost": lost}),),
        is_recovered=True, is_damaged=True,
    )  # fmt: skip


def _found_elsewhere(pdf: PdfFacts, shelf: Shelf, disk: Disk, *, is_taken: bool) -> Opened | None:
    """A sidecar of another name in the PDF's folder or the fixed one that is of this very PDF (it was renamed). Where
    the name it should have is taken by another document's, it stays where it is."""
    for folder in (pdf.path.parent, *([shelf.folder] if shelf.folder else [])):
        for path, data in sidecars(folder, disk):
            if pdf.sha256.encode() not in data:
                continue
            with contextlib.suppress(SidecarDamaged):
                decoded = decode(data)
                review, is_newer = decoded.review, decoded.soundness == "newer"
                if review.source.get("sha256") != pdf.sha256:
                    continue
                if is_taken or is_newer:
                    notices = (Notice("newer", {}),) if is_newer else ()
                    return Opened(
                        review.snapshot(), Where(path, "beside"), pdf, "same", review, digest(data), notices,
                        is_read_only=is_newer,
                    )  # fmt: skip
                notice = Notice("found-elsewhere", {"file": path.name})
                return Opened(review, home_for_new(pdf, shelf), pdf, "same", None, "", (notice,))
    return None


def sidecars(folder: Path, disk: Disk) -> Iterator[tuple[Path, bytes]]:
    """The sidecars of a folder with their bytes; what cannot be read is passed over."""
    try:
        names = [name for name in disk.names(folder) if name.endswith(ENDING) and not name.startswith(".")]
    except OSError:
        return
    for name in names[:SEARCHED]:
        with contextlib.suppress(OSError):
            if disk.size(folder / name) <= LARGEST:
                yield folder / name, disk.read(folder / name)


def _with_local(opened: Opened, shelf: Shelf, disk: Disk) -> Opened:
    """A review kept on this computer because its place could not be written."""
    local = homes(opened.pdf, shelf)[-1]
    if opened.where == local:
        return opened
    try:
        data = disk.read(local.path)
        kept = decode(data).review
    except (OSError, SidecarDamaged):
        return opened
    opened = opened._replace(kept_digest=digest(data))
    if revision_id(kept) in ancestry(opened.review):
        return opened
    opened = opened._replace(notices=(*opened.notices, Notice("kept-here", {})), is_recovered=True)
    if opened.binding == "undecided" and kept.source.get("sha256") == opened.pdf.sha256:
        return _decided_before(opened, kept)
    common = ancestry(kept) & ancestry(opened.review)
    merged = kept
    if opened.base is not None or opened.review.has_work():
        base = opened.base if opened.base is not None and revision_id(opened.base) in common else None
        base = base or version_of_revision(disk, local_folder(opened.pdf, shelf), common)
        merged = merge(base, kept, opened.review).review
    is_same = merged.source.get("sha256") == opened.pdf.sha256
    return opened._replace(review=merged.snapshot(), binding="same" if is_same else "undecided")


def _decided_before(opened: Opened, kept: Review) -> Opened:
    """What stands under this name is the review of another PDF, and what was kept is this one's: whose it is was
    decided when it was kept."""
    former = str(opened.review.source.get("sha256", ""))
    notices = tuple(notice for notice in opened.notices if notice.code != "other-version")
    found = opened._replace(review=kept.snapshot(), binding="same", notices=notices)
    if kept.meta.get("documentId") != opened.review.meta.get("documentId"):
        apart = place_apart(opened.pdf, opened.where)
        return found._replace(where=apart, base=None, base_digest="", is_read_only=False)
    is_newer = any(notice.code == "newer" for notice in notices)
    return found._replace(is_read_only=is_newer, keep_former="" if former in alike(kept) else former[:8])


def _with_journals(opened: Opened, shelf: Shelf, disk: Disk) -> Opened:
    """Steps that a crash kept out of the sidecar. While it is undecided whose review stands there, it is brought up to
    date with those of the drafts that it was made for (whose they stay), and those of this PDF wait."""
    own = left_journals(disk, local_folder(opened.pdf, shelf))
    if opened.binding == "undecided":
        steps = sum(replay(opened.review, journal.steps) for journal in _of_drafts(opened, shelf, disk))
        steps += sum(len(journal.steps) for journal in own)
        resumed_now = opened._replace(later=own, is_recovered=opened.is_recovered or steps > 0)
    else:
        resumed_now, steps = _replayed(opened, own)
    if not steps:
        return resumed_now
    return resumed_now._replace(notices=(*opened.notices, Notice("recovered", {"steps": steps})))


def _of_drafts(opened: Opened, shelf: Shelf, disk: Disk) -> Iterator[LeftSteps]:
    """What a crash left of the PDF a review is of, and of other drafts that never got as far as a save."""
    own = local_folder(opened.pdf, shelf)
    former = folder_of(str(opened.review.source.get("sha256", "")), shelf)
    try:
        folders = [own.parent / name for name in disk.names(own.parent) if name != own.name]
    except OSError:
        return
    for journal in left_journals(disk, *folders):
        if journal.path.parent == former or journal.document == opened.review.meta.get("documentId"):
            yield journal


def resumed(opened: Opened) -> Opened:
    """With the steps done again that waited until it was decided whose review it is."""
    return _replayed(opened._replace(later=()), opened.later)[0]


def _replayed(opened: Opened, journals: tuple[LeftSteps, ...]) -> tuple[Opened, int]:
    """The steps of journals done again, and how many that were; the files go after the next save."""
    done, review = 0, opened.review
    for journal in journals:
        if opened.base is None and not review.has_work() and journal.document:
            review.meta["documentId"] = journal.document
        done += replay(review, journal.steps)
    left = (*opened.left, *(journal.path for journal in journals))
    if not done:
        return opened._replace(left=left), 0
    binding: Binding = "same" if opened.binding == "new" else opened.binding
    return opened._replace(left=left, is_recovered=True, binding=binding), done


def _copies(opened: Opened, disk: Disk) -> Iterator[Path]:
    folder, sidecar = opened.where.path.parent, opened.where.path.name
    try:
        names = [name for name in disk.names(folder) if is_foreign_copy(name, sidecar)]
    except OSError:
        return
    for name in names[:SEARCHED]:
        with contextlib.suppress(OSError, SidecarDamaged):
            copy = decode(disk.read(folder / name)).review
            if copy.meta.get("documentId") == opened.review.meta.get("documentId"):
                yield folder / name
