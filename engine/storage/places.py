"""Where reviews live: beside the PDF, in a fixed folder, on this computer; and how their files are named."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Literal, NamedTuple

from engine.model.page import PageInfo
from engine.settings import Settings, state_folder

ENDING = ".piyue.json"
LONGEST = 240  # bytes of a file name; file systems stop at 255 and temporary names need room
Home = Literal["beside", "folder", "local"]


class PdfFacts(NamedTuple):
    """The PDF a review belongs to: where it is, its SHA-256 in hex, its size in bytes, its pages where known."""

    path: Path
    sha256: str
    size: int
    pages: tuple[PageInfo, ...] = ()


class Where(NamedTuple):
    """A place for a review: the file and which of the three homes it is."""

    path: Path
    home: Home


class Shelf(NamedTuple):
    """The storage settings. `home` is where new reviews go, `folder` the fixed folder (None: not set), `state` this
    computer's folder for journals, versions and reviews kept locally."""

    home: Home
    folder: Path | None
    state: Path
    versions: int = 20
    days: int = 90


def shelf_of(settings: Settings, state: Path | None = None) -> Shelf:
    """The shelf that settings and policy describe."""
    folder = settings.text("reviews.folder")
    home = settings.text("reviews.location")
    return Shelf(
        "folder" if home == "folder" and folder else "local" if home == "local" else "beside",
        Path(folder) if folder else None,
        state or state_folder(),
        settings.whole("reviews.versions"),
        settings.whole("reviews.version-days"),
    )


def sidecar_name(pdf_name: str, mark: str = "") -> str:
    """`讲话.pdf` -> `讲话.pdf.piyue.json`; longer than 240 bytes: cut, with a hash of the whole name. `mark` tells
    apart documents of one name in one folder."""
    name = f"{pdf_name}{'.' + mark if mark else ''}{ENDING}"
    if len(os.fsencode(name)) <= LONGEST:
        return name
    tail = f"~{hashlib.sha256(os.fsencode(pdf_name)).hexdigest()[:12]}{'.' + mark if mark else ''}.pdf{ENDING}"
    head = os.fsencode(pdf_name)[: LONGEST - len(tail)].decode("utf-8", "ignore")
    return head + tail


def homes(pdf: PdfFacts, shelf: Shelf) -> tuple[Where, ...]:
    """All places this document's review may stand in, in the order they are searched."""
    found = [Where(pdf.path.with_name(sidecar_name(pdf.path.name)), "beside")]
    if shelf.folder is not None:
        found.append(Where(shelf.folder / sidecar_name(pdf.path.name, pdf.sha256[:8]), "folder"))
    found.append(Where(local_folder(pdf, shelf) / "review.piyue.json", "local"))
    return tuple(found)


def place_apart(pdf: PdfFacts, where: Where) -> Where:
    """Where the review is saved whose name another document's has taken."""
    return where._replace(path=where.path.with_name(sidecar_name(pdf.path.name, pdf.sha256[:8])))


def home_for_new(pdf: PdfFacts, shelf: Shelf) -> Where:
    """Where a review that does not exist yet will be saved."""
    return next(where for where in homes(pdf, shelf) if where.home == shelf.home)


def local_folder(pdf: PdfFacts, shelf: Shelf) -> Path:
    """This computer's folder for one document: journals, versions, the review when it cannot be saved in its place."""
    return folder_of(pdf.sha256, shelf)


def folder_of(sha256: str, shelf: Shelf) -> Path:
    """The same, of the document whose bytes have that hash (a sidecar may tell any)."""
    return shelf.state / "reviews" / ("".join(filter(str.isalnum, sha256))[:40] or "-")


def is_foreign_copy(name: str, sidecar: str) -> bool:
    """Whether a file looks like a sync program's conflict copy of a sidecar: `讲话.pdf.piyue (冲突副本).json`,
    `讲话.pdf.piyue-PC01.json`, `讲话.pdf.piyue.sync-conflict-20260101-120000.json`, `讲话.pdf.piyue(1).json`."""
    stem = sidecar.removesuffix(".json")
    is_ours = name.startswith((stem + _ASIDE, stem + _MERGED))
    return name != sidecar and name.startswith(stem) and name.endswith(".json") and not is_ours


_ASIDE, _MERGED = ".damaged-", ".merged-"


def aside_name(sidecar: str, stamp: str) -> str:
    """The name under which a damaged sidecar is set aside."""
    return f"{sidecar.removesuffix('.json')}{_ASIDE}{stamp}.json"


def merged_name(sidecar: str, stamp: str) -> str:
    """The name under which a conflict copy is kept whose work is in the sidecar."""
    return f"{sidecar.removesuffix('.json')}{_MERGED}{stamp}.json"
