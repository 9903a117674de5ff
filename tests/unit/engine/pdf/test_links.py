"""Bookmarks and links: harmless targets only, no loops."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from engine.model.geometry import Box
from engine.model.link import Bookmark, Link
from engine.pdf.links import MAX_DEPTH
from engine.pdf.reader import PdfFile

OUTLINES = "/Outlines 20 0 R"


def bookmarks(pdfs: SimpleNamespace, more: dict[int, bytes]) -> tuple[Bookmark, ...]:
    return PdfFile.open(pdfs.paged([""], catalog=OUTLINES, more=more)).bookmarks()


def test_bookmarks_come_flat_with_level_page_and_top(pdfs: SimpleNamespace) -> None:
    title = b"\xfe\xff" + "总则".encode("utf-16-be")
    more = {
        20: b"<< /First 21 0 R /Last 22 0 R >>",
        21: b"<< /Title <" + title.hex().encode() + b"> /Next 22 0 R /First 23 0 R /Dest [10 0 R /XYZ 0 700 0] >>",
        22: b"<< /Title (Two) /A << /S /GoTo /D [10 0 R /Fit] >> >>",
        23: b"<< /Title (In\x00ner\x07) /Dest [99 0 R /Fit] >>",
    }
    assert bookmarks(pdfs, more) == (
        Bookmark(1, "总则", 1, 700.0),
        Bookmark(2, "In ner", 0, None),
        Bookmark(1, "Two", 1, None),
    )


@pytest.mark.parametrize(
    "more",
    [
        {20: b"<< /First 21 0 R >>", 21: b"<< /Title (a) /Next 21 0 R >>"},
        {20: b"<< /First 21 0 R >>", 21: b"<< /Title (a) /First 21 0 R >>"},
        {
            20: b"<< /First 21 0 R >>",
            21: b"<< /Title (a) /First 22 0 R >>",
            22: b"<< /Title (b) /First 21 0 R /Next 22 0 R >>",
        },
        {20: b"<< /First 20 0 R >>"},
    ],
)
def test_bookmarks_that_go_in_circles_end(pdfs: SimpleNamespace, more: dict[int, bytes]) -> None:
    assert len(bookmarks(pdfs, more)) <= 2


def test_bookmarks_nested_deeper_than_the_cap_are_cut(pdfs: SimpleNamespace) -> None:
    more = {20 + depth: b"<< /Title (t) /First %d 0 R >>" % (21 + depth) for depth in range(3000)}
    assert max(bookmark.level for bookmark in bookmarks(pdfs, more)) == MAX_DEPTH


def test_no_bookmarks_are_no_bookmarks(pdfs: SimpleNamespace) -> None:
    assert PdfFile.open(pdfs.paged([""])).bookmarks() == ()


def refused(what: str) -> tuple[Link, ...]:
    return (Link(Box(10, 20, 30, 40), refused=what),)


@pytest.mark.parametrize(
    ("action", "links"),
    [
        ("/A << /S /URI /URI (https://example.org/a) >>", (Link(Box(10, 20, 30, 40), "https://example.org/a"),)),
        ("/A << /S /URI /URI (mailto:a@example.org) >>", (Link(Box(10, 20, 30, 40), "mailto:a@example.org"),)),
        ("/A << /S /URI /URI (file:///etc/passwd) >>", refused("file")),
        ("/A << /S /URI /URI (javascript:alert\\(1\\)) >>", refused("script")),
        ("/A << /S /URI /URI (ftp://example.org/a) >>", refused("address")),
        ("/A << /S /Launch /F (calc.exe) >>", refused("program")),
        ("/A << /S /GoToR /F (other.pdf) /D [0 /Fit] >>", refused("document")),
        ("/A << /S /JavaScript /JS (app.alert\\(1\\)) >>", refused("action")),
        ("/A << /S /GoTo /D [10 0 R /XYZ 0 500 0] >>", (Link(Box(10, 20, 30, 40), "", 1, 500.0),)),
        ("/Dest [10 0 R /Fit]", (Link(Box(10, 20, 30, 40), "", 1),)),
        ("/Dest [77 0 R /Fit]", ()),
    ],
)
def test_links_lead_to_pages_and_to_harmless_schemes_and_say_what_else_they_ask_for(
    pdfs: SimpleNamespace, action: str, links: tuple[Link, ...]
) -> None:
    annotation = f"<< /Type /Annot /Subtype /Link /Rect [30 40 10 20] {action} >>".encode()
    file = PdfFile.open(pdfs.paged([""], page="/Annots [9 0 R]", more={9: annotation}))
    assert file.links(1) == links
