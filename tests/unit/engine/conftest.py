"""Small PDFs written by hand, for the tests of reading and of the workers."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace

import pytest

TO_UNICODE = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /X def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
%s
endcmap CMapName currentdict /CMap defineresource pop end end"""


def stream(data: bytes, entries: str = "") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries.encode(), data)


def assembled(objects: dict[int, bytes], trailer: str = "/Root 1 0 R") -> bytes:
    """A PDF file of numbered objects, with its cross-reference table."""
    out = bytearray(b"%PDF-1.7\n")
    places: dict[int, int] = {}
    for number, body in sorted(objects.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start, size = len(out), max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        out += b"%010d 00000 %s \n" % (places.get(number, 0), b"n" if number in places else b"f")
    out += b"trailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer.encode(), start)
    return bytes(out)


def paged(
    contents: Sequence[str | bytes], *, page: str = "", catalog: str = "", more: dict[int, bytes] | None = None
) -> bytes:
    """One page a content stream, from object 10, two objects each. Object 1 is the catalogue, 2 the page tree (600 by
    800 points), 3 Helvetica (/F1), 4 a Chinese font without a file (/F2, codes are UTF-16, but code 0064 is U+20000), 5
    its descendant, 6 its map to Unicode; /X1 is object 8. `page` goes into every page's dictionary, `more` are further
    objects."""
    kids = " ".join(f"{10 + 2 * index} 0 R" for index in range(len(contents)))
    objects = {
        1: f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        2: f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} /MediaBox [0 0 600 800] >>".encode(),
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        4: b"<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+FangSong /Encoding /UniGB-UCS2-H"
        b" /DescendantFonts [5 0 R] /ToUnicode 6 0 R >>",
        5: b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /ABCDEF+FangSong /DW 1000"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >>"
        b" /FontDescriptor << /Type /FontDescriptor /FontName /ABCDEF+FangSong /Flags 4 /Ascent 880 /Descent -120"
        b" /FontBBox [0 -120 1000 880] /ItalicAngle 0 /CapHeight 700 /StemV 80 >> >>",
        6: stream(
            TO_UNICODE % b"1 beginbfchar <0064> <D840DC00> endbfchar\n1 beginbfrange <0001> <0060> <4E00> endbfrange"
        ),
    }
    for index, content in enumerate(contents):
        at = 10 + 2 * index
        objects[at] = (
            f"<< /Type /Page /Parent 2 0 R /Contents {at + 1} 0 R {page} "
            "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> /XObject << /X1 8 0 R >> >> >>"
        ).encode()
        objects[at + 1] = stream(content if isinstance(content, bytes) else content.encode())
    return assembled({**objects, **(more or {})})


def line(text: str, x: float = 72, y: float = 700, size: float = 16, font: str = "F1", before: str = "") -> str:
    """A content stream that shows ASCII text, or for F2 codes as hexadecimal digits."""
    shown = f"<{text}>" if font == "F2" else f"({text})"
    return f"BT {before} /{font} {size} Tf {x} {y} Td {shown} Tj ET\n"


@pytest.fixture(scope="session")
def pdfs() -> SimpleNamespace:
    """Functions that write PDFs: assembled(objects, trailer), paged(contents, ...), line(text, ...), stream(data)."""
    return SimpleNamespace(assembled=assembled, paged=paged, line=line, stream=stream)
